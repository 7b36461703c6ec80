"""How much the rim costs over Bolt alone: acks, refusals, the start, and the way from a commit to Slack.

    python -m tests.bench.server [--requests 2000]

The floor is Bolt's own server with one listener that only acknowledges, in a process of its own, measured in turns with
ours. CPU of the server process is judged; wall time on a shared machine is shown.
"""

import argparse
import asyncio
import json
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import aiohttp

from bot.delivery.scheduler import Scheduler
from bot.rim.gate import sign
from bot.sandbox.clock import RunningClock
from bot.sandbox.person import SEARCH, SUPPORT, Sandbox
from storage import open_storage
from tests.bench.storage import say
from tests.bot.desk import Desk
from tests.bot.served import SECRET
from tests.ports import free_port

ROOT = Path(__file__).parent.parent.parent
BYTECODE = Path(tempfile.gettempdir()) / "ftrag-bench-bytecode"
"""Where servers find their modules compiled from their second start on, as they do where they are installed."""
ROUNDS = 5
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A server in a process of its own."""

    process: asyncio.subprocess.Process
    url: str
    started: float
    """Seconds from the start of the process to its first answer."""

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """Resident, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def event(number: int) -> bytes:
    """An event that nobody reads: it is acknowledged, and that is all."""
    return json.dumps(
        {
            "type": "event_callback",
            "event_id": f"Ev{number}",
            "team_id": "T0SANDBOX",
            "authorizations": [{"team_id": "T0SANDBOX", "user_id": "U0FTRAG", "is_bot": True}],
            "event": {"type": "reaction_added", "user": "U0ANA", "item": {}, "event_ts": f"{number}.1"},
        }
    ).encode()


def command(number: int, user: str = "U0ANA") -> bytes:
    """A slash command: acknowledged at once, answered afterwards."""
    form = {"command": "/ftrag", "text": "help", "team_id": "T0SANDBOX", "user_id": user, "channel_id": SUPPORT}
    return urlencode(form | {"trigger_id": f"1.{number}"}).encode()


def headers(raw: bytes, *, signed: bool) -> dict[str, str]:
    stamp = str(int(time.clock_gettime(time.CLOCK_REALTIME)))
    signature = sign(raw, secret=SECRET if signed else "another", timestamp=stamp)
    return {
        "Content-Type": "application/json" if raw.startswith(b"{") else "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature,
    }


async def load(
    server: Server, requests: int, at_once: int, *, signed: bool = True, make: Callable[[int], bytes] = event
) -> tuple[float, float]:
    """Send so many requests; gives microseconds of server CPU a request, and the median answer in milliseconds."""
    numbers, taken, expected = iter(range(requests)), [], 200 if signed else 401

    async def one_connection(web: aiohttp.ClientSession) -> None:
        for number in numbers:
            raw = make(number)
            begun = time.perf_counter()
            async with web.post(
                f"{server.url}/slack/events", data=raw, headers=headers(raw, signed=signed)
            ) as response:
                await response.read()
                assert response.status == expected
            taken.append(time.perf_counter() - begun)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=at_once)) as web:
        before = server.cpu()
        await asyncio.gather(*(one_connection(web) for _ in range(at_once)))
    return (server.cpu() - before) / requests * 1e6, statistics.median(taken) * 1e3


@asynccontextmanager
async def started(*command: str, ready: str = "/slack/events", **environment: str) -> AsyncIterator[Server]:
    """A server that answers."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "FTRAG_", "PYTHON"))}
    environment |= {"PORT": str(port), "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=ROOT, env=kept | environment, stdout=-3
    )
    server = Server(process, f"http://127.0.0.1:{port}", 0.0)
    raw = event(0)
    try:
        async with aiohttp.ClientSession() as web:
            while True:
                try:
                    async with web.post(f"{server.url}{ready}", data=raw, headers=headers(raw, signed=True)) as got:
                        assert got.status == 200
                        break
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.005)
        server.started = time.perf_counter() - begun
        yield server
    finally:
        process.terminate()
        await process.wait()


async def rim(requests: int) -> None:
    """Our server beside Bolt's."""
    with tempfile.TemporaryDirectory() as data:
        async with Sandbox.open(clock=RunningClock(), transport="http") as sandbox:
            ours = {
                "SLACK_BOT_TOKEN": "xoxb-sandbox",
                "SLACK_SIGNING_SECRET": SECRET,
                "SLACK_API_URL": sandbox.api_url,
                "FTRAG_DATA": data,
                "HOST": "127.0.0.1",
                "LOG_LEVEL": "ERROR",
            }
            floor = ("-m", "tests.bench._floor")
            async with started(*floor, "inline") as bolt, started("-m", "bot", **ours) as us:
                await compare(bolt, us, requests)
                async with started(*floor, "default") as default:
                    waits = [(await load(one, 100, 1, make=command))[1] for one in (us, default, bolt)]
                report(us, bolt, waits)
                await flood(us)


