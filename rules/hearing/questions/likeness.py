"""What a question that no phrase hears is most like: the nearest examples by the words that they share.

Words count by how rare they are among the examples; architectures, terms and numbers count as what they are. It ranks
what is offered, and decides only where one intent is far ahead.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from rules.catalog.asking import examples, small
from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.matching import Hits, hits

_SMALL = small("small")
_SMALL_WEIGHT = 0.3
_PAIR_WEIGHT = 0.7
_PHRASE_WEIGHT = 1.5
_TELLING = frozenset({"sure", "likely", "supposes", "then", "leans", "outside", "changed"})
"""The kinds of phrases that tell what is asked."""
_NEAREST = 9


@dataclass(frozen=True, slots=True)
class Liking:
    """An intent ("cost break_even") with how much of the likeness of the nearest examples it has, from 0 to 1."""

    intent: str
    share: float
    nearest: float
    """How like the nearest example of it is, from 0 to 1."""


def likings(of: Sentence, found: Hits) -> tuple[Liking, ...]:
    """The intents that the sentence is like, the likest first."""
    vector = _vector(dict(_features(of, found)))
    index, labels = _index()
    scores: dict[int, float] = defaultdict(float)
    for feature, weight in vector.items():
        for place, other in index.get(feature, ()):
            scores[place] += weight * other
    best = sorted(scores.items(), key=lambda pair: -pair[1])[:_NEAREST]
    votes: dict[str, float] = defaultdict(float)
    nearest: dict[str, float] = {}
    for place, score in best:
        votes[labels[place]] += score**3
        nearest.setdefault(labels[place], score)
    total = sum(votes.values())
    return tuple(
        Liking(intent, vote / total, nearest[intent])
        for intent, vote in sorted(votes.items(), key=lambda pair: -pair[1])
    )


def _features(of: Sentence, found: Hits) -> Iterator[tuple[str, float]]:
    kinds: dict[int, str] = {}
    for kind in ("term", "architecture"):
        for hit in found.of(kind):
            kinds.update(dict.fromkeys(range(hit.start, hit.end), f"<{kind}>"))
    said: list[str] = []
    for at, stem in enumerate(of.stems):
        word = kinds.get(at) or ("<number>" if stem[0].isdigit() else stem)
        if not (said and said[-1] == word and word.startswith("<")):
            said.append(word)
    counted: dict[str, float] = defaultdict(float)
    for word in said:
        counted[word] += _SMALL_WEIGHT if word in _SMALL else 1.0
    for first, second in zip(["<<", *said], [*said, ">>"], strict=True):
        counted[f"{first} {second}"] += _PAIR_WEIGHT
    for hit in found.found:
        if hit.kind in _TELLING:
            counted[f"<{hit.kind} {hit.name}>"] = _PHRASE_WEIGHT if hit.name else 1.0
    counted[f"<{min(2, len({hit.name for hit in found.of('architecture')}))} named>"] = 1.0
    return iter(counted.items())


def _vector(features: dict[str, float]) -> dict[str, float]:
    rarity = _rarity()
    weighed = {feature: count * rarity.get(feature, rarity[""]) for feature, count in features.items()}
    length = sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
    return {feature: weight / length for feature, weight in weighed.items()}


@lru_cache(maxsize=1)
def _examples() -> tuple[tuple[str, dict[str, float]], ...]:
    read = [(intent, sentence(line, is_marked=line.endswith("?"))) for intent, line in examples()]
    return tuple((intent, dict(_features(one, hits(one)))) for intent, one in read)


@lru_cache(maxsize=1)
def _rarity() -> dict[str, float]:
    known = _examples()
    counted = Counter(feature for _, features in known for feature in features)
    rarity = {feature: log((len(known) + 1) / (count + 0.5)) for feature, count in counted.items()}
    return {**rarity, "": log(2 * (len(known) + 1))}


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, list[tuple[int, float]]], tuple[str, ...]]:
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, (_, features) in enumerate(_examples()):
        for feature, weight in _vector(features).items():
            index[feature].append((place, weight))
    return index, tuple(intent for intent, _ in _examples())
