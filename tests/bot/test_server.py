"""The served bot: every mode holds a conversation, machines can look, it starts or says why not, it ends in order."""

import asyncio
import os
from pathlib import Path

import aiohttp
import pytest

from bot.engine import build_engine
from bot.rim.server import CannotListen, serving
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Connection, Mode, SettingsError
from storage import open_storage
from storage.records import Tenant
from tests.bot.served import Served, open_bot, post, settings_for, slash
from tests.ports import free_port


@pytest.mark.parametrize("mode", [Mode.SOCKET, Mode.HTTP])
async def test_a_command_becomes_a_question_in_a_thread(mode: Mode, sqlite_url: str, tmp_path: Path):
    async with open_bot(mode, sqlite_url, tmp_path) as (sandbox, _, _):
        await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
        parent = await sandbox.message(SUPPORT, "Support copilot")

        question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)

    assert question.thread_ts == parent.ts


async def test_a_command_about_payload_is_heard_over_http(served: Served):
    sandbox, _, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess payload inspector")

    assert await sandbox.message(SUPPORT, "payload inspector")


async def test_machines_see_that_it_is_well_and_nothing_of_what_it_is(served: Served, web: aiohttp.ClientSession):
    _, _, url = served
    for page, said in (("/healthz", "ok"), ("/readyz", "ready")):
        async with web.get(url + page) as response:
            assert (response.status, (await response.text()).strip()) == (200, said)
            assert response.headers["Server"] == "ftrag"


async def test_the_figures_are_for_this_machine_and_not_for_whoever_comes_by_a_proxy(
    served: Served, web: aiohttp.ClientSession
):
    _, _, url = served
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


async def test_a_taken_port_is_one_sentence(served: Served, sqlite_url: str, tmp_path: Path):
    sandbox, _, url = served
    settings = settings_for(Mode.HTTP, sandbox, sqlite_url, tmp_path, port=int(url.rpartition(":")[2]))

    with pytest.raises(CannotListen, match="is taken"):
        async with serving(settings, settings.connection(), sandbox.clock):
            pytest.fail("it was served")


async def test_a_body_that_does_not_arrive_is_not_waited_for(served: Served, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.rim.server._READING", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", int(served[2].rpartition(":")[2]))
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\npart of it")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()

    assert b"408" in answer


async def test_two_hundred_silent_connections_hold_up_nobody(served: Served, web: aiohttp.ClientSession):
    port = int(served[2].rpartition(":")[2])
    silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(200)]
    status, _ = await post(web, served, slash("help"))
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
