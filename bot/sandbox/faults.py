"""Scripted trouble: what the next calls of a method will meet instead of an answer."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

BEFORE = frozenset({"429", "500", "503", "cut", "timeout", "html", "empty", "no_error"})
"""Met before anything is done. Every other word is an error code that Slack answers with."""
AFTER = frozenset({"cut_after", "500_after", "timeout_after"})
"""Met after the call was carried out: the outcome that a caller cannot know."""
_METHOD_ANY = "*"


@dataclass
class Fault:
    """What so many calls of a method will meet."""

    method: str
    kind: str
    times: int = 1
    retry_after: str | None = "1"
    """The Retry-After of a 429, as it is sent; None leaves the header out."""


class Faults:
    """The faults that wait, in the order they were scripted."""

    def __init__(self) -> None:
        self.when_changed: Callable[[], None] = lambda: None
        self._waiting: deque[Fault] = deque()

    def script(self, method: str, kind: str, times: int = 1, retry_after: float | str | None = "1") -> None:
        """Let the next `times` calls of `method` ("*" for any) meet a fault."""
        if times > 0:
            header = None if retry_after is None else str(retry_after)
            self._waiting.append(Fault(method, kind, times, header))
            self.when_changed()

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, if any."""
        fault = next((waiting for waiting in self._waiting if waiting.method in (method, _METHOD_ANY)), None)
        if fault is not None:
            fault.times -= 1
            if fault.times == 0:
                self._waiting.remove(fault)
            self.when_changed()
        return fault

    def clear(self) -> None:
        """Let all be well again."""
        self._waiting.clear()
        self.when_changed()

    def describe(self) -> str | None:
        """What waits, in one line for the page."""
        waiting = [f"{fault.method}: {fault.kind} x{fault.times}" for fault in self._waiting]
        return ", ".join(waiting) or None
