"""Whether an unaddressed line is what people say to each other: then it is left alone, without a word."""

from collections.abc import Iterable, Sequence

from rules.hearing.evidence import HERE, OWN, Mark, thoughts_of
from rules.hearing.patterns import LIGHT
from rules.hearing.pieces import BREAKS, NAME, stem
from rules.hearing.words import phrases

LONGEST = 18
"""Unaddressed lines of more words than this are people talking to each other."""
_SMALL_WORDS = "by in on at from for with of as or and per up out"
_SMALL = frozenset(stem(word) for word in _SMALL_WORDS.split())
_NEEDED = (0.5, 0.6)
"""The share of its words that have to be answer: by how much the line sounds like talk."""
_NEEDED_OWN = (0.15, 0.6)
_NEEDED_ONE = (0.6, 0.75)
"""... where all that is said is one word of an answer."""
_NEEDED_WORD = (0.4, 0.5)
"""The same where all that is plain is one word."""


def is_for_somebody_else(stems: Sequence[str]) -> bool:
    """Whether it plainly is: it holds a colleague's name, or is longer than a plain answer."""
    return NAME in stems or sum(word not in BREAKS for word in stems) > LONGEST


def talk(stems: Sequence[str]) -> int:
    """How much the line sounds like people talking: 0 not at all, 1 a little, 2 plainly."""
    if phrases("talk").places(stems) or any(":" in word for word in stems if word != ":"):
        return 2
    return int(bool(phrases("chatter").places(stems)))


def is_plainly_said(stems: Sequence[str], marks: Iterable[Mark], sounds_like_talk: int) -> bool:
    """Whether the marks make up so much of the line, or of its first thought, that it is an answer by its shape."""
    places = [(mark.start, mark.end) for mark in marks if mark.grade >= HERE]
    if not places or sounds_like_talk > 1:
        return False
    own = max((mark.size for mark in marks if mark.grade == OWN), default=0)
    first = thoughts_of(stems)[0]
    share = max(_share(stems, range(len(stems)), places), 0.9 * (_share(stems, first, places) >= 0.99))
    longest = max(mark.size for mark in marks)
    needed = _NEEDED_OWN if own > 1 else _NEEDED_WORD if own else _NEEDED if longest > 1 else _NEEDED_ONE
    return share >= needed[sounds_like_talk]


def is_all_said(stems: Sequence[str], places: Sequence[tuple[int, int]]) -> bool:
    """Whether these places are nearly all that the line says."""
    return talk(stems) == 0 and _share(stems, range(len(stems)), places) >= 0.7


def covers(stems: Sequence[str], thought: range, marks: Iterable[Mark]) -> bool:
    """Whether the marks are all that the thought says."""
    return _share(stems, thought, [(mark.start, mark.end) for mark in marks]) == 1.0


def _share(stems: Sequence[str], within: range, places: Sequence[tuple[int, int]]) -> float:
    carrying = [at for at in within if stems[at] not in BREAKS and stems[at] not in LIGHT | _SMALL]
    inside = [at for at in carrying if any(start <= at < end for start, end in places)]
    return len(inside) / len(carrying) if carrying else float(any(at in within for at, _ in places))
