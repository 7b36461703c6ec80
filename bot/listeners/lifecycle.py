"""The end of an installation. Bolt runs the first listener that matches, so these stand before the others."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import parse
from bot.listeners.reception import Reception

EVENTS = ("app_uninstalled", "tokens_revoked")


def register(app: AsyncApp, reception: Reception) -> None:
    """Listen to both; they come in any order, and there is no usable token in either."""

    async def on_end(body: dict[str, Any]) -> None:
        await reception.keep(parse.event(body))

    for name in EVENTS:
        app.event(name)(on_end)
