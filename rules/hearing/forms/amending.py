"""An answer that a line gives anew by its question's name, whatever reason follows: "correction: source is both".

The reason often names the part that was forgotten, which is no other answer.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts import ALONE, Value
from rules.hearing.acts.chatter import covers
from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import HERE, evidence, thoughts_of
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.forms.heading import REQUIRED, under
from rules.hearing.forms.listing import relisted
from rules.hearing.forms.worded import bare, option_of, trimmed, value_of
from rules.hearing.questions import read_questions, values_supposed
from rules.hearing.values import Asked, Choice, Ear, Heard, Line, Trouble
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.phrases import names, phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_SETS = frozenset({"is", "are", "be", "should", ":", "=", "to", "now", "becom", ",", "it", "its"})
_SHORT = 3
"""Words that may say the new answer: more of them are a sentence, which is heard as one."""
_PUTS = stems_of("change set put correct update switch make")
_SAME = frozenset({"it", "that", "this"})
_LEADS = BREAKS | stems_of("and then so please also now just")
"""Words between what is asked and the order that follows it."""
_NO_I_MEAN = re.compile(r"(?:oh |ah |sorry )*no (?:, |no )*(?:sorry (?:, )?)?i (?:mean|meant) (?:, )?")
"""How a line begins that puts right what was understood."""
_CORRECT, _ANNOUNCING = stems_of("correct correction"), stems_of("correct correction please this that so answer the")
_ORDER = 3
"""Words of "put it back"."""
_WE, _REPEATS = frozenset({"i", "we"}), stems_of("said put wrote answered told")
_BY_NOW = stems_of("now since meanwhile today nowadays")
_BRIEF = 9
"""Words behind "correct please:"."""


def amended(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer behind a word that announces a correction; None where no question's name follows it, or no value."""
    start = max((end for _, end in phrases("amending").places(stems)), default=0)
    while start and start < len(stems) and stems[start] in BREAKS | {"the"}:
        start += 1
    called = max(((end, fact) for fact, known in names().items() for at, end in known.places(stems) if at == start),
                 default=(0, ""))  # fmt: skip
    if not start or not called[0] or "?" in stems:
        return None
    at, fact = called
    if relisted(typed, stems, fact)[0]:  # "the failures: wrong labels and tone, but not format"
        return None
    while at < len(stems) and stems[at] in _SETS:
        at += 1
    end = next((thought.stop for thought in thoughts_of(stems) if at < thought.stop), len(stems))
    is_short = sum(word not in BREAKS for word in stems[at:end]) <= _SHORT
    if not is_short or any(other != fact for other in named_facts(stems[end:])):
        return None
    fact = "receipts" if fact == "source" and REQUIRED & {*stems[at:end]} else fact
    heard = under(fact, typed, stems, range(at, end), ear)
    return Heard(saves=heard.saves, is_correction=True) if heard and heard.saves.keys() == {fact} else None


