"""One process of several that work off what was acknowledged, and what it is given to keep."""

import asyncio
from typing import Any

from bot import commands
from bot.commands import CommandBase
from bot.intake import Intake
from bot.runtime.tasks import Tasks
from storage.records import Assessment
from tests.bot.counter import TENANT, Counter


class Process:
    """One process' intake on the counter's storage; it can be killed after it has kept things and before it works."""

    def __init__(self, counter: Counter, owner: str = "one", *, most: int = 100) -> None:
        self.counter = counter
        self.tasks = Tasks()
        self.waits: list[float] = []
        self.intake = Intake(
            counter.storage,
            counter.advisor,
            clock=counter.clock,
            owner=owner,
            tasks=self.tasks,
            most=most,
            sleep=self._sleep,
        )

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)

    async def keep(self, command: CommandBase) -> None:
        await self.intake.keep(command)

    async def killed(self, *kept: CommandBase) -> None:
        """Keep these, take over what is left, and be killed before any of it is done."""
        carry_out = self.counter.advisor.carry_out

        async def never(_command: CommandBase, _ahead: Assessment | None) -> None:
            await asyncio.Event().wait()

        self.counter.advisor.carry_out = never
        for command in kept:
            await self.keep(command)
        await self.intake.sweep(self.counter.clock.now())
        await asyncio.sleep(0.01)
        await self.tasks.drain(0.01)
        self.counter.advisor.carry_out = carry_out

    async def sweep(self) -> None:
        await self.intake.sweep(self.counter.clock.now())
        await self.tasks.drain()


def start(name: str = "Support copilot", **more: Any) -> commands.StartAssessment:
    said = {"tenant": TENANT, "actor": "U1", "channel": "C1", "inbox_key": f"view:{name}"}
    return commands.StartAssessment(**said, name=name, **more)


async def named(counter: Counter) -> list[str]:
    return sorted(found.name for found in await counter.storage.assessments.in_channel(TENANT, "C1"))
