"""Which events the app hears: by its subscriptions, its scopes and the channels it is in."""

from typing import Any

import pytest

from bot.sandbox.errors import Refused
from bot.sandbox.person import ANA, BEN, GENERAL, SUPPORT, Sandbox
from tests.sandbox.conftest import Api, ListeningApp
from tests.sandbox.samples import actions


async def heard(sandbox: Sandbox, app: ListeningApp) -> list[dict[str, Any]]:
    await sandbox.delivered()
    return [payload["event"] for payload in app.heard if payload.get("type") == "event_callback"]


async def test_a_mention_comes_as_a_mention_and_as_a_message(sandbox: Sandbox, app: ListeningApp):
    said = await sandbox.say(ANA, SUPPORT, "@ftrag about once a week")

    mention, message = sorted(await heard(sandbox, app), key=lambda event: event["type"])
    assert said is not None
    assert (mention["type"], mention["text"]) == ("app_mention", "<@U0FTRAG> about once a week")
    assert (message["type"], message["channel_type"], message["channel"]) == ("message", "channel", SUPPORT)
    assert mention["ts"] == message["ts"] == said.ts
    assert len({payload["event_id"] for payload in app.heard}) == 2


async def test_without_history_scopes_only_mentions_come(sandbox: Sandbox, app: ListeningApp):
    sandbox.app.scopes -= {"channels:history"}

    await sandbox.say(ANA, SUPPORT, "weekly")
    await sandbox.say(ANA, SUPPORT, "@ftrag weekly")

    assert [event["type"] for event in await heard(sandbox, app)] == ["app_mention"]


async def test_what_is_not_subscribed_to_does_not_come(sandbox: Sandbox, app: ListeningApp):
    sandbox.app.events = frozenset()

    await sandbox.say(ANA, SUPPORT, "@ftrag weekly")
    sandbox.open_home(ANA)

    assert await heard(sandbox, app) == []


async def test_where_the_app_is_not_it_hears_nothing_and_the_person_is_told(sandbox: Sandbox, app: ListeningApp):
    await sandbox.say(ANA, GENERAL, "@ftrag hello")

    assert await heard(sandbox, app) == []
    assert "Type /invite @ftrag" in (await sandbox.ephemeral(ANA)).text


async def test_a_direct_message_comes_without_a_mention(sandbox: Sandbox, app: ListeningApp):
    await sandbox.say(ANA, "D0ANA", "hello @ftrag")
    await sandbox.say(ANA, "D0ANABEN", "not for the app")

    (event,) = await heard(sandbox, app)
    assert (event["type"], event["channel_type"]) == ("message", "im")


async def test_a_reply_names_its_thread_and_whose_it_is(sandbox: Sandbox, api: Api, app: ListeningApp):
    parent = (await api("chat.postMessage", channel=SUPPORT, text="q"))["ts"]

    await sandbox.say(BEN, SUPPORT, "weekly", thread=parent)

    event = (await heard(sandbox, app))[-1]
    assert (event["thread_ts"], event["parent_user_id"], event["user"]) == (parent, "U0FTRAG", BEN)


async def test_the_apps_own_posts_and_edits_come_too_and_say_so(sandbox: Sandbox, api: Api, app: ListeningApp):
    ts = (await api("chat.postMessage", channel=SUPPORT, text="<@U0FTRAG> x", blocks=[actions()]))["ts"]
    await api("chat.update", channel=SUPPORT, ts=ts, text="y")
    await api("chat.delete", channel=SUPPORT, ts=ts)

    posted, changed, deleted = await heard(sandbox, app)
    assert (posted["type"], posted["bot_id"], posted["app_id"]) == ("message", "B0FTRAG", "A0FTRAG")
    assert (changed["subtype"], changed["message"]["text"]) == ("message_changed", "y")
    assert (changed["previous_message"]["text"], changed["previous_message"]["ts"]) == ("<@U0FTRAG> x", ts)
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", ts)


async def test_an_invited_app_hears_of_it_and_a_removed_one_too(sandbox: Sandbox, app: ListeningApp):
    await sandbox.say(ANA, GENERAL, "/invite @ftrag")
    with pytest.raises(Refused, match="already"):
        sandbox.invite(GENERAL)
    await sandbox.say(ANA, GENERAL, "/kick @ftrag")
    with pytest.raises(Refused):
        sandbox.kick(GENERAL)

    events = {event["type"]: event for event in await heard(sandbox, app)}
    assert events["member_joined_channel"]["user"] == "U0FTRAG"
    assert events["member_joined_channel"]["inviter"] == ANA
    assert "member_left_channel" in events
    assert "app_mention" not in events


async def test_a_renamed_and_an_archived_channel_are_told(sandbox: Sandbox, app: ListeningApp):
    sandbox.rename(SUPPORT, "#Support Answers")
    sandbox.archive(SUPPORT)
    with pytest.raises(Refused, match="archived"):
        await sandbox.say(ANA, SUPPORT, "anyone?")
    await sandbox.say(ANA, SUPPORT, "/unarchive")

    events = {event["type"]: event for event in await heard(sandbox, app)}
    assert events["channel_rename"]["channel"]["name"] == "support-answers"
    assert events["channel_archive"]["channel"] == SUPPORT
    assert (await sandbox.say(ANA, SUPPORT, "back")) is not None


async def test_an_uninstalled_app_hears_so_and_its_token_is_dead(sandbox: Sandbox, api: Api, app: ListeningApp):
    sandbox.uninstall()

    assert {event["type"] for event in await heard(sandbox, app)} == {"tokens_revoked", "app_uninstalled"}
    assert (await api("auth.test"))["error"] == "token_revoked"
    with pytest.raises(Refused, match="not a valid command"):
        await sandbox.say(ANA, SUPPORT, "/ftrag status")
    sandbox.install()
    assert (await api("auth.test"))["ok"]


async def test_any_event_can_be_delivered(sandbox: Sandbox, app: ListeningApp):
    answer = await sandbox.event({"type": "channel_shared", "channel": SUPPORT})

    assert answer.failure is None
    assert app.heard[0]["event"]["type"] == "channel_shared"
