"""What would change the verdict: the smallest sets of changed answers, nearest first.

A flip is a way through the diagram that leaves the present path at one fact, or at two, and ends at another verdict;
its distance is the number of steps in the order of the options (one step where they have no order, one for each value
put into or taken out of a list). A change of a fact that its way does not test does nothing, so these few hundred ways
stand for every change there is: the cheapest-path question on a decision diagram. Each flip is decided again before it
is told. Only given answers change; what open ones may bring is told by `rules/possibilities.py`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rules.compiler import LEAVES
from rules.diagram import diagram_of, reading_of, verdict_of
from rules.facts import ALONE, FACTS, VALUES, Facts, Value
from rules.framework import Architecture, Framework
from rules.nodes import NO, YES
from rules.possibilities import standing
from rules.variables import KNOWN, Variable, choices
from rules.verdict import Flip

UNORDERED = frozenset({"need", "source"})
"""The single-choice facts whose options are no more or less of something: any other option is one step away."""

MOST = 5
"""How many flips are told: one screen holds no more."""

_Moves = tuple[tuple[int, int], ...]
"""Places in the diagram's order, each with the branch now taken there."""


class _Way(NamedTuple):
    """A set of changed answers and the verdict they give; ways compare by nearness, then in the framework's order."""

    distance: int
    places: tuple[tuple[int, tuple[int, ...]], ...]
    """The changed facts as places in FACTS, each with its new values as places in VALUES."""
    verdict: Architecture


def flips(facts: Facts, framework: Framework) -> tuple[Flip, ...]:
    """The nearest flips, fewest changed answers first: at most MOST, the nearest to each other verdict among them.

    One that takes two changed answers is told only where no single one gives that verdict.
    """
    search = _Search(facts, framework)
    found = search.flips(1, frozenset((search.present,)))
    found += search.flips(2, frozenset((search.present, *(flip.verdict for flip in found))))
    nearest = {flip.verdict: flip for flip in reversed(found)}
    others = [flip for flip in found if flip is not nearest[flip.verdict]]
    kept = [*nearest.values(), *others][:MOST]
    return tuple(flip for flip in found if flip in kept)


class _Search:
    """Walks one framework's diagram from one set of facts."""

    def __init__(self, facts: Facts, framework: Framework) -> None:
        self.facts, self.framework = facts, framework
        self.present, _ = standing(facts, framework)
        self.known = facts.known()
        self.diagram = diagram_of(framework) if len(self.known) == len(FACTS) else reading_of(framework)
        self.taken = [branch or 0 for branch in choices(facts, self.diagram.order)]
        self.others = [self._others(*each) for each in zip(self.diagram.order, self.taken, strict=True)]

    def _others(self, variable: Variable, taken: int) -> tuple[int, ...]:
        """The branches that a given answer can change to, nearest first."""
        if variable.fact not in self.known or variable.value == KNOWN:
            return ()
        branches = (NO, YES) if variable.value else range(len(VALUES[variable.fact]))
        return tuple(sorted((b for b in branches if b != taken), key=lambda b: (_steps(variable.fact, taken, b), b)))

    def flips(self, size: int, but: frozenset[Architecture]) -> list[Flip]:
        """Every flip of so many answers to a verdict that is none of these, nearest first, each decided again."""
        nearest: dict[tuple[Architecture, frozenset[str]], _Way] = {}
        for leaf, moves in self._walk(self.diagram.root, (), frozenset(), size):
            facts = frozenset(self.diagram.order[level].fact for level, _ in moves)
            if (verdict := verdict_of(leaf)) not in but and len(facts) == size:
                way = self._way(moves, verdict)
                nearest[verdict, facts] = min(way, nearest.get((verdict, facts), way))
        return [flip for way in sorted(nearest.values()) if (flip := self._decided_again(way))]

    def _walk(self, node: int, moves: _Moves, moved: frozenset[str], most: int) -> Iterator[tuple[int, _Moves]]:
        """Every leaf that changing at most so many facts leads to, with the moves; idle moves are left out."""
        if node < LEAVES:
            yield node, moves
            return
        level = self.diagram.level[node]
        kids, fact, taken = self.diagram.kids[node], self.diagram.order[level].fact, self.taken[level]
        yield from self._walk(kids[taken], moves, moved, most)
        if fact in moved or len(moved) < most:
            met = {kids[taken]}
            for branch in self.others[level]:
                if kids[branch] not in met:
                    met.add(kids[branch])
                    yield from self._walk(kids[branch], (*moves, (level, branch)), moved | {fact}, most)

    def _way(self, moves: _Moves, verdict: Architecture) -> _Way:
        distance = 0
        answers: dict[str, set[str]] = {}
        for level, branch in moves:
            fact, value, _ = self.diagram.order[level]
            distance += _steps(fact, self.taken[level], branch)
            if value:
                answers[fact] = answers.get(fact, set(self.known[fact] or ()) - {ALONE[fact]}) ^ {value}
            else:
                answers[fact] = {VALUES[fact][branch]}
        places = sorted((FACTS.index(fact), _places(fact, values)) for fact, values in answers.items())
        return _Way(distance, tuple(places), verdict)

    def _decided_again(self, way: _Way) -> Flip | None:
        """The way as a flip, if the changed facts do give its verdict: partial ones are not read row by row alone."""
        change = {FACTS[fact]: _value(FACTS[fact], places) for fact, places in way.places}
        changed = Facts.model_validate({**self.known, **change})
        if standing(changed, self.framework)[0] is not way.verdict:
            return None
        return Flip(change=change, verdict=way.verdict)


def _steps(fact: str, one: int, other: int) -> int:
    return 1 if fact in UNORDERED else abs(one - other)


def _places(fact: str, values: set[str]) -> tuple[int, ...]:
    wanted = values or {ALONE[fact]}
    return tuple(place for place, value in enumerate(VALUES[fact]) if value in wanted)


def _value(fact: str, places: tuple[int, ...]) -> Value:
    values = tuple(VALUES[fact][place] for place in places)
    return values if fact in ALONE else values[0]
