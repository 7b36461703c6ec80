"""Misspelt words put right, only towards words that the asking tables use and never between two real words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rules.catalog import asking
from rules.catalog.architectures import NAMES
from rules.catalog.asking.lookalikes import LOOKALIKES
from rules.catalog.glossary import GLOSSARY
from rules.catalog.phrases import answers, groups
from rules.catalog.questions import QUESTIONS
from rules.hearing.pieces import stem

_WORD = re.compile(r"[a-z]+")
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 4
_LONG = 7
_SWAPPED = 2
"""Slips between a word and one with the same letters: "hibryd"."""
_ASKING = frozenset({"why", "how", "who", "what", "when", "where", "which"})
_AFTER_ASKING = frozenset(
    {"if", "is", "are", "not", "no", "does", "did", "much", "many", "sure", "would", "about", "next"}
)


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, None]:
    """Every word of the tables that people may have meant, the words of questions first."""
    return dict.fromkeys(word for text in _texts() for word in _WORD.findall(text.lower()))


def _texts() -> Iterator[str]:
    yield from asking.words()
    yield from NAMES.values()
    for each in GLOSSARY.values():
        yield f"{each.term} {' '.join(each.aliases)}"
    for said in answers():
        yield f"{said.own} {said.here} {said.hint} {said.bare}"
    yield from groups().values()
    for question in QUESTIONS:
        yield f"{question.text} {question.topic}"
        for option in question.options:
            yield f"{option.label} {option.said} {' '.join(option.synonyms)}"


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset({*vocabulary(), *(stem(word) for word in vocabulary()), *LOOKALIKES})


@lru_cache(maxsize=1)
def _by_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word in vocabulary():
        if len(word) >= _SHORTEST:
            found.setdefault(len(word), []).append(word)
    return found


@lru_cache(maxsize=5_000)
def corrected(word: str) -> tuple[str, ...]:
    """The word as it was meant: itself where it is known or like no known one."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha() or word in _known() or stem(word) in _known():
        return (word,)
    single = _DOUBLED.sub(r"\1", word)
    if single in _known():
        return (single,)
    return _two_words(word) or (meant_by(word) or word,)


def _two_words(word: str) -> tuple[str, ...]:
    """Two words typed as one, of which the first asks: "whynot", "whatif"; nothing where it is none."""
    for first, rest in ((word[:at], word[at:]) for at in (3, 4, 5)):
        if first in _ASKING and rest in _AFTER_ASKING:
            return first, rest
    return ()


def meant_by(word: str) -> str | None:
    """The one word of the tables that is a slip or two away; None where there is none."""
    most = 2 if len(word) >= _LONG else 1
    lengths = range(len(word) - most, len(word) + most + 1)
    near = [each for size in lengths for each in _by_length().get(size, ())]
    found = process.extract(word, near, scorer=OSA.distance, score_cutoff=max(most, _SWAPPED), limit=12)
    fair = [
        (distance, each)
        for each, distance, _ in found
        if (distance <= most or sorted(word) == sorted(each)) and _is_fair(word, each, int(distance))
    ]
    if not fair:
        return None
    order = list(vocabulary()).index
    return min(fair, key=lambda pair: (pair[0], *_unlike(word, pair[1]), order(pair[1])))[1]


def _is_fair(word: str, meant: str, distance: int) -> bool:
    """Whether a slip may turn the one into the other: short words keep their letters, long ones their beginning."""
    if len(word) == _SHORTEST:
        return (distance < _SWAPPED and sorted(word) == sorted(meant)) or (
            len(meant) > len(word) and word[0] == meant[0]
        )
    return word[0] == meant[0] or (distance == 1 and len(meant) > 4)


def _unlike(word: str, meant: str) -> tuple[bool, bool, bool]:
    """What speaks against a slip: a letter that was exchanged rather than moved, left out or doubled; other ends."""
    is_kept = sorted(word) == sorted(meant) or _holds(meant, word) or _holds(word, meant)
    return not is_kept, word[0] != meant[0], word[-1] != meant[-1]


def _holds(longer: str, shorter: str) -> bool:
    """Whether the one has all the letters of the other, in their order."""
    letters = iter(longer)
    return all(letter in letters for letter in shorter)
