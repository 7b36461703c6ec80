"""The whole rulebook as one decision diagram: facts in, verdict out, however many rows there are.

`rules/compiler.py` makes it, once for each framework, at its first use. In it completions are counted
(`rules/completions.py`), flips found (`rules/flips.py`) and properties proven (`rules/proofs.py`): exactly, and without
walking the answer sets, of which there are more than 10^11 (Bryant 1986; Kam et al. 1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from math import prod
from operator import or_
from typing import NamedTuple

from rules.compiler import LEAVES, compiled
from rules.facts import ALONE, FACTS, Facts
from rules.framework import Architecture, Framework
from rules.judge import ORDER
from rules.least import SIZE
from rules.nodes import YES, Nodes
from rules.variables import KNOWN, Variable, choices, ordered, with_unknown


def verdict_of(leaf: int) -> Architecture:
    """The architecture that a leaf names, whether it passes the bar or only comes closest."""
    return ORDER[leaf % SIZE]


def passes(leaf: int) -> bool:
    """Whether the architecture that a leaf names passes the bar."""
    return leaf < SIZE


@dataclass(frozen=True, eq=False)
class Diagram:
    """A reduced ordered decision diagram: the leaves first, then every node after the nodes it leads to."""

    order: tuple[Variable, ...]
    root: int
    level: Sequence[int]
    """For each node, the place in `order` of the variable that it tests."""
    kids: Sequence[tuple[int, ...]]
    """For each node, where each branch leads."""

    def follow(self, taken: Sequence[int | None]) -> int:
        """The leaf at the end of these branches. Raises TypeError where a variable that is tested is open."""
        at = self.root
        while at >= LEAVES:
            at = self.kids[at][taken[self.level[at]]]  # type: ignore[index]  # None: the caller's error, raised as said
        return at

    def leaf(self, facts: Facts) -> int:
        """The leaf for facts that leave nothing open that is tested. Raises TypeError where they do."""
        return self.follow(choices(facts, self.order))

    @property
    def size(self) -> int:
        """How many nodes it has, the leaves left out."""
        return len(self.level) - LEAVES

    @property
    def answer_sets(self) -> int:
        """How many different sets of answers there are; where unknown is one, a list that is unknown has no values."""
        ways = {fact: prod(v.arity for v in self.order if v.fact == fact and v.value != KNOWN) for fact in FACTS}
        return prod(count + (Variable(fact, KNOWN, 2) in self.order) for fact, count in ways.items())


@lru_cache(maxsize=8)
def diagram_of(framework: Framework) -> Diagram:
    """The rulebook over complete facts: its reading, as far as every answer is given."""
    reading = reading_of(framework)
    order = ordered(framework)
    levels = {variable[:2]: level for level, variable in enumerate(order)}
    nodes = Nodes([variable.arity for variable in order], LEAVES)
    known: dict[int, int] = dict(zip(range(LEAVES), range(LEAVES), strict=True))
    for node in _asked_where_all_is_known(reading):
        fact, value, _ = reading.order[reading.level[node]]
        kids = reading.kids[node]
        if value == KNOWN:
            known[node] = known[kids[YES]]
        else:
            level = levels[fact, value]
            known[node] = nodes.node(level, tuple([known[kid] for kid in kids[: order[level].arity]]))
    return Diagram(order, known[reading.root], nodes.level, nodes.kids)


def _asked_where_all_is_known(reading: Diagram) -> Sequence[int]:
    """The nodes that complete facts come by, each after those that it leads to."""
    met: set[int] = set()
    waiting = [reading.root]
    while waiting:
        node = waiting.pop()
        if node >= LEAVES and node not in met:
            met.add(node)
            variable = reading.order[reading.level[node]]
            kids = reading.kids[node]
            waiting += kids[YES:] if variable.value == KNOWN else kids if variable.value else kids[:-1]
    return sorted(met)


@lru_cache(maxsize=8)
def reading_of(framework: Framework) -> Diagram:
    """The rulebook over facts that may be unknown: what its rows say of them one by one, as `judge` reads them."""
    order = with_unknown(ordered(framework))
    root, nodes = compiled(framework, order)
    return Diagram(order, root, nodes.level, nodes.kids)


class Answered(NamedTuple):
    """What each answer to a list fact leaves of the rulebook: it has thousands, and few that differ in what they leave.

    Only what lies below the fact's first variable is left differently, so only that is held, once for each answer.
    """

    diagram: Diagram
    """The rulebook's own nodes under their own numbers, and after them those that an answer leaves."""
    first: int
    """The place of the fact's first variable in the order."""
    entries: tuple[int, ...]
    """The nodes by which ways come to that variable or past it."""
    left: dict[tuple[int, ...], int]
    """What answers make of the entries, one by one, with how many answers do."""


@lru_cache(maxsize=16)
def after_answers(framework: Framework, fact: str) -> Answered:
    """What each answer to this list fact leaves of the rulebook."""
    diagram = diagram_of(framework)
    nodes = Nodes([variable.arity for variable in diagram.order], LEAVES)
    for level, kids in zip(diagram.level[LEAVES:], diagram.kids[LEAVES:], strict=True):
        nodes.node(level, kids)
    levels = [level for level, variable in enumerate(diagram.order) if variable.fact == fact]
    entries = _entries(diagram, levels[0])
    left = {entries: 1}
    for level in levels:
        parted: dict[tuple[int, ...], int] = {}
        for branch in range(diagram.order[level].arity):
            under = {node: nodes.under(node, level, branch) for node in {node for each in left for node in each}}
            for each, count in left.items():
                after = tuple([under[node] for node in each])
                parted[after] = parted.get(after, 0) + count
        left = parted
    return Answered(Diagram(diagram.order, diagram.root, nodes.level, nodes.kids), levels[0], entries, left)


def _entries(diagram: Diagram, first: int) -> tuple[int, ...]:
    """The nodes at this level or below, leaves too, that the root is or that some node above the level leads to."""
    above = [kids for level, kids in zip(diagram.level, diagram.kids, strict=True) if level < first]
    reached = {diagram.root, *(kid for kids in above for kid in kids)}
    return tuple(sorted(node for node in reached if diagram.level[node] >= first))


@lru_cache(maxsize=16)
def leaves_below(diagram: Diagram) -> Sequence[int]:
    """For each node, the leaves that some way from it leads to, as a set of bits."""
    below = [1 << leaf for leaf in range(LEAVES)]
    for kids in diagram.kids[LEAVES:]:
        below.append(reduce(or_, [below[kid] for kid in kids]))
    return below


def leads_to(diagram: Diagram, facts: Facts, leaf: int) -> bool:
    """Whether some completion of these facts ends at this leaf: most often one of the first ways tried does."""
    taken, below, level, kids = choices(facts, diagram.order), leaves_below(diagram), diagram.level, diagram.kids
    waiting, met, wanted = [diagram.root], set[int](), 1 << leaf
    while waiting:
        node = waiting.pop()
        if node == leaf:
            return True
        if below[node] & wanted and node not in met:
            met.add(node)
            branch = taken[level[node]]
            waiting += kids[node] if branch is None else (kids[node][branch],)
    return False


def prepare(framework: Framework) -> None:
    """Compile all that is otherwise compiled at its first use: a start that does this answers its first click fast."""
    reading_of(framework)
    for fact in ALONE:
        after_answers(framework, fact)
