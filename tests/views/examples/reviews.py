"""The monthly review: the plan, the message, its outcome, and what its owner hears."""

from datetime import timedelta

from bot.replies import (
    AnyModal,
    Aside,
    BucketCount,
    CalendarFile,
    Changed,
    CountsModal,
    Drifted,
    FactsToChange,
    HistoryPicture,
    HistoryTable,
    PlanLine,
    PlanModal,
    Reply,
    ResultsUsed,
    ResultsWaiting,
    ReviewAside,
    ReviewBack,
    ReviewClosed,
    ReviewHandedOver,
    ReviewMessage,
    ReviewNudge,
    ReviewReopened,
    ReviewResult,
    ReviewTrouble,
    Said,
    TaskMark,
    ZoneFrom,
)
from rules.facts import Facts
from rules.framework import Architecture
from rules.review import BAR, Advice, Conclusion, MonthResult, conclude
from storage.records import ReviewState, ScheduleState, TaskResult
from tests.views.examples.pieces import ANA, AT, BEN, NAME, REGULATED, REVIEW, TYPED, UNSURE, WEEKLY, A

ZONE = "Europe/Berlin"
FACTS = Facts(need="facts", freshness="weekly", source="documents", corpus="large", receipts="regulated")
OCTOBER = MonthResult(
    month="2026-10", passed=2, failed=3, failures={"retrieval_miss": 6}, architecture=Architecture.RAG
)
NOVEMBER = MonthResult(month="2026-11", architecture=Architecture.RAG, was_missed=True)
DECEMBER = MonthResult(
    month="2026-12",
    passed=3,
    failed=2,
    failures={"retrieval_miss": 9, "formatting": 3, "safety": 2},
    architecture=Architecture.RAG,
)
TOLD = Said(
    fact="failure", topic="How today's prompt fails", words="stale facts", by=ANA, at=AT,
    typed="two people complained about outdated pricing",
)  # fmt: skip
MONTHS = (OCTOBER, NOVEMBER, DECEMBER)
COUNTS = (
    BucketCount(bucket="retrieval_miss", label="Retrieval miss", count=9),
    BucketCount(bucket="formatting", label="Formatting", count=3),
)
TASKS = (
    TaskMark(id="t1", name="Refund window", result=TaskResult.PASS),
    TaskMark(id="t2", name="Contract lookup", result=TaskResult.FAIL),
    TaskMark(id="t3", name="Escalation"),
)
NOW_YEARLY = Changed(
    fact="freshness", topic="How often the truth changes", before="weekly", after="yearly", value="yearly"
)


def line(state: ScheduleState, **more: object) -> PlanLine:
    said = {"assessment_id": A, "name": NAME, "state": state, "zone": ZONE, "owner": ANA}
    rhythm = "on the 1st of each month, or the next working day, at 10:00"
    return PlanLine(**{**said, "rhythm": rhythm, **more})


def review(**more: object) -> ReviewMessage:
    said = {"assessment_id": A, "name": NAME, "month": "2026-12", "owner": ANA, "architecture": Architecture.RAG}
    said |= {"since": AT, "is_first": True, "counts": COUNTS, "tasks": TASKS, "facts": (WEEKLY, REGULATED)}
    return ReviewMessage(**{**said, **more})


def closed(state: ReviewState, **more: object) -> ReviewClosed:
    said = {"assessment_id": A, "name": NAME, "month": "2026-12", "state": state, "zone": ZONE, "next_at": REVIEW}
    return ReviewClosed(**{**said, **more})


def result(found: Conclusion, **more: object) -> ReviewResult:
    said = {"assessment_id": A, "name": NAME, "month": "2026-12", "by": BEN, "conclusion": found, "zone": ZONE}
    return ReviewResult(**{**said, "next_at": REVIEW + timedelta(days=32), **more})


def trouble(error: str) -> ReviewTrouble:
    return ReviewTrouble(
        assessment_id=A, name=NAME, month="2026-12", channel="C0SUPPORT", error=error, failed="d1", owner=ANA
    )


