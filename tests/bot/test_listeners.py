"""Slack payloads through Bolt and the listeners: always acknowledged, stored when they must be, and never in doubt."""

import ast
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import listeners
from bot.commands import CommandBase
from bot.commands.words import as_typed, read_words
from bot.ids import Act, Field, Modal, action_id, field_id, value
from bot.replies import Trouble
from storage import Storage
from tests.bot.counter import TENANT, Counter
from tests.bot.lobby import Lobby
from tests.bot.payloads import BOT, click, event, slash, submit
from tests.tables import each


@pytest.fixture
async def lobby(sqlite_storage: Storage) -> AsyncIterator[Lobby]:
    calls: list[tuple[str, dict[str, Any]]] = []

    async def answer(request: web.Request) -> web.Response:
        calls.append((request.path, await request.json()))
        if found.failing:
            return web.json_response({"ok": False, "error": "expired_trigger_id"})
        return web.json_response({"ok": True, "view": {"id": "V1"}})

    app = web.Application()
    app.router.add_post("/{method}", answer)
    async with TestServer(app) as server:
        found = Lobby(Counter(sqlite_storage), str(server.make_url("/")), calls)
        yield found


async def started(lobby: Lobby) -> str:
    await lobby.done(slash("assess Support copilot"))
    await lobby.counter.deliver()
    (found,) = await lobby.counter.storage.assessments.in_channel(TENANT, "C1")
    return found.id


async def test_a_command_is_acknowledged_before_the_work_behind_it_is_done(lobby: Lobby):
    status, body = await lobby.take(slash("assess Support copilot"))

    assert (status, body) == (200, "")
    assert len(lobby.tasks) == 1
    assert await lobby.counter.storage.assessments.in_channel(TENANT, "C1") == ()
    await lobby.tasks.drain()
    assert len(await lobby.counter.storage.assessments.in_channel(TENANT, "C1")) == 1


async def test_typed_words_are_kept_before_they_are_acknowledged(lobby: Lobby):
    at = await started(lobby)
    parent = await lobby.counter.storage.outbox.message(TENANT, at, "parent")
    assert parent is not None
    typed = {"channel": "C1", "user": "U1", "ts": "5.1", "thread_ts": parent.ts, "text": f"<@{BOT}> both"}

    await lobby.take(event("app_mention", **typed))

    assert await lobby.counter.storage.inbox.oldest() is not None
    await lobby.tasks.drain()
    assert await lobby.counter.storage.inbox.oldest() is None
    saved = await lobby.counter.storage.assessments.get(TENANT, at)
    assert saved is not None
    assert saved.answers["need"].value == "both"


async def test_a_mention_that_comes_as_two_events_is_answered_once(lobby: Lobby):
    at = await started(lobby)
    parent = await lobby.counter.storage.outbox.message(TENANT, at, "parent")
    assert parent is not None
    typed = {"channel": "C1", "user": "U1", "ts": "5.1", "thread_ts": parent.ts, "text": f"<@{BOT}> xyzzy plugh"}

    await lobby.done(event("app_mention", **typed))
    await lobby.done(event("message", **typed))

    assert [row.reply["kind"] for row in await lobby.counter.deliver()] == ["heard", "moved", "question"]


async def test_a_click_answers_and_the_same_click_again_changes_nothing(lobby: Lobby):
    at = await started(lobby)
    pressed = click(Act.ANSWER, value(at, "need", "facts"))

    assert (await lobby.done(pressed))[0] == 200
    assert (await lobby.done(pressed))[0] == 200
    assert len(await lobby.counter.storage.assessments.history(TENANT, at)) == 1


async def test_a_modal_is_opened_with_the_trigger_of_the_click(lobby: Lobby):
    await lobby.done(slash("assess"))

    ((path, asked),) = lobby.calls
    assert (path, asked["trigger_id"]) == ("/views.open", "1.2.3")
    assert asked["view"]["callback_id"] == "ftrag:name"


async def test_a_modal_asked_for_from_a_modal_opens_on_top_of_it(lobby: Lobby):
    body = click(Act.START, value("C1"), view={"id": "V1", "type": "modal"})

    await lobby.done(body)
    assert lobby.calls[0][0] == "/views.push"


async def test_words_that_ask_for_a_dialog_are_answered_with_the_command_that_opens_it(lobby: Lobby):
    await lobby.done(event("app_mention", channel="C1", user="U1", ts="5.1", text=f"<@{BOT}> assess"))

    ((_, reply),) = lobby.counter.told
    assert (reply.trouble, reply.detail) == (Trouble.MODAL_NEEDS_COMMAND, "/ftrag assess")
    assert not lobby.calls


