"""A real process, killed at each named place and started again: nothing is lost and nothing is doubled.

What a kill cannot show is power loss: see `tests.storage.test_power_cut`.
"""

import asyncio
import os
import re
import signal
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from bot.runtime.failpoint import NAMES
from bot.sandbox.clock import RunningClock
from bot.sandbox.errors import Refused
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from tests.forked import Forked

PATIENCE = 60.0
"""Seconds that are spent only where a test fails."""


async def start(sandbox: Sandbox, data: Path, failpoint: str = "") -> Forked:
    """A bot in Socket Mode, in a process of its own."""
    kept = {
        name: value for name, value in os.environ.items() if not re.match(r"SLACK_|FTRAG_|LOG_|HOST|PORT|DATA", name)
    }
    own = {
        "SLACK_BOT_TOKEN": "xoxb-sandbox",
        "SLACK_APP_TOKEN": "xapp-sandbox",
        "SLACK_API_URL": sandbox.api_url,
        "FTRAG_DATA": str(data),
        "FTRAG_FAILPOINT": failpoint,
        "LOG_LEVEL": "ERROR",
    }
    process = Forked(["serve"], data, kept | own)
    await sandbox.connected()
    return process


async def stop(process: Forked) -> int:
    process.terminate()
    return await asyncio.wait_for(process.wait(), PATIENCE)


def deliveries(sandbox: Sandbox) -> Counter[str]:
    """How often each delivery stands in the channel."""
    messages = sandbox.workspace.messages[SUPPORT]
    return Counter(m.metadata["event_payload"]["delivery"] for m in messages if m.metadata)


async def killed_and_started_again(failpoint: str, data: Path, *, history: bool) -> tuple[Counter[str], int]:
    """Start an interview with a bot that dies at this place; gives what stands in the channel once it goes on."""
    data.mkdir()
    async with Sandbox.open(clock=RunningClock()) as sandbox:
        sandbox.patience = sandbox.service.courier.patience = PATIENCE
        if not history:
            sandbox.app.scopes -= {"channels:history"}
        doomed = await start(sandbox, data, failpoint)
        try:
            with suppress(Refused):  # before the ack, Ana sees that it failed
                await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
            assert await asyncio.wait_for(doomed.wait(), PATIENCE) == -signal.SIGKILL
        finally:
            await doomed.kill()
        again = await start(sandbox, data)
        if failpoint.startswith("request_taken"):  # nothing was kept, Slack told Ana so, and she types it again
            await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
        try:
            if history:
                parent = await sandbox.message(SUPPORT, "Support copilot")
                await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
            else:
                await sandbox.wait_for(lambda: sandbox.calls("conversations.history"), "a look at the history")
        finally:
            status = await stop(again)
        return deliveries(sandbox), status


@pytest.mark.slow
async def test_killed_at_each_place_the_interview_goes_on_with_nothing_lost_and_nothing_doubled(tmp_path: Path):
    places = [f"{name}:kill" for name in NAMES] + ["after_claim:kill:2", "before_call:kill:2", "after_call:kill:2"]
    ended = await asyncio.gather(
        *(killed_and_started_again(place, tmp_path / str(n), history=True) for n, place in enumerate(places))
    )

    for place, (posted, status) in zip(places, ended, strict=True):
        assert set(posted.values()) == {1}, place
        assert len(posted) == 2, place
        assert status == 0, place


@pytest.mark.slow
async def test_killed_after_a_post_without_history_it_is_not_posted_again(tmp_path: Path):
    posted, _ = await killed_and_started_again("after_call:kill", tmp_path / "data", history=False)

    assert list(posted.values()) == [1]


async def acknowledged_then_killed(number: int, data: Path) -> None:
    """What Ana does is acknowledged, the bot is killed in that moment, and the next one carries it out, once."""
    data.mkdir()
    async with Sandbox.open(clock=RunningClock()) as sandbox:
        sandbox.patience = sandbox.service.courier.patience = PATIENCE
        doomed = await start(sandbox, data)
        await sandbox.say(ANA, SUPPORT, "/ftrag assess")
        modal = await sandbox.modal(ANA)
        outcome = await sandbox.submit(ANA, modal, {"What is the feature called?": f"Feature {number}"})
        assert await doomed.kill()
        again = await start(sandbox, data)
        parent = await sandbox.message(SUPPORT, f"Feature {number}")
        question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
        pressed = await sandbox.click(ANA, question, "Not sure")
        assert await again.kill()
        last = await start(sandbox, data)
        await sandbox.message(SUPPORT, "not sure", thread=parent.ts)
        status = await stop(last)

    assert outcome.errors == {}
    assert pressed is None
    assert status == 0
    assert set(deliveries(sandbox).values()) == {1}


@pytest.mark.slow
async def test_what_was_acknowledged_is_carried_out_though_the_bot_is_killed_right_after(tmp_path: Path):
    await asyncio.gather(*(acknowledged_then_killed(number, tmp_path / str(number)) for number in range(3)))
