"""Control words in everyday English, and the names by which a line calls questions."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts import FACTS
from rules.hearing.evidence.evidence import HERE, evidence, thoughts_of
from rules.hearing.values import Control, Line, Word, each_in
from rules.hearing.words.patterns import COURTESIES, LIGHT
from rules.hearing.words.phrases import Place, names, phrases, steering, stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_EMPTY_WORDS = """
let us can could want like need think now then maybe for today me here may should at this moment hang hold on hey
actually just kindly one bit little second sec alright guys mate oops whoops ups argh again
"""
_EMPTY = stems_of(_EMPTY_WORDS)
"""Words around a control that say nothing more."""
_WHOLE = 0.5
"""From this share of its words on a control phrase is what the line says."""
_LONGEST = 14
_SECOND_PERSON = frozenset({"you", "your"})
_TOLD_WORDS = "moves skips stops passes goes leaves continues quits pauses carries starts resumes jumps gives ignores"
_TOLD_OF = frozenset(_TOLD_WORDS.split()) | {"continuous", "continuously", "continual"}
"""What somebody else does, or what goes on, is told and no order: "rolls her eyes, moves on", "continuous, nightly"."""
_ASKING = frozenset({"i", "me", "let", "you", "us", "can", "could", "pleas", "may"})
_WISHING = frozenset(
    {"want", "need", "should", "can", "could", "must", "may", "let", "would", "like", "have", "better"}
)
_OTHER_WORDS = "it they he she somebody someone nobody everybody everyone people who which has must"
_THINGS = "query sql formula calculator spreadsheet script program code machine computer test"
_OTHERS = stems_of(f"{_OTHER_WORDS} {_THINGS}")
"""Before what looks like an order: those who ask for it, what wishes it, and of whom it is only told."""
_HABITS = stems_of(
    "weekly daily monthly quarterly yearly annual nightly hourly every each regular usually always recurring"
)
"""With these something is told of that comes again and again."""
_ASKS_FOR_NEXT = stems_of("next one question the and so ok ?") | BREAKS
"""With these alone it is asked what comes next, and nothing is passed over: "next one?"."""
_ORDERS = stems_of("pause stop skip undo resume restart continue")
"""Single words that steer although a remark stands beside them; others ("back", "next") are said of anything."""


def control(typed: Line, stems: Sequence[str]) -> Control | None:
    """The control word that the line is, if it is one; unaddressed only where a whole thought is nothing else."""
    mention = typed.mention
    stems = [piece if piece in _TOLD_OF else word for piece, word in zip(typed.pieces, stems, strict=True)]
    words = [word for word in stems if word not in BREAKS]
    if len(words) > _LONGEST and not mention:
        return None
    in_line = _in_line(stems, mention=mention) if len(words) <= _LONGEST else ()
    found = [each for each in (*in_line, *_in_thoughts(stems, mention=mention)) if not _is_told(typed, each)]
    if {"skip", "stop"} <= {each.word for each in found}:  # "skip it, we come back to this later"
        found = [each for each in found if each.word != "stop"]
    best = max(found, key=lambda order: (order.word != "help", order.size, order.share), default=None)
    if best is not None and best.word == Word.SKIP and _ASKS_FOR_NEXT.issuperset(stems) and stems[-1] == "?":
        return Control(Word.RESUME)
    is_undo = best is not None and best.word == Word.BACK and bool(phrases("undoing").places(stems))
    return Control(Word(best.word), is_undo=is_undo) if best else None


def may_undo(typed: Line) -> bool:
    """Whether a word in it may ask for what was written down last to be taken back: sooner seen than that it does."""
    return bool(phrases("undoing").places(stemmed(typed.pieces)))


@dataclass(frozen=True, slots=True)
class Order:
    """A control phrase that was found: its word, how many words it is, and which part of its line it makes up."""

    word: str
    size: int
    share: float
    start: int
    """The piece at which it begins."""


def _is_told(typed: Line, order: Order) -> bool:
    """Whether somebody tells what others do, or what they do every time, and does not ask for it now.

    "the clerk has to start over", "we redo everything each quarter".
    """
    stems = stemmed(typed.pieces)
    thought = next(each for each in thoughts_of(stems) if order.start in each)
    before = {*stems[thought.start : order.start]}
    if before & _ASKING:
        return False
    if order.word in {Word.STOP, Word.SKIP} and _HABITS & {
        *stems[thought.start : thought.stop]
    }:  # "we have a weekly meeting"
        return True
    if order.word == Word.RESTART and ("we" in before or typed.pieces[order.start].endswith("ing")):
        return not before & _WISHING
    return bool(before & _OTHERS)


def _in_line(stems: Sequence[str], *, mention: bool) -> Iterator[Order]:
    """Control phrases that the line is, or that it begins with as a thought of its own."""
    first = thoughts_of(stems)[0]
    leaving = [] if mention else phrases("leaving").places(stems)
    for word, found in steering().items():
        for start, end in _joined(found.places(stems)):
            whole, opening = _share(stems, range(len(stems)), start, end), _share(stems, first, start, end)
            if (start, end) in leaving:  # "gotta go" is said to colleagues, unless there is nothing else
                opening = 0.0
            share = max(whole, opening - 0.3) if mention else max(whole, opening)
            if share >= (_WHOLE if mention else 1.0):
                yield Order(word, end - start, share, start)


def _in_thoughts(stems: Sequence[str], *, mention: bool) -> Iterator[Order]:
    """Control phrases that are one whole thought, with a remark beside it: "hang on, go back one"."""
    thoughts = _between_marks(stems)
    if len(thoughts) < 2 or "?" in stems[-1:] or (not mention and _SECOND_PERSON & set(stems)):
        return
    for first, said in thoughts:
        leaving = phrases("leaving").places(said)
        for word, found in steering().items():
            for start, end in _joined(found.places(said)):
                is_order = end - start > 1 or said[start] in _ORDERS
                if is_order and (start, end) not in leaving and _share(said, range(len(said)), start, end) == 1.0:
                    yield Order(word, end - start, 1.0, first + start)


def _joined(places: Sequence[Place]) -> list[Place]:
    """The places, those that touch or overlap as one: "begin all over" and "all over again" are one order."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _between_marks(stems: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
    """The words between marks, and where they begin; "and" joins: "rolls his eyes and moves on" is no order."""
    groups = itertools.groupby(enumerate(stems), key=lambda each: each[1] in BREAKS)
    said = [list(each) for is_mark, each in groups if not is_mark]
    return [(each[0][0], tuple(word for _, word in each)) for each in said]