async def flood(server: Server, seconds: int = 10) -> None:
    """Ten people at five commands a second in all, by themselves and while one more sends fifty a second."""

    async def send(web: aiohttp.ClientSession, user: str, number: int, taken: list[float]) -> None:
        raw = command(number, user)
        begun = time.perf_counter()
        async with web.post(f"{server.url}/slack/events", data=raw, headers=headers(raw, signed=True)) as response:
            assert response.status == 200
        taken.append((time.perf_counter() - begun) * 1e3)

    async def people(web: aiohttp.ClientSession, *, flooder: bool) -> list[float]:
        taken: list[float] = []
        async with asyncio.TaskGroup() as group:
            for tick in range(seconds * 50):
                if flooder:
                    group.create_task(send(web, "U0FLOOD", 10**6 + tick, []))
                if tick % 10 == 0:
                    group.create_task(send(web, f"U0P{tick // 10 % 10}", tick + flooder * 10**5, taken))
                await asyncio.sleep(0.02)
        return sorted(taken)

    async with aiohttp.ClientSession() as web:
        quiet, loud = await people(web, flooder=False), await people(web, flooder=True)
    (quiet_mid, quiet_end), (mid, end) = ((all_[len(all_) // 2], all_[len(all_) * 19 // 20]) for all_ in (quiet, loud))
    say(f"beside a flood of 50/s  others' p50 {mid:.1f} ms ({quiet_mid:.1f} in quiet), p95 {end:.1f} ms")
    say(f"{'':22} ({quiet_end:.1f} in quiet), x {end / quiet_end:.2f} (goal 2)")


def report(us: Server, bolt: Server, waits: list[float]) -> None:
    ours, default, in_line = waits
    say(f"start to first ack     ours {us.started:.2f} s, Bolt alone {bolt.started:.2f} s")
    say(f"memory after the load  ours {us.memory():.0f} MiB, Bolt alone {bolt.memory():.0f} MiB")
    say(f"one lone request       ours {ours:.2f} ms, Bolt's default {default:.2f} ms, in line {in_line:.2f} ms")
    say(f"{'':22} x {ours / default:.2f} of the default (goal 0.25), x {ours / in_line:.2f} in line (goal 3)")


async def compare(bolt: Server, us: Server, requests: int) -> None:
    """Acks and refusals, in turns."""
    acks, refusals = [], []
    for _ in range(ROUNDS):
        floor = (await load(bolt, requests, 16))[0]
        acks.append((await load(us, requests, 16))[0] / floor)
        refusals.append((await load(us, requests, 16, signed=False))[0] / floor)
    say(f"an ack, CPU            x {statistics.median(acks):.2f} of Bolt alone (goal 1.5)")
    say(f"a wrong signature, CPU x {statistics.median(refusals):.2f} of Bolt alone's ack (goal 0.8)")


async def way_to_slack(times: int = 60) -> None:
    """From the wake after a commit to the call's arrival at Slack, on an idle engine."""
    with tempfile.TemporaryDirectory() as folder:
        async with Sandbox.open(clock=RunningClock()) as sandbox, open_storage(f"sqlite:///{folder}/f.db") as storage:
            await storage.migrate()
            desk = Desk(sandbox, storage, sandbox.clock)  # type: ignore[arg-type]  # it runs; the desk's stands still
            engine = Scheduler(
                outbox=storage.outbox, carry=desk.courier.carry, clock=sandbox.clock, owner="one",
                look_every=timedelta(minutes=1),
            )  # fmt: skip
            running = asyncio.create_task(engine.run())
            taken = []
            for number in range(times):
                await desk.save(desk.row(channel=SEARCH if number % 2 else SUPPORT, due_at=sandbox.clock.now()))
                arrived = asyncio.Event()
                forget = sandbox.workspace.changes.listen(
                    lambda change, seen=arrived: change.type == "calls" and seen.set()
                )
                begun = time.perf_counter()
                engine.wake()
                await arrived.wait()
                taken.append(time.perf_counter() - begun)
                forget()
                if number % 4 == 3:
                    await asyncio.sleep(2)
            await engine.stop(2)
            await running
            await desk.wire.close()
    taken.sort()
    median, most = taken[times // 2] * 1e3, taken[times * 9 // 10] * 1e3
    say(f"wake to Slack's side   median {median:.1f} ms, p90 {most:.1f} ms (goal 10)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    given = parser.parse_args()
    asyncio.run(rim(given.requests))
    asyncio.run(way_to_slack(20))


if __name__ == "__main__":
    main()
