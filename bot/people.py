"""What Slack tells of a person where an optional scope allows it: their channels, and whether they are an admin."""

from collections.abc import Awaitable, Callable

from bot.delivery import Wire
from storage.records import Tenant

FindToken = Callable[[Tenant], Awaitable[str | None]]
_MOST_PAGES = 5
_PAGE = 200


class Channels:
    """The channels a person shares with the bot."""

    def __init__(self, wire: Wire, find_token: FindToken) -> None:
        self._wire = wire
        self._find_token = find_token

    async def __call__(self, tenant: Tenant, user: str) -> tuple[str, ...] | None:
        """Their ids; None where Slack does not tell (no scope, not reached)."""
        token = await self._find_token(tenant)
        if token is None:
            return None
        found: list[str] = []
        cursor = ""
        for _ in range(_MOST_PAGES):
            asked = {"user": user, "types": "public_channel,private_channel", "limit": _PAGE, "cursor": cursor or None}
            answer = await self._wire.call("users.conversations", token, asked)
            if not answer.ok:
                return None
            listed = answer.body.get("channels")
            found += [str(one.get("id")) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
            after = answer.body.get("response_metadata")
            cursor = str(after.get("next_cursor") or "") if isinstance(after, dict) else ""
            if not cursor:
                break
        return tuple(found)


class Admins:
    """Who administers a workspace (users:read)."""

    def __init__(self, wire: Wire, find_token: FindToken) -> None:
        self._wire = wire
        self._find_token = find_token

    async def __call__(self, tenant: Tenant, user: str) -> bool | None:
        """Whether this person does; None where Slack does not tell."""
        token = await self._find_token(tenant)
        if token is None:
            return None
        answer = await self._wire.call("users.info", token, {"user": user})
        person = answer.body.get("user") if answer.ok else None
        return bool(person.get("is_admin") or person.get("is_owner")) if isinstance(person, dict) else None
