"""The host of Slack's sockets goes away and comes back: how long the bot stays deaf, and whether posts go on meanwhile.

python -m tests.soak.socket_outage [--long 600]

Each kind of outage, at the start and in service, for 8 seconds and (refusing only) for ten minutes, with the waits of
earnest. Held: connected again within 15 seconds of the host's return, a click taken then, /readyz and the metric true
throughout.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from bot.rim.server import serving
from bot.runtime.clock import SystemClock
from bot.runtime.logs import configure_logs
from bot.sandbox.clock import RunningClock
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Mode
from storage import open_storage
from tests.bot.served import settings_for
from tests.bot.socket_host import Outage, SocketHost
from tests.ports import free_port

WITHIN = 15.0
NOTICED = 16.0
"""A host that falls silent is found out by a ping without an answer."""


async def outage(kind: Outage, seconds: float, folder: Path, *, at_start: bool) -> bool:
    """One outage; says whether all of it held."""
    database = f"sqlite:///{folder}/ftrag.db"
    async with open_storage(database) as storage:
        await storage.migrate()
    port = free_port()
    async with (
        Sandbox.open(clock=RunningClock()) as sandbox,
        SocketHost.open(sandbox, kind if at_start else None) as host,
    ):
        settings = settings_for(Mode.SOCKET, sandbox, database, folder, port=port)
        async with serving(settings, settings.connection(), SystemClock()):
            if not at_start:
                await sandbox.connected()
                await host.break_down(kind)
            told = at_start and await _ready(port) is False
            begun = time.monotonic()
            while time.monotonic() - begun < seconds:
                await asyncio.sleep(0.5)
                told = told or await _ready(port) is False
            await host.recover()
            back = time.monotonic()
            while not await _ready(port):
                await asyncio.sleep(0.05)
            took = time.monotonic() - back
            failure = await sandbox.say(ANA, SUPPORT, "/ftrag help")
    is_told = told or (kind is Outage.SILENT and seconds < NOTICED)
    held = took <= WITHIN and is_told and failure is None
    when = "at the start" if at_start else "in service"
    sys.stdout.write(
        f"{'held ' if held else 'BROKE'} {kind.name.lower()} {when} for {seconds:.0f} s: "
        f"connected again after {took:.1f} s, readyz told it: {'yes' if told else 'no'}\n"
    )
    sys.stdout.flush()
    return held


async def _ready(port: int) -> bool:
    async with aiohttp.ClientSession() as web:
        async with web.get(f"http://127.0.0.1:{port}/readyz") as response:
            ready = response.status == 200
        async with web.get(f"http://127.0.0.1:{port}/metrics") as response:
            assert f"ftrag_connected {int(ready)}" in await response.text()
    return ready


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", type=float, default=600.0, help="seconds of the long outage; 0 leaves it out")
    given = parser.parse_args()
    configure_logs("ERROR", as_json=False)
    trials = [(kind, 8.0, at_start) for kind in Outage for at_start in (True, False)]
    trials += [(Outage.SILENT, 20.0, False)]
    if given.long:
        trials += [(Outage.REFUSES, given.long, at_start) for at_start in (True, False)]
    well = True
    for kind, seconds, at_start in trials:
        with tempfile.TemporaryDirectory(prefix="ftrag-soak-") as folder:
            well &= await outage(kind, seconds, Path(folder), at_start=at_start)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
