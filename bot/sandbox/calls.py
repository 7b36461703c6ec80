"""The log of the app's Web API calls, which the page shows and tests read. Tokens are masked before they get here."""

from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.records import Json

_KEPT = 5_000
_SECRET = frozenset({"token", "client_secret", "code", "refresh_token"})


@dataclass(frozen=True)
class Call:
    """One call as it came and as it ended."""

    n: int
    at: float
    """When, by the workspace's clock, in seconds."""
    method: str
    ok: bool
    error: str | None
    ms: float
    args: Json
    fault: str | None = None
    """The scripted fault that it met."""


class Calls:
    """The calls so far, numbered from 1; the oldest are forgotten after some thousands."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: deque[Call] = deque(maxlen=_KEPT)

    def add(self, **call: Any) -> Call:
        """Note one call."""
        self.count += 1
        noted = Call(n=self.count, **call)
        self._kept.append(noted)
        return noted

    def since(self, number: int) -> list[Call]:
        """The calls after the one of that number."""
        return [call for call in self._kept if call.n > number]

    def of(self, method: str | None = None) -> list[Call]:
        """The calls of one method, or all."""
        return [call for call in self._kept if method in (None, call.method)]

    def forget(self) -> None:
        """Empty the log; numbers go on."""
        self._kept.clear()


def masked(args: Mapping[str, Any]) -> Json:
    """Arguments without what nobody should read."""
    return {name: "(masked)" if name in _SECRET else value for name, value in args.items()}


def as_json(call: Call) -> Json:
    """A call as the page shows it."""
    return asdict(call)
