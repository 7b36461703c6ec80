"""What one answer's click costs, from the bytes that Slack sends to the commit, and on to what Slack is told.

    python -m tests.bench.click [--interviews 12] [--database sqlite|postgres]

The floor is what any bot on the same parts pays: Bolt alone, the ack in line, and one ORM insert and commit, through
one SQLite thread or PostgreSQL's asynchronous driver. Both sides run in this process, in turns, and its CPU time is
compared: neither HTTP nor PostgreSQL's own processes are on either side. Statements are counted as they are run, in the
first interview, which is not timed.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.app import Bot, build_app
from bot.delivery import SlackAnswer
from bot.engine import build_engine
from bot.ids import Act, action_id, value
from bot.rim.gate import admit, sign
from bot.sandbox.clock import StillClock
from bot.setup.settings import Connection, Mode
from storage import Storage, open_storage
from storage.records import Assessment, Tenant
from tests.bench._statements import Statements
from tests.bench.storage import Step, say
from tests.bench.storage import floor as one_insert
from tests.bench.storage import floor_on as insert_on_postgres
from tests.postgres_server import postgres

SECRET = "bench-signing-secret"
TENANT = Tenant(team="T1")
PARTS = ("to the ack", "to the commit", "to Slack")


class Slack:
    """Slack's side of the wire: takes everything."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()

    async def call(self, method: str, _token: str | None, arguments: Mapping[str, Any]) -> SlackAnswer:
        self.calls[method] += 1
        body = {"team_id": "T1", "user_id": "UBOT", "bot_id": "B1", "ts": f"{self.calls.total()}.1"}
        return SlackAnswer(ok=True, body=body | {"channel": arguments.get("channel", "")})

    async def respond(self, _url: str, _message: Mapping[str, Any]) -> SlackAnswer:
        self.calls["respond"] += 1
        return SlackAnswer(ok=True)


def click(assessment: Assessment, number: int) -> bytes:
    """The first answer to the open question, or "not sure" where it has several."""
    fact = assessment.asking or ""
    if fact.startswith("contradiction:"):
        named = fact.partition(":")[2]
        action = {"action_id": action_id(Act.RESOLVE, "both"), "value": value(assessment.id, named, "")}
    else:
        action = {"action_id": action_id(Act.NOT_SURE), "value": value(assessment.id, fact)}
    body = {
        "type": "block_actions",
        "team": {"id": "T1", "domain": "t"},
        "user": {"id": "U1", "team_id": "T1"},
        "channel": {"id": "C1", "name": "c"},
        "message": {"ts": "1.1", "text": "x" * 1200, "blocks": []},
        "container": {"type": "message", "channel_id": "C1", "message_ts": "1.1"},
        "trigger_id": f"1.{number}",
        "response_url": "https://hooks.slack.com/actions/1",
        "actions": [{"type": "button", "block_id": "b", "action_ts": f"{number}.1", **action}],
    }
    return urlencode({"payload": json.dumps(body)}).encode()


def start(number: int) -> bytes:
    form = {"command": "/ftrag", "text": f"assess Feature {number}", "team_id": "T1", "user_id": "U1"}
    more = {"channel_id": "C1", "trigger_id": f"2.{number}", "response_url": "https://hooks.slack.com/commands/1"}
    return urlencode(form | more).encode()


def headers(raw: bytes, at: float) -> dict[str, str]:
    stamp = str(int(at))
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": sign(raw, secret=SECRET, timestamp=stamp),
    }


