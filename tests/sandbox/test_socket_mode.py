"""Socket Mode against Slack's own client: Bolt dials in, gets what happens, acknowledges it, and dials anew."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.errors import Refused
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from tests.sandbox.conftest import Api
from tests.sandbox.samples import actions, button, field, modal


def bolt(sandbox: Sandbox) -> AsyncApp:
    client = AsyncWebClient(token="xoxb-sandbox", base_url=sandbox.api_url, retry_handlers=[])
    app = AsyncApp(name="echo", client=client, process_before_response=True)

    @app.command("/ftrag")
    async def command(ack: Any, command: Any, client: Any) -> None:
        await ack(f"You said {command['text']}")
        await client.chat_postMessage(
            channel=command["channel_id"], text="pick", blocks=[actions(button("Open", "open"))]
        )

    @app.action("open")
    async def open_modal(ack: Any, body: Any, client: Any, respond: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal(field(block_id="name"), callback_id="save"))
        await respond("opened", replace_original=False)

    @app.view("save")
    async def save(ack: Any, view: Any) -> None:
        entered = next(iter(view["state"]["values"]["name"].values()))["value"]
        errors = {"name": "Too short."} if len(entered) < 2 else None
        await (ack(response_action="errors", errors=errors) if errors else ack())

    @app.event("app_mention")
    async def mention(event: Any, client: Any) -> None:
        await client.chat_postMessage(channel=event["channel"], text="yes?", thread_ts=event["ts"])

    @app.event("message")
    async def message() -> None:
        return None

    return app


@asynccontextmanager
async def dialled_in(sandbox: Sandbox) -> AsyncIterator[AsyncSocketModeHandler]:
    handler = AsyncSocketModeHandler(bolt(sandbox), "xapp-sandbox", ping_interval=0.5)
    before = sandbox.service.sockets.connections
    await handler.connect_async()
    try:
        await sandbox.connected(before + 1)
        yield handler
    finally:
        await handler.close_async()
        await handler.client.aiohttp_client_session.close()


async def test_a_conversation_runs_through_slacks_own_client(sandbox: Sandbox):
    async with dialled_in(sandbox):
        await sandbox.say(ANA, SUPPORT, "/ftrag assess payload")
        question = await sandbox.message(SUPPORT, "pick")
        await sandbox.click(ANA, question, "Open")
        view = await sandbox.modal(ANA)
        refused = await sandbox.submit(ANA, view, {"name": "x"})
        taken = await sandbox.submit(ANA, view, {"name": "xy"})
        said = await sandbox.say(ANA, SUPPORT, "@ftrag hello")
        assert said is not None
        await sandbox.message(SUPPORT, "yes?", thread=said.ts)
        await sandbox.ephemeral(ANA, "opened")
        await sandbox.delivered()

    assert [m.text for m in sandbox.ephemerals(ANA)] == ["You said assess payload", "opened"]
    assert refused.errors == {"name": "Too short."}
    assert (taken.errors, taken.error, sandbox.modals(ANA)) == ({}, None, [])
    assert all(answer.failure is None for _, answer in sandbox.deliveries())
    assert sandbox.service.sockets.connections == 0


async def test_a_connection_that_is_asked_to_refresh_comes_back(sandbox: Sandbox):
    async with dialled_in(sandbox):
        await sandbox.service.sockets.refresh()
        await sandbox.connected()
        await sandbox.say(ANA, SUPPORT, "/ftrag status")

        assert await sandbox.message(SUPPORT, "pick")
        assert len(sandbox.calls("apps.connections.open")) == 2


async def test_two_connections_share_the_deliveries(sandbox: Sandbox):
    async with dialled_in(sandbox), dialled_in(sandbox):
        for _ in range(4):
            await sandbox.say(ANA, SUPPORT, "/ftrag status")
        await sandbox.wait_for(lambda: len(sandbox.messages(SUPPORT)) == 8)
        await sandbox.delivered()

    assert len(sandbox.deliveries("slash_commands")) == 4


async def test_nobody_at_the_other_end_is_told_to_the_person(sandbox: Sandbox):
    with pytest.raises(Refused, match="dispatch_failed"):
        await sandbox.say(ANA, SUPPORT, "/ftrag status")


@asynccontextmanager
async def line(api: Api, http: aiohttp.ClientSession) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    url = (await api("apps.connections.open", token="xapp-sandbox"))["url"]
    async with http.ws_connect(url) as socket:
        yield socket


async def test_the_first_frame_says_hello_and_an_address_is_good_once(api: Api, http):
    url = (await api("apps.connections.open", token="xapp-sandbox"))["url"]
    async with http.ws_connect(url) as socket:
        hello = await socket.receive_json()

    assert (hello["type"], hello["num_connections"]) == ("hello", 1)
    assert hello["connection_info"] == {"app_id": "A0FTRAG"}
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await http.ws_connect(url)
    assert (await api("apps.connections.open"))["error"] == "not_allowed_token_type"


async def test_an_envelope_carries_the_payload_and_waits_for_its_id(sandbox: Sandbox, api: Api, http):
    async with line(api, http) as socket:
        await socket.receive_json()
        saying = asyncio.create_task(sandbox.say(ANA, SUPPORT, "/ftrag help"))
        envelope = await socket.receive_json()
        await socket.send_str("not json")
        await socket.send_str(json.dumps({"envelope_id": "another"}))
        assert not saying.done()
        await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {"text": "help"}})
        await saying

    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert envelope["payload"]["command"] == "/ftrag"
    assert sandbox.ephemerals(ANA)[0].text == "help"


async def test_an_event_that_a_lost_connection_did_not_acknowledge_comes_again(sandbox: Sandbox, api: Api, http):
    async with line(api, http) as first, line(api, http) as second:
        await first.receive_json()
        await second.receive_json()
        await sandbox.say(ANA, "D0ANA", "hello")
        arrived = {asyncio.create_task(one.receive_json()): one for one in (first, second)}
        done, waiting = await asyncio.wait(arrived, return_when=asyncio.FIRST_COMPLETED)
        (heard,), (other,) = done, waiting
        await arrived[heard].close()
        again = await other
        await arrived[other].send_json({"envelope_id": again["envelope_id"]})
        await sandbox.delivered()

    assert heard.result()["payload"]["event_id"] == again["payload"]["event_id"]
    assert (heard.result()["retry_attempt"], again["retry_attempt"]) == (0, 1)
    assert again["retry_reason"] == "connection_failed"


async def test_a_connection_can_be_cut_without_a_word(sandbox: Sandbox, api: Api, http):
    async with line(api, http) as socket:
        await socket.receive_json()
        sandbox.service.sockets.drop()
        frame = await socket.receive()

    assert frame.type in (aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR, aiohttp.WSMsgType.CLOSE)
    await sandbox.wait_for(lambda: sandbox.service.sockets.connections == 0)


async def test_an_eleventh_connection_is_sent_away(sandbox: Sandbox, api: Api, http):
    sockets = [
        await http.ws_connect((await api("apps.connections.open", token="xapp-sandbox"))["url"]) for _ in range(11)
    ]
    first_frames = [await socket.receive_json() for socket in sockets]
    for socket in sockets:
        await socket.close()

    assert [frame["type"] for frame in first_frames] == ["hello"] * 10 + ["disconnect"]
    assert first_frames[-1]["reason"] == "too_many_websockets"
    await sandbox.wait_for(lambda: sandbox.service.sockets.connections == 0)
