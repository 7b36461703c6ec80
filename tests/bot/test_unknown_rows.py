"""Rows that this release cannot read: each ends as a failed delivery with a reason, and holds nothing up."""

from typing import Any

import pytest

from bot.engine import build_engine
from bot.sandbox.clock import StillClock
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Connection, Mode
from storage import Storage
from storage.records import Change, Delivery, DeliveryMethod, DeliveryState
from tests.bot.desk import TENANT

UNREADABLE: dict[str, dict[str, Any]] = {
    "a kind of a later release": {"kind": "from_the_future", "name": "x"},
    "no kind": {"name": "x"},
    "a kind that is no word": {"kind": ["help"]},
    "nothing": {},
    "a known kind without its parts": {"kind": "parent"},
    "a known command without its parts": {"kind": "open_review"},
}


def row(method: DeliveryMethod, reply: dict[str, Any], clock: StillClock, lane: str = "lane") -> Delivery:
    known = {"channel": SUPPORT, "user": ANA, "message_key": "parent", "assessment_id": "a1"}
    given: dict[str, Any] = {"id": f"{lane} {method}", "tenant": TENANT, "method": method, "lane": lane, "reply": reply}
    url = "https://hooks.slack.com/x" if method is DeliveryMethod.RESPOND else None
    return Delivery.model_validate(given | known | {"due_at": clock.now(), "response_url": url})


@pytest.mark.parametrize("reply", UNREADABLE.values(), ids=UNREADABLE)
async def test_a_row_that_nobody_can_read_fails_with_a_reason_and_what_stands_behind_it_goes_out(
    reply: dict[str, Any], sqlite_storage: Storage
):
    clock = StillClock()
    async with Sandbox.open(clock=clock) as sandbox:
        connection = Connection(mode=Mode.HTTP, api_url=sandbox.api_url, bot_token="xoxb-sandbox", signing_secret="x")
        engine = build_engine(connection, sqlite_storage, clock)
        first = row(DeliveryMethod.POST, {"kind": "help"}, clock, "before")
        await sqlite_storage.remember(Change(tenant=TENANT, at=clock.now(), deliveries=(first,)))
        await engine.scheduler.run_due()
        lost = tuple(row(method, reply, clock) for method in DeliveryMethod)
        behind = row(DeliveryMethod.EPHEMERAL, {"kind": "help"}, clock, "lane").model_copy(update={"id": "behind"})
        await sqlite_storage.remember(Change(tenant=TENANT, at=clock.now(), deliveries=(*lost, behind)))

        await engine.scheduler.run_due()
        tries = await engine.scheduler.run_due()

        for one in lost:
            ended = await sqlite_storage.outbox.get(TENANT, one.id)
            assert ended is not None
            assert (ended.state, ended.error) == (DeliveryState.FAILED, "unreadable"), one.method
        last = await sqlite_storage.outbox.get(TENANT, "behind")
        assert last is not None
        assert last.state is DeliveryState.SENT
        assert tries == 0
        await engine.close(1)
