"""A review falls once a month, at the local hour, whatever the month, the zone or the clocks do."""

# ruff: noqa: DTZ001 - what a clock on the wall shows has no zone

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.calendar import (
    LAST,
    ScheduleError,
    due,
    due_day,
    due_months,
    following,
    in_daytime,
    in_words,
    local_moment,
    next_review,
    next_working_day,
    working_days_later,
)
from tests.rules.rhythms import ZONES, local, rhythm, utc
from tests.tables import each

YEARS = range(2024, 2029)
MONTHS = [f"{year}-{number:02}" for year in YEARS for number in range(1, 13)]
HOLIDAYS = frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})
"""Christmas Day, a Friday; the Monday after it; New Year's Day, a Friday."""


@pytest.mark.parametrize("zone", ZONES)
def test_five_years_of_every_day_fall_once_a_month_at_the_local_hour(zone: str):
    """31 days x 60 months in each of 12 zones: none missed, none double, each at its hour or after a gap in it."""
    fired = 0
    for day in range(1, 32):
        each = rhythm(zone=zone, day=day, hour=(day * 5) % 24, minute=(0, 30, 45)[day % 3])
        at = due(each, following(MONTHS[0], -1))
        for month in MONTHS:
            named, at = next_review(each, at)
            wanted = datetime.combine(due_day(each, month), time(each.hour, each.minute))
            there = local(at, zone)
            assert named == month
            assert wanted <= there <= wanted + timedelta(hours=1)
            assert there == wanted or not exists(wanted, zone)
            fired += 1
    assert fired == 31 * 60


def exists(moment: datetime, zone: str) -> bool:
    """Whether the clocks there ever show this moment."""
    there = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=None) == moment


@each(("month", "day"), [("2026-02", 28), ("2028-02", 29), ("2026-04", 30), ("2026-12", 31)])
def test_day_31_is_the_last_day_of_a_shorter_month(month: str, day: int):
    assert due_day(rhythm(day=31), month).day == day


def test_a_weekday_is_counted_from_the_front_or_is_the_last():
    first_tuesday, last_friday = rhythm(day=None, weekday=1, nth=1), rhythm(day=None, weekday=4, nth=LAST)

    assert due_day(first_tuesday, "2026-12") == date(2026, 12, 1)
    assert due_day(last_friday, "2026-12") == date(2026, 12, 25)


def test_a_fifth_weekday_that_a_month_does_not_have_is_its_last():
    assert due_day(rhythm(day=None, weekday=0, nth=5), "2026-12") == date(2026, 12, 28)


def test_a_skipped_hour_moves_to_the_first_minute_after_the_gap():
    at = local_moment(date(2026, 3, 29), time(2, 30), "Europe/Berlin")

    assert local(at, "Europe/Berlin") == datetime(2026, 3, 29, 3, 0)


def test_an_hour_that_comes_twice_is_the_first_of_the_two():
    assert local_moment(date(2026, 10, 25), time(2, 30), "Europe/Berlin") == utc(2026, 10, 25, 0, 30)


def test_a_gap_of_half_an_hour_and_a_day_that_never_was_are_passed_over():
    lord_howe = local_moment(date(2026, 10, 4), time(2, 15), "Australia/Lord_Howe")
    apia = local_moment(date(2011, 12, 30), time(10, 0), "Pacific/Apia")

    assert local(lord_howe, "Australia/Lord_Howe") == datetime(2026, 10, 4, 2, 30)
    assert local(apia, "Pacific/Apia") == datetime(2011, 12, 31, 0, 0)


def test_free_days_move_a_review_to_the_next_working_day():
    each = rhythm(day=25, working_days_only=True)

    assert due_day(each, "2026-12", HOLIDAYS) == date(2026, 12, 29)
    assert due_day(each, "2026-12") == date(2026, 12, 25)
    assert due_day(rhythm(day=25), "2026-12", HOLIDAYS) == date(2026, 12, 25)


def test_free_days_move_a_review_back_where_a_team_wants_that():
    each = rhythm(day=25, working_days_only=True, moves_back=True)

    assert due_day(each, "2026-12", HOLIDAYS) == date(2026, 12, 24)
    assert due_day(each, "2026-10") == date(2026, 10, 23)
    assert due_day(rhythm(day=25, moves_back=True), "2026-12", HOLIDAYS) == date(2026, 12, 25)


