"""What the page asks and says: its state, live news, what people do; and who is kept out."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import ANA, BEN, CHEN, GENERAL, SUPPORT, Sandbox
from tests.sandbox.conftest import Api, ListeningApp
from tests.sandbox.samples import actions, button, field, home, modal, section

Page = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def get(sandbox: Sandbox, http: aiohttp.ClientSession) -> Page:
    async def ask(path: str, **query: str) -> dict[str, Any]:
        async with http.get(f"{sandbox.url}/api/{path}", params=query) as response:
            return {"status": response.status, **await response.json()}

    return ask


@pytest.fixture
def post(sandbox: Sandbox, http: aiohttp.ClientSession) -> Page:
    async def tell(path: str, **body: Any) -> dict[str, Any]:
        async with http.post(f"{sandbox.url}/api/{path}", json=body, headers={"X-Sandbox": "1"}) as response:
            return {"status": response.status, **await response.json()}

    return tell


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


async def test_a_person_says_presses_and_submits(sandbox: Sandbox, api: Api, post: Page, app: ListeningApp):
    said = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "hi @ftrag"})
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions(button(value="v"), block_id="row")])
    ts = sandbox.messages(SUPPORT)[-1].ts
    pressed = await post(
        "act",
        **{
            "as": ANA,
            "message": {"channel": SUPPORT, "ts": ts},
            "block_id": "row",
            "action": {"type": "button", "action_id": "go"},
        },
    )
    trigger = sandbox.service.triggers.issue(ANA)
    await api(
        "views.open",
        trigger_id=trigger,
        view=modal(field({"type": "plain_text_input", "action_id": "t"}, block_id="n")),
    )
    view = (await sandbox.modal(ANA)).id
    missing = await post("submit", **{"as": ANA, "view_id": view, "state": {}})
    state = {"n": {"t": {"type": "plain_text_input", "value": "x"}}, "other": 5}
    taken = await post("submit", **{"as": ANA, "view_id": view, "state": state})
    late = await post("submit", **{"as": ANA, "view_id": view, "state": state})

    assert said["ok"]
    assert pressed["ok"]
    assert [p["actions"][0]["value"] for p in app.heard if p.get("type") == "block_actions"] == ["v"]
    assert missing["errors"] == {"n": "Please complete this required field."}
    assert (taken["ok"], late["error"]) == (True, "That window is closed already.")


async def test_a_refusal_is_a_sentence(post: Page):
    answer = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "/ftrag x", "thread": "1.0"})

    assert (answer["status"], answer["ok"]) == (200, False)
    assert answer["error"] == "/ftrag is not supported in threads. Sorry!"


async def test_the_home_a_shortcut_and_a_close_are_told_to_the_app(
    sandbox: Sandbox, api: Api, post: Page, app: ListeningApp
):
    said = await sandbox.say(ANA, SUPPORT, "wrong")
    assert said is not None
    await post("home", **{"as": ANA})
    await post("shortcut", **{"as": ANA, "callback_id": "log_failure", "message": {"channel": SUPPORT, "ts": said.ts}})
    trigger = sandbox.service.triggers.issue(ANA)
    await api("views.open", trigger_id=trigger, view=modal(notify_on_close=True))
    await post("close", **{"as": ANA, "view_id": (await sandbox.modal(ANA)).id})
    await sandbox.delivered()

    kinds = [payload.get("event", payload)["type"] for payload in app.heard]
    assert sorted(kinds) == ["app_home_opened", "message", "message_action", "view_closed"]


async def test_the_page_invites_removes_archives_and_redelivers(sandbox: Sandbox, post: Page, app: ListeningApp):
    nothing = await post("redeliver")
    answers = [await post(path, channel=GENERAL) for path in ("invite", "kick", "archive")]
    undone = await post("archive", channel=GENERAL, undo=True)
    again = await post("redeliver")
    await sandbox.delivered()

    assert nothing["error"] == "No event was sent yet."
    assert all(answer["ok"] for answer in (*answers, undone, again))
    assert app.requests[-1][0]["x-slack-retry-num"] == "1"


async def test_a_channel_is_read_when_the_page_says_so(sandbox: Sandbox, api: Api, post: Page):
    await api("chat.postMessage", channel=SUPPORT, text="x")
    await post("read", **{"as": CHEN, "channel": SUPPORT})

    assert sandbox.workspace.unread(SUPPORT, CHEN) == 0


async def test_calls_are_told_from_a_number_on(api: Api, get: Page):
    await api("auth.test")
    await api("chat.shout")

    calls = (await get("calls", since="1"))["calls"]

    assert [(call["n"], call["method"], call["ok"], call["error"]) for call in calls] == [
        (2, "chat.shout", False, "unknown_method")
    ]


async def test_faults_are_scripted_and_cleared(api: Api, post: Page):
    scripted = await post("faults", method="auth.test", fault="503", times=3)
    cleared = await post("faults", clear=True)

    assert (scripted["fault"], cleared["fault"]) == ("auth.test: 503 x3", None)
    assert (await api("auth.test"))["ok"]


@pytest.mark.parametrize(
    ("advance", "label"), [("day", "Mon, Nov 23"), ("month", "Tue, Dec 22"), (3600 * 24 * 9, "Tue, Dec 1")]
)
async def test_the_clock_is_moved_by_a_day_a_month_or_seconds(get: Page, post: Page, advance, label):
    await post("clock", advance=advance)

    assert (await get("state", **{"as": ANA}))["clock"]["label"] == label


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("say", {"as": "U0FTRAG", "channel": SUPPORT, "text": "x"}),
        ("say", {"as": ANA, "channel": ["x"], "text": "x"}),
        ("act", {"as": ANA}),
        ("clock", {"advance": -5}),
        ("clock", {"advance": "year"}),
        ("clock", {"advance": True}),
        ("clock", {"advance": 1e300}),
        ("clock", {}),
        ("faults", {"method": "x"}),
        ("faults", {"method": "x", "fault": "500", "times": 0}),
        ("invite", {"channel": "C0X"}),
    ],
)
async def test_what_the_page_would_never_send_is_400_with_a_sentence(post: Page, path, body):
    answer = await post(path, **body)

    assert answer["status"] == 400
    assert answer["error"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_post_that_is_no_object_is_400(sandbox: Sandbox, http, body):
    async with http.post(f"{sandbox.url}/api/say", data=body, headers={"X-Sandbox": "1"}) as response:
        assert response.status == 400


@pytest.mark.parametrize("query", [{"as": "U0X"}, {}, {"as": "U0FTRAG"}])
async def test_a_state_for_nobody_is_400(get: Page, query):
    assert (await get("state", **query))["status"] == 400


async def test_a_channel_that_one_is_not_in_is_closed(get: Page):
    assert (await get("messages", **{"as": ANA, "channel": "D0BEN"}))["status"] == 400
    assert (await get("calls", since="x"))["status"] == 400


@pytest.mark.parametrize("host", ["evil.invalid", "127.0.0.1.evil.invalid", "sandbox.local:3000", "[::2]:80", ""])
@pytest.mark.parametrize("path", ["/", "/api/state?as=U0ANA", "/api/slack/auth.test", "/files/F1"])
async def test_another_host_name_is_turned_away(sandbox: Sandbox, http, host, path):
    async with http.get(f"{sandbox.url}{path}", headers={"Host": host}) as response:
        assert response.status == 403


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "[::1]:3000"])
async def test_this_machines_names_are_let_in(sandbox: Sandbox, http, host):
    async with http.get(f"{sandbox.url}/api/state?as=U0ANA", headers={"Host": host}) as response:
        assert response.status == 200


async def test_a_post_without_the_pages_header_changes_nothing(sandbox: Sandbox, http):
    body = {"as": ANA, "channel": SUPPORT, "text": "forged"}
    async with http.post(f"{sandbox.url}/api/say", json=body) as response:
        assert response.status == 403

    assert sandbox.messages(SUPPORT) == []


@pytest.mark.parametrize("path", ["/", "/api/state?as=U0ANA", "/nowhere", "/page/nothing.js", "/archives/C0X/p1"])
async def test_everything_served_says_that_nothing_comes_from_outside(sandbox: Sandbox, http, path):
    async with http.get(f"{sandbox.url}{path}") as response:
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["..%2f__main__.py", "%2e%2e/server.py", "..\\server.py"])
async def test_only_the_pages_own_files_are_served(sandbox: Sandbox, http, name):
    from yarl import URL

    async with http.get(URL(f"{sandbox.url}/page/{name}", encoded=True)) as response:
        assert response.status in (403, 404)


async def test_a_person_changes_and_takes_back_what_they_wrote_and_nobody_elses(
    sandbox: Sandbox, app: ListeningApp, post: Page
):
    ts = (await post("say", **{"as": ANA}, channel=SUPPORT, text="monthly"))["ts"]
    named = {"channel": SUPPORT, "ts": ts}

    not_ben = await post("rewrite", **{"as": BEN}, message=named, text="never")
    empty = await post("rewrite", **{"as": ANA}, message=named, text=" ")
    changed = await post("rewrite", **{"as": ANA}, message=named, text="@ftrag weekly")
    stands = sandbox.workspace.find(SUPPORT, ts)
    words = stands and stands.text
    gone = await post("take-back", **{"as": ANA}, message=named)
    again = await post("take-back", **{"as": ANA}, message=named)

    assert not_ben["error"] == "Only who wrote a message can change it."
    assert empty["error"] == "There is nothing to send. To take the message away, delete it."
    assert (changed["ok"], words) == (True, "<@U0FTRAG> weekly")
    assert (gone["ok"], again["error"]) == (True, "That message is gone.")
    await sandbox.delivered()
    events = [payload["event"] for payload in app.heard]
    heard = [event["subtype"] for event in events if "subtype" in event]
    assert heard == ["message_changed", "message_deleted"]


async def test_only_whoever_serves_the_sandbox_can_start_it_over(sandbox: Sandbox, get: Page, post: Page):
    alone = await post("start-over")
    calls: list[str] = []
    sandbox.service.start_over = lambda: calls.append("anew")
    done = await post("start-over")

    assert alone["error"].startswith("This sandbox cannot be started over from here")
    assert (done["ok"], calls) == (True, ["anew"])
    assert (await get("state", **{"as": ANA}))["app"]["can_start_over"]


async def test_files_are_attached_to_what_is_said_and_the_app_hears_of_them(
    sandbox: Sandbox, post: Page, app: ListeningApp
):
    file = {"name": "nightly.csv", "content": base64.b64encode(b"task,result").decode()}
    said = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "@ftrag", "files": [file]})
    odd = await post("say", **{"as": ANA, "channel": SUPPORT, "text": "x", "files": [{"name": "x", "content": "%"}]})

    assert said["ok"]
    assert "base64" in odd["error"]
    await sandbox.wait_for(lambda: len(app.heard) == 2, "both events")
    assert {one["event"]["type"] for one in app.heard} == {"app_mention", "message"}
    assert all(one["event"]["files"][0]["name"] == "nightly.csv" for one in app.heard)
