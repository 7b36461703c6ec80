"""Trouble beyond Slack's methods: uploads that fail, limits of pace, repeats, people from elsewhere."""

from datetime import timedelta

import aiohttp
import pytest

from bot.sandbox.messages import post
from bot.sandbox.person import ANA, SEARCH, SUPPORT, Sandbox
from bot.sandbox.records import Channel, Message, User
from tests.sandbox.conftest import Api, ListeningApp
from tests.sandbox.samples import actions


async def test_an_upload_can_fail_before_or_after_the_bytes_arrived(sandbox: Sandbox, api: Api, http):
    told = await api("files.getUploadURLExternal", filename="a.txt", length=1)
    sandbox.fail("upload", "500")
    sandbox.fail("upload", "cut_after")

    async with http.post(told["upload_url"], data=b"a") as response:
        assert response.status == 500
    with pytest.raises(aiohttp.ClientError):
        await http.post(told["upload_url"], data=b"a")

    assert (await api("files.completeUploadExternal", files=[{"id": told["file_id"]}]))["ok"]
    assert [(call.method, call.error) for call in sandbox.calls("upload")] == [
        ("upload", "500"),
        ("upload", "cut_after"),
    ]


async def test_a_response_url_can_fail(sandbox: Sandbox, app: ListeningApp, http):
    await sandbox.say(ANA, SUPPORT, "/ftrag status")
    url = app.heard[-1]["response_url"]
    sandbox.fail("response_url", "expired_url")
    sandbox.fail("response_url", "500_after")

    statuses = []
    for _ in range(3):
        async with http.post(url, json={"text": "x"}) as response:
            statuses.append(response.status)

    assert statuses == [400, 500, 200]
    assert len(sandbox.ephemerals(ANA)) == 2


async def test_a_pace_is_kept_for_each_channel_by_the_clock(sandbox: Sandbox, api: Api, http):
    sandbox.pace("chat.postMessage", every=1.0, burst=2)
    head = {"Authorization": "Bearer xoxb-sandbox"}

    bodies = [await api("chat.postMessage", channel=SUPPORT, text="x") for _ in range(3)]
    elsewhere = await api("chat.postMessage", channel=SEARCH, text="x")
    async with http.post(
        f"{sandbox.api_url}chat.postMessage", json={"channel": SUPPORT, "text": "x"}, headers=head
    ) as late:
        assert (late.status, late.headers["Retry-After"]) == (429, "1")
    sandbox.advance(timedelta(seconds=1))
    again = [await api("chat.postMessage", channel=SUPPORT, text="x") for _ in range(2)]

    assert [body.get("error") for body in (*bodies, elsewhere)] == [None, None, "ratelimited", None]
    assert [body.get("error") for body in again] == [None, "ratelimited"]
    assert (await api("auth.test"))["ok"]


async def test_anything_delivered_can_be_delivered_again_byte_for_byte(sandbox: Sandbox, api: Api, app: ListeningApp):
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions()])
    await sandbox.click(ANA, await sandbox.message(SUPPORT, "Go"), "Go")

    await sandbox.replay(sandbox.deliveries("interactive")[-1][0])

    assert app.requests[-1][1] == app.requests[-2][1]


async def test_a_partner_in_a_shared_channel_is_known_by_their_own_workspace(
    sandbox: Sandbox, api: Api, app: ListeningApp
):
    partner = sandbox.add_person(User("U0DORA", "dora", "Dora Nagy", "Asia/Kathmandu", team="T0PARTNER"), SUPPORT)
    sandbox.app.events |= {"channel_shared"}
    sandbox.share(SUPPORT)
    await sandbox.say(partner.id, SUPPORT, "hello")
    await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions()])
    await sandbox.click(partner.id, await sandbox.message(SUPPORT, "Go"), "Go")
    await sandbox.delivered()

    events = {
        p["event"]["type"]: p for p in app.heard if p.get("type") == "event_callback" and "bot_id" not in p["event"]
    }
    click = next(p for p in app.heard if p.get("type") == "block_actions")
    assert (click["user"]["team_id"], click["team"]["id"]) == ("T0PARTNER", "T0SANDBOX")
    assert events["message"]["event"]["user_team"] == "T0PARTNER"
    assert events["message"]["is_ext_shared_channel"]
    assert events["channel_shared"]["event"]["channel"] == SUPPORT
    assert (await api("users.info", user=partner.id))["user"]["tz_offset"] == 20_700


async def test_a_private_channel_is_the_apps_only_where_it_is_a_member(sandbox: Sandbox, api: Api, app: ListeningApp):
    sandbox.add_channel(Channel("C0LEGAL", "legal", [ANA], is_private=True))
    hidden = await api("conversations.info", channel="C0LEGAL")
    sandbox.invite("C0LEGAL")
    await sandbox.say(ANA, "C0LEGAL", "hello")
    await sandbox.delivered()

    assert hidden["error"] == "channel_not_found"
    assert (await api("conversations.info", channel="C0LEGAL"))["channel"]["is_private"]
    kinds = [p["event"].get("channel_type") for p in app.heard if p["event"]["type"] == "message"]
    assert set(kinds) == {"group"}


async def test_a_shared_file_says_in_which_message_it_is(sandbox: Sandbox, api: Api, http):
    sandbox.app.scopes |= {"files:read"}
    told = await api("files.getUploadURLExternal", filename="a.txt", length=1)
    async with http.post(told["upload_url"], data=b"a"):
        pass

    await api("files.completeUploadExternal", files=[{"id": told["file_id"]}], channel_id=SUPPORT)

    file = (await api("files.info", file=told["file_id"]))["file"]
    assert file["shares"] == {"public": {SUPPORT: [{"ts": sandbox.messages(SUPPORT)[0].ts}]}}
    assert [one.id for one in sandbox.files(SUPPORT)] == [told["file_id"]]
    assert (await api("files.info", file="F0X"))["error"] == "file_not_found"


async def test_thousands_of_replies_do_not_slow_a_channel(sandbox: Sandbox, api: Api):
    parent = (await api("chat.postMessage", channel=SUPPORT, text="parent"))["ts"]
    for i in range(3_000):
        ts = sandbox.workspace.stamp()
        thread = parent if i % 2 else None
        post(sandbox.workspace, Message(ts, SUPPORT, ANA, "x", thread_ts=thread))

    page = await api("conversations.history", channel=SUPPORT, limit=1000)

    assert len(page["messages"]) == 1000
    assert sandbox.workspace.replies(SUPPORT, parent)[-1].text == "x"
