"""One thread that does what it is handed, in turn, and tells the event loop what came of it.

An executor does the same with a lock, a second future and two more callbacks for each piece of work. That costs as much
as all the statements of a click, since whoever waited for the disk finds nothing of it in the processor's caches.
"""

import asyncio
import weakref
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Work(NamedTuple):
    """A piece of work, and who waits for it."""

    do: Callable[[], Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


class OneThread:
    """A thread of its own, from its first piece of work on. It ends when it is stopped, or when nobody holds it."""

    def __init__(self, name: str) -> None:
        self._todo: SimpleQueue[_Work | None] = SimpleQueue()
        self._thread = Thread(target=_work_off, args=(self._todo,), name=name, daemon=True)
        self._is_started = self._is_stopped = False

    def run(self, do: Callable[[], T]) -> "asyncio.Future[T]":
        """Do it behind all that was handed in before. Where nobody waits any more, what came of it is dropped.

        Raises RuntimeError once it was stopped.
        """
        if self._is_stopped:
            raise RuntimeError("this thread was stopped")
        if not self._is_started:
            self._is_started = True
            self._thread.start()
            weakref.finalize(self, self._todo.put, None)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._todo.put(_Work(do, future, loop))
        return future

    def stop(self) -> None:
        """Wait until all is done, and end."""
        self._is_stopped = True
        self._todo.put(None)
        if self._is_started:
            self._thread.join()


def _work_off(todo: "SimpleQueue[_Work | None]") -> None:
    while (work := todo.get()) is not None:
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
