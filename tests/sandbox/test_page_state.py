"""What the page asks and hears: its state, the messages, and live news."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import ANA, BEN, GENERAL, SUPPORT, Sandbox
from tests.sandbox.conftest import Api, Page
from tests.sandbox.samples import field, home, modal, section


class News:
    """One page's stream."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def next(self, *types: str) -> dict[str, Any]:
        async for line in self._response.content:
            if line.startswith(b"data: "):
                said: dict[str, Any] = json.loads(line[6:])
                if not types or said["type"] in types:
                    return said
        raise AssertionError("the stream ended")


@pytest.fixture
async def news(sandbox: Sandbox, http: aiohttp.ClientSession) -> AsyncIterator[News]:
    async with http.get(f"{sandbox.url}/api/stream", params={"as": BEN}) as response:
        await response.content.readline()
        yield News(response)


async def test_the_state_has_all_that_a_page_needs(get: Page):
    state = await get("state", **{"as": ANA})

    channels = {channel["id"]: channel for channel in state["channels"]}
    assert state["workspace"] == {"name": "ftrag sandbox", "team_id": "T0SANDBOX"}
    assert [user["real_name"] for user in state["users"] if not user["is_bot"]] == [
        "Ana Petrov",
        "Ben Ortiz",
        "Chen Li",
    ]
    assert channels[SUPPORT]["bot_is_member"]
    assert not channels[GENERAL]["bot_is_member"]
    assert (channels["D0ANA"]["im_with"], channels["D0ANABEN"]["name"]) == ("U0FTRAG", "Ben Ortiz")
    assert "D0BEN" not in channels
    assert state["clock"]["label"] == "Sun, Nov 22"
    assert (state["app"]["commands"][0]["command"], state["app"]["connected"]) == ("/ftrag", False)
    assert (state["home"], state["modals"], state["calls"], state["fault"]) == (None, [], 0, None)


async def test_messages_come_with_their_files_threads_and_who_sees_them(sandbox: Sandbox, api: Api, get: Page):
    parent = (await api("chat.postMessage", channel=SUPPORT, text="parent", blocks=[section()]))["ts"]
    await api("chat.postMessage", channel=SUPPORT, text="reply", thread_ts=parent)
    await api("chat.postEphemeral", channel=SUPPORT, user=ANA, text="only Ana")

    mine = (await get("messages", **{"as": ANA, "channel": SUPPORT}))["messages"]
    bens = (await get("messages", **{"as": BEN, "channel": SUPPORT}))["messages"]
    thread = (await get("messages", **{"as": BEN, "channel": SUPPORT, "thread": parent}))["messages"]

    assert [m["text"] for m in mine] == ["parent", "only Ana"]
    assert (mine[0]["reply_count"], mine[0]["reply_users"], mine[0]["username"]) == (1, ["U0FTRAG"], "ftrag")
    assert (mine[0]["bot"], mine[1]["ephemeral"], mine[0]["edited"]) == (True, True, False)
    assert [m["text"] for m in bens] == ["parent"]
    assert [m["text"] for m in thread] == ["parent", "reply"]
    assert sandbox.workspace.unread(SUPPORT, BEN) == 0


async def test_news_of_messages_reaches_those_who_see_them(api: Api, news: News):
    await api("chat.postEphemeral", channel=SUPPORT, user=ANA, text="not for Ben")
    ts = (await api("chat.postMessage", channel=SUPPORT, text="hello"))["ts"]
    await api("chat.update", channel=SUPPORT, ts=ts, text="changed")
    await api("chat.delete", channel=SUPPORT, ts=ts)

    said = [await news.next("message", "changed", "removed", "channel") for _ in range(4)]

    assert [one["type"] for one in said] == ["message", "channel", "changed", "removed"]
    assert (said[0]["message"]["text"], said[1]["channel"]["unread"]) == ("hello", 1)
    assert (said[2]["message"]["text"], said[2]["message"]["edited"]) == ("changed", True)
    assert said[3]["ts"] == ts


async def test_news_of_modals_home_clock_calls_faults_and_notices(sandbox: Sandbox, api: Api, news: News, post: Page):
    await api("views.open", trigger_id=sandbox.service.triggers.issue(BEN), view=modal(field()))
    await api("views.publish", user_id=BEN, view=home(section("mine")))
    await post("clock", advance="month")
    await post("faults", method="chat.update", fault="429", times=2)
    sandbox.service.toast(BEN, "ftrag did not answer in 3 seconds: operation_timeout")

    assert (await news.next("modal"))["stack"][0]["title"]["text"] == "Title"
    assert (await news.next("calls"))["count"] == 1
    assert (await news.next("home"))["view"]["blocks"][0]["text"]["text"] == "mine"
    assert (await news.next("clock"))["label"] == "Tue, Dec 22"
    assert (await news.next("fault"))["text"] == "chat.update: 429 x2"
    assert "operation_timeout" in (await news.next("toast"))["text"]


async def test_a_page_that_goes_away_is_forgotten(sandbox: Sandbox, http: aiohttp.ClientSession):
    listeners = sandbox.workspace.changes.count
    async with http.get(f"{sandbox.url}/api/stream", params={"as": ANA}) as response:
        await response.content.readline()
        assert sandbox.workspace.changes.count == listeners + 1
        response.close()

    while sandbox.workspace.changes.count > listeners:
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not [task for task in asyncio.all_tasks() if "Queue.get" in repr(task.get_coro())]


async def test_a_stream_ends_with_the_sandbox():
    async with aiohttp.ClientSession() as session:
        async with Sandbox.open() as sandbox:
            response = await session.get(f"{sandbox.url}/api/stream", params={"as": ANA})
            await response.content.readline()

        assert b"data" not in await response.read()


async def test_calls_are_told_from_a_number_on(api: Api, get: Page):
    await api("auth.test")
    await api("chat.shout")

    calls = (await get("calls", since="1"))["calls"]

    assert [(call["n"], call["method"], call["ok"], call["error"]) for call in calls] == [
        (2, "chat.shout", False, "unknown_method")
    ]
