"""Commands about what an evaluation tool wrote: read for a feature, and used in its open review."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.commands.base import AboutAssessment
from bot.commands.review import AboutReview

MOST_TASKS_READ = 500
"""Tasks that a command carries; of a larger file the rest are other cases in any case."""


class TaskRead(BaseModel):
    """One task of a result file with one provider: runs by verdict."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    provider: str = ""
    passed: int = 0
    failed: int = 0
    could_not_judge: int = 0
    skipped: int = 0


class ReadResults(AboutAssessment):
    """A result file was read for this feature."""

    kind: Literal["read_results"] = "read_results"
    digest: str
    """Of the file's content: the same file twice counts once."""
    format: str
    suite: str = ""
    tasks: tuple[TaskRead, ...] = ()
    left_out: int = 0
    """How many more tasks the file has."""
    counts: dict[str, int] = Field(default_factory=dict)
    """Runs by verdict, over the whole file."""
    buckets: dict[str, int] = Field(default_factory=dict)
    """Failed runs by bucket, over the whole file."""
    notes: tuple[str, ...] = ()


class UseResults(AboutReview):
    """Take these results over into the open review."""

    kind: Literal["use_results"] = "use_results"
    digest: str
    place: int = 0
    """Which of the file's providers counts, in the order in which they were offered."""
