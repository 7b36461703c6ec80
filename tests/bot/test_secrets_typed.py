"""A secret in a typed line: covered at the door, never kept, never repeated; and whoever typed it is told."""

from typing import Any

import pytest

from bot import commands, parse
from bot.dialogue.meant import unread
from bot.replies import Problem, Trouble, read_reply
from bot.runtime.secrets import COVER, as_kept
from bot.views import render
from storage import Storage
from storage.records import Delivery
from tests.bot.counter import Counter
from tests.bot.payloads import BOT, event, message, slash
from tests.bot.room import COPILOT, Room
from tests.storage.samples import everything
from tests.tables import each

KEY = "sk-abcdefghij0123456789abcd"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"about weekly, the key is {KEY}", f"about weekly, the key is {COVER}"),
        ("password: hunter22x", f"password: {COVER}"),
        ("about once a week", "about once a week"),
        (f"not a secret: {KEY}", f"not a secret: {KEY}"),
        (f"assess Not a secret {KEY}", f"assess Not a secret {KEY}"),
        (f"it is surely not a secret: {KEY}", f"it is surely not a secret: {COVER}"),
    ],
)
def test_a_line_is_kept_without_its_secret_unless_its_first_words_say_that_it_is_none(text: str, kept: str):
    assert as_kept(text) == kept


@each(
    "command",
    [
        parse.event(message(f"the key is {KEY}")),
        parse.event(message(f"<@{BOT}> the key is {KEY}")),
        parse.event(event("app_mention", channel="C1", user="U1", ts="5.1", text=f"<@{BOT}> assess Bot {KEY}")),
        parse.event(
            event(
                "message",
                subtype="message_changed",
                channel="C1",
                message={"user": "U1", "ts": "5.1", "thread_ts": "1.1", "text": f"the key is {KEY}", "type": "message"},
                previous_message={"text": "weekly"},
            )
        ),
        *(parse.slash(slash(f"{word} Bot {KEY}")) for word in ("assess", "roadmap", "log", "reassess", "results", "x")),
        parse.slash(slash(f"export {KEY}")),
    ],
)
def test_no_typed_line_comes_in_with_its_secret(command: commands.CommandBase | None):
    assert command is not None
    assert KEY not in command.model_dump_json()
    assert COVER in command.model_dump_json()


@pytest.fixture
async def counter(storage: Storage) -> Counter:
    found = Counter(storage)
    await found.start()
    await found.deliver()
    return found


async def handed_in(counter: Counter, command: commands.CommandBase | None) -> list[Delivery]:
    assert command is not None
    await counter.advisor.handle(command)
    return await counter.deliver()


async def thread(counter: Counter) -> str:
    found = await counter.storage.assessments.find_by_name(parse_tenant(), "C1", "Support copilot")
    assert found is not None
    parent = await counter.storage.outbox.message(parse_tenant(), found.id, "parent")
    assert parent is not None
    return parent.ts


def parse_tenant() -> Any:
    command = parse.slash(slash("help"))
    assert command is not None
    return command.tenant


@pytest.mark.parametrize("words", ["the key is {key}", f"<@{BOT}> weekly, and the key is {{key}}"])
async def test_a_line_with_a_secret_changes_nothing_is_kept_nowhere_and_its_writer_is_told(
    words: str, counter: Counter
):
    ts = await thread(counter)
    rows = await handed_in(counter, parse.event(message(words.format(key=KEY), thread_ts=ts)))
    told = [row for row in rows if read_reply(row.reply) == Problem(trouble=Trouble.SENSITIVE_TYPED)]

    assert len(told) == 1
    assert (told[0].user, told[0].channel) == ("U1", "C1")
    assert "Delete that line" in render(read_reply(told[0].reply)).text
    found = await counter.storage.assessments.find_by_name(parse_tenant(), "C1", "Support copilot")
    assert found is not None
    assert not found.answers
    assert KEY not in await counter.storage._database.read(everything)


async def test_people_who_talk_in_a_thread_of_their_own_are_left_alone_and_who_speaks_to_the_bot_is_told(
    counter: Counter,
):
    assert await handed_in(counter, parse.event(message(f"the key is {KEY}", thread_ts="99.9"))) == []
    rows = await handed_in(counter, parse.event(message(f"<@{BOT}> the key is {KEY}", thread_ts="99.9", ts="5.2")))

    told = [row for row in rows if read_reply(row.reply) == Problem(trouble=Trouble.SENSITIVE_TYPED)]
    assert [(row.user, row.channel) for row in told] == [("U1", "C1")]
    assert KEY not in await counter.storage._database.read(everything)


@pytest.mark.parametrize("text", [f"assess Support {KEY}", f"log {KEY}", f"export {KEY}", f"{KEY}"])
async def test_a_slash_command_with_a_secret_is_asked_about_before_anything_is_posted(text: str, counter: Counter):
    rows = await handed_in(counter, parse.slash(slash(text)))

    assert [read_reply(row.reply) for row in rows] == [Problem(trouble=Trouble.SENSITIVE_ASKED)]
    assert all(row.response_url for row in rows)
    assert KEY not in await counter.storage._database.read(everything)


async def test_a_name_that_is_said_to_hold_none_is_taken(counter: Counter):
    await handed_in(counter, parse.slash(slash(f"assess not a secret: {KEY}")))

    assert await counter.storage.assessments.find_by_name(parse_tenant(), "C1", f"not a secret: {KEY}") is not None


def test_no_language_model_is_asked_about_such_a_line():
    room = Room()
    room.start()
    command = commands.TypedText(
        tenant=room.assessment.tenant, channel="C1", thread_ts="1.1", text=f"purple {COVER}", is_mention=True
    )

    assert unread(room.assessment, command) is None
    assert unread(room.assessment, command.model_copy(update={"text": "purple monkey dishwasher"})) is not None


def test_the_question_that_stands_open_stays_open():
    room = Room()
    room.start()
    before = room.assessment
    room.type(f"weekly, {COVER}")

    assert room.told().trouble is Trouble.SENSITIVE_TYPED
    assert room.assessment == before
    room.interview(COPILOT)
    assert room.assessment.decision is not None
