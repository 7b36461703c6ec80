"""What is forgotten is forgotten in every table."""

import pytest
from sqlalchemy import Connection, func, select

from storage import Storage
from storage.errors import Conflict
from storage.records import Answer, ReviewSchedule
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS
from tests.storage.samples import (
    DAY,
    FULL,
    FULL_BLIND,
    FULL_FILE,
    FULL_REVIEW,
    FULL_TOKEN,
    FULL_UNHEARD,
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    answer,
    assessment,
    change,
    delivery,
    everything,
    failure,
    installation,
)


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: connection.execute(
            select(func.count()).select_from(table).execution_options(**ACROSS_TENANTS)
        ).scalar_one()
        for table in METADATA.sorted_tables
    }


async def fill(storage: Storage, tenant=OURS, *, canary: str = "CANARY") -> None:
    """At least one row in every table of a tenant, with the canary in most fields."""
    who = {"tenant": tenant}
    await storage.installations.save(installation(installed_by=canary, **who))
    await storage.installations.pause(tenant)
    said = Answer(fact="need", value="facts", by=canary, at=NOON, said=f"as <@{canary}> said")
    full = FULL.model_copy(
        update=who
        | {
            "started_by": canary,
            "context": f"for <@{canary}>, not for X{canary}",
            "answers": FULL.answers | {"need": said},
            "checklist": tuple(item.model_copy(update={"owner": canary, "done_by": canary}) for item in FULL.checklist),
            "schedule": ReviewSchedule(day=1, owner=canary),
        }
    )
    await storage.remember(
        change(
            tenant=tenant,
            inbox_key=f"action:T1:{canary}:1",
            assessments=[full, assessment("KEPT", **who, answers={"freshness": answer()})],
            reviews=[FULL_REVIEW.model_copy(update=who | {"finished_by": canary})],
            failures=[failure(assessment_id="FULL", by=canary, what=f"{canary} saw it", **who)],
            blind=[FULL_BLIND.model_copy(update=who | {"person": canary, "answers": {"need": said}, "version": 0})],
            unheard=[FULL_UNHEARD.model_copy(update=who | {"text": f"ask <@{canary}> instead"})],
            result_files=[FULL_FILE.model_copy(update=who | {"by": canary, "version": 0})],
            tokens=[FULL_TOKEN.model_copy(update=who | {"made_by": canary})],
            deliveries=[
                delivery(f"{tenant}-post", assessment_id="FULL", message_key="parent", reply={canary: [canary]}, **who),
                delivery(f"{tenant}-direct", channel=canary, lane="direct", **who),
                delivery(f"{tenant}-home", user=canary, lane="home", method="publish", **who),
            ],
        )
    )
    await storage.homes.opened(tenant, canary, 0, NOON)
    await storage.installations.resume(tenant)
    await storage.outbox.claim("worker", NOON, 1, MINUTE)
    await storage.outbox.finish(f"{tenant}-post", "worker", "sent", at=NOON, ts="17.1", channel="C9")
    await storage.installations.pause(tenant)


async def test_the_sample_fills_every_table_of_a_tenant(storage: Storage):
    await fill(storage)

    assert {name for name, rows in (await storage._database.read(counts)).items() if not rows} == {"oauth_states"}


async def test_a_deleted_assessment_leaves_nothing_behind_but_the_others(storage: Storage):
    await storage.remember(change(assessments=[assessment("KEPT", answers={"freshness": answer()})]))
    before = await storage._database.read(counts)
    await storage.remember(change(assessments=[FULL], reviews=[FULL_REVIEW], failures=[failure(assessment_id="FULL")]))
    file = FULL_FILE.model_copy(update={"version": 0})
    await storage.remember(change(unheard=[FULL_UNHEARD], result_files=[file], tokens=[FULL_TOKEN]))
    await storage.remember(change(deliveries=[delivery("D-1", assessment_id="FULL", message_key="parent")]))
    await storage.outbox.claim("worker", NOON, 1, MINUTE)
    await storage.outbox.finish("D-1", "worker", "sent", at=NOON, ts="17.1", channel="C9")
    await storage.remember(change(deliveries=[delivery("D-2", assessment_id="FULL", due_at=NOON + DAY)]))

    await storage.remember(change(deletes="FULL"))

    assert await storage._database.read(counts) == before
    await storage.remember(change(deletes="FULL"))


async def test_what_was_on_its_way_when_its_assessment_was_deleted_ends_quietly(storage: Storage):
    row = delivery("D-1", assessment_id="A1", message_key="parent")
    await storage.remember(change(assessments=[assessment()], deliveries=[row]))
    await storage.outbox.claim("worker", NOON, 1, MINUTE)
    await storage.remember(change(deletes="A1"))

    assert await storage.outbox.finish("D-1", "worker", "sent", at=NOON, ts="17.1", channel="C1") is False
    assert await storage.outbox.message(OURS, "A1", "parent") is None


async def test_a_deleted_workspace_leaves_nothing_and_the_others_everything(storage: Storage):
    await fill(storage, OTHERS, canary="UTHEIRS")
    theirs = await storage._database.read(counts)
    await fill(storage, OURS, canary="UOURS")

    gone = await storage.assessments.delete_tenant(OURS)

    assert gone > 15
    assert await storage._database.read(counts) == theirs
    assert "UOURS" not in await storage._database.read(everything)


async def test_a_forgotten_person_is_in_no_table_any_more(storage: Storage):
    await fill(storage, canary="U0ANA")
    await fill(storage, OTHERS, canary="U0ANA2")

    changed = await storage.forget_person(OURS, "U0ANA")

    assert changed > 8
    left = (await storage._database.read(everything)).replace("XU0ANA", "").replace("U0ANA2", "")
    assert "U0ANA" not in left
    found = await storage.assessments.get(OURS, "FULL")
    assert found is not None
    assert found.context == "for <@deleted-user>, not for XU0ANA"
    assert found.answers["need"].by == "deleted-user"
    assert found.answers["freshness"].by == "U1"
    assert await storage.outbox.get(OURS, f"{OURS}-direct") is None
    assert await storage.forget_person(OURS, "U0ANA") == 0


async def test_a_turn_that_still_knows_a_forgotten_person_cannot_save_them_again(storage: Storage):
    await storage.remember(change(assessments=[assessment(started_by="U0ANA")]))
    known = await storage.assessments.get(OURS, "A1")
    await storage.forget_person(OURS, "U0ANA")

    with pytest.raises(Conflict):
        await storage.remember(change(assessments=[known]))
