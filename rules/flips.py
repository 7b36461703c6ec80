"""What would change the verdict: the smallest sets of changed answers, nearest first.

A flip is a way through the diagram that leaves the present path at one fact, or at two, and ends at another verdict;
its distance is the number of steps in the order of the options (one step where they have no order, one for each value
put into or taken out of a list). Changing a fact that its way does not test does nothing, so a few hundred ways stand
for every change there is: the cheapest-path question on a decision diagram. Each flip is decided again before it is
told. Only given answers change; what open ones may bring is told by `rules/possibilities.py`.
"""

from typing import NamedTuple

from rules.catalog import FRAMEWORK
from rules.diagram import verdict_of
from rules.facts import ALONE, FACTS, VALUES, Facts, Value
from rules.flip_search import End, FlipSearch
from rules.framework import Architecture, Framework
from rules.judge import ORDER, chosen, judge
from rules.possibilities import standing
from rules.verdict import Flip

MOST = 5
"""How many flips are told: one screen holds no more."""


class _Way(NamedTuple):
    """A set of changed answers and the verdict they give; ways compare by nearness, then in the framework's order."""

    distance: int
    places: tuple[tuple[int, tuple[int, ...]], ...]
    """The changed facts as places in FACTS, each with its new values as places in VALUES."""
    verdict: Architecture


def flips(facts: Facts, framework: Framework = FRAMEWORK) -> tuple[Flip, ...]:
    """The nearest flips, fewest changed answers first: at most MOST, the nearest to each other verdict among them.

    One that takes two changed answers is told only where no single one gives that verdict.
    """
    present, _ = standing(facts, framework)
    search = FlipSearch(facts, framework)
    found: list[_Way] = []
    for size in (1, 2):
        but = {present, *(way.verdict for way in found)}
        found += _nearest(search, size, facts, framework, [verdict for verdict in ORDER if verdict not in but])
    first = {way.verdict: way for way in reversed(found)}
    others = [way for way in found if way is not first[way.verdict]]
    kept = [*first.values(), *others][:MOST]
    return tuple(Flip(change=_change(way), verdict=way.verdict) for way in found if way in kept)


def nearest_to(
    wanted: Architecture, facts: Facts, framework: Framework = FRAMEWORK, *, most: int = 3
) -> tuple[Flip, ...]:
    """The nearest changes of as few answers as possible that give this verdict; none where `most` do not."""
    search = FlipSearch(facts, framework)
    for size in range(1, most + 1):
        found = _nearest(search, size, facts, framework, [wanted])
        if found:
            return tuple(Flip(change=_change(way), verdict=wanted) for way in found[:MOST])
    return ()


def _nearest(
    search: FlipSearch, size: int, facts: Facts, framework: Framework, wanted: list[Architecture]
) -> list[_Way]:
    """For each of these verdicts and each set of so many facts the nearest way, nearest first."""
    bits = sum(1 << ORDER.index(verdict) for verdict in wanted)
    nearest: dict[tuple[Architecture, frozenset[str]], _Way] = {}
    for end in search.ends(size, bits):
        way = _way(end, facts)
        if not end.is_sure:
            way = way._replace(verdict=standing(_changed(facts, way), framework)[0])
        best = nearest.get((way.verdict, end.facts), way)
        if way.verdict in wanted and way <= best:
            nearest[way.verdict, end.facts] = way
    return [way for way in sorted(nearest.values()) if _decided(_changed(facts, way), framework) is way.verdict]


def _decided(facts: Facts, framework: Framework) -> Architecture:
    """The verdict without the diagram where facts are complete: a second opinion."""
    if len(facts.known()) == len(FACTS):
        return chosen(judge(facts, framework), framework)
    return standing(facts, framework)[0]


def _way(end: End, facts: Facts) -> _Way:
    answers: dict[str, set[str]] = {}
    for (fact, value, _), branch, _ in end.moves:
        if value:
            answers[fact] = answers.get(fact, set(facts.value(fact) or ()) - {ALONE[fact]}) ^ {value}
        else:
            answers[fact] = {VALUES[fact][branch]}
    places = sorted((FACTS.index(fact), _places(fact, values)) for fact, values in answers.items())
    return _Way(sum(move.steps for move in end.moves), tuple(places), verdict_of(end.leaf))


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
