"""Work that goes on after Slack has its answer: kept, counted, and awaited at the end.

A listener acknowledges a click at once and hands the rest over here. Bolt itself keeps no reference to such work, never
waits for it at shutdown, and loses its errors; here an error is told to whoever can say a sentence to the person.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot.runtime.logs import get_logger

OnError = Callable[[Exception], Awaitable[object]]

log = get_logger("ftrag.tasks")


class Tasks:
    """The work in flight of one process."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._running)

    def start(self, work: Coroutine[Any, Any, object], *, on_error: OnError) -> None:
        """Let this go on by itself; `on_error` hears of an error and nobody else does."""
        task = asyncio.create_task(_guarded(work, on_error))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def drain(self, within: float | None = None) -> int:
        """Wait until nothing runs, at most so many seconds; gives how much had to be cut off."""
        if not self._running:
            return 0
        _, left = await asyncio.wait(set(self._running), timeout=within)
        for task in left:
            task.cancel()
        return len(left)


async def _guarded(work: Coroutine[Any, Any, object], on_error: OnError) -> None:
    try:
        await work
    except Exception as error:
        log.exception("work_failed")
        await on_error(error)
