"""What reopens a decision beside the calendar: facts that cross a line, one cause each, with a key that is told once.

    bucket   failures of one kind grew three months running     bar   the golden tasks stayed below it, twice running
    fact     volume or corpus was answered anew                 row   a dated row of the rulebook says another thing now

Pure. Who has to hear of it, and which causes were told, is not known here.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from rules.casing import lower_first
from rules.catalog import FRAMEWORK
from rules.catalog.buckets import BUCKETS
from rules.facts import Facts
from rules.framework import Framework, PrerequisiteRow
from rules.precedents import in_words
from rules.review.values import MonthResult
from rules.verdict import Verdict
from rules.wilson import BAR

GROWN = 3
"""So many months running a bucket grows, each above the one before, until it is told."""
MISSED = 2
"""So many reviews running are below the bar."""
LINES = ("volume", "corpus")
"""The facts that grow by themselves: another answer to one of them crosses a line."""


class CauseKind(StrEnum):
    """What of it has moved."""

    BUCKET = "bucket"
    BAR = "bar"
    FACT = "fact"
    ROW = "row"


class Cause(BaseModel):
    """One cause to look at a decision again."""

    model_config = ConfigDict(frozen=True)

    kind: CauseKind
    key: str
    """The same for the same cause, however long it lasts: "bucket:safety:2026-10" begins with October's growth."""
    says: str
    """One sentence."""


def drift(
    history: Sequence[MonthResult],
    *,
    verdict: Verdict,
    decided_on: date,
    today: date,
    facts: Facts,
    before: Facts,
    bar: float = BAR,
    framework: Framework = FRAMEWORK,
) -> tuple[Cause, ...]:
    """Every cause there is today. `history` is the reviews, oldest first; `before` what was answered before."""
    return (
        *_grown(history),
        *_below(history, bar),
        *_answered_anew(before, facts, framework),
        *_dated(verdict, decided_on, today, framework),
    )


def turning_days(verdict: Verdict, after: date, framework: Framework = FRAMEWORK) -> tuple[date, ...]:
    """The days to come on which a dated row that this verdict rests on claims something else."""
    days = {stage.before for row in _resting_on(verdict, framework) for stage in row.stages}
    return tuple(sorted(day for day in days if day is not None and day > after))


def _grown(history: Sequence[MonthResult]) -> Iterator[Cause]:
    """A month that nobody reviewed breaks the run: the next one counts its failures, too, which looks like growth."""
    missed = [at for at, month in enumerate(history) if month.was_missed]
    months = history[missed[-1] + 1 if missed else 0 :]
    for bucket in BUCKETS:
        counts = [0, *(month.failures.get(bucket.id, 0) for month in months)]
        run = 0
        while run < len(months) and counts[-1 - run] > counts[-2 - run]:
            run += 1
        if run >= GROWN:
            told = ", ".join(f"{count:,}" for count in counts[-run:])
            yield Cause(
                kind=CauseKind.BUCKET,
                key=f"{CauseKind.BUCKET}:{bucket.id}:{months[-run].month}",
                says=f"One kind of failure grew {run} months running ({lower_first(bucket.label)}): {told}.",
            )


def _below(history: Sequence[MonthResult], bar: float) -> Iterator[Cause]:
    """Reviews without a result say nothing either way."""
    run: list[MonthResult] = []
    for month in reversed([month for month in history if month.ran and not month.was_missed]):
        if not month.is_below(bar) or (run and month.architecture is not run[0].architecture):
            break
        run.insert(0, month)
    if len(run) >= MISSED:
        told = ", then ".join(f"{month.passed} of {month.ran}" for month in run)
        says = f"The golden tasks stayed below the bar in {len(run)} reviews running: {told} passed."
        yield Cause(kind=CauseKind.BAR, key=f"{CauseKind.BAR}:{run[0].month}", says=says)


def _answered_anew(before: Facts, facts: Facts, framework: Framework) -> Iterator[Cause]:
    for fact in LINES:
        then, now = before.value(fact), facts.value(fact)
        if then is not None and now is not None and then != now:
            words = f"{in_words(fact, then, framework)} before, {in_words(fact, now, framework)} now"
            says = f"“{framework.by_fact[fact].topic}” was answered anew: {words}."
            yield Cause(kind=CauseKind.FACT, key=f"{CauseKind.FACT}:{fact}:{then}:{now}", says=says)


def _dated(verdict: Verdict, decided_on: date, today: date, framework: Framework) -> Iterator[Cause]:
    for row in _resting_on(verdict, framework):
        passed = [s.before for s in row.passed(today) if s.before is not None and s.before > decided_on]
        if passed:
            yield Cause(kind=CauseKind.ROW, key=f"{CauseKind.ROW}:{row.id}:{passed[-1]}", says=row.claim_on(today))


def _resting_on(verdict: Verdict, framework: Framework) -> Iterator[PrerequisiteRow]:
    """The dated rows that are gates of the chosen architecture."""
    gates = {gate.id for gate in verdict.gates if verdict.verdict in gate.blocks}
    return (row for row in framework.prerequisite_rows if row.stages and row.id in gates)
