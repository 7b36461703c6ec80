"""The files of an export: made when they are sent, of one tenant's data alone, without holding anybody up."""

import csv
import io
import time
from datetime import UTC, datetime

import pytest

from bot.delivery import Deliverer, Wire
from bot.replies.home import TablesFile
from bot.sandbox.clock import StillClock
from bot.showing.files import all_files
from bot.showing.screens import BlockKitScreens
from storage import Storage, open_storage
from storage.errors import StorageError
from storage.records import Change, Delivery, DeliveryMethod, Tenant
from tests.bot.records import ACME, NOW, assessment
from tests.held import watched

OTHER = Tenant(team="T0OTHER")


def wanted(channels: tuple[str, ...] | None = None, tenant: Tenant = ACME) -> dict[str, object]:
    file = TablesFile(tenant=tenant, table="answers", channels=channels, file_name="answers.csv", title="Answers")
    return file.model_dump(mode="json")


async def save(storage: Storage, number: int, channel: str = "C1", tenant: Tenant = ACME) -> None:
    one = assessment(id=f"{tenant.team}-{number}", name=f"Feature {number}", channel=channel, tenant=tenant)
    await storage.remember(Change(tenant=tenant, at=NOW, assessments=(one,)))


async def names(storage: Storage, said: dict[str, object]) -> list[str]:
    file = await all_files(storage)["tables_file"](said)
    rows = csv.DictReader(io.StringIO(file.content.decode(), newline=""))
    return list(dict.fromkeys(row["name"] for row in rows))


async def test_a_workspace_is_complete_however_many_pieces_it_takes(storage: Storage):
    for number in range(45):
        await save(storage, number)

    assert sorted(await names(storage, wanted())) == sorted(f"Feature {number}" for number in range(45))


async def test_nothing_of_another_channel_or_tenant_is_in_it(storage: Storage):
    await save(storage, 1)
    await save(storage, 2, channel="C2")
    await save(storage, 3, tenant=OTHER)

    assert await names(storage, wanted(("C1",))) == ["Feature 1"]
    assert sorted(await names(storage, wanted(("C1", "C2")))) == ["Feature 1", "Feature 2"]
    assert await names(storage, wanted(None, OTHER)) == ["Feature 3"]
    assert await names(storage, wanted(("C2",), OTHER)) == []


async def test_the_event_loop_is_held_up_for_no_more_than_a_small_part_of_an_export_at_a_time(storage: Storage):
    for number in range(60):
        await save(storage, number)
    make = all_files(storage)["tables_file"]
    await make(wanted() | {"table": "everything"})  # loads what only the first one needs

    async with watched() as hold:
        began = time.process_time()
        await make(wanted() | {"table": "everything"})
        whole = time.process_time() - began

    assert hold.longest < whole / 5


async def test_a_table_that_cannot_be_read_now_is_tried_again_and_not_given_up(
    tmp_path_factory: pytest.TempPathFactory,
):
    storage = open_storage(f"sqlite:///{tmp_path_factory.mktemp('unmigrated')}/x.db")
    wire = Wire("http://127.0.0.1:9/api/")

    async def token(_tenant: Tenant) -> str:
        return "xoxb-test"

    deliverer = Deliverer(
        wire=wire,
        screens=BlockKitScreens(all_files(storage)),
        find_message=storage.outbox.message,
        find_token=token,
        clock=StillClock(datetime(2026, 11, 22, tzinfo=UTC)),
    )
    row = Delivery(
        id="d1", tenant=ACME, method=DeliveryMethod.UPLOAD, lane="C1:", due_at=NOW, reply=wanted(), channel="C1"
    )

    with pytest.raises(StorageError):
        await deliverer.deliver(row)
    await wire.close()
    await storage.close()
