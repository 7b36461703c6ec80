"""What a review's message costs with its chart, and what posting reviews leaves in memory.

    python -m tests.bench.reviews [--rounds 300]

Each message goes the whole way, from the row that is saved to the call that Slack would get, with the chart and without
it in turns: processor time is compared, of the message with the months as charts and of what told the same without a
picture, the message and its months in words; the message without its months is shown beside it.
Memory is that of two processes of their own: one posts a hundred reviews, the other none; nothing may be drawn.
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.delivery import SlackAnswer
from bot.replies import HistoryTable, Reply, ReviewResult, write_reply
from bot.sandbox.clock import StillClock
from storage import Storage, open_storage
from storage.records import Change, Delivery, DeliveryMethod
from tests.bench.due import TENANT, scheduler_of
from tests.bench.storage import say
from tests.views.examples.reviews import DECEMBER, FIXING, NOVEMBER, OCTOBER

COST_GOAL, MEMORY_GOAL = 1.05, 1.02
POSTED = 100
MONTHS = (OCTOBER, NOVEMBER, DECEMBER)


class Taking:
    """Slack's side of the wire: takes everything."""

    def __init__(self) -> None:
        self.blocks: list[int] = []

    async def call(self, _method: str, _token: str, arguments: Mapping[str, Any]) -> SlackAnswer:
        self.blocks.append(len(arguments["blocks"]))
        body = {"ok": True, "channel": arguments["channel"], "ts": f"{len(self.blocks)}.1"}
        return SlackAnswer(ok=True, body=body)


ABOUT: dict[str, Any] = {"assessment_id": "a", "name": "Support copilot", "month": "2026-12"}
BARE = ReviewResult(**ABOUT, by="U0ANA", conclusion=FIXING)
WAYS: dict[str, tuple[Reply, ...]] = {
    "bare": (BARE,),
    "in words": (BARE, HistoryTable(**ABOUT, results=MONTHS, bar=0.8, lacks_scope=False)),
    "charted": (BARE.model_copy(update={"history": MONTHS}),),
}


def row(number: int, told: Reply) -> Delivery:
    """The outcome of one review, on its way."""
    lane = f"C{number}:a"
    return Delivery(
        id=f"d{number}", tenant=TENANT, method=DeliveryMethod.POST, lane=lane, channel=f"C{number}",
        due_at=StillClock().now(), reply=write_reply(told),
    )  # fmt: skip


class Desk:
    """Posts one outcome after the other."""

    def __init__(self, storage: Storage) -> None:
        self.storage, self.clock, self.wire = storage, StillClock(), Taking()
        self.scheduler = scheduler_of(storage, self.clock, self.wire)
        self._number = 0

    async def post(self, way: str) -> float:
        """Gives the microseconds of processor time."""
        first = self._number + 1
        self._number += len(WAYS[way])
        rows = tuple(row(first + place, told) for place, told in enumerate(WAYS[way]))
        begun = time.process_time()
        await self.storage.remember(Change(tenant=TENANT, at=self.clock.now(), deliveries=rows))
        await self.scheduler.run_due()
        took = (time.process_time() - begun) * 1e6
        assert len(self.wire.blocks) == self._number, "it was posted"
        self.clock.advance(timedelta(seconds=5))
        return took


async def cost(rounds: int, folder: Path) -> float:
    """How many times as much the message costs with its chart."""
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    async with open_storage(f"sqlite:///{folder / 'cost.db'}") as storage:
        await storage.migrate()
        desk = Desk(storage)
        for turn in range(rounds):
            for way, found in times.items():
                took = await desk.post(way)
                if turn >= rounds // 10:  # the first ones warm everything up
                    found.append(took)
    bare, words, charted = (statistics.quantiles(found, n=4)[0] for found in times.values())
    say(f"A review with its charts {charted:6.0f} us CPU; without a picture {words:6.0f} us, x {charted / words:.3f}")
    say(f"  its message without the months {bare:6.0f} us, x {charted / bare:.3f}")
    return charted / words


async def work(number: int, folder: Path) -> None:
    """Post so many in this process, and tell how much memory it holds."""
    async with open_storage(f"sqlite:///{folder / 'memory.db'}") as storage:
        await storage.migrate()
        desk = Desk(storage)
        for _ in range(number):
            await desk.post("charted")
        assert not any(name.partition(".")[0] == "matplotlib" for name in sys.modules), "nothing draws"
        held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
        say(held.split()[1])


def memory() -> float:
    """How many times as much a process holds that posted a hundred reviews."""
    held: dict[int, list[int]] = {0: [], POSTED: []}
    for _ in range(3):
        for number, found in held.items():
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-m", "tests.bench.reviews", "--post", str(number), "--folder", folder]
                found.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    none, many = (statistics.median(found) / 1024 for found in held.values())
    say(f"A process that posted no review {none:.1f} MB, {POSTED} of them {many:.1f} MB, x {many / none:.3f}")
    return many / none


def main() -> int:
    """Both; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--post", type=int)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.post is not None:
        asyncio.run(work(given.post, given.folder))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        ratio = asyncio.run(cost(given.rounds, Path(folder)))
    return 0 if memory() <= MEMORY_GOAL and ratio <= COST_GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
