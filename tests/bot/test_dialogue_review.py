"""The monthly review without Slack and without a database: what is due, what a press leads to, what stays quiet."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot import commands
from bot.calendar.free_days import COUNTRIES, free_days
from bot.calendar.zones import zone_named
from bot.dialogue import Recalled, Turn, advance, faults
from bot.dialogue.schedule import upcoming
from bot.errors import NoZone
from bot.ids import Field, field_id
from bot.replies import Aside, ReviewAside, ReviewHandedOver, ReviewMessage, ReviewResult
from bot.views import render
from rules import FRAMEWORK
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    Bucket,
    DeliveryMethod,
    Review,
    ReviewState,
    ScheduleState,
    TaskResult,
)
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, SCHEDULE, T1
from tests.tables import each


def do(
    kind: type[commands.CommandBase],
    feature: Assessment | None = FEATURE,
    *reviews: Review,
    now: datetime = DUE,
    logged: dict[Bucket, int] | None = None,
    by: str = "U1",
    **fields: Any,
) -> Turn:
    recalled = Recalled(
        now=now, framework=FRAMEWORK, new_id="n1", assessment=feature, reviews=reviews, logged=logged or {}
    )
    said = {"tenant": T1, "channel": "C1", "actor": by, "assessment_id": "a1"}
    command = kind(**{**said, **fields})
    return advance(command, declared(command, recalled))


def due(feature: Assessment | None = FEATURE, *reviews: Review, now: datetime = DUE, **fields: Any) -> Turn:
    return do(commands.OpenReview, feature, *reviews, now=now, by="", channel="", **{"month": "2026-12", **fields})


def scheduled(**fields: Any) -> Assessment:
    return FEATURE.model_copy(update={"schedule": SCHEDULE.model_copy(update=fields)})


def asides(turn: Turn) -> list[Aside]:
    return [say.reply.aside for say in turn.says if isinstance(say.reply, ReviewAside)]


def posts(turn: Turn) -> list[str | None]:
    return [say.message_key for say in turn.says if say.method is DeliveryMethod.POST]


def test_an_alarm_opens_the_month_once_and_sets_the_next_and_the_nudge():
    turn = due()

    assert [(review.month, review.state) for review in turn.reviews] == [("2026-12", ReviewState.OPEN)]
    assert posts(turn) == ["review:2026-12"]
    says = next(say for say in turn.says if say.message_key == "review:2026-12")
    assert (says.under_key, says.dedupe_key) == (None, "review:a1:2026-12")
    assert [run.key for run in turn.runs] == ["review:a1:2027-01:20270101T0900", "nudge:a1:2026-12"]
    assert turn.runs[1].at == datetime(2026, 12, 4, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(("late", "is_put_off"), [(timedelta(minutes=59), False), (timedelta(hours=2), True)])
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


@pytest.mark.parametrize(
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
    told = [do(commands.FinishReview, FEATURE, one.reviews[0], month="2026-12") for one in (marked, still)]

    says = [render(say.reply).text for turn in told for say in turn.says if isinstance(say.reply, ReviewResult)]
    assert ["none of the answers it rests on has changed" in one for one in says] == [False, True]
    assert ["said that something has changed" in one for one in says] == [True, False]


PLAN = {"day": "day:31", "time": "10:00", "zone": "Europe/Berlin", "owner": "U1"}


@each(
    ("field", "typed", "at"),
    [
        ("zone", "Europe/Berlinn", Field.REVIEW_ZONE),
        ("zone", "../../etc/passwd", Field.REVIEW_ZONE),
        ("zone", "x" * 300, Field.REVIEW_ZONE),
        ("zone", "", Field.REVIEW_ZONE),
        ("day", "day:32", Field.REVIEW_DAY),
        ("day", "nth:6:1", Field.REVIEW_DAY),
        ("day", "day:one", Field.REVIEW_DAY),
        ("day", "", Field.REVIEW_DAY),
        ("time", "25:00", Field.REVIEW_TIME),
        ("time", "", Field.REVIEW_TIME),
        ("owner", "", Field.REVIEW_OWNER),
    ],
)
def test_what_cannot_be_in_a_plan_is_said_under_its_field(field: str, typed: str, at: Field):
    command = commands.PlanReview(tenant=T1, assessment_id="a1", **{**PLAN, field: typed})

    (named,) = faults(command)
    assert field_id(named) == field_id(at)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("europe/berlin", "Europe/Berlin"),
        (" Lord Howe ", "Australia/Lord_Howe"),
        ("kathmandu", "Asia/Kathmandu"),
        ("utc", "UTC"),
        ("Mumbai", "Asia/Kolkata"),
        ("San Francisco", "America/Los_Angeles"),
        ("EST", "America/New_York"),
    ],
)
def test_a_zone_is_understood_whatever_its_letters_and_by_its_city(typed: str, zone: str):
    assert zone_named(typed) == zone


def test_a_zone_that_does_not_exist_offers_the_nearest():
    with pytest.raises(NoZone, match=r"Did you mean America/New_York\?"):
        zone_named("America/New_Yorkk")


def test_day_31_in_the_skipped_hour_is_planned_like_any_other():
    turn = do(
        commands.PlanReview,
        FEATURE.model_copy(update={"schedule": None}),
        now=datetime(2027, 3, 2, 9, 0, tzinfo=UTC),
        day="nth:-1:6",
        time="02:30",
        zone="Europe/Berlin",
        owner="U1",
        working_days_only=False,
    )

    assert turn.runs[0].at == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)  # 3:00, right after the gap
    assert posts(turn) == ["plan"]


def test_a_public_holiday_moves_the_review_on():
    new_year = scheduled(holidays="DE", day=1)

    assert upcoming(new_year, datetime(2026, 12, 5, tzinfo=UTC)) == (
        "2027-01",
        datetime(2027, 1, 4, 9, 0, tzinfo=UTC),
    )


@each("country", COUNTRIES)
def test_every_country_that_is_offered_is_known(country: str):
    assert isinstance(date(2027, 1, 1) in free_days(country), bool)
    assert free_days(country) is not free_days(None)


def test_a_country_that_is_not_offered_has_no_holidays():
    assert date(2027, 1, 1) not in free_days("XX")


def test_a_hand_over_is_told_to_the_new_owner_and_not_to_one_who_took_it():
    handed = do(commands.HandOver, scheduled(owner="U9"), to="U5")
    taken = do(commands.HandOver, scheduled(owner="U9"), to="U1")

    told = [say for say in handed.says if isinstance(say.reply, ReviewHandedOver)]
    assert [(say.channel, say.reply.by) for say in told] == [("U5", "U1")]
    assert not [say for say in taken.says if isinstance(say.reply, ReviewHandedOver)]


@each(
    ("before", "owner", "told"),
    [("U9", "U5", ["U5"]), ("U5", "U5", []), ("U9", "U1", []), (None, "U5", [])],
)
def test_a_review_handed_over_in_its_plan_is_told_to_the_new_owner_and_to_nobody_else(before, owner, told):
    feature = scheduled(owner=before) if before else FEATURE.model_copy(update={"schedule": None})

    turn = do(commands.PlanReview, feature, **{**PLAN, "owner": owner})

    assert [say.channel for say in turn.says if isinstance(say.reply, ReviewHandedOver)] == told


def test_an_open_review_names_the_owner_that_the_plan_was_given():
    turn = do(commands.PlanReview, scheduled(owner="U9"), OPEN, **{**PLAN, "owner": "U5"})

    (message,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))
    assert message.owner == "U5"


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
