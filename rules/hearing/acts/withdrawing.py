"""An answer that is to be taken off, named by its question or by itself: "the exact names thing: remove that"."""

from collections.abc import Sequence

from rules.facts import ALONE, FACTS
from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import HERE, Mark, evidence
from rules.hearing.values import Control, Line, Word
from rules.hearing.words.patterns import COURTESIES, LIGHT
from rules.hearing.words.phrases import names, phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_THING_WORDS = "thing bit one part answer entry choice point item stuff"
_THING = stems_of(_THING_WORDS)
"""What people call an answer of theirs."""
_ONE_OF_TWO: dict[tuple[str, ...], list[str]] = {("freshness", "steadiness"): ["freshness"]}
"""How often is first an answer of how often the truth changes."""
_AROUND = BREAKS | LIGHT | COURTESIES | _THING | stems_of("about on of with by again off out back regarding wrong")


def withdrawn(typed: Line, stems: Sequence[str]) -> Control | None:
    """The question whose answer is to be given again, as it is taken back; None where the line says anything else.

    What stands on a list is taken off it, see `listing`.
    """
    orders = phrases("withdrawing").places(stems)
    if not orders or not _THING & {*stems} or "?" in stems:
        return None
    marks = [mark for mark in _marks(typed) if not mark.is_within(orders)]
    best = max((mark.grade for mark in marks), default=HERE)
    marked = dict.fromkeys(mark.fact for mark in marks if mark.grade == best)
    facts = (
        named_facts(stems) or [fact for fact in marked if fact in typed.said] or _ONE_OF_TWO.get((*marked,), [*marked])
    )
    if len(facts) != 1 or len({mark.values for mark in marks if mark.fact == facts[0]}) > 1:  # "..., it is daily"
        return None
    places = [(mark.start, mark.end) for mark in marks if mark.fact == facts[0]]
    places += [*orders, *names()[facts[0]].places(stems)]
    rest = (at for at, word in enumerate(stems) if word not in _AROUND)
    is_all = all(any(start <= at < end for start, end in places) for at in rest)
    return Control(Word.CHANGE, facts[0]) if is_all else None


def _marks(typed: Line) -> list[Mark]:
    """What the line says of questions with one answer."""
    found = evidence(typed.pieces, {*FACTS} - {*ALONE}, None)
    return [mark for each in found.values() for mark in each.marks if mark.grade >= HERE]
