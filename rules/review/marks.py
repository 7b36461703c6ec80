"""The bar of one golden task, and the mark that its runs earn under it: 8 of 10, 90 %, every time.

Runs that nobody could judge are never failures. They leave a mark open only where they could turn it: a task with 8 of
10 to pass, 8 passed and 2 unjudged has passed; with 7 passed it could not be judged.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from rules.wilson import BAR

_OF = re.compile(r"\b(\d{1,4})\s*(?:of|out of|/|von)\s*(\d{1,4})\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(\d{1,3})(?:\.\d+)?\s*(?:%|percent|per cent)", re.IGNORECASE)


class Mark(StrEnum):
    """How one golden task did."""

    PASSED = "passed"
    FAILED = "failed"
    COULD_NOT_JUDGE = "could_not_judge"
    NOT_RUN = "not_run"


@dataclass(frozen=True, slots=True)
class TaskBar:
    """So many of so many runs have to pass; compared as a share, since nobody runs a task just as often each month."""

    needed: int
    of: int

    @property
    def in_words(self) -> str:
        """The bar inside a sentence: "8 of 10 runs", "every run"."""
        return "every run" if self.needed == self.of else f"{self.needed} of {self.of} runs"


EVERY_RUN = TaskBar(1, 1)
"""What is asked where a task's bar names no number."""


@dataclass(frozen=True, slots=True)
class TaskRuns:
    """The runs of one task with one provider: how many had each verdict."""

    name: str
    passed: int = 0
    failed: int = 0
    could_not_judge: int = 0
    skipped: int = 0
    provider: str = ""

    @property
    def ran(self) -> int:
        """How many runs were judged."""
        return self.passed + self.failed


def bar_of(text: str) -> TaskBar:
    """The bar that a person wrote: "8 of 10", "at least 90 %"; every run where there is no number that can be one."""
    return written_bar(text) or EVERY_RUN


def written_bar(text: str) -> TaskBar | None:
    """The bar that a person wrote; None where there is no number that can be one."""
    if found := _OF.search(text):
        needed, of = int(found.group(1)), int(found.group(2))
        if 0 < needed <= of:
            return TaskBar(needed, of)
    if found := _SHARE.search(text):
        share = int(found.group(1))
        if 0 < share <= 100:
            return TaskBar(share, 100) if share < 100 else EVERY_RUN
    return None


def share_of(text: str) -> float | None:
    """The share of tasks that a person wrote: "4 of 5", "80 %"; None where there is no number that can be one."""
    bar = written_bar(text)
    return bar.needed / bar.of if bar else None


def read_runs(text: str, name: str = "") -> TaskRuns | None:
    """The runs of one task as a person wrote them, "8 of 10", none of 5 included; None where that says no runs."""
    found = _OF.search(text)
    if found is None or not int(found.group(1)) <= int(found.group(2)) or not int(found.group(2)):
        return None
    passed, of = int(found.group(1)), int(found.group(2))
    return TaskRuns(name, passed, of - passed)


def mark_of(runs: TaskRuns, bar: TaskBar = EVERY_RUN) -> Mark:
    """What the runs earn; the unjudged ones are counted for and against, and only then is the mark open."""
    if not runs.ran:
        return Mark.COULD_NOT_JUDGE if runs.could_not_judge else Mark.NOT_RUN
    asked = bar.needed * (runs.ran + runs.could_not_judge)
    if runs.passed * bar.of >= asked:
        return Mark.PASSED
    if (runs.passed + runs.could_not_judge) * bar.of < asked:
        return Mark.FAILED
    return Mark.COULD_NOT_JUDGE


def tasks_in_words(text: str, count: int) -> str:
    """How many of so many golden tasks have to pass, inside a sentence: "3 of 3"; the share where there are none."""
    share = share_of(text) or BAR
    return f"{ceil(round(share * count, 6))} of {count}" if count else share_in_words(text)


def share_in_words(text: str) -> str:
    """The share of tasks that has to pass, inside a sentence: "80 of 100"."""
    return f"{round(100 * (share_of(text) or BAR))} of 100"
