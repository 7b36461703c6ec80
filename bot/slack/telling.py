"""Two things that the advisor needs of Slack at once, not through the outbox: a sentence to one person, and an address.

The sentence is for when the outbox cannot be used (the database does not answer) or is not worth a row; it is said as
well as that can be done, and nothing here ever raises.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.commands import CommandBase
from bot.delivery import SlackAnswer, Wire, calls
from bot.delivery.content import Form
from bot.replies import Reply
from bot.runtime.logs import get_logger
from bot.views import Message
from storage.errors import StorageError
from storage.records import Tenant

FindToken = Callable[[Tenant], Awaitable[str | None]]

_PATIENCE = 2.0
"""Seconds for an address: a list without links is better than a list too late."""
_MOST_LINKS = 10_000
NOT_INSTALLED = "not_installed"
"""The error of an answer that was not asked for, since the app is not installed there."""

log = get_logger("ftrag.telling")


class AsksSlack:
    """What asks Slack about a workspace, with that workspace's own token."""

    def __init__(self, wire: Wire, find_token: FindToken) -> None:
        self._wire = wire
        self._find_token = find_token

    async def _ask(self, tenant: Tenant, method: str, asked: Mapping[str, Any]) -> SlackAnswer:
        token = await self._find_token(tenant)
        return (
            SlackAnswer(ok=False, error=NOT_INSTALLED) if token is None else await self._wire.call(method, token, asked)
        )


class Teller(AsksSlack):
    """Says something to the person who sent a command: where they are, else in a direct message."""

    def __init__(self, wire: Wire, find_token: FindToken, show: Callable[[Reply], Message]) -> None:
        super().__init__(wire, find_token)
        self._show = show

    async def __call__(self, command: CommandBase, reply: Reply) -> None:
        """Tell them; a way that fails leads to the next one."""
        try:
            message = self._show(reply)
            if command.response_url:
                answer = await self._wire.respond(command.response_url, calls.respond(message, form=Form.SIMPLE))
                if answer.ok:
                    return
            if command.actor:
                await self._tell_through_bot(command, message)
        except Exception:
            log.exception("not_told", command=type(command).__name__)

    async def _tell_through_bot(self, command: CommandBase, message: Message) -> None:
        token = await self._token(command.tenant)
        if token is None:
            return
        body = {"text": message.text, "blocks": message.simple or message.blocks, "parse": "none"}
        if command.channel:
            place = {"channel": command.channel, "user": command.actor}
            if (await self._wire.call("chat.postEphemeral", token, {**body, **place})).ok:
                return
        answer = await self._wire.call("chat.postMessage", token, {**body, "channel": command.actor})
        if not answer.ok:
            log.warning("not_told", command=type(command).__name__, error=answer.error)

    async def _token(self, tenant: Tenant) -> str | None:
        """The token, unless it stands in the very database that does not answer."""
        try:
            return await self._find_token(tenant)
        except StorageError:
            return None


class Permalinks(AsksSlack):
    """The addresses of our messages, asked of Slack once each: an address never changes."""

    def __init__(self, wire: Wire, find_token: FindToken) -> None:
        super().__init__(wire, find_token)
        self._known: dict[tuple[Tenant, str, str], str] = {}

    async def __call__(self, tenant: Tenant, channel: str, ts: str) -> str | None:
        """The address, or None where Slack does not say it soon."""
        place = (tenant, channel, ts)
        if place in self._known:
            return self._known[place]
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._ask(tenant, "chat.getPermalink", {"channel": channel, "message_ts": ts})
        except TimeoutError:
            return None
        address = answer.text("permalink")
        if address:
            if len(self._known) >= _MOST_LINKS:
                self._known.clear()
            self._known[place] = address
        return address


class TimeZones(AsksSlack):
    """In which zone people are, asked of Slack when they plan a review; needs the optional scope users:read."""

    async def __call__(self, tenant: Tenant, user: str) -> str | None:
        """The zone's name, or None where Slack does not say it soon: a dialog waits for this."""
        if not user:
            return None
        try:
            async with asyncio.timeout(_PATIENCE / 2):
                answer = await self._ask(tenant, "users.info", {"user": user})
        except TimeoutError:
            return None
        return answer.text("user", "tz")
