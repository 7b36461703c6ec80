"""Control words in everyday English, and the wish to answer a question again."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts import FACTS, Value
from rules.hearing.evidence import HERE, Evidence, Mark, evidence, thoughts_of
from rules.hearing.leaning import TALK, subjects
from rules.hearing.patterns import COURTESIES, LIGHT
from rules.hearing.pieces import BREAKS, stems_of
from rules.hearing.values import Control, Line, Word, each_in
from rules.hearing.words import Place, names, phrases, steering, stemmed

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
_TOLD_OF = frozenset(_TOLD_WORDS.split())
"""What somebody else does is told and no order: "rolls her eyes, moves on"."""
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
_FEW = 6
_HOW_OFTEN = stems_of("hardly rarely seldom scarcely ever never always often barely do only sometimes")
_WRONG = frozenset({"wrong", "incorrect", "fals"})
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


def change(typed: Line, stems: Sequence[str]) -> Control | None:
    """An answer that is to be given again, or is said to be wrong, without a new value."""
    told, at = _told_of(stems)
    given = _given_in(typed, stems)
    named = named_facts(stems) or told or given
    verbs = [place for place in phrases("changing").places(stems) if not typed.pieces[place[0]].endswith("ed")]
    verbs = [place for place in verbs if not _is_predicate(stems, place, named)]
    wrong = [
        place
        for place in phrases("wrong").places(stems)
        if not _is_supposed(stems, place[0]) and not _PORTIONS & {*stems[: place[0]]}
    ]
    wrong = wrong or _called_wrong(typed, stems, named)
    if phrases("adding").places(stems) or not (verbs or wrong):
        return None
    facts = [fact for fact in named if fact != typed.open_fact] or named
    beside = any(
        0 <= start - end <= 2 for _, end in verbs for fact in facts for start, _ in names()[fact].places(stems)
    )
    if len(facts) != 1 or not (_ANSWERS & set(stems) or wrong or len(stems) <= 5 or beside):
        return None
    weighed = evidence(typed.pieces, FACTS, None).get(facts[0], Evidence(facts[0]))
    called = [*names()[facts[0]].places(stems), *((n, n + 1) for n, word in enumerate(stems) if word == "one")]
    end = next((n for n in range(at, len(stems)) if stems[n] in BREAKS), len(stems))
    called += [(at, end)] if facts == told and not _VALUED & {*stems[at:]} else []
    called += _places_of(typed.said[facts[0]], weighed) if facts == given else []
    within = {n for start, end in called for n in range(start, end)}
    said = [mark for mark in weighed.marks if not within.issuperset(range(mark.start, min(mark.end, len(stems))))]
    if any(mark.grade >= HERE and not mark.is_denied and not _within(mark, verbs + wrong) for mark in said):
        return None
    return Control(Word.CHANGE, facts[0])


def _given_in(typed: Line, stems: Sequence[str]) -> list[str]:
    """The question whose answer a short line names by its value, and nothing of the open one: "weekly isn't right"."""
    wrong = {at for start, end in phrases("wrong").places(stems) for at in range(start, end)}
    if len(stems) > _FEW or not wrong:
        return []
    open_fact = typed.open_fact or ""
    of_the_open = evidence(typed.pieces, {open_fact}, open_fact).get(open_fact, Evidence(open_fact)).marks
    if any(mark.grade >= HERE for mark in of_the_open):
        return []
    rest = [piece for at, piece in enumerate(typed.pieces) if at not in wrong]
    return [fact for fact in typed.said if fact != open_fact and is_given(typed, fact, rest)]


def _called_wrong(typed: Line, stems: Sequence[str], named: Sequence[str]) -> list[Place]:
    """Where the line is a name and the word for it: "stakes wrong"; of a label it tells how it fails."""
    is_all = any((0, len(stems) - 1) in names()[fact].places(stems) for fact in named)
    return [(len(stems) - 1, len(stems))] if is_all and stems[-1] in _WRONG and typed.open_fact != "failure" else []


def _is_predicate(stems: Sequence[str], verb: Place, named: Sequence[str]) -> bool:
    """Whether it tells what the question's matter does: "labels change weekly" asks for nothing."""
    after = stems[verb[1] : verb[1] + 1]
    goes_on = bool(after) and not {*after} <= COURTESIES | _AT_THE_END
    start = verb[0]
    while start and stems[start - 1] in _HOW_OFTEN:
        start -= 1
    goes_on = goes_on or start < verb[0]  # "labels hardly ever change"
    return goes_on and any(end == start for fact in named for _, end in names()[fact].places(stems))


def _is_supposed(stems: Sequence[str], at: int) -> bool:
    """Whether it stands under an "if": "if one is wrong we pay" says of no answer that it is."""
    thought = next(each for each in thoughts_of(stems) if at < each.stop)
    return "if" in stems[thought.start : at]


def _told_of(stems: Sequence[str]) -> tuple[list[str], int]:
    """The question of which a line says what it asks, and from where on: "the one about who is allowed to see what"."""
    ends = len(stems) - next((n for n, word in enumerate(stems[::-1]) if word not in _AT_THE_END), 0)
    about = (n + 1 for n in range(1, ends) if (stems[n - 1], stems[n]) in _ANSWERS_ABOUT)
    at = next(about, ends)
    first, second = [*subjects(stems[at:ends])[:2], None, None][:2]
    if first is None or second is None or first.name == TALK or first.share < max(_PLAINLY, _TWICE * second.share):
        return [], ends
    return [first.name], at


def _within(mark: Mark, places: Sequence[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in places)


_ABOUT = frozenset({"on", "about", "of", "regard"})
_PLAINLY, _TWICE = 0.4, 2
"""From this share on, and from twice that of the next, words speak of one question."""
_AT_THE_END = frozenset({"again", "onc", "more", "pleas", ".", "?", "!", ",", "thank", "thanks"})
_PORTIONS = stems_of("some few several most many half couple")
"""With these before it a word calls a part of something wrong, and no answer: "some of the labels are wrong"."""
_VALUED = frozenset({"to", "from", "should", "be", "instead", ":"})
"""Behind these a line says what the answer is to be."""
_ANSWERS = frozenset(
    {"answer", "question", "put", "said", "gave", "enter", "pick", "chose", "select", "click", "choic", "one", "entri"}
)
_ANSWERS_ABOUT = {(answer, about) for answer in _ANSWERS for about in _ABOUT} - {("one", "of")}


def named_facts(stems: Sequence[str]) -> list[str]:
    """The questions that the line calls by a name; the longest name wins where two stand at one place."""
    found = [(start, end, fact) for fact, known in names().items() for start, end in known.places(stems)]
    kept = [
        fact
        for start, end, fact in sorted(found)
        if not any(s <= start and end <= e and e - s > end - start for s, e, _ in found)
    ]
    return [fact for fact in dict.fromkeys(kept) if fact in FACTS]


def _places_of(said: Value, found: Evidence) -> list[Place]:
    """Where this answer is named."""
    return [(mark.start, mark.end) for mark in found.marks if each_in(said) & {*mark.values}]


def is_given(typed: Line, fact: str, words: Sequence[str]) -> bool:
    """Whether these words name the answer that was given to this question."""
    values = each_in(typed.said[fact])
    found = evidence(words, {fact}, fact).get(fact)
    return found is not None and any(mark.grade >= HERE and values & set(mark.values) for mark in found.marks)
