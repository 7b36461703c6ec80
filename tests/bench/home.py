"""How long a Home takes of our own time, for a member of channels with 2,000 decisions and with fifty.

    python -m tests.bench.home [--decisions 2000]

From the event to the row in the outbox, as the advisor does it (note the viewer, read, make, save), and on to the
blocks that Slack gets. Slack's answer to "which channels" is there at once. The floor is one ORM insert and commit,
in turns with it. Processor time is judged, for others use this machine too; wall time is shown. The decisions are
whole: verdicts, roadmaps, golden tasks, schedules, reviews, failures.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from bot.advisor import Advisor
from bot.commands import AppHomeOpened
from bot.sandbox.clock import StillClock
from bot.showing.screens import BlockKitScreens
from bot.slack.membership import Membership, Told
from rules import decide
from rules.facts import Facts
from rules.review import conclude
from storage import Storage, open_storage
from storage.records import Assessment, Bucket, Change, ChecklistItem, Decision, GoldenTask, Review, ReviewSchedule
from storage.tables import messages
from tests.bench.storage import floor, say
from tests.bot.memory import gathering, memory
from tests.storage.samples import DAY, FULL, MINUTE, NOON, OURS, answer, failure
from tests.views.examples.reviews import DECEMBER, FACTS, OCTOBER

GOAL = 60.0
"""Milliseconds of our own time, for the whole of it."""
GROWTH_GOAL = 3.0
"""Forty times as many decisions take at most so many times as long."""
FEW, ROUNDS, CHANNELS = 50, 61, 40
MONTHS = ("2026-08", "2026-09", "2026-10")


def decided(number: int) -> Assessment:
    """A decision that a team has worked on for months."""
    phases = ("evaluation", "failures", "build", "watch")
    items = tuple(
        ChecklistItem(
            id=f"i{n}", phase=phases[n % 4], title=f"Step {n} of the roadmap", detail="What it takes. " * 12,
            done_when="It is there. " * 4, why="Because of the answers. " * 4, owner="U1" if n == 3 else None,
            due=f"2026-12-{1 + number % 28:02}" if n == 3 else None, state="done" if n < 3 else "open",
        )
        for n in range(12)
    )  # fmt: skip
    tasks = tuple(GoldenTask(id=f"g{n}", name=f"Task {n}", input="Ask. " * 9, bar="always") for n in range(5))
    return FULL.model_copy(
        update={
            "id": f"A{number:05}", "name": f"Feature {number}", "channel": f"C{number % CHANNELS:03}",
            "changed_at": NOON - number * MINUTE, "supersedes": None, "superseded_by": None,
            "answers": {fact: answer(fact) for fact in FACTS.model_dump(exclude_none=True)},
            "decision": Decision(at=NOON, facts=FACTS, verdict=VERDICT),
            "checklist": items, "golden_tasks": tasks,
            "schedule": ReviewSchedule(day=2, zone="Europe/Berlin", owner="U1"),
        }
    )  # fmt: skip


VERDICT = decide(Facts(**FACTS.model_dump()))
OUTCOME = conclude(DECEMBER, (OCTOBER,), facts=FACTS).model_dump(mode="json")


async def fill(storage: Storage, number: int) -> None:
    """So many decisions, each with its reviews, failures and messages."""
    for n in range(number):
        found = decided(n)
        held = [
            Review(id=f"{found.id}{month}", tenant=OURS, assessment_id=found.id, month=month, state="finished",
                   opened_at=NOON - 60 * DAY, finished_at=NOON - 60 * DAY, outcome=OUTCOME)
            for month in MONTHS
        ]  # fmt: skip
        held += [Review(id=f"{found.id}open", tenant=OURS, assessment_id=found.id, month="2026-11", opened_at=NOON)]
        logged = [
            failure(f"{found.id}{at}", assessment_id=found.id, bucket=list(Bucket)[at % 6], at=NOON - at * DAY)
            for at in range(40)
        ]
        await storage.remember(
            Change(tenant=OURS, at=NOON, assessments=(found,), reviews=tuple(held), failures=tuple(logged))
        )
    await storage._database.rebuild(_post, number)


def _post(connection: Connection, number: int) -> None:
    keys = ["parent", *(f"roadmap:{phase}" for phase in ("evaluation", "failures", "build", "watch")), "review:2026-11"]
    own = {"enterprise": "", "team": "T1"}
    rows = [
        own | {"assessment_id": f"A{n:05}", "key": key, "channel": f"C{n % CHANNELS:03}", "ts": f"{n}.{place}"}
        for n in range(number)
        for place, key in enumerate(keys)
    ]
    connection.execute(insert(messages), rows)


class Member:
    """Somebody in all channels, who opens their Home again and again."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.screens = BlockKitScreens()
        self.clock = StillClock(NOON)
        self._numbers = count()
        recalls = memory(storage, self.clock, self._nothing, gathering(storage, self._find_channels))
        self.advisor = Advisor(storage, recalls, wake=lambda: None, tell=self._nothing)

    async def _nothing(self, *_anything: Any) -> None:
        return None

    async def _find_channels(self, *_anything: Any) -> Membership:
        return Membership(Told.ALL, {f"C{n:03}": f"channel-{n}" for n in range(CHANNELS)})

    async def open(self) -> tuple[float, float, int]:
        """Open it. Gives milliseconds, those of them on the processor, and the number of blocks."""
        started, worked = time.perf_counter(), time.process_time()
        await self.advisor.carry_out(
            AppHomeOpened(tenant=OURS, actor="U1", inbox_key=f"e{next(self._numbers)}", page=1)
        )
        made, worked = time.perf_counter() - started, time.process_time() - worked
        (row,) = await self.storage.outbox.claim("bench", self.clock.now(), 5, MINUTE)
        started = time.process_time()
        view = self.screens.home(row.reply)
        shown = time.process_time() - started
        await self.storage.outbox.finish(row.id, "bench", "sent", at=self.clock.now())
        self.clock.advance(timedelta(seconds=1))
        return (made + shown) * 1e3, (worked + shown) * 1e3, len(view["blocks"])


