"""Nothing reaches the database without naming its tenant, and nothing of one tenant reaches another."""

import pytest
from sqlalchemy import Connection, select, text, update

from storage import Storage
from storage.errors import TenantMissing
from storage.homes import HomeAsked
from storage.records import Tenant
from storage.statements import of, owned
from storage.tables import METADATA, assessments, inbox, messages, outbox
from storage.tenancy import ACROSS_TENANTS, without_tenant
from tests.storage.samples import (
    DAY,
    FULL,
    FULL_REVIEW,
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    change,
    delivery,
    failure,
    installation,
)

UNGUARDED = [
    select(assessments),
    select(assessments).where(assessments.c.id == "A1"),
    select(assessments).where(assessments.c.team == "T1"),
    select(outbox.c.id).join(messages, messages.c.ts == outbox.c.ts).where(owned(outbox)),
    select(outbox).where(outbox.c.id.in_(select(messages.c.key)), owned(outbox)),
    update(assessments).values(name="x"),
    inbox.delete(),
    text("INSERT INTO inbox (enterprise, key, at) VALUES ('', 'k', '2026-11-22')"),
    text("SELECT count(*) FROM answers"),
    text("DELETE FROM outbox WHERE team = 'T1'"),
]


@pytest.mark.parametrize("statement", UNGUARDED, ids=range(len(UNGUARDED)))
async def test_a_query_that_does_not_name_its_tenant_is_not_sent(storage: Storage, statement):
    def send(connection: Connection) -> None:
        connection.execute(statement, of(OURS))

    with pytest.raises(TenantMissing):
        await storage._database.write(send)


async def test_what_one_transaction_sets_on_its_connection_does_not_reach_the_next(storage: Storage):
    def lift(connection: Connection) -> None:
        connection.execution_options(**ACROSS_TENANTS).execute(select(assessments))

    def ask(connection: Connection) -> None:
        connection.execute(select(assessments))

    for run in (storage._database.write, storage._database.read):
        await run(lift)
        with pytest.raises(TenantMissing):
            await storage._database.write(ask)


def test_a_query_that_names_its_tenant_passes():
    one, two = outbox.alias("one"), outbox.alias("two")
    joined = select(one.c.id).join(two, (two.c.team == one.c.team) & (two.c.enterprise == one.c.enterprise))

    assert without_tenant(str(select(assessments).where(owned(assessments, "id")))) == ()
    assert without_tenant(str(joined.where(owned(one)))) == ()
    assert without_tenant("SELECT name FROM sqlite_schema") == ()


def test_every_row_has_a_tenant_that_is_never_null():
    without = {table.name for table in METADATA.sorted_tables if "team" not in table.c}

    assert without == {"oauth_states"}
    for table in METADATA.sorted_tables:
        if table.name not in without:
            assert not table.c.team.nullable
            assert not table.c.enterprise.nullable


@pytest.mark.parametrize("stranger", [OTHERS, Tenant(team="T"), Tenant(team="E1")], ids=str)
async def test_nothing_of_one_workspace_is_found_by_another(storage: Storage, stranger: Tenant):
    """The stranger knows every id, name and place of ours."""
    await storage.installations.save(installation())
    await storage.remember(
        change(
            assessments=[FULL],
            reviews=[FULL_REVIEW],
            failures=[failure(assessment_id="FULL")],
            deliveries=[delivery("D-1", assessment_id="FULL", message_key="parent")],
        )
    )
    await storage.outbox.claim("worker", NOON, 1, MINUTE)
    await storage.outbox.finish("D-1", "worker", "unknown", at=NOON, ts="17.1", channel="C9")

    assert await storage.assessments.get(stranger, "FULL") is None
    assert await storage.assessments.find_by_name(stranger, "C9", FULL.name) is None
    assert await storage.assessments.find_by_message(stranger, "C9", "17.1") is None
    assert await storage.assessments.in_channel(stranger, "C9") == ()
    assert await storage.assessments.in_channel(stranger, None) == ()
    await storage.homes.opened(OURS, "U1", 0, NOON)
    assert (await storage.homes.look(HomeAsked(stranger, "U1", ["C9"], 0, 10), lambda _: NOON, lambda _: ())).total == 0
    assert await storage.homes.features(stranger, "U1", ["C9"]) == ()
    assert await storage.homes.viewer(stranger, "U1") is None
    assert await storage.homes.forget(stranger, "U1") is False
    assert await storage.failures.last_by(stranger, "U1") is None
    assert await storage.assessments.history(stranger, "FULL") == ()
    assert await storage.reviews.get(stranger, "FULL", "2026-12") is None
    assert await storage.reviews.list(stranger, "FULL") == ()
    assert await storage.failures.get(stranger, "F1") is None
    assert await storage.failures.list(stranger, "FULL") == ()
    assert not any((await storage.failures.counts(stranger, "FULL", NOON - DAY, NOON + DAY)).values())
    assert await storage.outbox.get(stranger, "D-1") is None
    assert await storage.outbox.unknown(stranger) == ()
    assert await storage.outbox.message(stranger, "FULL", "parent") is None
    assert await storage.installations.get(stranger) is None
    await storage.remember(change(tenant=stranger, deletes="FULL", resends=["D-1"]))
    assert [row.id for row in await storage.outbox.unknown(OURS)] == ["D-1"]
    assert await storage.assessments.delete_tenant(stranger) == 0
    assert await storage.forget_person(stranger, "U1") == 0
    assert await storage.assessments.get(OURS, "FULL") is not None
