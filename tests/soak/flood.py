"""More than can be worked off, and a database that is locked: who hears what, and what is kept.

python -m tests.soak.flood [--seconds 30] [--rate 200] [--locked 5]

The flood: so many starts of an interview a second, each from somebody else. Every one is answered, with 200, in time;
what was taken stands in the database, and whoever was not taken was told so. The lock: another process holds the
database while people start and submit; each hears within three seconds that nothing was saved, and nothing was.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.app import Bot
from bot.ids import Field, Modal
from bot.listeners import refusal
from bot.runtime.logs import configure_logs
from bot.sandbox.person import SUPPORT
from bot.setup.settings import Mode
from storage.records import Tenant
from tests.bot.payloads import submit
from tests.bot.served import open_bot

IN_TIME = 3.0
HERE = Tenant(team="T0SANDBOX")
NAME = {"type": "input", "block_id": "ftrag:field.name"}


def start(number: int) -> dict[str, Any]:
    """Somebody begins an interview of a name of its own."""
    who = {"team_id": HERE.team, "channel_id": f"C0F{number % 50:05}", "user_id": f"U0F{number:05}"}
    return {"command": "/ftrag", "text": f"assess Feature {number}", "trigger_id": f"{number}.1", **who}


def modal(number: int) -> dict[str, Any]:
    """The same by the dialog."""
    body = submit(Modal.NAME, {Field.NAME: f"Dialog {number}"}, f'{{"channel": "{SUPPORT}"}}', team={"id": HERE.team})
    body["user"] = {"id": f"U0M{number:05}", "team_id": HERE.team}
    body["view"] |= {"id": f"V{number}", "blocks": [NAME]}
    return body


class Asked:
    """What people were answered."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.longest = 0.0

    async def ask(self, bot: Bot, body: dict[str, Any]) -> None:
        """One request, and how it was answered."""
        begun = time.monotonic()
        response = await bot.dispatch(body)
        self.longest = max(self.longest, time.monotonic() - begun)
        text = str(response.body or "")
        why = "taken" if not text else "too much" if "too much" in text else "not saved"
        self.counts[why if response.status == 200 else f"status {response.status}"] += 1

    def __str__(self) -> str:
        told = ", ".join(f"{count} {why}" for why, count in sorted(self.counts.items()))
        return f"{told}; longest answer {self.longest:.2f} s"


async def begun(bot: Bot) -> int:
    """How many interviews stand in the database."""
    return len(await bot.engine.storage.assessments.in_channel(HERE, None, limit=10**6))


async def settled(bot: Bot) -> None:
    """Wait until everything that was taken is worked off."""
    while len(bot.engine.tasks) or await bot.engine.storage.inbox.oldest() is not None:
        await asyncio.sleep(0.1)


async def flood(bot: Bot, seconds: float, rate: int) -> bool:
    """So many starts a second; says whether each was answered in time, and what was taken is kept."""
    asked, running = Asked(), set[asyncio.Task[None]]()
    for number in range(int(seconds * rate)):
        running.add(asyncio.create_task(asked.ask(bot, start(number))))
        await asyncio.sleep(1 / rate)
    await asyncio.gather(*running)
    await settled(bot)
    kept = await begun(bot)
    held = kept == asked.counts["taken"] and asked.longest < IN_TIME and set(asked.counts) <= {"taken", "too much"}
    sys.stdout.write(f"{'held ' if held else 'BROKE'} flood, {rate} a second for {seconds:g} s: {asked}; {kept} kept\n")
    return held


async def locked(bot: Bot, seconds: float) -> bool:
    """Another process holds the database; says whether everybody heard in time, and nothing was half kept."""
    before, asked = await begun(bot), Asked()
    with closing(sqlite3.connect(str(bot.engine.storage._database.path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        end = time.monotonic() + seconds
        number = 100_000
        while time.monotonic() < end:
            await asyncio.gather(asked.ask(bot, start(number)), asked.ask(bot, modal(number)))
            number += 1
        other.execute("ROLLBACK")
    await settled(bot)
    during = await begun(bot) - before
    await asked.ask(bot, modal(number))
    await settled(bot)
    after = await begun(bot) - before - during
    held = asked.longest < IN_TIME and during == asked.counts["taken"] - 1 and after == 1
    sys.stdout.write(
        f"{'held ' if held else 'BROKE'} locked for {seconds:g} s: {asked}; {during} kept meanwhile, "
        f"{'taken again' if after == 1 else 'NOT TAKEN'} right after\n"
    )
    return held


async def main() -> int:
    """The flood, then the lock; 1 where anything did not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--locked", type=float, default=5.0)
    given = parser.parse_args()
    configure_logs("CRITICAL", as_json=False)
    assert refusal.TOO_MUCH.to_command, "the words by which an answer is known"
    is_well = True
    with tempfile.TemporaryDirectory() as name:
        database = f"sqlite:///{name}/ftrag.db"
        async with open_bot(Mode.HTTP, database, Path(name)) as (_, bot, _url):
            is_well &= await flood(bot, given.seconds, given.rate)
            is_well &= await locked(bot, given.locked)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
