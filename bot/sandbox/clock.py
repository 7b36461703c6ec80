"""Time, as the sandbox takes it from outside, and waiting that follows it.

The sandbox declares the two methods it needs; whoever starts it hands in a clock (the bot's movable one, a still one in
tests), or it brings its own when it is served alone.
"""

import asyncio
import calendar
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol


class SandboxClock(Protocol):
    """What the sandbox asks of a clock."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        ...

    def advance(self, by: timedelta, /) -> None:
        """Move the clock forward."""
        ...


class RunningClock:
    """The machine's clock, which the page can move forward."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """The machine's time and what was added to it."""
        return datetime.now(UTC) + self._ahead  # noqa: TID251 - alone, the sandbox has no other source of time

    def advance(self, by: timedelta, /) -> None:
        """Move forward."""
        self._ahead += by


class StillClock:
    """A clock for tests: it stands still until it is moved."""

    def __init__(self, start: datetime = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        """The time it was moved to."""
        return self._now

    def advance(self, by: timedelta, /) -> None:
        """Move forward."""
        self._now += by


def label(now: datetime) -> str:
    """The day as the page's bar shows it: "Sun, Nov 22"."""
    return f"{now:%a, %b} {now.day}"


def step(now: datetime, word: str | float) -> timedelta:
    """How far "day", "month" (the same day of the next month, or its last) or a number of seconds is."""
    if word == "day":
        return timedelta(days=1)
    if word == "month":
        year, month = (now.year, now.month + 1) if now.month < 12 else (now.year + 1, 1)
        day = min(now.day, calendar.monthrange(year, month)[1])
        return now.replace(year=year, month=month, day=day) - now
    return timedelta(seconds=float(word))


class Waiting:
    """Sleeping by the injected clock: it ends when the clock has come so far, whether it ran there or was moved."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._moved = asyncio.Event()
        self.sleepers = 0
        """How many wait for the clock."""

    def clock_moved(self) -> None:
        """Wake all sleepers, that they look at the clock again."""
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock shows that much more."""
        until = self._clock.now() + timedelta(seconds=seconds)
        self.sleepers += 1
        try:
            while (remaining := (until - self._clock.now()).total_seconds()) > 0:
                with suppress(TimeoutError):
                    async with asyncio.timeout(remaining):
                        await self._moved.wait()
        finally:
            self.sleepers -= 1
