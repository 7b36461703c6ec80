"""Socket Mode when the line breaks: every envelope is answered, and a connection that is gone is made anew."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import Bot
from bot.rim.socket_mode import SocketLine
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Mode
from tests.bot.served import open_bot

Served = tuple[Sandbox, Bot, str]


@pytest.fixture
async def served(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    async with open_bot(Mode.SOCKET, sqlite_url, tmp_path) as opened:
        yield opened


class Ticks:
    """A sleep that ends when the test says so."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[asyncio.Event] = asyncio.Queue()

    async def sleep(self, _seconds: float) -> None:
        event = asyncio.Event()
        await self.waiting.put(event)
        await event.wait()

    async def tick(self) -> None:
        (await self.waiting.get()).set()


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


async def test_a_line_that_went_deaf_is_closed_and_dialled_anew(served: Served):
    sandbox, bot, _ = served
    ticks = Ticks()
    line = SocketLine(bot, "xapp-sandbox", sleep=ticks.sleep)
    await line.connect()
    await sandbox.connected(2)
    watch = asyncio.create_task(line.watch())
    assert line._client is not None
    first = line._client
    first.stale = True
    first.auto_reconnect_enabled = first.default_auto_reconnect_enabled = False

    for _ in range(3):
        await ticks.tick()
    await ticks.waiting.get()  # it looks again, so it has dialled anew
    connected = await line.is_connected()
    watch.cancel()
    await line.close()

    assert connected
    assert first.closed


async def test_while_slack_cannot_be_reached_it_dials_again_with_longer_waits(served: Served):
    sandbox, bot, _ = served
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    sandbox.fail("apps.connections.open", "503", times=4)
    line = SocketLine(bot, "xapp-sandbox", sleep=sleep)
    await line.connect()
    await line.close()

    assert len(waits) == 4
    assert waits == sorted(waits)


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
