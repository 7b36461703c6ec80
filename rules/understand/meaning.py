"""What `understand` gives back: values, "not sure", or the nearest options to offer."""

from collections.abc import Iterable
from dataclasses import dataclass

from rules.facts import VALUES


@dataclass(frozen=True, slots=True)
class Understood:
    """The answer was understood: one value, or several for a list fact, in the vocabulary's order."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotSure:
    """The person said that they do not know: an answer too."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood well enough to be taken as an answer; up to two options that may have been meant."""

    nearest: tuple[str, ...] = ()


Understanding = Understood | NotSure | Unclear


def in_order(fact: str, values: Iterable[str]) -> tuple[str, ...]:
    """These values without repeats, in the vocabulary's order."""
    wanted = set(values)
    return tuple(value for value in VALUES[fact] if value in wanted)


def between(fact: str, values: Iterable[str]) -> Understanding:
    """One value is understood; several are unclear between the first and the last of them."""
    distinct = in_order(fact, values)
    if len(distinct) == 1:
        return Understood(distinct)
    return unclear(fact, (distinct[0], distinct[-1]) if distinct else ())


def unclear(fact: str, values: Iterable[str]) -> Unclear:
    """Up to two of these to offer, as people name them: the shorter time first ("weekly or monthly")."""
    offered = in_order(fact, values)[:2]
    return Unclear(offered[::-1] if fact == "freshness" else offered)
