"""Misspelt words put right, only towards the words that may be meant there, and never between two real words."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rules.catalog import phrases as catalog
from rules.catalog.asking.lookalikes import LOOKALIKES
from rules.catalog.questions import QUESTIONS
from rules.hearing.words.patterns import LIGHT
from rules.hearing.words.pieces import stem

_WORD = re.compile(r"[a-z]+")
_SHORTEST = 4
_LONG = 8
"""From this length on a word may hold two slips."""
_SWAPPED = 2
"""Slips between a word and one with the same letters: "hibryd"."""
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
    return tuple(piece if is_known(piece) else _meant(piece, fact) for piece in found)


@lru_cache(maxsize=1_000)
def _meant(unknown: str, fact: str) -> str:
    """The word as it was meant. Only unknown ones are kept: whether one is known is seen about as fast."""
    return nearest(unknown, _vocabulary(fact), is_one=True) or unknown


def is_known(word: str) -> bool:
    """Whether a word is left as it is typed: it is short, no word at all, or stands in the tables in some form."""
    is_word = len(word) >= _SHORTEST and word.isascii() and word.isalpha()
    return not is_word or word in LOOKALIKES or word in _known() or stem(word) in _known_stems()


def nearest(word: str, words: Sequence[str], *, is_one: bool = False) -> str | None:
    """The likeliest of the words that are fewest slips away, one or two; if it has to be one, only where no other is.

    None where there is none, or where no slip turns the one into the other.
    """
    most = 2 if len(word) >= _LONG else 1
    swapped = sorted(word) if len(word) > _SHORTEST else []
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=_SWAPPED, limit=None)
    near = [(slips, at, each) for each, slips, at in found if slips <= most or sorted(each) == swapped]
    least = min((slips for slips, _, _ in near), default=0)
    best = [(*_unlike(word, each), at, each) for slips, at, each in near if slips == least]
    if is_one and len({stem(each) for *_, each in best}) > 1:
        return None
    fair = [one for one in best if _is_fair(word, one[-1], least)]
    return min(fair)[-1] if fair else None


def _is_fair(word: str, meant: str, slips: int) -> bool:
    """Whether slips may turn the one into the other: they swap two letters, or keep the first; short words lost one."""
    is_longer = len(word) > _SHORTEST or len(meant) > len(word)
    return (slips == 1 and sorted(word) == sorted(meant)) or (word[0] == meant[0] and is_longer)


def _unlike(word: str, meant: str) -> tuple[bool, bool, bool]:
    """What speaks against a slip: a letter that was exchanged rather than moved, left out or doubled; other ends."""
    return not _is_kept(word, meant), word[0] != meant[0], word[-1] != meant[-1]


def _is_kept(word: str, meant: str) -> bool:
    """Whether the one has all the letters of the other, in whatever order or with some between."""
    return sorted(word) == sorted(meant) or _holds(meant, word) or _holds(word, meant)


def _holds(longer: str, shorter: str) -> bool:
    """Whether the one has all the letters of the other, in their order."""
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


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
    """Every word of the tables, which is left as it is typed, as are the real words that look like one."""
    acts = catalog.acts()
    texts = [f"{row.own} {row.here} {row.hint} {row.bare}" for row in catalog.answers()]
    texts += [*acts.steering.values(), *acts.names.values(), *acts.acts.values(), *catalog.topics().values(), _COUNTS]
    return frozenset({*_words(texts), *LIGHT})


@lru_cache(maxsize=1)
def _known_stems() -> frozenset[str]:
    """The stems of the tables' words: what is one of them was typed in another form."""
    return frozenset(stem(word) for word in _known() - LOOKALIKES)


def _words(texts: Iterable[str]) -> Iterable[str]:
    """The words, each once in memory, in however many questions' vocabularies it stands."""
    groups = catalog.groups()
    for text in texts:
        yield from map(intern, _WORD.findall(text.casefold()))
        for name in re.findall(r"\$([A-Z]+)", text):
            yield from map(intern, _WORD.findall(groups[name]))