FIXING = conclude(DECEMBER, (OCTOBER, NOVEMBER), facts=FACTS)
HOLDING = conclude(DECEMBER.model_copy(update={"passed": 5, "failed": 0, "failures": {}}), (), facts=FACTS)
_HURRIED = Facts(**{**FACTS.known(), "latency": "under_300ms"})
_MOVED = Facts(need="facts", freshness="weekly", source="systems")
SMALLER = conclude(DECEMBER, (OCTOBER, NOVEMBER), facts=_MOVED, facts_before=FACTS)
NOTHING = conclude(DECEMBER, (OCTOBER, NOVEMBER), facts=_HURRIED, facts_before=FACTS)
CLIMBING = FIXING.model_copy(
    update={
        "advice": Advice.CLIMB,
        "architecture": Architecture.HYBRID,
        "delivers": ("Steady behavior", "Strict format"),
    }
)
STEPPING = conclude(
    DECEMBER.model_copy(update={"passed": 5, "failed": 0}),
    (),
    facts=Facts(need="facts", freshness="yearly", source="documents", corpus="prompt_sized", receipts="none"),
    facts_before=FACTS,
)
NO_TASKS = conclude(MonthResult(month="2026-12", architecture=Architecture.RAG), (), facts=FACTS)
NOT_RUN = conclude(MonthResult(month="2026-12", not_run=3, architecture=Architecture.RAG), (), facts=FACTS)

REVIEWS: dict[str, Reply] = {
    "plan_active": line(ScheduleState.ACTIVE, next_at=REVIEW, by=ANA),
    "plan_of_a_first_review": line(ScheduleState.ACTIVE, next_at=REVIEW, by=ANA, waits=True),
    "calendar_file": CalendarFile(
        assessment_id=A,
        name=NAME,
        rhythm={"zone": ZONE, "day": 1},
        moments=(("2026-12", REVIEW),),
        now=AT,
    ),
    "plan_paused": line(ScheduleState.PAUSED, by=BEN),
    "plan_paused_unreached": line(ScheduleState.PAUSED, unreached="is_archived"),
    "plan_stopped": line(ScheduleState.STOPPED, by=BEN),
    "review_open": review(),
    "review_with_a_report": review(counts=(), reported=TOLD),
    "review_late_after_missed": review(
        is_first=False,
        is_late=True,
        missed=("2026-10", "2026-11"),
        changes=(NOW_YEARLY,),
        counted_by=BEN,
        has_changed=True,
        has_changed_by=BEN,
        version=3,
    ),
    "review_of_an_earlier_version": review(changes=(NOW_YEARLY,), decided_anew=Architecture.PROMPT),
    "review_with_results_waiting": review(
        bar="75 of 100",
        sources=(ResultsUsed(format="pytest", by=BEN), ResultsUsed(format="promptfoo")),
        waiting=(
            ResultsWaiting(digest="d1", format="promptfoo", at=REVIEW, passed=17, ran=21, providers=("small", "large")),
            ResultsWaiting(digest="d2", format="garak", at=REVIEW, passed=0, ran=0),
        ),
        tasks=(TASKS[0].model_copy(update={"runs": "8 of 10 runs", "bar": "8 of 10"}), *TASKS[1:]),
    ),
    "review_without_tasks": review(tasks=(), counts=(), facts=(), has_changed=False, has_changed_by=ANA),
    "review_with_many_tasks": review(tasks=tuple(TASKS[0].model_copy(update={"id": f"t{n}"}) for n in range(30))),
    "review_finished": closed(ReviewState.FINISHED, by=BEN, conclusion=FIXING),
    "review_finished_on_new_answers": closed(ReviewState.FINISHED, by=BEN, conclusion=SMALLER),
    "review_finished_where_nothing_passes": closed(ReviewState.FINISHED, by=BEN, conclusion=NOTHING),
    "review_skipped": closed(ReviewState.SKIPPED, by=BEN),
    "review_finished_today": closed(
        ReviewState.FINISHED, by=BEN, conclusion=FIXING, reopen_until=AT + timedelta(days=1)
    ),
    "review_skipped_today": closed(ReviewState.SKIPPED, by=BEN, reopen_until=AT + timedelta(days=1)),
    "review_reopened": ReviewReopened(name=NAME, month="2026-12", by=BEN),
    "review_missed": closed(ReviewState.MISSED),
    "review_snoozed": closed(ReviewState.OPEN, by=BEN, snoozed_until=REVIEW + timedelta(days=7)),
    "result_fix_first": result(FIXING),
    "result_with_its_months": result(FIXING, history=MONTHS, bar=BAR),
    "result_of_the_first_month": result(HOLDING, history=MONTHS[:1], bar=BAR),
    "result_of_a_quiet_month": result(
        NOT_RUN, history=(MonthResult(month="2026-12", not_run=3, architecture=Architecture.RAG),), bar=BAR
    ),
    "result_hold": result(HOLDING),
    "result_unasked": result(HOLDING, is_unasked=True),
    "result_said_changed": result(HOLDING, said_changed_by=BEN),
    "result_that_leaves_a_question_open": result(
        HOLDING, asks="What the team can run", thread="https://example.slack.com/archives/C1/p1"
    ),
    "result_climb": result(CLIMBING),
    "result_step_down": result(STEPPING, changes=(NOW_YEARLY,)),
    "result_where_nothing_passes": result(NOTHING, changes=(NOW_YEARLY,)),
    "result_not_run": result(NO_TASKS, has_tasks=False),
    "history_picture": HistoryPicture(assessment_id=A, name=NAME, month="2026-12", results=MONTHS, bar=BAR),
    "history_table": HistoryTable(assessment_id=A, name=NAME, month="2026-12", results=MONTHS, bar=BAR),
    "review_back": ReviewBack(name=NAME, owner=ANA),
    "review_handed_over": ReviewHandedOver(
        assessment_id=A,
        name=NAME,
        by=ANA,
        channel="C0SUPPORT",
        next_at=AT + timedelta(days=9),
        zone="Europe/Berlin",
    ),
    "drifted": Drifted(
        assessment_id=A,
        name=NAME,
        decided_at=AT,
        architecture=Architecture.RAG,
        causes=(
            "One kind of failure grew 3 months running (retrieval miss): 2, 4, 7.",
            "“Requests a day” was answered anew: under 1,000 a day before, over a million a day now.",
        ),
        now=Architecture.RAG,
    ),
    "drifted_to_nothing": Drifted(
        assessment_id=A,
        name=NAME,
        decided_at=AT,
        architecture=Architecture.FINE_TUNE,
        causes=("Name a host that still trains.",),
        now=Architecture.TOOLS,
        passes=False,
    ),
    "review_nudge": ReviewNudge(
        assessment_id=A, name=NAME, month="2026-12", owner=ANA, link="https://example.slack.com/p3"
    ),
    "review_nudge_in_thread": ReviewNudge(assessment_id=A, name=NAME, month="2026-12", owner=ANA, in_thread=True),
    "review_archived": trouble("is_archived"),
    "review_refused": trouble("restricted_action"),
    "review_unknown": trouble("unknown"),
    "review_owner_gone": trouble("owner_gone"),
    "facts_to_change": FactsToChange(
        assessment_id=A, name=NAME, facts=(TYPED, REGULATED, UNSURE), link="https://example.slack.com/p4"
    ),
    **{
        f"review_aside_{aside}": ReviewAside(aside=aside, name=NAME, by=BEN, owner=ANA, at=REVIEW, zone=ZONE)
        for aside in Aside
    },
}

