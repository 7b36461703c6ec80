"""How much a bot grows with what it has answered: 5,000 mixed requests, then up to 50,000, of people in 200 channels.

python -m tests.soak.growth [--first 5000] [--last 50000] [--rate 100]

Held: what it takes of memory after the last is at most a tenth above what it takes after the first.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

import aiohttp

from tests.bench._mixed import CHANNELS, Mixed
from tests.bench.load import Asked, settings, slack, steadily, worked_off
from tests.bench.server import started

MOST = 1.1


async def grow(first: int, last: int, rate: float, folder: Path) -> bool:
    """One process from its start on; says whether it stayed within its bounds."""
    database, marks = folder / "ftrag.db", list[tuple[int, float]]()
    async with slack() as url, started("-m", "bot", **settings(url, folder)) as us:
        mixed, asked, done = Mixed(database, f"{url}/respond/1"), Asked(), 0
        async with aiohttp.ClientSession() as web:
            for number in range(1, CHANNELS // 4):
                await asked.ask(web, us, mixed.command(number, "assess"), "assess")
        while done < last:
            some = range(10_000 + done, 10_000 + min(done + first, last))
            part = await steadily(us, mixed, some, rate)
            asked.answers += part.answers
            done += len(some)
            await worked_off(database, patience=300.0)
            marks.append((done, us.memory()))
            sys.stdout.write(f"      {done} requests: {us.memory():.0f} MiB, {dict(asked.answers)}\n")
            sys.stdout.flush()
    (_, least), (_, most) = marks[0], max(marks, key=lambda mark: mark[1])
    held = most <= MOST * least
    sys.stdout.write(f"{'held ' if held else 'BROKE'} memory {least:.0f} MiB -> {most:.0f} MiB: x {most / least:.2f}\n")
    return held


async def main() -> int:
    """The run; 1 where it grew too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=5000)
    parser.add_argument("--last", type=int, default=50_000)
    parser.add_argument("--rate", type=float, default=100.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ftrag-soak-") as name:
        return 0 if await grow(given.first, given.last, given.rate, Path(name)) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
