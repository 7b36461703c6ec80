"""All completions of the open answers, counted on the diagram: exact, in milliseconds, never by walking them.

A pass from the leaves up gives for every node how the completions below it end; a pass from the root down gives how
many come by; together they tell how the completions end for each value of each open fact (counting on decision diagrams
as in Bryant 1986). Numbers are whole: the counts of all outcomes travel packed in one int, each in a lane of its own,
scaled by the number of completions so that every division on the way comes out even.

The prior: every completion counts the same, that is, an open fact has each of its values equally often, and an open
list fact each of its subsets. Shares may be weighed by another one (`rules/priors.py`); counts never are.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log2
from operator import add
from typing import NamedTuple

from rules.compiler import LEAVES
from rules.diagram import Answered, Diagram
from rules.facts import Facts
from rules.least import SIZE
from rules.priors import Prior
from rules.variables import choices

_LANE = 104
"""Bits for one outcome: the product of two counts of at most 2^49 (every answer set there is) fits with room."""

_MASK = (1 << _LANE) - 1

Counts = tuple[int, ...]
"""How many completions end at each leaf."""


class Spread(NamedTuple):
    """What giving a fact one of its values (or one class of sets of values) does to the outcomes."""

    weight: int
    """How many completions hold it, up to a factor that all of the fact's spreads share."""
    counts: Counts
    """How those end, up to such a factor."""


def entropy(counts: Sequence[int]) -> float:
    """How undecided this spread of outcomes is, in bits: 0.0 where there is only one."""
    some = [count for count in counts if count]
    total = sum(some)
    return log2(total) - sum(count * log2(count) for count in some) / total if len(some) > 1 else 0.0


