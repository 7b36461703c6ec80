"""How fast storage is, as ratios within one run: a click's cost against the least possible, and finding due work.

    python -m tests.bench.storage [--rows 1000000] [--postgres URL]

The floor of a click is one ORM insert and commit through one SQLite thread, measured in turns with it. A click loads an
assessment and saves one answer with its event's key and three outbox rows. CPU is judged, wall time is shown.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, insert, make_url
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlmodel import Field, Session, SQLModel, create_engine

from rules.facts import VALUES
from storage import Storage, open_storage
from storage.tables import outbox
from tests.storage.samples import MINUTE, NOON, OURS, answer, assessment, change, delivery

CLICKS = 280
ROUNDS = 5
DUE = 100
FEW = 10_000
FACTS = list(VALUES)[:14]
Step = Callable[[int], Awaitable[object]]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


class BenchRow(SQLModel, table=True):
    __tablename__ = "bench_row"
    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(index=True)
    text: str
    at: datetime


def floor(path: Path) -> Step:
    """One ORM insert and commit, on one thread, as safe as ours."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 3000"):
            connection.execute(f"PRAGMA {pragma}")

    SQLModel.metadata.create_all(engine, tables=[SQLModel.metadata.tables["bench_row"]])
    thread = ThreadPoolExecutor(1)

    def put(number: int) -> None:
        with Session(engine, expire_on_commit=False) as session:
            session.add(BenchRow(channel=f"C{number % 50}", text=f"text {number}", at=NOON))
            session.commit()

    async def step(number: int) -> None:
        await asyncio.get_running_loop().run_in_executor(thread, put, number)

    return step


def floor_on(address: str) -> Step:
    """The same on PostgreSQL, through an asynchronous engine."""
    url = make_url(address).set(drivername="postgresql+psycopg")
    making = create_engine(url)
    SQLModel.metadata.create_all(making, tables=[SQLModel.metadata.tables["bench_row"]])
    making.dispose()
    engine = create_async_engine(url)

    async def step(number: int) -> None:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            session.add(BenchRow(channel=f"C{number % 50}", text=f"text {number}", at=NOON))
            await session.commit()

    return step


def clicks(storage: Storage) -> Step:
    """The clicks of one interview after the other."""

    async def step(number: int) -> None:
        named, turn = f"A{number // len(FACTS)}", number % len(FACTS)
        if turn == 0:
            await storage.remember(change(assessments=[assessment(named)]))
        before = await storage.assessments.get(OURS, named)
        assert before is not None
        fact, following = FACTS[turn], FACTS[(turn + 1) % len(FACTS)]
        after = {"answers": before.answers | {fact: answer(fact)}, "asked": (*before.asked, fact), "asking": following}
        said = (("update", f"question:{fact}"), ("post", f"question:{following}"), ("update", "parent"))
        rows = [
            delivery(
                f"{number}-{method}-{key}",
                method=method,
                message_key=key,
                replaces=key == "parent",
                assessment_id=named,
                lane=f"C1:{named}",
                reply={"kind": key, "text": "x" * 400},
            )
            for method, key in said
        ]
        event_key = f"action:T1:U1:{number}"
        saved = before.model_copy(update=after)
        await storage.remember(change(inbox_key=event_key, assessments=[saved], read=[before], deliveries=rows))

    return step


async def cost(step: Step, numbers: range) -> tuple[float, float]:
    """CPU and wall time of one step, in microseconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    for number in numbers:
        await step(number)
    return (time.process_time() - cpu) / len(numbers) * 1e6, (time.perf_counter() - wall) / len(numbers) * 1e6


async def compare_clicks(folder: Path) -> float:
    async with open_storage(f"sqlite:///{folder / 'clicks.db'}") as storage:
        await storage.migrate()
        least, click = floor(folder / "floor.db"), clicks(storage)
        ratios = []
        for turn in range(ROUNDS + 1):
            numbers = range(turn * CLICKS, (turn + 1) * CLICKS)
            (floor_cpu, floor_wall), (cpu, wall) = await cost(least, numbers), await cost(click, numbers)
            if turn:  # the first round warms both up
                ratios.append(cpu / floor_cpu)
                say(f"  click {cpu:5.0f} us CPU {wall:5.0f} us wall   floor {floor_cpu:5.0f} {floor_wall:5.0f}")
    return statistics.median(ratios)


def _fill(connection: Connection, rows: int) -> None:
    """So many rows: a hundred of them due, the others scheduled over the coming year."""
    fixed = {"enterprise": "", "team": "T1", "method": "run", "reply": {"kind": "review"}, "replaces": False}
    fixed |= {"state": "pending", "attempts": 0, "in_doubt": False}
    for start in range(0, rows, 20_000):
        batch = [
            {
                "id": f"B{number}", "lane": f"lane-{number % 50_000}", "assessment_id": f"A{number % 50_000}",
                "dedupe_key": f"review:{number}",
                "due_at": NOON - MINUTE if number < DUE else NOON + timedelta(minutes=1 + number % 500_000),
            } | fixed
            for number in range(start, min(rows, start + 20_000))
        ]  # fmt: skip
        connection.execute(insert(outbox), batch)


async def find_due(url: str, rows: int) -> dict[str, float]:
    """Milliseconds to claim ten due rows, and to learn that there is nothing to do."""
    async with open_storage(url) as storage:
        await storage.migrate()
        await storage._database.rebuild(_fill, rows)
        workers = iter(range(9))

        async def take() -> None:
            assert len(await storage.outbox.claim(f"w{next(workers)}", NOON, 10, MINUTE)) == 10

        async def look() -> None:
            assert await storage.outbox.next_due(NOON) == NOON

        async def find_nothing() -> None:
            assert await storage.outbox.claim("idle", NOON - timedelta(hours=1), 10, MINUTE) == []

        return {
            "claim": await milliseconds(take, 9),
            "next_due": await milliseconds(look, 41),
            "nothing due": await milliseconds(find_nothing, 41),
        }


async def milliseconds(question: Callable[[], Awaitable[None]], times: int) -> float:
    """The median of so many answers; others use this machine too."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        await question()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1e3


async def compare_due(few_url: str, many_url: str, rows: int) -> None:
    few, many = await find_due(few_url, FEW), await find_due(many_url, rows)
    for name, taken in many.items():
        against = f"{FEW:,} rows {few[name]:.2f} ms   x {taken / few[name]:.2f}"
        say(f"  {name:12} {rows:,} rows {taken:.2f} ms   {against}")


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--postgres", nargs=2, metavar=("FEW", "MANY"), help="the addresses of two empty databases")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("A click on an answer (load and save), SQLite:")
        say(f"  x {await compare_clicks(folder):.2f} of one ORM insert and commit")
        say("Finding due work, SQLite:")
        await compare_due(f"sqlite:///{folder / 'few.db'}", f"sqlite:///{folder / 'many.db'}", given.rows)
        if given.postgres:
            say("Finding due work, PostgreSQL:")
            await compare_due(*given.postgres, given.rows)


if __name__ == "__main__":
    asyncio.run(main())
