"""`ftrag migrate`: the tables of this release, in the database of the settings (the `release` step of a Procfile)."""

import argparse
import asyncio
import sys

from bot.settings import Settings, SettingsError, read_settings
from storage.errors import StorageError


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
        before = await storage.schema()
        if before.is_current:
            return f"The tables are at {before.head} already."
        await storage.migrate()
        return f"The tables are at {before.head} now; they were {before.current or 'not there'}."
