"""A decided feature with its monthly review planned, a review that stands open, and what people do about it."""

from datetime import UTC, datetime
from typing import Any

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from rules import FRAMEWORK, decide
from rules.facts import Facts
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    Bucket,
    Decision,
    DeliveryMethod,
    GoldenTask,
    Review,
    ReviewSchedule,
    Tenant,
)
from tests.bot.declared import declared

T1 = Tenant(team="T1")
FACTS = Facts(need="facts", freshness="weekly", source="documents", corpus="large", receipts="regulated")
DUE = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DECIDED = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SCHEDULE = ReviewSchedule(day=1, zone="Europe/Berlin", owner="U1")
FEATURE = Assessment(
    id="a1",
    tenant=T1,
    channel="C1",
    name="Support copilot",
    state=AssessmentState.DECIDED,
    started_by="U2",
    started_at=DECIDED,
    changed_at=DECIDED,
    version=4,
    decision=Decision(at=DECIDED, facts=FACTS, verdict=decide(FACTS, FRAMEWORK)),
    answers={
        fact: Answer(fact=fact, value=value, by="U1", at=DECIDED)
        for fact, value in FACTS.model_dump(exclude_none=True).items()
    },
    golden_tasks=(GoldenTask(id="t1", name="Refund window"), GoldenTask(id="t2", name="Escalation")),
    schedule=SCHEDULE,
)
OPEN = Review(id="r1", tenant=T1, assessment_id="a1", month="2026-12", opened_at=DUE, version=1)


def carry_out(command: commands.CommandBase, now: datetime = DUE, **known: Any) -> Turn:
    """What comes of this command where so much is known."""
    recalled = Recalled(now=now, framework=FRAMEWORK, new_id="n1", **known)
    return advance(command, declared(command, recalled))


def do(
    kind: type[commands.CommandBase],
    feature: Assessment | None = FEATURE,
    *reviews: Review,
    now: datetime = DUE,
    logged: dict[Bucket, int] | None = None,
    by: str = "U1",
    **fields: Any,
) -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": by, "assessment_id": "a1"}
    return carry_out(kind(**{**said, **fields}), now, assessment=feature, reviews=reviews, logged=logged or {})


def scheduled(**fields: Any) -> Assessment:
    return FEATURE.model_copy(update={"schedule": SCHEDULE.model_copy(update=fields)})


def posts(turn: Turn) -> list[str | None]:
    return [say.message_key for say in turn.says if say.method is DeliveryMethod.POST]
