"""What a language model proposes is a press: one that is broken, led astray or gone changes nothing that people see."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot import commands
from bot.advisor import Advisor
from bot.dialogue.telling import from_data
from bot.recall.gathering import Gathering
from bot.replies import read_reply
from bot.views import render
from rules import FRAMEWORK
from rules.hearing import Asked
from storage import Storage
from tests.bot.counter import TENANT, Counter, kinds
from tests.bot.memory import memory, no_admin, no_channels, no_names
from tests.bot.stand_in import LINE, REFUSED, StandIn


def with_model(storage: Storage, endpoint: StandIn) -> Counter:
    """A counter whose advisor may ask the model."""
    counter = Counter(storage)
    gathers = Gathering(storage, no_channels, no_admin, no_names, counter._permalink, find_meaning=endpoint.model())
    recalls = memory(storage, counter.clock, counter._permalink, gathers)
    counter.advisor = Advisor(storage, recalls, wake=counter._wake, tell=counter._tell)
    return counter


async def type_line(counter: Counter, text: str, *, is_mention: bool = True) -> list[Any]:
    await counter.deliver()
    await counter.do(commands.TypedText, text=text, thread_ts=None, is_mention=is_mention, is_direct=True)
    return [read_reply(row.reply) for row in await counter.deliver()]


PROPOSED = [
    ({"act": "answer", "values": ["facts"]}, "answer"),
    ({"act": "question", "intent": "why"}, "show_told"),
    ({"act": "control", "word": "skip"}, "not_sure"),
    ({"act": "control", "word": "stop"}, "stop"),
]


@pytest.mark.parametrize(("says", "act"), PROPOSED)
async def test_what_it_proposes_is_a_press_and_nothing_is_written_down(
    sqlite_storage: Storage, endpoint: StandIn, says: Any, act: str
):
    counter, endpoint.says = with_model(sqlite_storage, endpoint), says
    started = await counter.start()

    reply, *_ = await type_line(counter, LINE)

    buttons = [one for block in render(reply).blocks for one in block.get("elements", ()) if one["type"] == "button"]
    yes = next(one for one in buttons if one["text"]["text"] == "Yes, that")
    assert yes["action_id"] in {f"ftrag:{act}:yes", f"ftrag:{act}:heard:0"}
    assert "A language model takes it for" in render(reply).text
    assert not reply.asks or from_data(reply.asks) == Asked("why")
    assert await sqlite_storage.assessments.get(TENANT, started.id) == started


@pytest.fixture
async def modal(sqlite_storage: Storage, endpoint: StandIn) -> Callable[[str], Awaitable[list[Any]]]:
    """The Ask modal of a decision: what a question typed there is answered with."""
    counter = with_model(sqlite_storage, endpoint)
    found = await counter.start()
    while found.asking and not found.asking.startswith("contradiction:"):
        about = {"assessment_id": found.id, "fact": found.asking}
        await counter.do(commands.GiveAnswer, **about, values=(first_of(found.asking),))
        saved = await sqlite_storage.assessments.get(TENANT, found.id)
        assert saved is not None
        found = saved
    assert found.decision is not None
    await counter.deliver()

    async def ask(text: str) -> list[Any]:
        before = await sqlite_storage.assessments.get(TENANT, found.id)
        await counter.do(commands.QuestionAsked, assessment_id=found.id, text=text)
        assert await sqlite_storage.assessments.get(TENANT, found.id) == before
        return [read_reply(row.reply) for row in await counter.deliver()]

    return ask


def first_of(fact: str) -> str:
    return FRAMEWORK.by_fact[fact].options[0].value


async def test_a_line_of_the_ask_modal_takes_the_same_road(endpoint: StandIn, modal: Any):
    endpoint.says = {"act": "question", "intent": "why"}

    (reply,) = await modal(LINE)

    assert [json.loads(one["messages"][1]["content"])["line"] for one in endpoint.asked] == [LINE]
    assert from_data(reply.asks) == Asked("why")
    assert "A language model takes it for" in render(reply).text


@pytest.mark.parametrize("says", [*REFUSED[:4], {"act": "answer", "values": ["weekly"]}, {"act": "none"}], ids=str)
async def test_in_the_modal_what_does_not_fit_leaves_it_unknown(endpoint: StandIn, modal: Any, says: Any):
    endpoint.says = says

    (reply,) = await modal(LINE)

    assert "outside what I know" in reply.says[0]


@pytest.mark.parametrize(("status", "raw"), [(500, None), (200, b"{"), (200, b"x" * 100_000)])
async def test_in_the_modal_one_that_is_broken_or_gone_changes_nothing(
    endpoint: StandIn, modal: Any, status: int, raw: bytes | None
):
    endpoint.status, endpoint.raw = status, raw

    (reply,) = await modal(LINE)

    assert "outside what I know" in reply.says[0]


async def test_what_the_modal_understands_is_never_sent(endpoint: StandIn, modal: Any):
    for text in ("why?", "what if it changed weekly?", "what is a golden set?"):
        await modal(text)

    assert endpoint.asked == []


async def test_what_is_understood_or_is_not_for_the_bot_is_never_sent(sqlite_storage: Storage, endpoint: StandIn):
    counter = with_model(sqlite_storage, endpoint)
    await counter.start()

    for text in ("back", "why do you ask?", "\U0001f600", "Das verstehe ich leider nicht, was ist gemeint"):
        await type_line(counter, text)
    await type_line(counter, LINE, is_mention=False)

    assert endpoint.asked == []


async def test_without_its_help_the_ear_offers_what_it_would_have_offered(sqlite_storage: Storage, endpoint: StandIn):
    counter = with_model(sqlite_storage, endpoint)
    await counter.start()
    endpoint.status = 500

    reply, *_ = await type_line(counter, LINE)

    assert len(endpoint.asked) == 1
    assert reply.says[0].startswith("I could not read that as an answer")


async def test_the_help_and_the_home_say_that_a_model_is_asked(sqlite_storage: Storage, endpoint: StandIn):
    for counter, is_used in ((with_model(sqlite_storage, endpoint), True), (Counter(sqlite_storage), False)):
        await counter.do(commands.ShowHelp)
        await counter.do(commands.AppHomeOpened, channel="", page=0)
        rows = await counter.deliver()
        told = {row["kind"]: read_reply(row) for row in (dict(one.reply) for one in rows)}
        assert {"help", "home"} <= set(kinds(rows))
        for kind in ("help", "home"):
            said = str(render(told[kind]).blocks)
            assert ("lets a language model look" in said) is is_used
        assert ("no language model is used" in str(render(told["help"]).blocks)) is not is_used
