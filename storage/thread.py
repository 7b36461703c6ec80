"""Threads that do what they are handed, in turn, and tell the event loop what came of it.

An executor does the same with a lock, a second future and two more callbacks for each piece of work. That costs as much
as all the statements of a click, since whoever waited for the disk finds nothing of it in the processor's caches.
"""

import asyncio
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class _Work(NamedTuple):
    """A piece of work, and who waits for it."""

    do: Callable[[], Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


class _Line:
    """The work that waits for a thread, and the threads that wait for work: whoever began to wait last is next.

    What that one needs is still in the processor's caches, and so it is with its connection at the other end.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._todo: deque[_Work] = deque()
        self._idle: list[SimpleQueue[_Work | None]] = []
        self._is_over = False

    def hand_in(self, work: _Work) -> bool:
        """To whoever is idle, else to whoever is done first. Says whether anybody was idle."""
        with self._lock:
            if not self._idle:
                self._todo.append(work)
                return False
            hand = self._idle.pop()
        hand.put(work)
        return True

    def ready(self, hand: "SimpleQueue[_Work | None]") -> None:
        """The thread that is handed work here is ready for the next, or for its end once all is done."""
        with self._lock:
            if self._todo:
                hand.put(self._todo.popleft())
            elif self._is_over:
                hand.put(None)
            else:
                self._idle.append(hand)

    def end(self) -> None:
        """Nothing more is handed in."""
        with self._lock:
            self._is_over, idle, self._idle = True, self._idle, []
        for hand in idle:
            hand.put(None)


class Threads:
    """One thread, or at most so many, each started when there is work for it. They end when nobody holds them."""

    def __init__(self, name: str, most: int = 1) -> None:
        self._line = _Line()
        self._waiting = [Thread(target=_work_off, args=(self._line,), name=name, daemon=True) for _ in range(most)]
        """Those that are not started yet."""
        self._started: list[Thread] = []
        self._is_stopped = False

    def run(self, do: Callable[[], T]) -> "asyncio.Future[T]":
        """Do it behind all that was handed in before, unless nobody waits any more by then.

        Where nobody waits when it is done, what came of it is dropped. Raises RuntimeError once they were stopped.
        """
        if self._is_stopped:
            raise RuntimeError("these threads were stopped")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        if not self._line.hand_in(_Work(do, future, loop)) and self._waiting:
            if not self._started:
                weakref.finalize(self, self._line.end)
            self._started.append(thread := self._waiting.pop())
            thread.start()
        return future

    def stop(self, within: float | None = None) -> None:
        """Wait until all is done, at most so many seconds, and end."""
        until = None if within is None else monotonic() + within
        self._is_stopped = True
        self._line.end()
        for thread in self._started:
            thread.join(None if until is None else max(0.0, until - monotonic()))


def _work_off(line: _Line) -> None:
    """Whoever is told may hand in more at once, so a thread is ready again before it tells."""
    hand: SimpleQueue[_Work | None] = SimpleQueue()
    line.ready(hand)
    while (work := hand.get()) is not None:
        if work.future.cancelled():
            line.ready(hand)
            continue
        try:
            tell, came_of_it = work.future.set_result, work.do()
        except BaseException as error:  # noqa: BLE001 - whatever it is, whoever waits for it is told
            tell, came_of_it = work.future.set_exception, error
        line.ready(hand)
        _tell(work, tell, came_of_it)
        del work, tell, came_of_it  # nothing is held while it waits for more


def _tell(work: _Work, tell: Callable[[Any], None], what: Any) -> None:
    def unless_given_up() -> None:
        if not work.future.done():
            tell(what)

    with suppress(RuntimeError):  # the loop is closed, and nobody waits
        work.loop.call_soon_threadsafe(unless_given_up)
