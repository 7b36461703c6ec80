"""From rows to a decision diagram: how the mechanism of `rules/judge.py` is compiled.

A demand or an unmet prerequisite counts against a few architectures, and the verdict depends on the sums alone: a
missed must or a shut gate counts more than all wishes together, so the least of five sums is the one that passes and
misses least of the wishes, or the closest where none passes. Each condition becomes a yes/no diagram, and the verdict
the least sum over them (`rules/least.py`). Expanding it one variable at a time, every distinct remainder once, gives a
reduced ordered multi-valued decision diagram (Bryant 1986; Kam et al. 1998).
"""

from collections.abc import Iterator
from typing import NamedTuple

from rules.framework import Effect, Framework, Strength
from rules.judge import GATE_WEIGHT, mask, misses, run_cost, weight, wish_costs
from rules.least import BAR, SIZE, Least, Open
from rules.nodes import NO, Nodes
from rules.variables import Reader, Variable

LEAVES = 2 * SIZE
"""Leaf i: the i-th architecture, which passes the bar; leaf SIZE + i: none passes, and the i-th comes closest."""

_NOTHING = (0,) * SIZE


class Bite(NamedTuple):
    """Something that counts against architectures."""

    holds: int
    """The node of its condition."""
    rules_out: int
    wished: tuple[int, ...]
    """What counts against each architecture where wishes are compared, in halves of a wish."""
    weight: int
    """What being ruled out by it weighs when the closest is named."""
    demand: str = ""
    """The demand that is raised; empty for a prerequisite."""

    @property
    def costs(self) -> tuple[int, ...]:
        """All that counts against each architecture: a missed must or a shut gate outweighs every wish."""
        out = self.rules_out
        return tuple([cost + self.weight * BAR * (out >> place & 1) for place, cost in enumerate(self.wished)])


def compiled(framework: Framework, order: tuple[Variable, ...]) -> tuple[int, Nodes]:
    """The verdict over variables in this order: the root, and the nodes with LEAVES as their leaves."""
    conditions = Nodes([variable.arity for variable in order])
    bites = [bite for bite in bites_of(framework, Reader(order, conditions, framework.moot)) if bite.holds != NO]
    expansion = _Expansion(conditions, Least([bite.costs for bite in bites]))
    return expansion.of(expansion.least.start([bite.holds for bite in bites])), expansion.result


def bites_of(framework: Framework, reader: Reader) -> Iterator[Bite]:
    """Everything that counts against architectures: each demand by its strength, each unmet prerequisite."""
    missed, costs = misses(framework), wish_costs(framework)
    for demand in framework.demands:
        for strength in Strength:
            rows = (row for row in framework.demand_rows if row.demand == demand.id and row.strength is strength)
            raised = reader.nodes.any_of(reader.read(row.when)[0] for row in rows)
            is_must = strength is Strength.MUST
            out, wished = (missed[demand.id], _NOTHING) if is_must else (0, costs[demand.id])
            yield Bite(raised, out, wished, weight(demand), demand.id)
    for row in framework.prerequisite_rows:
        out = mask(row.architectures) if row.effect is Effect.RULES_OUT else 0
        if out or row.to_run:
            yield Bite(reader.read(row.needs)[1], out, run_cost(row), GATE_WEIGHT)


class _Expansion:
    """Expands a race by its topmost variable; a remainder met before is not expanded again."""

    def __init__(self, conditions: Nodes, least: Least) -> None:
        self.conditions, self.least = conditions, least
        self.result = Nodes(conditions.arities, LEAVES)
        self._expanded: dict[Open, int] = {}

    def of(self, left: Open) -> int:
        """The node that ends where this race does."""
        race, nodes = left
        if not nodes:
            return race.running[0] + (0 if race.passes else SIZE)
        found = self._expanded.get(left)
        if found is None:
            level, ways = self.conditions.split(nodes)
            settled = self.least.settled
            kids = [self.of(settled(race, way)) for way in ways]
            found = self._expanded[left] = self.result.node(level, tuple(kids))
        return found
