"""How this process is doing: counters, and the three pages that machines read.

/healthz answers 200 while the process does its work (else restart it), /readyz while it can take requests: the database
answers, and Slack is connected where it has to be. /metrics has the counters in Prometheus' text form, for this machine
or for whoever has the token.
"""

import asyncio
import hmac
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from ipaddress import ip_address

from aiohttp import web

from bot.delivery.scheduler import Scheduler
from bot.runtime.clock import Clock
from storage import Outbox
from storage.errors import StorageError

_DEAF_AFTER = timedelta(minutes=2)
"""The scheduler looks at least every 30 seconds."""
_LOOP_EVERY = 0.5
_LOOP_WINDOW = 120
"""Looks at the loop that count for its lag: those of the last minute."""

Connected = Callable[[], Awaitable[bool]]


async def always_connected() -> bool:
    """HTTP needs no connection: Slack comes to us."""
    return True


class Health:
    """Counters and checks of one process."""

    def __init__(
        self, *, outbox: Outbox, clock: Clock, scheduler: Scheduler | None, connected: Connected = always_connected
    ) -> None:
        self._outbox = outbox
        self._clock = clock
        self._scheduler = scheduler
        self.connected = connected
        self.counts: Counter[tuple[str, str]] = Counter()
        self.busy_seconds = 0.0
        self.started = time.monotonic()
        self.lags: deque[float] = deque(maxlen=_LOOP_WINDOW)
        """By how many seconds the event loop was late, each time somebody looked."""

    def count(self, name: str, label: str = "") -> None:
        """One more of these."""
        self.counts[name, label] += 1

    async def watch_loop(
        self,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        """Note now and then how late the loop runs: what blocks it makes everybody wait, acks included."""
        while True:
            asked = timer()
            await sleep(_LOOP_EVERY)
            self.lags.append(max(timer() - asked - _LOOP_EVERY, 0.0))

    def problem(self) -> str | None:
        """Why this process should be restarted, or None."""
        looked = self._scheduler.last_looked_at if self._scheduler else None
        if looked is not None and self._clock.now() - looked > _DEAF_AFTER:
            return "due work has not been looked at for two minutes"
        return None

    async def unready(self) -> str | None:
        """Why this process cannot take requests now, or None."""
        try:
            await self._outbox.pending_count()
        except StorageError as error:
            return f"the database does not answer: {type(error).__name__}"
        return None if await self.connected() else "not connected to Slack"

    async def metrics(self) -> str:
        """All figures, one a line."""
        lines = [f"{_line(name, label)} {value}" for (name, label), value in sorted(self.counts.items())]
        lines.append(f"ftrag_uptime_seconds {time.monotonic() - self.started:.0f}")
        lines.append(f"ftrag_loop_lag_seconds {max(self.lags, default=0.0):.3f}")
        lines.append(f"ftrag_connected {int(await self.connected())}")
        try:
            now = self._clock.now()
            oldest = await self._outbox.oldest_due(now)
            lines.append(f"ftrag_outbox_pending {await self._outbox.pending_count()}")
            lines.append(f"ftrag_outbox_oldest_due_seconds {_age(oldest, now):.1f}")
        except StorageError:
            lines.append("ftrag_database_up 0")
        return "\n".join(lines) + "\n"


def routes(health: Health, *, metrics_token: str | None) -> list[web.RouteDef]:
    """The three pages."""

    async def healthz(_request: web.Request) -> web.Response:
        problem = health.problem()
        return web.Response(status=503 if problem else 200, text=f"{problem or 'ok'}\n")

    async def readyz(_request: web.Request) -> web.Response:
        problem = health.problem() or await health.unready()
        return web.Response(status=503 if problem else 200, text=f"{problem or 'ready'}\n")

    async def metrics(request: web.Request) -> web.Response:
        if not _may_read(request, metrics_token):
            return web.Response(status=403, text="The figures are for this machine, or with the token.\n")
        return web.Response(text=await health.metrics())

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]


def _may_read(request: web.Request, token: str | None) -> bool:
    """From this machine directly (a proxy in front adds a header, and then it is not), or with the token."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").encode("utf-8", "surrogateescape")
    if token is not None:
        return hmac.compare_digest(given, token.encode())
    is_proxied = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "Via"))
    try:
        return not is_proxied and ip_address(request.remote or "").is_loopback
    except ValueError:
        return False


def _line(name: str, label: str) -> str:
    return f'ftrag_{name}_total{{what="{label}"}}' if label else f"ftrag_{name}_total"


def _age(since: datetime | None, now: datetime) -> float:
    return max((now - since).total_seconds(), 0.0) if since else 0.0
