"""A review falls once a month, at the local hour, whatever the month, the zone or the clocks do."""

# ruff: noqa: DTZ001 - what a clock on the wall shows has no zone

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar import (
    LAST,
    Rhythm,
    ScheduleError,
    catch_up,
    due,
    due_day,
    due_months,
    following,
    in_daytime,
    in_words,
    local_moment,
    month_of,
    next_review,
    next_working_day,
    snoozed,
    working_days_later,
)
from tests.tables import each

ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia",
)  # fmt: skip
YEARS = range(2024, 2029)
MONTHS = [f"{year}-{number:02}" for year in YEARS for number in range(1, 13)]
HOLIDAYS = frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})
"""Christmas Day, a Friday; the Monday after it; New Year's Day, a Friday."""


def rhythm(**said: object) -> Rhythm:
    return Rhythm(**{"zone": "Europe/Berlin", "day": 1, "working_days_only": False, **said})


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def local(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


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


@pytest.mark.parametrize(("month", "day"), [("2026-02", 28), ("2028-02", 29), ("2026-04", 30), ("2026-12", 31)])
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


def test_months_done_or_skipped_are_left_out():
    each = rhythm()

    assert next_review(each, utc(2026, 11, 22))[0] == "2026-12"
    assert next_review(each, utc(2026, 11, 22), done={"2026-12"})[0] == "2027-01"
    assert next_review(each, utc(2026, 11, 22), skipped={"2026-12", "2027-01"})[0] == "2027-02"


def test_after_a_downtime_only_the_latest_is_sent_and_the_others_are_named_as_missed():
    each = rhythm(hour=10)
    now = local_moment(date(2026, 11, 23), time(11), "Europe/Berlin")
    found = catch_up(each, "2025-10", now)

    assert found is not None
    assert (found.month, found.at) == ("2026-11", now)
    assert found.missed == tuple(following("2025-10", by) for by in range(1, 13))


def test_nothing_is_caught_up_where_nothing_is_due():
    now = utc(2026, 11, 22, 12)

    assert catch_up(rhythm(), "2026-11", now) is None
    assert catch_up(rhythm(day=28), "2026-10", now) is None
    assert due_months(rhythm(), "2026-09", now, skipped={"2026-10", "2026-11"}) == ()


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 11, 24, 3, 20), datetime(2026, 11, 24, 8, 20)),
        (datetime(2026, 11, 24, 7, 59), datetime(2026, 11, 24, 8, 59)),
        (datetime(2026, 11, 24, 8, 0), datetime(2026, 11, 24, 8, 0)),
        (datetime(2026, 11, 24, 17, 59), datetime(2026, 11, 24, 17, 59)),
        (datetime(2026, 11, 24, 18, 5), datetime(2026, 11, 25, 8, 5)),
        (datetime(2026, 11, 27, 22, 0), datetime(2026, 11, 30, 8, 0)),
        (datetime(2026, 11, 28, 12, 0), datetime(2026, 11, 30, 8, 0)),
    ],
)
def test_what_comes_late_comes_by_day_and_on_a_working_day(now: datetime, then: datetime):
    each = rhythm(working_days_only=True)
    at = local_moment(now.date(), now.time(), each.zone)

    assert local(in_daytime(at, each), each.zone) == then


def test_late_reviews_of_many_channels_are_spread_out_always_alike():
    now = local_moment(date(2026, 11, 23), time(11), "Europe/Berlin")
    found = [catch_up(rhythm(), "2026-10", now, key=f"assessment {n}") for n in range(200)]
    moments = {late.at for late in found if late}

    assert len(moments) > 180
    assert all(now <= at <= now + timedelta(minutes=90) for at in moments)
    assert found == [catch_up(rhythm(), "2026-10", now, key=f"assessment {n}") for n in range(200)]


def test_a_snooze_keeps_the_local_hour_over_a_change_of_clocks():
    each = rhythm(hour=10)
    before = local_moment(date(2026, 10, 21), time(14), each.zone)

    assert local(snoozed(each, before), each.zone) == datetime(2026, 10, 28, 10, 0)
    assert local(snoozed(rhythm(working_days_only=True), before, days=3), each.zone) == datetime(2026, 10, 26, 10, 0)


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


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "november", "", "0000-01", "2026-11-22"])
def test_a_key_that_is_no_month_is_refused(month: str):
    with pytest.raises(ScheduleError, match="is no month"):
        due(rhythm(), month)


@pytest.mark.parametrize("days", [0, -1, 61, 10**12])
def test_a_snooze_of_no_day_or_a_year_is_refused(days: int):
    with pytest.raises(ScheduleError, match="1 to 60 days"):
        snoozed(rhythm(), utc(2026, 11, 22), days)


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


RHYTHMS = st.builds(
    rhythm,
    zone=st.sampled_from(ZONES),
    day=st.integers(1, 31),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    working_days_only=st.booleans(),
    moves_back=st.booleans(),
) | st.builds(
    rhythm,
    zone=st.sampled_from(ZONES),
    day=st.none(),
    weekday=st.integers(0, 6),
    nth=st.sampled_from((1, 2, 3, 4, 5, LAST)),
    hour=st.integers(0, 23),
    working_days_only=st.booleans(),
    moves_back=st.booleans(),
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))


@given(RHYTHMS, MOMENTS)
def test_the_next_review_is_the_first_after_a_moment(each: Rhythm, now: datetime):
    month, at = next_review(each, now)

    assert at > now
    assert at == due(each, month)
    assert due(each, following(month, -1)) <= now


@given(RHYTHMS, MOMENTS, st.lists(st.timedeltas(timedelta(days=-40), timedelta(days=400)), max_size=30))
def test_clocks_that_jump_and_long_downtimes_send_no_month_twice(each: Rhythm, start: datetime, jumps: list[timedelta]):
    """The scheduler remembers the months that it sent, and asks again after every jump: each is sent once, in order."""
    now, last, sent = start, month_of(start, each.zone), []
    for jump in jumps:
        now = max(now + jump, utc(2019, 1, 1))
        found = catch_up(each, last, now)
        if found is not None:
            sent.append(found.month)
            last = found.month

    assert sent == sorted(set(sent))


@given(RHYTHMS, MOMENTS)
def test_what_is_caught_up_never_comes_at_night(each: Rhythm, now: datetime):
    found = catch_up(each, following(month_of(now, each.zone), -3), now, key="x")

    if found is not None:
        assert found.at >= now
        assert 8 <= local(found.at, each.zone).hour < 18
