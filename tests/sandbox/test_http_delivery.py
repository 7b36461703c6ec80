"""Deliveries over HTTP: Slack's signature and shapes, three seconds to answer, and events again when nobody did."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.signature import Clock, SignatureVerifier

from bot.sandbox.errors import Refused
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from tests.sandbox.conftest import Api, ListeningApp
from tests.sandbox.samples import actions, button, field, options


class At(Clock):
    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def now(self) -> float:
        return self._seconds


async def test_every_delivery_carries_slacks_signature(sandbox: Sandbox, api: Api, app: ListeningApp):
    await sandbox.say(ANA, SUPPORT, "@ftrag ünï <code> & more")
    await sandbox.say(ANA, SUPPORT, "/ftrag assess payload=1&x")
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions()])
    await sandbox.click(ANA, await sandbox.message(SUPPORT, "Go"), "Go")
    await sandbox.delivered()
    verifier = SignatureVerifier("sandbox-signing-secret", At(sandbox.clock.now().timestamp()))

    assert len(app.requests) == 5
    assert all(verifier.is_valid_request(body, head) for head, body in app.requests)
    assert not any(verifier.is_valid_request(body + b" ", head) for head, body in app.requests)


async def test_signatures_can_follow_another_clock(app: ListeningApp):
    async with Sandbox.open(transport="http", request_url=app.url, signed_at=lambda: 1_000_000_000.0) as other:
        await other.say(ANA, SUPPORT, "hello")
        await other.delivered()

    assert app.requests[0][0]["x-slack-request-timestamp"] == "1000000000"


async def test_a_command_comes_as_slacks_form(sandbox: Sandbox, app: ListeningApp):
    await sandbox.say(ANA, "D0ANABEN", "/ftrag assess A & <B>")

    form = app.heard[0]
    assert form["command"] == "/ftrag"
    assert form["text"] == "assess A &amp; &lt;B&gt;"
    assert (form["channel_id"], form["channel_name"], form["user_id"]) == ("D0ANABEN", "directmessage", ANA)
    assert (form["team_id"], form["api_app_id"]) == ("T0SANDBOX", "A0FTRAG")
    assert form["trigger_id"]
    assert form["response_url"].startswith(sandbox.url)


async def test_a_click_carries_the_message_the_value_and_what_was_entered(
    sandbox: Sandbox, api: Api, app: ListeningApp
):
    tick = {"type": "checkboxes", "action_id": "tick", "options": options(3)}
    blocks = [
        actions(tick, block_id="board"),
        field(block_id="note", optional=True),
        actions(button("Save", "save", value="v")),
    ]
    parent = (await api("chat.postMessage", channel=SUPPORT, text="parent"))["ts"]
    await api("chat.postMessage", channel=SUPPORT, text="q", blocks=blocks, thread_ts=parent)
    message = await sandbox.message(SUPPORT, "q", thread=parent)

    await sandbox.click(ANA, message, "tick", choose=["Option 0", "2"])
    await sandbox.click(ANA, message, "Save")

    sent = app.heard[-1]
    assert sent["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": SUPPORT,
        "is_ephemeral": False,
        "thread_ts": parent,
    }
    assert (sent["message"]["ts"], sent["message"]["thread_ts"]) == (message.ts, parent)
    assert (sent["actions"][0]["action_id"], sent["actions"][0]["value"]) == ("save", "v")
    assert [o["value"] for o in sent["state"]["values"]["board"]["tick"]["selected_options"]] == ["0", "2"]
    assert next(iter(sent["state"]["values"]["note"].values()))["value"] is None
    assert (sent["user"]["id"], sent["user"]["team_id"], sent["team"]["id"]) == (ANA, "T0SANDBOX", "T0SANDBOX")
    assert sent["channel"] == {"id": SUPPORT, "name": "support-ai"}


async def test_of_an_ephemeral_message_only_its_place_is_told(sandbox: Sandbox, api: Api, app: ListeningApp):
    await api("chat.postEphemeral", channel=SUPPORT, user=ANA, text="x", blocks=[actions()])

    await sandbox.click(ANA, await sandbox.ephemeral(ANA), "Go")

    assert "message" not in app.heard[-1]
    assert app.heard[-1]["container"]["is_ephemeral"]


async def test_a_press_on_an_old_copy_still_reaches_the_app(sandbox: Sandbox, api: Api, app: ListeningApp):
    ts = (await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions(button(value="old"))]))["ts"]
    before = await sandbox.message(SUPPORT, "Go")
    await api("chat.update", channel=SUPPORT, ts=ts, text="done")

    await sandbox.click(ANA, before, "Go")

    assert app.heard[-1]["actions"][0]["value"] == "old"


async def test_an_app_that_does_not_answer_in_time_is_told_to_the_person(sandbox: Sandbox, api: Api, app: ListeningApp):
    sandbox.service.courier.patience = 0.05
    toasts: list[str] = []
    sandbox.workspace.changes.listen(lambda c: toasts.append(c.data["text"]) if c.type == "toast" else None)

    async def never(_payload: dict[str, Any]) -> web.StreamResponse:
        await sandbox.service.closing.wait()
        return web.Response()

    app.answer = never
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions()])

    assert await sandbox.click(ANA, await sandbox.message(SUPPORT, "Go"), "Go") == "operation_timeout"
    assert toasts == ["ftrag did not answer in 3 seconds: operation_timeout"]
    with pytest.raises(Refused, match="operation_timeout"):
        await sandbox.say(ANA, SUPPORT, "/ftrag status")


@pytest.mark.parametrize("status", [404, 500, 302])
async def test_an_app_that_answers_anything_but_200_has_failed(sandbox: Sandbox, app: ListeningApp, status):
    app.says({}, status=status)

    with pytest.raises(Refused, match="dispatch_failed"):
        await sandbox.say(ANA, SUPPORT, "/ftrag status")


async def test_an_event_comes_again_at_once_after_a_minute_and_after_five(sandbox: Sandbox, app: ListeningApp):
    app.says({}, status=500)
    await sandbox.say(ANA, SUPPORT, "hello")
    await asleep(sandbox)
    tries = [len(app.requests)]
    sandbox.advance(timedelta(seconds=59))
    await asleep(sandbox)
    tries.append(len(app.requests))
    sandbox.advance(timedelta(seconds=1))
    await sandbox.wait_for(lambda: len(sandbox.deliveries()) == 3)
    await asleep(sandbox)
    sandbox.advance(timedelta(minutes=5))
    await sandbox.delivered()

    heads = [head for head, _ in app.requests]
    assert tries == [2, 2]
    assert [head.get("x-slack-retry-num") for head in heads] == [None, "1", "2", "3"]
    assert {head.get("x-slack-retry-reason") for head in heads[1:]} == {"http_error"}
    assert len({payload["event_id"] for payload in app.heard}) == 1


async def asleep(sandbox: Sandbox) -> None:
    """Let everything run until the next try waits for the clock."""
    await asyncio.sleep(0)
    while not sandbox.service.waiting.sleepers:
        await asyncio.sleep(0)


async def test_an_event_that_was_taken_does_not_come_again(sandbox: Sandbox, app: ListeningApp):
    await sandbox.say(ANA, SUPPORT, "hello")
    await sandbox.delivered()

    assert len(app.requests) == 1


async def test_the_last_event_can_be_sent_again_on_demand(sandbox: Sandbox, app: ListeningApp):
    assert await sandbox.redeliver() is None
    await sandbox.say(ANA, SUPPORT, "hello")
    await sandbox.delivered()

    await sandbox.redeliver()

    first, second = app.heard
    assert first == second
    assert app.requests[1][0]["x-slack-retry-num"] == "1"


async def test_commands_and_clicks_are_never_repeated(sandbox: Sandbox, api: Api, app: ListeningApp):
    app.says({}, status=500)
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions()])
    await sandbox.wait_for(lambda: len(app.requests) >= 2)
    before = len(app.requests)

    await sandbox.click(ANA, await sandbox.message(SUPPORT, "Go"), "Go")

    assert len(app.requests) == before + 1


async def test_an_app_that_is_not_there_fails_at_once(sandbox: Sandbox):
    sandbox.request_url = "http://127.0.0.1:9/none"

    with pytest.raises(Refused, match="dispatch_failed"):
        await sandbox.say(ANA, SUPPORT, "/ftrag status")
