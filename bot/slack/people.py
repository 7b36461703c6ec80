"""What Slack tells of people where an optional scope allows it: their channels, their names, who is an admin."""

import asyncio
from collections.abc import Iterable

from bot.slack.membership import Membership, Told
from bot.slack.telling import NOT_INSTALLED, AsksSlack
from storage.records import Tenant

_MOST_PAGES = 5
_PAGE = 200
_MOST_NAMES = 40
_PATIENCE = 5.0


class Channels(AsksSlack):
    """The channels a person shares with the bot."""

    async def __call__(self, tenant: Tenant, user: str) -> Membership:
        """Their ids and names, as far as Slack tells them."""
        names: dict[str, str] = {}
        archived: set[str] = set()
        cursor = ""
        for _ in range(_MOST_PAGES):
            asked = {"user": user, "types": "public_channel,private_channel", "limit": _PAGE, "cursor": cursor or None}
            answer = await self._ask(tenant, "users.conversations", asked)
            if not answer.ok:
                return Membership(_WHY.get(answer.error, Told.NOT_NOW))
            listed = answer.body.get("channels")
            named = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
            names |= {str(one.get("id")): str(one.get("name") or "") for one in named}
            archived |= {str(one.get("id")) for one in named if one.get("is_archived") is True}
            after = answer.body.get("response_metadata")
            cursor = str(after.get("next_cursor") or "") if isinstance(after, dict) else ""
            if not cursor:
                break
        return Membership(Told.ALL, names, frozenset(archived))


_WHY = {
    **dict.fromkeys(
        ("missing_scope", "no_permission", "not_allowed_token_type", "restricted_action"), Told.NOT_ALLOWED
    ),
    **dict.fromkeys(("user_not_found", "users_not_found", "user_disabled", "user_not_visible"), Told.GONE),
}
"""What an error means; any other one passes."""


class Admins(AsksSlack):
    """Who administers a workspace (users:read)."""

    async def __call__(self, tenant: Tenant, user: str) -> bool | None:
        """Whether this person does; None where Slack does not tell."""
        answer = await self._ask(tenant, "users.info", {"user": user})
        person = answer.body.get("user") if answer.ok else None
        if not isinstance(person, dict):
            return None
        is_ours = not (person.get("is_stranger") or person.get("deleted"))
        return is_ours and bool(person.get("is_admin") or person.get("is_owner"))


class Names(AsksSlack):
    """What people are called (users:read): a decision record is read outside Slack, where an id says nothing."""

    async def __call__(self, tenant: Tenant, users: Iterable[str]) -> dict[str, str]:
        """Their names by id, as far as Slack tells them soon."""
        names: dict[str, str] = {}
        try:
            async with asyncio.timeout(_PATIENCE):
                for user in list(dict.fromkeys(users))[:_MOST_NAMES]:
                    answer = await self._ask(tenant, "users.info", {"user": user})
                    if answer.error in {"missing_scope", NOT_INSTALLED}:
                        break
                    if name := answer.text("user", "real_name") or answer.text("user", "name"):
                        names[user] = name
        except TimeoutError:
            pass  # those that were told in time have their names; the others stand by their ids
        return names