def test_a_weekend_is_the_countrys_own():
    each = rhythm(day=27, working_days_only=True, weekend=frozenset({4, 5}))  # a Friday

    assert due_day(each, "2026-11") == date(2026, 11, 29)
    assert due_day(replace(each, moves_back=True), "2026-11") == date(2026, 11, 26)
    assert working_days_later(date(2026, 11, 26), 1, (), each.weekend) == date(2026, 11, 29)
    assert in_daytime(utc(2026, 11, 26, 22), each) == local_moment(date(2026, 11, 29), time(8), each.zone)


def test_a_review_that_moves_back_into_the_month_before_stays_that_of_its_own_and_comes_once():
    each = rhythm(day=1, working_days_only=True, moves_back=True)
    november = due(each, "2026-11")  # the 1st is a Sunday

    assert local(november, "Europe/Berlin").date() == date(2026, 10, 30)
    assert next_review(each, november - timedelta(minutes=1)) == ("2026-11", november)
    assert due_months(each, "2026-10", november) == ("2026-11",)
    assert due_months(each, "2026-10", november - timedelta(minutes=1)) == ()
    assert due_months(each, "2026-11", november + timedelta(days=3)) == ()


def test_a_review_that_moves_into_the_next_month_stays_that_of_its_own():
    each = rhythm(day=31, working_days_only=True)
    january = due(each, "2026-01")

    assert local(january, "Europe/Berlin").date() == date(2026, 2, 2)
    assert next_review(each, january - timedelta(minutes=1)) == ("2026-01", january)
    assert next_review(each, january) == ("2026-02", due(each, "2026-02"))


def test_a_calendar_of_nothing_but_holidays_still_gives_a_day():
    class Always:
        def __contains__(self, day: object) -> bool:
            return True

    assert next_working_day(date(2026, 11, 22), Always()) == date(2026, 11, 22)


def test_the_nudge_comes_after_three_working_days():
    assert working_days_later(date(2026, 11, 26), 3) == date(2026, 12, 1)
    assert working_days_later(date(2026, 12, 23), 3, HOLIDAYS) == date(2026, 12, 30)


@each(
    ("said", "words"),
    [
        ({"zone": "Mars/Olympus"}, "There is no time zone 'Mars/Olympus'"),
        ({"zone": "../../etc/passwd"}, "There is no time zone"),
        ({"zone": ""}, "There is no time zone"),
        ({"day": 32}, "A month has no day 32"),
        ({"day": 0}, "A month has no day 0"),
        ({"hour": 24}, "24:00 is no time of day"),
        ({"weekday": 1, "nth": 1}, "either a day of the month or a weekday"),
        ({"day": None}, "either a day of the month or a weekday"),
        ({"day": None, "weekday": 7, "nth": 1}, "Monday to Sunday"),
        ({"day": None, "weekday": 1, "nth": 6}, "first to fifth or the last"),
    ],
)
def test_a_rhythm_without_meaning_is_refused_in_a_sentence(said: dict, words: str):
    with pytest.raises(ScheduleError, match=words):
        rhythm(**said)


@each("month", ["2026-13", "2026-1", "november", "", "0000-01", "2026-11-22"])
def test_a_key_that_is_no_month_is_refused(month: str):
    with pytest.raises(ScheduleError, match="is no month"):
        due(rhythm(), month)


@each(
    ("said", "words"),
    [
        ({"day": 1}, "on the 1st of each month, at 10:00"),
        ({"day": 22, "minute": 5}, "on the 22nd of each month, at 10:05"),
        ({"day": 13}, "on the 13th of each month, at 10:00"),
        ({"day": 31}, "on the 31st of each month (in short months, the last day), at 10:00"),
        (
            {"day": None, "weekday": 1, "nth": 1, "working_days_only": True},
            "on the first Tuesday of each month, or the next working day, at 10:00",
        ),
        ({"day": None, "weekday": 4, "nth": LAST}, "on the last Friday of each month, at 10:00"),
        ({"day": 1, "working_days_only": True}, "on the first working day of each month, at 10:00"),
        ({"day": 31, "working_days_only": True, "moves_back": True}, "on the last working day of each month, at 10:00"),
        (
            {"day": 15, "working_days_only": True, "moves_back": True},
            "on the 15th of each month, or the working day before, at 10:00",
        ),
    ],
)
def test_a_rhythm_is_said_as_people_say_it(said: dict, words: str):
    assert in_words(rhythm(**said)) == words
