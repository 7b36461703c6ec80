"""Whether work that had to be done soon was: decided once, by the thread that does it or by whoever gave up waiting.

Both look at the same moment, and only one may have its way: what its caller has been told is not saved stays unsaved,
and what is being saved already is told as that.
"""

from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Soon(Generic[T]):
    """One piece of work that is done soon or not at all."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_late: bool | None = None
        self.came_of_it: list[T] = []
        """What it gave, once it is saved."""

    def is_in_time(self) -> bool:
        """The thread asks right before it can no longer go back: from then on nobody gives up."""
        with self._lock:
            if self._is_late is None:
                self._is_late = False
            return not self._is_late

    def is_given_up(self) -> bool:
        """Whoever waited asks when their time is over: from then on nothing is saved, unless it is so already."""
        with self._lock:
            if self._is_late is None:
                self._is_late = True
            return self._is_late

    @property
    def is_late(self) -> bool:
        """Whether it was given up."""
        return bool(self._is_late)
