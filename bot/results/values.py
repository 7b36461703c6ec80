"""What is read out of a result file: runs with a verdict each, and the results that they add up to.

A task is one golden task or case; its runs are its repeats, epochs and providers. Retries, filters and metrics are no
runs of their own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LONGEST_NAME = 200
"""Characters of a name that are kept; what is longer is cut with an ellipsis."""

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_HALF = re.compile(r"[\ud800-\udfff]")


class Refused(Exception):  # noqa: N818 - a sentence for a person
    """The file is not read. The message is one plain sentence that names the fault and the remedy."""


class Verdict(StrEnum):
    """What came of one run, in the order of the counts."""

    PASS = "pass"  # noqa: S105 - a verdict
    FAIL = "fail"
    COULD_NOT_JUDGE = "could_not_judge"
    SKIPPED = "skipped"


class Mark(StrEnum):
    """What one metric said of one run, by the tool's own word."""

    PASSED = "passed"
    FAILED = "failed"
    BROKE = "broke"
    """The metric, its judge or the harness did not work."""
    SILENT = "silent"
    """It measured something, and says neither pass nor fail."""


@dataclass(frozen=True, slots=True)
class Check:
    """One metric of one run."""

    metric: str
    mark: Mark
    labels: tuple[str, ...] = ()
    """Words that may name a bucket, put on the check on purpose."""


@dataclass(frozen=True, slots=True)
class Run:
    """One attempt at one task. `key` tells tasks apart that share a name; it is never shown."""

    task: str
    verdict: Verdict
    provider: str = ""
    key: str = ""
    labels: tuple[str, ...] = ()
    """Words that may name a failure bucket, put on the case on purpose."""
    failed: tuple[str, ...] = ()
    """The metrics that failed, by name."""
    detail: str = ""
    """What tells the task from another one of its name, in words; shown only where there is another one."""


@dataclass(slots=True)
class Task:
    """The counts of one task with one provider; runs, not metrics."""

    name: str
    provider: str = ""
    runs: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    """How many runs had each verdict, in the order of Verdict."""

    def of(self, verdict: Verdict) -> int:
        """How many runs had this verdict."""
        return self.runs[ORDER[verdict]]


ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Results:
    """A result file, read: counts are runs, buckets count failed runs, notes say what counts do not."""

    format: str
    counts: dict[str, int]
    tasks: tuple[Task, ...]
    buckets: dict[str, int]
    notes: tuple[str, ...]
    tool_version: str = ""
    suite: str = ""
    at: str = ""
    """When the run began, as the tool wrote it (ISO 8601 where it could be told)."""


@dataclass(slots=True)
class Remarks:
    """What a reader learns beside the runs while it reads: the header of the results, and the notes."""

    tool_version: str = ""
    suite: str = ""
    at: str = ""
    notes: list[str] = field(default_factory=list)
    has_tasks: bool = True
    """Whether the runs are golden tasks; a tool that tests whole columns has none."""

    def note(self, sentence: str) -> None:
        """Say a thing once."""
        if sentence not in self.notes:
            self.notes.append(sentence)


def judge(checks: Iterable[Check]) -> Verdict:
    """One run's verdict: failed if a metric failed; else not judged if one broke or none said anything; else passed."""
    marks = {check.mark for check in checks}
    if Mark.FAILED in marks:
        return Verdict.FAIL
    if Mark.BROKE in marks or Mark.PASSED not in marks:
        return Verdict.COULD_NOT_JUDGE
    return Verdict.PASS


def judged(
    task: str,
    checks: Iterable[Check],
    *,
    provider: str = "",
    key: str = "",
    labels: Iterable[str] = (),
    detail: str = "",
) -> Run:
    """A run whose verdict follows from its checks; the labels of the checks that failed follow those of the case."""
    said = tuple(checks)
    failed = tuple(check for check in said if check.mark is Mark.FAILED)
    on_checks = tuple(label for check in failed for label in check.labels)
    names = tuple(check.metric for check in failed)
    return Run(task, judge(said), provider, key, (*labels, *on_checks), names, detail)


def clean(text: Any, longest: int = LONGEST_NAME) -> str:
    """A name as one line that every reader can show: no control character, no half character, not too long."""
    if isinstance(text, str) and len(text) <= longest and text.isprintable():
        return text.strip()
    words = text if isinstance(text, str) else "" if text is None else _plain(text)
    flat = _UNSEEN.sub(lambda found: "\ufffd" if _HALF.search(found.group()) else " ", words[: longest * 4]).strip()
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"


def _plain(value: Any) -> str:
    """A number, a list or an object as a short text."""
    if isinstance(value, dict):
        return ", ".join(f"{name}={_plain(inner)}" for name, inner in list(value.items())[:20])
    if isinstance(value, list):
        return ", ".join(_plain(inner) for inner in value[:20])
    if isinstance(value, str):
        return value[:LONGEST_NAME]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**LONGEST_NAME:
        return "a very long number"
    return "yes" if value is True else "no" if value is False else str(value)


def as_object(value: Any) -> dict[str, Any]:
    """The value where it is an object; else an empty one, since types lie."""
    return value if isinstance(value, dict) else {}


def as_objects(value: Any) -> list[dict[str, Any]]:
    """The objects in a list; none where the value is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
