"""The served bot: every mode holds a conversation, odd requests get a 4xx, machines can look, and it ends in order."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.app import Bot
from bot.engine import build_engine
from bot.rim.gate import LARGEST_BODY, sign
from bot.rim.server import CannotListen, serving
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Connection, Mode, SettingsError
from storage import open_storage
from storage.records import Tenant
from tests.bot.served import SECRET, open_bot, settings_for
from tests.ports import free_port

Served = tuple[Sandbox, Bot, str]
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
async def http(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path) as served:
        yield served


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def post(web: aiohttp.ClientSession, served: Served, raw: bytes, kind: str = FORM, **changed: str):
    """A request signed as Slack signs it, but for what is changed."""
    _, bot, url = served
    stamp = str(int(bot.engine.clock.now().timestamp()))
    headers = {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": sign(raw, secret=SECRET, timestamp=stamp),
    }
    async with web.post(f"{url}/slack/events", data=BytesIO(raw), headers=headers | changed) as response:
        return response.status, await response.text()


def slash(text: str) -> bytes:
    return urlencode(
        {
            "command": "/ftrag",
            "text": text,
            "team_id": "T0SANDBOX",
            "user_id": ANA,
            "channel_id": SUPPORT,
            "trigger_id": f"1.{text}",
        }
    ).encode()


@pytest.mark.parametrize("mode", [Mode.SOCKET, Mode.HTTP])
async def test_a_command_becomes_a_question_in_a_thread(mode: Mode, sqlite_url: str, tmp_path: Path):
    async with open_bot(mode, sqlite_url, tmp_path) as (sandbox, _, _):
        await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
        parent = await sandbox.message(SUPPORT, "Support copilot")

        question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)

    assert question.thread_ts == parent.ts


async def test_a_command_about_payload_is_heard_over_http(http: Served):
    sandbox, _, _ = http
    await sandbox.say(ANA, SUPPORT, "/ftrag assess payload inspector")

    assert await sandbox.message(SUPPORT, "payload inspector")


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


async def test_a_click_from_an_older_release_is_answered_with_a_sentence(http: Served, web: aiohttp.ClientSession):
    sandbox, _, _ = http
    click = {
        "type": "block_actions",
        "team": {"id": "T0SANDBOX"},
        "user": {"id": ANA, "team_id": "T0SANDBOX"},
        "channel": {"id": SUPPORT},
        "actions": [{"type": "button", "action_id": "long_gone", "block_id": "b", "action_ts": "1.2", "value": "x"}],
    }
    status, _ = await post(web, http, urlencode({"payload": json.dumps(click)}).encode())

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
    http: Served, web: aiohttp.ClientSession, raw: bytes, kind: str, expected: int
):
    status, text = await post(web, http, raw, kind)

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
    http: Served, web: aiohttp.ClientSession, changed: dict[str, str]
):
    sandbox, bot, _ = http
    status, _ = await post(web, http, slash("assess Forged"), **changed)

    assert status == 401
    assert len(bot.engine.tasks) == 0
    assert [m for m in sandbox.messages(SUPPORT) if "Forged" in sandbox.words(m)] == []


async def test_the_address_is_verified_as_slack_asks(http: Served, web: aiohttp.ClientSession):
    raw = json.dumps({"type": "url_verification", "challenge": "say this"}).encode()
    status, text = await post(web, http, raw, "application/json")

    assert (status, json.loads(text)) == (200, {"challenge": "say this"})


async def test_the_same_signed_request_twice_has_one_effect(http: Served, web: aiohttp.ClientSession):
    sandbox, bot, _ = http
    raw = slash("assess Twice")
    assert [(await post(web, http, raw))[0] for _ in range(3)] == [200] * 3
    await bot.engine.tasks.drain()
    await sandbox.message(SUPPORT, "Twice")

    assert len([m for m in sandbox.messages(SUPPORT) if "Twice" in sandbox.words(m)]) == 1


async def test_machines_see_that_it_is_well_and_nothing_of_what_it_is(http: Served, web: aiohttp.ClientSession):
    _, _, url = http
    for page, said in (("/healthz", "ok"), ("/readyz", "ready")):
        async with web.get(url + page) as response:
            assert (response.status, (await response.text()).strip()) == (200, said)
            assert response.headers["Server"] == "ftrag"


async def test_the_figures_are_for_this_machine_and_not_for_whoever_comes_by_a_proxy(
    http: Served, web: aiohttp.ClientSession
):
    _, _, url = http
    async with web.get(f"{url}/metrics") as response:
        figures = await response.text()
    async with web.get(f"{url}/metrics", headers={"X-Forwarded-For": "127.0.0.1"}) as response:
        assert response.status == 403

    assert "ftrag_outbox_pending 0" in figures


async def test_with_a_token_the_figures_are_for_whoever_has_it(
    sqlite_url: str, tmp_path: Path, web: aiohttp.ClientSession
):
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path, ftrag_metrics_token="letmein") as (_, _, url):
        statuses = []
        for token in ("letmein", "wrong", "ü", ""):
            async with web.get(f"{url}/metrics", headers={"Authorization": f"Bearer {token}"}) as response:
                statuses.append(response.status)

    assert statuses == [200, 403, 403, 403]


async def test_what_slack_has_in_the_environment_changes_no_mode(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async with Sandbox.open() as sandbox:
        settings = settings_for(Mode.SOCKET, sandbox, sqlite_url, tmp_path)
        for name in ("CLIENT_ID", "CLIENT_SECRET", "BOT_TOKEN", "SIGNING_SECRET", "VERIFICATION_TOKEN", "SCOPES"):
            monkeypatch.setenv(f"SLACK_{name}", "stray")
        async with serving(settings, settings.connection(), sandbox.clock) as bot:
            found = (bot.bolt.oauth_flow, bot.bolt.installation_store, bot.bolt._verification_token)

    assert found == (None, None, None)
    assert os.environ["SLACK_CLIENT_ID"] == "stray"


@pytest.mark.parametrize("mode", [Mode.SOCKET, Mode.HTTP])
async def test_a_token_that_slack_does_not_take_is_one_sentence(mode: Mode, sqlite_url: str, tmp_path: Path):
    async with Sandbox.open() as sandbox:
        settings = settings_for(mode, sandbox, sqlite_url, tmp_path, slack_bot_token="xoxb-wrong")

        with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN"):
            async with serving(settings, settings.connection(), sandbox.clock):
                pytest.fail("it was served")


async def test_an_app_token_that_slack_does_not_take_is_one_sentence(sqlite_url: str, tmp_path: Path):
    async with Sandbox.open() as sandbox:
        settings = settings_for(Mode.SOCKET, sandbox, sqlite_url, tmp_path, slack_app_token="xapp-wrong")

        with pytest.raises(SettingsError, match="SLACK_APP_TOKEN"):
            async with serving(settings, settings.connection(), sandbox.clock):
                pytest.fail("it was served")


async def test_a_taken_port_is_one_sentence(http: Served, sqlite_url: str, tmp_path: Path):
    sandbox, _, url = http
    settings = settings_for(Mode.HTTP, sandbox, sqlite_url, tmp_path, port=int(url.rpartition(":")[2]))

    with pytest.raises(CannotListen, match="is taken"):
        async with serving(settings, settings.connection(), sandbox.clock):
            pytest.fail("it was served")


async def test_a_body_that_does_not_arrive_is_not_waited_for(http: Served, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.rim.server._READING", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", int(http[2].rpartition(":")[2]))
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\npart of it")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()

    assert b"408" in answer


async def test_two_hundred_silent_connections_hold_up_nobody(http: Served, web: aiohttp.ClientSession):
    port = int(http[2].rpartition(":")[2])
    silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(200)]
    status, _ = await post(web, http, slash("help"))
    for _, writer in silent:
        writer.close()

    assert status == 200


async def test_without_slack_it_still_starts_and_takes_what_comes(
    sqlite_url: str, tmp_path: Path, web: aiohttp.ClientSession
):
    async with Sandbox.open(transport="http") as sandbox:
        sandbox.fail("auth.test", "503", times=100)
        settings = settings_for(Mode.HTTP, sandbox, sqlite_url, tmp_path, port=free_port())
        async with serving(settings, settings.connection(), sandbox.clock) as bot:
            status, _ = await post(web, (sandbox, bot, f"http://127.0.0.1:{settings.port}"), slash("help"))

    assert status == 200


async def test_work_under_way_is_finished_before_the_end(sqlite_url: str, tmp_path: Path, web: aiohttp.ClientSession):
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path) as served:
        await asyncio.gather(*(post(web, served, slash(f"assess Feature {n}")) for n in range(5)))

    async with open_storage(sqlite_url) as storage:
        kept = await storage.assessments.in_channel(Tenant(team="T0SANDBOX"), SUPPORT, limit=10)

    assert len(kept) == 5


async def test_with_separate_workers_the_web_process_delivers_nothing(
    sqlite_url: str, tmp_path: Path, web: aiohttp.ClientSession
):
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path, ftrag_worker="separate") as served:
        sandbox, bot, _ = served
        await post(web, served, slash("assess Support copilot"))
        await bot.engine.tasks.drain()
        assert await bot.engine.storage.outbox.pending_count() > 0
        assert sandbox.messages(SUPPORT) == []

        worker = build_engine(
            Connection(Mode.HTTP, sandbox.api_url, bot_token="xoxb-sandbox"), bot.engine.storage, sandbox.clock
        )
        await worker.scheduler.run_due()
        await worker.close(1)

        assert sandbox.messages(SUPPORT) != []
