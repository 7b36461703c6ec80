"""The statements of a line: what stands between its marks, and between "and"s behind which a clause begins."""

from collections.abc import Sequence
from itertools import pairwise

from rules.hearing.evidence.evidence import JOINTS, thoughts_of
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.pieces import BREAKS, stems_of

_BEGINNING_WORDS = """
it they we i you he she there nobody noone everybody everyone anyone all this that these those
no not must should may can
"""
_BEGINNING = stems_of(_BEGINNING_WORDS)
_VERB_WORDS = "is are was were has have must may can will should need do does did would could might cannot"
_VERBS = stems_of(_VERB_WORDS)
"""A clause begins with one of the first, or has one of these in its first words."""
_NEAR = 4


def statements(stems: Sequence[str]) -> list[range]:
    """The pieces of each statement: "the Polish and the Romanian part" is one, "weekly and nobody checks it" two."""
    ends = [thought.stop for thought in thoughts_of(stems) if thought.stop < len(stems) and _parts(stems, thought.stop)]
    found = [range(start, end) for start, end in pairwise([0, *ends, len(stems)])]
    return [each for each in found if any(stems[at] not in JOINTS for at in each)]


def size_of(words: Sequence[str]) -> int:
    """How many words a statement has, without those that only join or greet."""
    return sum(word not in JOINTS | COURTESIES for word in words)


def _parts(stems: Sequence[str], at: int) -> bool:
    """Whether the joint before this piece parts statements; an "and" behind no mark joins, unless a clause begins."""
    if stems[at - 1] != "and" or (at > 1 and stems[at - 2] in BREAKS):
        return True
    behind = stems[at : at + _NEAR]
    ended = next((n for n, word in enumerate(behind) if word in BREAKS), len(behind))
    return bool(_BEGINNING & {*behind[:1]} or _VERBS & {*behind[:ended]})
