"""What most tests of the bot begin with: a room with an interview under way or decided, and a desk of deliveries."""

from collections.abc import AsyncIterator

import pytest

from storage import Storage
from tests.bot.desk import Desk, open_desk
from tests.bot.room import COPILOT, Room


@pytest.fixture
def room() -> Room:
    """A room in which an interview has begun."""
    room = Room()
    room.start()
    return room


@pytest.fixture
def decided(room: Room) -> Room:
    """The same with the interview held to its verdict."""
    room.interview(COPILOT)
    return room


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
