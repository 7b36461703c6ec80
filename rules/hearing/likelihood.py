"""Multinomial naive Bayes over words and pairs of words: how likely a text is each of some classes, learned from rows.

Rows and texts are vectors of length one, rarer features heavier (Rennie et al. 2003, "Tackling the poor assumptions of
naive Bayes text classifiers"), all classes equally likely beforehand. It ranks and decides nothing.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from sys import intern

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

    def __init__(self, names: Sequence[str], rows: Callable[[], Iterable[Row]]) -> None:
        self._names = tuple(names)
        seen: Counter[str] = Counter()
        size = 0
        for _, words in rows():  # gone through twice, and never kept: the rows would be larger than what they teach
            seen.update(set(_features(words)))
            size += 1
        kept = {each: count for each, count in seen.items() if count > 1 or " " not in each}
        self._rarity = {intern(each): 1 + log(size / count) for each, count in kept.items()}
        self._sums: dict[str, dict[int, float]] = {}
        totals = [_SMOOTHING * len(kept)] * len(names)
        for name, words in rows():
            at = names.index(name)
            for feature, weight in self._weighed(_features(words)).items():
                by_class = self._sums.setdefault(intern(feature), {})
                by_class[at] = by_class.get(at, 0.0) + weight
                totals[at] += weight
        self._unseen = [log(_SMOOTHING / total) for total in totals]

    def ranked(self, words: Sequence[str]) -> tuple[Likely, ...]:
        """Every class, the likeliest first; nothing where the words share no feature with any row."""
        features = self._weighed(_features(words))
        if not features:
            return ()
        length = sum(features.values())
        logs = [length * unseen for unseen in self._unseen]
        for feature, weight in features.items():
            for at, seen in self._sums[feature].items():
                logs[at] += weight * log(1 + seen / _SMOOTHING)
        best = max(logs)
        shares = [exp(_SHARPNESS * (each - best)) for each in logs]
        found = sorted(zip(self._names, shares, strict=True), key=lambda pair: -pair[1])
        return tuple(Likely(name, share / sum(shares)) for name, share in found)

    def _weighed(self, features: Counter[str]) -> dict[str, float]:
        """The known features by their rarity, as a vector of length one."""
        rarity = self._rarity
        weights = {each: (1 + log(count)) * rarity[each] for each, count in features.items() if each in rarity}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {each: weight / length for each, weight in weights.items()} if length else {}


def _features(words: Sequence[str]) -> Counter[str]:
    """Words and pairs of words; numbers count as one word."""
    said = [NUMBER if word[0].isdigit() else word for word in words]
    return Counter([*said, *(f"{first} {second}" for first, second in itertools.pairwise(said))])
