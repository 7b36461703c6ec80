"""Misspelt words of a question put right, towards all the words of the tables, and words typed as one parted."""

import re
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from rules.catalog import asking
from rules.catalog.architectures import NAMES
from rules.catalog.asking.lookalikes import LOOKALIKES
from rules.catalog.glossary import GLOSSARY
from rules.catalog.phrases import answers, groups
from rules.catalog.questions import QUESTIONS
from rules.hearing.questions.kinds import QUESTION_WORDS
from rules.hearing.words.pieces import stem
from rules.hearing.words.spelling import is_known, nearest

_WORD = re.compile(r"[a-z]+")
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 4
_AFTER_ASKING = frozenset(
    {"if", "is", "are", "not", "no", "does", "did", "much", "many", "sure", "would", "about", "next"}
)


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, None]:
    """Every word of the tables that people may have meant, the words of questions first."""
    return dict.fromkeys(intern(word) for text in _texts() for word in _WORD.findall(text.lower()))


def _texts() -> Iterator[str]:
    """The texts of all tables, those of questions first."""
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
def _meant() -> tuple[str, ...]:
    """The words that may be meant by a misspelt one."""
    return tuple(word for word in vocabulary() if len(word) >= _SHORTEST)


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """The stems of what is known, where they are no word of it themselves: what is one of them was typed otherwise."""
    return frozenset(stemmed for word in vocabulary() if (stemmed := stem(word)) not in vocabulary())


@lru_cache(maxsize=2_000)
def corrected(word: str) -> tuple[str, ...]:
    """The word as it was meant: itself where it is known or like no known one."""
    stemmed = stem(word)
    if is_known(word) or stemmed in LOOKALIKES or stemmed in vocabulary() or stemmed in _stems():
        return (word,)
    single = _DOUBLED.sub(r"\1", word)
    if single in vocabulary():
        return (single,)
    return _two_words(word) or (nearest(word, _meant()) or word,)


def _two_words(word: str) -> tuple[str, ...]:
    """Two words typed as one, of which the first asks: "whynot", "whatif"; nothing where it is none."""
    for first, rest in ((word[:at], word[at:]) for at in (3, 4, 5)):
        if first in QUESTION_WORDS and rest in _AFTER_ASKING:
            return first, rest
    return ()
