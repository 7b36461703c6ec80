"""Delivery on a desk: a sandbox workspace, a real database, and the due-work engine between them, on a clock that
stands still until it is moved. What Slack was told is read from the sandbox, what became of it from the database.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from bot.commands import DeliveryFailed, ShownWithoutCharts
from bot.delivery import Attempt, Courier, Deliverer, File, SlackAnswer, Wire
from bot.delivery.scheduler import Scheduler
from bot.replies import Confirmed, Done, write_reply
from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import StillClock
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.showing.screens import BlockKitScreens
from storage import Storage
from storage.records import Change, Delivery, DeliveryMethod, DeliveryState, Tenant

TENANT = Tenant(team="T0SANDBOX")
_SEEN_BY_ONE = frozenset({DeliveryMethod.EPHEMERAL, DeliveryMethod.RESPOND})


class ImpatientWire(Wire):
    """Gives a call up as soon as the sandbox has taken it and will never answer, and not by the wall clock."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(sandbox.api_url)
        self._sandbox = sandbox

    async def _post(self, url: str, **request: Any) -> SlackAnswer:
        silence, calls = asyncio.Event(), self._sandbox.service.calls
        seen = calls.count

        def look(_change: object) -> None:
            if any((call.fault or "").startswith("timeout") for call in calls.since(seen)):
                silence.set()

        forget = self._sandbox.workspace.changes.listen(look)
        asked, silent = asyncio.ensure_future(super()._post(url, **request)), asyncio.ensure_future(silence.wait())
        try:
            await asyncio.wait({asked, silent}, return_when=asyncio.FIRST_COMPLETED)
            return asked.result() if asked.done() else SlackAnswer(ok=False, error="timeout")
        finally:
            forget()
            asked.cancel()
            silent.cancel()


class Desk:
    """One process' delivery."""

    def __init__(self, sandbox: Sandbox, storage: Storage, clock: StillClock, owner: str = "one") -> None:
        self.sandbox = sandbox
        self.storage = storage
        self.clock = clock
        self.failed: list[DeliveryFailed | ShownWithoutCharts] = []
        self.paused: list[tuple[Tenant, str]] = []
        self.ran: list[Mapping[str, Any]] = []
        self.attempts: list[Attempt] = []
        self.token: str | None = "xoxb-sandbox"
        self.wire = ImpatientWire(sandbox)
        self.deliverer = Deliverer(
            wire=self.wire,
            screens=BlockKitScreens({"picture": self._file}),
            find_message=storage.outbox.message,
            find_token=self._token,
            clock=clock,
        )
        self.courier = Courier(
            outbox=storage.outbox,
            deliverer=self.deliverer,
            clock=clock,
            owner=owner,
            run=self._run,
            tell_failed=self._tell_failed,
            tell_paused=self._tell_paused,
            counted=lambda _row, attempt: self.attempts.append(attempt),
        )
        self.scheduler = self.courier.hands = Scheduler(
            outbox=storage.outbox, carry=self.courier.carry, clock=clock, owner=owner
        )
        self._numbers = 0

    async def save(self, *rows: Delivery) -> None:
        """Put rows into the outbox, in one transaction."""
        await self.storage.remember(Change(tenant=rows[0].tenant, at=self.clock.now(), deliveries=rows))

    def row(self, method: DeliveryMethod = DeliveryMethod.POST, *, says: str = "", **fields: Any) -> Delivery:
        """A row that says something; by default a post into #support-ai under the key of its number.

        What only one person sees has no key: it is never shown again in another way, unless a test says so.
        """
        self._numbers += 1
        name = says or f"number {self._numbers}"
        made = {
            "id": f"d{self._numbers}",
            "tenant": TENANT,
            "method": method,
            "lane": "lane",
            "due_at": self.clock.now(),
            "reply": write_reply(Confirmed(done=Done.DELETED, name=name)),
            "assessment_id": "a1",
            "channel": SUPPORT,
            "message_key": None if method in _SEEN_BY_ONE else f"key{self._numbers}",
        }
        return Delivery.model_validate(made | fields)

    async def do(self, *rows: Delivery) -> Delivery:
        """Save rows and do all that is due; gives the last one as it stands then."""
        await self.save(*rows)
        await self.scheduler.run_due()
        return await self.get(rows[-1].id)

    async def later(self, seconds: float, delivery_id: str = "d1") -> Delivery:
        """Let time pass, do what is due then, and look at a row."""
        self.clock.advance(timedelta(seconds=seconds))
        await self.scheduler.run_due()
        return await self.get(delivery_id)

    async def get(self, delivery_id: str) -> Delivery:
        """A row as it stands."""
        found = await self.storage.outbox.get(TENANT, delivery_id)
        assert found is not None
        return found

    def renew_token(self) -> None:
        """The app is installed anew, with a token of its own."""
        tokens = self.sandbox.service.tokens
        self.token = tokens.exchange_code(tokens.issue_code(self.sandbox.app.scopes))

    def posts(self, channel: str = SUPPORT) -> list[str]:
        """The words of the messages in a channel and its threads, oldest first."""
        return [self.sandbox.words(m) for m in self.sandbox.workspace.messages[channel] if m.only_for is None]

    def called(self) -> list[str]:
        """The Web API methods that were called, in order."""
        return [call.method for call in self.sandbox.calls()]

    @property
    def now(self) -> datetime:
        """The time that stands still."""
        return self.clock.now()

    async def _token(self, _tenant: Tenant) -> str | None:
        return self.token

    async def _run(self, command: Mapping[str, Any]) -> None:
        self.ran.append(command)

    async def _tell_failed(self, failure: DeliveryFailed | ShownWithoutCharts) -> None:
        self.failed.append(failure)

    async def _tell_paused(self, tenant: Tenant, error: str) -> None:
        self.paused.append((tenant, error))

    async def _file(self, reply: Mapping[str, Any]) -> File:
        return File(name=f"{reply['name']}.png", title="A picture", content=b"\x89PNG", alt_text="What it shows")


