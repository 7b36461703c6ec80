"""[Not so] under typed words: what stood there before stands again, whole, on both databases."""

import asyncio
import itertools
import re
from typing import Any

import pytest

from bot import commands
from bot.exports import Kept, build_record, people_of, render_html
from bot.exports.values import LogLine
from bot.ids import Act, value
from bot.replies import AnsweredLine, HeardReply, read_reply
from rules import decide
from storage import Storage
from storage.records import Answer, Assessment, AssessmentState
from tests.bot.counter import CHANNEL, TENANT, Counter
from tests.bot.lobby import Lobby
from tests.bot.payloads import BOT, click, event
from tests.bot.room import COPILOT

NOTHING = "Nothing that you wrote down stands here. Press Change beside an answer to change it."
MOMENTS = itertools.count()
SMALLER = "it is only about 30 pages now"


@pytest.fixture
async def lobby(storage: Storage) -> Lobby:
    return Lobby(Counter(storage), "https://slack.invalid/", [])


async def decided(lobby: Lobby) -> Assessment:
    """A support copilot with its verdict: U1 answered everything."""
    found = await lobby.counter.start()
    while found.asking:
        about: dict[str, Any] = {"assessment_id": found.id, "fact": found.asking}
        said = COPILOT.get(found.asking)
        if found.asking.startswith("contradiction:"):
            about = {"assessment_id": found.id, "contradiction": found.asking.partition(":")[2], "fact": ""}
            await lobby.counter.do(commands.ResolveContradiction, **about)
        elif said is None:
            await lobby.counter.do(commands.SayNotSure, **about)
        else:
            values = (said,) if isinstance(said, str) else tuple(said)
            await lobby.counter.do(commands.GiveAnswer, **about, values=values)
        found = await now(lobby, found.id)
    await lobby.counter.deliver()
    return found


async def now(lobby: Lobby, at: str) -> Assessment:
    found = await lobby.counter.storage.assessments.get(TENANT, at)
    assert found is not None
    return found


async def typed(lobby: Lobby, at: str, text: str, fact: str) -> Answer:
    """Somebody types in the thread; gives the answer that was taken, above [Not so]."""
    parent = await lobby.counter.storage.outbox.message(TENANT, at, "parent")
    assert parent is not None
    ts = f"9.{len(text)}"
    said = {"channel": CHANNEL, "user": "U1", "ts": ts, "thread_ts": parent.ts, "text": f"<@{BOT}> {text}"}
    await lobby.done(event("app_mention", **said) | {"event_id": ts})
    rows = [read_reply(row.reply) for row in await lobby.counter.deliver()]
    given = (await now(lobby, at)).answers[fact]
    (line,) = (reply for reply in rows if isinstance(reply, AnsweredLine) and reply.said.fact == fact)
    assert (line.is_beside, line.said.at) == (True, given.at)
    return given


async def heard(lobby: Lobby) -> list[HeardReply]:
    """What was said to people alone since we last looked, in whatever way."""
    rows = [read_reply(row.reply) for row in await lobby.counter.deliver()]
    told = [reply for _, reply in lobby.counter.told]
    lobby.counter.told.clear()
    return [reply for reply in (*rows, *told) if isinstance(reply, HeardReply)]


def not_so(at: str, answer: Answer, by: str = "U1") -> dict[str, Any]:
    user, pressed = {"id": by, "team_id": TENANT.team}, {"action_ts": f"{answer.at.timestamp()}{by[1:]}"}
    return click(Act.TAKE_BACK, value(at, answer.fact, answer.at.isoformat()), user=user, action=pressed)


async def said(lobby: Lobby) -> str:
    return " ".join(words for reply in await heard(lobby) for words in reply.says)


async def test_what_stood_before_stands_again_whole_and_it_is_decided_again(lobby: Lobby):
    before = await decided(lobby)
    given = await typed(lobby, before.id, SMALLER, "corpus")
    assert given.value != before.answers["corpus"].value

    await lobby.done(not_so(before.id, given))

    after = await now(lobby, before.id)
    assert after.answers == before.answers
    assert (after.state, after.asking) == (AssessmentState.DECIDED, None)
    assert after.decision.facts == before.decision.facts == after.facts()
    assert after.decision.verdict.verdict == decide(after.facts()).verdict
    rows = [read_reply(row.reply) for row in await lobby.counter.deliver()]
    (line,) = (reply for reply in rows if isinstance(reply, AnsweredLine) and reply.said.fact == "corpus")
    assert (line.said.at, line.is_beside) == (before.answers["corpus"].at, False)
    assert [reply for reply in rows if isinstance(reply, HeardReply)] == []


