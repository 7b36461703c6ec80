"""Due work at scale: ten thousand reviews due at once go out at the pace that Slack allows, in flat memory.

    python -m tests.bench.due [--rows 10000] [--find 1000000]

The clock is simulated: it jumps to the moment at which something can be done, so hours of pacing take the time of the
work itself. Slack is a stand-in for the wire alone: it counts what arrives, and answers 429 now and then, and whatever
comes before its Retry-After is over is a fault. Finding due work among a million scheduled rows is measured in
turns with a few, on both engines, in the tables that tests.bench.storage fills.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections import Counter, deque
from collections.abc import Awaitable, Mapping
from datetime import datetime, timedelta
from typing import Any

import psycopg

from bot.delivery import Courier, Deliverer, SlackAnswer
from bot.delivery.scheduler import Scheduler
from bot.replies import ReviewNudge, write_reply
from bot.sandbox.clock import StillClock
from bot.showing.screens import BlockKitScreens
from storage import Storage, open_storage
from storage.records import Change, Delivery, DeliveryMethod, Tenant
from tests.bench.storage import FEW, _fill
from tests.postgres_server import postgres
from tests.storage.samples import NOON

CHANNELS = 500
FIND_GOAL, RATIO_GOAL, ROUNDS = 5.0, 1.3, 101
RETRY_AFTER = 30.0
MINUTE = timedelta(minutes=1)
A_MINUTE = 64
"""One post a second into a channel, after a burst of four."""
TENANT = Tenant(team="T1")


class CountingWire:
    """Slack's side of the wire: what came, when, and how often it came too soon."""

    def __init__(self, clock: StillClock) -> None:
        self.posts: Counter[str] = Counter()
        self.limited = 0
        self.too_soon = 0
        self.most_a_minute = 0
        """The most posts that one channel got within a minute."""
        self._clock = clock
        self._chance = random.Random(1)  # noqa: S311 - only to be repeatable
        self._held = clock.now()
        self._came: dict[str, deque[datetime]] = {}

    async def call(self, _method: str, _token: str, arguments: Mapping[str, Any]) -> SlackAnswer:
        """chat.postMessage."""
        now, channel = self._clock.now(), str(arguments["channel"])
        if now < self._held:
            self.too_soon += 1
        if self._chance.random() < 0.002:
            self.limited += 1
            self._held = now + timedelta(seconds=RETRY_AFTER)
            return SlackAnswer(ok=False, error="ratelimited", retry_after=RETRY_AFTER)
        came = self._came.setdefault(channel, deque())
        came.append(now)
        while came[0] <= now - MINUTE:
            came.popleft()
        self.most_a_minute = max(self.most_a_minute, len(came))
        self.posts[str(arguments["metadata"]["event_payload"]["delivery"])] += 1
        return SlackAnswer(ok=True, body={"ok": True, "channel": channel, "ts": f"{sum(self.posts.values())}.1"})


def channel_of(at: int) -> str:
    """Every fourth post goes into one busy channel, the others into many."""
    return "C00000" if at % 4 == 0 else f"C{1 + at % CHANNELS:05}"


def rows(number: int, now: datetime) -> list[Delivery]:
    """So many posts due at once, over some hundreds of channels."""
    told = write_reply(ReviewNudge(assessment_id="a", name="Support", month="2026-12", owner="U0ANA", in_thread=True))
    return [
        Delivery(
            id=f"d{at}",
            tenant=TENANT,
            method=DeliveryMethod.POST,
            lane=f"{channel_of(at)}:a{at}",
            due_at=now,
            reply=told,
            channel=channel_of(at),
        )
        for at in range(number)
    ]


async def drain(url: str, number: int) -> bool:
    """Send them all; says whether each arrived once, at Slack's pace, in flat memory."""
    clock = StillClock()
    wire = CountingWire(clock)
    async with open_storage(url) as storage:
        await storage.migrate()
        await storage.remember(Change(tenant=TENANT, at=clock.now(), deliveries=tuple(rows(number, clock.now()))))
        scheduler = scheduler_of(storage, clock, wire)
        started_at, started = clock.now(), time.perf_counter()
        tracemalloc.start()
        levels = await _work(storage, scheduler, clock, wire, number)
        growth = max(levels) - levels[0]
        tracemalloc.stop()
    took, simulated = time.perf_counter() - started, clock.now() - started_at
    doubled = sum(count > 1 for count in wire.posts.values())
    sys.stdout.write(
        f"  {number:,} due at once: {len(wire.posts):,} arrived, {doubled} doubled, in {simulated} of simulated time "
        f"({took:.0f} s of work)\n  at most {wire.most_a_minute} posts a minute into one channel; "
        f"429 {wire.limited} times, {wire.too_soon} calls before Retry-After was over\n"
        f"  memory {levels[0] / 1e6:.1f} MB at the start, at most {growth / 1e6:+.1f} MB\n"
    )
    is_paced = wire.most_a_minute <= A_MINUTE
    return len(wire.posts) == number and not doubled and not wire.too_soon and is_paced and growth < 8e6


