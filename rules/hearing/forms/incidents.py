"""Where a line tells of something that happened, and not of how things are: "we had one in production", "5 of 10"."""

from collections.abc import Sequence
from itertools import pairwise

from rules.hearing.amounts.numbers import quantities
from rules.hearing.words.phrases import Place, phrases

_OF_SO_MANY = ({"of"}, {"in"}, {"out", "of"})
_ONLY = frozenset({"onli", "just"})
"""With these a line says what is left, whenever it was seen."""


def incidents(stems: Sequence[str]) -> list[Place]:
    """The places of the words that say so: what is told once says of nothing else that it is over."""
    if _ONLY & {*stems}:
        return []
    pairs = pairwise(quantities(stems))
    counted = [(one.start, all_.end) for one, all_ in pairs if {*stems[one.end : all_.start]} in _OF_SO_MANY]
    return [*phrases("happened").places(stems), *counted]
