"""A line under a heading that names another question: "labels: half of them fine, half rubbish"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.beside import Ear
from rules.hearing.pieces import BREAKS
from rules.hearing.steering import named_facts
from rules.hearing.values import Choice, Heard, Line

_LONGEST = 6
"""Words of a heading, in which it may say how good something is as well: "label quality is so-so:"."""


def headed(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """All of the line heard as an answer to the question that its heading names; None where it has no such heading."""
    at = stems.index(":") if stems.count(":") == 1 else 0
    named = named_facts(stems[:at]) if at <= _LONGEST and not BREAKS & set(stems[:at]) else []
    if len(named) != 1 or named[0] == typed.open_fact or typed.open_fact is None:
        return None
    fact = named[0]
    heard = ear(replace(typed, open_fact=fact), stems)
    saves = {each: value for each, value in heard.saves.items() if each != typed.open_fact}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact == fact)
    return replace(heard, saves=saves, offers=offers) if fact in saves or offers else None
