"""Socket Mode: Slack's payloads over a connection that we dial, and dial anew whenever it is gone.

Every envelope is acknowledged: Bolt's own adapter sends nothing where its answer is not 200, and a person then waits
three seconds for a failure. Each try asks for a fresh address (one is good for a single connection), and has a time
limit around all of it, so a host that refuses, hangs up or stays silent is tried again within seconds of its return.
Where Slack asks for a new connection, the new one stands before the old one is given up.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import uniform
from typing import Any

import aiohttp
from slack_bolt.response import BoltResponse

from bot.app import Bot
from bot.rim.gate import Refused, examine
from bot.rim.websocket import Frame, Websocket
from bot.runtime.logs import get_logger
from bot.setup.settings import SettingsError

_PING = 10.0
_DIALLING = 6.0
"""Seconds for one try: the address, the dial and Slack's hello."""
_LONGEST_WAIT = 5.0
"""Seconds between two tries: together with a try that hangs still under 15, so that a host that is back is heard."""
_LONGEST_ASKED = 60.0
"""The most that a Retry-After may hold up the next try."""
_WHILE_REFUSED = 300.0
_SETTLED = timedelta(seconds=30)
"""A connection that lasted so long counts as one that works: the waits begin anew."""
_WRONG_TOKEN = frozenset(
    {"invalid_auth", "not_authed", "not_allowed_token_type", "account_inactive", "token_revoked", "token_expired"}
)

Sleep = Callable[[float], Awaitable[object]]

log = get_logger("ftrag.socket")


class _NotReached(Exception):  # noqa: N818 - a try that came to nothing, not a fault of ours
    """This try came to nothing; Slack may have said when to come back."""

    def __init__(self, why: str, retry_after: float | None = None) -> None:
        super().__init__(why)
        self.retry_after = retry_after


class SocketLine:
    """The line of one bot to Slack."""

    def __init__(
        self,
        bot: Bot,
        app_token: str,
        *,
        sleep: Sleep = asyncio.sleep,
        ping: float = _PING,
        dialling: float = _DIALLING,
    ) -> None:
        self._bot = bot
        self._app_token = app_token
        self._sleep = sleep
        self._ping = ping
        self._dialling = dialling
        self._current: Websocket | None = None
        self._since: datetime | None = None
        self._tries = 0
        self._retiring: set[asyncio.Task[None]] = set()

    async def connect(self) -> None:
        """Try once, so that a wrong token is told at the start; what else stands in the way `keep` waits out.

        Raises SettingsError where Slack says that the token is wrong.
        """
        try:
            await self._try()
        except _NotReached as failed:
            log.warning("cannot_reach_slack", error=str(failed))

    async def is_connected(self) -> bool:
        """Whether Slack's payloads reach us."""
        return self._current is not None and self._current.is_open

    async def keep(self) -> None:
        """Look after the line for ever."""
        while True:
            if self._current is not None:
                await self._current.over.wait()
                log.warning("connection_over")
                self._bot.engine.health.count("reconnects")
                if self._since is not None and self._bot.engine.clock.now() - self._since >= _SETTLED:
                    self._tries = 0
            await self._dial_anew()

    async def close(self) -> None:
        """Hang up."""
        current, self._current = self._current, None
        if current is not None:
            await current.close()
        for task in self._retiring:
            task.cancel()

    async def _dial_anew(self) -> None:
        """Try until there is a new connection; then the old one goes."""
        old = self._current
        asked: float | None = None
        while True:
            await self._pause(asked)
            self._tries += 1
            try:
                await self._try()
            except _NotReached as failed:
                asked = failed.retry_after
                log.warning("cannot_reach_slack", error=str(failed))
            except SettingsError as error:
                asked = _WHILE_REFUSED
                log.exception("token_refused", said=str(error))
            else:
                break
        if old is not None:
            task = asyncio.create_task(old.retire())
            self._retiring.add(task)
            task.add_done_callback(self._retiring.discard)

    async def _pause(self, asked: float | None) -> None:
        """Wait before the next try: longer each time, up to a few seconds. The first one after a while goes at once."""
        usual = min(2.0 ** (self._tries - 1), _LONGEST_WAIT) if self._tries else 0.0
        if asked is not None:
            await self._sleep(asked)
        elif usual:
            await self._sleep(usual * uniform(0.8, 1.2))  # noqa: S311 - spreads reconnects, guards nothing

    async def _try(self) -> None:
        """One try at a fresh address. Raises _NotReached, and SettingsError where Slack does not take the token."""
        try:
            async with asyncio.timeout(self._dialling):
                url = await self._address()
                session = self._bot.engine.wire.session
                dialled = await Websocket.dial(session, url, self._take, heartbeat=self._ping)
        except TimeoutError:
            raise _NotReached("silent") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _NotReached(type(error).__name__) from None
        self._current, self._since = dialled, self._bot.engine.clock.now()
        log.info("connected")

    async def _address(self) -> str:
        answer = await self._bot.engine.wire.call("apps.connections.open", self._app_token, {})
        if answer.error in _WRONG_TOKEN or answer.error == "missing_scope":
            raise SettingsError(
                f"Slack does not take SLACK_APP_TOKEN ({answer.error}): "
                "make an app-level token with the scope connections:write."
            )
        url = answer.text("url")
        if not answer.ok or not url:
            asked = answer.retry_after
            raise _NotReached(answer.error or "no address", None if asked is None else min(asked, _LONGEST_ASKED))
        return url

    async def _take(self, socket: Websocket, frame: Frame) -> None:
        """An envelope in, its acknowledgment out; on the newer connection where its own has ended meanwhile."""
        try:
            body = examine(frame.get("payload"))
        except Refused as refused:
            log.warning("odd_envelope", kind=str(frame.get("type"))[:40], said=refused.sentence)
            if refused.body is not None:
                self._bot.tell_unread(refused.body)
            answer = BoltResponse(status=200, body="")
        else:
            answer = await self._bot.dispatch(body)
        if answer.status != 200:
            return  # without an acknowledgement Slack sends an event again, and shows a person that it did not work
        way = socket if socket.is_open else self._current or socket
        try:
            await way.send(_acknowledgement(str(frame["envelope_id"]), answer))
        except (ConnectionError, aiohttp.ClientError):
            log.warning("not_acknowledged")


def _acknowledgement(envelope_id: str, answer: BoltResponse) -> dict[str, Any]:
    if not answer.body:
        return {"envelope_id": envelope_id}
    kind = answer.headers.get("content-type", [""])[0]
    payload = json.loads(answer.body) if kind.startswith("application/json") else {"text": answer.body}
    return {"envelope_id": envelope_id, "payload": payload}
