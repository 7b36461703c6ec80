"""What a process says of itself, and to whom: how late its event loop runs, and which pages there are at all."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import Bot, build_app
from bot.engine import build_engine
from bot.health import Health
from bot.rim.oauth import BACK, INSTALL
from bot.rim.results import PATH as RESULTS
from bot.rim.server import EVENTS, build_web
from bot.sandbox.clock import StillClock
from bot.sandbox.person import Sandbox
from bot.setup.settings import Mode, Settings
from storage import Storage, new_encryption_key, open_storage
from tests.bot.served import settings_for


class EnoughError(Exception):
    """Ends the watch."""


async def test_the_figures_say_how_late_the_event_loop_ran(sqlite_storage: Storage):
    health = Health(outbox=sqlite_storage.outbox, clock=StillClock(), scheduler=None)
    times: Iterator[float] = iter([0.0, 0.5, 10.0, 12.75, 20.0, 20.5, 30.0])
    looks = iter(range(3))

    async def sleep(_seconds: float) -> None:
        if next(looks, None) is None:
            raise EnoughError

    with pytest.raises(EnoughError):
        await health.watch_loop(sleep, lambda: next(times))

    assert "ftrag_loop_lag_seconds 2.250" in await health.metrics(), "the worst of the last minute"


@pytest.mark.parametrize(
    ("mode", "pages"),
    [(Mode.HTTP, {EVENTS}), (Mode.OAUTH, {EVENTS, INSTALL, BACK}), (Mode.SOCKET, set())],
)
async def test_from_outside_there_is_nothing_but_these_pages(
    mode: Mode, pages: set[str], sqlite_url: str, tmp_path: Path
):
    async with Sandbox.open() as sandbox, serving_nothing(mode, sandbox, sqlite_url, tmp_path) as (bot, settings):
        routes = build_web(bot, settings, settings.connection()).router.routes()
        found = {(route.method, route.resource.canonical) for route in routes if route.resource}

    assert {path for _, path in found} == pages | {"/healthz", "/readyz", "/metrics", RESULTS}
    assert {method for method, path in found if path not in {EVENTS, RESULTS}} <= {"GET", "HEAD"}
    assert {method for method, path in found if path in {EVENTS, RESULTS}} <= {"POST"}


@asynccontextmanager
async def serving_nothing(
    mode: Mode, sandbox: Sandbox, database: str, folder: Path
) -> AsyncIterator[tuple[Bot, Settings]]:
    """A bot that is put together and not connected."""
    settings = settings_for(mode, sandbox, database, folder)
    async with open_storage(database, encryption_key=new_encryption_key()) as storage:
        connection = settings.connection()
        bot = build_app(build_engine(connection, storage, StillClock()), connection)
        yield bot, settings
        await bot.engine.close(1)
