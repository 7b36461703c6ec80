"""What people say and press: durably kept before Slack is told that it arrived, then worked off.

    keep      one row of the inbox, one commit; raises where that cannot be done, and then nobody was told otherwise
    work      recall -> advance -> remember, which closes the row in its own transaction; again while storage is away
    sweep     what a process that died has left, oldest first

Not kept are two things: a look at the Home, which changes nothing and is made once however often it is asked for, and
words typed in threads that are not ours, which concern nobody here. How much is in hand is bounded: above that, Slack
is not told that anything arrived, and whoever pressed hears so at once.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import nullcontext, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bot.commands import AppHomeOpened, CommandBase, TypedText, read_command
from bot.front import Advises
from bot.looks import Looks
from bot.runtime.clock import Clock
from bot.runtime.ids import new_id
from bot.runtime.logs import get_logger
from bot.runtime.order import Turn, Turns
from bot.runtime.owner import is_gone
from bot.runtime.tasks import Tasks
from bot.troubles import Trouble
from storage import Storage
from storage.errors import Conflict, StorageError, Unavailable
from storage.inbox import TAKEN_OVER_AFTER
from storage.records import Assessment, Received, Tenant

if TYPE_CHECKING:
    from bot.replies import AnyModal

MOST = 100
"""So many are in hand at once; at the pace of a busy machine that is about a second's work."""
GIVE_UP = timedelta(hours=1)
"""So long a command waits for its database; what it was about has passed by then."""
_MOST_PROCESSES = 3
"""A command that so many processes have begun and none has ended is not begun again."""
_SAY_SO_AFTER = timedelta(seconds=2)
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 15.0
_GATHERED = 0.2
"""Seconds for which closings are gathered into one commit."""

Opens = Callable[["AnyModal"], Awaitable[None]]
"""Opens a modal for whoever pressed; it tells them where Slack does not take it."""
Sleep = Callable[[float], Awaitable[object]]

log = get_logger("ftrag.intake")


class _InHand(NamedTuple):
    """A command and its row."""

    received: Received
    command: CommandBase
    opens: Opens | None = None
    ahead: Assessment | None = None
    is_left: bool = False
    """Another process has begun it: that this one does is counted before it does."""
    turn: Turn | None = None
    """Its place among what was typed in its thread."""


