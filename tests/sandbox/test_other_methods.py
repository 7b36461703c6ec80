"""Channels, people, files, tokens: the rest of the Web API, and who may call it."""

import pytest

from bot.sandbox.person import ANA, BEN, GENERAL, SEARCH, SUPPORT, Sandbox
from bot.sandbox.webapi import METHODS
from tests.sandbox.conftest import Api

METADATA = {"event_type": "delivery", "event_payload": {"id": "D1"}}


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-other", "invalid_auth"), ("xapp-sandbox", "not_allowed_token_type")],
)
async def test_a_token_that_is_not_the_apps_is_refused(api: Api, token, error):
    assert (await api("auth.test", token=token))["error"] == error


async def test_an_unknown_method_is_named(api: Api):
    assert await api("chat.shout") == {"ok": False, "error": "unknown_method", "req_method": "chat.shout"}


@pytest.mark.parametrize(("body", "error"), [(b"{", "invalid_json"), (b"[1]", "json_not_object")])
async def test_a_body_that_is_no_object_is_refused(sandbox: Sandbox, http, body, error):
    head = {"Content-Type": "application/json", "Authorization": "Bearer xoxb-sandbox"}
    async with http.post(f"{sandbox.api_url}auth.test", data=body, headers=head) as response:
        assert (await response.json())["error"] == error


@pytest.mark.parametrize(
    ("method", "args", "scope"),
    [
        ("chat.postMessage", {"channel": SUPPORT, "text": "x"}, "chat:write"),
        ("users.info", {"user": ANA}, "users:read"),
        ("conversations.info", {"channel": SUPPORT}, "channels:read"),
        ("conversations.history", {"channel": SUPPORT}, "channels:history"),
        ("conversations.replies", {"channel": "D0ANA", "ts": "1.0"}, "im:history"),
        ("conversations.open", {"users": ANA}, "im:write"),
        ("conversations.join", {"channel": GENERAL}, "channels:join"),
        ("files.getUploadURLExternal", {"filename": "a", "length": 1}, "files:write"),
        ("reactions.add", {"channel": SUPPORT, "timestamp": "1.0", "name": "x"}, "reactions:write"),
        ("pins.add", {"channel": SUPPORT, "timestamp": "1.0"}, "pins:write"),
        ("team.info", {}, "team:read"),
    ],
)
async def test_a_call_without_its_scope_says_which_is_missing(sandbox: Sandbox, api: Api, method, args, scope):
    sandbox.app.scopes = frozenset({"commands"})

    body = await api(method, **args)

    assert (body["error"], body["needed"], body["provided"]) == ("missing_scope", scope, "commands")


async def test_every_method_is_in_the_table_under_its_name(api: Api):
    for method in METHODS:
        assert (await api(method)).get("error") != "unknown_method"


async def test_the_head_of_an_answer_lists_the_scopes(sandbox: Sandbox, http):
    head = {"Authorization": "Bearer xoxb-sandbox"}
    async with http.post(f"{sandbox.api_url}auth.test", headers=head) as response:
        scopes = response.headers["x-oauth-scopes"].split(",")

    assert set(scopes) == sandbox.app.scopes


async def test_history_keeps_metadata_and_shows_it_only_when_asked(api: Api):
    ts = (await api("chat.postMessage", channel=SUPPORT, text="x", metadata=METADATA))["ts"]
    await api("chat.update", channel=SUPPORT, ts=ts, text="y")

    quiet = await api("conversations.history", channel=SUPPORT)
    full = await api("conversations.replies", channel=SUPPORT, ts=ts, include_all_metadata=True)

    assert "metadata" not in quiet["messages"][0]
    assert full["messages"][0]["metadata"] == METADATA


async def test_history_comes_in_pages_newest_first(api: Api):
    names = [(await api("chat.postMessage", channel=SUPPORT, text=str(i)))["ts"] for i in range(5)]

    first = await api("conversations.history", channel=SUPPORT, limit=2)
    second = await api(
        "conversations.history", channel=SUPPORT, limit=2, cursor=first["response_metadata"]["next_cursor"]
    )
    window = await api("conversations.history", channel=SUPPORT, oldest=names[1], latest=names[3])
    inclusive = await api("conversations.history", channel=SUPPORT, oldest=names[1], latest=names[3], inclusive=True)

    assert [m["text"] for m in first["messages"]] == ["4", "3"]
    assert [m["text"] for m in second["messages"]] == ["2", "1"]
    assert [m["text"] for m in window["messages"]] == ["2"]
    assert [m["text"] for m in inclusive["messages"]] == ["3", "2", "1"]
    assert (await api("conversations.history", channel=SUPPORT, cursor="?"))["error"] == "invalid_cursor"
    assert (await api("conversations.history", channel=SUPPORT, limit=0))["ok"]


