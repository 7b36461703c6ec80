"""A passage that tells figures: its words, and each number in it as it was meant, "3.200 invoices" as 3,200."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.hearing.amounts.numbers import quantities
from rules.hearing.words.pieces import LONGEST, pieces, stem, stems_of

_GROUPS = re.compile(r"(?<=\d)['’](?=\d{3}\b)")
"""The mark in "3'200"."""
_PER = re.compile(r"\s*/\s*(?=(?:h|hr|hour|std|d|day|w|wk|week|mo|month|q|quarter|y|yr|year|error|mistake)\b)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""What half of the world writes for thousands; nobody counts or pays to three places."""
_SENTENCE_ENDS = frozenset({".", ";", "?", "!"})
_CLAUSE_ENDS = _SENTENCE_ENDS | {","}
_NOT = frozenset({("not",), ("instead", "of"), ("rather", "than"), ("no", "longer"), ("noon",)})
_BEFORE_NOW = frozenset({"was", "were", "from"})
_WITH_IT = stems_of("only just about the a an at like longer") | {"$", "€", "£", "eur", "usd", "gbp", "chf"}
"""Words between a denial and its number: "not just 45", "instead of the 80"."""
WRONG = stems_of(
    "wrong wrongly mistake mistaken error erroneous incorrect incorrectly botched faulty false bad mess hallucination "
    "hallucinated miss slip failure blunder screwup"
)
"""What is said of a wrong answer."""
RUINED = stems_of(
    "ruined ruin ruins scrapped spoiled spoilt lost broken damaged destroyed cracked wrecked wasted recalled returned "
    "rejected burnt"
)
"""What became of a thing by a wrong answer: "a ruined mold is 8k"."""
RIGHT = stems_of("accuracy accurate accurately right correct correctly precise precision")
"""What is said of a right one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a passage, from `low` to `high` (equal for one number), and the words [start, end) that say it."""

    low: float
    high: float
    start: int
    end: int

    @property
    def middle(self) -> float:
        """The number, or the middle of its two ends."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Passage:
    """The stems of a passage and the numbers in it, in order."""

    stems: tuple[str, ...]
    figures: tuple[Figure, ...]

    def behind(self, figure: Figure, size: int = 7) -> tuple[str, ...]:
        """The words behind a number, up to a mark."""
        return tuple(_to_mark(self.stems[figure.end : figure.end + size]))

    def ahead(self, figure: Figure, size: int = 7) -> tuple[str, ...]:
        """The words before a number, up to a mark."""
        return tuple(_to_mark(self.stems[max(0, figure.start - size) : figure.start][::-1]))[::-1]

    def are_apart(self, figure: Figure, end: int) -> bool:
        """Whether another number stands between this one and a word: "1 of 500 and we do 10 a day" is not 500 a day."""
        return any(figure.end <= each.start < end for each in self.figures)

    def clause(self, figure: Figure) -> frozenset[str]:
        """All words of the clause in which a number stands."""
        return frozenset(self.stems[slice(*_around(self.stems, figure, _CLAUSE_ENDS))])

    def sentence(self, figure: Figure) -> tuple[int, int]:
        """Where the sentence of a number begins and ends."""
        return _around(self.stems, figure, _SENTENCE_ENDS)

    def is_denied(self, figure: Figure) -> bool:
        """Whether a number is one that does not hold: "not 45", "instead of the 80"."""
        said = self.stems[max(0, figure.start - 4) : figure.start]
        while said and said[-1] in _WITH_IT:
            said = said[:-1]
        return any(said[-len(words) :] == words for words in _NOT)

    def is_past(self, figure: Figure) -> bool:
        """Whether a number may be one that held before: "was 380", "down from 9%"."""
        return bool(_BEFORE_NOW & {*self.stems[max(0, figure.start - 2) : figure.start]})

    def holding(self, figures: Sequence[Figure]) -> list[Figure]:
        """Those of several numbers of one kind that are said to hold now."""
        said = [each for each in figures if not self.is_denied(each)]
        return [each for each in said if not self.is_past(each)] or said


@lru_cache(maxsize=64)
def passage(text: str) -> Passage:
    """The passage that a text is."""
    parts = _parts(_PER.sub(" per ", _GROUPS.sub("", text.casefold())))
    words = tuple(word for part in parts for word in pieces(part))
    return Passage(tuple(map(stem, words)), tuple(_figures(words)))


def _parts(text: str) -> list[str]:
    """The text in parts that are read whole each."""
    return [text] if len(text) <= LONGEST else re.findall(rf".{{1,{LONGEST - 1}}}(?:\s|$)", text, re.DOTALL)


def _figures(words: Sequence[str]) -> Iterator[Figure]:
    """Every number; two with nothing but a comma between them are two: "a wrong one costs 12, 900 a day"."""
    for amount in quantities(words):
        comma = next((at for at in range(amount.start, amount.end) if words[at] == ","), None)
        if comma is None:
            yield _figure(words, amount.low, amount.high, amount.start, amount.end)
            continue
        for start, end in ((amount.start, comma), (comma + 1, amount.end)):
            for one in quantities(words[start:end]):
                yield _figure(words, one.low, one.high, start + one.start, start + one.end)


def _figure(words: Sequence[str], low: float, high: float, start: int, end: int) -> Figure:
    if end - start == 1 and _THOUSANDS.fullmatch(words[start]) and words[end : end + 1] != ("%",):
        low = high = float(words[start].replace(".", ""))
    return Figure(low, high, start, end)


def _to_mark(stems: Sequence[str]) -> Iterator[str]:
    for word in stems:
        if word in _CLAUSE_ENDS or word == ":":
            return
        yield word


def _around(stems: Sequence[str], figure: Figure, ends: frozenset[str]) -> tuple[int, int]:
    start = next((at + 1 for at in range(figure.start - 1, -1, -1) if stems[at] in ends), 0)
    end = next((at for at in range(figure.end, len(stems)) if stems[at] in ends), len(stems))
    return start, end
