"""Submits of modals: what is wrong with a field is said before the modal closes."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import parse
from bot.listeners.actions import EVERY
from bot.listeners.reception import Reception


def register(app: AsyncApp, reception: Reception) -> None:
    """Listen to every submit."""

    @app.view(EVERY)
    async def on_submit(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        command = parse.submit(body)
        errors = reception.errors(command)
        if errors:
            await ack(response_action="errors", errors=errors)
            return
        await ack()
        reception.take(command, body, client)