def asked_and_changed(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What a line changes that it asks about first: "what did I say on speed? and change it to 3 s, they wait".

    "It" is the answer that was asked about; what follows the new one is its reason, and no other answer.
    """
    at = next((at for at, word in enumerate(stems[:-2]) if at and word in _PUTS and stems[at + 1] in _SAME), 0)
    start = at
    while start and stems[start - 1] in _LEADS:
        start -= 1
    first = at + 2 + (stems[at + 2 : at + 3] == ("to",))
    if start == at or not typed.mention or "?" in stems[at:] or (stems[at] != "make" and first < at + 3):
        return None
    asked = read_questions(replace(typed, pieces=typed.pieces[:start], text=" ".join(typed.pieces[:start]))).questions
    facts = [str(each.slots["fact"]) for each in asked if each.slots.get("fact")]
    if len(facts) != 1 or len(asked) != 1:
        return None
    end = next((each.stop for each in thoughts_of(stems) if first < each.stop), len(stems))
    anew = replace(typed, said={fact: value for fact, value in typed.said.items() if fact != facts[0]})
    heard = under(facts[0], anew, stems, range(first, end), ear)
    return heard and replace(heard, questions=asked, is_correction=True)


def announced(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What stands behind "correct please:" at the end of a line, which nothing else of it answers.

    It answers the open question, or the one whose option it is word for word.
    """
    at = next((at for at, word in enumerate(stems) if word == ":"), 0)
    start = max((n + 1 for n in range(at) if stems[n] in BREAKS), default=0)
    head, rest = {*stems[start:at]}, range(at + 1, len(stems))
    is_announced = bool(head & _CORRECT) and head <= _ANNOUNCING and 0 < len(rest) <= _BRIEF and typed.mention
    if not is_announced or "?" in stems:
        return None
    heard = under(typed.open_fact, typed, stems, rest, ear) if typed.open_fact else None
    if heard and {*heard.saves} == {typed.open_fact}:
        return replace(heard, is_correction=True)
    words = trimmed(bare(stems[at + 1 :]))
    said = {fact: value_of(fact, value) for fact in typed.said if (value := option_of(fact, words))}
    return Heard(saves=said, is_correction=True) if len(said) == 1 else None


def overtaken(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What holds now of the answer that the line repeats first: "we said hundreds, by now it is thousands"."""
    at = next((n for n in range(1, _ORDER) if stems[n : n + 1] and stems[n] in _REPEATS and stems[n - 1] in _WE), 0)
    end = next((each.stop for each in thoughts_of(stems) if at < each.stop), len(stems))
    if not at or _BY_NOW.isdisjoint(stems[end:]) or "?" in stems:
        return None
    found = evidence(typed.pieces, typed.said.keys() - ALONE, None)
    repeated = {
        fact
        for fact, each in found.items()
        for mark in each.marks
        if mark.grade >= HERE and at < mark.start and mark.end <= end and mark.values == (typed.said[fact],)
    }
    named = repeated & {*named_facts(stems[at:end])} or repeated
    if len(named) != 1:
        return None
    (fact,) = named
    heard = under(fact, typed, stems, range(end, len(stems)), ear)
    is_news = heard is not None and heard.saves.keys() == {fact} and heard.saves[fact] != typed.said[fact]
    return Heard(saves=heard.saves, is_correction=True) if heard and is_news else None


def meant_instead(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What a line puts right with "no, I mean", where that answers the open question by none of its words.

    The "no" denies what was said before, and is no answer: "no I mean daily" while sources are asked about.
    """
    behind = _NO_I_MEAN.match(" ".join(typed.pieces))
    if not behind or typed.open_fact is None or not typed.mention or "?" in stems:
        return None
    start = behind[0].count(" ")
    rest = range(start, next((at for at in range(start, len(stems)) if stems[at] in BREAKS), len(stems)))
    told = typed.pieces[start:]
    own = under(typed.open_fact, typed, stems, range(start, len(stems)), ear)
    if not told or (own is not None and own.trouble is None):
        return None
    found = evidence(typed.pieces[rest.start : rest.stop], {*typed.said} - {typed.open_fact}, None)
    named = [fact for fact, each in found.items() if any(mark.grade >= HERE for mark in each.marks)]
    anew = replace(typed, said={})
    heard = [meant for fact in named if (meant := under(fact, anew, stems, rest, ear)) and fact in meant.saves]
    saves = {fact: each.saves[fact] for each in heard for fact in named if fact in each.saves}
    if len(saves) == 1:
        return Heard(saves=saves, is_correction=True)
    offers = tuple(Choice(fact, value) for fact, value in saves.items())
    return Heard(offers=offers[:MOST_OFFERS], is_correction=True, trouble=None if offers else Trouble.UNCLEAR)


def set_back(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is to stand there again, as the line says before its order: "it only answers, put it back"."""
    end = next((at + 1 for at in range(len(stems) - 1, -1, -1) if stems[at] not in COURTESIES | BREAKS), 0)
    order = max(0, end - _ORDER)
    is_ordered = stems[end - 1] == "back" and stems[order] in _PUTS and stems[order + 1] in _SAME
    if not (is_ordered and typed.mention) or typed.open_fact is not None or stems[order - 1] not in BREAKS | {"so"}:
        return None
    told = values_supposed(" ".join(typed.pieces[: order - 1]), {})
    marks = [mark for each in evidence(typed.pieces[: order - 1], told, None).values() for mark in each.marks]
    is_plain = len(told) == 1 and covers(stems, range(order - 1), [mark for mark in marks if mark.grade >= HERE])
    return Heard(saves=told, is_correction=True) if is_plain else None


def corrected(
    typed: Line, stems: Sequence[str], saves: Mapping[str, Value], offers: Sequence[Choice | Asked], ear: Ear
) -> Heard | None:
    """What a line that corrects an answer says plainly: "correction: four times a year, not two".

    Beside a number of examples it may say how alike they are: "we have 2400 examples now, consistent".
    """
    named = {*saves, *(each.fact for each in offers if isinstance(each, Choice))}
    lists = {fact: listed for fact in named & {*ALONE} if (listed := relisted(typed, stems, fact)[0]) is not None}
    if lists and lists.keys() == named:
        return Heard(saves=lists, is_correction=True)
    is_set_right = stems[0] == "correct" or (stems[-3:-2] == (",",) and stems[-2] == "not")
    if len(named) != 1 or named & {*ALONE} or not (is_set_right or named == {"examples"}):
        return None
    heard = ear(typed, stems)
    is_more = saves.items() <= heard.saves.items() and heard.saves.keys() == {"examples", "labels"}
    is_plain = is_set_right and heard.is_correction and heard.saves.keys() == named
    return replace(heard, offers=()) if is_more or is_plain else None
