"""Lines of one thread are carried out in the order in which they were typed, whatever holds one of them up."""

import asyncio
from datetime import timedelta

import pytest

from bot import commands
from bot.commands import CommandBase
from storage.errors import Unavailable
from storage.inbox import Kept
from storage.records import Assessment, Received
from tests.bot.counter import TENANT, Counter
from tests.bot.process import Process, start


def chatter(thread: str, *, is_mention: bool = False) -> commands.TypedText:
    said = {"tenant": TENANT, "actor": "U1", "channel": "C1", "inbox_key": f"message:{is_mention}"}
    return commands.TypedText(**said, thread_ts=thread, text="canary", is_mention=is_mention)


async def test_words_typed_in_threads_that_are_not_ours_are_not_kept(counter: Counter):
    process = Process(counter)
    for command in (chatter("1.1"), chatter("1.1", is_mention=True)):
        await process.keep(command)

    left = await counter.storage.inbox.take_over("x", lambda _: True, before=counter.clock.at, at_work=(), starts=False)
    assert ["canary" in received.command for received in left] == [True]


async def test_lines_of_one_thread_are_heard_in_their_order_and_wait_for_no_other_thread(counter: Counter):
    process, heard, ear_is_made = Process(counter), list[str](), asyncio.Event()

    async def carry_out(command: commands.TypedText, _ahead: Assessment | None) -> None:
        if command.text == "continue":  # the first line finds the ear unmade
            await ear_is_made.wait()
        heard.append(command.text)

    counter.advisor.carry_out = carry_out
    for number, (thread, text) in enumerate([("1.1", "continue"), ("1.1", "stop"), ("2.2", "weekly")]):
        said = {"tenant": TENANT, "actor": "U1", "channel": "C1", "inbox_key": f"message:{number}"}
        await process.keep(commands.TypedText(**said, thread_ts=thread, text=text, is_mention=True))
    while not heard:
        await asyncio.sleep(0)
    ear_is_made.set()
    await process.tasks.drain()

    assert heard == ["weekly", "continue", "stop"]


def typed(number: int, text: str, *, is_mention: bool = True) -> commands.TypedText:
    said = {"tenant": TENANT, "actor": "U1", "channel": "C1", "inbox_key": f"message:{number}", "thread_ts": "1.1"}
    return commands.TypedText(**said, text=text, is_mention=is_mention)


class Heard(list[str]):
    """What typed lines said, in the order in which they were carried out; "away" finds no database at first."""

    def __init__(self) -> None:
        super().__init__()
        self._is_away = True

    async def __call__(self, command: CommandBase, _ahead: Assessment | None) -> None:
        said = command.text if isinstance(command, commands.TypedText) else command.kind
        if said == "away" and self._is_away:
            self._is_away = False
            raise Unavailable
        self.append(said)


async def test_a_line_that_is_looked_up_first_is_not_overtaken_by_one_that_names_the_bot(counter: Counter):
    process, heard = Process(counter), Heard()
    counter.advisor.carry_out = heard
    second_is_kept = asyncio.Event()

    async def is_ours(*_thread: str) -> bool:
        await second_is_kept.wait()
        return True

    process.intake._is_our_thread = is_ours
    first = asyncio.create_task(process.keep(typed(1, "facts", is_mention=False)))
    await asyncio.sleep(0)
    await process.keep(typed(2, "undo"))
    await asyncio.sleep(0.01)
    second_is_kept.set()
    await first
    await process.tasks.drain()

    assert heard == ["facts", "undo"]


async def test_a_line_that_is_not_kept_holds_up_no_later_one(counter: Counter):
    process, heard = Process(counter), Heard()
    counter.advisor.carry_out = heard
    receive = counter.storage.inbox.receive

    async def fails(_received: Received, _about: str | None) -> Kept:
        raise Unavailable

    counter.storage.inbox.receive = fails
    with pytest.raises(Unavailable):
        await process.keep(typed(1, "lost"))
    counter.storage.inbox.receive = receive
    await process.keep(typed(2, "not ours", is_mention=False))
    for _ in range(2):
        await process.keep(typed(3, "heard"))
    await process.tasks.drain()

    assert heard == ["heard"]


async def test_a_line_that_waits_for_the_database_is_not_overtaken_by_the_next_one(counter: Counter):
    process, heard = Process(counter), Heard()
    counter.advisor.carry_out = heard
    next_is_kept = asyncio.Event()

    async def until_it_is(_seconds: float) -> None:
        await next_is_kept.wait()

    process.intake._sleep = until_it_is
    await process.keep(typed(1, "away"))
    await process.keep(typed(2, "undo"))
    await asyncio.sleep(0.01)
    next_is_kept.set()
    await process.tasks.drain()

    assert heard == ["away", "undo"]


async def test_what_is_typed_after_a_restart_is_heard_behind_what_was_left_in_its_thread(counter: Counter):
    await Process(counter).killed(start("Left"), typed(1, "left"))
    process, heard = Process(counter, "two"), Heard()
    counter.advisor.carry_out = heard
    await process.intake.sweep(counter.clock.now())
    await process.keep(typed(2, "new"))
    await process.tasks.drain()

    assert heard.index("left") < heard.index("new")


async def test_what_is_typed_before_the_first_sweep_is_heard_behind_what_was_left_in_its_thread(counter: Counter):
    await Process(counter).killed(typed(1, "left"))
    counter.clock.at += timedelta(seconds=1)
    process, heard = Process(counter, "two"), Heard()
    counter.advisor.carry_out = heard
    await process.keep(typed(2, "new"))
    await process.sweep()
    await process.tasks.drain()

    assert heard == ["left", "new"]


async def test_what_is_left_and_finds_no_database_holds_up_nothing_else_that_is_left(counter: Counter):
    elsewhere = typed(2, "elsewhere").model_copy(update={"thread_ts": "2.2"})
    await Process(counter).killed(typed(1, "away"), elsewhere)
    process, heard = Process(counter, "two"), Heard()
    counter.advisor.carry_out = heard
    await process.sweep()

    assert heard == ["elsewhere", "away"]
