"""Posting, editing and deleting: what an app may do with messages, and what Slack answers when it may not."""

import pytest

from bot.sandbox.person import ANA, BEN, GENERAL, SUPPORT, Sandbox
from bot.sandbox.records import Channel
from tests.sandbox.conftest import Api
from tests.sandbox.samples import actions, cells, chart, data_table, section


async def test_a_post_comes_back_with_its_name_and_is_seen(sandbox: Sandbox, api: Api):
    body = await api("chat.postMessage", channel=SUPPORT, text="hello", blocks=[section()])

    seen = sandbox.messages(SUPPORT)[-1]
    assert (body["ok"], body["channel"], body["ts"]) == (True, SUPPORT, seen.ts)
    assert body["message"]["blocks"][0]["block_id"]
    assert (seen.user, seen.bot_id, seen.text) == ("U0FTRAG", "B0FTRAG", "hello")


async def test_names_of_messages_only_ever_rise(api: Api):
    names = [(await api("chat.postMessage", channel=SUPPORT, text=str(i)))["ts"] for i in range(20)]

    assert names == sorted(set(names))


async def test_blocks_without_text_are_taken_with_a_warning(api: Api):
    body = await api("chat.postMessage", channel=SUPPORT, blocks=[section()])

    assert body["ok"]
    assert body["response_metadata"]["warnings"] == ["missing_text_in_message"]


