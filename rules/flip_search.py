"""The walk behind `rules/flips.py`: every change of one or two answers that leads to a wanted leaf.

On complete facts it goes through the diagram, taking at each variable the present branch or, where answers may still
change, another one. On partial facts it goes through what the rows say (the diagram with unknown answers), side by side
with the nodes of the complete diagram that the open answers allow: what the rows say is the verdict where some of these
yields it (see `standing`), and most often that is sure long before the leaves.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.compiler import LEAVES
from rules.diagram import Diagram, diagram_of, leaves_below, reading_of
from rules.facts import FACTS, VALUES, Facts
from rules.framework import Framework
from rules.nodes import NO, YES
from rules.variables import KNOWN, Variable, choices

UNORDERED = frozenset({"need", "source"})
"""The single-choice facts whose options are no more or less of something: any other option is one step away."""


class Move(NamedTuple):
    """One branch that is taken instead of the present one, and how far away it is."""

    variable: Variable
    branch: int
    steps: int


class End(NamedTuple):
    """What a walk came to."""

    leaf: int
    is_sure: bool
    """Whether this leaf is the outcome; else the open answers rule out what the rows say."""
    moves: tuple[Move, ...]
    facts: frozenset[str]
    """The facts that the moves change."""


class _Spot(NamedTuple):
    """Where a walk stands: the node of what the rows say, and the nodes that the open answers allow.

    None are kept once it is sure that the open answers allow whatever the rows may still say.
    """

    said: int
    allowed: frozenset[int]


class _Arrival(NamedTuple):
    """A spot, and the facts that were changed to come there."""

    spot: _Spot
    facts: frozenset[str]


class _Open:
    """The complete diagram while some answers are open."""

    def __init__(self, diagram: Diagram, known: Sequence[str]) -> None:
        self.diagram = diagram
        self._is_open = [variable.fact not in known for variable in diagram.order]
        self._bits = self._reachable()
        self._reached: dict[int, frozenset[int]] = {}
        self.guaranteed = self._guarantees()
        """For each node, the leaves that open answers can reach whatever the known ones become, as a set of bits."""

    def _guarantees(self) -> list[int]:
        bits = [1 << leaf for leaf in range(LEAVES)]
        for level, kids in zip(self.diagram.level[LEAVES:], self.diagram.kids[LEAVES:], strict=True):
            found = bits[kids[0]]
            for kid in kids:
                found = found | bits[kid] if self._is_open[level] else found & bits[kid]
            bits.append(found)
        return bits

    def _reachable(self) -> list[int]:
        """For each node what `reached` says of it, as a set of bits: a number is joined faster than a set."""
        bits = [1 << leaf for leaf in range(LEAVES)]
        for level, kids in zip(self.diagram.level[LEAVES:], self.diagram.kids[LEAVES:], strict=True):
            found = 0 if self._is_open[level] else 1 << len(bits)
            if self._is_open[level]:
                for kid in kids:
                    found |= bits[kid]
            bits.append(found)
        return bits

    def reached(self, node: int) -> frozenset[int]:
        """The leaves, and the nodes that test a known answer, to which the open answers may lead from this node."""
        found = self._reached.get(node)
        if found is None:
            found = self._reached[node] = frozenset(_places_of(self._bits[node]))
        return found


class FlipSearch:
    """Walks one framework's diagrams from one set of facts."""

    def __init__(self, facts: Facts, framework: Framework) -> None:
        self.known = tuple(facts.known())
        is_complete = len(self.known) == len(FACTS)
        self.complete = diagram_of(framework)
        self.rows = self.complete if is_complete else reading_of(framework)
        self.below = leaves_below(self.rows)
        places = {variable[:2]: at for at, variable in enumerate(self.rows.order)}
        self.place = [places[variable[:2]] for variable in self.complete.order]
        self.taken = [branch or 0 for branch in choices(facts, self.rows.order)]
        self.others = [self._others(*each) for each in zip(self.rows.order, self.taken, strict=True)]
        self.open = None if is_complete else _Open(self.complete, self.known)

    def _others(self, variable: Variable, taken: int) -> tuple[Move, ...]:
        """The branches that a given answer can change to, nearest first."""
        if variable.fact not in self.known or variable.value == KNOWN:
            return ()
        branches = (NO, YES) if variable.value else range(len(VALUES[variable.fact]))
        moves = [Move(variable, b, 1 if variable.fact in UNORDERED else abs(b - taken)) for b in branches if b != taken]
        return tuple(sorted(moves, key=lambda move: move.steps))

    def ends(self, size: int, wanted: int) -> Iterator[End]:
        """Every end that changing just so many facts leads to, if its leaf is among these bits or is not sure.

        Variable by variable: of several ways to one spot by changing the same facts, only the nearest goes on. Idle
        moves are left out, and so is every spot from which no wanted leaf can be reached.
        """
        levels: list[dict[_Arrival, tuple[Move, ...]]] = [{} for _ in range(len(self.rows.order) + 1)]

        def arrive(spot: _Spot, facts: frozenset[str], moves: tuple[Move, ...]) -> None:
            spot = self._surely(spot)
            if spot.allowed or self.below[spot.said] & wanted:
                arrived = levels[self._level(spot)]
                before = arrived.get(_Arrival(spot, facts))
                if before is None or _steps(moves) < _steps(before):
                    arrived[_Arrival(spot, facts)] = moves

        arrive(
            _Spot(self.rows.root, self.open.reached(self.complete.root) if self.open else frozenset()), frozenset(), ()
        )
        for level, arrived in enumerate(levels[:-1]):
            fact = self.rows.order[level].fact
            for (spot, facts), moves in arrived.items():
                stay = self._step(spot, level, self.taken[level])
                arrive(stay, facts, moves)
                for move in self.others[level] if fact in facts or len(facts) < size else ():
                    if (there := self._step(spot, level, move.branch)) != stay:
                        arrive(there, facts | {fact}, (*moves, move))
        for (spot, facts), moves in levels[-1].items():
            if len(facts) == size:
                yield End(spot.said, not spot.allowed, moves, facts)

    def _surely(self, spot: _Spot) -> _Spot:
        if self.open is None or not spot.allowed:
            return spot
        sure = 0
        for node in spot.allowed:
            sure |= self.open.guaranteed[node]
        return spot if self.below[spot.said] & ~sure else _Spot(spot.said, frozenset())

    def _level(self, spot: _Spot) -> int:
        """The next variable that matters here; behind the last one at an end."""
        tested = [self.place[self.complete.level[node]] for node in spot.allowed if node >= LEAVES]
        return min([self.rows.level[spot.said], *tested])

    def _step(self, spot: _Spot, level: int, branch: int) -> _Spot:
        said = self.rows.kids[spot.said][branch] if self.rows.level[spot.said] == level else spot.said
        if self.open is None or not spot.allowed:
            return _Spot(said, spot.allowed)
        allowed: set[int] = set()
        for node in spot.allowed:
            here = node >= LEAVES and self.place[self.complete.level[node]] == level
            allowed |= self.open.reached(self.complete.kids[node][branch]) if here else {node}
        return _Spot(said, frozenset(allowed))


def _places_of(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _steps(moves: tuple[Move, ...]) -> int:
    return sum([move.steps for move in moves])
