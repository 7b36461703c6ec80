"""Sets of answer sets as diagrams: where a verdict falls, where a condition holds, where both do.

It serves the proofs (`rules/proofs.py`) and the audit (`rules/audit.py`): each asks for a set and whether it is empty.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256

from rules.compiler import LEAVES, bites_of
from rules.conditions import Condition
from rules.diagram import Diagram, verdict_of
from rules.facts import VALUES, Facts
from rules.framework import Architecture, Framework
from rules.judge import NOT_RUN, wish_costs
from rules.least import SIZE
from rules.nodes import NO, YES, Nodes
from rules.variables import KNOWN, Reader, facts_of

Branches = Mapping[int, tuple[int, int]]
"""For each variable that a changed answer changes, its branch before and after."""


class AnswerSpace:
    """All answer sets that a framework's diagram covers; a set of them is a node, NO the empty one and YES all."""

    def __init__(self, framework: Framework, diagram: Diagram) -> None:
        self.framework = framework
        self.diagram = diagram
        self.nodes = Nodes([variable.arity for variable in self.diagram.order])
        self._reader = Reader(self.diagram.order, self.nodes, framework.moot)
        self.bites = list(bites_of(framework, self._reader))
        """Everything that counts against architectures, with where it does."""
        any_of = self.nodes.any_of
        self.ruled_out = [any_of(bite.holds for bite in self.bites if bite.rules_out >> at & 1) for at in range(SIZE)]
        """For each architecture, where it is ruled out."""
        self._where: dict[frozenset[int], int] = {}
        self._more: dict[tuple[int, int], int] = {}
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
        wanted = frozenset(leaves)
        if wanted in self._where:
            return self._where[wanted]
        found = [YES if leaf in wanted else NO for leaf in range(LEAVES)]
        for level, kids in zip(self.diagram.level[LEAVES:], self.diagram.kids[LEAVES:], strict=True):
            found.append(self.nodes.node(level, tuple([found[kid] for kid in kids])))
        node = self._where[wanted] = found[self.diagram.root]
        return node

    def misses_more(self, one: int, other: int) -> int:
        """Where the one architecture misses more of the wishes than the other, partly counted half."""
        found = self._more.get((one, other))
        if found is None:
            parts = [
                (bite.holds, more)
                for bite in self.bites
                if max(bite.wished) < NOT_RUN and (more := bite.wished[one] - bite.wished[other])
            ]
            found = self._more[one, other] = self._sum_above(parts)
        return found

    def missed_of(self, at: int) -> tuple[int, ...]:
        """The halves that each architecture misses of the demand behind a bite; of a prerequisite, none."""
        return wish_costs(self.framework).get(self.bites[at].demand, (0,) * SIZE)

    def _sum_above(self, parts: list[tuple[int, int]]) -> int:
        """Where the numbers whose conditions hold come to more than nothing."""
        numbers = [number for _, number in parts]
        known: dict[tuple[int, tuple[int, ...]], int] = {}

        def above(total: int, nodes: tuple[int, ...]) -> int:
            total += sum([number for node, number in zip(nodes, numbers, strict=True) if node == YES])
            nodes = tuple([NO if node == YES else node for node in nodes])
            left = [number for node, number in zip(nodes, numbers, strict=True) if node]
            if total + sum([number for number in left if number < 0]) > 0:
                return YES
            if total + sum([number for number in left if number > 0]) <= 0:
                return NO
            node = known.get((total, nodes))
            if node is None:
                level, ways = self.nodes.split(nodes)
                node = self.nodes.node(level, tuple([above(total, way) for way in list(ways)]))
                known[total, nodes] = node
            return node

        return above(0, tuple([node for node, _ in parts]))

    def pairs(self, branches: Branches) -> frozenset[tuple[int, int]]:
        """The different leaves that the same answers end at before and after these branches are taken."""
        last = max(branches)
        found: set[tuple[int, int]] = set()
        known: set[tuple[int, int]] = set()
        waiting = [(self.diagram.root, self.diagram.root)]
        while waiting:
            pair = waiting.pop()
            if pair in known or self._stays_one(pair, last):
                continue
            known.add(pair)
            if max(pair) < LEAVES:
                found.add(pair)
            else:
                _, kids = self._side_by_side(pair, branches)
                waiting += kids
        return frozenset(found)

    def changed(self, within: int, branches: Branches, wanted: Collection[tuple[int, int]]) -> int:
        """Where, within a set, the leaf before and the leaf after these branches are taken are such different ones."""
        last = max(branches)
        known: dict[tuple[tuple[int, int], int], int] = {}

        def walk(pair: tuple[int, int], left: int) -> int:
            if left == NO or self._stays_one(pair, last):
                return NO
            if max(pair) < LEAVES:
                return left if pair in wanted else NO
            found = known.get((pair, left))
            if found is None:
                level, pairs = self._side_by_side(pair, branches, self.nodes.level[left])
                ways = self.nodes.cofactors(left, level)
                found = self.nodes.node(level, tuple([walk(*each) for each in zip(pairs, ways, strict=True)]))
                known[pair, left] = found
            return found

        return walk((self.diagram.root, self.diagram.root), within)

    def _stays_one(self, pair: tuple[int, int], last: int) -> bool:
        """Whether both are one node below the last variable that changes: no two leaves lie behind it."""
        return pair[0] == pair[1] and self.diagram.level[pair[0]] > last

    def _side_by_side(
        self, pair: tuple[int, int], branches: Branches, least: int | None = None
    ) -> tuple[int, list[tuple[int, int]]]:
        """The topmost variable that either node tests (or the given one above), and the pairs that it leads to."""
        before, after = pair
        levels, kids = self.diagram.level, self.diagram.kids
        level = min(levels[before], levels[after]) if least is None else min(levels[before], levels[after], least)
        arity = self.nodes.arities[level]
        ways_before = kids[before] if levels[before] == level else (before,) * arity
        ways_after = kids[after] if levels[after] == level else (after,) * arity
        if level in branches:
            one, other = branches[level]
            return level, [(ways_before[one], ways_after[other])] * arity
        return level, list(zip(ways_before, ways_after, strict=True))

    def given(self, node: int, fact: str, value: str) -> int:
        """What becomes of a set once a single-choice fact has this value."""
        level = next(at for at, variable in enumerate(self.diagram.order) if variable.fact == fact)
        return self.nodes.under(node, level, VALUES[fact].index(value))

    def listed(self, node: int, fact: str, value: str, *, is_in: bool) -> int:
        """What becomes of a set once the answer to a list fact is known, and this value is in it or not."""
        for level, variable in enumerate(self.diagram.order):
            if variable.fact == fact and variable.value in {KNOWN, value}:
                node = self.nodes.under(node, level, YES if variable.value == KNOWN else int(is_in))
        return node

    def examples(self, node: int, count: int) -> Iterator[Facts]:
        """Several facts that are in this set, spread over it, and the same in every run; none for the empty set."""
        for number in range(count if node != NO else 0):
            noise = (byte for block in range(2) for byte in sha256(f"{number} {block}".encode()).digest())
            taken, at = [], node
            for level, arity in enumerate(self.nodes.arities):
                kids = self.nodes.cofactors(at, level)
                open_to = [branch for branch in range(arity) if kids[branch] != NO]
                taken.append(open_to[next(noise) % len(open_to)])
                at = kids[taken[-1]]
            yield facts_of(taken, self.diagram.order)

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
