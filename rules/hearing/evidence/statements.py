"""The statements of a line: what stands between its marks, and between "and"s behind which a clause begins."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rules.hearing.evidence.evidence import JOINTS, thoughts_of
from rules.hearing.evidence.leaning import TALK, share_of, subjects
from rules.hearing.evidence.upkeep import is_upkeep
from rules.hearing.words.lexicon import topics
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
_ABOUT = 0.5
"""From this share on words are about a question more than about all the others."""
_CLEARLY, _HARDLY = 0.6, 0.05
"""From these shares on words are about a question, and up to these they are not about another one."""


def statements(stems: Sequence[str]) -> list[range]:
    """The pieces of each statement: "the Polish and the Romanian part" is one, "weekly and nobody checks it" two."""
    return [*_statements(tuple(stems))]


@lru_cache(maxsize=128)
def _statements(stems: tuple[str, ...]) -> tuple[range, ...]:
    """The same, kept for as long as one line is heard: each of its forms asks for them."""
    thoughts = thoughts_of(stems)
    ends = [
        one.stop
        for one, other in pairwise(thoughts)
        if _parts(stems, one.stop) or _are_of_two(stems[one.start : one.stop - 1], stems[other.start : other.stop])
    ]
    found = (range(start, end) for start, end in pairwise([0, *ends, len(stems)]))
    return tuple(each for each in found if any(stems[at] not in JOINTS for at in each))


def is_about(fact: str, words: Sequence[str]) -> bool:
    """Whether a statement is about a question: it names its matter, or most of its words are about it."""
    is_named = not topics()[fact].isdisjoint(words)
    return is_named or (share_of(fact, words) >= _ABOUT and not is_upkeep(fact, words, None))


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


def _are_of_two(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the words on either side of an "and" are about two questions: "300 a day and updates each Friday"."""
    first, second = next(iter(subjects(before)), None), next(iter(subjects(behind)), None)
    if first is None or second is None or first.name == second.name or TALK in {first.name, second.name}:
        return False
    is_clear = min(first.share, second.share) >= _CLEARLY
    return is_clear and max(share_of(second.name, before), share_of(first.name, behind)) <= _HARDLY
