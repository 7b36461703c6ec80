"""`/ftrag ...`."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import parse
from bot.ids import COMMAND
from bot.listeners.reception import Reception


def register(app: AsyncApp, reception: Reception) -> None:
    """Listen to the slash command."""

    @app.command(COMMAND)
    async def on_command(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        reception.take(parse.slash(body), body, client)
