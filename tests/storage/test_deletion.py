"""What is forgotten is forgotten in every table; what only needs tidying goes with time."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

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


async def test_keeping_house_removes_what_is_old_and_ended_and_nothing_else(storage: Storage):
    await storage.remember(change(inbox_key="old"))
    await storage.remember(change(inbox_key="new", at=NOON + 30 * DAY))
    kept = [delivery("waits", lane="waits", due_at=NOON + 60 * DAY), delivery("once", lane="once", dedupe_key="once")]
    await storage.remember(change(deliveries=[delivery("sent"), delivery("unknown", lane="unknown"), *kept]))
    for row, state in (("sent", "sent"), ("unknown", "unknown"), ("once", "sent")):
        await storage.outbox.claim("worker", NOON, 10, MINUTE)
        await storage.outbox.finish(row, "worker", state, at=NOON)
    state = await storage.oauth_states.issue(NOON)

    assert await storage.keep_house(NOON + timedelta(minutes=5)) == 0
    assert await storage.keep_house(NOON + 31 * DAY) == 3  # the old event, the sent row, the state
    assert await storage.keep_house(NOON + 31 * DAY) == 0

    there = {row for row in ("sent", "unknown", "once", "waits") if await storage.outbox.get(OURS, row)}
    assert there == {"unknown", "once", "waits"}
    assert await storage.remember(change(inbox_key="new")) is False
    assert await storage.remember(change(inbox_key="old")) is True
    assert await storage.oauth_states.consume(state, NOON) is False
    assert await storage.keep_house(NOON + 500 * DAY) == 4  # both events, unknown and once


async def test_who_looked_at_their_home_and_what_was_published_there_is_gone_after_a_day(storage: Storage):
    await storage.homes.opened(OURS, "U1", 0, NOON)
    published = delivery("home", lane="home", method="publish", user="U1")
    await storage.remember(change(deliveries=[published, delivery("again", lane="due:home:U1", method="run")]))
    for row in ("home", "again"):
        await storage.outbox.claim("worker", NOON, 10, MINUTE)
        await storage.outbox.finish(row, "worker", "sent", at=NOON)

    assert await storage.keep_house(NOON + DAY) == 0
    assert await storage.keep_house(NOON + DAY + MINUTE) == 3
    assert await storage.homes.viewer(OURS, "U1") is None


async def test_what_was_not_understood_is_kept_for_ninety_days(storage: Storage):
    await storage.remember(change(assessments=[FULL], unheard=[FULL_UNHEARD]))

    assert await storage.keep_house(NOON + 90 * DAY) == 0
    assert await storage.keep_house(NOON + 90 * DAY + MINUTE) == 1
    assert await storage.unheard.newest(OURS, 5) == ()


async def test_result_files_are_kept_for_a_good_year_and_revoked_tokens_for_ninety_days(storage: Storage):
    file = FULL_FILE.model_copy(update={"version": 0})
    live = FULL_TOKEN.model_copy(update={"id": "T8", "revoked_by": None, "revoked_at": None})
    await storage.remember(change(assessments=[FULL], result_files=[file], tokens=[FULL_TOKEN, live]))

    assert await storage.keep_house(NOON + 91 * DAY) == 0
    assert await storage.keep_house(NOON + 91 * DAY + MINUTE) == 1
    assert await storage.results.token(OURS, "T9") is None
    assert await storage.keep_house(NOON + 401 * DAY) == 1
    assert await storage.results.tokens(OURS, ["FULL"]) == (live,)


async def test_keeping_house_takes_many_rows_in_several_bites(storage: Storage):
    rows = [delivery(f"D-{number}", dedupe_key=str(number)) for number in range(2500)]
    await storage.remember(change(deliveries=rows))
    await storage.remember(change(at=NOON, cancels=[str(number) for number in range(2500)]))

    assert await storage.keep_house(NOON + 500 * DAY) == 2500


CANARY = "CanaryWordThatNobodyElseTypes"


def on_disk(path: Path) -> set[str]:
    """The files of the database in which the canary can still be read."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return {file.name for file in files if file.exists() and CANARY.encode() in file.read_bytes()}


async def test_deleted_text_is_gone_from_the_file_and_its_log(sqlite_storage: Storage, sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    await sqlite_storage.remember(change(assessments=[assessment(context=f"{CANARY} {'x' * 20_000}")]))
    await sqlite_storage.keep_house(NOON)  # it stands in the file itself by now
    await sqlite_storage.remember(change(assessments=[assessment("A2", context=f"{CANARY} {'y' * 20_000}")]))
    before = on_disk(path)

    await sqlite_storage.remember(change(deletes="A1"))
    await sqlite_storage.remember(change(deletes="A2"))

    assert before == {path.name, f"{path.name}-wal"}
    assert on_disk(path) == set()


@pytest.mark.parametrize("state", ["sent", "failed", "cancelled"])
async def test_the_word_that_it_is_deleted_keeps_nothing_of_it_once_it_was_said(
    sqlite_storage: Storage, sqlite_url: str, state: str
):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    said = delivery("D-1", reply={"kind": "confirmed", "name": CANARY}, method="ephemeral", user="U1")
    await sqlite_storage.remember(change(assessments=[assessment(context=CANARY)]))
    await sqlite_storage.remember(change(deletes="A1", deliveries=[said]))
    (row,) = await sqlite_storage.outbox.claim("one", NOON, 1, MINUTE)

    await sqlite_storage.outbox.finish("D-1", "one", state, at=NOON)

    assert row.reply["name"] == CANARY, "it could be said until then"
    assert on_disk(path) == set()


async def test_what_belongs_to_no_assessment_may_name_one_and_is_forgotten_once_it_is_over(storage: Storage):
    listed = {"reply": {"kind": "status", "lines": [CANARY]}, "lane": "private", "user": "U1"}
    home = {"reply": {"kind": "home", "lines": [CANARY]}, "lane": "home", "user": "U1", "method": "publish"}
    rows = [delivery("said", **listed), delivery("home", **home, replaces=True)]
    await storage.remember(change(deliveries=rows))
    await storage.remember(change(deliveries=[delivery("newer", **home, replaces=True)]))
    await storage.outbox.claim("one", NOON, 9, MINUTE)
    for name in ("said", "newer"):
        await storage.outbox.finish(name, "one", "sent", at=NOON)

    assert CANARY not in await storage._database.read(everything)


@pytest.mark.parametrize("how", ["tenant", "person", "house"])
async def test_other_deletions_leave_no_trace_either(sqlite_storage: Storage, sqlite_url: str, how: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    row = delivery("D-1", user=CANARY, lane=f"private:{CANARY}")
    await sqlite_storage.remember(change(deliveries=[row]))
    await sqlite_storage.outbox.claim("one", NOON, 1, MINUTE)
    await sqlite_storage.outbox.finish("D-1", "one", "sent", at=NOON)
    before = on_disk(path)

    if how == "tenant":
        await sqlite_storage.assessments.delete_tenant(OURS)
    elif how == "person":
        await sqlite_storage.forget_person(OURS, CANARY)
    else:
        await sqlite_storage.keep_house(NOON + 500 * DAY)

    assert before
    assert on_disk(path) == set()


async def test_a_reader_holds_up_no_deletion(sqlite_storage: Storage, sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    await sqlite_storage.remember(change(assessments=[assessment(context=CANARY)]))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM assessments").fetchone()
        await sqlite_storage.remember(change(deletes="A1"))
        meanwhile = await sqlite_storage.assessments.get(OURS, "A1")
    await sqlite_storage.keep_house(NOON)

    assert meanwhile is None
    assert on_disk(path) == set()
