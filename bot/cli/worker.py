"""`ftrag worker`: due work only, beside web processes that run with FTRAG_WORKER=separate. As many as are wanted."""

import argparse
import asyncio
import sys
from datetime import timedelta

from bot.cli.serve import stop_signal, wants_json
from bot.runtime.clock import SystemClock
from bot.runtime.logs import configure_logs
from bot.runtime.memory import share_one_heap
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import Mode, Settings, SettingsError, read_settings
from storage.errors import StorageError

_LOOK_EVERY = timedelta(milliseconds=250)
"""What people wait for is saved by another process, which cannot wake this one."""
_FINISHING = 8.0


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(_arguments: argparse.Namespace) -> int:
    """Work until Ctrl-C or SIGTERM; 1 with one sentence where it cannot start."""
    try:
        settings = read_settings()
        configure_logs(settings.log_level, as_json=wants_json(settings))
        share_one_heap()
        asyncio.run(_work(settings))
    except (SettingsError, RulebookError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


async def _work(settings: Settings) -> None:
    from bot.engine import build_engine
    from bot.rim.server import beside, introduce
    from bot.runtime.failpoint import failpoints
    from bot.setup.keys import encryption_key
    from storage import open_storage

    if settings.mode is Mode.SANDBOX:
        raise SettingsError("A worker needs Slack's settings; the sandbox (`ftrag serve`) delivers by itself.")
    stop = stop_signal()
    key = encryption_key(settings) if settings.mode is Mode.OAUTH else None
    async with open_storage(settings.database, encryption_key=key) as storage:
        await storage.migrate()
        engine = build_engine(
            settings.connection(),
            storage,
            SystemClock(),
            framework=read_rulebook(settings.ftrag_rules),
            reach=failpoints(settings.ftrag_failpoint),
            look_every=_LOOK_EVERY,
            settings=settings,
        )
        try:
            await introduce(engine)
            async with beside(engine.scheduler.run(), "scheduler"):
                print("ftrag worker is ready.", flush=True)
                await stop.wait()
                await engine.close(_FINISHING)
        finally:
            await engine.wire.close()
