"""What a line says to what was asked back: "yes", or a value of what the same person was offered just before.

The open question stays the first: only a line that is no answer to it, and asks nothing, is heard for these.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts import ALONE, Value
from rules.hearing.acts.asking import asks
from rules.hearing.evidence.evidence import HERE, Evidence, evidence
from rules.hearing.hear import hear
from rules.hearing.values import Choice, Heard, Line
from rules.hearing.words.patterns import COURTESIES, LIGHT
from rules.hearing.words.phrases import names, stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_YES = stems_of("yes yeah yep yup sure right correct exactly true indeed ok okay that one it so is did mean meant i")
"""With these alone a line agrees."""
_AGREES = stems_of("yes yeah yep yup right correct exactly indeed true sure")
_RECORD = stems_of("record make do save note write keep take")
_RECORDING = (
    _RECORD
    | _YES
    | BREAKS
    | stems_of("please both them all change changes now down go ahead in these this the our answer too")
)
"""With these alone a line has recorded what was supposed: "yes, record both", "make it so"."""
_PERHAPS = frozenset({"unknown", "what_if"})
"""What a bare value seems to ask after the verdict: "harm" supposes nothing where harm was asked about."""
_JOINS = frozenset({"and", "but", "plus"})
_PLACES = {"fir": 0, "1st": 0, "sec": 1, "2nd": 1, "thi": 2, "3rd": 2, "for": 0}
_PLACE = re.compile(
    r"\W*(?:@\w+\W+)?(?:(?:yes|ok|okay|no|hm+|well|it is|it[’']s|that[’']s|i mean|i meant|take|make it|rather)[,\s]+)*"
    r"(?:(?:the\s+)?(?:(?P<place>first|second|third|1st|2nd|3rd|former)|(?P<last>last|latter))"
    r"(?:\s+(?:one|option|button|thing|answer))?)(?=\W*$|\s*[,.;:(–—-])"
)
"""How one of several offers is pointed at."""
_EACH = stems_of("both all two")
_ALL = _EACH | _YES | BREAKS | stems_of("of them those these the please really it does")
_OVERHEARD = 4
"""Words of an answer that was not addressed to the bot."""


def answering(typed: Line, found: Heard, offered: Sequence[Choice]) -> Heard:
    """What the line was taken for; or the answer that it gives to what was `offered`, where that says it alone.

    Agreeing takes an offer that stood alone; else the line names a value of one of the facts that were offered, which
    need not be one of the offered ones ("harm, no, money"), or the place of one of several ("the second one").
    """
    words = [word for word in stemmed(typed.pieces) if word not in BREAKS]
    if not offered or (not typed.mention and len(words) > _OVERHEARD):
        return found
    taken = _at_its_place(typed, offered) or _agreed(typed, offered)
    taken = taken or (None if found.saves else _both(typed, offered))
    is_asked = asks(typed) or any(each.intent not in _PERHAPS for each in found.questions)
    is_place = bool(_PLACE.match(typed.text.casefold()))  # of what was offered, not among an answer's options
    if taken is not None or is_asked or is_place or found.saves or found.control or found.greets:
        return taken or found
    if words and _YES.issuperset(words) and not _AGREES.isdisjoint(words):
        return _said(offered[0].fact, offered[0].value) if len(offered) == 1 else found
    named = {choice.fact: _named(typed, choice.fact) for choice in offered}
    ((fact, value), *others) = [pair for pair in named.items() if pair[1] is not None] or [("", None)]
    is_theirs = typed.mention or _says_only(typed, fact)
    return found if value is None or others or not is_theirs else _said(fact, value)


def _at_its_place(typed: Line, offered: Sequence[Choice]) -> Heard | None:
    """The one of several offers at which the line points: "the second one, it only proposes"."""
    said = _PLACE.match(typed.text.casefold())
    if said is None or len(offered) < 2 or "?" in typed.pieces:
        return None
    place = len(offered) - 1 if said["last"] else _PLACES[said["place"][:3]]
    return _said(offered[place].fact, offered[place].value) if place < len(offered) else None


def _both(typed: Line, offered: Sequence[Choice]) -> Heard | None:
    """What was offered of a list, all of it: "both"."""
    fact = offered[0].fact
    is_list = fact in ALONE and all(each.fact == fact for each in offered) and len(offered) > 1
    if not is_list or not {*stemmed(typed.pieces)} <= _ALL or _EACH.isdisjoint(stemmed(typed.pieces)):
        return None
    listed = [value for each in offered for value in (each.value if isinstance(each.value, tuple) else ())]
    return _said(fact, tuple(dict.fromkeys(value for value in listed if value != ALONE[fact])))


def _agreed(typed: Line, offered: Sequence[Choice]) -> Heard | None:
    """What a line agrees to that says the offered value again, and what it says beside: "yes both, and documents"."""
    stems = stemmed(typed.pieces)
    first = next((at for at, word in enumerate(stems) if word not in _AGREES | BREAKS), 0)
    if not first or asks(typed):
        return None
    ends = [at for at in range(first + 1, len(stems)) if stems[at] in BREAKS | _JOINS] + [len(stems)]
    for end in reversed(dict.fromkeys(ends)):
        part = typed.pieces[first:end]
        said = replace(typed, pieces=part, text=" ".join(part))
        for each in offered:
            if _named(said, each.fact) == each.value and (typed.mention or _says_only(said, each.fact)):
                rest = _beside(typed, end) if each.fact != typed.open_fact else {}
                return Heard(saves={**rest, each.fact: each.value}, is_correction=True)
    return None


def _beside(typed: Line, end: int) -> dict[str, Value]:
    """The open question's answer in what stands behind."""
    start = next((at for at in range(end, len(typed.pieces)) if typed.pieces[at] not in {*BREAKS, "and"}), None)
    if start is None or typed.open_fact is None:
        return {}
    value = _named(replace(typed, pieces=typed.pieces[start:], text=" ".join(typed.pieces[start:])), typed.open_fact)
    return {} if value is None else {typed.open_fact: value}


