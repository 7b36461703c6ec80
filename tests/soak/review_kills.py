"""Workers that are killed while reviews fall due: nothing doubled, nothing lost, and what nobody can know is listed.

    python -m tests.soak.review_kills [--cycles 200]

Beside `kills`, which does the same to plain posts: here each row first opens a review and so saves more rows, with and
without the history in which a post in doubt is found. Each cycle makes some reviews due, each in a channel of its own,
starts the worker processes that `ftrag worker` runs, and kills the first of them with SIGKILL: at a named place of the
code (`FTRAG_FAILPOINT`) or after so many calls to Slack. On SQLite one process works, on PostgreSQL two share the work.
Leases of the dead are ended by hand, so that no cycle waits out a minute. The sandbox is Slack here, in this process.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.commands import OpenReview
from bot.runtime.clock import SystemClock
from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import RunningClock
from bot.sandbox.person import ANA, Sandbox
from bot.sandbox.records import Channel
from rules import FRAMEWORK, decide
from rules.calendar import month_of
from rules.facts import Facts
from storage import Storage, open_storage
from storage.records import (
    Assessment,
    AssessmentState,
    Change,
    Decision,
    Delivery,
    DeliveryMethod,
    GoldenTask,
    ReviewSchedule,
    Tenant,
)
from tests.forked import Forked, end_leases
from tests.postgres_server import postgres

OURS = Tenant(team="T0SANDBOX")
FACTS = Facts(need="facts", freshness="weekly", source="documents", corpus="large", receipts="regulated")
VERDICT = decide(FACTS, FRAMEWORK)
PLACES = ("after_commit", "after_claim", "before_call", "after_call", "after_record", "anywhere")
EACH = 4
"""So many reviews fall due in a cycle."""
PATIENCE = 120.0
"""Seconds for a cycle; at the end, when all that was in doubt is looked up, there is more."""
HISTORY = frozenset({"channels:history", "groups:history", "im:history"})


@dataclass
class Tally:
    """What came of it."""

    cycles: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    due: int = 0
    arrived: int = 0
    doubled: int = 0
    lost: int = 0
    """Neither in Slack nor listed as unknown."""
    unknown: int = 0

    def __str__(self) -> str:
        killed = ", ".join(f"{count} {place}" for place, count in sorted(self.kills.items()))
        return (
            f"{self.cycles} cycles, {sum(self.kills.values())} kills ({killed}): {self.due} due, "
            f"{self.arrived} arrived, {self.doubled} doubled, {self.lost} lost, {self.unknown} unknown and listed"
        )


class Siege:
    """One database, one workspace, and workers that do not live long."""

    def __init__(self, sandbox: Sandbox, storage: Storage, url: str, folder: Path, chance: random.Random) -> None:
        self.sandbox = sandbox
        self.storage = storage
        self.clock = SystemClock()
        self.tally = Tally()
        self._url = url
        self._folder = folder
        self._chance = chance
        self._channels: list[str] = []

    async def cycle(self, workers: int) -> None:
        """Some reviews due, workers at work, the first of them killed, and then the others."""
        await self._make_due()
        place = PLACES[self.tally.cycles % len(PLACES)]
        self.tally.cycles += 1
        point = None if place == "anywhere" else f"{place}:kill:{self._chance.randint(1, EACH)}"
        calls = self._called() + self._chance.randint(1, 2 * EACH)
        doomed = self._start(point)
        others = [self._start(None) for _ in range(workers - 1)]
        await self._until(lambda: doomed.returncode is not None or (point is None and self._called() >= calls))
        self.tally.kills[place] += await doomed.kill()
        for other in others:
            self.tally.kills["beside"] += await other.kill()
        await end_leases(self.storage, self.clock.now())

    async def drain(self) -> None:
        """Let one worker live until nothing is due any more."""
        worker = self._start(None)
        await self._until(lambda: False, PATIENCE + 5.0 * self.tally.cycles)
        worker.terminate()
        await worker.wait()

    async def count(self) -> Tally:
        """What Slack really has, against what was due."""
        tally = self.tally
        listed = {row.channel for row in await self.storage.outbox.unknown(OURS)}
        for channel in self._channels:
            there = sum("monthly review" in m.text for m in self.sandbox.workspace.messages.get(channel, ()))
            tally.arrived += there > 0
            tally.doubled += there > 1
            tally.unknown += not there and channel in listed
            tally.lost += not there and channel not in listed
        tally.due = len(self._channels)
        return tally

    async def _make_due(self) -> None:
        for _ in range(EACH):
            number, now = len(self._channels), self.clock.now()
            channel = f"C0K{number:05}"
            self._channels.append(channel)
            self.sandbox.add_channel(Channel(channel, f"team-{number}", [ANA, self.sandbox.app.bot_user]))
            found, alarm = due_review(f"k{number}", channel, now)
            await self.storage.remember(Change(tenant=OURS, at=now, assessments=(found,), deliveries=(alarm,)))

    def _start(self, point: str | None) -> Forked:
        app = self.sandbox.app
        given = {
            "SLACK_BOT_TOKEN": app.bot_token,
            "SLACK_APP_TOKEN": app.app_token,
            "SLACK_API_URL": self.sandbox.api_url,
            "DATABASE_URL": self._url,
            "FTRAG_DATA": str(self._folder),
            "LOG_LEVEL": "ERROR",
            **({"FTRAG_FAILPOINT": point} if point else {}),
        }
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_RUNTIME_DIR") if name in os.environ}
        return Forked(["worker"], self._folder, kept | given)

    def _called(self) -> int:
        return self.sandbox.service.calls.count

    async def _until(self, is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait until it is so, or until nothing is due: a worker whose failpoint was not reached is killed idle."""
        async with asyncio.timeout(patience):
            while not is_so() and await self.storage.outbox.oldest_due(self.clock.now()) is not None:
                await asyncio.sleep(0.02)


