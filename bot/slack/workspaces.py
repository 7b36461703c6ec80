"""Which workspaces the bot serves, as whom, and with which token: one from the settings, or many by OAuth.

Bolt asks `authorize` before any listener runs, and delivery asks `token` before each call. Bolt's own way costs a call
of auth.test for every request, inside the three seconds; here an identity is asked for once and then remembered.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Protocol

from slack_bolt.authorization import AuthorizeResult

from bot.delivery import SlackAnswer, Wire
from bot.runtime.clock import Clock
from bot.runtime.logs import get_logger
from storage import Installations
from storage.records import Installation, Tenant

_REMEMBERED = timedelta(minutes=1)
"""So long another process may still use a token after the app was removed."""
_ASK_AGAIN = timedelta(seconds=30)

log = get_logger("ftrag.workspaces")


class Workspaces(Protocol):
    """The workspaces that the bot serves."""

    async def token(self, tenant: Tenant) -> str | None:
        """The bot token for this workspace, or None where the app is not installed."""
        ...

    async def bot_user(self, tenant: Tenant) -> str | None:
        """The bot's own user id there, or None where it is not known yet."""
        ...

    async def authorize(self, enterprise: str | None, team: str | None) -> AuthorizeResult | None:
        """As whom a request of this workspace is answered, or None where it is not served."""
        ...

    async def may(self, tenant: Tenant, scope: str) -> bool:
        """Whether the token has this scope; True where nobody has said so."""
        ...

    def forget(self, team: str) -> None:
        """The app was removed there, or installed anew: ask again."""
        ...


class OneWorkspace:
    """The workspace of the bot token in the settings, and no other."""

    def __init__(self, token: str, wire: Wire, clock: Clock) -> None:
        self._token = token
        self._wire = wire
        self._clock = clock
        self._asking = asyncio.Lock()
        self._ask_after: datetime | None = None
        self._introducing: asyncio.Task[SlackAnswer] | None = None
        self._identity: SlackAnswer | None = None

    async def introduce(self) -> SlackAnswer:
        """Ask Slack whose token this is, once; until Slack answers, at most every half minute."""
        async with self._asking:
            now = self._clock.now()
            if self._identity is not None:
                return self._identity
            if self._ask_after is not None and now < self._ask_after:
                return SlackAnswer(ok=False, error="unreachable")
            answer = await self._wire.call("auth.test", self._token, {})
            self._ask_after = now + _ASK_AGAIN
            if answer.ok:
                self._identity = answer
            else:
                log.warning("identity_unknown", error=answer.error)
            return answer

    @property
    def team(self) -> str | None:
        """The workspace's id, once it is known."""
        return self._identity.text("team_id") if self._identity else None

    @property
    def tenant(self) -> Tenant | None:
        """The workspace as the owner of its rows, once it is known."""
        if self._identity is None or not self.team:
            return None
        return Tenant(team=self.team)

    async def token(self, tenant: Tenant) -> str | None:
        """The token, for its own workspace. While Slack has not said which that is, Slack itself guards it."""
        return self._token if self.team in {None, tenant.team} else None

    async def bot_user(self, tenant: Tenant) -> str | None:
        """By what Slack said of the token."""
        return self._identity.text("user_id") if self._identity and self.team == tenant.team else None

    async def authorize(self, enterprise: str | None, team: str | None) -> AuthorizeResult | None:
        """As the bot of this one workspace."""
        if self._identity is None and not self._asking.locked():  # nobody who pressed waits until Slack answers
            self._introducing = asyncio.create_task(self.introduce())
        answer = self._identity or SlackAnswer(ok=False)
        if not team or self.team not in {None, team}:
            return None
        return AuthorizeResult(
            enterprise_id=answer.text("enterprise_id") or enterprise,
            team_id=team,
            bot_user_id=answer.text("user_id"),
            bot_id=answer.text("bot_id"),
            bot_token=self._token,
        )

    async def may(self, tenant: Tenant, scope: str) -> bool:  # noqa: ARG002 - there is one workspace
        """Whether the token has this scope, by what Slack said of it at the start."""
        scopes = self._identity.scopes if self._identity else ()
        return not scopes or scope in scopes

    def forget(self, team: str) -> None:
        """The token stays the same until the settings change."""


class ManyWorkspaces:
    """The workspaces that installed the app; each is read from storage and remembered for a few minutes."""

    def __init__(self, installations: Installations, clock: Clock) -> None:
        self._installations = installations
        self._clock = clock
        self._remembered: dict[str, tuple[datetime, Installation | None]] = {}

    async def token(self, tenant: Tenant) -> str | None:
        """The token that was stored when the app was installed there."""
        found = await self._find(tenant.team)
        return found.bot_token if found else None

    async def bot_user(self, tenant: Tenant) -> str | None:
        """By what was stored when the app was installed there."""
        found = await self._find(tenant.team)
        return found.bot_user if found else None

    async def authorize(self, enterprise: str | None, team: str | None) -> AuthorizeResult | None:
        """As the bot of that workspace."""
        installation = await self._find(team) if team else None
        if installation is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise,
            team_id=installation.tenant.team,
            bot_user_id=installation.bot_user,
            bot_token=installation.bot_token,
            bot_scopes=list(installation.scopes),
        )

    async def may(self, tenant: Tenant, scope: str) -> bool:
        """Whether the app was installed there with this scope."""
        found = await self._find(tenant.team)
        return found is None or not found.scopes or scope in found.scopes

    def forget(self, team: str) -> None:
        """Read it from storage again."""
        self._remembered.pop(team, None)

    async def _find(self, team: str) -> Installation | None:
        now = self._clock.now()
        known = self._remembered.get(team)
        if known is not None and known[0] > now:
            return known[1]
        installation = await self._installations.find(team)
        if len(self._remembered) > 10_000:
            self._remembered.clear()
        # "Not installed" is not remembered: the next request may come right after the install.
        if installation is not None:
            self._remembered[team] = (now + _REMEMBERED, installation)
        return installation
