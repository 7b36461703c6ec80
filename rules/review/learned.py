"""What results say of the facts: an answer that they fill or contradict, offered as a change with its verdict.

Pure. Nothing is changed by this; a person presses. What counts as evidence is written here, once:

    how answers are checked    three golden tasks that were judged are a fixed set: the answer was open, none or ad hoc
    how today's prompt fails   a bucket with three failures, and a tenth of the runs, that the answer does not name
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rules.facts import Facts
from rules.framework import Architecture, Framework
from rules.possibilities import standing
from rules.vocabulary import Evals, Failure

ENOUGH_TASKS = 3
"""Golden tasks that make a set (F10: three to five)."""
FEWEST_FAILURES = 3
"""Fewer may be chance."""
SHARE_OF_RUNS = 0.1
"""Below a tenth of the runs a failure is an exception, not the way in which it fails."""
_KINDS: Mapping[str, tuple[Failure, str]] = {
    "formatting": (Failure.FORMAT, "a wrong format"),
    "context_overload": (Failure.CONTEXT_OVERLOAD, "too much context"),
    "safety": (Failure.SAFETY, "an unsafe answer or a needless refusal"),
    "tool_error": (Failure.TOOL_ERRORS, "a tool error"),
}
"""The buckets that are a way of failing by themselves. What a retrieval missed may be invented or stale: that is left
to people."""


class Learned(NamedTuple):
    """One change of a fact that results speak for."""

    fact: str
    value: tuple[str, ...]
    """The new value; several of a list fact."""
    because: str
    """What the results show, inside a sentence: "a wrong format in 9 of 40 runs"."""
    before: Architecture
    after: Architecture
    passes: bool
    """Whether the verdict after it passes, or only comes closest."""

    @property
    def key(self) -> str:
        """By what it is known that it was offered."""
        return f"{self.fact}:{','.join(self.value)}"


def learned(
    facts: Facts, *, judged_tasks: int, judged_runs: int, buckets: Mapping[str, int], framework: Framework
) -> tuple[Learned, ...]:
    """The changes that these results speak for.

    `judged_tasks` are golden tasks with a verdict, `judged_runs` all runs that passed or failed, `buckets` the failed
    ones by bucket.
    """
    before, _ = standing(facts, framework)
    changes = []
    for fact, value, because in (*_of_evals(facts, judged_tasks), *_of_failure(facts, judged_runs, buckets)):
        after, passes = standing(facts.replaced(fact, value if fact == "failure" else value[0]), framework)
        changes.append(Learned(fact, value, because, before, after, passes))
    return tuple(changes)


def _of_evals(facts: Facts, judged_tasks: int) -> Iterator[tuple[str, tuple[str, ...], str]]:
    is_less = facts.evals in {None, Evals.NONE, Evals.AD_HOC}
    if is_less and judged_tasks >= ENOUGH_TASKS:
        yield "evals", (str(Evals.GOLDEN_SET),), f"{judged_tasks} golden tasks were run and judged"


def _of_failure(
    facts: Facts, judged_runs: int, buckets: Mapping[str, int]
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    said = facts.failure or ()
    seen = [
        (failure, f"{words} in {buckets[bucket]:,} of {judged_runs:,} runs")
        for bucket, (failure, words) in _KINDS.items()
        if buckets.get(bucket, 0) >= max(FEWEST_FAILURES, SHARE_OF_RUNS * judged_runs) and failure not in said
    ]
    if seen:
        kept = tuple(failure for failure in said if failure is not Failure.NONE_YET)
        wanted = {*kept, *(failure for failure, _ in seen)}
        value = tuple(str(failure) for failure in Failure if failure in wanted)
        yield "failure", value, " and ".join(because for _, because in seen)
