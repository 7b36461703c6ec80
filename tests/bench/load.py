"""Fifty mixed requests a second, the start and the memory, beside Bolt with sqlmodel and one SQLite insert a request.

    python -m tests.bench.load [--seconds 30] [--rate 50] [--starts 5] [--rounds 5]

Status, help, new interviews, answers, mentions and looks at the Home, of people in 200 channels, 20 in flight at most;
Slack is stood in for by a process of its own. The floor gets the same requests, in turns with ours. What was kept is
counted in the database. Wall time is judged here, since people wait in it: on a busy machine the ratios say more.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import aiohttp

from tests.bench._mixed import CHANNELS, Mixed, kept_in, kind_of, open_in
from tests.bench.server import Server, headers, say, started
from tests.bot.served import SECRET

IN_FLIGHT = 20
IN_TIME = 3.0
_AT_THE_START = 8
"""Seconds in which all is made that is made ahead."""
FLOOR = ("-m", "tests.bench._floor", "insert")


@dataclass
class Asked:
    """What was answered, and how soon."""

    answers: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    kept: int = 0
    """How many should stand in the database: all that were taken but looks at the Home."""

    async def ask(self, web: aiohttp.ClientSession, server: Server, raw: bytes, kind: str) -> bool:
        """One request. Says whether it was taken."""
        begun = time.perf_counter()
        async with web.post(f"{server.url}/slack/events", data=raw, headers=headers(raw, signed=True)) as response:
            text = await response.text()
        self.seconds.append(time.perf_counter() - begun)
        why = "taken" if response.status == 200 and not text else "not taken"
        self.answers[why] += 1
        self.kept += why == "taken" and kind != "home"
        return why == "taken"

    @property
    def late(self) -> int:
        """How many were answered later than Slack waits."""
        return sum(took > IN_TIME for took in self.seconds)

    @property
    def p99(self) -> float:
        """Seconds in which 99 of 100 were answered."""
        return statistics.quantiles(self.seconds, n=100)[98]


async def steadily(server: Server, mixed: Mixed, numbers: range, rate: float) -> Asked:
    """These requests at so many a second; where too many are in flight the next one waits."""
    asked, hands = Asked(), asyncio.Semaphore(IN_FLIGHT)

    async def one(web: aiohttp.ClientSession, number: int) -> None:
        try:
            await asked.ask(web, server, mixed.request(number), kind_of(number))
        finally:
            hands.release()

    async with aiohttp.ClientSession() as web, asyncio.TaskGroup() as group:
        begun = time.perf_counter()
        for place, number in enumerate(numbers):
            await asyncio.sleep(max(begun + place / rate - time.perf_counter(), 0))
            await hands.acquire()
            group.create_task(one(web, number))
    return asked


@asynccontextmanager
async def slack() -> AsyncIterator[str]:
    """A Slack that takes everything; gives its address."""
    async with started("-m", "tests.bench._slack", ready="/api/api.test") as server:
        yield server.url


def settings(slack_url: str, folder: Path) -> dict[str, str]:
    """Ours, in front of that Slack."""
    return {
        "SLACK_BOT_TOKEN": "xoxb-sandbox",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{slack_url}/api/",
        "FTRAG_DATA": str(folder),
        "HOST": "127.0.0.1",
        "LOG_LEVEL": "ERROR",
    }


async def worked_off(database: Path, patience: float = 60.0) -> bool:
    """Wait until everything that was kept is worked off."""
    async with asyncio.timeout(patience):
        while open_in(database):
            await asyncio.sleep(0.1)
    return True


async def starts(slack_url: str, times: int, folder: Path) -> None:
    """From the start of the process to its first answer, in turns; the databases are there from a start before."""
    sides = (("-m", "bot"), settings(slack_url, folder)), (FLOOR, {"FLOOR_DATABASE": str(folder / "floor.db")})
    taken: list[list[tuple[float, float]]] = [[], []]
    for number in range(times + 1):
        for (command, environment), all_ in zip(sides, taken, strict=True):
            async with started(*command, **environment) as server:
                if number:
                    all_.append((server.started, server.cpu()))
    ours, floor = taken
    wall, cpu = (
        statistics.median(one[at] / least[at] for one, least in zip(ours, floor, strict=True)) for at in (0, 1)
    )
    seconds, least = (statistics.median(each[0] for each in side) for side in taken)
    say(f"start to first ack     ours {seconds:.2f} s, floor {least:.2f} s: x {wall:.2f} (goal 1.7), CPU x {cpu:.2f}")


async def at_the_start(slack_url: str, rate: int, folder: Path) -> bool:
    """Requests from the first ack on, while what answers them is still made ahead; says whether none was late."""
    async with started("-m", "bot", **settings(slack_url, folder)) as us:
        mixed, first = Mixed(folder / "ftrag.db", f"{slack_url}/respond/1"), range(10)
        async with aiohttp.ClientSession() as web:
            for number in first:
                await Asked().ask(web, us, mixed.command(number, "assess"), "assess")
        asked = await steadily(us, mixed, range(100, 100 + _AT_THE_START * rate), rate)
    name, longest = f"{rate} a second at the start", max(asked.seconds)
    say(f"{name:22} p99 {asked.p99 * 1e3:.0f} ms, longest {longest * 1e3:.0f} ms, {asked.late} over 3 s")
    return not asked.late


async def load(slack_url: str, seconds: float, rate: int, rounds: int, folder: Path) -> bool:
    """The same requests to both, in turns; says whether nothing was lost or late."""
    numbers, database = count(10_000), folder / "ftrag.db"
    async with (
        started(*FLOOR, FLOOR_DATABASE=str(folder / "floor.db")) as floor,
        started("-m", "bot", **settings(slack_url, folder)) as us,
    ):
        mixed, plain = Mixed(database, f"{slack_url}/respond/1"), Mixed(None, f"{slack_url}/respond/1")
        async with aiohttp.ClientSession() as web:
            for _ in range(CHANNELS // 4):
                number = next(numbers)
                await Asked().ask(web, us, mixed.command(number, "assess"), "assess")
        await worked_off(database)
        before, total, floors, ratios = kept_in(database), Asked(), Asked(), []
        for _ in range(rounds):
            some = range(first := next(numbers), first + int(seconds / rounds * rate))
            numbers = count(some.stop)
            least, ours = await steadily(floor, plain, some, rate), await steadily(us, mixed, some, rate)
            ratios.append(ours.p99 / least.p99)
            for all_, part in ((total, ours), (floors, least)):
                all_.answers += part.answers
                all_.seconds += part.seconds
                all_.kept += part.kept
        await worked_off(database)
        lost = total.kept - (kept_in(database) - before)
        report(rate, total, floors, statistics.median(ratios), lost)
        memory, least_memory = us.memory(), floor.memory()
        ratio = f"x {memory / least_memory:.2f} (goal 1.4)"
        say(f"memory after the load  ours {memory:.0f} MiB, floor {least_memory:.0f} MiB: {ratio}")
    return not lost and not total.late


def report(rate: int, ours: Asked, floor: Asked, ratio: float, lost: int) -> None:
    """What people waited, and what became of what they sent."""
    for name, asked in ((f"{rate} mixed a second", ours), ("the floor's", floor)):
        say(f"{name:22} p50 {statistics.median(asked.seconds) * 1e3:.1f} ms, p99 {asked.p99 * 1e3:.1f} ms")
    told = ", ".join(f"{number} {why}" for why, number in sorted(ours.answers.items()))
    say(f"{'':22} p99 x {ratio:.2f} (goal 2.5); {told}, {ours.late} over 3 s, {lost} lost")


async def main() -> int:
    """Both; 1 where anything was lost or late."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ftrag-bench-") as name:
        async with slack() as url:
            await starts(url, given.starts, Path(name))
            is_early = await at_the_start(url, given.rate, Path(name) / "early")
            return 0 if await load(url, given.seconds, given.rate, given.rounds, Path(name)) and is_early else 1


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
