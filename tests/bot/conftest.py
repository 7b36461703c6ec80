"""What most tests of the bot begin with: rooms, desks, counters, houses, and a bot that is served."""

import asyncio
import io
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest
import structlog

from bot.runtime.logs import configure_logs
from bot.setup.settings import Mode
from storage import Storage, open_storage
from tests.bot.counter import Counter
from tests.bot.desk import Desk, open_desk
from tests.bot.house import House
from tests.bot.recorded import furnish
from tests.bot.room import COPILOT, Room
from tests.bot.served import Served, open_bot
from tests.bot.stand_in import StandIn, open_endpoint


@pytest.fixture
def room() -> Room:
    """A room in which an interview has begun."""
    room = Room()
    room.start()
    return room


@pytest.fixture(scope="session")
def _held() -> Room:
    """A room with the interview held to its verdict, which each test copies."""
    room = Room()
    room.start()
    room.interview(COPILOT)
    return room


@pytest.fixture
def decided(_held: Room) -> Room:
    """The same with the interview held to its verdict."""
    return _held.copy()


@pytest.fixture
async def desk(sqlite_storage: Storage) -> AsyncIterator[Desk]:
    """A desk in a workspace that granted everything."""
    async with open_desk(sqlite_storage) as opened:
        yield opened


@pytest.fixture
async def blind(sqlite_storage: Storage) -> AsyncIterator[Desk]:
    """A desk in a workspace that granted no history scope."""
    async with open_desk(sqlite_storage, history=False) as opened:
        yield opened


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything that is logged, at DEBUG, as JSON."""
    root = logging.getLogger()
    before, level = root.handlers, root.level
    stream = io.StringIO()
    configure_logs("DEBUG", as_json=True, stream=stream)
    yield stream
    root.handlers, root.level = before, level
    structlog.reset_defaults()


@pytest.fixture
def counter(sqlite_storage: Storage) -> Counter:
    """A counter whose storage is on SQLite."""
    return Counter(sqlite_storage)


@pytest.fixture
def asking() -> Room:
    """A room in which the freshness of the truth is asked."""
    room = Room()
    room.start()
    room.open("freshness")
    return room


@pytest.fixture
def house(storage: Storage) -> House:
    """A house where people look at their Homes, once on each engine."""
    return House(storage)


@pytest.fixture
async def endpoint() -> AsyncIterator[StandIn]:
    """An endpoint of a language model on this machine."""
    async with open_endpoint() as opened:
        yield opened


@pytest.fixture
async def served(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    """A bot that is served over HTTP."""
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    """Whoever asks the bot over HTTP."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory, _sqlite_template: Path) -> Path:
    """A database in which all is as it was when the payloads were recorded; a test copies it."""
    path = Path(shutil.copyfile(_sqlite_template, tmp_path_factory.mktemp("furnished") / "ftrag.db"))

    async def fill() -> None:
        async with open_storage(f"sqlite:///{path}") as storage:
            await furnish(storage)

    asyncio.run(fill())
    return path


@pytest.fixture
async def furnished_storage(furnished: Path, tmp_path: Path) -> AsyncIterator[Storage]:
    """An open storage on a copy of it."""
    async with open_storage(f"sqlite:///{shutil.copyfile(furnished, tmp_path / 'ftrag.db')}") as opened:
        yield opened
