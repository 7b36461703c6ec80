"""The due-work engine: wakes at once, sleeps till the next due row, survives trouble, and stops in order."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.delivery.scheduler import LONGEST_SLEEP, Scheduler
from bot.sandbox.clock import StillClock
from storage import Outbox, Storage
from storage.errors import Unavailable
from storage.records import Delivery, DeliveryState
from tests.bot.desk import Desk


class Sleeps:
    """A sleep that the test sees and ends."""

    def __init__(self) -> None:
        self.asked: asyncio.Queue[float] = asyncio.Queue()

    async def __call__(self, seconds: float) -> None:
        await self.asked.put(seconds)
        await asyncio.Event().wait()


@pytest.fixture
async def sleeps(desk: Desk) -> AsyncIterator[Sleeps]:
    """A scheduler that runs on the desk, and how long it means to sleep each time."""
    sleeps = Sleeps()
    desk.scheduler = Scheduler(
        outbox=desk.storage.outbox, carry=desk.courier.carry, clock=desk.clock, owner="one", sleep=sleeps
    )
    running = asyncio.create_task(desk.scheduler.run())
    yield sleeps
    await desk.scheduler.stop(1)
    await running


async def test_with_nothing_to_do_it_sleeps_half_a_minute(sleeps: Sleeps):
    assert await sleeps.asked.get() == LONGEST_SLEEP.total_seconds()


async def test_it_sleeps_until_the_next_row_is_due(desk: Desk, sleeps: Sleeps):
    await sleeps.asked.get()
    await desk.save(desk.row(due_at=desk.now + timedelta(seconds=7)))
    desk.scheduler.wake()

    assert await sleeps.asked.get() == 7


async def test_a_wake_sends_at_once(desk: Desk, sleeps: Sleeps):
    await sleeps.asked.get()
    await desk.save(desk.row(says="now"))
    desk.scheduler.wake()

    assert await desk.sandbox.message("C0SUPPORT", "now")


async def test_a_clock_that_is_moved_brings_what_is_due_then(desk: Desk, sleeps: Sleeps):
    await desk.save(desk.row(says="next month", due_at=desk.now + timedelta(days=30)))
    await sleeps.asked.get()
    desk.clock.advance(timedelta(days=31))
    desk.scheduler.wake()

    assert await desk.sandbox.message("C0SUPPORT", "next month")


class Failing(Outbox):
    """A database that fails so many times."""

    def __init__(self, outbox: Outbox, times: int, error: type[Exception]) -> None:
        super().__init__(outbox._database)
        self.times = times
        self.error = error

    async def claim(self, *args, **kwargs) -> list[Delivery]:
        if self.times:
            self.times -= 1
            raise self.error
        return await super().claim(*args, **kwargs)


@pytest.mark.parametrize("error", [Unavailable, RuntimeError])
async def test_trouble_is_waited_out_and_ends_nothing(desk: Desk, error: type[Exception]):
    sleeps: list[float] = []

    async def sleep(seconds: float) -> None:
        sleeps.append(seconds)

    outbox = Failing(desk.storage.outbox, 3, error)
    scheduler = Scheduler(outbox=outbox, carry=desk.courier.carry, clock=desk.clock, owner="one", sleep=sleep)
    await desk.save(desk.row(says="after all"))
    running = asyncio.create_task(scheduler.run())
    message = await desk.sandbox.message("C0SUPPORT", "after all")
    await scheduler.stop(1)
    await running

    assert message
    assert sleeps[:3] == [2.0] * 3


async def test_a_row_that_breaks_the_courier_comes_back_and_the_others_go_on(desk: Desk):
    async def carry(row: Delivery) -> object:
        if row.id == "d1":
            raise RuntimeError
        return await desk.courier.carry(row)

    desk.scheduler = Scheduler(outbox=desk.storage.outbox, carry=carry, clock=desk.clock, owner="one")
    await desk.do(desk.row(lane="broken"), desk.row(lane="well", says="goes on"))

    assert "goes on" in desk.posts()[0]
    assert (await desk.get("d1")).state is DeliveryState.PENDING


async def test_stopping_waits_for_what_is_on_its_way_and_claims_nothing_more(desk: Desk):
    arrived, go = asyncio.Event(), asyncio.Event()

    async def carry(row: Delivery) -> object:
        arrived.set()
        await go.wait()
        return await desk.courier.carry(row)

    scheduler = Scheduler(outbox=desk.storage.outbox, carry=carry, clock=desk.clock, owner="one", at_once=1)
    await desk.save(desk.row(lane="one"), desk.row(lane="two"))
    running = asyncio.create_task(scheduler.run())
    await arrived.wait()
    stopping = asyncio.create_task(scheduler.stop(5))
    go.set()

    assert await stopping == 0
    await running
    assert len(desk.posts()) == 1
    assert (await desk.get("d2")).leased_by is None


async def test_what_does_not_end_in_time_is_left_to_its_lease(desk: Desk):
    arrived = asyncio.Event()

    async def carry(_row: Delivery) -> None:
        arrived.set()
        await asyncio.Event().wait()

    scheduler = Scheduler(outbox=desk.storage.outbox, carry=carry, clock=desk.clock, owner="one")
    await desk.save(desk.row())
    running = asyncio.create_task(scheduler.run())
    await arrived.wait()

    assert await scheduler.stop(0.01) == 1
    await running
    assert (await desk.later(61)).state is DeliveryState.SENT


async def test_what_is_cut_off_has_cleaned_up_behind_itself_when_stopping_ends(desk: Desk):
    arrived, is_clean = asyncio.Event(), False

    async def carry(_row: Delivery) -> None:
        nonlocal is_clean
        try:
            arrived.set()
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            is_clean = True

    scheduler = Scheduler(outbox=desk.storage.outbox, carry=carry, clock=desk.clock, owner="one")
    await desk.save(desk.row())
    running = asyncio.create_task(scheduler.run())
    await arrived.wait()
    await scheduler.stop(0.01)
    await running

    assert is_clean


async def test_chores_are_done_at_their_own_pace(sqlite_storage: Storage):
    clock, done = StillClock(), []

    async def chore(now) -> None:
        done.append(now)

    scheduler = Scheduler(
        outbox=sqlite_storage.outbox,
        carry=chore,
        clock=clock,
        owner="one",
        chores=[(timedelta(hours=1), chore)],
    )
    for minutes in (0, 30, 31, 120):
        clock.advance(timedelta(minutes=minutes))
        await scheduler._do_chores()

    assert len(done) == 3
