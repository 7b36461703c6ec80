"""What was acknowledged is kept: worked off after the ack, by this process or by the next one, and once."""

import asyncio
from datetime import timedelta

import pytest

from bot import commands
from bot.commands import CommandBase
from bot.replies import Problem, Trouble
from storage.errors import Unavailable
from storage.inbox import Kept
from storage.records import Assessment, Received
from tests.bot.counter import TENANT, Counter
from tests.bot.process import Process, named, start


async def test_what_a_killed_process_had_acknowledged_is_worked_off_by_the_next_one(counter: Counter):
    await Process(counter).killed(start("One"), start("Two"))
    before = await named(counter)

    await Process(counter, "two").sweep()

    assert before == []
    assert await named(counter) == ["One", "Two"]
    assert await counter.storage.inbox.oldest() is None


async def test_what_was_worked_off_is_not_worked_off_again(counter: Counter):
    first = Process(counter)
    await first.keep(start())
    await first.tasks.drain()
    await counter.deliver()

    second = Process(counter, "two")
    await second.keep(start())
    await second.sweep()

    assert await named(counter) == ["Support copilot"]
    assert await counter.deliver() == []


async def test_a_repeat_that_comes_while_the_first_is_under_way_is_taken_once(counter: Counter):
    process = Process(counter)
    await asyncio.gather(process.keep(start()), process.keep(start()))
    await process.tasks.drain()

    assert [row.reply["kind"] for row in await counter.deliver()] == ["parent", "question"]


async def test_repeats_of_what_is_done_leave_room_for_more(counter: Counter):
    process = Process(counter, most=3)
    for name in ("One", "Two", "Three"):
        for _ in range(2):
            await process.keep(start(name))
            await process.tasks.drain()

    assert not process.intake.is_full


@pytest.mark.parametrize(
    "fails_first", [True, False], ids=["then the repeat is kept", "while the repeat is worked off"]
)
async def test_a_repeat_that_is_kept_where_the_first_was_not_is_worked_off_once(counter: Counter, fails_first: bool):
    process = Process(counter)
    receive, carry_out, tried = counter.storage.inbox.receive, counter.advisor.carry_out, []
    failed, kept, swept = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def cut_off(_received: Received, _about: str | None) -> Kept:
        counter.storage.inbox.receive = repeated
        await (asyncio.sleep(0) if fails_first else kept.wait())
        failed.set()
        raise Unavailable

    async def repeated(received: Received, about: str | None) -> Kept:
        await (failed.wait() if fails_first else asyncio.sleep(0))
        found = await receive(received, about)
        kept.set()
        return found

    async def slowly(command: CommandBase, _ahead: Assessment | None) -> object:
        tried.append(command)
        await swept.wait()
        return await carry_out(command)

    counter.storage.inbox.receive, counter.advisor.carry_out = cut_off, slowly
    ask = commands.AskForName(tenant=TENANT, actor="U1", channel="C1", inbox_key="command:1")
    await asyncio.gather(process.keep(ask), process.keep(ask), return_exceptions=True)
    await process.intake.sweep(counter.clock.now())
    swept.set()
    await process.tasks.drain()

    assert len(tried) == 1
    assert await counter.storage.inbox.oldest() is None


async def test_two_processes_that_work_on_one_command_change_things_once(counter: Counter):
    first, second = Process(counter), Process(counter, "two")
    await first.keep(start())
    await second.intake.sweep(counter.clock.now() + timedelta(minutes=1))
    await asyncio.gather(first.tasks.drain(), second.tasks.drain())

    assert [row.reply["kind"] for row in await counter.deliver()] == ["parent", "question"]


async def test_of_two_who_answer_one_question_at_once_the_later_one_hears_of_the_answer_that_stands(counter: Counter):
    process = Process(counter)
    found = await counter.start()
    for user, answer in (("U2", "facts"), ("U3", "both")):
        said = {"tenant": TENANT, "actor": user, "channel": "C1", "inbox_key": f"action:{user}"}
        await process.keep(
            commands.GiveAnswer(**said, assessment_id=found.id, fact=found.asking or "", values=(answer,))
        )
    await process.tasks.drain()

    after = await counter.storage.assessments.get(TENANT, found.id)
    assert after is not None
    assert [(one.by, one.value) for one in after.answers.values()] == [("U2", "facts")]
    assert [row.user for row in await counter.deliver() if row.reply["kind"] == "told"] == ["U3"]


async def test_a_living_process_keeps_what_it_works_on(counter: Counter, sqlite_url: str):
    from storage import open_storage

    first = Process(counter)
    await first.sweep()
    async with open_storage(sqlite_url) as other:
        second = Process(Counter(other), "two")
        await first.keep(start())
        taken = await other.inbox.take_over(
            "two", lambda _: False, before=counter.clock.at - timedelta(hours=1), at_work=(), starts=True
        )
    await first.tasks.drain()

    assert taken == []
    assert len(second.tasks) == 0


async def test_what_leads_to_nothing_is_closed_too(counter: Counter):
    process = Process(counter)
    ask = commands.AskForName(tenant=TENANT, actor="U1", channel="C1", inbox_key="command:1")
    opened: list[object] = []

    async def opens(modal: object) -> None:
        opened.append(modal)

    await process.intake.keep(ask, opens)
    await process.tasks.drain()

    assert len(opened) == 1
    assert await counter.storage.inbox.oldest() is None


async def test_a_window_that_a_killed_process_did_not_open_is_told_to_be_asked_for_again(counter: Counter):
    await Process(counter).killed(commands.AskForName(tenant=TENANT, actor="U1", channel="C1", inbox_key="command:1"))

    await Process(counter, "two").sweep()

    assert [reply for _, reply in counter.told] == [Problem(trouble=Trouble.MODAL_EXPIRED)]


async def test_what_somebody_closed_before_its_turn_came_is_not_begun(counter: Counter):
    await Process(counter, "dead").killed(start("One"), start("Two"))
    carry_out, begun = counter.advisor.carry_out, list[CommandBase]()

    async def closing(command: CommandBase, _ahead: Assessment | None) -> object:
        begun.append(command)
        await counter.storage.inbox.close([(TENANT, "view:Two")])
        return await carry_out(command)

    counter.advisor.carry_out = closing
    await Process(counter, "two").sweep()

    assert [command.inbox_key for command in begun] == ["view:One"]


async def test_a_command_that_this_release_cannot_read_is_closed(counter: Counter):
    unknown = Received(tenant=TENANT, key="k", at=counter.clock.now(), command='{"kind": "of_tomorrow"}', held_by="x")
    await counter.storage.inbox.receive(unknown)

    await Process(counter).sweep()

    assert await counter.storage.inbox.oldest() is None


async def test_a_home_that_is_opened_again_and_again_is_made_for_the_first_and_the_last_look(counter: Counter):
    process = Process(counter)
    made: list[str | None] = []

    async def carry_out(command: CommandBase) -> None:
        made.append(command.inbox_key)
        await asyncio.sleep(0)

    counter.advisor.carry_out = carry_out
    for number in range(200):
        await process.keep(commands.AppHomeOpened(tenant=TENANT, actor="U1", inbox_key=f"event:{number}"))
    await process.tasks.drain()

    assert made == ["event:199"]
    assert await counter.storage.inbox.oldest() is None
