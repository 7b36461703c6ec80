"""A stand-in for the host of Slack's sockets, between a bot and the sandbox, that can be out of order in three ways.

It is a relay of bytes with an address of its own, as Slack's sockets have one beside the API's: so the API goes on
working while the line is gone, which is how such an outage looks.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import Enum
from typing import Self

from bot.sandbox.person import Sandbox


class Outage(Enum):
    """What is wrong with the host."""

    REFUSES = "nobody listens there"
    HANGS_UP = "it takes the call and ends it without a word"
    SILENT = "it takes the call and says nothing, then or later"


class SocketHost:
    """The relay."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._target = sandbox.url.removeprefix("http://").rstrip("/").split(":")
        self._server: asyncio.Server | None = None
        self._relays: set[asyncio.Task[None]] = set()
        self._outage: Outage | None = None
        self.port = 0
        self.stood: list[int] = []
        """For each call that was taken: how many connections there were already."""

    @classmethod
    @asynccontextmanager
    async def open(cls, sandbox: Sandbox, outage: Outage | None = None) -> AsyncIterator[Self]:
        """A host in front of this sandbox, from which the bot gets its addresses from now on."""
        host = cls(sandbox)
        await host._listen()
        sandbox.service.sockets.host = f"127.0.0.1:{host.port}"
        if outage is not None:
            await host.break_down(outage)
        try:
            yield host
        finally:
            await host._stop_listening()
            await host._cut()

    async def break_down(self, outage: Outage) -> None:
        """Be out of order from now on, for those who are connected, too."""
        self._outage = outage
        if outage is Outage.REFUSES:
            await self._stop_listening()
        if outage is not Outage.SILENT:  # a silent host keeps its connections, and passes nothing on
            await self._cut()

    async def recover(self) -> None:
        """Work again. What was connected through the silence is cut, as a host that restarts does."""
        self._outage = None
        await self._cut()
        if self._server is None:
            await self._listen()

    async def left_with(self, connections: int) -> None:
        """Wait until so many connections are left."""
        while len(self._relays) > connections:
            await asyncio.wait(set(self._relays), return_when=asyncio.FIRST_COMPLETED)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
            await asyncio.sleep(0)

    async def _cut(self) -> None:
        relays = tuple(self._relays)
        for relay in relays:
            relay.cancel()
        if relays:
            await asyncio.wait(relays)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.stood.append(len(self._relays))
        if self._outage is Outage.HANGS_UP:
            writer.close()
            return
        task = asyncio.ensure_future(self._relay(reader, writer))
        self._relays.add(task)
        task.add_done_callback(self._relays.discard)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection(self._target[0], int(self._target[1]))
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass_on(reader, inner_writer))
                both.create_task(self._pass_on(inner_reader, writer))
        except* OSError:
            pass
        finally:
            for end in (writer, inner_writer):
                end.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            if self._outage is not Outage.SILENT:
                writer.write(data)
                await writer.drain()
        raise ConnectionResetError  # either end's end is both ends'
