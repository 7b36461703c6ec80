"""The mechanism: rows -> two small sets of architectures -> one outcome. It stands between the facts and the verdict.

- A `must` rules out every architecture that does not deliver it; a `should` marks every one that does not.
- A prerequisite with the effect `rules_out` rules out its architectures while it is unmet.
- The outcome is the smallest architecture that is neither ruled out nor marked; where all that pass are marked, the
  smallest that passes; None where none passes. (`partly` is enough to pass; the comparison shows the difference.)

What unknown means: a row counts only when its condition holds, and a prerequisite is unmet only when it is known not to
hold. An open answer therefore never asks for something bigger on its own, and never takes something away. The one
exception is written into the row, where people can read it: `Unless` (see conditions).

Where none passes, the closest is named: what is missed weighs twice as much where answers would be wrong or a gate is
shut as where they would be slow or dear, and among those that miss least the same preference chooses.

Because the outcome depends on the two sets alone, the whole rulebook compiles into a decision diagram (see `effects`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rules.conditions import Condition, Not, settled
from rules.facts import Facts
from rules.framework import Architecture, Degree, Demand, DemandRow, Effect, Framework, Lens, PrerequisiteRow, Strength

ORDER: tuple[Architecture, ...] = tuple(Architecture)
"""The architectures, smallest first; the i-th is bit i of a mask."""

EVERY = (1 << len(ORDER)) - 1


def mask(architectures: Iterable[Architecture]) -> int:
    """These architectures as a set of bits."""
    return sum(1 << ORDER.index(architecture) for architecture in set(architectures))


def members(bits: int) -> tuple[Architecture, ...]:
    """The architectures of a set of bits, smallest first."""
    return tuple(architecture for place, architecture in enumerate(ORDER) if bits >> place & 1)


@dataclass(frozen=True, slots=True)
class RowEffect:
    """What one row does on complete facts: when it bites, whom it rules out, whom it marks."""

    row: str
    when: Condition
    rules_out: int
    marks: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the plain evaluation found: the two sets, the outcome, and the rows behind them."""

    ruled_out: int
    marked: int
    outcome: Architecture | None
    demand_rows: tuple[DemandRow, ...]
    """The demand rows that hold."""
    unmet: tuple[PrerequisiteRow, ...]
    """The prerequisites that are known not to hold, of either effect."""

    @property
    def musts(self) -> frozenset[str]:
        """The demands raised as musts."""
        return frozenset(row.demand for row in self.demand_rows if row.strength is Strength.MUST)

    @property
    def shut(self) -> tuple[PrerequisiteRow, ...]:
        """The unmet prerequisites that rule out."""
        return tuple(gate for gate in self.unmet if gate.effect is Effect.RULES_OUT)


def outcome(ruled_out: int, marked: int) -> Architecture | None:
    """The smallest architecture neither ruled out nor marked, else the smallest not ruled out, else None."""
    passing = EVERY & ~ruled_out
    best = passing & ~marked or passing
    return ORDER[(best & -best).bit_length() - 1] if best else None


@lru_cache(maxsize=16)
def misses(framework: Framework) -> dict[str, int]:
    """For each demand, the architectures that do not deliver it."""
    found = dict.fromkeys((demand.id for demand in framework.demands), 0)
    for row in framework.delivery_rows:
        if row.degree is Degree.NOT:
            found[row.demand] |= mask((row.architecture,))
    return found


@lru_cache(maxsize=16)
def effects(framework: Framework) -> tuple[RowEffect, ...]:
    """Every row that can move the outcome, its condition settled (exact on complete facts, free of `Unless`)."""
    missing = misses(framework)
    musts = {row.id: missing[row.demand] if row.strength is Strength.MUST else 0 for row in framework.demand_rows}
    raised = (
        RowEffect(row.id, settled(row.when), musts[row.id], missing[row.demand] & ~musts[row.id])
        for row in framework.demand_rows
    )
    gated = (
        RowEffect(row.id, Not(settled(row.needs)), mask(row.architectures), 0)
        for row in framework.prerequisite_rows
        if row.effect is Effect.RULES_OUT
    )
    return (*raised, *gated)


def judge(facts: Facts, framework: Framework) -> Judgement:
    """Evaluate every row on these facts, complete or partial, and name the outcome."""
    missing = misses(framework)
    raised = tuple(row for row in framework.demand_rows if row.when.holds(facts) is True)
    unmet = tuple(row for row in framework.prerequisite_rows if row.needs.holds(facts) is False)
    ruled_out = marked = 0
    for row in raised:
        if row.strength is Strength.MUST:
            ruled_out |= missing[row.demand]
        else:
            marked |= missing[row.demand]
    for gate in unmet:
        if gate.effect is Effect.RULES_OUT:
            ruled_out |= mask(gate.architectures)
    return Judgement(ruled_out, marked, outcome(ruled_out, marked), raised, unmet)


GATE_WEIGHT = 2
"""What a shut gate weighs when the closest is named."""


def weight(demand: Demand) -> int:
    """What missing this demand weighs when the closest is named: a slow answer weighs less than a wrong one."""
    return 1 if demand.lens is Lens.OPERATIONS else 2


def closest(judgement: Judgement, framework: Framework) -> Architecture:
    """The architecture that misses least where none passes."""
    missing, musts = misses(framework), judgement.musts
    cost = [GATE_WEIGHT * sum(a in gate.architectures for gate in judgement.shut) for a in ORDER]
    for demand in framework.demands:
        if demand.id in musts:
            for place in range(len(ORDER)):
                cost[place] += weight(demand) * (missing[demand.id] >> place & 1)
    least = sum(1 << place for place in range(len(ORDER)) if cost[place] == min(cost))
    return ORDER[0] if (found := outcome(EVERY & ~least, judgement.marked)) is None else found


def chosen(judgement: Judgement, framework: Framework) -> Architecture:
    """The outcome, or the closest where none passes."""
    return judgement.outcome or closest(judgement, framework)
