"""Offices on every engine and transport."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.office import Office, open_office


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """The bot on SQLite, over Socket Mode."""
    async with open_office(sqlite_url, tmp_path) as opened:
        yield opened


@pytest.fixture(params=["socket", "http"])
async def any_office(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """The bot on each database, over each transport."""
    async with open_office(database_url, tmp_path, request.param) as opened:
        yield opened
