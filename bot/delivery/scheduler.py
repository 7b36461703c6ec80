"""Due work: claims rows of the outbox as they fall due and hands each to the courier.

`run_due` is everything: what is due now is done, and a test calls it like any function. `run` is the loop around it,
woken right after each commit (a person who clicked waits for nothing) and otherwise when the next row falls due, at
most every 30 seconds, by the wall clock: a sleep of a month would not survive a clock that jumps. A process that dies
loses nothing: its rows are taken back at once by whoever can see that it is gone, by others when their lease ends.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.delivery import LEASE
from bot.runtime.clock import Clock
from bot.runtime.failpoint import Reach, no_failpoints
from bot.runtime.owner import is_gone
from storage import Outbox
from storage.errors import StorageError
from storage.records import Delivery

LONGEST_SLEEP = timedelta(seconds=30)
_LOOK_FOR_THE_DEAD = timedelta(seconds=5)
_AT_ONCE = 8
_PRIVATE_HANDS = 4
"""Besides, so many private replies: no channel's pace holds them up, and no crowd of posts may."""
_SHORTEST_SLEEP = 0.01
_WHILE_CARRYING = 1.0
"""Seconds until the next look while a call is on its way that does not end."""
_AFTER_TROUBLE = 2.0
_CANCELLING = 1.0
"""Seconds for what was cut off to clean up behind itself: a drawing ends its process."""

Carry = Callable[[Delivery], Awaitable[object]]
Sleep = Callable[[float], Awaitable[object]]
Chore = tuple[timedelta, Callable[[datetime], Awaitable[object]]]
"""Something to be done now and then beside the due work, and how often."""

log = structlog.get_logger("ftrag.scheduler")


class Scheduler:
    """The due-work engine of one process; several may share one database."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        carry: Carry,
        clock: Clock,
        owner: str,
        chores: Sequence[Chore] = (),
        look_every: timedelta = LONGEST_SLEEP,
        sleep: Sleep = asyncio.sleep,
        at_once: int = _AT_ONCE,
        reach: Reach = no_failpoints,
        is_gone: Callable[[str], bool] = is_gone,
    ) -> None:
        self._outbox = outbox
        self._carry = carry
        self._chores = [(_LOOK_FOR_THE_DEAD, self._take_back), *chores]
        self._look_every = look_every
        self._clock = clock
        self._owner = owner
        self._sleep = sleep
        self._at_once = at_once
        self._reach = reach
        self._is_gone = is_gone
        self._has_started = False
        self._woken = asyncio.Event()
        self._carrying: dict[str, asyncio.Task[None]] = {}
        self._private: set[str] = set()
        """Of these, the rows that the hands for private replies carry."""
        self._claiming = asyncio.Lock()
        self._is_stopping = False
        self._chore_due: list[datetime | None] = [None for _ in self._chores]
        self.last_looked_at: datetime | None = None
        """When it last looked for due work; health watches it."""

    @property
    def is_carrying(self) -> bool:
        """Whether rows are on their way to Slack."""
        return bool(self._carrying)

    def wake(self) -> None:
        """Look again now: something was saved, or the clock was moved."""
        self._woken.set()

    async def run_due(self) -> int:
        """Do everything that is due, rows that fall due by doing it included. Gives how many tries were made."""
        tries = 0
        while not self._is_stopping:
            tries += await self._start_due()
            if not self._carrying:
                break
            await asyncio.wait(self._carrying.values(), return_when=asyncio.FIRST_COMPLETED)
        return tries

    async def run(self) -> None:
        """Do due work until stopped. Trouble with the database is waited out; nothing ends this loop but `stop`."""
        while not self._is_stopping:
            self._woken.clear()
            try:
                await self._start_work()
                await self._start_due()
                await self._do_chores()
                seconds = await self._until_next()
            except StorageError as error:
                log.warning("storage_unavailable", error=type(error).__name__)
                seconds = _AFTER_TROUBLE
            except Exception:
                log.exception("due_work_failed")
                seconds = _AFTER_TROUBLE
            if not self._is_stopping:
                await self._woken_or(seconds)

    async def _start_work(self) -> None:
        """Before the first claim: what processes that died were carrying is taken up at once."""
        if not self._has_started:
            taken = await self._outbox.take_back(self._owner, self._clock.now(), self._is_gone, starts=True)
            self._has_started = True
            if taken:
                log.info("taken_back", rows=taken)

    async def _take_back(self, now: datetime) -> None:
        """The same for one that died beside this one."""
        if taken := await self._outbox.take_back(self._owner, now, self._is_gone):
            log.info("taken_back", rows=taken)
            self.wake()

    async def stop(self, within: float) -> int:
        """Claim nothing more and let what is on its way end. Gives how many rows had to be left to their lease."""
        self._is_stopping = True
        self.wake()
        async with self._claiming:  # a claim on its way ends first, and what it brought is carried too
            pass
        if not self._carrying:
            return 0
        _, left = await asyncio.wait(self._carrying.values(), timeout=within)
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left, timeout=_CANCELLING)
        return len(left)

    async def _start_due(self) -> int:
        """Claim as many due rows as there are hands free, and start each."""
        async with self._claiming:
            if self._is_stopping:
                return 0
            free = self._at_once - (len(self._carrying) - len(self._private))
            started = await self._claim(free)
            if started >= free:  # all hands are full, and who is told something privately need not wait for them
                started += await self._claim(_PRIVATE_HANDS - len(self._private), private=True)
            return started

    async def _claim(self, free: int, *, private: bool = False) -> int:
        if free <= 0:
            return 0
        now = self._clock.now()
        rows = await self._outbox.claim(self._owner, now, free, LEASE, private=private)
        self.last_looked_at = now
        if rows:
            self._reach("after_claim")
        for row in rows:
            # A clock that was moved ends leases early: what this process carries it does not start again.
            if row.id not in self._carrying:
                self._carrying[row.id] = asyncio.create_task(self._carry_one(row))
                self._private |= {row.id} if private else set()
        return len(rows)

    async def _carry_one(self, row: Delivery) -> None:
        try:
            await self._carry(row)
        except StorageError as error:
            log.warning("outcome_not_recorded", delivery=row.id, error=type(error).__name__)
        except Exception:
            log.exception("delivery_broke", delivery=row.id, method=row.method)
        finally:
            del self._carrying[row.id]
            self._private.discard(row.id)
            self.wake()

    async def _do_chores(self) -> None:
        for number, (every, do) in enumerate(self._chores):
            now, due = self._clock.now(), self._chore_due[number]
            if due is None or now >= due:
                self._chore_due[number] = now + every
                await do(now)

    async def _until_next(self) -> float:
        if self._carrying:  # whatever ends wakes us: no need to ask the database when that will be
            return min(self._look_every.total_seconds(), _WHILE_CARRYING)
        now = self._clock.now()
        next_due = await self._outbox.next_due(now)
        wait = self._look_every if next_due is None else min(next_due - now, self._look_every)
        return max(wait.total_seconds(), _SHORTEST_SLEEP)

    async def _woken_or(self, seconds: float) -> None:
        """Wait until somebody wakes us, at most so long."""
        waiting = {asyncio.ensure_future(self._woken.wait()), asyncio.ensure_future(self._sleep(seconds))}
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
