"""The phrases of a question's options found in typed words: whole, contained, under a "not", or misspelt.

Part of `understand`. A phrase is an option's value, label, said form or synonym, as stemmed tokens.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from rules.framework import Question
from rules.understand.words import FILLERS, NEGATIONS, content, negated, stem, tokens, words

_ANSWERS_ALONE = "both all any none no yes neither never everything nothing other good bad fast slow low high many few"
_WHOLE_ONLY = frozenset(_ANSWERS_ALONE.split())
"""Words that answer only when they are the whole answer: inside a sentence they mean something else."""
_CLOSE = 85.0
"""From this likeness (of 100) on, a misspelt answer is taken, if it also leads the next option by `_MARGIN`."""
_MARGIN = 7.0
_OFFER = 62.0
"""From this likeness on, an option is worth offering."""
_SHORTEST_TO_CORRECT = 5
_MARK = re.compile(r"[:,(]\s*|\)")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say one option."""

    value: str
    words: tuple[str, ...]
    content: tuple[str, ...]
    is_negative: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in the text, at the tokens [start, end)."""

    value: str
    start: int
    end: int
    is_negated: bool


@lru_cache(maxsize=64)
def phrases(question: Question) -> tuple[Phrase, ...]:
    """Every way to say every option of a question; read once a question."""
    found: dict[Phrase, None] = {}
    for option in question.options:
        for text in (option.value, option.label, *_pieces(option.label), option.said, *option.synonyms):
            parts = tokens(text)
            if words(parts):
                found[Phrase(option.value, words(parts), content(parts), bool(NEGATIONS & set(parts)))] = None
    return tuple(found)


def _pieces(label: str) -> list[str]:
    """What a label says before and after its mark: "No, it depends on the person" is said without the "no", too."""
    pieces = [] if _DIGIT.search(label) else _MARK.split(label)
    return [piece for piece in pieces if piece.casefold() not in _WHOLE_ONLY]


def whole(question: Question, found: Sequence[str]) -> frozenset[str]:
    """The options of which one phrase is the whole answer, fillers aside; the phrase without fillers comes first."""
    said, kept = words(found), content(found)
    known = phrases(question)
    return (
        frozenset(phrase.value for phrase in known if phrase.words == said)
        or frozenset(phrase.value for phrase in known if phrase.words == kept)
        or frozenset(phrase.value for phrase in known if phrase.content == kept)
    )


def contained(question: Question, found: Sequence[str], *, corrects: bool) -> list[Hit]:
    """Every phrase inside the text; the longer wins where two overlap. `corrects` lets long words be misspelt."""
    stems = [stem(token) for token in found]
    under = negated(found)
    hits: list[Hit] = []
    for phrase in phrases(question):
        if len(phrase.words) == 1 and (phrase.words[0] in _WHOLE_ONLY or phrase.words[0] in FILLERS):
            continue
        hits += [
            Hit(phrase.value, start, start + size, start in under and not phrase.is_negative)
            for start, size in _places(phrase.words, stems, corrects=corrects)
        ]
    return [hit for hit in hits if not any(_covers(other, hit) for other in hits)]


def _places(wanted: Sequence[str], stems: Sequence[str], *, corrects: bool) -> list[tuple[int, int]]:
    """Where the words stand in a row; marks between them ("ad-hoc") do not count."""
    places = []
    for start in range(len(stems)):
        at, matched = start, 0
        while matched < len(wanted) and at < len(stems):
            if matched and stems[at] in {"-", "/", "."}:
                at += 1
                continue
            if not _same(wanted[matched], stems[at], corrects=corrects):
                break
            at, matched = at + 1, matched + 1
        if matched == len(wanted):
            places.append((start, at - start))
    return places


def _same(wanted: str, said: str, *, corrects: bool) -> bool:
    if wanted == said:
        return True
    if not corrects or min(len(wanted), len(said)) < _SHORTEST_TO_CORRECT or wanted[0] != said[0]:
        return False
    # One slip only: from two on, "inconsistent" with a wrong first letter would pass for "consistent".
    return bool(OSA.distance(wanted, said, score_cutoff=1) <= 1)


def _covers(longer: Hit, shorter: Hit) -> bool:
    size = longer.end - longer.start
    return size > shorter.end - shorter.start and longer.start <= shorter.start and shorter.end <= longer.end


def alike(question: Question, found: Sequence[str]) -> list[tuple[str, float]]:
    """The options by the likeness of their nearest phrase to the whole answer, most alike first."""
    said, kept = words(found), content(found)
    is_negative = bool(NEGATIONS & set(found))
    best: dict[str, float] = {}
    for phrase in phrases(question):
        if phrase.is_negative != is_negative or _numbers(phrase.content) != _numbers(kept):
            continue
        score = max(_likeness(kept, phrase.content), _likeness(said, phrase.words))
        best[phrase.value] = max(best.get(phrase.value, 0.0), score)
    return sorted(best.items(), key=lambda pair: -pair[1])


def _likeness(said: Sequence[str], wanted: Sequence[str]) -> float:
    """From 0 to 100, with spaces and without: people join and part words."""
    return max(fuzz.ratio(" ".join(said), " ".join(wanted)), fuzz.ratio("".join(said), "".join(wanted)))


def nearly(question: Question, found: Sequence[str]) -> str | None:
    """The one option that a misspelt answer means, where it is close and no other is."""
    ranked = alike(question, found)
    if not ranked or ranked[0][1] < _CLOSE or len("".join(content(found))) < _SHORTEST_TO_CORRECT - 1:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _MARGIN else None


def worth_offering(question: Question, found: Sequence[str]) -> tuple[str, ...]:
    """Up to two options that are somewhat alike."""
    return tuple(value for value, score in alike(question, found)[:2] if score >= _OFFER)


def _numbers(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(part for part in parts if part[0].isdigit())
