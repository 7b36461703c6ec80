"""What leads to a question and is no part of it: "wait, whats the difference between the two", "quick q: why tools".

Without a question mark only its first words tell a question from an answer, so that what stands before them is put
aside: else "guys whats the difference between required and regulated" would be heard as two of the options.
"""

from collections.abc import Sequence

from rules.hearing.acts import asking
from rules.hearing.values import Line
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_ORDERING, _PLEASE = stems_of("change set put update switch correct"), stem("please")
_LEAST = 2
"""Words of a question that is heard behind its lead-in."""


def led_to(typed: Line, stems: Sequence[str]) -> tuple[str, ...]:
    """The pieces of the question that a lead-in leads to; nothing where there is no lead-in, or no question behind.

    So are those of an order without its "please" at the end: "change the stakes to rework please".
    """
    if typed.mention and stems[0] in _ORDERING and stems[-1] == _PLEASE and len(stems) > _LEAST + 1:
        return typed.pieces[:-1]
    at = _end(stems)
    rest = stems[at:]
    if not at or sum(word not in BREAKS for word in rest) < _LEAST:
        return ()
    asks = asking.is_question(typed, rest) or phrases("commanding").places(rest)
    return typed.pieces[at:] if asks else ()


def _end(stems: Sequence[str]) -> int:
    """Where the lead-ins end that the line begins with, one behind the other."""
    ends = dict(sorted(phrases("leading").places(stems)))
    at = 0
    while at in ends or (at and at < len(stems) and stems[at] in BREAKS):
        at = ends.get(at, at + 1)
    return at
