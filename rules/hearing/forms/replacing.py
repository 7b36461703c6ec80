"""What stands instead of what was said before, in an answer or in the line itself.

"I said weekly before, it is daily"; "from weekly to daily"; "5 seconds, no wait, 2".
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES, Value
from rules.hearing.acts.steering import is_given, named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, Evidence, evidence
from rules.hearing.evidence.weighed import MOST_OFFERS, around
from rules.hearing.forms.listing import relisted
from rules.hearing.values import Choice, Ear, Heard, Line, each_in
from rules.hearing.words.contrast import current, earlier
from rules.hearing.words.patterns import COURTESIES, NEGATIONS
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS, pieces, stems_of

_TURNS = (
    ("no", "wait"), ("wait", "no"), ("scratch", "that"), ("make", "that"), ("no", "sorri"), ("sorri", "no"),
    ("i", "mean"), ("i", "meant"), ("oop",), ("correct", ":"), (",", "correct", ","), (",", "no", ","),
    (".", "no", ","), (",", "sorri"), (".", "sorri"), ("oh", "no"), ("uh", "no"), ("well", "no"), ("just", "kid"),
    ("am", "i", "kid"), (",", "er"), (",", "no", "that"), (",", "no", "it"), (",", "no", "they"), (",", "more", "like"),
)  # fmt: skip
"""Words by which somebody takes back what the line began with."""

_ANEW = {("make", "that"), ("make", "it"), ("it", "is"), ("is", "realli"), ("should", "be"), ("i", "meant")}
"""Words behind which a number stands instead of the one before."""
_SHORT = 10
_OVER = stems_of("becomes became from went moved switched not wrong rather instead said told put meant") | {"changed"}
"""Words by which a line of so many says that a value is over ..."""
_ONLY = frozenset({"only", "just", "also", "too", "merely", "as"})
"""... and words by which it stays."""

_TELLING_WORDS = "takes took puts enters writes notes marks picks chooses uses counts used"
_TELLING = frozenset(_TELLING_WORDS.split())
"""With these something is told of, and nothing settled: "json breaks; takes 8 seconds"."""
_SHORTLY = 3
_JOINING = frozenset({"and", "but", "also"})
_FORGOTTEN_ELSE = frozenset({"to", "the", "that", "it", "our", "a"})
"""With these somebody says what else was forgotten: "to ask", "the password of the archive"."""
_BACK = frozenset(turn for turn in _TURNS if {"no", "wait", "scratch"} & {*turn} and "sorri" not in turn)
"""After these what was said first does not hold, whatever follows."""


def replaced(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What stands instead of an answer that was given before; None where the line says of none that it is over."""
    return _recounted(typed, stems, ear) or _swapped(typed, stems) or _told_before(typed, ear)


def _recounted(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer whose number the line ends with anew, without its unit: "I said 500 a day, make that 5000"."""
    old, new = [None, None, *quantities(stems)][-2:]
    if old is None or new is None or not {*stems[new.end :]} <= BREAKS | COURTESIES:
        return None
    between = stems[old.end : new.start]
    if between[-2:] not in _ANEW:
        return None
    unit = typed.pieces[old.end : old.end + next((n for n, word in enumerate(between) if word in BREAKS), 0)]
    before, now = typed.pieces[old.start : old.end], typed.pieces[new.start : new.end]
    facts = [fact for fact in typed.said if fact != typed.open_fact and is_given(typed, fact, (*before, *unit))]
    if len(facts) != 1 or not unit:
        return None
    counted = (*now, *unit)
    heard = ear(replace(typed, pieces=counted, open_fact=facts[0], text=" ".join(counted)), stemmed(counted))
    value = heard.saves.get(facts[0])
    return Heard(saves={facts[0]: value}, is_correction=True) if value is not None else None


def _told_before(typed: Line, ear: Ear) -> Heard | None:
    """What stands beside an answer that the line tells of as given before."""
    text = " ".join(typed.pieces)
    old, now = pieces(earlier(text)), pieces(current(text))
    if not old or len(now) >= len(typed.pieces):  # nothing stands instead; heard as a line of its own, it comes again
        return None
    facts = [fact for fact in typed.said if fact != typed.open_fact and is_given(typed, fact, old)]
    if len(facts) != 1:
        return None
    fact = facts[0]
    heard = ear(replace(typed, pieces=now, open_fact=fact, text=" ".join(now), mention=True), stemmed(now))
    saves = {each: value for each, value in heard.saves.items() if each == fact and value != typed.said[fact]}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact == fact)
    return Heard(saves=saves, offers=() if saves else offers, is_correction=True) if saves or offers else None


def _swapped(typed: Line, stems: Sequence[str]) -> Heard | None:
    """Another value where the line says that the given one is over: "hundreds became thousands", "tone, not format"."""
    over = _OVER & {*stems, *typed.pieces}
    begins = any(start == 0 for kind in ("not_so", "correcting") for start, _ in phrases(kind).places(stems))
    if len(stems) > _SHORT * (1 + begins) or not over or _ONLY & {*typed.pieces}:
        return None
    if over == {"from"} and "to" not in stems:  # "readings from the combine" come from there
        return None
    given = {fact for fact in typed.said if fact != typed.open_fact and is_given(typed, fact, typed.pieces)}
    given -= {fact for fact in given & ALONE.keys() if _answers_too(typed, fact, is_announced=begins)}
    saves = {fact: value for fact in given if (value := _instead(typed, stems, fact)) is not None}
    return Heard(saves=saves, is_correction=True) if len(saves) == 1 else None


def _answers_too(typed: Line, fact: str, *, is_announced: bool) -> bool:
    """Whether the line answers the open question, with words for a list's value where a correction is announced.

    "Not safety, money" tells what a wrong answer costs.
    """
    both = evidence(typed.pieces, {fact, typed.open_fact or ""}, typed.open_fact)
    said = {of: [m for m in each.marks if m.grade >= HERE and not m.is_denied] for of, each in both.items()}
    here = said.get(typed.open_fact or "", [])
    return any(not is_announced or one.overlaps(other) for one in here for other in said.get(fact, []))


def _instead(typed: Line, stems: Sequence[str], fact: str) -> Value:
    """The one value beside the given one, which the line names before it or denies; None where there is none."""
    named, full = relisted(typed, stems, fact)
    if named is not None:
        return named if typed.open_fact is None else full
    marks = evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks
    before = each_in(typed.said[fact])
    old = [mark for mark in marks if mark.grade >= HERE and before & {*mark.values}]
    new = [mark for mark in marks if mark.grade >= HERE and not (mark.is_denied or before & {*mark.values})]
    new = [mark for mark in new if any(one.is_denied or one.start < mark.start for one in old)]
    values = {mark.values for mark in new}
    if len(values) != 1 or len(new[0].values) != 1:
        return None
    over, now = {value for mark in old for value in mark.values}, new[0].values[0]
    return tuple(v for v in VALUES[fact] if v in (before - over) | {now}) if fact in ALONE else now


def restated(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer behind what takes back what the line began with, or settles it; None where none stands there."""
    turns = ((at + len(turn), at) for turn in _TURNS for at in range(len(stems)) if _stands(turn, stems, at))
    settling = (
        (end, at)
        for at, end in phrases("settling").places(stems)
        if at and not (_is_denied(stems, at) or _TELLING & {*typed.pieces[at:end]})
    )
    at, start = max((*turns, *settling), default=(0, 0))
    taken_back = tuple(stems[start:at])
    while stems[at : at + 1] and stems[at] in BREAKS:
        at += 1
    rest = typed.pieces[at:]
    if not at or not rest or typed.open_fact is None:
        return None
    heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stems[at:])
    if typed.open_fact in heard.saves:
        return heard
    return _unsaid(typed, stems[:start], heard, ear) if start and taken_back in _BACK else None