async def main() -> int:
    """Both Homes and the floor, in turns; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=2_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few_url, many_url = f"sqlite:///{folder / 'few.db'}", f"sqlite:///{folder / 'many.db'}"
        async with open_storage(few_url) as few, open_storage(many_url) as many:
            for storage, number in ((few, FEW), (many, given.decisions)):
                await storage.migrate()
                await fill(storage, number)
            least, members = floor(folder / "floor.db"), (Member(few), Member(many))
            on_processor: dict[Member, list[float]] = {}
            times: tuple[list[float], list[float], list[float]] = ([], [], [])
            for turn in range(ROUNDS):
                started = time.perf_counter()
                await least(turn)
                times[2].append((time.perf_counter() - started) * 1e3)
                for member, found in zip(members, times, strict=False):
                    took, worked, blocks = await member.open()
                    found.append(took)
                    on_processor.setdefault(member, []).append(worked)
    little, much, lowest = (statistics.median(found) for found in times)
    cpu_few, cpu_many = (statistics.median(on_processor[member]) for member in members)
    slow = statistics.quantiles(times[1], n=20)[-1]
    say(f"The Home of a member of {CHANNELS} channels, SQLite, {blocks} blocks:")
    told = f"floor {lowest:.2f} ms, x {much / lowest:.1f}"
    say(f"  {given.decisions:,} decisions {much:6.1f} ms (19 of 20 under {slow:.1f})   {told}")
    say(f"  {FEW:,} decisions  {little:6.1f} ms   x {much / little:.2f}")
    say(f"  of it on the processor: {cpu_many:.1f} ms and {cpu_few:.1f} ms, x {cpu_many / cpu_few:.2f}")
    return 0 if cpu_many < GOAL and cpu_many < GROWTH_GOAL * cpu_few else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
