"""What is made ahead of its first use: the rulebook first, the rest in quiet; nobody waits for more than they need."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from bot import commands
from bot.sandbox.person import ANA, SUPPORT
from bot.setup.ahead import Ahead, Made
from bot.setup.settings import Mode
from rules.diagram import reading_of
from storage import Storage
from tests.bot.counter import CHANNEL, TENANT, Counter
from tests.bot.served import open_bot


class Workshop:
    """Makes everything at once but the ear, which takes until it is let."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.may_hear = Event()
        self.looks: list[float] = []
        self.ahead = Ahead(self._make("code"), self._make("rulebook"), self._make("costs"), Made(self._ear))

    def _make(self, name: str) -> Made:
        return Made(lambda: self.made.append(name))

    def _ear(self) -> None:
        assert self.may_hear.wait(20)
        self.made.append("ear")

    async def look(self, seconds: float) -> None:
        self.looks.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


async def test_the_rulebook_is_made_first_and_the_rest_once_nobody_has_been_at_work_for_a_second(workshop: Workshop):
    workshop.may_hear.set()
    seen: list[tuple[str, ...]] = []

    def is_at_work() -> bool:
        seen.append(tuple(workshop.made))
        return len(seen) <= 10

    await workshop.ahead.run(is_at_work, workshop.look)

    assert workshop.made == ["code", "rulebook", "costs", "ear"]
    assert seen == [("code", "rulebook")] * 14
    assert sum(workshop.looks[11:15]) == 1


async def test_where_it_is_never_quiet_the_rest_is_made_all_the_same(workshop: Workshop):
    workshop.may_hear.set()

    await workshop.ahead.run(lambda: True, workshop.look)

    assert workshop.made == ["code", "rulebook", "costs", "ear"]
    assert sum(workshop.looks[1:]) == 30


async def test_a_press_does_not_wait_for_the_ear_and_words_that_come_sooner_begin_it(
    sqlite_storage: Storage, workshop: Workshop
):
    counter = Counter(sqlite_storage)
    counter.advisor.ready = workshop.ahead.ready
    begun = await counter.start()
    await counter.deliver()
    direct = {"tenant": TENANT, "channel": CHANNEL, "actor": "U1"}
    typed = commands.TypedText(**direct, text="stop", thread_ts=None, is_direct=True, is_mention=True)
    typing = asyncio.create_task(counter.advisor.handle(typed))
    await asyncio.sleep(0.05)

    await counter.do(commands.SayNotSure, assessment_id=begun.id, fact=begun.asking)
    pressed = await sqlite_storage.assessments.get(TENANT, begun.id)
    waited = not typing.done()
    workshop.may_hear.set()
    await typing

    assert pressed is not None
    assert list(pressed.answers) == [begun.asking]
    assert waited
    assert workshop.made == ["code", "rulebook", "ear"]


async def test_what_decides_nothing_waits_for_nothing(sqlite_storage: Storage, workshop: Workshop):
    counter = Counter(sqlite_storage)
    counter.advisor.ready = workshop.ahead.ready

    await counter.do(commands.ShowHelp)

    assert workshop.made == []
    assert [row.reply["kind"] for row in await counter.deliver()] == ["help"]


async def test_many_who_wait_for_one_thing_have_it_made_once(workshop: Workshop):
    workshop.may_hear.set()

    await asyncio.gather(*(workshop.ahead.ready(decides=True, hears=True) for _ in range(5)))
    await workshop.ahead.run(lambda: False, workshop.look)

    assert workshop.made == ["code", "rulebook", "ear", "costs"]


async def test_a_fault_in_what_is_made_ahead_holds_up_nobody(workshop: Workshop):
    def breaks() -> None:
        raise ValueError("no rows")

    broken = Ahead(Made(breaks), Made(breaks), Made(breaks), Made(breaks))

    await broken.ready(decides=True, hears=True)
    await broken.run(lambda: False, workshop.look)

    assert sum(workshop.looks[1:]) == 1


async def test_a_bot_that_is_served_makes_its_rulebook_before_anybody_asks(sqlite_url: str, tmp_path: Path):
    reading_of.cache_clear()
    async with open_bot(Mode.SOCKET, sqlite_url, tmp_path) as (sandbox, bot, _):
        await until(lambda: reading_of.cache_info().currsize > 0)
        await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
        await sandbox.message(SUPPORT, "Support copilot")

        assert not bot.engine.intake.is_full


async def test_at_work_is_whoever_has_something_in_hand_or_on_its_way(sqlite_url: str, tmp_path: Path):
    async with open_bot(Mode.SOCKET, sqlite_url, tmp_path) as (sandbox, bot, _):
        await until(lambda: not bot.engine.is_at_work())
        went_on = asyncio.Event()
        bot.engine.tasks.start(went_on.wait(), on_error=_none)
        is_busy = bot.engine.is_at_work()
        went_on.set()
        await until(lambda: not bot.engine.is_at_work())

        assert is_busy
        assert sandbox.service.sockets.connections == 1


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)


async def _none(_error: Exception) -> None:
    """Nobody."""