def due_review(name: str, channel: str, now: datetime) -> tuple[Assessment, Delivery]:
    """A decided feature whose review fell due a moment ago, and its alarm."""
    at = now - timedelta(minutes=1)
    schedule = ReviewSchedule(day=at.day, hour=at.hour, minute=at.minute, working_days_only=False, owner=ANA)
    found = Assessment(
        id=name,
        tenant=OURS,
        channel=channel,
        name=f"Feature {name}",
        state=AssessmentState.DECIDED,
        started_by=ANA,
        started_at=at,
        changed_at=at,
        decision=Decision(at=at, facts=FACTS, verdict=VERDICT),
        golden_tasks=(GoldenTask(id="t1", name="Refund window"),),
        schedule=schedule,
    )
    command = OpenReview(tenant=OURS, assessment_id=name, month=month_of(at, "UTC"))
    alarm = Delivery(
        id=f"alarm-{name}",
        tenant=OURS,
        method=DeliveryMethod.RUN,
        lane=f"due:{name}",
        due_at=at,
        reply=command.model_dump(mode="json"),
        assessment_id=name,
        dedupe_key=f"review:{name}:alarm",
    )
    return found, alarm


async def besiege(url: str, folder: Path, *, cycles: int, workers: int, history: bool, seed: int = 1) -> Tally:
    """So many cycles, then what became of it all."""
    app = AppConfig()
    if not history:
        app.scopes = frozenset(app.scopes) - HISTORY
    async with Sandbox.open(clock=RunningClock(), app=app) as sandbox, open_storage(url) as storage:
        await storage.migrate()
        siege = Siege(sandbox, storage, url, folder, random.Random(seed))  # noqa: S311 - only to be repeatable
        for _ in range(cycles):
            await siege.cycle(workers)
        await siege.drain()
        return await siege.count()


async def on_engine(engine: str, url: str, folder: Path, cycles: int, workers: int, *, history: bool) -> bool:
    """One trial, told; says whether all is well."""
    tally = await besiege(url, folder, cycles=cycles, workers=workers, history=history)
    sys.stdout.write(f"{engine}, {'history read' if history else 'no history'}: {tally}\n")
    sys.stdout.flush()
    return not tally.doubled and not tally.lost and not (history and tally.unknown)


async def main() -> int:
    """Both engines, with and without the history; 1 where anything was doubled or lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=200)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    is_well = True
    with tempfile.TemporaryDirectory() as name, postgres() as databases:
        for history in (True, False):
            cycles = given.cycles if history else max(5, given.cycles // 10)
            if given.only != "postgresql":
                url = f"sqlite:///{name}/{history}.db"
                is_well &= await on_engine("SQLite, one process", url, Path(name), cycles, 1, history=history)
            if given.only != "sqlite":
                url = databases(f"kills_{history}".lower())
                is_well &= await on_engine("PostgreSQL, two processes", url, Path(name), cycles, 2, history=history)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