class Ours:
    """Our bot, each part of its work apart."""

    def __init__(self, bot: Bot, storage: Storage, clock: StillClock) -> None:
        self.bot, self.storage, self.clock = bot, storage, clock
        self.statements = Statements(storage)
        self.cpu: dict[str, list[float]] = defaultdict(list)
        self.sql: dict[str, list[Counter[str]]] = defaultdict(list)
        self.numbers = iter(range(10**9))

    async def take(self, raw: bytes, name: str) -> None:
        """One request: its ack and what is saved; then what Slack is told."""
        self.statements.take()
        await self._timed(f"{name}: to the commit", self._save(raw, name))
        await self._timed(f"{name}: to Slack", self.bot.engine.scheduler.run_due())

    async def _timed(self, name: str, work: Any) -> None:
        begun = time.process_time()
        await work
        self.cpu[name].append((time.process_time() - begun) * 1e6)
        self.sql[name].append(self.statements.take())

    async def _save(self, raw: bytes, name: str) -> None:
        begun = time.process_time()
        body = admit(headers(raw, self.clock.now().timestamp()), raw, secret=SECRET, now=self.clock.now())
        response = await self.bot.dispatch(body)
        assert response.status == 200
        self.cpu[f"{name}: to the ack"].append((time.process_time() - begun) * 1e6)
        self.sql[f"{name}: to the ack"].append(Counter())
        await self.bot.engine.tasks.drain()

    async def interview(self) -> int:
        """One interview whole; gives how many answers it took."""
        await self.take(start(next(self.numbers)), "start")
        self._later()
        (found,) = await self.storage.assessments.in_channel(TENANT, "C1", limit=1)
        for answers in range(60):
            now = await self.storage.assessments.get(TENANT, found.id)
            assert now is not None
            if now.asking is None:
                return answers
            raw = click(now, next(self.numbers))
            probe = len(self.cpu["answer: to the commit"])
            await self.take(raw, "answer")
            self._later()
            after = await self.storage.assessments.get(TENANT, found.id)
            if after is not None and after.asking is None:
                for part in PARTS:
                    self.cpu[f"verdict: {part}"].append(self.cpu[f"answer: {part}"].pop(probe))
                    self.sql[f"verdict: {part}"].append(self.sql[f"answer: {part}"].pop(probe))
        raise AssertionError("the interview does not end")

    def _later(self) -> None:
        self.clock.advance(timedelta(seconds=90))


def bolt_alone(put: Step) -> Step:
    """Bolt, an ack in line, and one ORM insert and commit."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_token="xoxb-x")

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=True)
    saved: list[Any] = []

    @app.action("ftrag:not_sure")
    async def on_click(ack: Any) -> None:
        await ack()
        saved.append(asyncio.create_task(put(len(saved))))  # type: ignore[arg-type]

    example = Assessment.model_construct(id="0123456789abcdef0123456789abcdef", asking="docs_kb")

    async def step(number: int) -> None:
        raw = click(example, number)
        request = AsyncBoltRequest(body=raw.decode(), headers=headers(raw, time.clock_gettime(time.CLOCK_REALTIME)))
        response = await app.async_dispatch(request)
        assert response.status == 200, response.body
        await saved.pop()

    return step


@contextmanager
def made(database: str) -> Iterator[tuple[str, Step]]:
    """A database for ours, and one insert into a database for the floor."""
    if database == "postgres":
        with postgres() as fresh:
            yield fresh("ours"), insert_on_postgres(fresh("floor"))
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/ours.db", one_insert(Path(folder) / "floor.db")


async def compare(interviews: int, address: str, put: Step) -> None:
    clock, slack = StillClock(), Slack()
    least = bolt_alone(put)
    async with open_storage(address) as storage:
        await storage.migrate()
        connection = Connection(
            mode=Mode.HTTP, api_url="http://127.0.0.1:9/api/", bot_token="xoxb-x", signing_secret=SECRET
        )
        bot = build_app(build_engine(connection, storage, clock), connection)
        bot.engine.workspaces._wire = bot.engine.deliverer._wire = slack  # type: ignore[assignment,union-attr]
        ours, floors, counted = Ours(bot, storage, clock), [], dict[str, float]()
        for turn in range(interviews + 1):
            if turn == 1:  # the first one warmed everything up, and its statements were counted
                ours.statements.stop()
                counted = {key: statistics.mean(one.total() for one in each) for key, each in ours.sql.items()}
                ours.cpu.clear()
                ours.sql.clear()
                floors.clear()
            for number in range(await ours.interview()):
                begun = time.process_time()
                await least(turn * 100 + number)
                floors.append((time.process_time() - begun) * 1e6)
        await bot.engine.close(1)
    report(ours, typical(floors), counted)


def typical(times: list[float]) -> float:
    """The lower quartile: what else runs on a machine only ever adds to the time that something takes."""
    return statistics.quantiles(times, n=4)[0]


def report(ours: Ours, floor: float, counted: Mapping[str, float]) -> None:
    say(f"floor: Bolt's ack and one ORM insert {floor:5.0f} us CPU")
    for name in ("start", "answer", "verdict"):
        for part in PARTS:
            key = f"{name}: {part}"
            us = typical(ours.cpu[key])
            say(f"{key:22} {us:6.0f} us CPU  x {us / floor:.2f}   {counted[key]:.1f} statements")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interviews", type=int, default=12)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    given = parser.parse_args()
    with made(given.database) as (address, put):
        asyncio.run(compare(given.interviews, address, put))


if __name__ == "__main__":
    main()
