"""A flood by one person: held back politely, and everybody else goes on as before."""

from datetime import timedelta
from typing import Any

import pytest

from bot.flood import BURST, EVERY, TOO_FAST, Flood, Flow
from bot.sandbox.clock import StillClock
from bot.sandbox.person import ANA, BEN, SUPPORT
from tests.bot.served import Served

NOW = StillClock().now()


def command(user: str = ANA, number: int = 0) -> dict[str, Any]:
    return {
        "command": "/ftrag",
        "text": "help",
        "team_id": "T0SANDBOX",
        "user_id": user,
        "channel_id": SUPPORT,
        "trigger_id": f"{user}.{number}",
    }


def click(user: str = ANA, **more: Any) -> dict[str, Any]:
    action = {"type": "button", "action_id": "old", "block_id": "b", "action_ts": "1.1"}
    return {
        "type": "block_actions",
        "team": {"id": "T0SANDBOX"},
        "user": {"id": user},
        "channel": {"id": SUPPORT},
        "actions": [action],
    } | more


def test_a_burst_is_taken_and_then_so_many_a_second():
    flood = Flood()
    at_once = [flood.flow(command(), NOW) for _ in range(BURST + 5)]
    later = [flood.flow(command(), NOW + EVERY * n) for n in range(1, 4)]

    assert at_once == [Flow.TAKEN] * BURST + [Flow.TOLD] + [Flow.DROPPED] * 4
    assert later == [Flow.TAKEN] * 3


def test_who_goes_on_is_told_again_after_a_while():
    flood = Flood()
    for _ in range(BURST + 1):
        flood.flow(command(), NOW)
    for _ in range(100):
        flood.flow(command(), NOW + timedelta(seconds=10))

    assert flood.flow(command(), NOW + timedelta(seconds=10)) is Flow.DROPPED


def test_another_person_and_another_workspace_are_not_held_back():
    flood = Flood()
    for _ in range(BURST + 1):
        flood.flow(command(), NOW)

    assert flood.flow(command(BEN), NOW) is Flow.TAKEN
    assert flood.flow({**command(), "team_id": "T0OTHER"}, NOW) is Flow.TAKEN


@pytest.mark.parametrize("kind", ["view_submission", "event_callback", "url_verification"])
def test_what_somebody_wrote_is_never_held_back(kind: str):
    flood = Flood()

    assert {flood.flow({"type": kind, "user": {"id": ANA}}, NOW) for _ in range(BURST * 3)} == {Flow.TAKEN}


async def test_a_flood_of_commands_is_answered_once_and_the_others_are_served(served: Served):
    sandbox, bot, _ = served
    answers = [(await bot.dispatch(command(number=n))).body for n in range(BURST + 20)]
    await bot.dispatch(command(BEN))
    await sandbox.ephemeral(BEN)

    assert answers.count(TOO_FAST) == 1
    assert bot.engine.health.counts["held_back", ""] == 20


async def test_a_flood_of_clicks_is_answered_beside_the_message(served: Served):
    sandbox, bot, _ = served
    url = f"{sandbox.url}/response/{sandbox.service.responses.issue(SUPPORT, ANA)}"
    for _ in range(BURST):
        bot.flood.flow(click(), bot.engine.clock.now())
    await bot.dispatch(click(response_url=url))
    await bot.engine.tasks.drain()

    assert sandbox.words(await sandbox.ephemeral(ANA, "a lot at once"))


async def test_a_flood_from_the_home_is_answered_in_the_direct_message(served: Served):
    sandbox, bot, _ = served
    pressed = {name: part for name, part in click().items() if name != "channel"}
    for _ in range(BURST):
        bot.flood.flow(pressed, bot.engine.clock.now())
    await bot.dispatch({**pressed, "view": {"id": "V1", "type": "home"}})
    await bot.engine.tasks.drain()

    direct = [one.id for one in sandbox.workspace.channels.values() if one.is_im and ANA in one.members]
    told = [sandbox.words(message) for channel in direct for message in sandbox.messages(channel)]
    assert any("a lot at once" in words for words in told)
