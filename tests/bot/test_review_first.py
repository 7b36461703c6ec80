"""The first review waits four weeks after the decision, unless a day was chosen; every message names that one."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import commands
from bot.dialogue import Recalled, Turn, faults
from bot.dialogue.review.planning import with_schedule
from bot.dialogue.schedule import ahead, next_at, rhythm_of
from bot.ids import Field, fault_at
from bot.replies import ParentMessage, PlanLine, PlanModal
from bot.views import render, render_modal
from rules import FRAMEWORK
from rules.calendar import due_day, following, month_of
from storage.records import Assessment, ReviewSchedule
from tests.bot.reviewed import FEATURE, OPEN, T1, carry_out
from tests.tables import each

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "Pacific/Apia")
PLAN = {"day": "day:1", "time": "10:00", "zone": "Europe/Berlin", "owner": "U1"}


def decided(at: datetime, **fields: Any) -> Assessment:
    assert FEATURE.decision is not None
    decision = FEATURE.decision.model_copy(update={"at": at})
    return FEATURE.model_copy(update={"decision": decision, "schedule": None, **fields})


def do(kind: type[commands.CommandBase], feature: Assessment, now: datetime, **fields: Any) -> Turn:
    known = {name: fields.pop(name) for name in ("zone_known", "reviews") if name in fields}
    command = kind(**{"tenant": T1, "channel": "C1", "actor": "U1", "assessment_id": "a1", **fields})
    zone, reviews = known.get("zone_known"), known.get("reviews", ())
    return carry_out(command, now, assessment=feature, zone=zone, reviews=reviews, posted=frozenset({"parent"}))


def planned(at: datetime, now: datetime | None = None, **fields: Any) -> tuple[Turn, date]:
    """A first plan, and the local day of the first review."""
    turn = do(commands.PlanReview, decided(at), now or at, **{**PLAN, **fields})
    schedule = turn.assessments[0].schedule
    assert schedule is not None
    return turn, turn.runs[0].at.astimezone(ZoneInfo(schedule.zone)).date()


def line(turn: Turn) -> PlanLine:
    return next(say.reply for say in turn.says if isinstance(say.reply, PlanLine))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@each(
    ("at", "day", "zone", "first"),
    [
        ("2026-11-28T09:00", "day:1", "Europe/Berlin", "2027-01-01"),  # three days later was too soon
        ("2026-11-03T09:00", "day:1", "Europe/Berlin", "2026-12-01"),  # to the day
        ("2026-11-04T09:00", "day:1", "Europe/Berlin", "2027-01-01"),
        ("2027-01-31T09:00", "day:31", "Europe/Berlin", "2027-03-01"),  # the last of February is a Sunday
        ("2027-02-01T09:00", "work:-1", "Europe/Berlin", "2027-03-31"),  # Friday the 26th is three days too soon
        ("2028-01-31T09:00", "day:31", "Europe/Berlin", "2028-02-29"),  # a leap year
        ("2026-10-31T09:00", "nth:-1:5", "UTC", "2026-11-30"),  # a Saturday moves on to Monday
        ("2026-11-03T23:30", "day:1", "Europe/Berlin", "2027-01-01"),  # past midnight in Berlin
        ("2026-11-03T23:30", "day:1", "America/New_York", "2026-12-01"),
        ("2026-11-02T11:00", "day:30", "Pacific/Auckland", "2026-12-30"),  # the 3rd there
        ("2026-12-30T09:00", "nth:4:2", "Pacific/Apia", "2027-01-27"),
    ],
)
def test_the_first_review_is_the_first_of_its_rhythm_that_four_weeks_have_passed_by(
    at: str, day: str, zone: str, first: str
):
    turn, came = planned(utc(at), day=day, zone=zone)

    assert str(came) == first
    assert line(turn).waits
    assert "It is the first, four weeks or more after the decision" in render(line(turn)).text


RHYTHMS = st.one_of(
    st.integers(1, 31).map(lambda day: f"day:{day}"),
    st.tuples(st.sampled_from((-1, 1, 2, 3, 4)), st.integers(0, 6)).map(lambda nth: f"nth:{nth[0]}:{nth[1]}"),
    st.sampled_from(("work:1", "work:-1")),
)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001


@given(
    at=MOMENTS,
    day=RHYTHMS,
    zone=st.sampled_from(ZONES),
    moves=st.sampled_from(("next", "before", "")),
    working=st.booleans(),
)
def test_none_comes_before_four_weeks_and_none_is_left_out_after_them(
    at: datetime, day: str, zone: str, moves: str, *, working: bool
):
    turn, came = planned(at, day=day, zone=zone, moves=moves, working_days_only=working)
    schedule = turn.assessments[0].schedule
    assert schedule is not None
    wanted = at.astimezone(ZoneInfo(zone)).date() + timedelta(weeks=4)
    month = following(month_of(at, zone), -1)
    days = [due_day(rhythm_of(schedule), following(month, by)) for by in range(5)]

    assert came == min(one for one in days if one >= wanted)


def test_every_message_that_names_a_date_names_that_one():
    turn, _ = planned(utc("2026-11-28T09:00"))
    after = turn.assessments[0]
    comes = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)

    assert [run.at for run in turn.runs] == [comes]
    assert line(turn).next_at == comes
    (parent,) = (say.reply for say in turn.says if isinstance(say.reply, ParentMessage))
    assert parent.next_review_at == comes
    assert ahead(after, utc("2026-11-28T09:00"), 3) == (
        ("2027-01", comes),
        ("2027-02", datetime(2027, 2, 1, 9, 0, tzinfo=UTC)),
        ("2027-03", datetime(2027, 3, 1, 9, 0, tzinfo=UTC)),
    )


def test_an_alarm_from_before_opens_nothing_that_falls_before_the_first():
    after = planned(utc("2026-11-28T09:00"))[0].assessments[0]
    now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    turn = do(commands.OpenReview, after, now, month="2026-12", actor="")

    assert not turn.reviews
    assert [run.at for run in turn.runs] == [datetime(2027, 1, 1, 9, 0, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("chosen", "first"), [("2026-11-28", "2026-12-01"), ("2026-12-02", "2027-01-01"), ("2027-02-27", "2027-03-01")]
)
def test_a_day_that_was_chosen_counts_sooner_or_later(chosen: str, first: str):
    turn, came = planned(utc("2026-11-28T09:00"), first=chosen)

    assert str(came) == first
    assert not line(turn).waits
    assert "four weeks" not in render(line(turn)).text


def test_a_decision_of_long_ago_waits_no_longer():
    turn, came = planned(utc("2026-06-10T09:00"), utc("2026-11-28T09:00"))

    assert str(came) == "2026-12-01"
    assert not line(turn).waits


@pytest.mark.parametrize(
    ("at", "now", "zone", "day", "first", "waits"),
    [
        ("2026-11-28T09:00", "2026-11-28T09:00", "Europe/Berlin", "day:26", "2026-12-26", True),
        ("2026-11-28T23:30", "2026-11-29T09:00", "Asia/Tokyo", "day:27", "2026-12-27", True),
        ("2027-02-03T09:00", "2027-02-03T09:00", "Europe/Berlin", "day:3", "2027-03-03", True),
        ("2026-06-10T09:00", "2026-11-28T23:30", "Europe/Berlin", "day:1", "2026-11-29", False),
    ],
)
def test_the_plan_proposes_the_day_on_which_four_weeks_have_passed_and_says_so(
    at: str, now: str, zone: str, day: str, first: str, *, waits: bool
):
    modal = do(commands.AskForPlan, decided(utc(at)), utc(now), zone_known=zone).modal

    assert isinstance(modal, PlanModal)
    assert (modal.day, modal.first, modal.waits) == (day, first, waits)
    assert ("Four weeks after the decision" in str(render_modal(modal))) is waits
    private = json.loads(modal.private)
    assert private["today"] == str(utc(now).astimezone(ZoneInfo(zone)).date())


def test_a_plan_that_is_moved_keeps_its_day_until_a_review_was_opened():
    now = utc("2026-11-28T09:00")
    after = planned(now)[0].assessments[0]
    asked = do(commands.AskForPlan, after, now).modal
    moved = do(commands.PlanReview, after, now, **{**PLAN, "day": "day:15"})

    assert isinstance(asked, PlanModal)
    assert asked.first == "2026-12-26"
    assert next_at(moved.assessments[0], now) == datetime(2027, 1, 15, 9, 0, tzinfo=UTC)

    recalled = Recalled(now=now, framework=FRAMEWORK, new_id="n")
    opened = with_schedule(after, recalled, opened="2026-12")
    again = do(commands.AskForPlan, opened, now, reviews=(OPEN,)).modal
    assert isinstance(again, PlanModal)
    assert again.first == ""
    assert "From which day on?" not in str(render_modal(again))


def test_a_plan_of_before_goes_on_as_it_was_promised():
    promised = decided(utc("2026-11-28T09:00"), schedule=ReviewSchedule(day=1, zone="Europe/Berlin", owner="U1"))
    now = utc("2026-11-29T09:00")

    assert next_at(promised, now) == datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    modal = do(commands.AskForPlan, promised, now).modal
    assert isinstance(modal, PlanModal)
    assert modal.first == "2026-11-29"


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("2028-01-01", "That day is more than a year away, and by then nobody knows what was decided."),
        ("9999-12-31", "That day is more than a year away, and by then nobody knows what was decided."),
        ("2026-02-30", "There is no such day in the calendar."),
        ("soon", "There is no such day in the calendar."),
    ],
)
def test_a_day_that_reviews_cannot_begin_on_is_said_under_its_field(chosen: str, sentence: str):
    said = faults(commands.PlanReview(tenant=T1, assessment_id="a1", **PLAN, first=chosen, today="2026-11-28"))

    assert list(said) == [fault_at(Field.REVIEW_FIRST)]
    assert said[fault_at(Field.REVIEW_FIRST)].startswith(sentence)
