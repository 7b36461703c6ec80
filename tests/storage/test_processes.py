"""Several processes share the work: nothing is claimed twice, and what a dead one held is not lost."""

import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path

from storage import Storage
from tests.storage.samples import MINUTE, NOON, change, delivery

ROOT = Path(__file__).parents[2]


def start(url: str, name: str, end: str = "work") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.storage.worker", url, name, end]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


async def claimed(*workers: subprocess.Popen[str]) -> list[tuple[str, str]]:
    """Let them all go at once; what they claimed and for the how-manieth time, in the order of claiming."""
    said = await asyncio.gather(*(asyncio.to_thread(worker.communicate, "go\n", 120) for worker in workers))
    lines = sorted((line.split() for out, _ in said for line in out.splitlines()), key=lambda line: int(line[0]))
    return [(row, attempts) for _, row, attempts in lines]


async def test_two_processes_claim_every_row_once_and_keep_the_order_of_each_lane(storage: Storage, database_url: str):
    rows = [delivery(f"{lane}-{place:02}", lane=str(lane)) for place in range(10) for lane in range(12)]
    await storage.remember(change(deliveries=rows))

    order = await claimed(start(database_url, "one"), start(database_url, "two"))

    assert Counter(order) == Counter((row.id, "1") for row in rows)
    for lane in range(12):
        places = [row for row, _ in order if row.startswith(f"{lane}-")]
        assert places == sorted(places)
    assert await storage.outbox.pending_count() == 0


async def test_what_a_killed_process_held_is_claimed_again_when_its_lease_is_over(storage: Storage, database_url: str):
    await storage.remember(change(deliveries=[delivery(f"D-{n}", lane=f"lane-{n}") for n in range(20)]))
    held = await claimed(start(database_url, "dies", "die"))
    assert len(held) == 5

    rows = await storage.outbox.claim("survivor", NOON, 100, MINUTE)

    assert len({row.id for row in rows}) == len(rows) == 20
    assert sorted((row.id, "1") for row in rows if row.in_doubt) == sorted(held)
