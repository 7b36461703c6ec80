"""Questions that expect no answer, because they are one: "tests? what tests", "who would footnote that"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.values import Ear, Heard, Line
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_ECHOED = 3
"""Words of the question that somebody asks back at most."""
_NO_WORDS = "no nope nah never none nothing not hardly ha haha lol what which dream"
_NO = stems_of(_NO_WORDS)
"""With these whoever asks back denies it."""
_ASKING = frozenset({"what", "why", "how", "who", "which", "when", "where", "is", "are", "do", "doe", "can", "should"})
_WHO = frozenset({"would", "need", "care", "want"})
"""Behind "who" these say that nobody does."""


def echoed(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The answer in a line that asks for none; None where that gives no answer to the open question."""
    if not typed.mention or typed.open_fact is None:
        return None
    rest = _asked_back(typed, stems) or _rhetorical(typed, stems)
    if not rest:
        return None
    heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stemmed(rest))
    is_offered = rest[:1] == ("not",) and any(getattr(each, "fact", None) == typed.open_fact for each in heard.offers)
    return heard if is_offered or typed.open_fact in heard.saves else None


def _asked_back(typed: Line, stems: Sequence[str]) -> tuple[str, ...]:
    """What follows an echo of the question; with the echo denied where that is all that follows: "clean? no"."""
    at = stems.index("?") if "?" in stems else 0
    behind = typed.pieces[at + 1 :]
    if not 0 < at <= _ECHOED or not behind or stems[0] in _ASKING or behind[-1:] == ("?",):
        return ()
    is_denied = stems[at + 1] in _NO
    return ("not", *typed.pieces[:at]) if is_denied and len(behind) <= _ECHOED else behind


def _rhetorical(typed: Line, stems: Sequence[str]) -> tuple[str, ...]:
    """The line with "nobody" for "who"; where a question mark ends it, only behind a "no": "nah, who would ask?"."""
    starts = [0, *(at + 1 for at, word in enumerate(stems) if word in BREAKS)]
    at = next((at for at in starts if stems[at : at + 1] == ("who",) and {*stems[at + 1 : at + 2]} & _WHO), None)
    if at is None or ("?" in stems and stems[0] not in _NO):
        return ()
    return (*typed.pieces[:at], "nobody", *(piece for piece in typed.pieces[at + 1 :] if piece != "?"))