async def test_history_of_a_channel_without_the_app_is_closed(api: Api):
    assert (await api("conversations.history", channel=GENERAL))["error"] == "not_in_channel"
    assert (await api("conversations.replies", channel=SUPPORT, ts="1.0"))["error"] == "thread_not_found"


async def test_channels_are_told_as_far_as_the_app_may_know(api: Api):
    info = (await api("conversations.info", channel=SUPPORT, include_num_members=True))["channel"]
    listed = (await api("conversations.list", types="public_channel,im", exclude_archived=True))["channels"]
    mine = (await api("users.conversations"))["channels"]
    of_ana = (await api("users.conversations", user=ANA, types="public_channel"))["channels"]

    assert (info["name"], info["is_member"], info["num_members"]) == ("support-ai", True, 4)
    assert {c["id"] for c in listed} == {SUPPORT, SEARCH, GENERAL, "D0ANA", "D0BEN", "D0CHEN"}
    assert {c["id"] for c in mine} == {SUPPORT, SEARCH}
    assert {c["id"] for c in of_ana} == {SUPPORT, SEARCH, GENERAL}
    assert (await api("conversations.info", channel="C0X"))["error"] == "channel_not_found"
    assert ANA in (await api("conversations.members", channel=SUPPORT))["members"]


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({}, "users_list_not_supplied"),
        ({"users": "U0ANA,U0BEN"}, "too_many_users"),
        ({"users": "U0X"}, "user_not_found"),
        ({"users": "U0FTRAG"}, "cannot_dm_bot"),
    ],
)
async def test_a_conversation_that_cannot_be_opened_says_why(api: Api, args, error):
    assert (await api("conversations.open", **args))["error"] == error


async def test_the_app_joins_public_channels_where_it_may(sandbox: Sandbox, api: Api):
    sandbox.app.scopes |= {"channels:join"}

    assert (await api("conversations.join", channel=GENERAL))["channel"]["is_member"]
    assert (await api("conversations.join", channel="D0ANA"))["error"] == "method_not_supported_for_channel_type"
    assert (await api("conversations.open", users=BEN))["channel"]["id"] == "D0BEN"


async def test_people_are_told_with_their_zone(sandbox: Sandbox, api: Api):
    sandbox.app.scopes |= {"team:read"}
    ana = (await api("users.info", user=ANA))["user"]

    assert (ana["real_name"], ana["tz"], ana["tz_offset"]) == ("Ana Petrov", "Europe/Berlin", 3600)
    assert (await api("users.info", user="U0X"))["error"] == "user_not_found"
    assert len((await api("users.list"))["members"]) == 5
    assert (await api("team.info"))["team"]["id"] == "T0SANDBOX"
    assert (await api("bots.info", bot="B0FTRAG"))["bot"]["user_id"] == "U0FTRAG"
    assert (await api("bots.info", bot="B0X"))["error"] == "bot_not_found"


async def test_a_file_goes_up_in_three_steps_and_is_served_back(sandbox: Sandbox, api: Api, http):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(50)
    told = await api("files.getUploadURLExternal", filename="chart.png", length=len(picture), alt_txt="A chart")
    async with http.post(told["upload_url"], data=picture) as response:
        assert (response.status, await response.text()) == (200, f"OK - {len(picture)}")

    done = await api(
        "files.completeUploadExternal", files=[{"id": told["file_id"], "title": "Trend"}], channel_id=SUPPORT
    )

    shared = await sandbox.message(SUPPORT)
    assert done["files"][0]["title"] == "Trend"
    assert shared.files == [told["file_id"]]
    async with http.get(f"{sandbox.url}/files/{told['file_id']}/chart.png") as response:
        assert await response.read() == picture
        assert response.headers["Content-Type"] == "image/png"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Disposition"].startswith("inline")
        assert "sandbox" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["record.html", "picture.svg", "notes.md", "x.csv"])
async def test_what_is_no_plain_picture_is_only_ever_downloaded(sandbox: Sandbox, api: Api, http, name):
    told = await api("files.getUploadURLExternal", filename=name, length=3)
    async with http.post(told["upload_url"], data=b"<b>"):
        pass

    async with http.get(f"{sandbox.url}/files/{told['file_id']}") as response:
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")


async def test_an_upload_takes_what_was_announced_and_only_once(api: Api, http):
    told = await api("files.getUploadURLExternal", filename="a.txt", length=3)

    async with http.post(told["upload_url"], data=b"four") as response:
        assert response.status == 400
    async with http.post(told["upload_url"], data=b"abc") as response:
        assert response.status == 200
    async with http.post(told["upload_url"], data=b"abc") as response:
        assert response.status == 404


