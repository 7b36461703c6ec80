"""What is not acknowledged, or at once: a locked database, too much at a time, and a Slack that does not answer."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.ids import Act, Field, Modal, field_id, value
from bot.rim.gate import examine
from bot.sandbox.person import ANA, SUPPORT
from tests.bot.payloads import click, event, message, slash, submit
from tests.bot.served import Served

NAMED = {"type": "input", "block_id": field_id(Field.NAME)}
"""The field of an open modal, as Slack sends it along."""


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
