"""Bolt, told all that it would else find by itself: a token or a mode in the environment, or a client for each request.

Bolt reads SLACK_* where it is not told otherwise, and turns OAuth on by what it finds there; here the environment is
hidden from it, and the settings alone decide. For each request it makes a new client, which asks the environment for
proxies and describes the machine anew, which costs as much as all the rest of its chain. Here that one is a copy.
"""

import logging
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.setup.settings import Connection

Authorize = Callable[[AsyncBoltContext], Awaitable[AuthorizeResult]]


def build_bolt(connection: Connection, session: ClientSession, authorize: Authorize) -> AsyncApp:
    """Bolt without listeners. `authorize` says who the bot is where a request comes from, or raises."""
    logger = logging.getLogger("slack_bolt")
    logger.setLevel(max(logger.level, logging.WARNING))  # below it Bolt logs bodies, and spends time on it
    client = AsyncWebClient(base_url=connection.api_url, session=session, retry_handlers=[], logger=logger)
    with _hidden_environment():
        return _Bolt(
            name="slack_bolt.listeners",
            logger=logger,
            process_before_response=True,
            signing_secret=connection.signing_secret,
            client=client,
            authorize=_Authorization(authorize),
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )


class _Bolt(AsyncApp):
    """Bolt with a client for each request that costs little to make."""

    def _init_context(self, req: AsyncBoltRequest) -> None:
        """What Bolt's own puts there. The token is set on the copy once it is known, so no request sees another's."""
        team, client = req.context.team_id, AsyncWebClient.__new__(AsyncWebClient)
        vars(client).update(vars(self.client), default_params={} if team is None else {"team_id": team})
        logger = logging.getLogger(self.name)
        req.context.update(logger=logger, token=None, client=client, listener_runner=self.listener_runner)


class _Authorization(AsyncAuthorize):
    """Who the bot is where a request comes from. Handed in as a function, its parameters are looked up each time."""

    def __init__(self, authorize: Authorize) -> None:
        self._authorize = authorize

    async def __call__(self, *, context: AsyncBoltContext, **_: Any) -> AuthorizeResult:
        """The bot's token there."""
        return await self._authorize(context)


@contextmanager
def _hidden_environment() -> Iterator[None]:
    """Without SLACK_*: Bolt must not find a mode there that the settings did not choose."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("SLACK_")}
    try:
        yield
    finally:
        os.environ.update(hidden)
