"""An answer behind its question's own name, and nothing else: "access -> per user", "Who may see it: it depends"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rules.catalog.questions import QUESTIONS
from rules.hearing.forms.heading import meant, under
from rules.hearing.values import Ear, Heard, Line
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import names, stemmed
from rules.hearing.words.pieces import BREAKS, pieces, stem, stems_of

_ARROW = stem("becomes")
_DASH = re.compile(r"\s[-–—]+\s")
_ORDERS = "change set make update put correct switch revert restore reset"
_BEFORE = stems_of(f"the our my also and then so for about please {_ORDERS} fix answer to")
"""Words before a name that set what follows it."""
_IS = stems_of("is are")
_AS_SAID = re.compile(r"\W*\b(?:as|like)(?: \w+){1,3}\s*")
"""What only says that something was told before: "as Ben said", "like before"."""
_CLAUSES = stems_of("what why how where who when which that because if")
"""What begins with one of these is told of it, and is no answer."""
_LONGEST = 6
"""Words of an answer that a name is said to have."""
_SETTING, _SOON = stems_of(_ORDERS), 2
"""Of these one has to stand before a name that does not begin the line: "they disagree, so set labels = mixed"."""


def put(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What such a line writes down, or offers; None where no name stands before it, or no answer behind it.

    A list is given anew so, and not added to.
    While a question stands open only an arrow is sure to mean another one: "latency: 9 s" may say how it fails.
    """
    at = _mark(typed, stems)
    if not (at and typed.mention) or "?" in stems:
        return None
    start = max((place + 1 for place in range(at) if stems[place] in BREAKS), default=0)
    if start and not _SETTING & {*stems[start:at]}:
        return None
    fact = meant(named(stems[start:at]), stems[at + 1 :])
    anew = replace(typed, said={each: value for each, value in typed.said.items() if each != fact})
    heard = under(fact, anew, stems, range(at + 1, len(stems)), ear) if fact else None
    return Heard(heard.saves, heard.offers, is_correction=True) if heard else None


def said_to_be(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer that a question's own name is said to have, and nothing else: "hosting is on premises, as Ben said".

    Names are said to be much: "the risk is low today" counts where the rest is an answer to that question alone.
    """
    if typed.open_fact is not None or not typed.mention or "?" in stems:
        return None
    places = [at for at, word in enumerate(stems) if word in _IS and at]
    fact, at = next(((fact, at) for at in places if (fact := meant(named(stems[:at]), stems[at:]))), ("", 0))
    said = next((n for n in range(at + 2, len(stems)) if _AS_SAID.fullmatch(" ".join(typed.pieces[n:]))), len(stems))
    if not fact or not 0 < said - at - 1 <= _LONGEST or stems[at + 1] in NEGATIONS | _CLAUSES:
        return None
    anew = replace(typed, said={each: value for each, value in typed.said.items() if each != fact})
    heard = under(fact, anew, stems, range(at + 1, said), ear)
    is_told = heard is not None and heard.saves.keys() == {fact} and heard.saves[fact] is not None
    return Heard(heard.saves, is_correction=True) if heard and is_told else None


def _mark(typed: Line, stems: Sequence[str]) -> int:
    """Where the one mark stands between a name and its answer; 0 where there is none, or there are several."""
    marks = {_ARROW} if typed.open_fact else {_ARROW, ":"} | ({","} if _DASH.search(typed.text) else set())
    found = [at for at, word in enumerate(stems) if word in marks]
    return found[0] if len(found) == 1 else 0


def named(head: Sequence[str]) -> str:
    """The question whose name these words are; "" where they are none."""
    first = next((at for at, word in enumerate(head) if word not in _BEFORE), len(head))
    words = tuple(head[first:])
    by_name = (fact for fact, known in names().items() if (0, len(words)) in known.places(words))
    topic = _topics().get(tuple(head)) or _topics().get(words)
    return topic or (next(by_name, "") if words else "")


@lru_cache(maxsize=1)
def _topics() -> dict[tuple[str, ...], str]:
    """The questions by what is printed before their answers."""
    return {stemmed(pieces(question.topic)): question.fact for question in QUESTIONS}
