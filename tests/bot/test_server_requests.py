"""Requests to the served bot: odd ones get a 4xx or a sentence, forged ones nothing, the same one counts once."""

import json
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.rim.gate import LARGEST_BODY
from bot.sandbox.person import ANA, SUPPORT
from bot.setup.settings import Mode
from tests.bot.served import FORM, Served, open_bot, post, slash

ODD = {
    "a click without a control": {"actions": []},
    "a click in a view that is none": {"view": "x"},
    "a click in a channel of another shape": {"channel": "C1"},
}


@pytest.mark.parametrize("changed", ODD.values(), ids=ODD)
@pytest.mark.parametrize("mode", [Mode.SOCKET, Mode.HTTP])
async def test_an_odd_payload_that_says_who_sent_it_is_answered_with_a_sentence(
    mode: Mode, changed: dict, sqlite_url: str, tmp_path: Path
):
    async with open_bot(mode, sqlite_url, tmp_path) as (sandbox, _, _):
        answer_at = f"{sandbox.url}/response/{sandbox.service.responses.issue(SUPPORT, ANA)}"
        click = {
            "type": "block_actions",
            "team": {"id": "T0SANDBOX"},
            "user": {"id": ANA, "team_id": "T0SANDBOX"},
            "response_url": answer_at,
            "actions": [{"type": "button", "action_id": "a", "block_id": "b", "value": "v"}],
        }
        answer = await sandbox.service.courier.send("interactive", click | changed)
        said = sandbox.words(await sandbox.ephemeral(ANA))

    assert answer.failure is None
    assert "I could not read what Slack sent me for that." in said


async def test_a_click_from_an_older_release_is_answered_with_a_sentence(served: Served, web: aiohttp.ClientSession):
    sandbox, _, _ = served
    click = {
        "type": "block_actions",
        "team": {"id": "T0SANDBOX"},
        "user": {"id": ANA, "team_id": "T0SANDBOX"},
        "channel": {"id": SUPPORT},
        "actions": [{"type": "button", "action_id": "long_gone", "block_id": "b", "action_ts": "1.2", "value": "x"}],
    }
    status, _ = await post(web, served, urlencode({"payload": json.dumps(click)}).encode())

    assert status == 200
    assert await sandbox.ephemeral(ANA)


@pytest.mark.parametrize(
    ("raw", "kind", "expected"),
    [
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"\xff", FORM, 400),
        (b"payload=null", FORM, 400),
        (b"hello", "text/plain", 415),
        (b"x" * (LARGEST_BODY + 1), FORM, 413),
        (urlencode({"payload": '{"type": "something_new"}'}).encode(), FORM, 200),
        (b"ssl_check=1&token=x", FORM, 200),
    ],
)
async def test_a_signed_request_that_is_odd_is_never_a_500(
    served: Served, web: aiohttp.ClientSession, raw: bytes, kind: str, expected: int
):
    status, text = await post(web, served, raw, kind)

    assert status == expected
    assert len(text) < 200


@pytest.mark.parametrize(
    "changed",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "1"},
        {"X-Slack-Request-Timestamp": "abc"},
        {"X-Slack-Request-Timestamp": "9" * 5000},
    ],
)
async def test_an_unsigned_request_is_a_401_and_changes_nothing(
    served: Served, web: aiohttp.ClientSession, changed: dict[str, str]
):
    sandbox, bot, _ = served
    status, _ = await post(web, served, slash("assess Forged"), **changed)

    assert status == 401
    assert len(bot.engine.tasks) == 0
    assert [m for m in sandbox.messages(SUPPORT) if "Forged" in sandbox.words(m)] == []


async def test_the_address_is_verified_as_slack_asks(served: Served, web: aiohttp.ClientSession):
    raw = json.dumps({"type": "url_verification", "challenge": "say this"}).encode()
    status, text = await post(web, served, raw, "application/json")

    assert (status, json.loads(text)) == (200, {"challenge": "say this"})


async def test_the_same_signed_request_twice_has_one_effect(served: Served, web: aiohttp.ClientSession):
    sandbox, bot, _ = served
    raw = slash("assess Twice")
    assert [(await post(web, served, raw))[0] for _ in range(3)] == [200] * 3
    await bot.engine.tasks.drain()
    await sandbox.message(SUPPORT, "Twice")

    assert len([m for m in sandbox.messages(SUPPORT) if "Twice" in sandbox.words(m)]) == 1
