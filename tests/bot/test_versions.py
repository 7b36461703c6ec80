"""What is pressed on an earlier version after a newer one took its place: reviews and their plan live on there."""

from typing import Any

import pytest

from bot import commands
from bot.replies import PlanModal, Waits
from storage import Storage
from storage.records import AssessmentState, Delivery, DeliveryMethod, Review, ReviewSchedule, ScheduleState
from tests.bot.house import NOW, TENANT, House, decided

PLAN = ReviewSchedule(day=1, zone="Europe/Berlin", owner="U1")


@pytest.fixture
async def house(storage: Storage) -> House:
    """A decision whose plan went over to a newer version."""
    found = House(storage)
    ended = {"state": AssessmentState.SUPERSEDED, "superseded_by": "a2"}
    posted = [parent("a1", 1), parent("a2", 2)]
    await found.save(decided("a1", name="Old name", schedule=PLAN, **ended), deliveries=posted)
    await found.save(decided("a2", name="New name", supersedes="a1", schedule=PLAN))
    await found.later(0)
    return found


def parent(of: str, number: int, key: str = "parent") -> Delivery:
    """A message of ours that stands in the channel."""
    words = {"kind": "confirmed", "done": "deleted", "name": of}
    row = {"id": f"p{number}", "lane": f"p{number}", "due_at": NOW, "assessment_id": of, "channel": "C1"}
    return Delivery(tenant=TENANT, method=DeliveryMethod.POST, reply=words, message_key=key, **row)


async def press(house: House, kind: type[commands.CommandBase], **fields: Any) -> Any:
    """Press a button of the earlier version's plan."""
    return await house.do(kind, channel="C1", assessment_id="a1", **fields)


async def schedule(house: House, of: str) -> ReviewSchedule:
    found = await house.storage.assessments.get(TENANT, of)
    assert found is not None
    assert found.schedule is not None
    return found.schedule


async def test_pause_and_resume_on_the_old_plan_act_on_the_version_that_carries_it(house: House):
    await press(house, commands.PauseReviews)
    assert (await schedule(house, "a2")).state is ScheduleState.PAUSED

    await press(house, commands.ResumeReviews)
    assert (await schedule(house, "a2")).state is ScheduleState.ACTIVE
    assert await schedule(house, "a1") == PLAN


async def test_a_move_from_the_old_plan_is_about_the_version_that_carries_it(house: House):
    modal = await press(house, commands.AskForPlan)

    assert isinstance(modal, PlanModal)
    assert (modal.name, modal.owner) == ("New name", "U1")
    assert '"assessment": "a2"' in modal.private
    await press(house, commands.PlanReview, day="day:15", time="09:30", zone="Asia/Kathmandu", owner="U2")
    moved = await schedule(house, "a2")
    assert (moved.day, moved.zone, moved.owner) == (15, "Asia/Kathmandu", "U2")


async def test_a_review_that_moved_on_waits_once_on_the_home_and_leads_to_its_own_message(house: House):
    review = Review(id="r1", tenant=TENANT, assessment_id="a1", month="2026-12", opened_at=NOW)
    await house.save(reviews=[review], deliveries=[parent("a1", 3, "review:2026-12")])
    await house.later(0)
    message = await house.storage.outbox.message(TENANT, "a1", "review:2026-12")
    assert message is not None

    waiting = (await house.open("U1")).waiting

    assert [(one.waits, one.name, one.assessment_id) for one in waiting] == [(Waits.REVIEW, "New name", "a2")]
    assert waiting[0].link == f"https://acme.slack.com/archives/C1/p{message.ts.replace('.', '')}"
