"""A counter where people ask and are answered: an advisor at work on a real database, and what came of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot import commands
from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.replies import Reply, read_reply
from storage import Storage
from storage.records import Assessment, Delivery, DeliveryState, Tenant
from tests.bot.memory import memory

TENANT, OTHER = Tenant(team="T1"), Tenant(team="T2")
CHANNEL = "C1"


class Wristwatch:
    """A clock that goes on by a second each time somebody looks."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


class Counter:
    """An advisor at work, and what came of it."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = Wristwatch()
        self.woken = 0
        self.told: list[tuple[CommandBase, Reply]] = []
        self.asked_links: list[str] = []
        recalls = memory(storage, self.clock, self._permalink)
        self.advisor = Advisor(storage, recalls, wake=self._wake, tell=self._tell)

    def _wake(self) -> None:
        self.woken += 1

    async def _tell(self, command: CommandBase, reply: Reply) -> None:
        self.told.append((command, reply))

    async def _permalink(self, tenant: Tenant, channel: str, ts: str) -> str:
        self.asked_links.append(ts)
        return f"https://{tenant.team}.invalid/{channel}/{ts}"

    async def do(self, kind: type[CommandBase], by: str = "U1", **fields: Any) -> Any:
        said = {"tenant": TENANT, "channel": CHANNEL, "actor": by, **fields}
        return await self.advisor.handle(kind(**said))

    async def start(self, name: str = "Support copilot", **fields: Any) -> Assessment:
        await self.do(commands.StartAssessment, name=name, **{"response_url": "https://hooks.slack.com/x", **fields})
        found = await self.storage.assessments.find_by_name(TENANT, fields.get("channel", CHANNEL), name)
        assert found is not None
        return found

    async def deliver(self) -> list[Delivery]:
        """Send everything that waits, as Slack would take it; gives the rows in order."""
        sent: list[Delivery] = []
        while rows := await self.storage.outbox.claim("test", self.clock.now(), 50, timedelta(minutes=1)):
            for row in rows:
                ts = f"{len(self.asked_links)}.{row.seq}"
                await self.storage.outbox.finish(
                    row.id, "test", DeliveryState.SENT, ts=ts, channel=row.channel, error=None, at=self.clock.now()
                )
            sent += rows
        return sent


def kinds(rows: list[Delivery]) -> list[str]:
    return [read_reply(row.reply).kind for row in rows]