@each(
    ("words", "command"),
    [("assess", "/ftrag assess"), ("log", "/ftrag log"), ("log Claims bot", "/ftrag log Claims bot"),
     ("results", "/ftrag results"), ("results  Claims bot ", "/ftrag results Claims bot"), ("dance", "/ftrag help")],
)  # fmt: skip
def test_the_command_named_is_the_one_that_the_words_began_with(words: str, command: str):
    assert as_typed(read_words(words, CommandBase(tenant=TENANT, actor="U1"))) == command


async def test_where_the_trigger_has_expired_the_person_is_asked_to_press_again(lobby: Lobby):
    lobby.failing = True
    await lobby.done(slash("assess"))

    assert [reply.trouble for _, reply in lobby.counter.told] == [Trouble.MODAL_EXPIRED]


async def test_what_is_wrong_with_a_modals_field_is_said_while_it_is_open(lobby: Lobby):
    place = json.dumps({"channel": "C1"})
    status, body = await lobby.take(submit(Modal.NAME, {Field.NAME: " \u202e "}, place))

    answer = json.loads(body)
    assert (status, answer["response_action"]) == (200, "errors")
    assert list(answer["errors"]) == [field_id(Field.NAME)]
    assert len(lobby.tasks) == 0


async def test_a_modal_submitted_twice_starts_once(lobby: Lobby):
    filled = submit(Modal.NAME, {Field.NAME: "Support copilot"}, json.dumps({"channel": "C1"}))

    assert await lobby.done(filled) == (200, "")
    assert await lobby.done(filled) == (200, "")
    assert len(await lobby.counter.storage.assessments.in_channel(TENANT, "C1")) == 1
    assert [row.reply["kind"] for row in await lobby.counter.deliver()] == ["parent", "question"]


@pytest.mark.parametrize(
    "body",
    [
        click("ftrag:gone", "x"),
        click("approve", "x"),
        click(Act.ANSWER, "9|of another release"),
        click(Act.CHOICES, "x"),
        submit("ftrag:gone", {}),
        {"type": "shortcut", "team": {"id": "T1"}, "user": {"id": "U1"}, "callback_id": "gone", "trigger_id": "9"},
        event("message", subtype="message_changed", channel="C1", ts="1.1"),
        event("reaction_added", user="U1"),
        event("app_home_opened", user="U1", tab="home"),
        event("app_uninstalled"),
        event("tokens_revoked", tokens={"bot": [BOT]}),
    ],
    ids=[
        "an old control",
        "a control of nobody",
        "an old value",
        "a box that is saved later",
        "an old modal",
        "an old shortcut",
        "an edited message",
        "a reaction",
        "the Home",
        "the app removed",
        "the token revoked",
    ],
)
async def test_whatever_comes_is_acknowledged(lobby: Lobby, body: dict[str, Any]):
    assert (await lobby.done(body))[0] == 200


async def test_a_control_of_another_release_is_answered_with_a_sentence(lobby: Lobby):
    await lobby.done(click("ftrag:gone", "x"))

    (row,) = await lobby.counter.deliver()
    assert (row.reply["kind"], row.reply["trouble"], row.user) == ("problem", "out_of_date", "U1")


@pytest.mark.parametrize(
    "kind", ["interactive_message", "dialog_submission", "dialog_cancellation", "workflow_step_edit"]
)
async def test_a_control_of_a_kind_that_slack_has_put_aside_is_answered_with_a_sentence(lobby: Lobby, kind: str):
    await lobby.done(click("ftrag:gone", "x", type=kind, callback_id="c", workflow_step={}))

    (row,) = await lobby.counter.deliver()
    assert (row.reply["kind"], row.reply["trouble"], row.user) == ("problem", "out_of_date", "U1")


@pytest.mark.parametrize("kind", ["slash_command", "", "app_rate_limited"])
async def test_a_command_that_names_a_type_is_a_command(lobby: Lobby, kind: str):
    await lobby.done(slash("assess Support copilot", type=kind))

    assert len(await lobby.counter.storage.assessments.in_channel(TENANT, "C1")) == 1


def test_a_listener_is_at_most_ten_lines():
    room = ast.parse(Path(listeners.__file__).read_text())
    found = [node for node in ast.walk(room) if isinstance(node, ast.AsyncFunctionDef)]

    assert found
    assert all((node.end_lineno or 0) - node.lineno < 10 for node in found)


def test_every_control_has_an_id_of_its_own():
    assert len({action_id(act) for act in Act}) == len(Act)
