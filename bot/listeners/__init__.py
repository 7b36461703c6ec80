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
from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.ids import COMMAND
from bot.listeners.reception import Reception
from bot.runtime.tasks import Tasks

__all__ = ["register"]

EVERY = re.compile(".*", re.DOTALL)
Listener = Callable[..., Awaitable[None]]


def register(app: AsyncApp, advisor: Advisor, tasks: Tasks) -> None:
    """Register every listener; `tasks` keeps what goes on after an ack, and is drained at shutdown.

    Bolt asks one after the other whether it matches, and each that does not costs: the most frequent stand first.
    """
    reception = Reception(advisor, tasks)
    app.event(EVERY)(_event(reception))
    app.action(EVERY)(_after_ack(reception, parse.action))
    app.command(COMMAND)(_after_ack(reception, parse.slash))
    app.view(EVERY)(_submit(reception))
    app.shortcut(EVERY)(_after_ack(reception, parse.shortcut))


def _event(reception: Reception) -> Listener:
    """Typed words and mentions, the Home, the end of an installation: kept before Bolt acknowledges it."""

    async def on_event(body: dict[str, Any]) -> None:
        await reception.keep(parse.event(body))

    return on_event


def _after_ack(reception: Reception, read: Callable[[Mapping[str, Any]], CommandBase | None]) -> Listener:
    """Clicks, `/ftrag ...` and shortcuts: acknowledged before anything else happens."""

    async def on_request(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        reception.take(read(body), body, client)

    return on_request


def _submit(reception: Reception) -> Listener:
    """Submits of modals: what is wrong with a field is said before the modal closes."""

    async def on_submit(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        command = parse.submit(body)
        errors = reception.errors(command)
        if errors:
            await ack(response_action="errors", errors=errors)
            return
        await ack()
        reception.take(command, body, client)

    return on_submit
