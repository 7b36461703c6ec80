"""kill -9 while people press, right after an ack and at random moments: nothing acknowledged is lost or doubled.

python -m tests.soak.acks [--kills 300] [--only sqlite|postgresql] [--seed N]

Each cycle is an interview of its own with one bot in Socket Mode: somebody answers, the bot is killed, the next one
starts on the same database. Half of the kills come as soon as the ack has arrived, half at a random moment after the
press. Held: what was acknowledged stands in the database, once; the thread goes on within two seconds of the next bot's
being connected.
"""

import argparse
import asyncio
import os
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.clock import RunningClock
from bot.sandbox.person import ANA, Sandbox
from bot.sandbox.records import Channel, Message
from storage import Storage, open_storage
from storage.records import Assessment, Tenant
from tests.forked import Forked
from tests.postgres_server import postgres

TENANT = Tenant(team="T0SANDBOX")
SILENT = 2.0
PATIENCE = 60.0


@dataclass
class Tally:
    """What came of it."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    silences: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        late = sum(silence > SILENT for silence in self.silences)
        return (
            f"{self.kills} kills, {self.acknowledged} presses acknowledged: {self.lost} lost, {self.doubled} doubled, "
            f"{late} threads silent longer than {SILENT:g} s (longest {max(self.silences, default=0):.1f} s)"
        )

    @property
    def is_well(self) -> bool:
        """Whether all of it held."""
        return not self.lost and not self.doubled and max(self.silences, default=0) <= SILENT


class Siege:
    """One database, one workspace, and bots that do not live long."""

    def __init__(self, sandbox: Sandbox, storage: Storage, url: str, folder: Path, chance: random.Random) -> None:
        self._sandbox = sandbox
        self._storage = storage
        self._url = url
        self._folder = folder
        self._chance = chance
        self._bot: Forked | None = None
        self.tally = Tally()

    async def cycle(self) -> None:
        """One interview, one press, one kill."""
        bot, channel = await self._living(), await self._channel()
        await self._sandbox.say(ANA, channel, f"/ftrag assess Feature {self.tally.kills}")
        parent = await self._sandbox.message(channel, "Feature")
        question = await self._sandbox.message(channel, "Not sure", thread=parent.ts)
        is_right_after = self.tally.kills % 2 == 0
        pressed = asyncio.create_task(self._sandbox.click(ANA, question, "Not sure"))
        if is_right_after:
            is_acknowledged = await pressed is None
            await bot.kill()
        else:
            await asyncio.sleep(self._chance.uniform(0, 0.08))
            await bot.kill()
            is_acknowledged = await pressed is None
        self._bot = None
        self.tally.kills += 1
        await self._judge(channel, parent, question, is_acknowledged=is_acknowledged)

    async def end(self) -> None:
        """Let the last bot end as a host ends it."""
        if self._bot is not None:
            self._bot.terminate()
            await self._bot.wait()

    async def _judge(self, channel: str, parent: Message, question: Message, *, is_acknowledged: bool) -> None:
        await self._living()
        ready = time.monotonic()
        if not is_acknowledged:
            return
        self.tally.acknowledged += 1
        await self._sandbox.wait_for(lambda: self._goes_on(channel, parent, question), "the thread to go on")
        self.tally.silences.append(time.monotonic() - ready)
        (saved,) = await self._storage.assessments.in_channel(TENANT, channel)
        self.tally.lost += not saved.answers
        self.tally.doubled += await self._is_doubled(saved, channel, parent)

    async def _is_doubled(self, saved: Assessment, channel: str, parent: Message) -> bool:
        """Whether an answer stands twice in the history, or a message twice in the thread."""
        history = await self._storage.assessments.history(TENANT, saved.id)
        said = [self._sandbox.words(one) for one in self._sandbox.messages(channel, thread=parent.ts)]
        return len(history) > len(saved.answers) or len(said) != len(set(said))

    def _goes_on(self, channel: str, parent: Message, question: Message) -> bool:
        """Whether the next question stands there."""
        thread = self._sandbox.messages(channel, thread=parent.ts)
        return any(one.ts > question.ts and "Not sure" in self._sandbox.words(one) for one in thread)

    async def _channel(self) -> str:
        name = f"C0A{self.tally.kills:05}"
        self._sandbox.add_channel(Channel(name, f"team-{self.tally.kills}", [ANA, self._sandbox.app.bot_user]))
        return name

    async def _living(self) -> Forked:
        if self._bot is None:
            sockets = self._sandbox.service.sockets
            while sockets.connections:  # a killed bot's line is closed a moment after it died
                await asyncio.sleep(0.01)
            kept = {n: v for n, v in os.environ.items() if not re.match(r"SLACK_|FTRAG_|LOG_|HOST|PORT|DATA", n)}
            own = {
                "SLACK_BOT_TOKEN": "xoxb-sandbox",
                "SLACK_APP_TOKEN": "xapp-sandbox",
                "SLACK_API_URL": self._sandbox.api_url,
                "DATABASE_URL": self._url,
                "FTRAG_DATA": str(self._folder),
                "LOG_LEVEL": "ERROR",
            }
            self._bot = Forked(["serve"], self._folder, kept | own)
            await self._sandbox.connected()
        return self._bot


async def on_engine(engine: str, url: str, folder: Path, kills: int, seed: int) -> bool:
    """One trial, told; says whether all is well."""
    async with Sandbox.open(clock=RunningClock()) as sandbox, open_storage(url) as storage:
        sandbox.patience = PATIENCE
        await storage.migrate()
        siege = Siege(sandbox, storage, url, folder, random.Random(seed))  # noqa: S311 - only to be repeatable
        for _ in range(kills):
            await siege.cycle()
        await siege.end()
    sys.stdout.write(f"{'held ' if siege.tally.is_well else 'BROKE'} {engine}: {siege.tally}\n")
    sys.stdout.flush()
    return siege.tally.is_well


async def main() -> int:
    """Both engines; 1 where anything was lost, doubled or silent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    is_well = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.only != "postgresql":
            is_well &= await on_engine("SQLite", f"sqlite:///{name}/ftrag.db", folder, given.kills, given.seed)
        if given.only != "sqlite":
            with postgres() as databases:
                is_well &= await on_engine("PostgreSQL", databases("acks"), folder, given.kills, given.seed)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