REVIEW_MODALS: dict[str, AnyModal] = {
    "plan": PlanModal(private="{}", name=NAME, zone=ZONE, owner=ANA, zone_from=ZoneFrom.PROFILE),
    "plan_that_waits_four_weeks": PlanModal(
        private="{}", name=NAME, day="day:26", first="2026-12-26", waits=True, zone=ZONE, owner=ANA
    ),
    "plan_from_a_day_on": PlanModal(private="{}", name=NAME, first="2026-11-29", zone=ZONE, owner=ANA),
    "plan_with_the_zone_that_is_set": PlanModal(
        private="{}", name=NAME, zone=ZONE, owner=ANA, zone_from=ZoneFrom.SETTING
    ),
    "plan_without_a_zone": PlanModal(private="{}", name=NAME, owner=ANA, zone_from=ZoneFrom.NOWHERE),
    "plan_moved": PlanModal(
        private="{}",
        name=NAME,
        day="nth:-1:4",
        time="16:30",
        zone="Asia/Kathmandu",
        owner=BEN,
        working_days_only=False,
        holidays="NP",
        is_move=True,
    ),
    "counts": CountsModal(private="{}", name=NAME, counts=COUNTS, tasks=TASKS),
    "counts_of_runs": CountsModal(
        private="{}",
        name=NAME,
        counts=COUNTS,
        tasks=tuple(
            task.model_copy(update={"bar": "8 of 10", "counts_runs": True, "runs": "7 of 10 runs"}) for task in TASKS
        ),
    ),
}
