"""Clicks: one listener for every control, those of older releases and of nobody included."""

import re
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import parse
from bot.listeners.reception import Reception

EVERY = re.compile(".*", re.DOTALL)


def register(app: AsyncApp, reception: Reception) -> None:
    """Listen to every control."""

    @app.action(EVERY)
    async def on_action(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        reception.take(parse.action(body), body, client)
