"""What a short line says of an answer that is over: "sources: no longer required"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES, Value
from rules.hearing.acts.steering import is_given, named_facts
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.forms.heading import REQUIRED, meant
from rules.hearing.forms.lately import lately
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_LONGEST = 12
_ASKING = stems_of("if what why who how when which is are was can could will would should does did do suppose say")
_GOES_ON = BREAKS | {"but", "just", "onli", "now", "instead"}
"""Behind these a line says what holds instead."""


def ended(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What may stand in place of an answer that a line says is no longer so; None where it says what does."""
    places = phrases("ended").places(stems)
    if len(places) != 1 or not typed.mention or len(stems) > _LONGEST or {"?", "if"} & {*stems} or stems[0] in _ASKING:
        return None
    start, end = places[0]
    before, over = typed.pieces[:start], typed.pieces[end:]
    if not over and typed.open_fact is None:  # "hallucinations: no longer"
        plain = tuple(piece for piece in typed.pieces if piece not in BREAKS)
        return lately(replace(typed, pieces=plain, text=" ".join(plain)), stemmed(plain))
    if not over or _GOES_ON & {*stems[end:]} or (start and stems[start - 1] in BREAKS - {":"}):
        return None
    fact = _fact(typed, stems[:start], stems[end:], over)
    value = _value(fact, typed, over, ear) or (_value(fact, typed, before, ear) if REQUIRED & {*stems[end:]} else None)
    return None if value is None else _instead(fact, value)


def _fact(typed: Line, before: Sequence[str], after: Sequence[str], over: Sequence[str]) -> str:
    """The question that the line names, else the one whose given answer it names; "" where neither is one."""
    named = named_facts(before)
    given = [meant(fact, after) for fact in named] or [fact for fact in typed.said if is_given(typed, fact, over)]
    return given[0] if len(given) == 1 and given[0] not in ALONE else ""


def _value(fact: str, typed: Line, words: tuple[str, ...], ear: Ear) -> Value:
    """What these words answer to the question; None where they answer nothing."""
    if not fact or not words:
        return None
    return ear(replace(typed, pieces=words, text=" ".join(words), open_fact=fact), stemmed(words)).saves.get(fact)


def _instead(fact: str, over: Value) -> Heard:
    """The one other value of the question; where there are several the next ones, to be asked about."""
    values = VALUES[fact]
    at = values.index(str(over))
    others = sorted((each for each in values if each != over), key=lambda each: abs(values.index(each) - at))
    if fact == "receipts" or len(others) == 1:  # what need not be shown is not shown
        return Heard(saves={fact: values[0] if fact == "receipts" else others[0]}, is_correction=True)
    return Heard(offers=tuple(Choice(fact, each) for each in others[:MOST_OFFERS]), is_correction=True)
