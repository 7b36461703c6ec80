"""kill -9 during due posts, at random moments and at named places, again and again: nothing lost, nothing doubled.

python -m tests.soak.kills [--cycles 200] [--postgres URL] [--seed N]

SQLite: one worker process, killed each cycle. PostgreSQL: two that share the work, one of them killed each cycle. Each
cycle brings new due posts; at the end the last workers finish what is left. Counted is what stands in the channels.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from bot.replies import Confirmed, Done, write_reply
from bot.sandbox.clock import RunningClock
from bot.sandbox.person import SEARCH, SUPPORT, Sandbox
from storage import Storage, open_storage
from storage.records import Change, Delivery, DeliveryMethod, Tenant
from tests.postgres_server import postgres

ROOT = Path(__file__).parent.parent.parent
TENANT = Tenant(team="T0SANDBOX")
PLACES = ("after_claim", "before_call", "after_call", "after_record")
A_CYCLE = 8
LONGEST_END = 900.0


class Trial:
    """One database, its workers, and the workspace they post into."""

    def __init__(self, sandbox: Sandbox, storage: Storage, url: str, chance: random.Random, folder: Path) -> None:
        self.sandbox = sandbox
        self.storage = storage
        self.url = url
        self.chance = chance
        self.folder = folder
        """Where the workers run: no `.env` of the tester's is there."""
        self.saved: list[str] = []
        self.kills: Counter[str] = Counter()

    async def save(self) -> None:
        """Posts that are due now, into two channels, some in one lane."""
        now = self.sandbox.clock.now()
        rows = []
        for _ in range(A_CYCLE):
            number = len(self.saved)
            self.saved.append(f"soak-{number}")
            rows.append(
                Delivery(
                    id=self.saved[-1],
                    tenant=TENANT,
                    method=DeliveryMethod.POST,
                    lane=f"lane {number % 100}",
                    due_at=now,
                    reply=write_reply(Confirmed(done=Done.DELETED, name=f"Feature {number}")),
                    channel=SUPPORT if number % 2 else SEARCH,
                )
            )
        await self.storage.remember(Change(tenant=TENANT, at=now, deliveries=tuple(rows)))

    async def worker(self, failpoint: str = "") -> asyncio.subprocess.Process:
        """A process that does due work."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "FTRAG_", "DATABASE"))
        }
        own = {
            "SLACK_BOT_TOKEN": "xoxb-sandbox",
            "SLACK_APP_TOKEN": "xapp-sandbox",
            "SLACK_API_URL": self.sandbox.api_url,
            "DATABASE_URL": self.url,
            "FTRAG_FAILPOINT": failpoint,
            "LOG_LEVEL": "ERROR",
            "PYTHONPATH": str(ROOT),
        }
        command = (sys.executable, "-m", "bot", "worker")
        process = await asyncio.create_subprocess_exec(
            *command, cwd=self.folder, env=kept | own, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        if b"ready" not in await process.stdout.readline():
            raise RuntimeError("the worker did not start")
        return process

    async def cycle(self, number: int) -> None:
        """New posts, and a worker that is killed while it sends them."""
        await self.save()
        place = self.chance.choice(PLACES) if number % 2 else ""
        process = await self.worker(f"{place}:kill:{self.chance.randint(1, 4)}" if place else "")
        try:
            patience = 3.0 if place else self.chance.uniform(0.02, 0.8)
            await asyncio.wait_for(process.wait(), patience)
        except TimeoutError:
            place = ""
            process.kill()
            await process.wait()
        self.kills[place or "at random"] += 1

    async def posted(self) -> Counter[str]:
        """How often each delivery stands in the channels."""
        messages = [*self.sandbox.workspace.messages[SUPPORT], *self.sandbox.workspace.messages[SEARCH]]
        return Counter(m.metadata["event_payload"]["delivery"] for m in messages if m.metadata)

    async def finish(self) -> float:
        """Let the workers send what is left; gives how long that took."""
        begun = time.monotonic()
        process = await self.worker()
        while await self.storage.outbox.pending_count() and time.monotonic() - begun < LONGEST_END:
            await asyncio.sleep(0.5)
        process.terminate()
        assert await process.wait() == 0
        return time.monotonic() - begun


async def run(url: str, folder: Path, cycles: int, seed: int, *, shared: bool) -> bool:
    """One trial; says whether nothing was lost and nothing doubled."""
    async with Sandbox.open(clock=RunningClock()) as sandbox, open_storage(url) as storage:
        await storage.migrate()
        chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        trial = Trial(sandbox, storage, url, chance, folder)
        survivor = await trial.worker() if shared else None
        for number in range(cycles):
            await trial.cycle(number)
        if survivor is not None:
            survivor.terminate()
            await survivor.wait()
        took = await trial.finish()
        posted = await trial.posted()
        unknown = {row.id for row in await storage.outbox.unknown(TENANT)}
    doubled = [name for name, times in posted.items() if times > 1]
    lost = [name for name in trial.saved if name not in posted and name not in unknown]
    sys.stdout.write(
        f"{storage.engine}: {cycles} kills ({', '.join(f'{n} {place}' for place, n in trial.kills.most_common())}), "
        f"{len(trial.saved)} posts: {len(doubled)} doubled, {len(lost)} lost, {len(unknown)} unknown; "
        f"the rest was sent in {took:.0f} s\n"
    )
    return not (doubled or lost or unknown)


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=200)
    parser.add_argument("--postgres", help="the address of an empty database; without it a server is started")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    well = True
    if given.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            well &= await run(f"sqlite:///{folder}/ftrag.db", Path(folder), given.cycles, given.seed, shared=False)
    if given.only != "sqlite":
        server = nullcontext() if given.postgres else postgres()
        with tempfile.TemporaryDirectory(prefix="ftrag-soak-") as folder, server as databases:
            url = databases("kills") if databases else given.postgres
            well &= await run(url, Path(folder), given.cycles, given.seed, shared=True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