async def _work(
    storage: Storage, scheduler: Scheduler, clock: StillClock, wire: CountingWire, number: int
) -> list[float]:
    levels: list[float] = []
    while len(wire.posts) < number:
        await scheduler.run_due()
        if not levels or len(levels) * number // 20 < len(wire.posts):
            levels.append(tracemalloc.get_traced_memory()[0])
        following = await storage.outbox.next_due(clock.now())
        if following is None:
            break
        clock.advance(max(following - clock.now(), timedelta(milliseconds=1)))
    return levels


def scheduler_of(storage: Storage, clock: StillClock, wire: Any) -> Scheduler:
    """What posts at the pace of Slack, over this wire."""

    async def token(_tenant: Tenant) -> str:
        return "xoxb-bench"

    async def nothing(*_anything: Any) -> None:
        return None

    deliverer = Deliverer(
        wire=wire, screens=BlockKitScreens(), find_message=storage.outbox.message, find_token=token, clock=clock
    )
    courier = Courier(
        outbox=storage.outbox,
        deliverer=deliverer,
        clock=clock,
        owner="bench",
        run=nothing,
        tell_failed=nothing,
        tell_paused=nothing,
    )
    return Scheduler(outbox=storage.outbox, carry=courier.carry, clock=clock, owner="bench")


async def find(engine: str, few_url: str, many_url: str, number: int) -> bool:
    """Finding due work among very many scheduled rows against a few, in turns, so that both meet the same noise.

    To look is to learn that there is something due; to claim also waits for the disk, as any commit does.
    """
    async with open_storage(few_url) as few, open_storage(many_url) as many:
        for storage, rows_there in ((few, FEW), (many, number)):
            await storage.migrate()
            await storage._database.rebuild(_fill, rows_there)
        await asyncio.to_thread(_settle, few_url, many_url)
        times: dict[str, list[float]] = {name: [] for name in ("look few", "look many", "claim few", "claim many")}
        for _ in range(ROUNDS):
            for name, storage in (("few", few), ("many", many)):
                times[f"look {name}"].append(await _timed(storage.outbox.next_due(NOON)))
                times[f"claim {name}"].append(await _timed(storage.outbox.claim("bench", NOON, 10, MINUTE)))
                await storage.outbox.release("bench")
    typical = {name: statistics.median(found) * 1e3 for name, found in times.items()}
    sys.stdout.write(f"  {engine}, {number:,} rows of which 100 are due (and {FEW:,} rows)\n")
    for name in ("look", "claim"):
        much, little = typical[f"{name} many"], typical[f"{name} few"]
        sys.stdout.write(f"    {name:6} {much:5.2f} ms ({little:.2f} ms), x {much / little:.2f}\n")
    sys.stdout.flush()
    return typical["look many"] < FIND_GOAL and typical["claim many"] < RATIO_GOAL * typical["claim few"]


async def _timed(step: Awaitable[object]) -> float:
    started = time.perf_counter()
    await step
    return time.perf_counter() - started


def _settle(*urls: str) -> None:
    """Let PostgreSQL do at once what it does after a while by itself; a fresh table of a million is not usual."""
    for url in urls:
        if not url.startswith("sqlite"):
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("VACUUM ANALYZE")


async def main() -> int:
    """Both; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--only", choices=("find", "drain"))
    parser.add_argument("--find", type=int, default=1_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, postgres() as databases:
        is_well = True
        if given.only != "drain":
            sys.stdout.write("Finding due work:\n")
            is_well &= await find("SQLite", f"sqlite:///{name}/few.db", f"sqlite:///{name}/many.db", given.find)
            is_well &= await find("PostgreSQL", databases("few"), databases("many"), given.find)
        if given.only != "find":
            sys.stdout.write("Draining, SQLite:\n")
            is_well &= await drain(f"sqlite:///{name}/drain.db", given.rows)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