class Completions:
    """The part of a diagram that these facts leave open, and how its completions end."""

    def __init__(self, diagram: Diagram, facts: Facts) -> None:
        self.diagram = diagram
        self._taken = choices(facts, diagram.order)
        self.total = 1
        """How many completions there are."""
        for variable, taken in zip(diagram.order, self._taken, strict=True):
            self.total *= variable.arity if taken is None else 1
        self._root = self._past_known(diagram.root)
        self._kids = self._live(diagram, [self._root], {})

    def _past_known(self, node: int) -> int:
        """The first node from here on that tests an open variable, or the leaf that is reached before one."""
        return self._past(self.diagram, node, len(self._taken))

    def _past(self, diagram: Diagram, node: int, end: int) -> int:
        """The first node from here on that tests an open variable, or lies at this level or below it."""
        level, kids, taken = diagram.level, diagram.kids, self._taken
        while (at := level[node]) < end and (branch := taken[at]) is not None:
            node = kids[node][branch]
        return node

    def _live(
        self, diagram: Diagram, waiting: list[int], known: Mapping[int, tuple[int, ...]]
    ) -> dict[int, tuple[int, ...]]:
        """The inner nodes that some completion passes from these on, leaves first, with where their branches lead.

        Nodes that are known already are left out, and so is what follows them.
        """
        found: dict[int, tuple[int, ...]] = {}
        level, kids, taken = diagram.level, diagram.kids, (*self._taken, None)
        while waiting:
            node = waiting.pop()
            if node < LEAVES or node in found or node in known:
                continue
            live = []
            for kid in kids[node]:
                while (branch := taken[level[kid]]) is not None:
                    kid = kids[kid][branch]  # noqa: PLW2901 - walked on, past what is known
                live.append(kid)
            found[node] = tuple(live)
            waiting += live
        return dict(sorted(found.items()))

    @cached_property
    def possible(self) -> frozenset[int]:
        """The leaves that some completion reaches."""
        ends = [kid for kids in self._kids.values() for kid in kids]
        return frozenset(node for node in (*ends, self._root) if node < LEAVES)

    @cached_property
    def move_verdict(self) -> frozenset[str]:
        """The open facts that can still change the verdict."""
        return self._tested({leaf: leaf % SIZE for leaf in range(LEAVES)})

    @cached_property
    def move_outcome(self) -> frozenset[str]:
        """The open facts that can still change the verdict, or whether it passes the bar."""
        return self._tested({leaf: leaf for leaf in range(LEAVES)})

    def _tested(self, merged: dict[int, int]) -> frozenset[str]:
        """The facts that these nodes test once reduced, the leaves merged in this way: no other fact matters."""
        same: dict[tuple[int, tuple[int, ...]], int] = {}
        facts: set[str] = set()
        for node, kids in self._kids.items():
            ends = tuple([merged[kid] for kid in kids])
            if ends.count(ends[0]) == len(ends):
                merged[node] = ends[0]
            else:
                level = self.diagram.level[node]
                merged[node] = same.setdefault((level, ends), node)
                facts.add(self.diagram.order[level].fact)
        return frozenset(facts)

    @cached_property
    def counts(self) -> Counts:
        """How many completions end at each leaf."""
        return _unpacked(self._ends[self._root])

    def shares(self, prior: Prior) -> tuple[float, ...]:
        """How likely each leaf is where open answers are as likely as this prior says; together 1, up to rounding."""
        weights = [prior.of(variable) for variable in self.diagram.order]
        ends = {leaf: tuple(float(leaf == at) for at in range(LEAVES)) for leaf in range(LEAVES)}
        for node, kids in self._kids.items():
            weighted = list(zip(weights[self.diagram.level[node]], [ends[kid] for kid in kids], strict=True))
            ends[node] = tuple(sum(weight * end[at] for weight, end in weighted) for at in range(LEAVES))
        return ends[self._root]

    @cached_property
    def _ends(self) -> dict[int, int]:
        """For each node, how the completions below it end: packed counts, together `total`."""
        return _with_ends(self._kids, {leaf: self.total << _LANE * leaf for leaf in range(LEAVES)})

    @cached_property
    def _coming_by(self) -> dict[int, int]:
        """For each node, how many completions come by."""
        coming_by = dict.fromkeys((*range(LEAVES), *self._kids), 0)
        coming_by[self._root] = self.total
        for node, kids in reversed(self._kids.items()):
            share = coming_by[node] // len(kids)
            for kid in kids:
                coming_by[kid] += share
        return coming_by

    @cached_property
    def by_value(self) -> dict[str, tuple[Spread, ...]]:
        """For each open single-choice fact that is tested, what each of its values does."""
        level, ends, coming_by = self.diagram.level, self._ends, self._coming_by
        joint = {at: [0] * one.arity for at, one in enumerate(self.diagram.order) if not one.value}
        tested = {}
        for node, kids in self._kids.items():
            sums = joint.get(level[node])
            if sums is not None:
                tested[level[node]] = sums
                share = coming_by[node] // len(kids)
                for branch, kid in enumerate(kids):
                    sums[branch] += share * ends[kid]
        everything = self.total * ends[self._root]
        return {self.diagram.order[at].fact: self._spreads(sums, everything) for at, sums in tested.items()}

    def _spreads(self, sums: Sequence[int], everything: int) -> tuple[Spread, ...]:
        """What each branch of a variable does: its own ways, and its share of those that pass it by."""
        elsewhere = (everything - sum(sums)) // len(sums)
        return tuple([Spread(self.total // len(sums), _unpacked((each + elsewhere) // self.total)) for each in sums])

    def after(self, answered: Answered) -> list[Spread]:
        """What the answers to an open list fact do: one spread for all of those that leave the same of the rulebook."""
        weights = self._entering(answered)
        entered = [place for place, node in enumerate(answered.entries) if node in weights]
        coming = [weights[answered.entries[place]] for place in entered]
        past = {
            node: self._past(answered.diagram, node, len(self._taken))
            for node in {left[place] for left in answered.left for place in entered}
        }
        extra = self._live(answered.diagram, list(past.values()), self._kids)
        all_ends = _with_ends(extra, dict(self._ends))
        ends = {node: all_ends[goes_on] for node, goes_on in past.items()}
        ways = list(zip(*[[left[place] for place in entered] for left in answered.left], strict=True))
        sums = [0] * len(answered.left)
        alike = 0
        for share, nodes in zip(coming, ways, strict=True):
            ending = {node: share * ends[node] for node in set(nodes)}
            if len(ending) == 1:
                alike += ending[nodes[0]]
            else:
                sums = list(map(add, sums, map(ending.__getitem__, nodes)))
        return [
            Spread(count, _unpacked(each + alike)) for count, each in zip(answered.left.values(), sums, strict=True)
        ]

    def _entering(self, answered: Answered) -> dict[int, int]:
        """For each entry that some completion comes by, how many do."""
        diagram, first, level = self.diagram, answered.first, self.diagram.level
        start = self._past(diagram, diagram.root, first)
        if level[start] >= first:
            return {start: self.total}
        weights: dict[int, int] = {}
        for node in self._kids:
            if level[node] < first:
                kids = diagram.kids[node]
                share = self._coming_by[node] // len(kids)
                for kid in kids:
                    entry = self._past(diagram, kid, first)
                    if level[entry] >= first:
                        weights[entry] = weights.get(entry, 0) + share
        return weights


def _with_ends(live: Mapping[int, tuple[int, ...]], ends: dict[int, int]) -> dict[int, int]:
    """These ends, and those of the live nodes, which come leaves first."""
    for node, kids in live.items():
        ends[node] = sum([ends[kid] for kid in kids]) // len(kids)
    return ends


def _unpacked(lanes: int) -> Counts:
    return tuple([lanes >> _LANE * at & _MASK for at in range(LEAVES)])
