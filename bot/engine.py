"""Everything that works without a request: the advisor, delivery and the scheduler, put together.

`worker` runs an engine alone; `build_app` puts Bolt and the listeners in front of one. Nothing here connects to
anything by itself.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.commands import read_command
from bot.delivery import SLACKS, Attempt, Courier, Deliverer, Rates, Wire
from bot.delivery.ends import PAUSE
from bot.delivery.scheduler import LONGEST_SLEEP, Scheduler
from bot.front import Front
from bot.handing import Reader
from bot.health import Health
from bot.intake import Intake
from bot.runtime.clock import Clock
from bot.runtime.failpoint import Reach, no_failpoints
from bot.runtime.owner import new_owner
from bot.runtime.tasks import Tasks
from bot.setup.ahead import Ahead, ahead_of
from bot.setup.settings import Connection, Mode, Settings
from bot.slack.workspaces import ManyWorkspaces, OneWorkspace
from rules import FRAMEWORK
from rules.framework import Framework
from storage import Installations, Storage
from storage.records import Delivery, Tenant

if TYPE_CHECKING:
    from bot.advisor import Advisor
    from bot.rooms import Rooms

_SWEEP = timedelta(seconds=5)
_HOUSE = timedelta(hours=6)
_LOOK_AT_PAUSES = timedelta(minutes=1)


@dataclass(frozen=True)
class Engine:
    """The parts of a running bot that other parts ask for."""

    storage: Storage
    clock: Clock
    wire: Wire
    workspaces: OneWorkspace | ManyWorkspaces
    tasks: Tasks
    front: Front
    reader: Reader
    intake: Intake
    deliverer: Deliverer
    scheduler: Scheduler
    health: Health
    ahead: Ahead

    @property
    def advisor(self) -> "Advisor":
        """The advisor behind the front, at once."""
        return self.front.rooms.advisor

    def is_at_work(self) -> bool:
        """Whether somebody waits for anything that is under way."""
        return bool(len(self.tasks) or self.scheduler.is_carrying)

    async def close(self, within: float) -> None:
        """Finish what is under way, for so many seconds; the rest is done by whoever starts next."""
        await self.tasks.drain(within / 2)
        await self.scheduler.stop(within / 2)
        await self.wire.close()


def build_engine(
    connection: Connection,
    storage: Storage,
    clock: Clock,
    *,
    framework: Framework = FRAMEWORK,
    reach: Reach = no_failpoints,
    look_every: timedelta = LONGEST_SLEEP,
    rates: Rates = SLACKS,
    settings: Settings | None = None,
) -> Engine:
    """Put the parts together, inside a running event loop; `settings`: what is set beside the connection."""
    wire, owner, tasks, reader, ahead = Wire(connection.api_url), new_owner(), Tasks(), Reader(), ahead_of(framework)
    workspaces, pauses = _workspaces(connection, storage, wire, clock), _Pauses(storage.installations)

    def wake() -> None:
        reach("after_commit")
        scheduler.wake()

    own: dict[str, Any] = {"framework": framework, "settings": settings, "wake": wake, "reader": reader}
    own |= {"ready": ahead.ready, "when_unheard": lambda what: health.count("unheard", what)}
    front = Front(_furnishing(storage, clock, wire, workspaces, **own), ahead.ready)
    deliverer = Deliverer(wire=wire, screens=front, clock=clock, rates=rates, **_found_by(storage, workspaces))
    at_work: dict[str, Any] = {"outbox": storage.outbox, "clock": clock, "owner": owner, "reach": reach}
    courier = Courier(
        **at_work,
        deliverer=deliverer,
        run=_runner(front),
        tell_failed=front.carry_out,
        tell_paused=lambda tenant, _error: pauses.pause(tenant, clock.now()),
        counted=lambda row, outcome: _count(health, row, outcome),
    )
    intake = Intake(storage, front, clock=clock, owner=owner, tasks=tasks)
    chores = ((_SWEEP, intake.sweep), (_HOUSE, storage.keep_house), (_LOOK_AT_PAUSES, pauses.lift))
    at_work |= {"carry": _once_loaded(front, courier), "chores": chores, "look_every": look_every}
    scheduler: Scheduler = Scheduler(**at_work)
    courier.hands = scheduler
    health: Health = Health(outbox=storage.outbox, clock=clock, scheduler=scheduler)
    return Engine(storage, clock, wire, workspaces, tasks, front, reader, intake, deliverer, scheduler, health, ahead)


def _furnishing(*given: Any, **own: Any) -> Callable[[], "Rooms"]:
    """How the half that answers is put together when it is needed: it is half of a start, and no ack needs it."""

    def furnish() -> "Rooms":
        from bot import rooms  # noqa: PLC0415

        return rooms.furnish(*given, **own)

    return furnish


def _once_loaded(front: Front, courier: Courier) -> Callable[[Delivery], Awaitable[object]]:
    """Carry a row once what shows it is there."""

    async def carry(row: Delivery) -> object:
        await front.loaded()
        return await courier.carry(row)

    return carry


def _found_by(storage: Storage, workspaces: OneWorkspace | ManyWorkspaces) -> dict[str, Any]:
    """Who tells a deliverer what it looks up."""
    return {
        "find_message": storage.outbox.message,
        "find_token": workspaces.token,
        "find_bot": workspaces.bot_user,
    }


def _runner(front: Front) -> Callable[[Mapping[str, Any]], Awaitable[object]]:
    """What becomes of a command of our own that falls due."""

    async def run(command: Mapping[str, Any]) -> object:
        return await front.carry_out(read_command(command))

    return run


def _workspaces(connection: Connection, storage: Storage, wire: Wire, clock: Clock) -> OneWorkspace | ManyWorkspaces:
    if connection.mode is Mode.OAUTH:
        return ManyWorkspaces(storage.installations, clock)
    return OneWorkspace(connection.bot_token, wire, clock)


def _count(health: Health, row: Delivery, attempt: Attempt) -> None:
    health.count("deliveries", f"{row.method}:{attempt.end}")


class _Pauses:
    """Workspaces whose token Slack refused in this process: out of the way in storage, and tried again in an hour."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations
        self._until: dict[Tenant, datetime] = {}

    async def pause(self, tenant: Tenant, now: datetime) -> None:
        self._until[tenant] = now + PAUSE
        await self._installations.pause(tenant)

    async def lift(self, now: datetime) -> None:
        for tenant in [tenant for tenant, until in self._until.items() if until <= now]:
            del self._until[tenant]
            await self._installations.resume(tenant)
