"""What was acknowledged is kept: stored before the ack, worked off after it, by this process or by the next one."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import commands
from bot.app import Bot
from bot.commands import CommandBase
from bot.ids import Act, Field, Modal, field_id, value
from bot.intake import GIVE_UP, Intake
from bot.replies import Problem, Trouble
from bot.rim.gate import examine
from bot.runtime.tasks import Tasks
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Mode
from storage import Storage
from storage.errors import Conflict, StorageError, Unavailable
from storage.inbox import Kept
from storage.records import Assessment, Received
from tests.bot.counter import TENANT, Counter
from tests.bot.payloads import click, event, message, slash, submit
from tests.bot.served import open_bot

Served = tuple[Sandbox, Bot, str]
NAMED = {"type": "input", "block_id": field_id(Field.NAME)}
"""The field of an open modal, as Slack sends it along."""


class Process:
    """One process' intake on the counter's storage; it can be killed after it has kept things and before it works."""

    def __init__(self, counter: Counter, owner: str = "one", *, most: int = 100) -> None:
        self.counter = counter
        self.tasks = Tasks()
        self.waits: list[float] = []
        self.intake = Intake(
            counter.storage,
            counter.advisor,
            clock=counter.clock,
            owner=owner,
            tasks=self.tasks,
            most=most,
            sleep=self._sleep,
        )

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)

    async def keep(self, command: CommandBase) -> None:
        await self.intake.keep(command)

    async def killed(self, *kept: CommandBase) -> None:
        """Keep these, take over what is left, and be killed before any of it is done."""
        carry_out = self.counter.advisor.carry_out

        async def never(_command: CommandBase, _ahead: Assessment | None) -> None:
            await asyncio.Event().wait()

        self.counter.advisor.carry_out = never
        for command in kept:
            await self.keep(command)
        await self.intake.sweep(self.counter.clock.now())
        await asyncio.sleep(0.01)
        await self.tasks.drain(0.01)
        self.counter.advisor.carry_out = carry_out

    async def sweep(self) -> None:
        await self.intake.sweep(self.counter.clock.now())
        await self.tasks.drain()


@pytest.fixture
def counter(sqlite_storage: Storage) -> Counter:
    return Counter(sqlite_storage)


def start(name: str = "Support copilot", **more: Any) -> commands.StartAssessment:
    said = {"tenant": TENANT, "actor": "U1", "channel": "C1", "inbox_key": f"view:{name}"}
    return commands.StartAssessment(**said, name=name, **more)


async def named(counter: Counter) -> list[str]:
    return sorted(found.name for found in await counter.storage.assessments.in_channel(TENANT, "C1"))


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


class Failing:
    """An advisor's work that meets an error so many times first."""

    def __init__(self, counter: Counter, error: Exception, times: int) -> None:
        self._carry_out, self._error, self._left = counter.advisor.carry_out, error, times
        self.tried = 0

    async def __call__(self, command: CommandBase, _ahead: Assessment | None) -> object:
        self.tried += 1
        if self._left:
            self._left -= 1
            raise self._error
        return await self._carry_out(command)


@pytest.mark.parametrize("error", [Unavailable(), Conflict()])
async def test_while_the_database_is_away_a_command_waits_and_is_then_carried_out(
    counter: Counter, error: StorageError
):
    process = Process(counter)
    counter.advisor.carry_out = Failing(counter, error, 6)
    await process.keep(start())
    await process.tasks.drain()

    assert await named(counter) == ["Support copilot"]
    assert process.waits == sorted(process.waits)
    assert [reply for _, reply in counter.told] == [Problem(trouble=Trouble.KEPT_FOR_LATER)]


async def test_after_an_hour_the_person_hears_that_it_was_not_saved(counter: Counter):
    process = Process(counter)
    counter.advisor.carry_out = Failing(counter, Unavailable(), 1_000)
    await process.keep(start())
    counter.clock.at += GIVE_UP
    await process.tasks.drain()

    assert [reply for _, reply in counter.told] == [Problem(trouble=Trouble.NOT_SAVED)]
    assert await counter.storage.inbox.oldest() is None


async def test_what_will_never_be_saved_is_told_at_once(counter: Counter):
    process = Process(counter)
    counter.advisor.carry_out = failing = Failing(counter, StorageError("A number is too large."), 5)
    await process.keep(start())
    await process.tasks.drain()

    assert (failing.tried, [reply for _, reply in counter.told]) == (1, [Problem(trouble=Trouble.NOT_SAVED)])


async def test_an_error_of_ours_is_told_and_not_met_again(counter: Counter):
    process = Process(counter)
    counter.advisor.carry_out = failing = Failing(counter, RuntimeError("canary"), 5)
    await process.keep(start())
    await process.tasks.drain()
    await Process(counter, "two").sweep()

    assert failing.tried == 1
    assert [reply.trouble for _, reply in counter.told] == [Trouble.BROKEN]


async def test_a_command_that_ends_every_process_is_not_begun_for_ever(counter: Counter):
    await Process(counter, "process 0").killed(start())
    for number in range(1, 3):
        await Process(counter, f"process {number}").killed()

    await Process(counter, "last").sweep()

    assert await named(counter) == []
    assert [reply.trouble for _, reply in counter.told] == [Trouble.BROKEN]


async def test_what_only_waits_behind_a_command_that_ends_every_process_is_worked_off_after_it(counter: Counter):
    await Process(counter, "process 0").killed(start("Ends it"), start("Behind it"))
    for number in range(1, 3):
        await Process(counter, f"process {number}").killed()

    await Process(counter, "last").sweep()

    assert await named(counter) == ["Behind it"]
    assert [reply.trouble for _, reply in counter.told] == [Trouble.BROKEN]


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


