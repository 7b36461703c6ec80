"""The due-work engine's hands: how many rows are carried at once, and which comes next."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.ends import End
from bot.delivery.scheduler import Scheduler
from storage import Outbox
from storage.records import Delivery, DeliveryMethod, DeliveryState
from tests.bot.desk import Desk


async def test_no_more_rows_are_carried_at_once_than_there_are_hands(desk: Desk):
    carrying, most, start = 0, 0, asyncio.Event()

    async def carry(_row: Delivery) -> None:
        nonlocal carrying, most
        carrying += 1
        most = max(most, carrying)
        await asyncio.sleep(0)
        carrying -= 1

    scheduler = Scheduler(outbox=desk.storage.outbox, carry=carry, clock=desk.clock, owner="one", at_once=3)
    await desk.save(*(desk.row(lane=f"lane {n}") for n in range(9)))
    start.set()
    await scheduler.run_due()

    assert most == 3


async def test_private_replies_wait_for_no_crowd_of_posts(desk: Desk):
    """All hands hold posts that hang in Slack; what is for Ana alone goes out beside them."""
    carried: list[str] = []
    told = asyncio.Event()

    async def carry(row: Delivery) -> None:
        carried.append(row.id)
        if row.method is DeliveryMethod.EPHEMERAL:
            told.set()
            await desk.storage.outbox.finish(row.id, "one", DeliveryState.SENT, at=desk.now)
        else:
            await asyncio.Event().wait()

    scheduler = Scheduler(outbox=desk.storage.outbox, carry=carry, clock=desk.clock, owner="one", at_once=3)
    posts = [desk.row(lane=f"lane {number}") for number in range(9)]
    await desk.save(*posts, desk.row(DeliveryMethod.EPHEMERAL, user="U0ANA", lane="private"))
    working = asyncio.create_task(scheduler.run())
    await told.wait()
    await scheduler.stop(0.01)
    await working

    assert carried == ["d1", "d2", "d3", "d10"]


async def test_a_lane_goes_on_with_the_commit_that_ends_a_row(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    claims: list[int] = []
    claim = Outbox.claim

    async def counted(self: Outbox, *args: Any, **named: Any) -> list[Any]:
        taken = await claim(self, *args, **named)
        claims.append(len(taken))
        return taken

    monkeypatch.setattr(Outbox, "claim", counted)
    await desk.save(*(desk.row(DeliveryMethod.EPHEMERAL, user="U0ANA", says=f"line {n}") for n in range(3)))

    tries = await desk.scheduler.run_due()

    assert tries == 3
    assert claims == [1], "the others were taken up as the one before them ended"
    assert [one.end for one in desk.attempts] == [End.SENT] * 3


async def test_with_one_that_ends_as_many_are_taken_up_as_there_are_hands(desk: Desk):
    lanes = [desk.row(DeliveryMethod.EPHEMERAL, user="U0ANA", lane=f"lane {n % 12}") for n in range(30)]
    await desk.save(*lanes)

    tries = await desk.scheduler.run_due()

    assert tries == 30
    assert await desk.storage.outbox.pending_count() == 0
    assert not desk.scheduler.is_carrying


class Crossing(Outbox):
    """An outbox whose second look for due rows ends only once a hand has found that nothing more is due."""

    def __init__(self, outbox: Outbox) -> None:
        super().__init__(outbox._database)
        self.looks = 0
        self.looking, self.drained = asyncio.Event(), asyncio.Event()

    async def claim(self, *args, **kwargs) -> list[Delivery]:
        rows = await super().claim(*args, **kwargs)
        self.looks += 1
        if self.looks == 2:
            self.looking.set()
            await self.drained.wait()
        return rows


async def test_what_falls_due_later_is_found_though_a_hand_found_nothing_while_others_looked(desk: Desk):
    outbox = Crossing(desk.storage.outbox)
    carried: list[str] = []

    async def carry(row: Delivery) -> None:
        carried.append(row.id)
        await outbox.finish(row.id, "one", DeliveryState.SENT, at=desk.now)
        if row.id == "d1":
            scheduler.next_claim(row)
            await outbox.looking.wait()
            scheduler.took(row, ())
            outbox.drained.set()

    scheduler = Scheduler(outbox=outbox, carry=carry, clock=desk.clock, owner="one")
    await desk.save(desk.row(lane="first"), desk.row(lane="second"))
    await desk.save(desk.row(lane="third", due_at=desk.now + timedelta(seconds=1)))
    await scheduler.run_due()
    desk.clock.advance(timedelta(seconds=1))
    await scheduler.run_due()

    assert carried == ["d1", "d2", "d3"]