def _share(stems: Sequence[str], within: range, start: int, end: int) -> float:
    """The part of the words that carry something which stands in the phrase."""
    said = carrying(stems, within)
    inside = [at for at in said if start <= at < end]
    return len(inside) / len(said) if said else float(start == within.start)


def carrying(stems: Sequence[str], within: range) -> list[int]:
    """The words that say something: no courtesy, and none that may stand around any order."""
    return [at for at in within if stems[at] not in BREAKS | LIGHT | COURTESIES | _EMPTY]


def named_facts(stems: Sequence[str]) -> list[str]:
    """The questions that the line calls by a name; the longest name wins where two stand at one place."""
    found = [(start, end, fact) for fact, known in names().items() for start, end in known.places(stems)]
    kept = [
        fact
        for start, end, fact in sorted(found)
        if not any(s <= start and end <= e and e - s > end - start for s, e, _ in found)
    ]
    return [fact for fact in dict.fromkeys(kept) if fact in FACTS]


def is_given(typed: Line, fact: str, words: Sequence[str]) -> bool:
    """Whether these words name the answer that was given to this question."""
    values = each_in(typed.said[fact])
    found = evidence(words, {fact}, fact).get(fact)
    return found is not None and any(mark.grade >= HERE and values & set(mark.values) for mark in found.marks)
