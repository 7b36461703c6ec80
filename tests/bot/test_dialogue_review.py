"""The monthly review without Slack and without a database: what is due, what a press leads to, what stays quiet."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot import commands
from bot.dialogue import Turn
from bot.replies import Aside, ReviewAside, ReviewMessage, ReviewResult
from bot.views import render
from rules import FRAMEWORK, Facts, decide
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    Bucket,
    Decision,
    Review,
    ReviewState,
    ScheduleState,
    TaskResult,
)
from tests.bot.reviewed import DUE, FEATURE, OPEN, do, posts, scheduled
from tests.tables import each


def due(feature: Assessment | None = FEATURE, *reviews: Review, now: datetime = DUE, **fields: Any) -> Turn:
    return do(commands.OpenReview, feature, *reviews, now=now, by="", channel="", **{"month": "2026-12", **fields})


def asides(turn: Turn) -> list[Aside]:
    return [say.reply.aside for say in turn.says if isinstance(say.reply, ReviewAside)]


def test_an_alarm_opens_the_month_once_and_sets_the_next_and_the_nudge():
    turn = due()

    assert [(review.month, review.state) for review in turn.reviews] == [("2026-12", ReviewState.OPEN)]
    assert posts(turn) == ["review:2026-12"]
    says = next(say for say in turn.says if say.message_key == "review:2026-12")
    assert (says.under_key, says.dedupe_key) == (None, "review:a1:2026-12")
    assert [run.key for run in turn.runs] == ["review:a1:2027-01:20270101T0900", "nudge:a1:2026-12"]
    assert turn.runs[1].at == datetime(2026, 12, 4, 9, 0, tzinfo=UTC)


@each(
    "feature",
    [
        None,
        scheduled(state=ScheduleState.PAUSED),
        scheduled(state=ScheduleState.STOPPED),
        FEATURE.model_copy(update={"schedule": None}),
        FEATURE.model_copy(update={"state": AssessmentState.SUPERSEDED}),
        FEATURE.model_copy(update={"state": AssessmentState.CANCELLED}),
        scheduled(zone="Mars/Olympus"),
    ],
)
def test_an_alarm_for_what_is_gone_or_rests_says_nothing(feature: Assessment | None):
    assert due(feature) == Turn()


def test_a_second_alarm_and_one_of_an_old_plan_open_nothing():
    again, moved = due(FEATURE, OPEN), due(scheduled(day=20))

    for turn in (again, moved):
        assert not turn.says
        assert not turn.reviews
        assert len(turn.runs) == 1


def test_the_clock_that_jumps_back_before_the_due_moment_opens_nothing():
    assert not due(now=DUE - timedelta(hours=1)).says


@each(("late", "is_put_off"), [(timedelta(minutes=59), False), (timedelta(hours=2), True)])
def test_what_comes_late_waits_for_its_turn_and_for_the_day(late: timedelta, is_put_off: bool):
    turn = due(now=DUE + late)

    assert bool(turn.says) is not is_put_off
    if is_put_off:
        (run,) = turn.runs
        assert run.command.is_catch_up
        assert DUE + late <= run.at <= DUE + late + timedelta(minutes=90)


def test_at_night_the_catch_up_waits_for_the_next_working_morning():
    (run,) = due(now=datetime(2026, 12, 4, 22, 30, tzinfo=UTC)).runs

    assert run.at.date() == date(2026, 12, 7)
    assert run.at.hour == 7


def test_after_a_long_absence_the_latest_alone_is_opened_and_the_others_are_noted_as_missed():
    turn = due(now=datetime(2027, 3, 2, 10, 0, tzinfo=UTC), is_catch_up=True, month="2026-12")
    (run,) = turn.runs
    assert run.command.month == "2027-03"

    turn = due(FEATURE, now=datetime(2027, 3, 2, 11, 0, tzinfo=UTC), is_catch_up=True, month="2027-03")

    assert posts(turn) == ["review:2027-03"]


def test_an_unfinished_review_becomes_missed_when_the_next_one_opens():
    turn = due(FEATURE, OPEN, now=datetime(2027, 1, 1, 9, 0, tzinfo=UTC), month="2027-01")

    assert [(review.month, review.state) for review in turn.reviews] == [
        ("2026-12", ReviewState.MISSED),
        ("2027-01", ReviewState.OPEN),
    ]
    shown = next(say.reply for say in turn.says if say.message_key == "review:2027-01")
    assert isinstance(shown, ReviewMessage)
    assert shown.missed == ("2026-12",)


@each(
    ("review", "feature"),
    [
        (OPEN.model_copy(update={"state": ReviewState.FINISHED}), FEATURE),
        (OPEN.model_copy(update={"nudged_at": DUE}), FEATURE),
        (OPEN, scheduled(state=ScheduleState.PAUSED)),
        (OPEN, scheduled(snoozed_until=DUE + timedelta(days=9))),
    ],
)
def test_nobody_is_nudged_twice_or_for_nothing(review: Review, feature: Assessment):
    assert do(commands.NudgeOwner, feature, review, by="", channel="", month="2026-12") == Turn()


@each(
    ("state", "aside"),
    [
        (ReviewState.FINISHED, Aside.FINISHED),
        (ReviewState.SKIPPED, Aside.SKIPPED),
        (ReviewState.MISSED, Aside.MISSED),
    ],
)
@each(
    ("kind", "fields"),
    [
        (commands.MarkTask, {"task": "t1", "result": TaskResult.PASS}),
        (commands.SayChanged, {"has_changed": True}),
        (commands.AskForCounts, {}),
        (commands.SaveCounts, {}),
        (commands.FinishReview, {}),
        (commands.SnoozeReview, {}),
        (commands.SkipReview, {}),
    ],
)
def test_a_closed_review_takes_nothing_more_and_says_why(
    state: ReviewState, aside: Aside, kind: type[commands.CommandBase], fields: dict[str, Any]
):
    turn = do(kind, FEATURE, OPEN.model_copy(update={"state": state}), month="2026-12", **fields)

    assert asides(turn) == [aside]
    assert not turn.reviews
    assert not turn.assessments


def test_a_mark_of_a_task_that_was_removed_is_out_of_date():
    turn = do(commands.MarkTask, FEATURE, OPEN, month="2026-12", task="gone", result=TaskResult.PASS)

    assert not turn.reviews
    assert [say.reply.kind for say in turn.says] == ["problem"]


def test_a_review_close_to_the_next_one_cannot_be_snoozed_beyond_it():
    turn = do(commands.SnoozeReview, FEATURE, OPEN, month="2026-12", now=datetime(2026, 12, 28, 9, 0, tzinfo=UTC))

    assert asides(turn) == [Aside.NOT_SNOOZED]
    assert not turn.assessments


def test_the_log_counts_until_somebody_corrects_it_and_the_correction_until_the_end():
    logged = {Bucket.RETRIEVAL_MISS: 4}
    untouched = do(commands.SaveCounts, FEATURE, OPEN, logged=logged, month="2026-12", counts={"retrieval_miss": "4"})
    corrected = do(commands.SaveCounts, FEATURE, OPEN, logged=logged, month="2026-12", counts={"retrieval_miss": "6"})

    assert untouched.reviews[0].counts == {}
    assert corrected.reviews[0].counts[Bucket.RETRIEVAL_MISS] == 6
    finished = do(commands.FinishReview, FEATURE, corrected.reviews[0], logged=logged, month="2026-12")
    assert finished.reviews[0].counts[Bucket.RETRIEVAL_MISS] == 6


def test_a_finished_review_keeps_what_it_concluded_and_sets_the_next_alarm():
    turn = do(commands.FinishReview, FEATURE, OPEN, month="2026-12")

    (review,) = turn.reviews
    assert (review.state, review.finished_by, review.verdict) == (ReviewState.FINISHED, "U1", "rag")
    assert review.outcome["advice"] == "hold"
    keys = ["review:a1:2027-01:20270101T0900", "settle:a1:2026-12:20261201T090000", "drift:a1:2026-12"]
    assert [run.key for run in turn.runs] == keys
    assert turn.cancels == ("nudge:a1:2026-12",)


def test_where_somebody_said_that_something_changed_the_outcome_does_not_say_that_nothing_has():
    marked = do(commands.SayChanged, FEATURE, OPEN, month="2026-12", has_changed=True)
    still = do(commands.SayChanged, FEATURE, OPEN, month="2026-12", has_changed=False)
    told = [
        do(commands.FinishReview, FEATURE, one, month="2026-12") for one in (marked.reviews[0], still.reviews[0], OPEN)
    ]

    says = [render(say.reply).text for turn in told for say in turn.says if isinstance(say.reply, ReviewResult)]
    assert ["none of the answers it rests on has changed" in one for one in says] == [False, True, True]
    assert ["said that something has changed" in one for one in says] == [True, False, False]
    assert ["Nobody said in this review whether they still hold" in one for one in says] == [False, False, True]


def test_a_first_review_compares_since_the_decision_and_names_what_was_reported_since_in_words():
    words = "two people complained about outdated pricing"
    told = Answer(fact="failure", value=["stale_facts"], by="U2", at=DUE - timedelta(days=1), said=words)
    late = FEATURE.model_copy(update={"answers": {**FEATURE.answers, "failure": told}})

    shown = next(say.reply for say in due(late).says if isinstance(say.reply, ReviewMessage))

    assert (shown.since, shown.reported.typed) == (FEATURE.decision.at, words)
    text = render(shown).text
    assert "no failure was logged" not in text
    assert "no failure was put into a bucket, and U2 reported one on " in text
    assert f": “{words}”." in text


@each("kept", [True, False])
def test_a_decision_that_moves_while_a_review_is_open_changes_nothing_of_what_the_review_looks_at(kept: bool):
    """Told with the day that the review kept when it was opened, and for one opened before it kept any."""
    (opened,) = due().reviews
    began = opened.outcome["began"] if kept else {**opened.outcome["began"], "decided_at": None}
    later = DUE + timedelta(days=2)
    facts = Facts(need="facts", freshness="weekly", source="systems")
    anew = Decision(at=later, facts=facts, verdict=decide(facts, FRAMEWORK))
    feature = FEATURE.model_copy(
        update={
            "decision": anew,
            "answers": {**FEATURE.answers, "source": Answer(fact="source", value="systems", by="U1", at=later)},
        }
    )

    turn = do(
        commands.SayChanged, feature, opened.model_copy(update={"outcome": {**opened.outcome, "began": began}}),
        now=later, month="2026-12", has_changed=True,
    )  # fmt: skip

    shown = next(say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))
    since = FEATURE.decision.at if kept and FEATURE.decision else DUE
    assert (shown.architecture, shown.since, shown.decided_anew) == ("rag", since, "tools")
    assert "You chose retrieval on" in render(shown).text
    assert "Meanwhile it was decided anew: live tools." in render(shown).text


def test_what_changed_while_a_review_was_open_is_no_news_in_the_next_one():
    (opened,) = due().reviews
    facts = Facts(need="facts", freshness="weekly", source="systems")
    moved = FEATURE.model_copy(
        update={"answers": {**FEATURE.answers, "source": Answer(fact="source", value="systems", by="U1", at=DUE)}}
    )
    (ended,) = do(commands.FinishReview, moved, opened, month="2026-12").reviews
    assert ended.outcome["changed"] == ["source"]
    january = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
    decided = moved.model_copy(update={"decision": Decision(at=DUE, facts=facts, verdict=decide(facts, FRAMEWORK))})

    turn = due(decided, ended, now=january, month="2027-01")

    shown = next(say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))
    assert (shown.month, shown.changes) == ("2027-01", ())
