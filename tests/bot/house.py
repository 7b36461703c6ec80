"""A house for tests of the Home: an advisor on a real database, and people in channels as Slack tells of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot import commands
from bot.advisor import Advisor
from bot.commands import CommandBase, read_command
from bot.replies import HomeScreen, Reply, read_reply
from bot.sandbox.clock import StillClock
from bot.slack.membership import Membership, Told
from storage import Storage
from storage.records import Assessment, Change, ChecklistItem, Delivery, DeliveryMethod, DeliveryState, Tenant
from tests.bot.memory import gathering, memory
from tests.storage.samples import FULL

TENANT, OTHER = Tenant(team="T1"), Tenant(team="T2")
NOW = datetime(2026, 12, 8, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class House:
    """An advisor, people in channels as Slack tells of them, and what is due, done when it falls due."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = StillClock(NOW)
        self.channels: dict[str, dict[str, str]] = {"U1": {"C1": "support-ai"}, "U2": {"C1": "support-ai"}}
        self.told = Told.ALL
        self.admins: set[str] = set()
        self.site = "https://acme.slack.com"
        self.asked_addresses = 0
        self.published: list[tuple[str, HomeScreen]] = []
        self.said: list[tuple[str, Reply]] = []
        self.meanwhile: list[CommandBase] = []
        gathers = gathering(storage, self._find_channels, self._is_admin, find_address=self._permalink)
        recalls = memory(storage, self.clock, self._permalink, gathers)
        self.advisor = Advisor(storage, recalls, wake=lambda: None, tell=self._tell)

    async def _find_channels(self, tenant: Tenant, user: str) -> Membership:
        if self.meanwhile:
            await self.advisor.carry_out(self.meanwhile.pop())
        if self.told is not Told.ALL or tenant != TENANT:
            return Membership(self.told if tenant == TENANT else Told.ALL)
        return Membership(Told.ALL, self.channels[user]) if user in self.channels else Membership(Told.GONE)

    async def _is_admin(self, tenant: Tenant, user: str) -> bool | None:
        return (user in self.admins or None) if tenant == TENANT else None

    async def _tell(self, command: CommandBase, reply: Reply) -> None:
        self.said.append((command.actor, reply))

    async def _permalink(self, _tenant: Tenant, channel: str, ts: str) -> str | None:
        self.asked_addresses += 1
        return f"{self.site}/archives/{channel}/p{ts.replace('.', '')}" if self.site else None

    async def do(self, kind: type[CommandBase], by: str = "U1", **fields: Any) -> Any:
        """Somebody does something; by default in no channel, as in the Home."""
        return await self.advisor.handle(kind(**{"tenant": TENANT, "actor": by, **fields}))

    async def open(self, user: str = "U1", page: int = 0) -> HomeScreen:
        """Open somebody's Home and look at it."""
        await self.do(commands.AppHomeOpened, user, page=page)
        await self.later(0)
        return self.home(user)

    def home(self, user: str) -> HomeScreen:
        """What this person sees."""
        return next(screen for whose, screen in reversed(self.published) if whose == user)

    async def later(self, seconds: float = 2) -> None:
        """Let time pass and do what is due then."""
        self.clock.advance(timedelta(seconds=seconds))
        while rows := await self.storage.outbox.claim("test", self.clock.now(), 50, timedelta(minutes=1)):
            for row in rows:
                await self._deliver(row)
                place = {"ts": f"{row.seq}.1", "channel": row.channel}
                end = DeliveryState.SENT
                await self.storage.outbox.finish(row.id, "test", end, **place, at=self.clock.now())

    async def _deliver(self, row: Delivery) -> None:
        if row.method is DeliveryMethod.RUN:
            await self.advisor.carry_out(read_command(dict(row.reply)))
            return
        reply = read_reply(row.reply)
        if isinstance(reply, HomeScreen):
            self.published.append((row.user or "", reply))
        else:
            self.said.append((row.channel or "", reply))

    async def save(self, *assessments: Assessment, **parts: Any) -> None:
        """Put something into the database as if it had always been there."""
        await self.storage.remember(Change(tenant=TENANT, at=NOW, assessments=assessments, **parts))

    async def start(self, name: str = "Support copilot", channel: str = "C1", by: str = "U2") -> Assessment:
        """`/ftrag assess`."""
        await self.do(
            commands.StartAssessment, by, channel=channel, name=name, response_url="https://hooks.slack.com/x"
        )
        found = await self.storage.assessments.find_by_name(TENANT, channel, name)
        assert found is not None
        return found


def decided(id_: str = "a1", channel: str = "C1", name: str = "Support copilot", **fields: Any) -> Assessment:
    given = {"id": id_, "tenant": TENANT, "channel": channel, "name": name, "supersedes": None, "superseded_by": None}
    return FULL.model_copy(update={**given, "version": 0, "asking": None, **fields})


def item(title: str, due: str | None, owner: str = "U1") -> ChecklistItem:
    """An open roadmap item."""
    return ChecklistItem(id=title, phase="evaluation", title=title, detail="", due=due, owner=owner)
