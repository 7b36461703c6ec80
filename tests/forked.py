"""The bot in processes of their own that start at once, to be killed.

Each is forked from one that has imported the program, made what a start makes ahead (`tests.made`) and done nothing
else: to import and make it anew costs every process seconds, and tests of kills need dozens. Ids, signals, exits and
what a kill leaves behind are a real process'. That `python -m bot` itself starts and ends well is tested with the
command line.
"""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

from sqlalchemy import update

from storage import Storage
from storage.tables import outbox
from storage.tenancy import ACROSS_TENANTS

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(
    ["bot.cli.serve", "bot.cli.worker", "bot.rim.server", "bot.rooms", "tests.forked", "tests.made"]
)


class Forked:
    """One `ftrag` process."""

    def __init__(self, words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self._process = _FORKS.Process(target=_become, args=(list(words), str(folder), dict(environment)), daemon=True)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """How it ended (a signal is negative), None while it runs."""
        return self._process.exitcode

    async def wait(self) -> int:
        """Wait until it ends."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode

    def terminate(self) -> None:
        """Ask it to end, as a host does."""
        self._process.terminate()

    async def kill(self) -> bool:
        """Kill it where it still runs. Says whether it died of a kill, this one or one before."""
        self._process.kill()
        return await self.wait() == -signal.SIGKILL


async def end_leases(storage: Storage, now: datetime) -> None:
    """What the dead held is free at once, as if their half minute were over."""
    leased = outbox.c.leased_by.is_not(None)
    ended = update(outbox).where(leased).values(leased_until=now - timedelta(minutes=5))
    with_all = ended.execution_options(**ACROSS_TENANTS)
    await storage._database.write(lambda connection: connection.execute(with_all))


def _become(words: list[str], folder: str, environment: dict[str, Any]) -> None:
    """In the new process: be `ftrag` with these words, there, with nothing else set."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    from bot.cli import main

    threading.Thread(target=_end_with_the_test, daemon=True).start()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = nowhere
        sys.exit(main(words))


def _end_with_the_test() -> None:
    """Where the test was killed itself, nobody is left to end this process."""
    started_by = parent_process()
    if started_by is not None:
        started_by.join()
        os._exit(1)
