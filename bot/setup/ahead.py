"""What the first commands would otherwise wait for, made ahead in a thread: the most needed first, the rest in quiet.

    the code        what answers at all (`bot.rooms`): every command waits for it, no ack does
    the rulebook    its diagram, before anything is carried out that decides
    the costs       what estimates draw from, once nothing else is at work
    the ear         the tables of what people type, then too; somebody who types sooner begins it and waits

The longest takes seconds, and a thread that computes takes turns with the loop at its pace, not at the loop's: what was
left by a process that died would be said that much later, were it all made at once at the start.
"""

import asyncio
from collections.abc import Awaitable, Callable
from importlib import import_module

from bot.runtime.logs import get_logger
from bot.runtime.memory import give_back, settle
from bot.runtime.turns import computed
from rules import Facts, questions_left
from rules.framework import Framework

_BREATH = 0.05
"""Seconds for the first acks, before a thread takes turns with them; whoever waits for an answer begins it sooner."""
_LOOK_EVERY = 0.25
_QUIET = 4
"""So many looks in a row find nobody at work before something is made that nobody has asked for."""
_MOST_LOOKS = 120
"""After so many it is made all the same: where it is never quiet, somebody will soon type."""

Sleep = Callable[[float], Awaitable[object]]

log = get_logger("ftrag.ahead")


class Made:
    """One thing that is made in a thread, once, by whoever first asks for it."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._making: asyncio.Task[None] | None = None
        self.is_there = False

    async def made(self) -> None:
        """Wait until it is there. Where it cannot be made, whoever uses it meets the fault, as without this."""
        if self.is_there:
            return
        if self._making is None:
            self._making = asyncio.create_task(self._in_thread())
        await asyncio.shield(self._making)

    async def _in_thread(self) -> None:
        try:
            await computed(self._make)
        except Exception:
            log.exception("not_made_ahead")
        self.is_there = True


class Ahead:
    """Everything that is made ahead of its first use."""

    def __init__(self, code: Made, rulebook: Made, costs: Made, ear: Made) -> None:
        self._code = code
        self._rulebook = rulebook
        self._costs = costs
        self._ear = ear

    async def ready(self, *, decides: bool = False, hears: bool = False) -> None:
        """Wait for what every step needs; and for what one needs that decides, or that hears what somebody typed."""
        await self._code.made()
        if decides:
            await self._rulebook.made()
        if hears:
            await self._ear.made()

    async def run(self, is_at_work: Callable[[], bool], sleep: Sleep = asyncio.sleep) -> None:
        """Make everything: code and rulebook now, the rest when nobody is at work who would have to take turns."""
        await sleep(_BREATH)
        await self._code.made()
        await self._rulebook.made()
        await _quiet(is_at_work, sleep)
        await self._costs.made()
        await self._ear.made()


def ahead_of(framework: Framework) -> Ahead:
    """What is made ahead for this rulebook."""

    def rulebook() -> None:
        import_module("rules.diagram").prepare(framework)
        questions_left(Facts(), framework=framework)

    def code() -> None:
        import_module("bot.rooms")

    def costs() -> None:
        import_module("rules.cost.ranking").draw_assumptions()

    def ear() -> None:
        settle()
        import_module("rules.hearing").prepare(tidy=settle)
        give_back()  # learning takes some MiB on the way, and nothing as large is made after it

    return Ahead(Made(code), Made(rulebook), Made(costs), Made(ear))


async def _quiet(is_at_work: Callable[[], bool], sleep: Sleep) -> None:
    in_a_row = 0
    for _ in range(_MOST_LOOKS):
        await sleep(_LOOK_EVERY)
        in_a_row = 0 if is_at_work() else in_a_row + 1
        if in_a_row == _QUIET:
            return
