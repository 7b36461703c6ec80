"""The mechanism: rows -> what each architecture misses -> one outcome. It stands between the facts and the verdict.

- A `must` rules out every architecture that does not deliver it; partly is enough to pass.
- A prerequisite with the effect `rules_out` rules out its architectures while it is unmet.
- A `should` is a wish. Delivered fully it counts one, partly a half, and each wish is weighed by itself: two that no
  architecture meets together do not cancel each other.
- The outcome is, of those that pass, the one that misses least of the wishes, the smallest among equals; None where
  none passes. So a larger one needs a wish that it delivers further than the smaller. What the team cannot run yet
  (`to_run` in a prerequisite) is chosen only where nothing else passes: it is never built for a wish alone.

What unknown means: a row counts only when its condition holds, and a prerequisite is unmet only when it is known not to
hold. An open answer therefore never asks for something bigger on its own, and never takes something away. The one
exception is written into the row, where people can read it: `Unless` (see conditions). An answer to a question that
does not apply is left out, whatever it says (`rules/applying.py`).

Where none passes, the closest is named: what is missed weighs twice as much where answers would be wrong or a gate is
shut as where they would be slow or dear, and among those that miss least the same preference chooses.

Counted in whole numbers, half a wish being one, all of this is a sum for each architecture (`weights`), the least of
which wins; so the whole rulebook compiles into a decision diagram (`rules/compiler.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.applying import applying
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


PARTLY_MISSED = {Degree.FULLY: 0, Degree.PARTLY: 1, Degree.NOT: 2}
"""How many halves of a wish are missed at each degree."""

NOT_RUN = 1_000
"""What counts, in halves of a wish, against an architecture that the team cannot run yet: more than all wishes."""

GATE_WEIGHT = 2
"""What a shut gate weighs when the closest is named."""


def weight(demand: Demand) -> int:
    """What missing this demand weighs when the closest is named: a slow answer weighs less than a wrong one."""
    return 1 if demand.lens is Lens.OPERATIONS else 2


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the plain evaluation found: who is ruled out, what each misses, the outcome, and the rows behind it."""

    ruled_out: int
    missed: tuple[int, ...]
    """For each architecture, the halves of wishes that it misses, and NOT_RUN where the team cannot run it yet."""
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
    def wishes(self) -> frozenset[str]:
        """The demands raised as shoulds."""
        return frozenset(row.demand for row in self.demand_rows if row.strength is Strength.SHOULD)

    @property
    def shut(self) -> tuple[PrerequisiteRow, ...]:
        """The unmet prerequisites that rule out."""
        return tuple(gate for gate in self.unmet if gate.effect is Effect.RULES_OUT)


def outcome(ruled_out: int, missed: Sequence[int]) -> Architecture | None:
    """The architecture not ruled out that misses least, the smallest among equals; None where all are ruled out."""
    passing = [place for place in range(len(ORDER)) if not ruled_out >> place & 1]
    return ORDER[min(passing, key=lambda place: (missed[place], place))] if passing else None


@lru_cache(maxsize=16)
def degrees(framework: Framework) -> dict[str, tuple[Degree, ...]]:
    """For each demand, how far each architecture delivers it, smallest first."""
    by_pair = {(row.demand, row.architecture): row.degree for row in framework.delivery_rows}
    return {
        demand.id: tuple(by_pair.get((demand.id, each), Degree.FULLY) for each in ORDER) for demand in framework.demands
    }


@lru_cache(maxsize=16)
def misses(framework: Framework) -> dict[str, int]:
    """For each demand, the architectures that do not deliver it."""
    return {
        demand: mask(each for each, degree in zip(ORDER, found, strict=True) if degree is Degree.NOT)
        for demand, found in degrees(framework).items()
    }


@lru_cache(maxsize=16)
def wish_costs(framework: Framework) -> dict[str, tuple[int, ...]]:
    """For each demand, the halves of it that each architecture misses, smallest first."""
    return {demand: tuple(PARTLY_MISSED[degree] for degree in found) for demand, found in degrees(framework).items()}


def run_cost(gate: PrerequisiteRow) -> tuple[int, ...]:
    """What counts against each architecture while this prerequisite is unmet."""
    return tuple(NOT_RUN if gate.to_run and each in gate.architectures else 0 for each in ORDER)


def judge(facts: Facts, framework: Framework) -> Judgement:
    """Evaluate every row on these facts, complete or partial, and name the outcome."""
    facts = applying(facts, framework)
    missing, costs = misses(framework), wish_costs(framework)
    raised = tuple(row for row in framework.demand_rows if row.when.holds(facts) is True)
    unmet = tuple(row for row in framework.prerequisite_rows if row.needs.holds(facts) is False)
    ruled_out = 0
    wishes: dict[str, tuple[int, ...]] = {}
    for row in raised:
        if row.strength is Strength.MUST:
            ruled_out |= missing[row.demand]
        else:
            wishes[row.demand] = costs[row.demand]
    for gate in unmet:
        if gate.effect is Effect.RULES_OUT:
            ruled_out |= mask(gate.architectures)
    counted = (*wishes.values(), *(run_cost(gate) for gate in unmet if gate.to_run))
    missed = tuple([sum(each) for each in zip(*counted, strict=True)]) or (0,) * len(ORDER)
    return Judgement(ruled_out, missed, outcome(ruled_out, missed), raised, unmet)


def closest(judgement: Judgement, framework: Framework) -> Architecture:
    """The architecture that misses least where none passes."""
    missing, musts = misses(framework), judgement.musts
    cost = [GATE_WEIGHT * sum(a in gate.architectures for gate in judgement.shut) for a in ORDER]
    for demand in framework.demands:
        if demand.id in musts:
            for place in range(len(ORDER)):
                cost[place] += weight(demand) * (missing[demand.id] >> place & 1)
    farther = mask(architecture for architecture, each in zip(ORDER, cost, strict=True) if each > min(cost))
    return ORDER[0] if (found := outcome(farther, judgement.missed)) is None else found


def chosen(judgement: Judgement, framework: Framework) -> Architecture:
    """The outcome, or the closest where none passes."""
    return judgement.outcome or closest(judgement, framework)
