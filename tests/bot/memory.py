"""A memory for tests: what asks Slack answers nothing unless a test says otherwise."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.recall.gathering import Gathering, IsAdmin
from bot.recall.memory import Memory, Permalink
from bot.recall.sites import no_address
from bot.runtime.clock import Clock
from bot.slack.membership import FindChannels, Membership, Told
from storage import Storage
from storage.records import Tenant


async def no_channels(_tenant: Tenant, _user: str) -> Membership:
    """Slack cannot be asked now, so nothing is certainly anybody's."""
    return Membership(Told.NOT_NOW)


async def no_admin(_tenant: Tenant, _user: str) -> bool | None:
    """Nobody administers the workspace."""
    return None


async def no_zone(_tenant: Tenant, _user: str) -> str | None:
    """Slack does not tell anybody's time zone."""
    return None


async def no_names(_tenant: Tenant, _users: Iterable[str]) -> Mapping[str, str]:
    """Slack does not tell what people are called."""
    return {}


def gathering(
    storage: Storage,
    find_channels: FindChannels = no_channels,
    is_admin: IsAdmin = no_admin,
    *,
    find_address: Permalink = no_address,
) -> Gathering:
    """What gathers over more than one assessment."""
    return Gathering(storage, find_channels, is_admin, no_names, find_address)


def memory(
    storage: Storage, clock: Clock, permalink: Permalink, gathers: Gathering | None = None, **more: Any
) -> Memory:
    """A memory of this storage."""
    given: dict[str, Any] = {"time_zone": no_zone} | more
    return Memory(storage, clock, permalink=permalink, gathering=gathers or gathering(storage), **given)