async def test_a_form_with_json_in_it_does_as_well_as_json(sandbox: Sandbox, http):
    form = {"token": "xoxb-sandbox", "channel": SUPPORT, "text": "x", "blocks": '[{"type": "divider"}]'}
    async with http.post(f"{sandbox.api_url}chat.postMessage", data=form) as response:
        body = await response.json()

    assert body["message"]["blocks"][0]["type"] == "divider"


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": SUPPORT}, "no_text"),
        ({"channel": SUPPORT, "text": "", "blocks": []}, "no_text"),
        ({"text": "x"}, "invalid_arguments"),
        ({"channel": SUPPORT, "text": 5}, "invalid_arguments"),
        ({"channel": SUPPORT, "text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ({"channel": SUPPORT, "text": "x", "blocks": {"type": "divider"}}, "invalid_blocks_format"),
        ({"channel": SUPPORT, "text": "x", "blocks": [section("x" * 2900)] * 4}, "msg_blocks_too_long"),
        ({"channel": SUPPORT, "text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
        ({"channel": SUPPORT, "text": "x", "thread_ts": "1.0"}, "thread_not_found"),
        ({"channel": GENERAL, "text": "x"}, "not_in_channel"),
        ({"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ({"channel": "D0ANABEN", "text": "x"}, "channel_not_found"),
        ({"channel": "U0FTRAG", "text": "x"}, "cannot_dm_bot"),
        ({"channel": SUPPORT, "text": "x", "attachments": [{}] * 101}, "too_many_attachments"),
    ],
)
async def test_a_post_that_slack_refuses_is_refused(sandbox: Sandbox, api: Api, args, error):
    body = await api("chat.postMessage", **args)

    assert (body["ok"], body["error"]) == (False, error)
    assert sandbox.messages(SUPPORT) == []


async def test_invalid_blocks_come_with_pointers(api: Api):
    body = await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[section("x" * 3001)])

    assert body["error"] == "invalid_blocks"
    assert body["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


async def test_an_image_that_was_never_uploaded_is_refused(api: Api):
    image = {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x"}

    body = await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[image])

    assert body["errors"] == ["invalid slack file [json-pointer:/blocks/0/slack_file]"]


async def test_text_beyond_40000_is_cut_in_a_post_and_beyond_4000_refused_in_an_edit(sandbox: Sandbox, api: Api):
    posted = await api("chat.postMessage", channel=SUPPORT, text="x" * 40_001)

    edited = await api("chat.update", channel=SUPPORT, ts=posted["ts"], text="x" * 4_001)

    assert len(sandbox.messages(SUPPORT)[0].text) == 40_000
    assert edited["error"] == "msg_too_long"


async def test_an_archived_channel_takes_nothing(sandbox: Sandbox, api: Api):
    posted = await api("chat.postMessage", channel=SUPPORT, text="x")
    sandbox.archive(SUPPORT)

    assert (await api("chat.postMessage", channel=SUPPORT, text="x"))["error"] == "is_archived"
    assert (await api("chat.update", channel=SUPPORT, ts=posted["ts"], text="y"))["error"] == "is_archived"


async def test_a_private_channel_without_the_app_does_not_exist_for_it(sandbox: Sandbox, api: Api):
    sandbox.workspace.add_channel(Channel("C0SECRET", "secret", [ANA], is_private=True))

    assert (await api("chat.postMessage", channel="C0SECRET", text="x"))["error"] == "channel_not_found"


async def test_with_the_public_scope_the_app_writes_where_it_is_not(sandbox: Sandbox, api: Api):
    sandbox.app.scopes |= {"chat:write.public"}

    assert (await api("chat.postMessage", channel=GENERAL, text="x"))["ok"]


async def test_a_post_to_a_person_lands_in_their_direct_messages(sandbox: Sandbox, api: Api):
    body = await api("chat.postMessage", channel=BEN, text="hello")

    assert body["channel"] == "D0BEN"
    assert sandbox.messages("D0BEN", as_user=BEN)[-1].text == "hello"


async def test_nobody_hears_who_has_left(sandbox: Sandbox, api: Api):
    sandbox.deactivate(BEN)

    assert (await api("chat.postMessage", channel=BEN, text="x"))["error"] == "user_disabled"


async def test_replies_stand_in_the_thread_and_are_counted_at_the_parent(sandbox: Sandbox, api: Api):
    parent = (await api("chat.postMessage", channel=SUPPORT, text="parent"))["ts"]

    reply = (await api("chat.postMessage", channel=SUPPORT, text="reply", thread_ts=parent))["ts"]
    nested = await api("chat.postMessage", channel=SUPPORT, text="to the reply", thread_ts=reply)

    assert nested["message"]["thread_ts"] == parent
    assert [m.text for m in sandbox.messages(SUPPORT)] == ["parent"]
    assert [m.text for m in sandbox.messages(SUPPORT, thread=parent)] == ["parent", "reply", "to the reply"]
    history = await api("conversations.history", channel=SUPPORT)
    assert history["messages"][0]["reply_count"] == 2


async def test_an_edit_with_text_alone_takes_the_blocks_away(sandbox: Sandbox, api: Api):
    ts = (await api("chat.postMessage", channel=SUPPORT, text="a", blocks=[actions()]))["ts"]

    await api("chat.update", channel=SUPPORT, ts=ts, text="b")

    seen = sandbox.messages(SUPPORT)[0]
    assert (seen.text, seen.blocks, seen.shows_edited) == ("b", None, True)


async def test_an_edit_of_blocks_goes_without_the_mark(sandbox: Sandbox, api: Api):
    ts = (await api("chat.postMessage", channel=SUPPORT, text="a", blocks=[actions()]))["ts"]

    await api("chat.update", channel=SUPPORT, ts=ts, text="b", blocks=[section("new")])

    assert not sandbox.messages(SUPPORT)[0].shows_edited
    assert "new" in sandbox.words(sandbox.messages(SUPPORT)[0])


async def test_only_ones_own_messages_are_edited_or_deleted(sandbox: Sandbox, api: Api):
    theirs = await sandbox.say(ANA, SUPPORT, "mine")
    assert theirs is not None

    assert (await api("chat.update", channel=SUPPORT, ts=theirs.ts, text="x"))["error"] == "cant_update_message"
    assert (await api("chat.delete", channel=SUPPORT, ts=theirs.ts))["error"] == "cant_delete_message"
    assert (await api("chat.update", channel=SUPPORT, ts="1.0", text="x"))["error"] == "message_not_found"


async def test_a_deleted_parent_leaves_a_stone_and_a_deleted_reply_nothing(sandbox: Sandbox, api: Api):
    parent = (await api("chat.postMessage", channel=SUPPORT, text="parent"))["ts"]
    reply = (await api("chat.postMessage", channel=SUPPORT, text="reply", thread_ts=parent))["ts"]

    await api("chat.delete", channel=SUPPORT, ts=parent)
    stone = sandbox.messages(SUPPORT)[0]
    await api("chat.delete", channel=SUPPORT, ts=reply)

    assert (stone.subtype, stone.text) == ("tombstone", "This message was deleted.")
    assert len(sandbox.messages(SUPPORT, thread=parent)) == 1


async def test_an_ephemeral_message_is_seen_by_one_kept_from_history_and_never_edited(sandbox: Sandbox, api: Api):
    ts = (await api("chat.postEphemeral", channel=SUPPORT, user=BEN, text="for you"))["message_ts"]

    assert [m.text for m in sandbox.messages(SUPPORT, as_user=BEN)] == ["for you"]
    assert sandbox.messages(SUPPORT, as_user=ANA) == []
    assert (await api("conversations.history", channel=SUPPORT))["messages"] == []
    assert (await api("chat.update", channel=SUPPORT, ts=ts, text="x"))["error"] == "message_not_found"


@pytest.mark.parametrize(
    ("channel", "user", "error"), [(GENERAL, ANA, "not_in_channel"), (SUPPORT, "U0X", "user_not_in_channel")]
)
async def test_an_ephemeral_message_needs_both_in_the_channel(api: Api, channel, user, error):
    assert (await api("chat.postEphemeral", channel=channel, user=user, text="x"))["error"] == error


async def test_a_permalink_leads_to_the_page_at_that_message(api: Api, http):
    parent = (await api("chat.postMessage", channel=SUPPORT, text="parent"))["ts"]
    reply = (await api("chat.postMessage", channel=SUPPORT, text="reply", thread_ts=parent))["ts"]

    link = (await api("chat.getPermalink", channel=SUPPORT, message_ts=reply))["permalink"]

    async with http.get(link, allow_redirects=False) as response:
        assert response.headers["Location"] == f"/#{SUPPORT}/{parent}/{reply}"
    assert (await api("chat.getPermalink", channel=SUPPORT, message_ts="1.0"))["error"] == "message_not_found"


async def test_marks_are_added_once(sandbox: Sandbox, api: Api):
    sandbox.app.scopes |= {"reactions:write", "pins:write"}
    ts = (await api("chat.postMessage", channel=SUPPORT, text="x"))["ts"]
    there = {"channel": SUPPORT, "timestamp": ts}

    assert (await api("reactions.add", name="white_check_mark", **there))["ok"]
    assert (await api("reactions.add", name="white_check_mark", **there))["error"] == "already_reacted"
    assert (await api("reactions.add", name="Not a name", **there))["error"] == "invalid_name"
    assert (await api("pins.add", **there))["ok"]
    assert (await api("pins.add", **there))["error"] == "already_pinned"


@pytest.mark.parametrize("kind", [data_table(cells(2, 2)), chart()], ids=["a table", "a chart"])
async def test_a_workspace_without_data_blocks_refuses_them_with_a_pointer(sandbox: Sandbox, api: Api, kind):
    taken = await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[section(), kind])
    assert taken["ok"]
    sandbox.workspace.takes_data_blocks = False
    refused = await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[section(), kind])

    assert refused["error"] == "invalid_blocks"
    assert "[json-pointer:/blocks/1/type]" in refused["response_metadata"]["messages"][0]
    assert (await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[section()]))["ok"]


async def test_a_data_table_may_be_longer_than_other_text(api: Api):
    long = data_table(cells(4, 1, "x" * 4_900))

    assert (await api("chat.postMessage", channel=SUPPORT, text="x", blocks=[long]))["ok"]
