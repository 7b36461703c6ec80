"""Socket Mode: Slack's payloads over a connection that we dial, and a watchdog that dials anew when it goes deaf.

Every envelope is acknowledged: Bolt's own adapter sends nothing where its answer is not 200, and a person then waits
three seconds for a failure. The SDK mends most breaks itself; what it does not notice is seen here, by the time of the
last pong, and ended by a new client, since closing a broken one may hang.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from random import uniform

import structlog
from slack_bolt.response import BoltResponse
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.app import Bot
from bot.rim.gate import Refused, examine
from bot.setup.settings import SettingsError

_PING = 10.0
_DEAF_CHECKS = 3
"""So many looks in a row at a connection that is not there, and it is made anew."""
_CLOSING = 2.0
_LONGEST_WAIT = 60.0
_WHILE_REFUSED = 300.0
_WRONG_TOKEN = frozenset(
    {"invalid_auth", "not_authed", "not_allowed_token_type", "account_inactive", "token_revoked", "token_expired"}
)

Sleep = Callable[[float], Awaitable[object]]

log = structlog.get_logger("ftrag.socket")


class SocketLine:
    """The connection of one bot to Slack."""

    def __init__(self, bot: Bot, app_token: str, *, sleep: Sleep = asyncio.sleep, ping: float = _PING) -> None:
        self._bot = bot
        self._app_token = app_token
        self._sleep = sleep
        self._ping = ping
        self._client: SocketModeClient | None = None

    async def connect(self) -> None:
        """Dial until Slack answers. Raises SettingsError where it says that the token is wrong."""
        tries = 0
        while True:
            answer = await self._bot.engine.wire.call("apps.connections.open", self._app_token, {})
            url = answer.text("url")
            if answer.ok and url:
                break
            if answer.error in _WRONG_TOKEN or answer.error == "missing_scope":
                raise SettingsError(
                    f"Slack does not take SLACK_APP_TOKEN ({answer.error}): "
                    "make an app-level token with the scope connections:write."
                )
            tries += 1
            wait = answer.retry_after or min(2.0**tries, _LONGEST_WAIT)
            log.warning("cannot_reach_slack", error=answer.error, seconds=round(wait))
            await self._sleep(wait * uniform(0.8, 1.2))  # noqa: S311 - spreads reconnects, guards nothing
        client = SocketModeClient(
            app_token=self._app_token,
            web_client=self._bot.bolt.client,
            logger=logging.getLogger("slack_sdk.socket_mode"),
            ping_interval=self._ping,
        )
        client.socket_mode_request_listeners.append(self._take)
        client.wss_uri = url
        self._client = client
        await client.connect()  # type: ignore[no-untyped-call]  # the SDK leaves it without types
        log.info("connected")

    async def is_connected(self) -> bool:
        """Whether Slack's payloads reach us."""
        return self._client is not None and await self._client.is_connected()

    async def watch(self) -> None:
        """Look after the connection for ever."""
        deaf = 0
        while True:
            await self._sleep(self._ping)
            deaf = 0 if await self.is_connected() else deaf + 1
            if deaf >= _DEAF_CHECKS:
                log.warning("connection_deaf")
                self._bot.engine.health.count("reconnects")
                await self._dial_anew()
                deaf = 0

    async def _dial_anew(self) -> None:
        """A new connection; while Slack does not take the token, another try every few minutes."""
        await self.close()
        while True:
            try:
                await self.connect()
            except SettingsError as error:
                log.exception("token_refused", said=str(error))
                await self._sleep(_WHILE_REFUSED)
            else:
                return

    async def close(self) -> None:
        """Hang up, without waiting long for the other side."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            await asyncio.wait_for(client.close(), _CLOSING)  # type: ignore[no-untyped-call]  # as above
        except (TimeoutError, OSError):
            log.warning("connection_abandoned")
        await client.aiohttp_client_session.close()

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        try:
            body = examine(request.payload)
        except Refused as refused:
            log.warning("odd_envelope", kind=request.type, said=refused.sentence)
            answer = BoltResponse(status=200, body="")
        else:
            answer = await self._bot.dispatch(body)
        await client.send_socket_mode_response(_acknowledgement(request.envelope_id, answer))


def _acknowledgement(envelope_id: str, answer: BoltResponse) -> SocketModeResponse:
    if not answer.body:
        return SocketModeResponse(envelope_id=envelope_id)
    kind = answer.headers.get("content-type", [""])[0]
    payload = json.loads(answer.body) if kind.startswith("application/json") else {"text": answer.body}
    return SocketModeResponse(envelope_id=envelope_id, payload=payload)
