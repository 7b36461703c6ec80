"""Due work: claims rows of the outbox as they fall due and hands each to the courier.

`run_due` is everything: what is due now is done, and a test calls it like any function. `run` is the loop around it,
woken right after each commit (a person who clicked waits for nothing) and otherwise when the next row falls due, at
most every 30 seconds, by the wall clock: a sleep of a month would not survive a clock that jumps. A process that dies
loses nothing: its rows are taken back at once by whoever can see that it is gone, by others when their lease ends.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.delivery import LEASE
from bot.runtime.clock import Clock
from bot.runtime.failpoint import Reach, no_failpoints
from bot.runtime.logs import get_logger
from bot.runtime.owner import is_gone
from storage import Outbox
from storage.errors import StorageError
from storage.outcomes import NextClaim
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

log = get_logger("ftrag.scheduler")


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
        self._asked: dict[str, NextClaim] = {}
        """What is being taken up with the end of a row (by its id): the hands for it are spoken for."""
        self._following: dict[str, Delivery] = {}
        """What the hand that carries a row goes on with."""
        self._is_drained = False
        """Whether the last hand that looked found nothing due, and nobody has woken us since."""
        self._claiming, self._tries = asyncio.Lock(), 0
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
        self._is_drained = False
        self._woken.set()

    def next_claim(self, row: Delivery) -> NextClaim | None:
        """As much as there are hands: the one that carries this row, and those that are free; nothing once we stop."""
        if self._is_stopping or row.id not in self._carrying:
            return None
        private = row.id in self._private
        self._asked[row.id] = NextClaim(1 if private else 1 + self._free, LEASE, private)
        return self._asked[row.id]

    def took(self, row: Delivery, following: Sequence[Delivery]) -> None:
        """The hand that carried this row goes on with the first of these, other hands with the rest."""
        asked = self._asked.pop(row.id)
        self.last_looked_at = self._clock.now()
        if following:
            self._reach("after_claim")
            self._following[row.id] = following[0]
        self._start(following[1:], private=False)
        if len(following) == asked.limit:
            self.wake()  # there may be more, for hands of the other kind
        elif not asked.private:
            self._is_drained = True

    @property
    def _free(self) -> int:
        """So many hands carry nothing and are not spoken for; those for private replies aside."""
        spoken_for = sum(asked.limit - 1 for asked in self._asked.values())
        return max(self._at_once - (len(self._carrying) - len(self._private)) - spoken_for, 0)

    async def run_due(self) -> int:
        """Do everything that is due, rows that fall due by doing it included. Gives how many tries were made."""
        before, self._is_drained = self._tries, False
        while not self._is_stopping:
            await self._start_due()
            if not self._carrying:
                break
            await asyncio.wait(self._carrying.values(), return_when=asyncio.FIRST_COMPLETED)
        return self._tries - before

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

    async def _start_due(self) -> None:
        """Claim as many due rows as there are hands free, and start each."""
        async with self._claiming:
            is_drained, self._is_drained = self._is_drained, False
            if self._is_stopping or is_drained:
                return
            free = self._free
            started = await self._claim(free)
            if started >= free:  # all hands are full, and who is told something privately need not wait for them
                await self._claim(_PRIVATE_HANDS - len(self._private), private=True)

    async def _claim(self, free: int, *, private: bool = False) -> int:
        if free <= 0:
            return 0
        now = self._clock.now()
        rows = await self._outbox.claim(self._owner, now, free, LEASE, private=private)
        self.last_looked_at = now
        if rows:
            self._reach("after_claim")
        self._start(rows, private=private)
        return len(rows)

    def _start(self, rows: Sequence[Delivery], *, private: bool) -> None:
        for row in rows:
            # A clock that was moved ends leases early: what this process carries it does not start again.
            if row.id not in self._carrying:
                self._takes_up(row, asyncio.create_task(self._carry_each(row)), private=private)

    def _takes_up(self, row: Delivery, hand: asyncio.Task[None], *, private: bool) -> None:
        self._tries += 1
        self._carrying[row.id] = hand
        self._private |= {row.id} if private else set()

    async def _carry_each(self, row: Delivery) -> None:
        """Carry this row, and whatever its hand takes up with the commit that ends it."""
        carried: Delivery | None = row
        while carried is not None:
            carried = await self._carry_one(carried)
        self._woken.set()

    async def _carry_one(self, row: Delivery) -> Delivery | None:
        """Carry it; gives what this hand goes on with."""
        try:
            await self._carry(row)
        except StorageError as error:
            log.warning("outcome_not_recorded", delivery=row.id, error=type(error).__name__)
        except Exception:
            log.exception("delivery_broke", delivery=row.id, method=row.method)
        finally:
            hand, private = self._carrying.pop(row.id), row.id in self._private
            self._private.discard(row.id)
            self._asked.pop(row.id, None)
            following = self._following.pop(row.id, None)
        if following is None or following.id in self._carrying:
            return None
        self._takes_up(following, hand, private=private)
        return following

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
            if not self._woken.is_set():
                self._is_drained = False  # time has passed, and something fell due with it
        finally:
            for task in waiting:
                task.cancel()
