"""Multinomial naive Bayes over words and pairs of words: how likely a text is each of some classes, learned from rows.

Rows and texts are vectors of length one, rarer features heavier (Rennie et al. 2003, "Tackling the poor assumptions of
naive Bayes text classifiers"), all classes equally likely beforehand. It ranks and decides nothing.
"""

import itertools
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from sys import intern
from typing import Any

_SMOOTHING = 0.1
_SHARPNESS = 1.2
"""How much a difference in likelihood counts; chosen so that the shares are about as often right as they say."""
NUMBER = "#"
Row = tuple[str, Sequence[str]]
"""A class with the words of one text of it."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A class with the share of the likelihood that falls to it, from 0 to 1."""

    name: str
    share: float


class Likelihood:
    """What some rows teach about their classes."""

    def __init__(self, names: Sequence[str], rows: Iterable[Row]) -> None:
        self._names = tuple(names)
        told, seen, known = _numbered(names, rows)
        size, width = len(told), len(names)
        kept = {number: each for number, each in enumerate(known) if seen[number] > 1 or " " not in each}
        self._places = {intern(each): place for place, each in enumerate(kept.values())}
        self._rarity = array("d", (1 + log(size / seen[number]) for number in kept))
        places = {number: place for place, number in enumerate(kept)}
        sums: dict[int, float] = {}  # by place and class in one number: a table of tables would take ten times the room
        totals = [_SMOOTHING * len(kept)] * width
        for at, numbers in told:
            for place, weight in self._weighed(Counter(numbers), places).items():
                sums[place * width + at] = sums.get(place * width + at, 0.0) + weight
                totals[at] += weight
        self._unseen = [log(_SMOOTHING / total) for total in totals]
        self._starts, self._classes, self._logs = _packed(sums, len(kept), width)

    def ranked(self, words: Sequence[str]) -> tuple[Likely, ...]:
        """Every class, the likeliest first; nothing where the words share no feature with any row."""
        features = self._weighed(Counter(_features(words)), self._places)
        if not features:
            return ()
        length = sum(features.values())
        logs = [length * unseen for unseen in self._unseen]
        for place, weight in features.items():
            for entry in range(self._starts[place], self._starts[place + 1]):
                logs[self._classes[entry]] += weight * self._logs[entry]
        best = max(logs)
        shares = [exp(_SHARPNESS * (each - best)) for each in logs]
        found = sorted(zip(self._names, shares, strict=True), key=lambda pair: -pair[1])
        return tuple(Likely(name, share / sum(shares)) for name, share in found)

    def _weighed(self, counts: Counter[Any], places: Mapping[Any, int]) -> dict[int, float]:
        """The places of the known features, each with its rarity, as a vector of length one."""
        rarity = self._rarity
        known = [(place, count) for each, count in counts.items() if (place := places.get(each)) is not None]
        weights = {place: rarity[place] * (1 + log(count) if count > 1 else 1) for place, count in known}
        length = sqrt(sum([weight * weight for weight in weights.values()]))
        return {place: weight / length for place, weight in weights.items()} if length else {}


def _numbered(
    names: Sequence[str], rows: Iterable[Row]
) -> tuple[list[tuple[int, "array[int]"]], Counter[int], dict[str, int]]:
    """Each row as its class and the numbers of its features; in how many rows each is; and each feature's number.

    The rows are gone through once and never kept: as words they would be larger than what they teach.
    """
    known: dict[str, int] = {}
    seen: Counter[int] = Counter()
    told = []
    for name, words in rows:
        numbers = array("I", [known.setdefault(each, len(known)) for each in _features(words)])
        seen.update(set(numbers))
        told.append((names.index(name), numbers))
    return told, seen, known


def _packed(sums: dict[int, float], places: int, width: int) -> tuple["array[int]", "array[int]", "array[float]"]:
    """Where the entries of each place begin; and of each entry its class, and by how much the logarithm grows there."""
    starts, classes, logs = array("I", [0]), array("H"), array("d")
    entries = sorted(sums)
    at = 0
    for place in range(places):
        while at < len(entries) and entries[at] < (place + 1) * width:
            classes.append(entries[at] % width)
            logs.append(log(1 + sums[entries[at]] / _SMOOTHING))
            at += 1
        starts.append(at)
    return starts, classes, logs


def _features(words: Sequence[str]) -> list[str]:
    """Words and pairs of words; numbers count as one word."""
    said = [NUMBER if word[0].isdigit() else word for word in words]
    return [*said, *[f"{first} {second}" for first, second in itertools.pairwise(said)]]
