"""Which values of a question a line leans to that no phrase of theirs hears: by the words that it shares with them.

It ranks what is offered, and never decides. A word counts the more, the fewer values of the question use it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from math import log

from rules.catalog import phrases as catalog
from rules.catalog.questions import QUESTIONS
from rules.facts import VALUES
from rules.hearing.patterns import COURTESIES, LIGHT, alternatives
from rules.hearing.pieces import BREAKS, pieces, stem

_SHORTEST = 3


def leanings(fact: str, stems: Sequence[str]) -> tuple[str, ...]:
    """The values that share words with the line, the likeliest first."""
    weights = _weights(fact)
    scores: dict[str, float] = defaultdict(float)
    for word in set(stems):
        for value, weight in weights.get(word, {}).items():
            scores[value] += weight
    return tuple(sorted(scores, key=lambda value: (-scores[value], VALUES[fact].index(value))))


@cache
def _weights(fact: str) -> dict[str, dict[str, float]]:
    """How much each word speaks for each value."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for row in catalog.answers():
        if row.fact == fact:
            for word in _words(f"{row.own} {row.here} {row.hint}"):
                used[word][row.value] += 1
    for option in next(question for question in QUESTIONS if question.fact == fact).options:
        for word in pieces(f"{option.label} {option.said} {' '.join(option.synonyms)}"):
            used[stem(word)][option.value] += 1
    skipped = BREAKS | LIGHT | COURTESIES
    size = len(VALUES[fact])
    return {
        word: {value: (1 + log(count)) * log(1 + size / len(by_value)) for value, count in by_value.items()}
        for word, by_value in used.items()
        if word not in skipped and len(word) >= _SHORTEST
    }


def _words(texts: str) -> list[str]:
    groups = catalog.groups()
    return [
        word
        for part in texts.replace("|", " ").split()
        if part.strip(".<>#?")
        for word in alternatives(part.removesuffix("?"), groups)
    ]
