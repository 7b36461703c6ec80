"""A decision over three versions with reviews, failures and changed answers: what records and exports are made of."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from bot.dialogue.exporting import written
from bot.exports import DecisionRecord, Kept, render_html, render_markdown
from rules import FRAMEWORK, Facts, decide, plan
from rules.review import MonthResult, conclude
from rules.verdict import Verdict
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    Bucket,
    ChecklistItem,
    Decision,
    GoldenTask,
    LoggedFailure,
    Review,
    ReviewState,
    Tenant,
)

NOW = datetime(2026, 3, 22, 10, 0, tzinfo=UTC)
ACME = Tenant(team="T0ACME")
NAMES = {"U1": "Ana Petrov", "U2": "Ben Ortiz"}
GIVEN = {"need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "receipts": "regulated"}
PROMPT = {"need": "facts", "freshness": "static", "source": "documents", "corpus": "prompt_sized", "receipts": "none"}
BOTH = pytest.mark.parametrize("render", [render_markdown, render_html], ids=["markdown", "page"])
Render = Callable[[DecisionRecord], str]


def assessment(
    name: str = "Support copilot",
    context: str = "",
    said: str | None = None,
    given: dict[str, str] | None = None,
    **fields: Any,
) -> Assessment:
    """A decided one, on these facts; the last question was answered with "not sure"."""
    answers = {
        fact: Answer(fact=fact, value=value, by="U1", at=NOW, said=said) for fact, value in (given or GIVEN).items()
    }
    answers["evals"] = Answer(fact="evals", value=None, by="U2", at=NOW + timedelta(minutes=1))
    draft = Assessment(
        id="a1",
        tenant=ACME,
        channel="C1",
        name=name,
        context=context,
        started_by="U1",
        started_at=NOW,
        changed_at=NOW,
        state=AssessmentState.DECIDED,
        answers=answers,
        golden_tasks=(GoldenTask(id="g1", name=name, must_contain=context),),
    ).model_copy(update=fields)
    verdict = _verdict(draft.facts())
    items = tuple(ChecklistItem(**item.model_dump()) for item in plan(verdict, draft.facts()).items)
    decision = Decision(at=NOW + timedelta(minutes=1), facts=draft.facts(), verdict=verdict)
    return draft.model_copy(update={"decision": decision, "checklist": items})


@cache
def _verdict(facts: Facts) -> Verdict:
    return decide(facts)


def versions() -> tuple[Assessment, Assessment, Assessment]:
    """Three of them, each superseding the one before."""
    over = {"state": AssessmentState.SUPERSEDED}
    return (
        assessment(id="a1", given=PROMPT, superseded_by="a2", **over),
        assessment(id="a2", supersedes="a1", superseded_by="a3", **over),
        assessment(id="a3", supersedes="a2"),
    )


def finished(of: Assessment, month: str, passed: int, failed: int, **failures: int) -> Review:
    """A finished review with what it concluded."""
    assert of.decision is not None
    result = MonthResult(
        month=month, passed=passed, failed=failed, failures=failures, architecture=of.decision.verdict.verdict
    )
    concluded = conclude(result, facts=of.decision.facts).model_dump(mode="json")
    began = {"facts": of.decision.facts.model_dump(mode="json", exclude_none=True), "architecture": result.architecture}
    return Review(
        id=f"r-{of.id}-{month}",
        tenant=ACME,
        assessment_id=of.id,
        month=month,
        state=ReviewState.FINISHED,
        opened_at=NOW,
        results={f"g{n}": "pass" if n < passed else "fail" for n in range(passed + failed)},
        outcome={**concluded, "began": began, "result": result.model_dump(mode="json")},
        finished_by="U2",
        finished_at=NOW + timedelta(days=10),
    )


def failure(of: str = "a1", **fields: Any) -> LoggedFailure:
    """A logged failure."""
    said = {"id": "f1", "bucket": Bucket.SAFETY, "by": "U1", "at": NOW, **fields}
    return LoggedFailure(tenant=ACME, assessment_id=of, **said)


def kept() -> Kept:
    """What belongs to the newest of the three versions."""
    first, second, third = versions()
    reviews = (
        finished(first, "2026-01", 1, 2, formatting=5),
        finished(second, "2026-02", 2, 3, retrieval_miss=9),
        finished(third, "2026-03", 5, 0),
    )
    changed = Answer(fact="need", value="behaviour", by="U2", at=NOW - timedelta(hours=1))
    answers = (changed, *third.answers.values())
    links = {"a2": "https://slack.com/archives/C1/p2", "a3": "https://slack.com/archives/C1/p3"}
    return Kept(before=(second, first), reviews=reviews, failures=(failure("a2"),), answers=answers, links=links)


def newest() -> DecisionRecord:
    third = versions()[2]
    assert third.decision is not None
    return written(third, third.decision, kept(), FRAMEWORK, NAMES).record
