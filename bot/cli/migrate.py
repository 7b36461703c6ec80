"""`ftrag migrate`: the tables of this release, in the database of the settings (the `release` step of a Procfile)."""

import argparse
import asyncio
import sys

from bot.setup.settings import Settings, SettingsError, read_settings
from storage import Storage
from storage.errors import StorageError, Unavailable


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(_arguments: argparse.Namespace) -> int:
    """Migrate; 1 with one sentence where that fails, and then nothing was changed."""
    try:
        print(asyncio.run(_migrate(read_settings())))
    except (SettingsError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


async def _migrate(settings: Settings) -> str:
    from storage import open_storage

    async with open_storage(settings.database) as storage:
        before = await _version(storage)
        await storage.migrate()
        now = (await storage.schema()).head
    if before == now:
        return f"The tables are at {now} already."
    return f"The tables are at {now} now; they were {f'at {before}' if before else 'not there'}."


async def _version(storage: Storage) -> str | None:
    """The version of the tables, or None where there are none, or no file yet."""
    try:
        return (await storage.schema()).current
    except Unavailable:
        return None
