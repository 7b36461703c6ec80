"""Sets of answer sets as diagrams: where a verdict falls, where a condition holds, where both do.

It serves the proofs (`rules/proofs.py`) and the audit (`rules/audit.py`): each asks for a set and whether it is empty.
"""

from collections.abc import Iterable

from rules.compiler import LEAVES, SIZE, bites_of
from rules.conditions import Condition
from rules.diagram import Diagram, verdict_of
from rules.facts import VALUES, Facts
from rules.framework import Architecture, Framework
from rules.nodes import NO, YES, Nodes
from rules.variables import Reader, facts_of


class AnswerSpace:
    """All answer sets that a framework's diagram covers; a set of them is a node, NO the empty one and YES all."""

    def __init__(self, framework: Framework, diagram: Diagram) -> None:
        self.framework = framework
        self.diagram = diagram
        self.nodes = Nodes([variable.arity for variable in self.diagram.order])
        self._reader = Reader(self.diagram.order, self.nodes)
        bites = list(bites_of(framework, self._reader))
        any_of = self.nodes.any_of
        self.ruled_out = [any_of(bite.holds for bite in bites if bite.rules_out >> at & 1) for at in range(SIZE)]
        """For each architecture, where it is ruled out."""
        self.marked = [any_of(bite.holds for bite in bites if bite.marks >> at & 1) for at in range(SIZE)]
        """For each architecture, where it misses a should."""
        self.passing = [self.nodes.negation(node) for node in self.ruled_out]
        """For each architecture, where it passes the bar."""

    def both(self, *sets: int) -> int:
        """The answer sets that are in each of these."""
        return self.nodes.all_of(sets)

    def holds(self, condition: Condition) -> int:
        """Where a condition is known to hold."""
        return self.read(condition)[0]

    def read(self, condition: Condition) -> tuple[int, int]:
        """Where a condition is known to hold, and where it is known not to."""
        return self._reader.read(condition)

    def verdict(self, architecture: Architecture) -> int:
        """Where the verdict is this one, whether it passes or only comes closest."""
        return self.where(leaf for leaf in range(LEAVES) if verdict_of(leaf) is architecture)

    def where(self, leaves: Iterable[int]) -> int:
        """Where the diagram ends at one of these leaves."""
        wanted = set(leaves)
        found = [YES if leaf in wanted else NO for leaf in range(LEAVES)]
        for level, kids in zip(self.diagram.level[LEAVES:], self.diagram.kids[LEAVES:], strict=True):
            found.append(self.nodes.node(level, tuple([found[kid] for kid in kids])))
        return found[self.diagram.root]

    def given(self, node: int, fact: str, value: str) -> int:
        """What becomes of a set once a single-choice fact has this value."""
        level = next(at for at, variable in enumerate(self.diagram.order) if variable.fact == fact)
        return self.nodes.under(node, level, VALUES[fact].index(value))

    def example(self, node: int) -> Facts:
        """Facts that are in this set. Raises ValueError for the empty set."""
        if node == NO:
            raise ValueError("no answer set is in the empty set")
        taken = [0] * len(self.diagram.order)
        while node > YES:
            kids = self.nodes.kids[node]
            branch = next(at for at, kid in enumerate(kids) if kid != NO)
            taken[self.nodes.level[node]] = branch
            node = kids[branch]
        return facts_of(taken, self.diagram.order)
