"""What would change the verdict: the smallest sets of changed answers, nearest first.

A flip is a way through the diagram that leaves the present path at one fact, or at two, and ends at another verdict;
its distance is the number of steps in the order of the options (one step where they have no order, one for each value
put into or taken out of a list). Changing a fact that its way does not test does nothing, so a few hundred ways stand
for every change there is: the cheapest-path question on a decision diagram. Each flip is decided again before it is
told. Only given answers change; what open ones may bring is told by `rules/possibilities.py`.

Where nothing passes, only what makes something pass is a flip, the closest one itself included. Where something does, a
change after which nothing passes any more is told as that.
"""

from typing import NamedTuple

from rules.catalog import FRAMEWORK
from rules.compiler import LEAVES
from rules.diagram import passes, verdict_of
from rules.facts import ALONE, FACTS, VALUES, Facts, Value
from rules.flip_search import End, FlipSearch
from rules.framework import Architecture, Framework
from rules.judge import ORDER, chosen, judge
from rules.least import SIZE
from rules.possibilities import standing
from rules.verdict import Flip

MOST = 5
"""How many flips are told: one screen holds no more."""


class _Way(NamedTuple):
    """A set of changed answers and where they lead; ways compare by nearness, then in the framework's order."""

    distance: int
    places: tuple[tuple[int, tuple[int, ...]], ...]
    """The changed facts as places in FACTS, each with its new values as places in VALUES."""
    leaf: int
    """The verdict they give, and whether it passes."""


def flips(facts: Facts, framework: Framework = FRAMEWORK) -> tuple[Flip, ...]:
    """The nearest flips, fewest changed answers first: at most MOST, the nearest to each other verdict among them.

    One that takes two changed answers is told only where no single one gives that verdict, and passes.
    """
    if not facts.known():
        return ()
    present = _standing(facts, framework)
    others = [leaf for leaf in range(SIZE) if not passes(present) or verdict_of(leaf) is not verdict_of(present)]
    failing = [leaf for leaf in range(SIZE, LEAVES) if passes(present) and leaf != SIZE + present]
    search = FlipSearch(facts, framework)
    found = _nearest(search, 1, facts, framework, [*others, *failing])
    given = {way.leaf for way in found}
    found += _nearest(search, 2, facts, framework, [leaf for leaf in others if leaf not in given])
    first = {way.leaf: way for way in reversed(found)}
    leading = sorted(first.values(), key=lambda way: not passes(way.leaf))
    kept = [*leading, *(way for way in found if way is not first[way.leaf])][:MOST]
    return tuple(
        Flip(change=_change(way), verdict=verdict_of(way.leaf), passes=passes(way.leaf)) for way in found if way in kept
    )


def nearest_to(
    wanted: Architecture, facts: Facts, framework: Framework = FRAMEWORK, *, most: int = 3
) -> tuple[Flip, ...]:
    """The nearest changes of as few answers as possible with which this one passes; none where `most` do not do it."""
    search = FlipSearch(facts, framework)
    for size in range(1, most + 1):
        found = _nearest(search, size, facts, framework, [ORDER.index(wanted)])
        if found:
            return tuple(Flip(change=_change(way), verdict=wanted) for way in found[:MOST])
    return ()


def _nearest(search: FlipSearch, size: int, facts: Facts, framework: Framework, wanted: list[int]) -> list[_Way]:
    """For each of these leaves and each set of so many facts the nearest way, nearest first."""
    bits = sum(1 << leaf for leaf in wanted)
    nearest: dict[tuple[int, frozenset[str]], _Way] = {}
    for end in search.ends(size, bits):
        way = _way(end, facts)
        if not end.is_sure:
            way = way._replace(leaf=_standing(_changed(facts, way), framework))
        best = nearest.get((way.leaf, end.facts), way)
        if way.leaf in wanted and way <= best:
            nearest[way.leaf, end.facts] = way
    return [way for way in sorted(nearest.values()) if _decided(_changed(facts, way), framework) == way.leaf]


def _standing(facts: Facts, framework: Framework) -> int:
    verdict, does_pass = standing(facts, framework)
    return ORDER.index(verdict) + (0 if does_pass else SIZE)


def _decided(facts: Facts, framework: Framework) -> int:
    """Where these facts lead, without the diagram where they are complete: a second opinion."""
    if len(facts.known()) < len(FACTS):
        return _standing(facts, framework)
    judgement = judge(facts, framework)
    return ORDER.index(chosen(judgement, framework)) + (0 if judgement.outcome else SIZE)


def _way(end: End, facts: Facts) -> _Way:
    answers: dict[str, set[str]] = {}
    for (fact, value, _), branch, _ in end.moves:
        if value:
            answers[fact] = answers.get(fact, set(facts.value(fact) or ()) - {ALONE[fact]}) ^ {value}
        else:
            answers[fact] = {VALUES[fact][branch]}
    places = sorted((FACTS.index(fact), _places(fact, values)) for fact, values in answers.items())
    return _Way(sum(move.steps for move in end.moves), tuple(places), end.leaf)


def _places(fact: str, values: set[str]) -> tuple[int, ...]:
    wanted = values or {ALONE[fact]}
    return tuple(place for place, value in enumerate(VALUES[fact]) if value in wanted)


def _change(way: _Way) -> dict[str, Value]:
    changed: dict[str, Value] = {}
    for at, places in way.places:
        values = tuple(VALUES[FACTS[at]][place] for place in places)
        changed[FACTS[at]] = values if FACTS[at] in ALONE else values[0]
    return changed


def _changed(facts: Facts, way: _Way) -> Facts:
    return Facts.model_validate({**facts.known(), **_change(way)})
