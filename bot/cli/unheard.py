"""`ftrag unheard`: typed lines that were not understood, where FTRAG_KEEP_UNHEARD keeps them."""

import argparse
import asyncio
import sys
from collections import Counter
from typing import TYPE_CHECKING

from bot.setup.settings import Settings, SettingsError, read_settings
from storage.errors import StorageError

if TYPE_CHECKING:
    from storage.records import UnheardLine

_MOST = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--team", required=True, help="the workspace's id, T…")
    parser.add_argument("--enterprise", metavar="E…", default="", help="not needed: the workspace's id is enough")


def run(arguments: argparse.Namespace) -> int:
    """Print them, newest first; 1 with one sentence where that fails."""
    try:
        settings = read_settings()
        lines = asyncio.run(_lines(settings, arguments))
    except (SettingsError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for line in lines:
        print(f"{line.at:%Y-%m-%d %H:%M}  {line.what}  {line.fact or '-'}  {line.text}")
    print(_summary(lines, settings))
    return 0


async def _lines(settings: Settings, arguments: argparse.Namespace) -> "tuple[UnheardLine, ...]":
    from storage import open_storage, readable_address
    from storage.records import Tenant

    tenant = Tenant(team=arguments.team)
    with readable_address(settings.database) as address:
        async with open_storage(address) as storage:
            return await storage.unheard.newest(tenant, _MOST)


def _summary(lines: "tuple[UnheardLine, ...]", settings: Settings) -> str:
    """How many of each kind; where there are none, whether they are kept at all."""
    if lines:
        counts = Counter(line.what for line in lines)
        return f"{len(lines)} not understood: {', '.join(f'{what} {count}' for what, count in counts.most_common())}."
    if settings.ftrag_keep_unheard:
        return "No line of that workspace is kept."
    return "No line of that workspace is kept: they are only counted. Set FTRAG_KEEP_UNHEARD=1 to keep their text."
