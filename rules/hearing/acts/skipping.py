"""The wish to see the verdict before all is asked, and not knowing the rest: the verdict so far is told.

Nobody is made to skip one question after the other to see it: what is answered gives one, with how sure it is.
"""

from collections.abc import Sequence

from rules.hearing.acts.steering import carrying
from rules.hearing.values import Asked, Heard, Line
from rules.hearing.words.phrases import Place, phrases

_SO_FAR = (Asked("how_sure"),)


def to_the_end(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What a line asks that wants to be done with the questions; None where it is no such line."""
    if typed.open_fact is None or not typed.mention:
        return None
    if _is_all(stems, phrases("to_the_verdict").places(stems)):
        return Heard(questions=_SO_FAR)
    rest, passed = phrases("the_rest").places(stems), phrases("passing_over").places(stems)
    passed += phrases("not_sure").places(stems)
    is_rest = bool(rest and passed) and _is_all(stems, [*rest, *passed])
    return Heard(saves={typed.open_fact: None}, questions=_SO_FAR) if is_rest else None


def _is_all(stems: Sequence[str], places: Sequence[Place]) -> bool:
    """Whether these places are all that the line says."""
    said = carrying(stems, range(len(stems)))
    return bool(places) and all(any(start <= at < end for start, end in places) for at in said)
