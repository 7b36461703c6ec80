"""What Slack says -> a command, handed over. A listener acknowledges, parses, hands over, and knows no words.

Few listeners, each for a whole kind of payload: what a control means is read by `bot.parse`, so an old button finds the
same listener as a new one and nothing is ever left without an answer. What nobody reads is acknowledged and let go.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import parse
from bot.commands import CommandBase
from bot.front import Advises
from bot.ids import COMMAND
from bot.intake import Intake
from bot.listeners.reception import Reception

__all__ = ["register"]

EVERY = re.compile(".*", re.DOTALL)
Listener = Callable[..., Awaitable[None]]


def register(app: AsyncApp, advisor: Advises, intake: Intake) -> None:
    """Register every listener; `intake` keeps what they read before it is acknowledged, and works it off.

    Bolt asks one after the other whether it matches, and each that does not costs: the most frequent stand first.
    """
    reception = Reception(advisor, intake)
    app.event(EVERY)(_event(reception))
    app.action(EVERY)(_request(reception, parse.action))
    app.command(COMMAND)(_request(reception, parse.slash))
    app.view(EVERY)(_submit(reception))
    app.shortcut(EVERY)(_request(reception, parse.shortcut))


def _event(reception: Reception) -> Listener:
    """Typed words and mentions, the Home, the end of an installation."""

    async def on_event(body: dict[str, Any]) -> None:
        await reception.take(parse.event(body), body)

    return on_event


def _request(reception: Reception, read: Callable[[Mapping[str, Any]], CommandBase | None]) -> Listener:
    """Clicks, `/ftrag ...` and shortcuts: kept, then acknowledged."""

    async def on_request(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await reception.take(read(body), body, client)
        await ack()

    return on_request


def _submit(reception: Reception) -> Listener:
    """Submits of modals: what is wrong with a field is said before the modal closes."""

    async def on_submit(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        command = parse.submit(body)
        errors = await reception.errors(command)
        if errors:
            await ack(response_action="errors", errors=errors)
            return
        await reception.take(command, body, client)
        await ack()

    return on_submit
