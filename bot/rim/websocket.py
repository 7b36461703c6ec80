"""One connection to Slack over Socket Mode: dialled, greeted by Slack, and read until it ends.

Made of aiohttp's own client, since the SDK's stands in the way here: it dials one address, good for a single try, for
ever while it is refused, and closes the old connection before it has a new one. This one never dials again; whoever
holds it is told when it is over, and makes another.
"""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Self

import aiohttp
from aiohttp import WSMsgType

LARGEST_FRAME = 4 * 1024 * 1024
_ANSWERING = 3.0
"""Seconds in which what is under way may still be answered; Slack waits no longer either."""
_CLOSING = 2.0
_ENDS = frozenset({WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR})

Frame = dict[str, Any]
Take = Callable[["Websocket", Frame], Coroutine[Any, Any, None]]
"""What becomes of an envelope: (where it came from, its frame)."""


class NotGreetedError(ConnectionError):
    """The other side took the call and ended it without a hello."""


class Websocket:
    """A connection on which Slack said hello."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse, take: Take) -> None:
        self._line = line
        self._take = take
        self._at_work: set[asyncio.Task[None]] = set()
        self._reading: asyncio.Task[None] | None = None
        self.over = asyncio.Event()
        """Set once another connection is needed: this one has ended, or Slack is about to end it."""

    @classmethod
    async def dial(cls, session: aiohttp.ClientSession, url: str, take: Take, *, heartbeat: float) -> Self:
        """Dial and wait for the hello, for as long as the caller has patience.

        Raises aiohttp.ClientError or OSError where nobody answers like Slack. `heartbeat` is in seconds: so often the
        other side is asked whether it is there, and has half of it to say so.
        """
        line = await session.ws_connect(
            url, heartbeat=heartbeat, timeout=aiohttp.ClientWSTimeout(ws_close=_CLOSING), max_msg_size=LARGEST_FRAME
        )
        try:
            await _greeting(line)
        except BaseException:
            await line.close()
            raise
        greeted = cls(line, take)
        greeted._reading = asyncio.create_task(greeted._read_on(), name="socket_reader")
        return greeted

    @property
    def is_open(self) -> bool:
        """Whether payloads can come in here."""
        return not self._line.closed

    async def send(self, message: Mapping[str, Any]) -> None:
        """Send one frame. Raises ConnectionError where the connection has ended."""
        await self._line.send_str(json.dumps(message))

    async def retire(self) -> None:
        """End it once what came in here is answered."""
        if self._at_work:
            await asyncio.wait(set(self._at_work), timeout=_ANSWERING)
        await self.close()

    async def close(self) -> None:
        """Hang up, without waiting long for the other side."""
        await self._line.close()
        if self._reading is not None:
            self._reading.cancel()

    async def _read_on(self) -> None:
        try:
            while (received := await self._line.receive()).type not in _ENDS:
                frame = _read(received)
                if frame.get("type") == "disconnect":
                    self.over.set()  # what it still sends until it is closed is read and answered
                elif frame.get("envelope_id"):
                    task = asyncio.create_task(self._take(self, frame))
                    self._at_work.add(task)
                    task.add_done_callback(self._at_work.discard)
        finally:
            self.over.set()


async def _greeting(line: aiohttp.ClientWebSocketResponse) -> None:
    """Wait for the hello. Raises NotGreetedError where the connection ends first."""
    while (frame := await line.receive()).type not in _ENDS:
        if _read(frame).get("type") == "hello":
            return
    raise NotGreetedError


def _read(frame: aiohttp.WSMessage) -> Frame:
    """A frame's JSON object; an empty one where it holds none."""
    if frame.type is not WSMsgType.TEXT:
        return {}
    try:
        said = json.loads(frame.data)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