def chatter(thread: str, *, is_mention: bool = False) -> commands.TypedText:
    said = {"tenant": TENANT, "actor": "U1", "channel": "C1", "inbox_key": f"message:{is_mention}"}
    return commands.TypedText(**said, thread_ts=thread, text="canary", is_mention=is_mention)


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


# --- at the door ---


@pytest.fixture
async def served(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path) as opened:
        yield opened


OURS = {"team_id": "T0SANDBOX", "user_id": ANA, "channel_id": SUPPORT}


def of_ana(body: dict[str, Any]) -> dict[str, Any]:
    """The same payload, pressed or typed by Ana in the sandbox."""
    if "command" in body:
        return body | OURS
    if "event" in body:
        auth = {"team_id": "T0SANDBOX", "user_id": "U0FTRAG", "is_bot": True}
        said = body["event"] | {"user": ANA, "channel": SUPPORT}
        return body | {"team_id": "T0SANDBOX", "authorizations": [auth], "event": said}
    return body | {"team": {"id": "T0SANDBOX"}, "user": {"id": ANA, "team_id": "T0SANDBOX"}, "channel": {"id": SUPPORT}}


def filled() -> dict[str, Any]:
    body = submit(Modal.NAME, {Field.NAME: "Support copilot"}, json.dumps({"channel": SUPPORT}))
    body["view"]["blocks"] = [{"type": "section"}, NAMED]
    return of_ana(body)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """The database held by another process that does not let go."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")


async def test_while_the_database_is_locked_a_modal_stays_open_with_a_sentence(served: Served, sqlite_url: str):
    _, bot, _ = served
    with locked(Path(sqlite_url.removeprefix("sqlite:///"))):
        modal = await bot.dispatch(filled())
        command = await bot.dispatch(of_ana(slash("assess Other")))
    await bot.engine.storage.inbox.oldest()  # what waited for the lock has given up
    again = await bot.dispatch(filled())
    await bot.engine.tasks.drain()

    said = json.loads(modal.body)
    assert said["response_action"] == "errors"
    assert said["errors"][field_id(Field.NAME)].startswith("Nothing was saved: my database does not answer.")
    assert "nothing was saved" in command.body
    assert again.body == ""
    started = await bot.engine.storage.assessments.in_channel(bot.engine.workspaces.tenant, SUPPORT)
    assert [found.name for found in started] == ["Support copilot"]


async def test_while_the_database_is_locked_a_click_is_answered_where_it_was_pressed(served: Served, sqlite_url: str):
    sandbox, bot, _ = served
    with locked(Path(sqlite_url.removeprefix("sqlite:///"))):
        answer = await bot.dispatch(of_ana(click(Act.STATUS, value())))
        told = sandbox.words(await sandbox.ephemeral(ANA))

    assert (answer.status, answer.body) == (200, "")
    assert "saved" in told


async def test_too_much_at_once_is_said_at_once_and_nothing_that_was_acknowledged_is_dropped(
    served: Served, monkeypatch: pytest.MonkeyPatch
):
    sandbox, bot, _ = served
    monkeypatch.setattr(bot.engine.intake, "_most", 0)
    modal, command = await bot.dispatch(filled()), await bot.dispatch(of_ana(slash("status")))
    typed = await bot.dispatch(of_ana(message("weekly")))
    pressed = await bot.dispatch(of_ana(click(Act.STATUS, value())))

    assert "too much at once" in json.loads(modal.body)["errors"][field_id(Field.NAME)]
    assert "too much at once" in command.body
    assert typed.status == 503  # Slack sends it again
    assert pressed.status == 200
    assert "too much at once" in sandbox.words(await sandbox.ephemeral(ANA))
    assert await bot.engine.storage.inbox.oldest() is None
    assert bot.engine.health.counts["too_much", ""] == 4


async def test_whoever_cannot_be_told_for_the_crowd_sees_that_it_did_not_work(
    served: Served, monkeypatch: pytest.MonkeyPatch
):
    _, bot, _ = served
    monkeypatch.setattr(bot.engine.intake, "_most", 0)
    monkeypatch.setattr("bot.app._MOST_TOLD", 0)

    assert (await bot.dispatch(of_ana(click(Act.STATUS, value())))).status == 503


SLOW = {
    "the Home": event("app_home_opened", user="U1", tab="home"),
    "typed words": event("app_mention", channel="C1", user="U1", ts="5.1", text="<@U0FTRAG> status"),
    "a click": click(Act.STATUS, value()),
    "a workspace without the app": slash("help", team_id="T0OTHER"),
}


@pytest.mark.parametrize("body", SLOW.values(), ids=SLOW)
async def test_an_answer_waits_for_nothing_that_slack_is_asked(served: Served, body: dict[str, Any]):
    """Slack answers nothing here and nobody gives up: who waited for it would wait for ever."""
    sandbox, bot, _ = served
    bot.engine.wire.session._timeout = aiohttp.ClientTimeout(total=None)
    bot.engine.workspaces._identity = None
    bot.engine.workspaces._ask_after = None
    sandbox.fail("*", "timeout", times=1_000)
    given = of_ana(body) if body.get("team_id") != "T0OTHER" else body

    async with asyncio.timeout(20):
        answer = await bot.dispatch(examine(given))
    sandbox.service.closing.set()

    assert answer.status == 200


async def test_two_hundred_looks_at_a_home_ask_slack_a_few_times(served: Served):
    sandbox, bot, _ = served
    opened = [of_ana(event("app_home_opened", tab="home")) | {"event_id": f"Ev{number}"} for number in range(200)]
    answers = [await bot.dispatch(body) for body in opened]
    await bot.engine.tasks.drain()

    assert {answer.status for answer in answers} == {200}
    assert len(sandbox.calls("users.conversations")) <= 3
