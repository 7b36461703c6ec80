"""What is carried of a result file: its counts, and so many of its tasks as a command holds, golden ones first.

A file may have a hundred thousand tasks; what the team reads is about its golden ones, so the rest is only counted.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, Field

from bot.results.values import Results, Task, Verdict

MOST_TASKS_READ = 500
"""Tasks that are carried; of a larger file the rest are other cases in any case."""
_MOST_NOTES = 5
_DIGEST = 32
"""Hex digits of the content's hash by which a file is known: half of SHA-256, which nobody meets by chance."""


class TaskRead(BaseModel):
    """One task of a result file with one provider: runs by verdict."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    provider: str = ""
    passed: int = 0
    failed: int = 0
    could_not_judge: int = 0
    skipped: int = 0


class Summary(BaseModel):
    """What is carried of one result file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    digest: str
    """Of the file's content: the same content counts once, whatever it is called."""
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


class GoldenNames(BaseModel):
    """What golden tasks are called: their names by id, and other names of theirs that somebody confirmed."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    tasks: dict[str, str] = Field(default_factory=dict)
    known: dict[str, str] = Field(default_factory=dict)
    """By another name the id of the task."""


def digest_of(stream: BinaryIO) -> str:
    """By what the content of a seekable file is known."""
    stream.seek(0)
    known = sha256()
    while piece := stream.read(1024 * 1024):
        known.update(piece)
    return known.hexdigest()[:_DIGEST]


def summary_of(results: Results, digest: str, names: GoldenNames) -> Summary:
    """The results in the size of a command; tasks keep their order, but for golden ones and those close to one."""
    from rules.review.matching import match  # noqa: PLC0415 - for whoever reads a file, in a process of its own

    matching = match((task.name for task in results.tasks), names.tasks, names.known)
    near: Mapping[str, str] = {**matching.pairs, **matching.offers}
    tasks = sorted(results.tasks, key=lambda task: task.name not in near)
    return Summary(
        digest=digest,
        format=results.format,
        suite=results.suite,
        tasks=tuple(_read(task) for task in tasks[:MOST_TASKS_READ]),
        left_out=max(0, len(tasks) - MOST_TASKS_READ),
        counts=results.counts,
        buckets=results.buckets,
        notes=results.notes[:_MOST_NOTES],
    )


def _read(task: Task) -> TaskRead:
    return TaskRead(
        name=task.name,
        provider=task.provider,
        passed=task.of(Verdict.PASS),
        failed=task.of(Verdict.FAIL),
        could_not_judge=task.of(Verdict.COULD_NOT_JUDGE),
        skipped=task.of(Verdict.SKIPPED),
    )
