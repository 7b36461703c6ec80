"""Shortcuts, from the composer's menu and from a message's."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import parse
from bot.listeners.actions import EVERY
from bot.listeners.reception import Reception


def register(app: AsyncApp, reception: Reception) -> None:
    """Listen to every shortcut."""

    @app.shortcut(EVERY)
    async def on_shortcut(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        reception.take(parse.shortcut(body), body, client)
