"""`ftrag backup FILE`: a checked copy of a SQLite database, made while the bot goes on working."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.setup.settings import Settings, SettingsError, read_settings
from storage.errors import StorageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, help="where the copy goes; it must not exist yet")


def run(arguments: argparse.Namespace) -> int:
    """Back up; 1 with one sentence where that fails."""
    try:
        print(asyncio.run(_back_up(read_settings(), arguments.file)))
    except (SettingsError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{arguments.file}: {error.strerror}. Nothing was copied.\n")
        return 1
    return 0


async def _back_up(settings: Settings, file: Path) -> str:
    from storage import open_storage

    async with open_storage(settings.database) as storage:
        made = await storage.backup(file)
    rows = ", ".join(f"{count} {table}" for table, count in sorted(made.rows.items()) if count)
    return f"{file}: sound, with {rows or 'no rows yet'}."
