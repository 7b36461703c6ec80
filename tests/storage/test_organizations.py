"""Workspaces join organizations and leave them: what they own stays theirs, and what was written before comes along."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import create_engine

from bot import commands, parse
from bot.ids import Act, value
from storage import Storage, open_storage
from storage.records import Tenant
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS
from storage.tokens import Seal
from tests.bot.counter import Counter
from tests.bot.payloads import click
from tests.conftest import ENCRYPTION_KEY
from tests.storage.samples import FULL, FULL_REVIEW, NOON, change, delivery, failure, installation
from tests.storage.steps import take_back

HERE = Tenant(team="T1")


class Old(Seal):
    """Seals as before: with the organization of the time."""

    def of(self, enterprise: str, token: str) -> str:
        return self._keys().encrypt(json.dumps([enterprise, "T1", token]).encode()).decode()


async def fill(url: str, enterprise: str, named: str, *, later: timedelta = timedelta(0)) -> None:
    """Everything that a workspace may own, put under an organization as the last release did."""
    first = FULL.model_copy(update={"id": named, "supersedes": None, "superseded_by": None, "started_at": NOON + later})
    about: dict[str, Any] = {"assessment_id": named}
    async with open_storage(url, encryption_key=ENCRYPTION_KEY) as storage:
        await storage.remember(
            change(
                inbox_key="Ev1",
                assessments=[first],
                reviews=[FULL_REVIEW.model_copy(update={"id": f"R-{named}", **about})],
                failures=[failure(f"F-{named}", **about)],
                deliveries=[
                    delivery(f"D-{named}", message_key="parent", dedupe_key="once", **about),
                    delivery(f"L-{named}", due_at=NOON + timedelta(days=30), **about),
                ],
            )
        )
        await storage.outbox.claim("worker", NOON, 1, timedelta(minutes=1))
        await storage.outbox.finish(f"D-{named}", "worker", "sent", at=NOON, ts=f"17.{named}", channel="C9")
        await storage.homes.opened(HERE, "U1", 0, NOON + later)
        await storage.installations.save(installation(installed_at=NOON + later, bot_token=f"xoxb-{named}"))
        await storage.installations.pause(HERE)
    await asyncio.to_thread(_put_under, url, enterprise, named)


def _put_under(url: str, enterprise: str, named: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as begun:
        connection = begun.execution_options(**ACROSS_TENANTS)
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")  # the tests' own short way
        for table in METADATA.sorted_tables:
            if "enterprise" in table.c:
                connection.execute(table.update().where(table.c.enterprise == "").values(enterprise=enterprise))
        sealed = Old(ENCRYPTION_KEY).of(enterprise, f"xoxb-{named}")
        rows = METADATA.tables["installations"]
        connection.execute(rows.update().where(rows.c.enterprise == enterprise).values(sealed_token=sealed))
    engine.dispose()


async def test_what_stands_under_an_organization_is_the_workspaces_own_again(database_url: str):
    await fill(database_url, "E1", "IN")
    await asyncio.to_thread(take_back, database_url, "0007")

    async with open_storage(database_url, encryption_key=ENCRYPTION_KEY) as storage:
        await storage.migrate()
        found = await storage.assessments.get(HERE, "IN")
        review = await storage.reviews.get(HERE, "IN", FULL_REVIEW.month)
        message = await storage.outbox.message(HERE, "IN", "parent")
        installed = await storage.installations.get(HERE)
        waits = await storage.outbox.get(HERE, "L-IN")
        again = await storage.remember(change(inbox_key="Ev1"))
        paused = await storage.installations.is_paused(HERE)
        history = await storage.assessments.history(HERE, "IN")
        failures = await storage.failures.list(HERE, "IN")

    assert found is not None
    decision = FULL.decision and FULL.decision.model_copy(update={"moved_by": ()})  # what that schema had no place for
    assert (found.name, found.decision, found.checklist) == (FULL.name, decision, FULL.checklist)
    assert [(task.id, task.must_contain) for task in found.golden_tasks] == [("g1", "30 days")]
    assert (found.schedule and found.schedule.hour) == (FULL.schedule and FULL.schedule.hour)
    assert (review is not None, waits is not None, len(failures)) == (True, True, 1)
    assert history, "the answers given are told"
    assert message is not None
    assert message.ts == "17.IN"
    assert installed is not None
    assert installed.bot_token == "xoxb-IN", "a token sealed in the organization is still opened"
    assert not again, "an event that was handled is known"
    assert paused, "a token that was dead is dead"


async def test_what_was_begun_anew_meanwhile_stands_beside_what_was_there(database_url: str):
    await fill(database_url, "E1", "IN", later=timedelta(days=1))
    async with open_storage(database_url, encryption_key=ENCRYPTION_KEY) as storage:
        await storage.installations.resume(HERE)
    await fill_outside(database_url)
    await asyncio.to_thread(take_back, database_url, "0007")

    async with open_storage(database_url, encryption_key=ENCRYPTION_KEY) as storage:
        await storage.migrate()
        both = {one.id: one.name for one in await storage.assessments.in_channel(HERE, FULL.channel)}
        older = await storage.assessments.find_by_name(HERE, FULL.channel, FULL.name)
        newer = await storage.assessments.find_by_name(HERE, FULL.channel, f"{FULL.name} (2)")
        installed = await storage.installations.get(HERE)
        rows = [await storage.outbox.get(HERE, id_) for id_ in ("D-IN", "D-OUT", "L-IN", "L-OUT")]

    assert both == {"OUT": FULL.name, "IN": f"{FULL.name} (2)"}
    assert older is not None
    assert newer is not None
    assert (older.id, newer.id) == ("OUT", "IN")
    assert installed is not None
    assert installed.bot_token == "xoxb-IN", "the last one that was installed"
    assert all(rows)


async def fill_outside(url: str) -> None:
    """The same workspace before it joined: beside its rows in the organization."""
    await fill(url, "E0", "OUT")
    await asyncio.to_thread(_put_out, url)


def _put_out(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET session_replication_role = replica")
        for table in METADATA.sorted_tables:
            if "enterprise" in table.c:
                connection.execute(table.update().where(table.c.enterprise == "E0").values(enterprise=""))
    engine.dispose()


@pytest.mark.parametrize(("before", "after"), [(None, "E1"), ("E1", None), ("E1", "E2")])
async def test_a_workspace_that_changes_its_organization_keeps_its_decisions_and_buttons(
    sqlite_storage: Storage, before: str | None, after: str | None
):
    counter = Counter(sqlite_storage)

    def typed(text: str, enterprise: str | None) -> Any:
        form = {"command": "/ftrag", "text": text, "trigger_id": f"{text}{enterprise}", "team_id": "T1"}
        return parse.slash({**form, "enterprise_id": enterprise or "", "channel_id": "C1", "user_id": "U1"})

    await counter.advisor.carry_out(typed("assess Support copilot", before))
    (started,) = await counter.storage.assessments.in_channel(HERE, "C1")
    organization = {"id": after} if after else None
    pressed = parse.action(click(Act.ANSWER, value(started.id, "need", "facts"), enterprise=organization))
    await counter.advisor.carry_out(pressed)
    told = await counter.advisor.carry_out(typed("status", after))
    saved = await counter.storage.assessments.get(HERE, started.id)

    assert told is None
    assert isinstance(pressed, commands.GiveAnswer)
    assert saved is not None
    assert saved.answers["need"].value == "facts"
    (status,) = (row.reply for row in await counter.deliver() if row.reply["kind"] == "status")
    assert "Support copilot" in str(status)


def test_values_that_name_an_organization_are_still_read():
    stored = {"kind": "bot_uninstalled", "tenant": {"enterprise": "E1", "team": "T1"}}

    assert commands.read_command(stored).tenant == HERE
