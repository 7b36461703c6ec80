"""Offices on every engine and transport, and one browser for all pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests import chromium
from tests.e2e.office import Office, open_office

expect.set_options(timeout=20_000)  # spent only where a test fails, however busy the machine is
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The system's Chromium, started once."""
    path = chromium.find()
    if path is None:
        pytest.fail("These tests need Chromium: apt-get install chromium")
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        await started.close()
