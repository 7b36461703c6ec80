"""Deliveries over Socket Mode: the app dials in, gets envelopes, and answers each by its id.

A URL from apps.connections.open is good for one connection. Several connections share the deliveries in turn, each
delivery going to one of them, as with Slack.
"""

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from bot.sandbox.courier import Answer, Delivery
from bot.sandbox.records import Json

PATH = "/link/"
MOST_CONNECTIONS = 10


class SocketMode:
    """The way to an app that has dialled in."""

    def __init__(self, app_id: str) -> None:
        self.when_changed: Callable[[], None] = lambda: None
        """Called when a connection comes or goes."""
        self.host: str | None = None
        """Where the app is told to dial, "127.0.0.1:8000"; without it, where the sandbox itself is."""
        self._app_id = app_id
        self._tickets: set[str] = set()
        self._connections: dict[web.WebSocketResponse, web.Request] = {}
        self._awaited: dict[str, tuple[web.WebSocketResponse, asyncio.Future[Answer]]] = {}
        self._turn = 0

    @property
    def is_connected(self) -> bool:
        """Whether anybody has dialled in."""
        return bool(self._connections)

    @property
    def connections(self) -> int:
        """How many connections there are."""
        return len(self._connections)

    def url(self, base_url: str) -> str:
        """A new address to dial, good for one connection."""
        ticket = secrets.token_urlsafe(18)
        self._tickets.add(ticket)
        at = f"://{self.host}" if self.host else base_url.removeprefix("http")
        return f"ws{at}{PATH}?ticket={ticket}&app_id={self._app_id}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection until either side closes it."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden(text="This address was used already, or was never given out.")
        self._tickets.discard(ticket)
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        if len(self._connections) >= MOST_CONNECTIONS:
            await connection.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await connection.close()
            return connection
        self._connections[connection] = request
        try:
            await self._hold(connection)
        finally:
            self._lost(connection)
        return connection

    async def carry(self, delivery: Delivery) -> Answer:
        """Send an envelope to the next connection in turn and wait until it is acknowledged."""
        if not self._connections:
            return Answer("connection_failed")
        self._turn += 1
        connection = tuple(self._connections)[self._turn % len(self._connections)]
        envelope = _envelope(delivery)
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._awaited[envelope["envelope_id"]] = (connection, answered)
        try:
            await connection.send_json(envelope)
            return await answered
        except ConnectionError:
            return Answer("connection_failed")
        finally:
            self._awaited.pop(envelope["envelope_id"], None)

    async def refresh(self) -> None:
        """Ask every connection to dial anew, as Slack does every few hours."""
        for connection in tuple(self._connections):
            del self._connections[connection]
            await connection.send_json({"type": "disconnect", "reason": "refresh_requested"})

    def drop(self) -> None:
        """Cut every connection without a word."""
        for request in tuple(self._connections.values()):
            if request.transport is not None:
                request.transport.abort()

    async def close(self) -> None:
        """Close every connection."""
        for connection in tuple(self._connections):
            await connection.close()

    async def _hold(self, connection: web.WebSocketResponse) -> None:
        await connection.send_json(
            {
                "type": "hello",
                "num_connections": len(self._connections),
                "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 18060},
                "connection_info": {"app_id": self._app_id},
            }
        )
        self.when_changed()
        async for frame in connection:
            if frame.type is WSMsgType.TEXT:
                self._heard(frame.data)

    def _heard(self, text: str) -> None:
        try:
            said: Any = json.loads(text)
        except ValueError:
            return
        if isinstance(said, dict) and said.get("envelope_id") in self._awaited:
            _connection, answered = self._awaited[said["envelope_id"]]
            if not answered.done():
                answered.set_result(Answer(None, 200, said.get("payload")))

    def _lost(self, connection: web.WebSocketResponse) -> None:
        self._connections.pop(connection, None)
        for waiting_on, answered in self._awaited.values():
            if waiting_on is connection and not answered.done():
                answered.set_result(Answer("connection_failed"))
        self.when_changed()


def _envelope(delivery: Delivery) -> Json:
    envelope: Json = {
        "envelope_id": secrets.token_hex(16),
        "type": delivery.kind,
        "accepts_response_payload": delivery.kind != "events_api",
        "payload": delivery.payload,
    }
    if delivery.kind == "events_api":
        envelope |= {"retry_attempt": delivery.retry_num, "retry_reason": delivery.retry_reason}
    return envelope