async def test_two_presses_at_once_take_it_back_once(lobby: Lobby):
    before = await decided(lobby)
    given = await typed(lobby, before.id, SMALLER, "corpus")
    length = len(await lobby.counter.storage.assessments.history(TENANT, before.id))

    await asyncio.gather(lobby.take(not_so(before.id, given)), lobby.take(not_so(before.id, given, "U2")))
    await lobby.tasks.drain()

    history = await lobby.counter.storage.assessments.history(TENANT, before.id)
    assert len(history) == length + 1
    assert (await now(lobby, before.id)).answers["corpus"] == before.answers["corpus"]
    assert "again" in await said(lobby)


async def test_a_later_answer_to_the_same_question_stands_and_that_is_said(lobby: Lobby):
    before = await decided(lobby)
    given = await typed(lobby, before.id, SMALLER, "corpus")
    about = {"assessment_id": before.id, "fact": "corpus", "value": "large"}
    await lobby.counter.do(commands.RecordChange, "U2", **about)
    await lobby.counter.deliver()
    later = await now(lobby, before.id)

    await lobby.done(not_so(before.id, given))

    assert (await now(lobby, before.id)).answers == later.answers
    assert "was answered again since" in await said(lobby)


async def test_taken_back_twice_it_goes_back_to_what_stood_each_time(lobby: Lobby):
    before = await decided(lobby)
    for text in (SMALLER, f"Actually, {SMALLER}"):
        given = await typed(lobby, before.id, text, "corpus")
        await lobby.done(not_so(before.id, given))
        assert (await now(lobby, before.id)).answers["corpus"] == before.answers["corpus"]


async def test_where_nothing_stood_before_its_question_is_asked_again(lobby: Lobby):
    found = await lobby.counter.start()
    await lobby.counter.deliver()
    given = await typed(lobby, found.id, "facts, and it cant leave our own data center", "hosting")

    await lobby.done(not_so(found.id, given))

    assert (await now(lobby, found.id)).asking == "hosting"


async def test_an_answer_that_was_never_given_cannot_be_taken_back(lobby: Lobby):
    found = await decided(lobby)
    strange = found.answers["corpus"].model_copy(update={"at": found.answers["corpus"].at.replace(year=2020)})

    await lobby.done(not_so(found.id, strange))

    assert (await now(lobby, found.id)).answers == found.answers
    assert "problem" in [row.reply["kind"] for row in await lobby.counter.deliver()]


async def types(lobby: Lobby, at: str, text: str, by: str = "U1") -> list[Any]:
    """Somebody types to the bot in the thread; gives what is posted then."""
    parent = await lobby.counter.storage.outbox.message(TENANT, at, "parent")
    assert parent is not None
    ts = f"8.{next(MOMENTS)}"
    about = {"channel": CHANNEL, "user": by, "ts": ts, "thread_ts": parent.ts, "text": f"<@{BOT}> {text}"}
    await lobby.done(event("app_mention", **about) | {"event_id": ts})
    return [read_reply(row.reply) for row in await lobby.counter.deliver()]


async def test_typed_undo_takes_back_all_that_the_last_message_wrote_down_and_names_it(lobby: Lobby):
    before = await decided(lobby)
    await types(lobby, before.id, "it is only about 30 pages now and it changes hourly")
    assert (await now(lobby, before.id)).answers["corpus"].value == "prompt_sized"

    told = await types(lobby, before.id, "undo that")

    after = await now(lobby, before.id)
    assert (after.answers, after.decision.facts) == (before.answers, before.decision.facts)
    (answer,) = (reply for reply in told if reply.kind == "told_answer")
    assert answer.says[0].startswith("Taken back: ")
    assert re.findall(r"\([^)]*\)", answer.says[0]) == ["(“more than one prompt holds” again)", "(open again)"]


async def test_that_the_verdict_stands_after_an_undo_is_said_in_the_same_message(lobby: Lobby):
    before = await decided(lobby)
    await types(lobby, before.id, "wrong answers annoy people, no more")

    told = await types(lobby, before.id, "undo that")

    (answer,) = (reply for reply in told if reply.kind == "told_answer")
    assert (answer.takes_back, answer.verdict.architecture) == (True, before.decision.verdict.verdict)
    assert "confirmed" not in {reply.kind for reply in told}