@asynccontextmanager
async def open_desk(storage: Storage, *, history: bool = True, files: bool = True) -> AsyncIterator[Desk]:
    """A desk; without `history` or `files` the workspace did not grant those optional scopes."""
    clock = StillClock()
    app = AppConfig()
    if not history:
        app.scopes -= {"channels:history", "groups:history", "im:history"}
    if not files:
        app.scopes -= {"files:write"}
    async with Sandbox.open(clock=clock, app=app) as sandbox:
        desk = Desk(sandbox, storage, clock)
        try:
            yield desk
        finally:
            await desk.wire.close()


DAY = 86_400
SENT, PENDING, UNKNOWN, FAILED = (
    DeliveryState.SENT,
    DeliveryState.PENDING,
    DeliveryState.UNKNOWN,
    DeliveryState.FAILED,
)
CALLS = {
    DeliveryMethod.POST: "chat.postMessage",
    DeliveryMethod.UPDATE: "chat.update",
    DeliveryMethod.EPHEMERAL: "chat.postEphemeral",
    DeliveryMethod.PUBLISH: "views.publish",
    DeliveryMethod.UPLOAD: "files.completeUploadExternal",
}


async def row_of(desk: Desk, method: DeliveryMethod):
    """A row of this method with everything it needs in place."""
    if method in {DeliveryMethod.UPDATE, DeliveryMethod.UPLOAD}:
        await desk.do(desk.row(message_key="parent", lane="before"))
    match method:
        case DeliveryMethod.UPDATE:
            return desk.row(method, message_key="parent", says="edited")
        case DeliveryMethod.UPLOAD:
            return desk.row(method, under_key="parent", reply={"kind": "picture", "name": "verdict"})
        case DeliveryMethod.EPHEMERAL | DeliveryMethod.PUBLISH:
            return desk.row(method, user=ANA)
        case _:
            return desk.row(method)
