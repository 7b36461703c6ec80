"""What a line says to what was asked back: "yes", or a value of what the same person was offered just before.

The open question stays the first: only a line that is no answer to it, and asks nothing, is heard for these.
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import Value
from rules.hearing.acts.asking import asks
from rules.hearing.hear import hear
from rules.hearing.values import Choice, Heard, Line
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_YES = stems_of("yes yeah yep yup sure right correct exactly true indeed ok okay that one it so is did mean meant i")
"""With these alone a line agrees."""
_AGREES = stems_of("yes yeah yep yup right correct exactly indeed true sure")
_RECORD = stems_of("record make do save note write keep take")
_RECORDING = _RECORD | _YES | BREAKS | stems_of("please both them all change changes now down go ahead in these this")
"""With these alone a line has recorded what was supposed: "yes, record both", "make it so"."""
_PERHAPS = frozenset({"unknown", "what_if"})
"""What a bare value seems to ask after the verdict: "harm" supposes nothing where harm was asked about."""
_OVERHEARD = 4
"""Words of an answer that was not addressed to the bot."""


def answering(typed: Line, found: Heard, offered: Sequence[Choice]) -> Heard:
    """What the line was taken for; or the answer that it gives to what was `offered`, where that says it alone.

    Agreeing takes an offer that stood alone; else the line names a value of one of the facts that were offered, which
    need not be one of the offered ones: "harm, no, money".
    """
    is_asked = asks(typed) or any(each.intent not in _PERHAPS for each in found.questions)
    if not offered or is_asked or found.saves or found.control or found.greets:
        return found
    words = [word for word in stemmed(typed.pieces) if word not in BREAKS]
    if not typed.mention and len(words) > _OVERHEARD:
        return found
    if words and _YES.issuperset(words) and not _AGREES.isdisjoint(words):
        return _said(offered[0].fact, offered[0].value) if len(offered) == 1 else found
    named = {choice.fact: _named(typed, choice.fact) for choice in offered}
    ((fact, value), *others) = [pair for pair in named.items() if pair[1] is not None] or [("", None)]
    return found if value is None or others else _said(fact, value)


def recording(typed: Line, found: Heard, supposed: Sequence[Choice]) -> Heard:
    """What the line was taken for; or what was `supposed` just before, where it has that recorded."""
    words = {*stemmed(typed.pieces)}
    is_meant = typed.mention and _RECORDING.issuperset(words) and not _RECORD.isdisjoint(words) and not asks(typed)
    if not is_meant or found.saves:
        return found
    return Heard(saves={each.fact: each.value for each in supposed}, is_correction=True)


def _named(typed: Line, fact: str) -> Value:
    """What the line answers where that question is the open one; None where it says nothing of it, or more besides."""
    first = next((at for at, word in enumerate(stemmed(typed.pieces)) if word not in _AGREES | BREAKS), 0)
    rest = typed.pieces[first:]
    heard = hear(replace(typed, pieces=rest, text=" ".join(rest), open_fact=fact, mention=True))
    return heard.saves.get(fact) if {*heard.saves} == {fact} else None


def _said(fact: str, value: Value) -> Heard:
    return Heard(saves={fact: value}, is_correction=True)
