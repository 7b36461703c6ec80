"""The steps that tests of the monthly review share: a decided feature, its plan, and time that goes on."""

from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.person import ANA, SUPPORT
from bot.sandbox.records import Message
from rules.calendar import Rhythm, due, following, month_of
from storage.records import Assessment, Change, GoldenTask, Tenant
from tests.e2e.office import COPILOT, Office

OURS = Tenant(team="T0SANDBOX")
CSV = b"task,result\nrefund window,pass\nEscalations,pass\nContract lookup,fail\nweather,pass\n"
"""A result file of one close name, two golden tasks, and another case."""
PLAN: dict[str, Any] = {
    "On which day?": "1st",
    "At what time?": "10:00",
    "In which time zone?": "Europe/Berlin",
    "Who owns it?": ANA,
}


async def decided(office: Office) -> Message:
    """A feature with its verdict; gives the parent message."""
    parent = await office.begin()
    await office.interview(parent, COPILOT)
    await office.roadmap(parent)
    return parent


async def plan(office: Office, parent: Message, user: str = ANA, **values: Any) -> Message:
    """Plan the review in the modal; gives the line in the thread."""
    roadmap = await office.sandbox.message(SUPPORT, "Plan the monthly review", thread=parent.ts)
    await office.sandbox.click(user, roadmap, "Plan the monthly review")
    values = {**PLAN, "From which day on?": f"{office.clock.now():%Y-%m-%d}", **values}
    outcome = await office.sandbox.submit(user, await office.sandbox.modal(user, "On which day?"), values)
    assert not outcome.errors
    return await office.sandbox.message(SUPPORT, "Monthly review:", thread=parent.ts)


async def assessment(office: Office) -> Assessment:
    """The feature as it is stored."""
    assert office.bot is not None
    found = await office.bot.engine.storage.assessments.find_by_name(OURS, SUPPORT, "Support copilot")
    assert found is not None
    return found


async def add_tasks(office: Office, *names: str) -> None:
    """Golden tasks, as the team would have saved them."""
    assert office.bot is not None
    found = await assessment(office)
    tasks = tuple(GoldenTask(id=f"task{at}", name=name) for at, name in enumerate(names))
    saved = found.model_copy(update={"golden_tasks": tasks})
    await office.bot.engine.storage.remember(Change(tenant=OURS, at=office.clock.now(), assessments=(saved,)))


def travel(office: Office, to: datetime) -> None:
    """Move the clock forward to this moment, and a second beyond."""
    office.clock.advance(to - office.clock.now() + timedelta(seconds=1))


def next_first(office: Office, months: int = 1, *, hour: int = 10) -> datetime:
    """The first of the month so many from now, at about that hour of Berlin, in working days."""
    rhythm = Rhythm("Europe/Berlin", hour=hour, day=1)
    return due(rhythm, following(month_of(office.clock.now(), "Europe/Berlin"), months))


async def review(office: Office, containing: str = "Finish review") -> Message:
    """The review in the channel, as soon as it is there."""
    return await office.sandbox.message(SUPPORT, containing)


def posted(office: Office, channel: str = SUPPORT) -> list[str]:
    """The words of our messages in the channel itself, the parent left out."""
    ours = [m for m in office.sandbox.messages(channel) if m.user == office.sandbox.app.bot_user and not m.is_reply]
    return [office.sandbox.words(m) for m in ours if "monthly review" in m.text or "review of" in m.text]


async def settled(office: Office) -> None:
    """Wait until nothing that is due is left."""
    scheduler = office.bot.engine.scheduler if office.bot else None
    assert scheduler is not None
    await scheduler.run_due()


async def opened_review(office: Office, *tasks: str, owner: str = ANA) -> tuple[Message, Message]:
    """A review that stands open, after the parent message of its feature's thread."""
    parent = await decided(office)
    if tasks:
        await add_tasks(office, *tasks)
    await plan(office, parent, **{"Who owns it?": owner})
    travel(office, next_first(office))
    return parent, await review(office)