async def test_in_the_interview_an_undone_message_leaves_no_answer_of_its_own_even_after_another_one(lobby: Lobby):
    found = await lobby.counter.start()
    await lobby.counter.deliver()
    for words in ("facts, and it changes weekly", "facts, and it changes daily"):
        await types(lobby, found.id, words)
        assert {*(await now(lobby, found.id)).answers} == {"need", "freshness"}

        await types(lobby, found.id, "take that back")

        after = await now(lobby, found.id)
        assert (after.answers, after.asking) == ({}, "need")


async def test_undo_walks_back_step_by_step_to_the_first_question_and_brings_nothing_back(lobby: Lobby):
    found = await lobby.counter.start()
    await lobby.counter.deliver()
    for words in ("facts", "in our documents"):
        await types(lobby, found.id, words)
    for given in ("behaviour", "both"):
        await lobby.counter.do(commands.RecordChange, assessment_id=found.id, fact="need", value=given)
    stood = []

    for _ in range(4):
        await types(lobby, found.id, "undo")
        stood.append({fact: answer.value for fact, answer in (await now(lobby, found.id)).answers.items()})

    documents = {"source": "documents"}
    assert stood == [{"need": "behaviour"} | documents, {"need": "facts"} | documents, {"need": "facts"}, {}]
    after = await now(lobby, found.id)
    assert after.asking == "need"
    told = await types(lobby, found.id, "undo")
    assert [reply.says for reply in told if isinstance(reply, HeardReply)] == [(NOTHING,)]
    assert (await now(lobby, found.id)).model_copy(update={"version": 0}) == after.model_copy(update={"version": 0})


async def test_only_what_the_person_said_is_undone_and_else_it_is_said_that_there_is_nothing(lobby: Lobby):
    before = await decided(lobby)

    told = await types(lobby, before.id, "undo that", by="U2")

    assert (await now(lobby, before.id)).answers == before.answers
    assert [reply.says for reply in told if isinstance(reply, HeardReply)] == [(NOTHING,)]


# --- in the record ---


NAMES = {"U1": "Ana Petrov", "U2": "Ben Ortiz"}


async def log(lobby: Lobby, found: Assessment, topic: str) -> list[LogLine]:
    """The lines of one question in the record's log."""
    history = await lobby.counter.storage.assessments.history(TENANT, found.id)
    record = build_record(found, answers=history, names=NAMES)
    assert all(line.since in render_html(record) for line in record.log)
    return [line for line in record.log if line.topic == topic]


async def test_not_so_is_told_with_who_pressed_it_and_when(lobby: Lobby):
    before = await decided(lobby)
    given = await typed(lobby, before.id, SMALLER, "corpus")

    await lobby.done(not_so(before.id, given, "U2"))

    found = await now(lobby, before.id)
    first, second = await log(lobby, found, "How much there is")
    assert (first.is_in_force, first.since) == (True, "")
    assert re.fullmatch(rf"taken back by Ben Ortiz, {given.at:%Y-%m-%d} \d\d:\d\d", second.since)
    assert "U2" in people_of(found, Kept())


async def test_undo_is_told_and_a_change_is_told_from_it(lobby: Lobby):
    before = await decided(lobby)
    await types(lobby, before.id, "it is only about 30 pages now and it changes hourly")
    await types(lobby, before.id, "undo that")
    await types(lobby, before.id, "it is only about 30 pages now")

    found = await now(lobby, before.id)
    first, second, third = await log(lobby, found, "How much there is")
    assert second.since.startswith("taken back by Ana Petrov, 2026-11-22")
    assert (first.since, third.since, third.before) == ("changed later", "", first.said)


async def test_what_was_taken_back_before_that_was_noted_is_told_without_who_and_when(lobby: Lobby):
    before = await decided(lobby)
    given = await typed(lobby, before.id, SMALLER, "corpus")
    await lobby.done(not_so(before.id, given))
    found = await now(lobby, before.id)

    old = found.model_copy(update={"asked": before.asked})

    assert [line.since for line in await log(lobby, old, "How much there is")] == ["", "taken back"]


async def test_an_answer_that_left_its_question_open_again_is_told_likewise(lobby: Lobby):
    found = await lobby.counter.start()
    await lobby.counter.deliver()
    await types(lobby, found.id, "facts")
    await types(lobby, found.id, "undo that")

    assert any(asked.startswith("undone:need|") for asked in (await now(lobby, found.id)).asked)
