"""Clocks: aware, in UTC, and never back."""

from datetime import UTC, timedelta

import pytest

from bot.runtime.clock import MovableClock, SystemClock
from bot.sandbox.clock import StillClock


def test_the_machines_clock_is_aware_and_in_utc():
    assert SystemClock().now().tzinfo is UTC


def test_a_movable_clock_runs_with_its_base_and_keeps_its_jumps():
    base = StillClock()
    start = base.now()
    clock = MovableClock(base)
    clock.advance(timedelta(days=30))
    base.advance(timedelta(hours=1))

    assert clock.now() == start + timedelta(days=30, hours=1)


def test_who_waits_for_a_moment_is_told_of_each_jump():
    heard = []
    clock = MovableClock(StillClock())
    clock.when_moved(lambda: heard.append(clock.now()))
    clock.advance(timedelta(days=1))
    clock.advance(timedelta(days=1))

    assert len(heard) == 2
    assert heard[1] - heard[0] == timedelta(days=1)


def test_a_clock_is_never_moved_back():
    with pytest.raises(ValueError, match="forward"):
        MovableClock(StillClock()).advance(timedelta(seconds=-1))
