"""Time enters the program here and nowhere else.

The composition root (bot.app) hands one clock to everything that needs to know the time. In the sandbox it is a
`MovableClock`, shared with the stand-in for Slack, so that "next month" moves both and a review can be seen to arrive.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; a test gives its own."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The machine's idea of now."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place where the time is read


class MovableClock:
    """A clock that runs like its base and can be set forward; who waits for a moment is told of each jump."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._ahead = timedelta()
        self._listeners: list[Callable[[], object]] = []

    def now(self) -> datetime:
        """The base's time and all the jumps so far."""
        return self._base.now() + self._ahead

    def advance(self, by: timedelta) -> None:
        """Jump forward. Raises ValueError for a jump back: what is done stays done."""
        if by < timedelta():
            raise ValueError(f"a clock is only moved forward, not by {by}")
        self._ahead += by
        for tell in self._listeners:
            tell()

    def when_moved(self, tell: Callable[[], object]) -> None:
        """Call `tell` after each jump (the scheduler looks again at what is due)."""
        self._listeners.append(tell)
