"""Control words in everyday English, and the wish to answer a question again."""

from collections.abc import Sequence

from rules.facts import FACTS
from rules.hearing.evidence import HERE, Evidence, Mark, evidence, thoughts_of
from rules.hearing.patterns import COURTESIES, LIGHT
from rules.hearing.pieces import BREAKS, stem
from rules.hearing.values import Control, Line, Word
from rules.hearing.words import names, phrases, steering

_EMPTY_WORDS = """
let us can could want like need think now then maybe for today me here may should at this moment hang hold hey actually
just kindly one bit little second sec alright guys mate
"""
_EMPTY = frozenset(stem(word) for word in _EMPTY_WORDS.split())
"""Words around a control that say nothing more."""
_WHOLE = 0.5
"""From this share of its words on a control phrase is what the line says."""
_LONGEST = 14


def control(stems: Sequence[str], *, mention: bool) -> Control | None:
    """The control word that the line is, if it is one; unaddressed only where a whole thought is nothing else."""
    words = [word for word in stems if word not in BREAKS]
    if len(words) > _LONGEST:
        return None
    first = thoughts_of(stems)[0]
    best: tuple[int, float, str] = (0, 0.0, "")
    for word, found in steering().items():
        for start, end in found.places(stems):
            whole, opening = _share(stems, range(len(stems)), start, end), _share(stems, first, start, end)
            share = max(whole, opening - 0.3) if mention else max(whole, opening)
            if share >= (_WHOLE if mention else 1.0) and (end - start, share) > best[:2]:
                best = (end - start, share, word)
    return Control(Word(best[2])) if best[2] else None


def _share(stems: Sequence[str], within: range, start: int, end: int) -> float:
    """The part of the words that carry something which stands in the phrase."""
    carrying = [at for at in within if stems[at] not in BREAKS | LIGHT | COURTESIES | _EMPTY]
    inside = [at for at in carrying if start <= at < end]
    return len(inside) / len(carrying) if carrying else float(start == within.start)


def change(typed: Line, stems: Sequence[str]) -> Control | None:
    """An answer that is to be given again, or is said to be wrong, without a new value."""
    named = named_facts(stems)
    verbs = phrases("changing").places(stems)
    wrong = phrases("wrong").places(stems)
    if not verbs and not wrong:
        return None
    facts = [fact for fact in named if fact != typed.open_fact] or named
    beside = any(
        0 <= start - end <= 2 for _, end in verbs for fact in facts for start, _ in names()[fact].places(stems)
    )
    if len(facts) != 1 or not (_ANSWERS & set(stems) or wrong or len(stems) <= 5 or beside):
        return None
    weighed = evidence(typed.pieces, FACTS, None).get(facts[0], Evidence(facts[0]))
    called = names()[facts[0]].places(stems)
    said = [mark for mark in weighed.marks if not any(s <= mark.start and mark.end <= e for s, e in called)]
    if any(mark.grade >= HERE and not mark.is_denied and not _within(mark, verbs + wrong) for mark in said):
        return None
    return Control(Word.CHANGE, facts[0])


def _within(mark: Mark, places: Sequence[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in places)


_ANSWERS = frozenset(
    {"answer", "question", "put", "said", "gave", "enter", "pick", "chose", "select", "click", "choic", "one", "entri"}
)


def named_facts(stems: Sequence[str]) -> list[str]:
    """The questions that the line calls by a name; the longest name wins where two stand at one place."""
    found = [(start, end, fact) for fact, known in names().items() for start, end in known.places(stems)]
    kept = [
        fact
        for start, end, fact in sorted(found)
        if not any(s <= start and end <= e and e - s > end - start for s, e, _ in found)
    ]
    return [fact for fact in dict.fromkeys(kept) if fact in FACTS]
