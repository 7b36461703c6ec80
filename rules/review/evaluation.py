"""What an evaluation says of the golden tasks: their marks, what failed that passed before, and what is no golden task.

Pure. One provider at a time: several models of one file are several evaluations, and people say which one counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from rules.review.marks import Mark, TaskRuns, bar_of, mark_of
from rules.review.matching import Matching, match
from rules.wilson import BAR, bar_in_words, results_in_words

_COUNTS = {1: "The one", 2: "Both"}


class Golden(NamedTuple):
    """One golden task: its name, its bar as people wrote it, and how it did last time ("pass", "fail" or "")."""

    name: str
    bar: str = ""
    before: str = ""
    also_called: tuple[str, ...] = ()
    """Names under which somebody said that result files have it."""
    not_called: tuple[str, ...] = ()
    """Names of which somebody said that they are another case."""


class TaskMarked(BaseModel):
    """One golden task with its mark and its runs."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    mark: Mark
    passed: int
    ran: int
    bar: str
    """The bar inside a sentence: "8 of 10 runs"."""


class Evaluation(BaseModel):
    """What one provider's results say of the golden tasks."""

    model_config = ConfigDict(frozen=True)

    provider: str = ""
    tasks: tuple[TaskMarked, ...]
    others: int = 0
    """Tasks of the file that are no golden task."""
    offers: dict[str, str] = Field(default_factory=dict)
    """Names in the file that are close to a golden task, by the name of that task."""
    dropped: tuple[str, ...] = ()
    """Names of the golden tasks that passed last time and fail now."""
    passed_before: int = 0
    """How many of those judged now had passed last time."""
    mended: tuple[str, ...] = ()
    """Names of the golden tasks that failed last time and pass now."""
    bar: float = BAR
    """The share of golden tasks that has to pass."""

    def count(self, mark: Mark) -> int:
        """How many golden tasks have this mark."""
        return sum(task.mark is mark for task in self.tasks)

    @property
    def words(self) -> str:
        """The golden tasks with their uncertainty, and the bar."""
        without = len(self.tasks) - self.ran if self.ran == 1 else 0  # which ones have none is listed below it
        result = results_in_words(self.passed, self.ran, without)
        return f"{result} {bar_in_words(self.passed, self.ran, self.bar)}".strip()

    @property
    def passed(self) -> int:
        """How many golden tasks passed."""
        return self.count(Mark.PASSED)

    @property
    def ran(self) -> int:
        """How many golden tasks were judged."""
        return self.passed + self.count(Mark.FAILED)

    @property
    def is_below(self) -> bool:
        """Whether fewer golden tasks passed than the bar asks for."""
        return self.ran > 0 and self.passed < self.bar * self.ran

    @property
    def drop_in_words(self) -> str:
        """A real drop, named even where so few tasks prove nothing; empty where none fell."""
        number = len(self.dropped)
        if not number:
            return ""
        if number == self.passed_before:
            who = _COUNTS.get(number, f"All {number}")
            return f"{who} that passed last time now {'fails' if number == 1 else 'fail'}; look there first."
        return f"{number} of {self.passed_before} that passed last time now {'fails' if number == 1 else 'fail'}."


def evaluate(
    runs: Iterable[TaskRuns],
    golden: Mapping[str, Golden],
    *,
    earlier: Iterable[TaskRuns] = (),
    bar: float = BAR,
) -> tuple[Evaluation, ...]:
    """One evaluation for each provider in the file, in the order in which they stand there; `golden` is by id.

    `earlier` are the runs of the file before: what it says of a task counts as last time, for the same provider or
    where both files have one only.
    """
    by_provider, before = _by_provider(runs), _by_provider(earlier)
    sole = next(iter(before), "") if len(before) == len(by_provider) == 1 else ""
    return tuple(
        _evaluation(provider, of_it, _with_earlier(golden, before.get(provider, before.get(sole, ()))), bar)
        for provider, of_it in by_provider.items()
    )


def _by_provider(runs: Iterable[TaskRuns]) -> dict[str, list[TaskRuns]]:
    by_provider: dict[str, list[TaskRuns]] = {}
    for one in runs:
        by_provider.setdefault(one.provider, []).append(one)
    return by_provider


def _with_earlier(golden: Mapping[str, Golden], earlier: Sequence[TaskRuns]) -> Mapping[str, Golden]:
    """The golden tasks, those that the earlier file judged with its result."""
    if not earlier:
        return golden
    summed = _summed(earlier, golden, _matched(earlier, golden))
    marks = {task: mark_of(summed[task], bar_of(one.bar)) for task, one in golden.items()}
    said = {Mark.PASSED: "pass", Mark.FAILED: "fail"}
    return {task: one._replace(before=said.get(marks[task], one.before)) for task, one in golden.items()}


def _matched(runs: Sequence[TaskRuns], golden: Mapping[str, Golden]) -> Matching:
    return match(
        (one.name for one in runs),
        {task: one.name for task, one in golden.items()},
        {other: task for task, one in golden.items() for other in one.also_called},
        {(other, task) for task, one in golden.items() for other in one.not_called},
    )


def _summed(runs: Sequence[TaskRuns], golden: Mapping[str, Golden], matching: Matching) -> dict[str, TaskRuns]:
    summed = {task: TaskRuns(one.name) for task, one in golden.items()}
    for one in runs:
        if task := matching.pairs.get(one.name):
            summed[task] = _sum(summed[task], one)
    return summed


def _evaluation(provider: str, runs: Sequence[TaskRuns], golden: Mapping[str, Golden], bar: float) -> Evaluation:
    matching = _matched(runs, golden)
    summed = _summed(runs, golden, matching)
    tasks = tuple(_marked(task, golden[task], summed[task]) for task in golden)
    judged = [task for task in tasks if task.mark in {Mark.PASSED, Mark.FAILED} and golden[task.id].before == "pass"]
    mended = [task for task in tasks if task.mark is Mark.PASSED and golden[task.id].before == "fail"]
    return Evaluation(
        provider=provider,
        tasks=tasks,
        others=len(matching.others),
        offers={name: golden[task].name for name, task in matching.offers.items()},
        dropped=tuple(task.name for task in judged if task.mark is Mark.FAILED),
        passed_before=len(judged),
        mended=tuple(task.name for task in mended),
        bar=bar,
    )


def _sum(one: TaskRuns, other: TaskRuns) -> TaskRuns:
    return TaskRuns(
        one.name,
        one.passed + other.passed,
        one.failed + other.failed,
        one.could_not_judge + other.could_not_judge,
        one.skipped + other.skipped,
    )


def _marked(task: str, golden: Golden, runs: TaskRuns) -> TaskMarked:
    bar = bar_of(golden.bar)
    mark = mark_of(runs, bar)
    return TaskMarked(id=task, name=golden.name, mark=mark, passed=runs.passed, ran=runs.ran, bar=bar.in_words)
