"""Events: typed words and mentions, the Home, the end of an installation.

One of a kind that nobody reads is acknowledged and let go.
"""

from typing import Any

from slack_bolt.async_app import AsyncApp

from bot import parse
from bot.listeners.actions import EVERY
from bot.listeners.reception import Reception


def register(app: AsyncApp, reception: Reception) -> None:
    """Listen to every event. It is kept before Bolt acknowledges it."""

    @app.event(EVERY)
    async def on_event(body: dict[str, Any]) -> None:
        await reception.keep(parse.event(body))
