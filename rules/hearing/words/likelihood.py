"""Multinomial naive Bayes over words and pairs of words: how likely a text is each of some classes, learned from rows.

Rows and texts are vectors of length one, rarer features heavier (Rennie et al. 2003, "Tackling the poor assumptions of
naive Bayes text classifiers"), all classes equally likely beforehand. It ranks and decides nothing.
"""

import itertools
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_MOST_WORDS = 1 << 13
_FREE = itertools.chain([*range(1, _MOST_WORDS)], range(_MOST_WORDS, 1 << _PAIRED))
"""Numbers for words. Those that the tables need are made at once: made one by one, among what is only counted on the
way, they stay scattered over all the memory that it took.
"""


class Likelihood:
    """What some rows teach about their classes, in single precision: there are some hundred thousand numbers of it."""

    def __init__(self, names: Sequence[str], rows: Iterable[Row]) -> None:
        self._names = tuple(names)
        told, seen = _numbered(names, rows)
        size = sum(len(of.sizes) for of in told)
        self._features = array("I", sorted(seen))
        self._rarity = array("f", (1 + log(size / seen[feature]) for feature in self._features))
        places = {feature: place for place, feature in enumerate(self._features)}
        entries = _Entries(array("I"), array("H"), array("f"))
        self._unseen = []
        for at, of in enumerate(told):
            total, sums = _SMOOTHING * len(places), dict[int, float]()
            for features in of.rows():
                for place, weight in self._weighed([places[each] for each in features if each in places]).items():
                    sums[place] = sums.get(place, 0.0) + weight
                    total += weight
            entries.add(at, sums)
            self._unseen.append(log(_SMOOTHING / total))
        self._starts, self._classes, self._logs = entries.by_place(len(places))

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
    """The rows of one class as numbers: how many features each has, and the features of all behind each other."""

    sizes: "array[int]"
    features: "array[int]"

    def rows(self) -> Iterator["array[int]"]:
        """The features of each."""
        start = 0
        for size in self.sizes:
            yield self.features[start : start + size]
            start += size


class _Entries(NamedTuple):
    """What is learned, one class after the other: a place, the class, and by how much the logarithm grows there.

    Made so because a table of sums over all places and classes would be larger than all that is ever kept of it.
    """

    places: "array[int]"
    classes: "array[int]"
    logs: "array[float]"

    def add(self, at: int, sums: Mapping[int, float]) -> None:
        """What the rows of one class teach."""
        self.places.extend(sums)
        self.classes.extend([at] * len(sums))
        self.logs.extend([log(1 + weight / _SMOOTHING) for weight in sums.values()])

    def by_place(self, size: int) -> tuple["array[int]", "array[int]", "array[float]"]:
        """Where the entries of each place begin; and the classes and logarithms of all, in the order of the places."""
        starts = array("I", [0]) * (size + 1)
        for place in self.places:
            starts[place + 1] += 1
        for place in range(size):
            starts[place + 1] += starts[place]
        free, classes, logs = starts[:], self.classes[:], self.logs[:]
        for place, at, grown in zip(*self, strict=True):
            classes[free[place]], logs[free[place]] = at, grown
            free[place] += 1
        return starts, classes, logs


def _numbered(names: Sequence[str], rows: Iterable[Row]) -> tuple[list[_Told], dict[int, int]]:
    """The rows of each class, and in how many rows each feature is: every word, and the pairs that several have.

    They are gone through once and never kept: as words they would be larger than what they teach.
    """
    seen: Counter[int] = Counter()
    told = {name: _Told(array("I"), array("I")) for name in names}
    for name, words in rows:
        features = _features([_number(word) for word in _counted(words)])
        seen.update(set(features))
        told[name].sizes.append(len(features))
        told[name].features.extend(features)
    kept = {feature: times for feature, times in seen.items() if times > 1 or not feature >> _PAIRED}
    return [*told.values()], kept


def _number(word: str) -> int:
    """The number of a word that a row has, whichever thread first meets it."""
    return _NUMBERS.get(word) or _NUMBERS.setdefault(intern(word), next(_FREE))


def _counted(words: Sequence[str]) -> list[str]:
    """The words, of which numbers count as one."""
    return [NUMBER if word[0].isdigit() else word for word in words]


def _features(numbers: Sequence[int | None]) -> list[int]:
    """Words and pairs of words, by the words' numbers; what no row ever had is no feature."""
    pairs = [first << _PAIRED | second for first, second in itertools.pairwise(numbers) if first and second]
    return [*filter(None, numbers), *pairs]
