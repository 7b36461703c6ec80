"""What is kept of the monthly reviews, and of the failures that people log between them."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from rules.framework import Architecture
from rules.review.track import Ended, is_measured
from storage.tenant import Record, Tenant


class Bucket(StrEnum):
    """The failure buckets of the framework (F11), and `unclassified` for what fits none."""

    RETRIEVAL_MISS = "retrieval_miss"
    CONTEXT_OVERLOAD = "context_overload"
    FORMATTING = "formatting"
    SAFETY = "safety"
    TOOL_ERROR = "tool_error"
    UNCLASSIFIED = "unclassified"


class LoggedFailure(Record):
    """One failure that somebody logged. A withdrawn one is kept and not counted."""

    id: str
    tenant: Tenant
    assessment_id: str
    bucket: Bucket
    golden_task: str | None = None
    what: str = ""
    link: str = ""
    by: str
    at: datetime
    withdrawn_at: datetime | None = None


class ReviewState(StrEnum):
    """Where a monthly review stands."""

    OPEN = "open"
    FINISHED = "finished"
    SKIPPED = "skipped"
    MISSED = "missed"


class TaskResult(StrEnum):
    """How one golden task did in a review."""

    PASS = "pass"  # noqa: S105 - a result, not a secret
    FAIL = "fail"
    COULD_NOT_JUDGE = "could_not_judge"
    """A judge or a tool broke, or nothing was checked; never a failure."""
    NOT_RUN = "not_run"


class TaskRuns(Record):
    """How often one golden task passed in a review."""

    passed: int
    of: int


class Review(Record):
    """One monthly review of one assessment; (assessment, month) is unique."""

    id: str
    tenant: Tenant
    assessment_id: str
    month: str
    """The due month, 'YYYY-MM', in the schedule's zone."""
    state: ReviewState = ReviewState.OPEN
    opened_at: datetime
    version: int = 0
    results: dict[str, TaskResult] = Field(default_factory=dict)
    """By golden task id."""
    runs: dict[str, TaskRuns] = Field(default_factory=dict)
    """By golden task id: of those that ran more than once, how often each passed."""
    counts: dict[Bucket, int] = Field(default_factory=dict)
    changed: bool | None = None
    """Whether any fact has changed; None while nobody said."""
    verdict: Architecture | None = None
    """The verdict in force when it was finished."""
    outcome: dict[str, Any] = Field(default_factory=dict)
    """What the review concluded (rules.review), as JSON."""
    finished_by: str | None = None
    finished_at: datetime | None = None
    nudged_at: datetime | None = None


def endings(reviews: Iterable[Review], since: datetime) -> list[Ended]:
    """What each review that was finished since then ended with, the oldest month first."""
    finished = [one for one in reviews if one.state is ReviewState.FINISHED and one.finished_at is not None]
    ended = [
        (one.verdict or one.outcome.get("architecture"), one.outcome.get("bar_state"))
        for one in sorted(finished, key=lambda one: one.month)
        if one.finished_at is not None and one.finished_at >= since
    ]
    return [Ended(Architecture(each), is_measured(bar)) for each, bar in ended if each in set(Architecture)]
