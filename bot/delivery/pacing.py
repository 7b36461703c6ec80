"""The pace that Slack allows, kept before Slack has to ask for it.

Each call takes a place in every line it stands in: its channel's (about one post a second), its workspace's, and its
method's in that workspace (Slack's tiers). A line lets a short burst through and then one call an interval. What cannot
go now is told when its place comes; nobody sleeps over it, so a busy channel holds up no other one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from storage.records import DeliveryMethod, Tenant

LONGEST_WAIT = timedelta(hours=1)
"""The most that a Retry-After may hold a method up: a broken header stops nothing for ever."""
_USUAL_WAIT = timedelta(seconds=30)
_MOST_LINES = 10_000
_CLEANING = timedelta(minutes=1)
"""However many lines there are, no more often than this are those looked for that say nothing any more."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One call an `every`, after a burst of `burst`."""

    every: timedelta
    burst: int


@dataclass(frozen=True, slots=True)
class Rates:
    """What the other side allows."""

    channel: Rate
    """Posts into one channel."""
    workspace: Rate
    """All posts into one workspace."""
    methods: Mapping[DeliveryMethod, Rate]
    """A method in one workspace; posts are held to their channel and workspace instead."""


TIER_3 = Rate(timedelta(minutes=1) / 50, burst=50)
TIER_4 = Rate(timedelta(minutes=1) / 100, burst=100)
SLACKS = Rates(
    channel=Rate(timedelta(seconds=1), burst=4),  # chat.postMessage: about one a second, short bursts allowed
    workspace=Rate(timedelta(seconds=0.2), burst=20),  # "several hundred a minute"
    methods={
        DeliveryMethod.UPDATE: TIER_3,
        DeliveryMethod.EPHEMERAL: TIER_4,
        DeliveryMethod.PUBLISH: TIER_4,
        DeliveryMethod.UPLOAD: TIER_4,
    },
)
"""Slack's own."""
_POSTING = frozenset({DeliveryMethod.POST, DeliveryMethod.UPLOAD})
_OWN_LIMIT = frozenset({DeliveryMethod.POST, DeliveryMethod.RESPOND})
"""What Slack limits by the place alone: a channel, or one person's address to answer at."""

_Line = tuple[object, ...]


class Pace:
    """The lines of one process. Two processes that share the work keep one each, and both honor Retry-After."""

    def __init__(self, rates: Rates = SLACKS) -> None:
        self._rates = rates
        self._clean_at = datetime.min.replace(tzinfo=UTC)
        self._next_free: dict[_Line, datetime] = {}
        self._held: dict[tuple[Tenant, str, str], datetime] = {}
        """Until when Slack wants no more, by workspace, method and, where that has a limit of its own, place."""
        self._places: dict[str, datetime] = {}

    def place(self, delivery_id: str, tenant: Tenant, method: DeliveryMethod, where: str, now: datetime) -> datetime:
        """When this delivery may go: now, or a later moment at which its place is kept if it comes back."""
        until = self.held_until(tenant, method, now, where)
        if until is not None:
            self._places.pop(delivery_id, None)
            return until
        kept = self._places.pop(delivery_id, None)
        if kept is not None and kept <= now:
            return now
        at = kept or self._join(self._lines(tenant, method, where), now)
        if at > now:
            self._places[delivery_id] = at
        return at

    def hold(
        self, tenant: Tenant, method: DeliveryMethod | str, retry_after: float | None, now: datetime, where: str = ""
    ) -> datetime:
        """Slack asked for a pause of this method in this workspace, or only there (`_OWN_LIMIT`). Gives its end."""
        wait = _USUAL_WAIT if retry_after is None else timedelta(seconds=min(retry_after, 1e6))
        until = now + min(max(wait, timedelta(seconds=1)), LONGEST_WAIT)
        self._held[_limited(tenant, method, where)] = until
        return until

    def held_until(
        self, tenant: Tenant, method: DeliveryMethod | str, now: datetime, where: str = ""
    ) -> datetime | None:
        """Until when this method waits because Slack asked for it; None where it does not."""
        until = self._held.get(_limited(tenant, method, where))
        return until if until is not None and until > now else None

    def _join(self, lines: list[tuple[_Line, Rate]], now: datetime) -> datetime:
        self._forget(now)
        free = {line: max(self._next_free.get(line, now), now) for line, _ in lines}
        at = max([now, *(free[line] - rate.every * (rate.burst - 1) for line, rate in lines)])
        for line, rate in lines:
            # From where the line stood, not from `at`: who waits for a busy channel holds up no other channel.
            self._next_free[line] = free[line] + rate.every
        return at

    def _forget(self, now: datetime) -> None:
        """Lines in which nobody has stood for a while say nothing."""
        if now < self._clean_at or max(len(self._next_free), len(self._places), len(self._held)) <= _MOST_LINES:
            return
        self._held = {limited: until for limited, until in self._held.items() if until > now}
        self._clean_at = now + _CLEANING
        self._next_free = {line: free for line, free in self._next_free.items() if free > now}
        day_ago = now - timedelta(days=1)
        self._places = {place: at for place, at in self._places.items() if at > day_ago}

    def _lines(self, tenant: Tenant, method: DeliveryMethod, channel: str) -> list[tuple[_Line, Rate]]:
        lines: list[tuple[_Line, Rate]] = []
        if method in self._rates.methods:
            lines.append(((tenant, method), self._rates.methods[method]))
        if method in _POSTING:
            lines.append(((tenant, "posts", channel), self._rates.channel))
            lines.append(((tenant, "posts"), self._rates.workspace))
        return lines


def _limited(tenant: Tenant, method: DeliveryMethod | str, where: str) -> tuple[Tenant, str, str]:
    """What one of Slack's limits counts together."""
    return tenant, str(method), where if method in _OWN_LIMIT else ""
