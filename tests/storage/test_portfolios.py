"""What a workspace's decisions come to: over all versions, of one tenant alone, in as few looks as ever."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from rules.facts import Facts
from rules.framework import Architecture
from rules.portfolio import DecidedFeature
from rules.verdict import Share
from rules.vocabulary import Source
from rules.wilson import BarState
from storage import Storage
from storage.portfolios import PortfolioTotals
from storage.records import Assessment, AssessmentState, Bucket, Decision, ReviewSchedule, ScheduleState
from tests.storage.explained import explained
from tests.storage.samples import DAY, NOON, OTHERS, OURS, VERDICT, assessment, change, failure, review, save

SUPERSEDED: dict[str, Any] = {"state": AssessmentState.SUPERSEDED}
PLAN = ReviewSchedule(day=1, owner="U1")


def decided(named: str, source: str | None = "documents", **fields: Any) -> Assessment:
    verdict = VERDICT.model_copy(update={key: fields.pop(key) for key in ("verdict", "passes") if key in fields})
    decision = Decision(at=NOON, facts=Facts.model_validate({"source": source}), verdict=verdict)
    return assessment(named, **{"state": AssessmentState.DECIDED, "decision": decision} | fields)


async def features(storage: Storage) -> dict[str, DecidedFeature]:
    return {one.id: one for one in await storage.portfolios.features(OURS, NOON - 90 * DAY)}


async def totals(storage: Storage) -> PortfolioTotals:
    return await storage.portfolios.totals(OURS, NOON - 7 * DAY, NOON - 90 * DAY)


async def test_a_decision_is_told_by_its_verdict_its_source_and_its_plan(storage: Storage):
    await save(
        storage,
        decided("A1", channel="C7", name="Support copilot", schedule=PLAN),
        decided("A2", None, verdict=Architecture.HYBRID, passes=False),
        decided("A3", schedule=PLAN.model_copy(update={"state": ScheduleState.PAUSED})),
    )

    found = await features(storage)

    assert found["A1"] == DecidedFeature(
        id="A1", name="Support copilot", team="C7", architecture=Architecture.RAG, source=Source.DOCUMENTS,
        decided_at=NOON, is_planned=True, zone="UTC", is_settled=False,
    )  # fmt: skip
    assert (found["A2"].architecture, found["A2"].passes, found["A2"].source) == (Architecture.HYBRID, False, None)
    assert not found["A3"].is_planned


@pytest.mark.parametrize(
    ("confidence", "other", "is_likely", "is_leading"),
    [(0.82, 0.18, True, True), (0.47, 0.53, True, False), (0.03, 0.97, False, False)],
)
async def test_how_firmly_a_verdict_stands_is_told_as_the_verdict_itself_tells_it(
    storage: Storage, confidence: float, other: float, is_likely: bool, is_leading: bool
):
    verdict = VERDICT.model_copy(
        update={"confidence": confidence, "alternatives": (Share(verdict=Architecture.TOOLS, share=other),)}
    )
    decision = Decision(at=NOON, facts=Facts(), verdict=verdict)
    await save(storage, assessment("A1", state=AssessmentState.DECIDED, decision=decision))

    (found,) = (await features(storage)).values()

    assert (verdict.is_likely, verdict.is_leading) == (found.is_likely, found.is_leading) == (is_likely, is_leading)
    assert not found.is_settled


async def test_what_has_no_verdict_in_force_is_not_told_and_what_is_taken_up_again_is_told_once(storage: Storage):
    await save(
        storage,
        assessment("open"),
        decided("cancelled", state=AssessmentState.CANCELLED),
        decided("old", superseded_by="new", **SUPERSEDED),
        decided("holds", superseded_by="asked"),
    )
    await save(storage, decided("new", supersedes="old", channel="C2"), assessment("asked", supersedes="holds"))

    assert set(await features(storage)) == {"new", "holds"}
    assert (await totals(storage)).features == 2


async def test_an_answer_that_is_being_changed_does_not_hide_the_verdict(storage: Storage):
    await save(storage, decided("A1", state=AssessmentState.INTERVIEWING, asking="need"))

    found = await features(storage)
    assert set(found) == {"A1"}
    assert (found["A1"].is_revising, found["A1"].is_sharpening) == (True, False)
    assert (await totals(storage)).features == 1


async def test_reviews_and_failures_of_all_versions_are_those_of_the_one_in_which_they_live_on(storage: Storage):
    await save(storage, decided("v1", superseded_by="v2", **SUPERSEDED))
    await save(storage, decided("v2", supersedes="v1", superseded_by="v3", **SUPERSEDED))
    await save(storage, decided("v3", supersedes="v2"))
    held = (
        review("2026-09", assessment_id="v1", id="R1", state="finished", finished_at=NOON),
        review("2026-10", assessment_id="v2", id="R2", state="finished", finished_at=NOON),
        review("2026-11", assessment_id="v1", id="R3", opened_at=NOON - 8 * DAY),
    )
    logged = (
        failure("f1", assessment_id="v1"),
        failure("f2", assessment_id="v3"),
        failure("f3", assessment_id="v3", bucket=Bucket.SAFETY, at=NOON - 90 * DAY),
        failure("f4", assessment_id="v3", at=NOON - 91 * DAY),
        failure("f5", assessment_id="v2", withdrawn_at=NOON),
    )
    await storage.remember(change(reviews=held, failures=logged))

    (found,) = (await features(storage)).values()

    assert found.reviewed is not None
    assert (found.reviewed.month, found.waits_since) == ("2026-10", NOON - 8 * DAY)
    assert found.failures == {"retrieval_miss": 2, "safety": 1}
    assert await totals(storage) == PortfolioTotals(1, 1, {Bucket.RETRIEVAL_MISS: 2, Bucket.SAFETY: 1})


async def test_the_last_finished_review_tells_what_it_concluded_and_how_the_golden_tasks_did(storage: Storage):
    await save(storage, decided("A1"), decided("A2"), decided("A3"))
    outcome = {
        "architecture": "hybrid", "bar": 0.9, "bar_state": "missed", "result": {"passed": 2, "failed": 3, "not_run": 1}
    }  # fmt: skip
    finished = {"state": "finished", "finished_at": NOON + DAY}
    await storage.remember(
        change(
            reviews=(
                review("2026-10", id="R0", outcome={"result": {"passed": 9}}, **finished),
                review("2026-11", id="R1", outcome=outcome, **finished),
                review("2026-12", id="R2", state="skipped"),
                review("2026-11", id="R3", assessment_id="A2", verdict="prompt", outcome=outcome, **finished),
                review("2026-11", id="R4", assessment_id="A3", state="finished", opened_at=NOON),
            )
        )
    )

    found = await features(storage)
    last, other, bare = (found[named].reviewed for named in ("A1", "A2", "A3"))

    assert last is not None
    assert (last.month, last.finished_at, last.architecture) == ("2026-11", NOON + DAY, Architecture.HYBRID)
    assert (last.passed, last.ran, last.bar, last.bar_state) == (2, 5, 0.9, BarState.MISSED)
    assert other is not None
    assert other.architecture is Architecture.PROMPT, "as it was kept beside the outcome"
    assert bare is not None
    assert (bare.architecture, bare.ran, bare.bar, bare.bar_state) == (None, 0, 0.8, None)
    assert bare.finished_at == NOON


async def test_a_snoozed_review_waits_for_nobody_and_one_opened_lately_is_not_overdue(storage: Storage):
    await save(
        storage,
        decided("A1", schedule=PLAN.model_copy(update={"snoozed_until": NOON + DAY})),
        decided("A2", schedule=PLAN),
    )
    waiting = (
        review(id="R1", opened_at=NOON - 30 * DAY),
        review(id="R2", assessment_id="A2", opened_at=NOON - 6 * DAY),
        review("2026-11", id="R3", assessment_id="A2", opened_at=NOON - 5 * DAY),
    )
    await storage.remember(change(reviews=waiting))

    found = await features(storage)

    assert (found["A1"].waits_since, found["A2"].waits_since) == (None, NOON - 6 * DAY)
    assert (await totals(storage)).overdue == 0


async def test_nothing_of_another_workspace_is_told_or_counted_though_the_ids_are_the_same(storage: Storage):
    await save(storage, decided("A1", superseded_by="A2", **SUPERSEDED))
    await save(storage, decided("A2", supersedes="A1"))
    await storage.remember(
        change(
            reviews=[
                review(opened_at=NOON - 30 * DAY),
                review("2026-10", id="R9", assessment_id="A2", state="finished", finished_at=NOON),
            ],
            failures=[failure("F1"), failure("F2", assessment_id="A2")],
        )
    )
    theirs = decided("A2", None, tenant=OTHERS, name="Theirs")
    await storage.remember(change(tenant=OTHERS, assessments=[theirs]))

    (other,) = await storage.portfolios.features(OTHERS, NOON - 90 * DAY)

    assert other == DecidedFeature(
        id="A2", name="Theirs", team="C1", architecture="rag", decided_at=NOON, is_settled=False
    )
    assert await storage.portfolios.totals(OTHERS, NOON, NOON - 90 * DAY) == PortfolioTotals(1, 0, {})
    assert (await features(storage))["A2"].failures == {"retrieval_miss": 2}


async def test_an_empty_workspace_has_an_empty_portfolio(storage: Storage):
    assert await features(storage) == {}
    assert await totals(storage) == PortfolioTotals(0, 0, {})


Watch = Callable[[Connection], None]


def look(connection: Connection) -> None:
    from storage.portfolios import _features, _totals

    _features(connection, OURS, NOON - 90 * DAY)
    _totals(connection, OURS, NOON - 7 * DAY, NOON - 90 * DAY)


async def test_it_takes_as_many_statements_for_many_features_as_for_few(storage: Storage):
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    def watched(connection: Connection) -> None:
        event.listen(connection, "before_cursor_execute", note)
        look(connection)
        event.remove(connection, "before_cursor_execute", note)

    await save(storage, decided("A000"))
    await storage._database.read(watched)
    few = len(sent)
    sent.clear()
    await save(storage, *(decided(f"A{n:03}") for n in range(1, 60)))
    await storage.remember(change(failures=[failure(f"f{n}", assessment_id=f"A{n:03}") for n in range(60)]))
    await storage._database.read(watched)

    assert len(sent) == few == 8


@pytest.mark.parametrize("table", ["assessments", "after", "reviews", "failures", "decisions", "review_schedules"])
async def test_no_look_goes_through_a_table_of_all_tenants(sqlite_storage: Storage, table: str):
    def watched(connection: Connection) -> list[str]:
        plans = explained(connection)
        look(connection)
        return plans

    await save(sqlite_storage, decided("A1", schedule=PLAN), reviews=[review()], failures=[failure()])
    plans = await sqlite_storage._database.read(watched)

    assert [plan for plan in plans if f"SCAN {table}" in plan.replace(f"SCAN {table}_", "")] == []
