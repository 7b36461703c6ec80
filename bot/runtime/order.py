"""Turns that are taken at once and wait for each other in their order: a lock's order is that of asking, not of coming.

A turn is taken before anything is awaited, so whatever is looked up first for one of them lets no later one pass by.
"""

import asyncio
from bisect import insort
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(eq=False)
class Turn:
    """One's place behind those that came before."""

    of: Hashable
    at: datetime
    is_first: asyncio.Event = field(default_factory=asyncio.Event)
    has_begun: bool = False

    async def comes(self) -> None:
        """Wait until all before it have ended; from then on it has begun, and none is put before it."""
        while not self.is_first.is_set():
            await self.is_first.wait()
        self.has_begun = True


class Turns:
    """The turns of each thread, or of whatever else has an order of its own."""

    def __init__(self) -> None:
        self._queues: dict[Hashable, list[Turn]] = {}

    def take(self, of: Hashable, at: datetime, *, is_left: bool = False) -> Turn:
        """The last turn; what another process has left gets the one by its time, but behind what has begun."""
        queue = self._queues.setdefault(of, [])
        turn = Turn(of, at)
        if is_left:
            insort(queue, turn, lo=int(bool(queue) and queue[0].has_begun), key=lambda other: other.at)
            for later in queue[1:2]:
                later.is_first.clear()
        else:
            queue.append(turn)
        queue[0].is_first.set()
        return turn

    def end(self, turn: Turn | None) -> None:
        """Let the next one begin; each turn ends once, also one that never came. None: what has no order."""
        if turn is None:
            return
        queue = self._queues[turn.of]
        queue.remove(turn)
        if queue:
            queue[0].is_first.set()
        else:
            del self._queues[turn.of]