def _says_only(typed: Line, fact: str) -> bool:
    """Whether its words say this answer and nothing else: "monday, promised" names a tool, and is said to somebody."""
    marks = [
        mark for mark in evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks if mark.grade >= HERE
    ]
    words = [at for at, word in enumerate(stemmed(typed.pieces)) if word not in BREAKS | _YES | LIGHT | COURTESIES]
    return all(any(mark.start <= at < mark.end for mark in marks) for at in words)


def recording(typed: Line, found: Heard, supposed: Sequence[Choice]) -> Heard:
    """What the line was taken for; or what was `supposed` just before, where it has that recorded.

    Where it names one of several, that one: "yes, record the volume".
    """
    stems = stemmed(typed.pieces)
    named = {each.fact: names()[each.fact].places(stems) for each in supposed if each.fact in names()}
    places = [place for found_there in named.values() for place in found_there]
    words = {word for at, word in enumerate(stems) if not any(start <= at < end for start, end in places)}
    is_meant = typed.mention and _RECORDING.issuperset(words) and not _RECORD.isdisjoint(words) and not asks(typed)
    if not is_meant or found.saves:
        return found
    meant = [each for each in supposed if named.get(each.fact)] or supposed
    return Heard(saves={each.fact: each.value for each in meant}, is_correction=True)


def _named(typed: Line, fact: str) -> Value:
    """What the line answers where that question is the open one; None where it says nothing of it, or more besides."""
    first = next((at for at, word in enumerate(stemmed(typed.pieces)) if word not in _AGREES | BREAKS), 0)
    rest = typed.pieces[first:]
    heard = hear(replace(typed, pieces=rest, text=" ".join(rest), open_fact=fact, mention=True))
    return heard.saves.get(fact) if {*heard.saves} == {fact} else None


def _said(fact: str, value: Value) -> Heard:
    return Heard(saves={fact: value}, is_correction=True)
