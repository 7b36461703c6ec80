"""Misspelt words put right, only towards the words of the open question, and never between two real words."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rules.catalog import phrases as catalog
from rules.catalog.asking.lookalikes import LOOKALIKES
from rules.catalog.questions import QUESTIONS
from rules.hearing.patterns import LIGHT
from rules.hearing.pieces import stem

_WORD = re.compile(r"[a-z]+")
_SHORTEST = 4
_LONG = 8
"""From this length on a word may hold two slips."""
_COUNTS = """
hundred hundreds thousand thousands million millions dozen dozens second seconds minute minutes hour hours day days week
weeks month months quarter quarters year years page pages token tokens document documents example examples request
requests every about around roughly approximately maybe never always almost nearly sometimes between hourly daily weekly
monthly quarterly yearly annually nothing everything something anything
"""


def corrected(found: Sequence[str], fact: str | None) -> tuple[str, ...]:
    """The pieces, each unknown word replaced by the one word of this question that it is a slip away from."""
    if fact is None:
        return tuple(found)
    return tuple(_corrected(piece, fact) for piece in found)


@lru_cache(maxsize=20_000)
def _corrected(piece: str, fact: str) -> str:
    if len(piece) < _SHORTEST or not piece.isalpha() or piece in _known() or stem(piece) in _known_stems():
        return piece
    most = 2 if len(piece) >= _LONG else 1
    near = process.extract(piece, _vocabulary(fact), scorer=OSA.distance, score_cutoff=most, limit=4)
    least = min((distance for _, distance, _ in near), default=0)
    best = {stem(word): word for word, distance, _ in near if distance == least}
    word = next(iter(best.values())) if len(best) == 1 else piece
    return word if _is_fair(piece, word) else piece


def _is_fair(typed: str, word: str) -> bool:
    """Whether a slip may turn the one into the other: it keeps the first letter, and short words all of theirs."""
    if sorted(word) == sorted(typed):
        return True
    letters = iter(word)
    is_kept = all(letter in letters for letter in typed)
    return word[0] == typed[0] and (is_kept or len(typed) > _SHORTEST)


@lru_cache(maxsize=64)
def _vocabulary(fact: str) -> tuple[str, ...]:
    """The words that answer this question, and those of numbers and times."""
    texts = [f"{row.own} {row.here} {row.hint}" for row in catalog.answers() if row.fact == fact]
    texts += [
        f"{option.label} {' '.join(option.synonyms)}" for q in QUESTIONS if q.fact == fact for option in q.options
    ]
    return tuple(word for word in dict.fromkeys(_words([*texts, _COUNTS])) if len(word) >= _SHORTEST)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Every word that is left as it is typed: those of the tables, and the real words that look like them."""
    acts = catalog.acts()
    texts = [f"{row.own} {row.here} {row.hint} {row.bare}" for row in catalog.answers()]
    texts += [*acts.steering.values(), *acts.names.values(), *acts.acts.values(), *catalog.topics().values(), _COUNTS]
    return frozenset({*_words(texts), *LIGHT, *LOOKALIKES})


@lru_cache(maxsize=1)
def _known_stems() -> frozenset[str]:
    """The stems of the tables' words: what is one of them was typed in another form."""
    return frozenset(stem(word) for word in _known() - LOOKALIKES)


def _words(texts: Iterable[str]) -> Iterable[str]:
    groups = catalog.groups()
    for text in texts:
        yield from _WORD.findall(text.casefold())
        for name in re.findall(r"\$([A-Z]+)", text):
            yield from _WORD.findall(groups[name])