async def test_a_file_that_never_arrived_is_not_shared(api: Api):
    told = await api("files.getUploadURLExternal", filename="a.txt", length=3)
    files = [{"id": told["file_id"]}]

    assert (await api("files.completeUploadExternal", files=files, channel_id=SUPPORT))["error"] == "file_not_found"
    assert (await api("files.completeUploadExternal"))["error"] == "invalid_arguments"
    assert (await api("files.getUploadURLExternal", filename="a", length=0))["error"] == "file_size_zero"


async def test_a_file_is_not_shared_where_the_app_is_not(api: Api, http):
    told = await api("files.getUploadURLExternal", filename="a.txt", length=1)
    async with http.post(told["upload_url"], data=b"a"):
        pass

    body = await api("files.completeUploadExternal", files=[{"id": told["file_id"]}], channel_id=GENERAL)

    assert body["error"] == "not_in_channel"


async def test_a_revoked_token_is_dead_and_a_new_installation_brings_it_back(sandbox: Sandbox, api: Api):
    assert (await api("auth.revoke"))["revoked"]
    dead = await api("auth.test")
    sandbox.install()

    assert dead["error"] == "token_revoked"
    assert (await api("auth.test"))["ok"]


async def test_api_test_gives_back_what_it_gets(api: Api):
    assert (await api("api.test", token="", foo="bar"))["args"] == {"foo": "bar"}
    assert (await api("api.test", error="my_error"))["error"] == "my_error"


async def test_an_installation_by_oauth_gives_a_token_for_a_code_once(sandbox: Sandbox, api: Api, http):
    asks = {"client_id": "0.sandbox", "scope": "chat:write", "state": "s1", "redirect_uri": "http://127.0.0.1:1/back"}
    async with http.get(f"{sandbox.url}/oauth/v2/authorize", params=asks) as response:
        assert "Allow" in await response.text()
    async with http.post(f"{sandbox.url}/oauth/v2/authorize", params=asks, allow_redirects=False) as response:
        back = response.headers["Location"]
    code = back.partition("code=")[2].partition("&")[0]
    client = {"client_id": "0.sandbox", "client_secret": "sandbox-client-secret"}

    installed = await api("oauth.v2.access", code=code, **client, token="")

    assert back.endswith("&state=s1")
    assert (await api("auth.test", token=installed["access_token"]))["team_id"] == "T0SANDBOX"
    assert installed["scope"] == "chat:write"
    assert (await api("oauth.v2.access", token="", code=code, **client))["error"] == "invalid_code"
    wrong = await api("oauth.v2.access", token="", code=code, client_id="0.sandbox", client_secret="x")
    assert wrong["error"] == "bad_client_secret"


@pytest.mark.parametrize(
    "asks",
    [
        {"client_id": "0.sandbox", "redirect_uri": "https://elsewhere.invalid/back"},
        {"client_id": "0.sandbox", "redirect_uri": "javascript:alert(1)"},
        {"client_id": "0.other", "redirect_uri": "http://127.0.0.1:1/back"},
    ],
)
async def test_an_installation_that_leads_elsewhere_is_refused(sandbox: Sandbox, http, asks):
    async with http.get(f"{sandbox.url}/oauth/v2/authorize", params=asks) as response:
        assert response.status == 400


async def test_what_a_person_attaches_is_given_only_to_a_token_that_may_read_files(sandbox: Sandbox, api: Api, http):
    shared = await sandbox.share_file(ANA, SUPPORT, "runs/nightly.csv", b"task,result\n", text="@ftrag look")
    told = (await api("files.info", file=shared.files[0]))["file"]

    async def fetched(token: str) -> tuple[str, bytes]:
        async with http.get(told["url_private_download"], headers={"Authorization": f"Bearer {token}"}) as response:
            return response.content_type, await response.read()

    assert (told["name"], told["size"], told["mode"]) == ("runs_nightly.csv", 12, "hosted")
    assert await fetched("xoxb-sandbox") == ("text/csv", b"task,result\n")
    assert (await fetched("xoxb-other"))[0] == "text/html"
    sandbox.app.scopes -= {"files:read"}
    assert (await fetched("xoxb-sandbox"))[0] == "text/html"
    assert (await api("files.info", file=shared.files[0]))["error"] == "missing_scope"
    sandbox.app.scopes |= {"files:read"}
    async with http.get(f"{sandbox.url}/files-pri/F0NONE/x", headers={"Authorization": "Bearer xoxb-sandbox"}) as gone:
        assert gone.status == 404
