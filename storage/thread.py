"""Threads that do what they are handed, in turn, and tell the event loop what came of it.

An executor does the same with a lock, a second future and two more callbacks for each piece of work. That costs as much
as all the statements of a click, since whoever waited for the disk finds nothing of it in the processor's caches.
"""

import asyncio
import weakref
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Work(NamedTuple):
    """A piece of work, and who waits for it."""

    do: Callable[[], Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


class Threads:
    """One thread, or at most so many, each started when there is work for it. They end when nobody holds them."""

    def __init__(self, name: str, most: int = 1) -> None:
        self._todo: SimpleQueue[_Work | None] = SimpleQueue()
        self._idle: list[Thread] = [
            Thread(target=_work_off, args=(self._todo,), name=name, daemon=True) for _ in range(most)
        ]
        """Those that are not started yet."""
        self._started: list[Thread] = []
        self._is_stopped = False

    def run(self, do: Callable[[], T]) -> "asyncio.Future[T]":
        """Do it behind all that was handed in before, unless nobody waits any more by then.

        Where nobody waits when it is done, what came of it is dropped. Raises RuntimeError once they were stopped.
        """
        if self._is_stopped:
            raise RuntimeError("these threads were stopped")
        if self._idle:
            self._started.append(thread := self._idle.pop())
            thread.start()
            weakref.finalize(self, self._todo.put, None)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._todo.put(_Work(do, future, loop))
        return future

    def stop(self, within: float | None = None) -> None:
        """Wait until all is done, at most so many seconds, and end."""
        until = None if within is None else monotonic() + within
        self._is_stopped = True
        for _ in self._started:
            self._todo.put(None)
        for thread in self._started:
            thread.join(None if until is None else max(0.0, until - monotonic()))


def _work_off(todo: "SimpleQueue[_Work | None]") -> None:
    while (work := todo.get()) is not None:
        if work.future.cancelled():
            continue
        try:
            result = work.do()
        except BaseException as error:  # noqa: BLE001 - whatever it is, whoever waits for it is told
            _tell(work, work.future.set_exception, error)
        else:
            _tell(work, work.future.set_result, result)
            del result
        del work  # nothing is held while it waits for more


def _tell(work: _Work, tell: Callable[[Any], None], what: Any) -> None:
    def unless_given_up() -> None:
        if not work.future.done():
            tell(what)

    with suppress(RuntimeError):  # the loop is closed, and nobody waits
        work.loop.call_soon_threadsafe(unless_given_up)
