"""Rate limits that a test switches on: a method may be called so often for one channel, by the injected clock."""

import math
from dataclasses import dataclass

from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Fault
from bot.sandbox.records import Json


@dataclass(frozen=True)
class _Limit:
    every: float
    burst: int


class Pace:
    """What was called when, and whether it was too soon. Nothing is limited until `limit` is called."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._limits: dict[str, _Limit] = {}
        self._full_at: dict[tuple[str, str], float] = {}
        """When the allowance of a method in a channel will be whole again."""

    def limit(self, method: str, every: float, burst: int = 1) -> None:
        """Allow `burst` calls at once for each channel, and one more each `every` seconds."""
        self._limits[method] = _Limit(every, burst)

    def check(self, method: str, args: Json) -> Fault | None:
        """The 429 that this call gets, if it comes too soon."""
        limit = self._limits.get(method)
        if limit is None:
            return None
        key, now = (method, str(args.get("channel") or args.get("channel_id") or "")), self._clock.now().timestamp()
        full_at = max(self._full_at.get(key, now), now) + limit.every
        wait = full_at - now - limit.every * limit.burst
        if wait > 0:
            return Fault(method, "429", retry_after=str(math.ceil(wait)))
        self._full_at[key] = full_at
        return None
