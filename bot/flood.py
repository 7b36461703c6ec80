"""One person in a hurry, or a stuck key, slows nobody else: how many commands and clicks of one person are taken.

Far above what anybody presses or opens; what is over it goes no further and is answered politely, now and then. Typed
messages and submitted modals are never held back: they carry what somebody wrote, and Slack limits those itself.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

BURST = 40
EVERY = timedelta(milliseconds=200)
"""After a burst one request each so often."""
_SAY_AGAIN = timedelta(seconds=10)
_MOST_PEOPLE = 10_000

TOO_FAST = "That was a lot at once, and I did not take the last of it. Wait a few seconds, then press it again."


class Flow(Enum):
    """What becomes of a request."""

    TAKEN = 0
    TOLD = 1
    """Not taken, and the person hears so."""
    DROPPED = 2
    """Not taken; the person heard so a moment ago."""


class Flood:
    """How fast people are, by workspace and person."""

    def __init__(self) -> None:
        self._free: dict[tuple[str, str], datetime] = {}
        self._told: dict[tuple[str, str], datetime] = {}

    def flow(self, body: Mapping[str, Any], now: datetime) -> Flow:
        """Whether this request is taken, or is one too many of its person."""
        who = _who(body)
        if who is None:
            return Flow.TAKEN
        free = max(self._free.get(who, now), now)
        if free - now <= EVERY * (BURST - 1):
            self._forget(now)
            self._free[who] = free + EVERY
            return Flow.TAKEN
        if now - self._told.get(who, now - _SAY_AGAIN) < _SAY_AGAIN:
            return Flow.DROPPED
        self._told[who] = now
        return Flow.TOLD

    def _forget(self, now: datetime) -> None:
        if len(self._free) > _MOST_PEOPLE:
            self._free = {person: at for person, at in self._free.items() if at > now}
            self._told = {person: at for person, at in self._told.items() if at > now - _SAY_AGAIN}


def _who(body: Mapping[str, Any]) -> tuple[str, str] | None:
    """Whose request it is; None for what is never held back."""
    if "command" in body and "type" not in body:
        return str(body.get("team_id")), str(body.get("user_id"))
    event = body.get("event")
    if isinstance(event, Mapping) and event.get("type") == "app_home_opened":
        return str(body.get("team_id")), str(event.get("user"))
    if body.get("type") == "block_actions":
        return str((body.get("team") or {}).get("id")), str(body["user"]["id"])
    return None
