"""Multinomial naive Bayes over words and pairs of words: how likely a text is each of some classes, learned from rows.

Rows and texts are vectors of length one, rarer features heavier (Rennie et al. 2003, "Tackling the poor assumptions of
naive Bayes text classifiers"), all classes equally likely beforehand. It ranks and decides nothing.
"""

import itertools
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from sys import intern
from typing import NamedTuple

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


_NUMBERS: dict[str, int] = {}
"""The words of all rows, numbered once for all that learns from them: as text they took ten times the room."""
_PAIRED = 16
"""A feature is one number: a word's own, and above these bits that of the word before it, where it is a pair."""
_FREE = iter(range(1, 1 << _PAIRED))


class Likelihood:
    """What some rows teach about their classes, in single precision: there are some hundred thousand numbers of it."""

    def __init__(self, names: Sequence[str], rows: Iterable[Row]) -> None:
        self._names = tuple(names)
        told, seen = _numbered(names, rows)
        size, width = len(told.classes), len(names)
        self._features = array("I", sorted(seen))
        self._rarity = array("f", (1 + log(size / seen[feature]) for feature in self._features))
        places = {feature: place for place, feature in enumerate(self._features)}
        sums: dict[int, float] = {}  # by place and class in one number: a table of tables would take ten times the room
        totals = [_SMOOTHING * len(places)] * width
        for at, features in told.rows():
            for place, weight in self._weighed([places[each] for each in features if each in places]).items():
                sums[place * width + at] = sums.get(place * width + at, 0.0) + weight
                totals[at] += weight
        self._unseen = [log(_SMOOTHING / total) for total in totals]
        self._starts, self._classes, self._logs = _packed(sums, len(places), width)

    def ranked(self, words: Sequence[str]) -> tuple[Likely, ...]:
        """Every class, the likeliest first; nothing where the words share no feature with any row."""
        features = self._weighed(self._placed(_features([_NUMBERS.get(word) for word in _counted(words)])))
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

    def _placed(self, features: Sequence[int]) -> list[int]:
        """The places of these features among the known ones, which are sorted; unknown ones are left out."""
        known, size = self._features, len(self._features)
        places = [bisect_left(known, each) for each in features]
        pairs = zip(places, features, strict=True)
        return [place for place, each in pairs if place < size and known[place] == each]

    def _weighed(self, places: Sequence[int]) -> dict[int, float]:
        """The places of features, each with its rarity, as a vector of length one."""
        rarity = self._rarity
        counts = Counter(places).items()
        weights = {place: rarity[place] * (1 + log(count) if count > 1 else 1) for place, count in counts}
        length = sqrt(sum([weight * weight for weight in weights.values()]))
        return {place: weight / length for place, weight in weights.items()} if length else {}


class _Told(NamedTuple):
    """Rows as numbers: of each its class and how many features it has, and the features of all behind each other."""

    classes: "array[int]"
    sizes: "array[int]"
    features: "array[int]"

    def rows(self) -> Iterator[tuple[int, "array[int]"]]:
        """The class and the features of each."""
        start = 0
        for at, size in zip(self.classes, self.sizes, strict=True):
            yield at, self.features[start : start + size]
            start += size


def _numbered(names: Sequence[str], rows: Iterable[Row]) -> tuple[_Told, dict[int, int]]:
    """The rows, and in how many of them each feature is: every word, and the pairs that more than one of them has.

    They are gone through once and never kept: as words they would be larger than what they teach.
    """
    seen: Counter[int] = Counter()
    told = _Told(array("H"), array("I"), array("I"))
    for name, words in rows:
        features = _features([_number(word) for word in _counted(words)])
        seen.update(set(features))
        told.classes.append(names.index(name))
        told.sizes.append(len(features))
        told.features.extend(features)
    return told, {feature: times for feature, times in seen.items() if times > 1 or not feature >> _PAIRED}


def _number(word: str) -> int:
    """The number of a word that a row has, whichever thread first meets it."""
    return _NUMBERS.get(word) or _NUMBERS.setdefault(intern(word), next(_FREE))


def _packed(sums: dict[int, float], places: int, width: int) -> tuple["array[int]", "array[int]", "array[float]"]:
    """Where the entries of each place begin; and of each entry its class, and by how much the logarithm grows there."""
    starts, classes, logs = array("I", [0]), array("H"), array("f")
    entries = sorted(sums)
    at = 0
    for place in range(places):
        while at < len(entries) and entries[at] < (place + 1) * width:
            classes.append(entries[at] % width)
            logs.append(log(1 + sums[entries[at]] / _SMOOTHING))
            at += 1
        starts.append(at)
    return starts, classes, logs


def _counted(words: Sequence[str]) -> list[str]:
    """The words, of which numbers count as one."""
    return [NUMBER if word[0].isdigit() else word for word in words]


def _features(numbers: Sequence[int | None]) -> list[int]:
    """Words and pairs of words, by the words' numbers; what no row ever had is no feature."""
    pairs = [first << _PAIRED | second for first, second in itertools.pairwise(numbers) if first and second]
    return [*filter(None, numbers), *pairs]
