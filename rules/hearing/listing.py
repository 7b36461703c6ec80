"""A value as its question holds it: by itself, or in a list with what was said before."""

from collections.abc import Sequence

from rules.facts import ALONE, VALUES, Value
from rules.hearing.values import Line
from rules.hearing.words import phrases


def as_held(fact: str, value: str) -> Value:
    """The value, in a list where the question takes several."""
    return (value,) if fact in ALONE else value


def listed(typed: Line, stems: Sequence[str], fact: str, value: Value) -> Value:
    """A list fact's new value: added to what was said, or taken from it."""
    before = typed.said.get(fact)
    if fact not in ALONE or not isinstance(before, tuple) or not isinstance(value, tuple):
        return value
    if phrases("removing").places(stems):
        left = tuple(one for one in before if one not in value)
        return left or (ALONE[fact],)
    if ALONE[fact] in value or ALONE[fact] in before:
        return value
    return tuple(one for one in VALUES[fact] if one in {*before, *value})
