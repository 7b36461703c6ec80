"""What one person's Home shows: what they may see and nothing else, a page at a time, in as few looks as ever."""

import re
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, event

from rules import Facts
from storage import Storage
from storage.homes import HomeAsked
from storage.records import Assessment, AssessmentState, Bucket, Decision, ReviewSchedule
from tests.storage.explained import explained
from tests.storage.homes import WORKED, item, look
from tests.storage.samples import (
    DAY,
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    VERDICT,
    answer,
    assessment,
    change,
    delivery,
    failure,
    for_viewers,
    review,
    save,
)

UNMEASURED = {"bar_state": "not_run"}


async def test_a_member_sees_their_channels_and_their_own_direct_messages(storage: Storage):
    await save(
        storage,
        assessment("mine", channel="C1", changed_at=NOON + MINUTE),
        assessment("not-in", channel="C2", started_by="U1"),
        assessment("direct", channel="D1", started_by="U1"),
        assessment("to-me", channel="U1", started_by="U2", changed_at=NOON - MINUTE),
        assessment("others-direct", channel="D2", started_by="U2"),
    )

    assert [one.id for one in (await look(storage, channels=("C1", "C3"))).shown] == ["mine", "direct", "to-me"]
    assert (await look(storage, "U3", ())).shown == ()


async def test_a_member_of_thousands_of_channels_is_served(storage: Storage):
    await save(storage, assessment("A1", channel="C999"))

    found = await look(storage, "U9", tuple(f"C{number}" for number in range(5000)))

    assert [one.id for one in found.shown] == ["A1"]


async def test_what_was_cancelled_or_replaced_is_not_on_the_home(storage: Storage):
    states = (AssessmentState.CANCELLED, AssessmentState.SUPERSEDED, AssessmentState.STOPPED)
    await save(storage, *(assessment(state, state=state) for state in states))

    assert [one.id for one in (await look(storage)).shown] == [AssessmentState.STOPPED]


async def test_a_page_beyond_the_end_is_the_last_one(storage: Storage):
    await save(storage, *(assessment(f"A{n:02}", changed_at=NOON + n * MINUTE) for n in range(23)))

    last = await look(storage, page=9999)

    assert (last.page, last.total) == (2, 23)
    assert [one.id for one in last.shown] == ["A02", "A01", "A00"]
    assert (await look(storage, "U2", (), page=5)).page == 0


async def test_failures_count_by_bucket_from_the_month_on_over_all_versions_without_the_withdrawn(storage: Storage):
    await save(storage, assessment("old", state=AssessmentState.SUPERSEDED, superseded_by="new"))
    await save(storage, assessment("new", supersedes="old"), assessment("other"))
    logged = (
        failure("f1", assessment_id="old"),
        failure("f2", assessment_id="new", at=NOON + MINUTE),
        failure("f3", assessment_id="new", bucket=Bucket.SAFETY),
        failure("f4", assessment_id="new", at=NOON - MINUTE),
        failure("f5", assessment_id="new", withdrawn_at=NOON),
    )
    await storage.remember(change(failures=logged))

    found = await look(storage)

    assert found.failures == {"new": {Bucket.RETRIEVAL_MISS: 2, Bucket.SAFETY: 1}}
    assert not found.is_more


async def test_each_month_begins_where_its_team_is(storage: Storage):
    await save(storage, assessment("here"), assessment("there"))
    logged = (failure("f1", assessment_id="here"), failure("f2", assessment_id="there"))
    await storage.remember(change(failures=logged))

    def since(one: Assessment) -> datetime:
        return NOON if one.id == "here" else NOON + MINUTE

    found = await storage.homes.look(HomeAsked(OURS, "U1", ("C1",), 0, 10), since, lambda _: ())

    assert set(found.failures) == {"here"}


async def test_the_last_finished_review_of_any_version_is_shown_not_the_open_one(storage: Storage):
    await save(storage, assessment("old", state=AssessmentState.SUPERSEDED, superseded_by="new"))
    await save(storage, assessment("new", supersedes="old", **WORKED))
    finished = {"state": "finished", "finished_at": NOON}
    held = (
        review("2026-09", assessment_id="old", id="R1", **finished),
        review("2026-10", assessment_id="old", id="R2", **finished),
        review("2026-11", assessment_id="new", id="R3"),
    )
    await storage.remember(change(reviews=held))

    found = await look(storage)

    assert found.concluded["new"].month == "2026-10"
    assert [(one.assessment_id, one.month) for one in found.reviews] == [("new", "2026-11")]


async def test_what_the_reviews_since_the_decision_ended_with_is_found_over_all_versions(storage: Storage):
    await save(storage, assessment("old", state=AssessmentState.SUPERSEDED, superseded_by="new"))
    decided = Decision(at=NOON, facts=Facts(), verdict=VERDICT)
    await save(storage, assessment("new", supersedes="old", decision=decided, **WORKED))
    held = (
        review("2026-09", assessment_id="old", id="R1", state="finished", finished_at=NOON - DAY, verdict="prompt"),
        review(
            "2026-10",
            assessment_id="old",
            id="R2",
            state="finished",
            finished_at=NOON,
            verdict="rag",
            outcome=UNMEASURED,
        ),
        review("2026-11", assessment_id="new", id="R3", state="finished", finished_at=NOON + DAY, verdict="hybrid"),
    )
    await storage.remember(change(reviews=held))

    assert (await look(storage)).ended == {"new": [("rag", False), ("hybrid", True)]}


