"""One sandbox, wired together: the workspace, the app in it, the way to the app, scripted faults, the log of calls."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from aiohttp import web

from bot.sandbox.app_config import AppConfig
from bot.sandbox.calls import Calls
from bot.sandbox.clock import Waiting, label
from bot.sandbox.courier import Courier, Transport
from bot.sandbox.faults import Faults
from bot.sandbox.http_delivery import HttpDelivery
from bot.sandbox.pace import Pace
from bot.sandbox.payloads import Payloads
from bot.sandbox.records import Json
from bot.sandbox.sockets import SocketMode
from bot.sandbox.tokens import Tokens
from bot.sandbox.triggers import ResponseUrls, Triggers
from bot.sandbox.workspace import Workspace

TransportName = Literal["socket", "http"]
OnTheWay = Callable[[datetime, Callable[[timedelta], None]], Awaitable[object]]
"""Told where the clock is going and how to move it, whoever lives by this clock may stop on the way."""
MachinePages = Mapping[str, Callable[[web.Request], Awaitable[web.StreamResponse]]]
"""A page's address ("/healthz") and what answers there."""


class Service:
    """Everything that the routes need, in one place."""

    start_over: Callable[[], None] | None = None
    """Forgets everything and begins anew, where whoever serves the sandbox can."""
    machine_pages: MachinePages = MappingProxyType({})
    """Addresses that machines read (is the app well?), of the app that is served beside the sandbox."""

    def __init__(
        self,
        workspace: Workspace,
        app: AppConfig,
        *,
        transport: TransportName = "socket",
        request_url: str | None = None,
        signed_at: Callable[[], float] | None = None,
        path: Path | None = None,
    ) -> None:
        self.workspace = workspace
        self.app = app
        self.clock = workspace.clock
        self.path = path
        self.base_url = ""
        self.take_results: Callable[[web.Request], Awaitable[web.StreamResponse]] | None = None
        """What the app serves at its own address beside Slack, where it has none of its own: POST /results."""
        self.closing = asyncio.Event()
        """Set when the sandbox ends: whoever holds a request open lets go."""
        self.on_the_way: OnTheWay | None = None
        self.advanced_seconds = 0.0
        """How far the page has moved the clock, for the snapshot."""
        self.waiting = Waiting(self.clock)
        self.triggers = Triggers(self.clock)
        self.responses = ResponseUrls(self.clock)
        self.tokens = Tokens(app)
        self.payloads = Payloads(workspace, app)
        self.faults = Faults()
        self.pace = Pace(self.clock)
        self.calls = Calls()
        self.entered: dict[tuple[str, str, str], dict[str, Json]] = {}
        """What people have entered into the inputs of messages: (person, channel, ts) -> state values."""
        self.sockets = SocketMode(app.app_id)
        seconds = signed_at or (lambda: self.clock.now().timestamp())
        self.http = HttpDelivery(app.signing_secret, seconds, request_url)
        self.courier = Courier(self._transport(transport), self.waiting)
        self.courier.when_answered = lambda: self.workspace.changes.say("delivered", {}, frozenset())
        self.sockets.when_changed = self._say_connection
        self.faults.when_changed = self._say_fault

    def use(self, transport: TransportName, request_url: str | None = None) -> None:
        """From now on reach the app this way."""
        self.http.url = request_url or self.http.url
        self.courier.transport = self._transport(transport)
        self._say_connection()

    def toast(self, user: str | None, text: str) -> None:
        """Show a short notice on a person's page, or on everybody's."""
        self.workspace.changes.say("toast", {"text": text}, frozenset({user}) if user else None)

    def advance(self, by: timedelta) -> None:
        """Move the clock forward."""
        self.clock.advance(by)
        self.advanced_seconds += by.total_seconds()
        self.clock_moved()

    async def pass_time(self, by: timedelta) -> None:
        """Move the clock forward as time passes: what falls due on the way may happen at its own moment."""
        until = self.clock.now() + by
        if self.on_the_way is not None:
            await self.on_the_way(until, self.advance)
        self.advance(max(until - self.clock.now(), timedelta()))

    def clock_moved(self) -> None:
        """Tell the page and all sleepers that the clock was moved (also by others)."""
        self.waiting.clock_moved()
        now = self.clock.now()
        self.workspace.changes.say("clock", {"now": now.timestamp(), "label": label(now)})

    async def close(self) -> None:
        """End what is under way."""
        self.closing.set()
        await self.courier.close()
        await self.sockets.close()
        await self.http.close()

    def _transport(self, name: TransportName) -> Transport:
        return self.sockets if name == "socket" else self.http

    def _say_fault(self) -> None:
        self.workspace.changes.say("fault", {"text": self.faults.describe()})

    def _say_connection(self) -> None:
        self.workspace.changes.say("app", {"connected": self.courier.transport.is_connected})
