"""What comes late or is put off: the latest alone, by day, on a working day, and no month twice."""

# ruff: noqa: DTZ001 - what a clock on the wall shows has no zone

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar import (
    LAST,
    Rhythm,
    ScheduleError,
    catch_up,
    due,
    due_months,
    following,
    in_daytime,
    local_moment,
    month_of,
    next_review,
    snoozed,
)
from tests.rules.rhythms import ZONES, local, rhythm, utc
from tests.tables import each


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


@each(
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


@each("days", [0, -1, 61, 10**12])
def test_a_snooze_of_no_day_or_a_year_is_refused(days: int):
    with pytest.raises(ScheduleError, match="1 to 60 days"):
        snoozed(rhythm(), utc(2026, 11, 22), days)


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
