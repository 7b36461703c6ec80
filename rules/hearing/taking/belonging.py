"""Which of the marks of the open question are meant for it, and which only stand in words about another one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from math import inf

from rules.facts import Value
from rules.hearing.acts.chatter import covers
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, JOINTS, OWN, Mark, evidence, thoughts_of
from rules.hearing.evidence.labeling import is_where_labels_are
from rules.hearing.evidence.leaning import TALK, share_of, subjects
from rules.hearing.evidence.matters import names_a_matter
from rules.hearing.evidence.statements import size_of, statements
from rules.hearing.evidence.weighing import BETWEEN, INCLUDES
from rules.hearing.taking.beside import TELLING, is_wish
from rules.hearing.taking.documents import is_of_documents
from rules.hearing.taking.doubting import counts_elsewhere, leaves
from rules.hearing.taking.reasons import asides
from rules.hearing.values import Ear, Line, each_in
from rules.hearing.words.patterns import LIGHT
from rules.hearing.words.pieces import BREAKS, stems_of

_FEW = 4
"""A line of no more words is an answer to what was asked."""
_WORD_OR_TWO = 2
_COUNTED = frozenset({"volume", "examples", "corpus"})
_A_FEW, _MANY = 12, 50
_NOT_COUNTED_WORDS = "to or on in at per when if day dozen hundred thousand million"
_NOT_COUNTED = stems_of(_NOT_COUNTED_WORDS)
"""Behind a small number they make it no number of things."""
_AROUND = BREAKS | LIGHT | stems_of("because cause since as so it")
"""Words around a reason that say nothing more."""
_LEAST = 3
"""Words by which a statement says what it is about."""
_FAR_MORE, _FAR_AWAY = 5, 15
"""So many times as likely as about the open question a statement is about one that is told, and about any other."""
_CLEARLY, _PARTLY = 0.6, 0.4
"""From these shares on a statement is about another question, and what remains about the open one."""
_TURN_WORDS = "but however except although though or wait actually no sometimes and"
_TURNS = stems_of(_TURN_WORDS)
"""After these a line may take its first answer back, or add another one to it."""


def of_the_question(typed: Line, stems: Sequence[str], marks: list[Mark]) -> list[Mark]:
    """The marks of the open question without those in sentences that leave it for another, where others remain."""
    fact = typed.open_fact or ""
    left = _left(fact, stems) | _of_others(fact, stems)
    aside = asides(stems)
    left |= {mark.thought for mark in marks if any(mark.start in said for said in aside)}
    timed = {mark.thought for mark in marks if mark.is_number and fact == "latency"}  # "an hour for reports"
    left -= timed | _saying_more(fact, marks, stems)
    left -= {mark.thought for mark in marks if fact == "failure" and _names_a_fault(mark)}
    kept = [mark for mark in marks if mark.thought not in left and not _is_told_by_the_way(mark, marks, stems)]
    return kept if any(mark.grade >= HERE and not mark.is_denied for mark in kept) else marks


def _saying_more(fact: str, marks: list[Mark], stems: Sequence[str]) -> set[int]:
    """The thoughts that name nothing but what includes another answer of the line: "required, because the law says so".

    Who only speaks of such a thing gives no reason: "required, our users are law firms".
    """
    more, less = INCLUDES.get(fact, ("", ""))
    ours = [mark for mark in marks if mark.values == (more,) and not mark.is_denied]
    if not any(mark.values == (less,) for mark in marks):
        return set()
    said = {at for mark in ours for at in range(mark.start, mark.end)} | {mark.start - 1 for mark in ours}
    whole = {n for n, each in enumerate(thoughts_of(stems)) if all(at in said or stems[at] in _AROUND for at in each)}
    return {mark.thought for mark in ours if mark.grade == OWN or mark.thought in whole}


def _names_a_fault(mark: Mark) -> bool:
    """Whether a phrase says by itself how it fails, whatever it was about to do: "sends wrong params to the ERP"."""
    return mark.grade == OWN and mark.size > 1 and not mark.is_denied


def _left(fact: str, stems: Sequence[str]) -> set[int]:
    """The thoughts behind a mark that leave a question for another one; behind a "but" they go on about it."""
    return {
        number
        for number, thought in enumerate(thoughts_of(stems))
        if _stands_apart(stems, thought.start) and leaves(fact, stems[thought.start : thought.stop])
    }


def _of_others(fact: str, stems: Sequence[str]) -> set[int]:
    """The thoughts that say of documents what labels are asked, or of labels what the truth is.

    "mostly agree; the articles contradict each other", "prices are in SAP, labels in a spreadsheet".
    """
    told = [(number, stems[each.start : each.stop]) for number, each in enumerate(thoughts_of(stems))]
    if fact == "source":
        return {number for number, words in told if is_where_labels_are(words, None)}
    return {number for number, words in told if fact == "labels" and is_of_documents(words)}


def _stands_apart(stems: Sequence[str], start: int) -> bool:
    """Whether what begins here is the first thought, or stands behind a mark, with or without an "and" between."""
    return start == 0 or stems[start - 1] in BREAKS or (stems[start - 1] == "and" and stems[start - 2] in BREAKS)


def answered(fact: str, marks: Sequence[Mark], stems: Sequence[str]) -> frozenset[int]:
    """The thoughts that answer a question, and do not only hold a word or two of it while they leave it for another."""
    thoughts = thoughts_of(stems)
    return frozenset(
        number
        for mark in marks
        for number, thought in enumerate(thoughts)
        if number == mark.thought or (mark.is_number and mark.start < thought.start < mark.end)
        if mark.grade >= HERE
        if mark.is_number
        or mark.end - mark.start > _WORD_OR_TWO
        or (fact == "failure" and _names_a_fault(mark))
        or not leaves(fact, [stems[at] for at in thoughts[mark.thought]])
    )


def is_of_another(fact: str, marks: Sequence[Mark], stems: Sequence[str]) -> bool:
    """Whether a sentence that holds words of this question is about another one."""
    is_bare = fact != "corpus" and bool(marks) and all(map(_is_bare, marks))
    thoughts, about, is_headed = thoughts_of(stems), stems, False
    if is_bare and len({mark.thought for mark in marks}) == 1:
        number, told = marks[0].thought, thoughts[marks[0].thought]
        is_headed = number > 0 and stems[told.start - 1] == ":"  # "labeled examples: 600"
        about = stems[thoughts[number - is_headed].start : told.stop]
    is_short = sum(word.isalpha() for word in about) <= _FEW and not is_headed
    if not marks or is_short or not (is_bare or {mark.thought for mark in marks} <= _left(fact, stems)):
        return False
    if is_bare:
        return counts_elsewhere(fact, about) and (fact != "failure" or leaves(fact, about))
    return not any(mark.is_number for mark in marks) and leaves(fact, stems)


def _is_bare(mark: Mark) -> bool:
    """Whether it is a number that does not name what it counts."""
    return mark.is_number and mark.grade < OWN


def _is_told_by_the_way(mark: Mark, marks: Sequence[Mark], stems: Sequence[str]) -> bool:
    """Whether a few of something are told beside a large number: "3k a day, all off one database"."""
    if mark.fact not in _COUNTED or not _is_bare(mark) or _count(mark, stems) > _A_FEW:
        return False
    beside = stems[mark.start + 1 : mark.start + 2]
    is_of_things = bool(beside) and beside[0].isalpha() and beside[0] not in LIGHT | _NOT_COUNTED
    return is_of_things and any(_is_bare(other) and _count(other, stems) >= _MANY for other in marks)


def _count(mark: Mark, stems: Sequence[str]) -> float:
    """The number of a mark; of a mark without one more than any."""
    return min((each.high for each in quantities(stems[mark.start : mark.end])), default=inf)


def opened(stems: Sequence[str], marks: list[Mark]) -> list[Mark]:
    """The marks, those heavier that are the whole first thought: that is the answer, what follows is its reason."""
    thoughts = thoughts_of(stems)
    first = [mark for mark in marks if mark.end <= thoughts[0].stop and mark.grade >= HERE and not mark.is_denied]
    turns = _TURNS & set(stems[thoughts[0].stop - 1 :])
    if len(thoughts) == 1 or turns or len({mark.values for mark in first}) != 1:
        return marks
    if not covers(stems, thoughts[0], first):
        return marks
    return [replace(mark, is_opening=True) if mark in first else mark for mark in marks]


def without_others(typed: Line, stems: Sequence[str], told: Mapping[str, Value], ear: Ear) -> Value:
    """The open question's answer in the statements that answer no other one; None where that is all or none of them.

    "all in Salesforce and one old Postgres; one leaflet, 11 pages" names no document where the truth lives.
    """
    fact, parts, gone = typed.open_fact or "", statements(stems), list[range]()
    marks = [m for each in evidence(typed.pieces, {fact, *told}, fact).values() for m in each.marks if m.grade >= HERE]
    counted = [mark for mark in marks if mark.fact == fact and mark.is_number]
    own = [mark for mark in marks if mark.fact == fact == "failure" and mark.grade == OWN and not mark.is_denied]
    others = [mark for mark in marks if mark.fact != fact and {*mark.values} & each_in(told[mark.fact])]
    for part in parts:
        words = stems[part.start : part.stop]
        is_told = _holds(part, others) and not _holds(part, own) and _is_elsewhere(fact, told, words)
        goes_on = bool(gone) and gone[-1].stop == part.start and size_of(words) < _LEAST
        if is_told or goes_on or (not _holds(part, [*counted, *own]) and _is_far(fact, part, stems)):
            gone.append(part)
    kept = [at for part in parts if part not in gone for at in part]
    while kept and stems[kept[-1]] in JOINTS:
        kept.pop()
    if not gone or not kept:
        return None
    rest, words = tuple(typed.pieces[at] for at in kept), tuple(stems[at] for at in kept)
    if fact in BETWEEN and size_of(words) > _LEAST and share_of(fact, words) < _PARTLY:
        return None  # "prompt is good enough, but ..." says so of no data
    return ear(replace(typed, pieces=rest, text=" ".join(rest)), words).saves.get(fact)


def _holds(part: range, marks: Sequence[Mark]) -> bool:
    return any(mark.start < part.stop and part.start < mark.end for mark in marks)


def _is_elsewhere(fact: str, told: Collection[str], words: Sequence[str]) -> bool:
    """Whether a statement is far more likely about one of the other questions that the line answers."""
    return max(share_of(each, words) for each in told) >= _FAR_MORE * share_of(fact, words)


def _is_far(fact: str, part: range, stems: Sequence[str]) -> bool:
    """Whether a statement, which takes back nothing, is clearly about another question, though it answers none."""
    words = stems[part.start : part.stop]
    first = next(iter(subjects(words)), None)
    if first is None or first.name in {fact, TALK} or size_of(words) < _LEAST:
        return False
    if (JOINTS - BREAKS - {"and"}) & {stems[part.start - 1], words[0]} or (fact == "failure" and first.name in TELLING):
        return False
    if fact in BETWEEN and (first.name in BETWEEN or names_a_matter(words)):
        return False  # "the wiki is a mess, the API is fine"
    if first.name == "receipts" and is_wish(words):
        return False
    return first.share >= _CLEARLY and first.share >= _FAR_AWAY * share_of(fact, words)


def is_said_otherwise(meant: str, marks: Sequence[Mark]) -> bool:
    """Whether words of its own say that a wrong answer costs something else: "worst case somebody dies"."""
    own = [mark for mark in marks if mark.grade == OWN and mark.size > 1 and not mark.is_denied]
    return bool(own) and own[0].fact == "stakes" and all(meant not in mark.values for mark in own)
