"""What an evaluation tool's results say, as one message in the thread."""

from typing import Literal

from pydantic import Field

from bot.replies.base import Frozen, Reply
from bot.replies.review import BucketCount
from rules.review.marks import Mark


class TaskRuns(Frozen):
    """One golden task as the file has it."""

    name: str
    mark: Mark
    passed: int
    ran: int
    bar: str = ""


class ProviderRead(Frozen):
    """What the file says of the golden tasks with one provider."""

    provider: str = ""
    tasks: tuple[TaskRuns, ...] = ()
    words: str = ""
    """The golden tasks with their uncertainty, and the bar."""
    drop: str = ""
    """What fails now that passed last time."""
    dropped: tuple[str, ...] = ()
    others: int = 0
    offers: dict[str, str] = Field(default_factory=dict)
    """Names in the file that are close to a golden task's, by that task's name."""


class ResultsRead(Reply):
    """Results, read. Key "results:<digest>". [Use in the review], one button for each provider."""

    kind: Literal["results_read"] = "results_read"
    assessment_id: str
    name: str
    digest: str
    format: str
    suite: str = ""
    counts: dict[str, int] = Field(default_factory=dict)
    buckets: tuple[BucketCount, ...] = ()
    providers: tuple[ProviderRead, ...] = ()
    notes: tuple[str, ...] = ()
    month: str = ""
    """Of the review that stands open; empty where none does."""
    has_tasks: bool = True
    used_by: str | None = None
    """Who took them over into the review."""
