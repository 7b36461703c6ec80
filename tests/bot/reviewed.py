"""A decided feature with its monthly review planned, and a review that stands open."""

from datetime import UTC, datetime

from rules import FRAMEWORK, decide
from rules.facts import Facts
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    Decision,
    GoldenTask,
    Review,
    ReviewSchedule,
    Tenant,
)

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
