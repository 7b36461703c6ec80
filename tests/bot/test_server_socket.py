"""Socket Mode when the line breaks: every envelope is answered, and a connection that is gone is made anew."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import Bot
from bot.rim.server import serving
from bot.rim.socket_mode import SocketLine
from bot.sandbox.clock import StillClock
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Mode
from tests.bot.served import Served, open_bot, settings_for
from tests.bot.socket_host import Outage, SocketHost
from tests.ports import free_port


@pytest.fixture
async def served(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    async with open_bot(Mode.SOCKET, sqlite_url, tmp_path) as opened:
        yield opened


@asynccontextmanager
async def quick_line(bot: Bot) -> AsyncIterator[SocketLine]:
    """A second line of this bot, a hundred times less patient than in earnest."""
    line = SocketLine(bot, "xapp-sandbox", sleep=lambda s: asyncio.sleep(s / 100), ping=0.2, dialling=0.5)
    try:
        yield line
    finally:
        await line.close()


async def tried(sandbox: Sandbox, times: int) -> None:
    """Wait until so many more addresses were asked for."""
    asked = len(sandbox.calls("apps.connections.open")) + times
    await sandbox.wait_for(lambda: len(sandbox.calls("apps.connections.open")) >= asked, "another try")


async def is_connected(line: SocketLine) -> bool:
    """Whether it is, once it had its turn to hear the hello."""
    while not await line.is_connected():
        await asyncio.sleep(0)
    return True


async def test_a_connection_that_slack_refreshes_is_followed(served: Served):
    sandbox, _, _ = served
    await sandbox.service.sockets.refresh()
    await sandbox.connected()

    await sandbox.say(ANA, SUPPORT, "/ftrag assess After the refresh")

    assert await sandbox.message(SUPPORT, "After the refresh")


async def test_a_payload_that_nobody_knows_is_acknowledged(served: Served):
    sandbox, _, _ = served
    answer = await sandbox.event({"type": "something_new", "user": ANA})

    assert answer.failure is None


async def test_an_odd_payload_is_acknowledged_and_does_nothing(served: Served):
    sandbox, bot, _ = served
    answer = await sandbox.event({"type": "app_mention", "user": 5, "channel": [], "text": {}})

    assert answer.failure is None
    assert len(bot.engine.tasks) == 0


@pytest.mark.parametrize("outage", Outage)
async def test_a_host_that_is_out_of_order_at_the_start_is_dialled_until_it_is_back(served: Served, outage: Outage):
    sandbox, bot, _ = served
    async with SocketHost.open(sandbox, outage) as host, quick_line(bot) as line:
        await line.connect()
        before = await line.is_connected()
        keeping = asyncio.create_task(line.keep())
        await tried(sandbox, 3)
        await host.recover()
        await sandbox.connected(2)
        after = await is_connected(line)
        keeping.cancel()

    assert not before
    assert after


@pytest.mark.parametrize("outage", Outage)
async def test_a_host_that_breaks_down_in_service_is_dialled_until_it_is_back(served: Served, outage: Outage):
    sandbox, bot, _ = served
    async with SocketHost.open(sandbox) as host, quick_line(bot) as line:
        while not await line.is_connected():
            await line.connect()
        await sandbox.connected(2)
        keeping = asyncio.create_task(line.keep())
        await host.break_down(outage)
        await tried(sandbox, 3)
        meanwhile = await line.is_connected()
        await host.recover()
        await sandbox.connected(2)
        after = await is_connected(line)
        keeping.cancel()

    assert not meanwhile
    assert after
    assert bot.engine.health.counts["reconnects", ""] > 0


async def test_each_try_has_an_address_of_its_own(served: Served):
    sandbox, bot, _ = served
    waits: list[float] = []
    enough = asyncio.Event()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 4:
            enough.set()
            await asyncio.Event().wait()

    async with SocketHost.open(sandbox, Outage.HANGS_UP):
        before = len(sandbox.calls("apps.connections.open"))
        line = SocketLine(bot, "xapp-sandbox", sleep=sleep)
        keeping = asyncio.create_task(line.keep())
        await enough.wait()
        keeping.cancel()

    assert len(sandbox.calls("apps.connections.open")) - before == 4


async def test_the_new_connection_stands_before_the_old_one_goes(sqlite_url: str, tmp_path: Path):
    async with Sandbox.open(clock=StillClock()) as sandbox, SocketHost.open(sandbox) as host:
        settings = settings_for(Mode.SOCKET, sandbox, sqlite_url, tmp_path)
        async with serving(settings, settings.connection(), StillClock()):
            await sandbox.connected()
            await sandbox.service.sockets.refresh()
            await sandbox.connected()
            await host.left_with(1)

    assert host.stood == [0, 1]


async def test_while_slack_cannot_be_reached_it_dials_again_with_longer_waits_of_a_few_seconds(served: Served):
    sandbox, bot, _ = served
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    sandbox.fail("apps.connections.open", "503", times=6)
    line = SocketLine(bot, "xapp-sandbox", sleep=sleep)
    await line.connect()
    await line._dial_anew()
    await line.close()

    assert len(waits) == 5
    assert waits[0] < waits[1] < waits[2]
    assert max(waits) <= 8


async def test_while_the_token_is_refused_it_dials_again_every_few_minutes(served: Served):
    sandbox, bot, _ = served
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    sandbox.fail("apps.connections.open", "token_revoked", times=2)
    line = SocketLine(bot, "xapp-sandbox", sleep=sleep)
    await line._dial_anew()
    connected = await line.is_connected()
    await line.close()

    assert connected
    assert waits == [300.0, 300.0]


async def test_a_pause_that_slack_asks_for_is_kept_and_an_absurd_one_is_not(served: Served):
    sandbox, bot, _ = served
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    sandbox.fail("apps.connections.open", "429", retry_after=9)
    sandbox.fail("apps.connections.open", "429", retry_after=86400)
    line = SocketLine(bot, "xapp-sandbox", sleep=sleep)
    await line._dial_anew()
    await line.close()

    assert waits == [9.0, 60.0]


async def test_a_bot_whose_socket_host_is_out_of_order_starts_and_says_that_it_is_not_ready(
    sqlite_url: str, tmp_path: Path
):
    import aiohttp

    async with Sandbox.open(clock=StillClock()) as sandbox, SocketHost.open(sandbox, Outage.REFUSES) as host:
        port = free_port()
        settings = settings_for(Mode.SOCKET, sandbox, sqlite_url, tmp_path, port=port)
        url = f"http://127.0.0.1:{port}"
        async with serving(settings, settings.connection(), StillClock()), aiohttp.ClientSession() as web:
            async with web.get(f"{url}/readyz") as response:
                before = response.status, await response.text()
            async with web.get(f"{url}/metrics") as response:
                figures = await response.text()
            await host.recover()
            await sandbox.connected()
            async with web.get(f"{url}/readyz") as response:
                after = response.status

    assert before == (503, "not connected to Slack\n")
    assert "ftrag_connected 0" in figures
    assert after == 200


async def test_readiness_says_that_the_line_is_gone(sqlite_url: str, tmp_path: Path):
    import aiohttp

    async with open_bot(Mode.SOCKET, sqlite_url, tmp_path) as (_, bot, url), aiohttp.ClientSession() as web:
        async with web.get(f"{url}/readyz") as response:
            before = response.status

        async def gone() -> bool:
            return False

        bot.engine.health.connected = gone
        async with web.get(f"{url}/readyz") as response:
            after = response.status, await response.text()

    assert before == 200
    assert after == (503, "not connected to Slack\n")