async def test_the_reviews_of_a_decision_are_found_over_all_versions_a_month_once_and_of_no_other(storage: Storage):
    await save(storage, assessment("old", state=AssessmentState.SUPERSEDED, superseded_by="new"))
    await save(storage, assessment("new", supersedes="old", **WORKED), assessment("other", **WORKED))
    held = (
        review("2026-10", assessment_id="old", id="R1"),
        review("2026-11", assessment_id="old", id="R2"),
        review("2026-11", assessment_id="new", id="R3", opened_at=NOON + DAY),
        review("2026-12", assessment_id="other", id="R4"),
    )
    await storage.remember(change(reviews=held))

    found = await storage.homes.reviewed(OURS, ["new"])

    assert {id_: [one.id for one in reviews] for id_, reviews in found.items()} == {"new": ["R3", "R1"]}
    assert await storage.homes.reviewed(OTHERS, ["new"]) == {"new": ()}


async def test_it_says_where_the_messages_stand_that_were_asked_for(storage: Storage):
    rows = [
        delivery("d1", assessment_id="A1", message_key="parent"),
        delivery("d2", assessment_id="A1", message_key="x", lane="x"),
    ]
    await save(storage, assessment("A1", answers={"need": answer("need", "facts")}), deliveries=rows)
    await storage.outbox.claim("worker", NOON, 9, MINUTE)
    for number in (1, 2):
        await storage.outbox.finish(f"d{number}", "worker", "sent", at=NOON, ts=f"{number}.1", channel="C1")

    found = await look(storage)

    assert {key: place.ts for key, place in found.places.items()} == {("A1", "parent"): "1.1"}


@pytest.mark.parametrize("page", [0, 3])
async def test_a_home_takes_as_many_statements_for_many_assessments_as_for_few(storage: Storage, page: int):
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    async def statements() -> int:
        sent.clear()

        def watched(connection: Connection) -> None:
            from storage.homes import _look

            event.listen(connection, "before_cursor_execute", note)
            _look(connection, HomeAsked(OURS, "U1", ("C1",), page, 10), lambda _: NOON, lambda _: {"parent"})

        await storage._database.read(watched)
        return len(sent)

    def worked(n: int) -> Assessment:
        return assessment(f"A{n:03}", checklist=(item(),), schedule=ReviewSchedule(day=1, owner="U1"), **WORKED)

    await save(storage, *map(worked, range(2)))
    few = await statements()
    await save(storage, *map(worked, range(2, 60)))
    await storage.remember(change(failures=[failure(f"f{n}", assessment_id=f"A{n:03}") for n in range(60)]))

    beyond = 2 if page else 0  # two decisions have one page: how many there are, and the last page instead
    assert (few, await statements()) == (14 + beyond, 14)


async def test_failures_may_be_logged_of_what_is_decided_changed_last_first_with_its_golden_tasks(storage: Storage):
    from tests.storage.samples import FULL

    second = FULL.model_copy(update={"id": "A2", "name": "Live prices", "changed_at": NOON + DAY, "supersedes": None})
    await save(storage, FULL, second, assessment("open", channel="C9"))

    found = await storage.homes.features(OURS, "U9", ["C9"])

    assert [one.id for one in found] == ["A2", "FULL"]
    assert (found[1].name, found[1].channel, found[1].tasks) == ("Support copilot", "C9", (("g1", "Refund"),))
    assert [one.id for one in await storage.homes.features(OURS, "U9", ["C9"], limit=1)] == ["A2"]


async def test_the_failure_that_a_person_logged_last_is_known(storage: Storage):
    await save(storage, assessment("A1"))
    logged = (failure("f1"), failure("f2", at=NOON + MINUTE), failure("f3", by="U2", at=NOON + DAY))
    await storage.remember(change(failures=logged))

    last = await storage.failures.last_by(OURS, "U1")

    assert last is not None
    assert last.id == "f2"
    assert await storage.failures.last_by(OURS, "U9") is None


async def test_no_look_goes_through_a_whole_table(sqlite_storage: Storage):
    """On SQLite, whose plan does not depend on how much there is."""
    storage = sqlite_storage

    def watched(connection: Connection) -> list[str]:
        from storage.homes import _features, _look
        from storage.viewers import deliveries_for

        plans = explained(connection)
        asked = HomeAsked(OURS, "U1", ("C1", "C2"), 0, 10)
        _look(connection, asked, lambda _: NOON, lambda _: {"parent"})
        _features(connection, OURS, "U1", ("C1", "C2"))
        deliveries_for(connection, change(for_viewers=for_viewers()))
        return plans

    await save(storage, assessment("A1", checklist=(item(),), schedule=ReviewSchedule(day=1, owner="U1"), **WORKED))
    await storage.homes.opened(OURS, "U1", 0, NOON)
    plans = await storage._database.write(watched)

    tables = ("assessments", "near", "own", "before", "reviews", "failures", "checklist_items", "messages", "outbox")
    for plan in plans:
        for table in (*tables, "home_viewers", "golden_tasks"):
            assert not re.search(rf"SCAN {table}\b", plan), plan
