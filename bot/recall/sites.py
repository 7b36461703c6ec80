"""Under which address a workspace's messages stand, so that links to many of them cost one question to Slack.

Slack's clients find a message under slack.com too, but a browser has to sign in there, and the sandbox is elsewhere.
"""

from collections.abc import Awaitable, Callable

from bot.dialogue.turn import ANY_SITE
from storage.records import MessageRef, Tenant

FindAddress = Callable[[Tenant, str, str], Awaitable[str | None]]
"""The address of a message (tenant, channel, ts); None where Slack was not reached."""
_PLACES = "/archives/"


async def no_address(_tenant: Tenant, _channel: str, _ts: str) -> str | None:
    """Where nobody can be asked."""
    return None


class Sites:
    """The workspaces' own addresses, each asked for once."""

    def __init__(self, find_address: FindAddress = no_address) -> None:
        self._find_address = find_address
        self._known: dict[Tenant, str] = {}

    async def of(self, tenant: Tenant, place: MessageRef | None) -> str:
        """The workspace's own address, taken from that of one message; Slack's where it does not say it."""
        if tenant not in self._known and place is not None:
            site, is_address, _ = (await self._find_address(tenant, place.channel, place.ts) or "").partition(_PLACES)
            if not is_address:
                return ANY_SITE
            self._known[tenant] = site
        return self._known.get(tenant, ANY_SITE)
