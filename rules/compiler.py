"""From rows to a decision diagram: how the mechanism of `rules/judge.py` is compiled.

A demand or an unmet prerequisite rules out or marks a few architectures, and the verdict depends on those alone. So
each becomes a yes/no diagram, and the verdict a decision list over them: the smallest architecture neither ruled out
nor marked, else the smallest that passes. Expanding that list one variable at a time, every distinct remainder once,
gives a reduced ordered multi-valued decision diagram (Bryant 1986; Kam et al. 1998). Where it ends at "none passes", a
second expansion goes on to the one that comes closest.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.framework import Effect, Framework, Strength
from rules.judge import EVERY, GATE_WEIGHT, ORDER, mask, misses, outcome, weight
from rules.nodes import NO, YES, Nodes
from rules.variables import Reader, Variable

SIZE = len(ORDER)
"""How many architectures there are."""

LEAVES = 2 * SIZE
"""Leaf i: the i-th architecture, which passes the bar; leaf SIZE + i: none passes, and the i-th comes closest."""

_NONE = LEAVES
_PLACES = [tuple(place for place in range(SIZE) if bits >> place & 1) for bits in range(EVERY + 1)]
"""The members of each set of bits."""


class Bite(NamedTuple):
    """Something that counts against architectures."""

    holds: int
    """The node of its condition."""
    rules_out: int
    marks: int
    weight: int
    """What missing it weighs when the closest is named."""


def compiled(framework: Framework, order: tuple[Variable, ...], *, closest: bool = True) -> tuple[int, Nodes]:
    """The verdict over variables in this order: the root, and the nodes with LEAVES as their leaves.

    Without the closest, all that does not pass ends at one leaf more.
    """
    conditions = Nodes([variable.arity for variable in order])
    bites = [bite for bite in bites_of(framework, Reader(order, conditions)) if bite.holds != NO]
    choice = _Choice(conditions)
    chosen = choice.expand(_decision_list(bites, conditions))
    if not closest:
        return chosen, choice.result
    whole = _Closest(choice, bites)
    everything = _Open(tuple(bite.holds for bite in bites), (0,) * SIZE, 0)
    return whole.expand(chosen, whole.counted(everything)), whole.result


def bites_of(framework: Framework, reader: Reader) -> Iterator[Bite]:
    """Everything that counts against architectures: each demand by its strength, each ruling-out prerequisite."""
    missed = misses(framework)
    for demand in framework.demands:
        for strength in Strength:
            rows = (row for row in framework.demand_rows if row.demand == demand.id and row.strength is strength)
            raised = reader.nodes.any_of(reader.read(row.when)[0] for row in rows)
            out = missed[demand.id] if strength is Strength.MUST else 0
            yield Bite(raised, out, missed[demand.id] & ~out, weight(demand))
    for row in framework.prerequisite_rows:
        if row.effect is Effect.RULES_OUT:
            yield Bite(reader.read(row.needs)[1], mask(row.architectures), 0, GATE_WEIGHT)


def _decision_list(bites: Sequence[Bite], nodes: Nodes) -> tuple[tuple[int, int], ...]:
    """(condition, architecture): the first whose condition holds is chosen; the best come first, then all that pass."""
    out = [nodes.any_of(bite.holds for bite in bites if bite.rules_out >> place & 1) for place in range(SIZE)]
    marked = [nodes.any_of(bite.holds for bite in bites if bite.marks >> place & 1) for place in range(SIZE)]
    passing = [nodes.negation(node) for node in out]
    best = [nodes.all_of((node, nodes.negation(mark))) for node, mark in zip(passing, marked, strict=True)]
    return _shortened((*zip(best, range(SIZE), strict=True), *zip(passing, range(SIZE), strict=True)))


def _shortened(entries: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same decision list without the entries that cannot be met: known not to hold, repeated, or after a YES."""
    kept: list[tuple[int, int]] = []
    for entry in entries:
        if entry[0] != NO and entry not in kept:
            kept.append(entry)
        if entry[0] == YES:
            break
    return tuple(kept)


class _Choice:
    """Expands a decision list by its topmost variable; a remainder met before is not expanded again."""

    def __init__(self, conditions: Nodes) -> None:
        self.conditions = conditions
        self.result = Nodes(conditions.arities, LEAVES + 1)
        self._expanded: dict[tuple[tuple[int, int], ...], int] = {}

    def expand(self, entries: tuple[tuple[int, int], ...]) -> int:
        """The node that chooses as this list does."""
        if not entries or entries[0][0] == YES:
            return entries[0][1] if entries else _NONE
        found = self._expanded.get(entries)
        if found is None:
            leaves = [leaf for _, leaf in entries]
            level, ways = self.conditions.split([condition for condition, _ in entries])
            kids = [self.expand(_shortened(list(zip(way, leaves, strict=True)))) for way in ways]
            found = self._expanded[entries] = self.result.node(level, tuple(kids))
        return found


class _Open(NamedTuple):
    """What the closest still depends on."""

    holds: tuple[int, ...]
    """The node of each bite: NO once it does not hold, is counted, or can no longer matter."""
    cost: tuple[int, ...]
    """What each architecture misses by what is counted, above the least; _OUT once it cannot come closest."""
    marked: int


_OUT = 1_000


class _Closest:
    """Expands "misses least, then as ever" where the choice says "none passes"."""

    def __init__(self, choice: _Choice, bites: Sequence[Bite]) -> None:
        self.conditions, self.choice = choice.conditions, choice.result
        self.bites = [(_PLACES[bite.rules_out], bite.rules_out, bite.marks, bite.weight) for bite in bites]
        self.result = Nodes(choice.result.arities, LEAVES)
        self._expanded: dict[tuple[int, _Open], int] = {}

    def expand(self, chosen: int, left: _Open) -> int:
        """The node that goes on as `chosen`, and as the closest where that ends at "none"."""
        if chosen < _NONE:
            return chosen
        if chosen == _NONE and not any(left.holds):
            return self._leaf(left)
        found = self._expanded.get((chosen, left))
        if found is None:
            level, ways = self.conditions.split(left.holds, self.choice.level[chosen])
            pairs = zip(self.choice.cofactors(chosen, level), ways, strict=True)
            kids = [self.expand(kid, self.counted(left._replace(holds=way))) for kid, way in pairs]
            found = self._expanded[chosen, left] = self.result.node(level, tuple(kids))
        return found

    def counted(self, left: _Open) -> _Open:
        """Count the bites that hold by now, and forget the bites and architectures that can no longer matter."""
        cost, worst, marked = list(left.cost), list(left.cost), left.marked
        for node, (places, _, marks, heavy) in zip(left.holds, self.bites, strict=True):
            for place in places if node else ():
                worst[place] += heavy
                cost[place] += heavy if node == YES else 0
            marked |= marks if node == YES else 0
        least, limit = min(cost), min(worst)
        runs = sum([1 << place for place in range(SIZE) if cost[place] <= limit])
        holds = [
            node if node > YES and (marks & runs or 0 < out & runs < runs) else NO
            for node, (_, out, marks, _) in zip(left.holds, self.bites, strict=True)
        ]
        above = [each - least if runs >> place & 1 else _OUT for place, each in enumerate(cost)]
        return _Open(tuple(holds), tuple(above), marked & runs)

    def _leaf(self, left: _Open) -> int:
        least = mask(architecture for architecture, cost in zip(ORDER, left.cost, strict=True) if not cost)
        return SIZE + ORDER.index(outcome(EVERY & ~least, left.marked) or ORDER[0])