def _is_denied(stems: Sequence[str], at: int) -> bool:
    """Whether a denial stands shortly before it: "won't let us go with"."""
    return not NEGATIONS.isdisjoint(stems[max(0, at - _SHORTLY) : at])


def _stands(turn: tuple[str, ...], stems: Sequence[str], at: int) -> bool:
    end = at + len(turn)
    is_told = at > 0 or (turn in _BACK and tuple(stems[end : end + 1]) == (",",))  # "no wait" alone is how long
    return is_told and tuple(stems[at:end]) == tuple(turn)


def _unsaid(typed: Line, before: Sequence[str], heard: Heard, ear: Ear) -> Heard | None:
    """What the line began with and takes back, asked about with what may stand instead: "a set, no, it was deleted"."""
    said = typed.pieces[: len(before)]
    value = ear(replace(typed, pieces=said, text=" ".join(said)), before).saves.get(typed.open_fact or "")
    if value is None:
        return None
    rest = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact == typed.open_fact)
    others = around(typed.open_fact or "", value)
    offers = dict.fromkeys([*rest, *(Choice(typed.open_fact or "", each) for each in others)])
    return Heard(offers=tuple(offers)[:MOST_OFFERS], is_correction=True)


def added(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What is put on a list, without the reason behind it: "add safety to the failures, yesterday it ..."."""
    end = next((at for at, word in enumerate(stems) if at and word in BREAKS - {":"}), len(stems))
    is_list = bool({*named_facts(stems[:end])} & ALONE.keys())
    if not is_list or not phrases("adding").places(stems[:end]) or not stems[end + 1 :]:
        return None
    rest = typed.pieces[:end]
    heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stems[:end])
    return heard if heard.saves.keys() & ALONE.keys() else None


def forgotten(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What is missing on a list that was given, and what the line answers before it: "by name. you forgot tone"."""
    place = next(iter(phrases("leaving_out").places(stems)), None)
    if place is None or "?" in stems or not typed.mention:
        return None
    start, end = place
    while start and stems[start - 1] in _JOINING:
        start -= 1
    behind, before = typed.pieces[end:], typed.pieces[:start]
    if not behind or behind[0] in _FORGOTTEN_ELSE or (before and before[-1] not in BREAKS):
        return None
    found: dict[str, Value] = {}
    for fact in ALONE.keys() - {typed.open_fact}:
        on_list = ear(replace(typed, pieces=behind, text=" ".join(behind), open_fact=fact, said={}), stems[end:])
        value = on_list.saves.get(fact)
        if value is not None and on_list.saves.keys() == {fact} and ALONE[fact] not in each_in(value):
            held = each_in(typed.said.get(fact, ())) | each_in(value)
            found[fact] = tuple(each for each in VALUES[fact] if each in held - {ALONE[fact]})
    if len(found) != 1:
        return None
    told = ear(replace(typed, pieces=before, text=" ".join(before)), stems[:start]) if before else Heard()
    return Heard(saves={**told.saves, **found}, is_correction=True)
