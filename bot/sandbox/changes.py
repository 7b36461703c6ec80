"""The news: every change of the workspace is said once, here, to whoever listens: the page's streams, waiting tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Change:
    """One thing that happened, in the words of the page's stream; `seen_by` None means everybody."""

    type: str
    data: dict[str, Any] = field(default_factory=dict)
    seen_by: frozenset[str] | None = None

    def is_seen_by(self, user: str) -> bool:
        """Whether this person is told."""
        return self.seen_by is None or user in self.seen_by


class Changes:
    """Who is told of changes. Listeners are called at once and must not wait."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    @property
    def count(self) -> int:
        """How many listen."""
        return len(self._listeners)

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Have every later change told to `listener`; what is returned ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def say(self, type_: str, data: dict[str, Any] | None = None, seen_by: frozenset[str] | None = None) -> None:
        """Tell everybody who listens."""
        change = Change(type_, data or {}, seen_by)
        for listener in tuple(self._listeners):
            listener(change)