class Intake:
    """The commands that this process has taken and not worked off."""

    def __init__(
        self,
        storage: Storage,
        advisor: Advises,
        *,
        clock: Clock,
        owner: str,
        tasks: Tasks,
        most: int = MOST,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._inbox = storage.inbox
        self._is_our_thread = storage.outbox.is_ours
        self._advisor = advisor
        self._clock = clock
        self._owner = owner
        self._tasks = tasks
        self._most = most
        self._sleep = sleep
        self._arriving: Counter[str] = Counter()
        """How many requests of a key are about to be kept: no sweep takes what they keep for left by somebody."""
        self._in_hand: set[str] = set()
        self._waiting: set[str] = set()
        """Of those in hand: what waits for the database or for its turn, and takes nobody's time."""
        self._done: dict[str, Tenant] = {}
        """What has led to nothing, and is not closed yet."""
        self._is_closing = False
        self._looks = Looks(advisor, tasks)
        self._sweeping = asyncio.Lock()
        self._has_begun = False
        self._turns = Turns()
        """Of each thread that something was typed in."""
        self._for_left = asyncio.Lock()
        """Of what is left one is worked on at a time, so that only one is suspected where the process ends."""
        advisor.when_nothing_changes = self.closes

    @property
    def is_full(self) -> bool:
        """Whether more is in hand than is worked off in the time that people wait."""
        return len(self._in_hand | self._arriving.keys()) - len(self._waiting) >= self._most

    async def keep(self, command: CommandBase, opens: Opens | None = None) -> None:
        """Keep it, and begin to work on it. Raises StorageError; then nothing is kept."""
        if isinstance(command, AppHomeOpened):
            self._looks.take(command)
            return
        at = self._clock.now()
        turn = self._turn(command, at)  # before anything is awaited: a later line may have less to wait for
        is_handed_on = False
        try:
            is_handed_on = await self._keep(command, at, opens, turn)
        finally:
            if not is_handed_on:
                self._turns.end(turn)

    async def _keep(self, command: CommandBase, at: datetime, opens: Opens | None, turn: Turn | None) -> bool:
        if isinstance(command, TypedText) and not command.is_mention and not await self._concerns_us(command):
            return False
        key = command.inbox_key or f"once:{new_id()}"
        kept = command if command.inbox_key else command.model_copy(update={"inbox_key": key})
        received = Received(tenant=command.tenant, key=key, at=at, command=kept.model_dump_json(), held_by=self._owner)
        self._arriving[key] += 1
        try:
            found = await self._inbox.receive(received, getattr(kept, "assessment_id", None))
            if found.is_new:
                self._start(_InHand(received, kept, opens, found.ahead, turn=turn))
            return found.is_new
        finally:
            self._arriving[key] -= 1
            if not self._arriving[key]:
                del self._arriving[key]

    def closes(self, command: CommandBase) -> None:
        """This command led to nothing that is saved: its row is closed by itself, with others."""
        if command.inbox_key is not None and command.inbox_key in self._in_hand:
            self._close(command.inbox_key, command.tenant)

    async def sweep(self, now: datetime) -> None:
        """Take over what nobody works on; the first time also what was left before this process began."""
        async with self._sweeping:
            await self._sweep(now)

    async def _sweep_first(self) -> None:
        """A line that comes before the first sweep makes it: what was left in its thread has its turn before it."""
        with suppress(StorageError):  # the line itself meets the same
            async with self._sweeping:
                if not self._has_begun:
                    await self._sweep(self._clock.now())

    async def _sweep(self, now: datetime) -> None:
        before = now - TAKEN_OVER_AFTER
        taken = await self._inbox.take_over(
            self._owner, is_gone, before=before, at_work=self._at_work(), starts=not self._has_begun
        )
        self._has_begun = True
        ours = self._at_work()  # with what was received on the way
        left = [received for received in taken if received.key not in ours]
        if left:
            log.info("taken_over", commands=len(left))
            self._start_left(left)

    def _at_work(self) -> set[str]:
        return self._in_hand | self._arriving.keys() | self._done.keys()

    def _start(self, one: _InHand) -> None:
        self._in_hand.add(one.received.key)
        self._tasks.start(self._work_in_turn(one), on_error=_let_go)

    async def _work_in_turn(self, one: _InHand) -> None:
        """It keeps its turn while it waits for the database: a later line would be heard before it."""
        received = one.received
        try:
            if one.turn is not None:
                self._waiting.add(received.key)
                if not self._has_begun:
                    await self._sweep_first()
                await one.turn.comes()
                self._goes_on(one)
            if one.is_left and received.tries >= _MOST_PROCESSES:
                await self._advisor.apologize(one.command, RuntimeError("no process has ended it"))
                self.closes(one.command)
            else:
                await self._work(one)
        finally:
            self._put_down(received.key)
            self._turns.end(one.turn)

    def _goes_on(self, one: _InHand) -> None:
        if not one.is_left:  # what is left takes nobody's room
            self._waiting.discard(one.received.key)

    async def _work(self, one: _InHand) -> None:
        """Carry it out, for as long as the database is away; open its modal if it leads to one."""
        received, command, ahead, is_begun = one.received, one.command, one.ahead, not one.is_left
        wait, is_told = _FIRST_WAIT, False
        while True:
            try:
                async with self._for_left if one.is_left else nullcontext():
                    if not is_begun and not await self._inbox.begin(received):
                        return
                    is_begun = True
                    modal = await self._advisor.carry_out(command, ahead)
                break
            except (Conflict, Unavailable) as error:
                log.warning("kept_for_later", command=type(command).__name__, error=type(error).__name__)
                age = self._clock.now() - received.at
                if age > GIVE_UP:
                    await self._refuse(command)
                    return
                if not is_told and age >= _SAY_SO_AFTER:
                    is_told = True
                    await self._advisor.tell(command, Trouble.KEPT_FOR_LATER)
            except StorageError as error:
                log.warning("not_saved", command=type(command).__name__, error=type(error).__name__)
                await self._refuse(command)
                return
            except Exception as error:  # noqa: BLE001 - whatever it is, the same command would meet it again
                await self._advisor.apologize(command, error)
                self.closes(command)
                return
            ahead = None  # old by then
            self._waiting.add(received.key)
            await self._sleep(wait)
            self._goes_on(one)
            wait = min(wait * 2, _LONGEST_WAIT)
        if modal is not None:
            await (one.opens(modal) if one.opens else self._advisor.tell(command, Trouble.MODAL_EXPIRED))

    def _turn(self, command: CommandBase, at: datetime, *, is_left: bool = False) -> Turn | None:
        """What is typed in one thread is heard in its order: "continue", then "stop", also while the ear is made."""
        if not isinstance(command, TypedText):
            return None
        return self._turns.take((command.tenant, command.channel, command.thread_ts), at, is_left=is_left)

    async def _refuse(self, command: CommandBase) -> None:
        await self._advisor.tell(command, Trouble.NOT_SAVED)
        self.closes(command)

    def _start_left(self, left: list[Received]) -> None:
        """In the order in which they came, each with its turn at once, before any line that comes from now on."""
        for received in left:
            try:
                command = read_command(json.loads(received.command))
            except ValueError:
                log.exception("unreadable", key=received.key)
                self._close(received.key, received.tenant)
            else:
                self._waiting.add(received.key)
                turn = self._turn(command, received.at, is_left=True)
                self._start(_InHand(received, command, is_left=True, turn=turn))

    def _put_down(self, key: str) -> None:
        self._in_hand.discard(key)
        self._waiting.discard(key)

    def _close(self, key: str, tenant: Tenant) -> None:
        self._done[key] = tenant
        if not self._is_closing:
            self._is_closing = True
            self._tasks.start(self._close_done(), on_error=_let_go)

    async def _close_done(self) -> None:
        wait = _GATHERED
        try:
            while self._done:
                await self._sleep(wait)
                closing = dict(self._done)
                try:
                    await self._inbox.close((tenant, key) for key, tenant in closing.items())
                except StorageError:
                    wait = _LONGEST_WAIT
                else:
                    self._done = {key: tenant for key, tenant in self._done.items() if key not in closing}
        finally:
            self._is_closing = False

    async def _concerns_us(self, command: TypedText) -> bool:
        if command.is_direct or command.thread_ts is None:
            return True
        return await self._is_our_thread(command.tenant, command.channel, command.thread_ts)


async def _let_go(_error: Exception) -> None:
    """It stands in the log, and its row stays open for whoever sweeps next."""
