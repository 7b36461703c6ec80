"""Faults in facts that came from a file, each with its place and the nearest valid value."""

from collections.abc import Iterator
from typing import Any

from bot.cli.strict_json import Fault, join, shown
from rules.facts import ALONE, FACTS, UNKNOWN, VALUES

EXAMPLE = '{"facts": {}}'
"""The smallest item with facts."""


def item_faults(item: Any, place: str) -> Iterator[Fault]:
    """Everything that is wrong in one object with facts, whatever else it holds."""
    if not isinstance(item, dict):
        yield place or "the whole", f"{shown(item)} is not an object with facts; the nearest valid one is {EXAMPLE}"
    elif "facts" not in item:
        near = next((name for name in item if _is_slip(name, "facts")), None)
        said = f"{shown(near)} is not known" if near else "no facts are given"
        yield join(place, near or "facts"), f'{said}; the nearest valid name is "facts"'
    else:
        yield from facts_faults(item["facts"], join(place, "facts"))


def facts_faults(facts: Any, place: str) -> Iterator[Fault]:
    """Everything that is wrong in an object of facts."""
    if not isinstance(facts, dict):
        yield place, f"{shown(facts)} is not an object; the nearest valid one is {{}}"
        return
    for fact, value in facts.items():
        yield from _fact_faults(fact, value, join(place, fact))


def _fact_faults(fact: str, value: Any, place: str) -> Iterator[Fault]:
    if fact not in VALUES:
        yield place, f"{shown(fact)} is not a fact; the nearest is {shown(nearest(fact, FACTS))}"
    elif fact in ALONE and isinstance(value, list):
        yield from _list_faults(fact, value, place)
    elif fact in ALONE and value != UNKNOWN:
        near = nearest(value, VALUES[fact])
        yield place, f"{shown(value)} is not a list, and {fact} is one; the nearest is {shown([near])}"
    elif not _is_one_of(value, (*VALUES[fact], UNKNOWN)):
        yield place, f"{shown(value)} is not a value of {fact}; the nearest is {shown(nearest(value, VALUES[fact]))}"


def _list_faults(fact: str, values: list[Any], place: str) -> Iterator[Fault]:
    wrong = [(n, value) for n, value in enumerate(values) if not _is_one_of(value, VALUES[fact])]
    for number, value in wrong:
        near = nearest(value, VALUES[fact])
        yield f"{place}[{number}]", f"{shown(value)} is not a value of {fact}; the nearest is {shown(near)}"
    others = [value for value in values if value != ALONE[fact]]
    if not wrong and others and len(others) != len(values):
        yield place, f"{shown(values)} holds {ALONE[fact]}, which stands alone; the nearest is {shown(others)}"


def _is_one_of(value: Any, valid: tuple[str, ...]) -> bool:
    return isinstance(value, str) and value in valid


def nearest(given: Any, valid: tuple[str, ...]) -> str:
    """The valid value that is most like what was given; of a list or object, like the first thing in it."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    while isinstance(given, list | dict) and given:
        given = next(iter(given))
    if given is None or given in ([], {}):
        return UNKNOWN
    word = given if isinstance(given, str) else shown(given)
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")[:100]
    return process.extract(plain, valid, scorer=JaroWinkler.normalized_similarity, limit=1)[0][0]


def _is_slip(word: str, valid: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word.lower(), valid, score_cutoff=2) <= 2
