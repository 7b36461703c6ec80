"""Words of the open question in a line that answers another one: by the way, of something else, a bare number.

So it is with words of a second question in a line after the verdict: "labels agree now, redone last week".
"""

from collections.abc import Mapping, Sequence

from rules.facts import Value
from rules.hearing.acts.chatter import covers
from rules.hearing.amounts.scales import PER_DAY
from rules.hearing.evidence.evidence import HERE, OWN, Mark, thoughts_of
from rules.hearing.evidence.leaning import share_of
from rules.hearing.evidence.statements import is_about, statements
from rules.hearing.taking.doubting import counts_elsewhere, is_stray
from rules.hearing.taking.joined import Taken
from rules.hearing.taking.sides import Sides
from rules.hearing.words.nouns import MODEL
from rules.hearing.words.pieces import BREAKS, stems_of

_HARDLY = 0.03
"""Up to this share a thought is not about the open question."""
_NO_LIMIT = stems_of("no limit limits restriction restrictions constraint constraints bounds there on that this at all")


def without_strays(stems: Sequence[str], both: Sides, taken: Taken, others: Taken) -> Taken:
    """What is taken, unless the line answers another question and only happens to hold words of the open one."""
    thoughts = thoughts_of(stems)
    marks = [mark for mark in both.here if mark.grade >= HERE and not mark.is_denied]
    counted = {mark.fact for mark in both.elsewhere if mark.is_number} & {*others.saves}
    are_stray = bool(marks) and all(
        is_stray(mark, thoughts[mark.thought], stems)
        or _is_by_the_way(mark, thoughts[mark.thought], stems)
        or _is_no_limit(thoughts[mark.thought], stems)
        or (mark.fact == "model_size" and "corpus" in others.saves and MODEL.isdisjoint(stems) and not mark.is_number)
        or (counted and _is_bare_number(mark, stems) and counts_elsewhere(mark.fact, _around(mark, stems)))
        for mark in marks
    )
    is_answered_beside = len(thoughts) == 1 or any(offer.fact in others.saves for offer in taken.offers)
    is_answered_beside = is_answered_beside and bool(others.saves) and not taken.saves
    return Taken({}, []) if is_answered_beside or (others.saves and taken.saves and are_stray) else taken


def told_themselves(stems: Sequence[str], marks: Sequence[Mark], saves: Mapping[str, Value]) -> dict[str, Value]:
    """Of several answers, no question standing open, those whose statements are about them; all where none is.

    A statement is about a question that it names, counts for, or that most of its words are about.
    """
    parts = statements(stems) if len(saves) > 1 else []
    told = {
        mark.fact
        for mark in marks
        for words in (stems[part.start : part.stop] for part in parts if mark.start in part)
        if mark.is_number or is_about(mark.fact, words)
    }
    return {fact: value for fact, value in saves.items() if fact in told or told.isdisjoint(saves)}


def _is_by_the_way(mark: Mark, thought: range, stems: Sequence[str]) -> bool:
    """Whether one word, in what introduces the line or goes on behind its answer, is all: "update: we hired one"."""
    is_aside = thought.start > 0 or stems[thought.stop - 1] == ":"
    is_word = mark.size == 1 and is_aside and not covers(stems, thought, [mark])
    return is_word and share_of(mark.fact, stems) <= _HARDLY


def _is_no_limit(thought: range, stems: Sequence[str]) -> bool:
    """Whether it only says of what stands before it that nothing bounds it: "any vendor, no limits there"."""
    words = {*stems[thought.start : thought.stop]} - BREAKS
    return thought.start > 0 and words <= _NO_LIMIT and "no" in words


def _around(mark: Mark, stems: Sequence[str]) -> Sequence[str]:
    """The words of its statement: "50 each and has to be fast" counts nothing of speed; of a number behind, all."""
    said = next((each for each in statements(stems) if mark.start in each), range(len(stems)))
    is_bare = said.start > 0 and covers(stems, said, [mark])
    return stems if is_bare else stems[said.start : said.stop]


def _is_bare_number(mark: Mark, stems: Sequence[str]) -> bool:
    """Whether it is a number that does not say by a unit what it counts; "weekly" is none, and "300 a day" neither."""
    words = stems[mark.start : mark.end]
    is_rate = mark.fact == "volume" and not PER_DAY.keys().isdisjoint(words)
    return mark.is_number and mark.grade < OWN and not is_rate and any(word[0].isdigit() for word in words)
