"""Response URLs: thirty minutes, five uses, in the place of the message or for one person's eyes."""

from datetime import timedelta

import pytest

from bot.sandbox.errors import Refused
from bot.sandbox.person import ANA, BEN, GENERAL, SUPPORT, Sandbox
from tests.sandbox.conftest import Api, ListeningApp
from tests.sandbox.samples import actions, section


async def url_of_command(sandbox: Sandbox, app: ListeningApp, channel: str = GENERAL) -> str:
    await sandbox.say(ANA, channel, "/ftrag status")
    return app.heard[-1]["response_url"]


async def test_an_answer_is_for_one_person_even_where_the_app_is_not(sandbox: Sandbox, app: ListeningApp, http):
    url = await url_of_command(sandbox, app)

    async with http.post(url, json={"text": "only you", "blocks": [section()]}) as response:
        assert await response.json() == {"ok": True}

    assert [m.text for m in sandbox.ephemerals(ANA)] == ["only you"]
    assert sandbox.messages(GENERAL, as_user=BEN) == []


async def test_an_answer_for_all_is_seen_by_all(sandbox: Sandbox, app: ListeningApp, http):
    url = await url_of_command(sandbox, app)

    async with http.post(url, json={"text": "all", "response_type": "in_channel"}):
        pass

    assert [m.text for m in sandbox.messages(GENERAL, as_user=BEN)] == ["all"]


async def test_a_url_is_good_five_times(sandbox: Sandbox, app: ListeningApp, http):
    url = await url_of_command(sandbox, app)

    statuses = []
    for _ in range(6):
        async with http.post(url, json={"text": "x"}) as response:
            statuses.append((response.status, (await response.json()).get("error")))

    assert statuses == [(200, None)] * 5 + [(404, "used_url")]


async def test_a_url_is_good_for_thirty_minutes(sandbox: Sandbox, app: ListeningApp, http):
    url = await url_of_command(sandbox, app)
    sandbox.advance(timedelta(minutes=30))

    async with http.post(url, json={"text": "x"}) as response:
        assert (response.status, (await response.json())["error"]) == (404, "expired_url")


@pytest.mark.parametrize(
    ("body", "error"),
    [({}, "no_text"), ([], "invalid_payload"), ({"text": "x", "blocks": [{"type": "x"}]}, "invalid_blocks")],
)
async def test_a_body_that_slack_refuses_is_refused(sandbox: Sandbox, app: ListeningApp, http, body, error):
    url = await url_of_command(sandbox, app)

    async with http.post(url, json=body) as response:
        assert (response.status, (await response.json())["error"]) == (400, error)


async def test_the_source_is_replaced_or_deleted_when_the_app_says_so(sandbox: Sandbox, api: Api, app, http):
    await api("chat.postEphemeral", channel=SUPPORT, user=ANA, text="first", blocks=[actions()])
    await sandbox.click(ANA, await sandbox.ephemeral(ANA, "first"), "Go")
    url = app.heard[-1]["response_url"]

    async with http.post(url, json={"text": "second", "replace_original": True}):
        replaced = [m.text for m in sandbox.ephemerals(ANA)]
    async with http.post(url, json={"delete_original": True}):
        deleted = sandbox.ephemerals(ANA)

    assert (replaced, deleted) == (["second"], [])


async def test_the_answer_to_a_command_is_shown_to_its_sender(sandbox: Sandbox, app: ListeningApp):
    app.says({"text": "hello", "blocks": [section("hello")]})

    await sandbox.say(ANA, SUPPORT, "/ftrag help")

    assert (await sandbox.ephemeral(ANA)).text == "hello"


async def test_an_answer_that_slack_cannot_show_is_told_to_the_person(sandbox: Sandbox, app: ListeningApp):
    app.says({"blocks": [{"type": "banner"}]})

    with pytest.raises(Refused, match="invalid_blocks"):
        await sandbox.say(ANA, SUPPORT, "/ftrag help")
