"""Which channels a person is in, and how sure that is: a value that crosses from Slack to what may be shown."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.records import Tenant


class Told(StrEnum):
    """What Slack said when it was asked for somebody's channels."""

    ALL = "all"
    NOT_ALLOWED = "not_allowed"
    """The workspace did not grant the scopes: what the person took part in has to do."""
    NOT_NOW = "not_now"
    """Slack was not reached, or wants to be asked later. Nothing is guessed meanwhile."""
    GONE = "gone"
    """There is no such person any more."""


@dataclass(frozen=True)
class Membership:
    """The channels by id, each with its name."""

    told: Told
    channels: Mapping[str, str] = field(default_factory=dict)
    archived: frozenset[str] = frozenset()
    """The ids of those that are archived: they can be read, and nothing is posted there."""


FindChannels = Callable[[Tenant, str], Awaitable[Membership]]
"""Asks Slack for the channels that a person shares with the bot."""
