"""The files of one message, fetched and read one after the other: each becomes a command that tells the thread.

Reading takes from a blink to a minute. After three seconds whoever waits is told that it goes on.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from bot.commands.results import FileNotRead, ReadFiles, ReadResults, SharedFile
from bot.delivery import Wire
from bot.errors import NotRead
from bot.handing.fetching import FindToken, NotFetched, fetched
from bot.handing.handing import command_of, names_of
from bot.handing.reading import ReadApart
from bot.results.summary import Summary
from bot.results.values import Refused
from storage.records import Assessment, Way

SAY_SO_AFTER = 3.0
"""Seconds."""
MOST_FILES = 5
"""Of one message."""

Sleep = Callable[[float], Awaitable[object]]
TellSlow = Callable[[SharedFile], Awaitable[object]]
"""Says in the thread, under the file's key, that this file takes a moment."""


class Files:
    """Reads shared files."""

    def __init__(self, wire: Wire, find_token: FindToken, read: ReadApart, sleep: Sleep = asyncio.sleep) -> None:
        self._wire = wire
        self._find_token = find_token
        self._read = read
        self._sleep = sleep

    async def read(
        self, command: ReadFiles, assessment: Assessment, tell_slow: TellSlow
    ) -> AsyncIterator[ReadResults | FileNotRead]:
        """What became of each file, in their order, each under a key of its own."""
        for place, file in enumerate(command.files[:MOST_FILES], 1):
            about = command.model_dump(include={"actor", "channel", "is_direct", "response_url"})
            about |= {"name": file.name, "inbox_key": f"{command.inbox_key}:{place}" if command.inbox_key else None}
            reading = asyncio.create_task(self._one(command, assessment, file))
            try:
                if not await self._is_done_soon(reading):
                    about["progress"] = file.progress_key
                    await tell_slow(file)
                told = command_of(assessment, await reading, Way.FILE)
                yield told.model_copy(update=about)
            except NotFetched as missing:
                yield _not_read(assessment, about, missing.why, missing.detail)
            except Refused as refused:
                yield _not_read(assessment, about, NotRead.REFUSED, str(refused))
            finally:
                reading.cancel()

    async def _is_done_soon(self, reading: asyncio.Task[Summary]) -> bool:
        """Whether it is read, or found not to be readable, before somebody would wonder."""
        waiting = asyncio.ensure_future(self._sleep(SAY_SO_AFTER))
        try:
            await asyncio.wait({reading, waiting}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
        return reading.done()

    async def _one(self, command: ReadFiles, assessment: Assessment, file: SharedFile) -> Summary:
        async with fetched(self._wire, self._find_token, command.tenant, file.id) as path:
            return await self._read(path, names_of(assessment))


def _not_read(assessment: Assessment, about: dict[str, object], why: NotRead, detail: str) -> FileNotRead:
    told = {"tenant": assessment.tenant, "assessment_id": assessment.id, "why": why, "detail": detail}
    return FileNotRead.model_validate({**told, **about})
