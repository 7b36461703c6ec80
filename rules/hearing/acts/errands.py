"""What a line asks to be done, which is no answer: "plan the monthly review for the 15th", "redo that"."""

import re
from collections.abc import Sequence

from rules.hearing.values import Asked, Heard, Line
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_ASKING = COURTESIES | BREAKS | stems_of("can could would will you us now then and also just actually let someone")
"""Words before a request that change nothing about it."""
_DOING = frozenset({"need", "action", "check"})
"""Questions to which it is an answer that something is sent or booked, unless it is ours."""
_OURS = stems_of("review verdict channel thread roadmap recommendation decision")
"""What these requests are about here."""
_KEEPING = (
    COURTESIES | BREAKS | stems_of("no nope wait actually leave keep it that this one then now just again i you can")
)
"""Words around "redo that" that name nothing else."""

_AT_US = re.compile(r"(?<![\w.])@(?:ftrag|bot)\b[:,]?", re.IGNORECASE)
_WHO = r"(?!(?:who|what|he|she|it|nobody|somebody|someone|legal|which)\b)@?[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*)?"
_DUTY = (
    r"(?:(?:the|this|that|our|all)\s+)?(?:monthly\s+|next\s+)?"
    r"(?:review|reviews|check|follow-?up|decision|this|it|that|all this)"
)
_HAS = r"(?:owns|runs|leads|takes over|will own|will run|will take over|is taking over)"
_FROM_NOW = r"(?:\s*,?\s*(?:now|from now on|from here on|going forward|from today|as of (?:now|today)|please))*\W*"
_HANDED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:from now on,?\s+)?{_WHO}\s+{_HAS}\s+{_DUTY}{_FROM_NOW}",
        rf"{_WHO}\s+is\s+(?:now\s+)?the\s+(?:new\s+)?owner(?:\s+of\s+{_DUTY})?{_FROM_NOW}",
        rf"the\s+(?:new\s+)?owner\s+(?:of\s+{_DUTY}\s+)?is\s+(?:now\s+)?{_WHO}{_FROM_NOW}",
        rf"(?:please\s+)?make\s+{_WHO}\s+(?:the\s+)?(?:new\s+)?owner(?:\s+of\s+{_DUTY})?{_FROM_NOW}",
    )
)
"""How people say whose the review is from now on, which is done at its message."""


def errand(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is said of a request; None where the line is none, or may say what the feature is to do."""
    if not (_is_request(typed, stems) or _is_redoing(stems)):
        return None
    asked = Asked("review" if "review" in stems else "unknown")
    return Heard(questions=(asked,)) if typed.mention else Heard(silent=True)


def hands_over(text: str) -> bool:
    """Whether somebody is named who is to have the review, or all of this, from now on: "Lea owns the review now"."""
    said = _AT_US.sub(" ", text).strip()
    return any(form.fullmatch(said) for form in _HANDED)


def _is_request(typed: Line, stems: Sequence[str]) -> bool:
    """Whether somebody is to plan, send or post something, or to be told of it."""
    first = next((at for at, word in enumerate(stems) if word not in _ASKING), 0)
    is_ours = bool(_OURS & {*stems}) or any(piece.startswith("#") for piece in typed.pieces)
    tells = typed.pieces[first] == f"{stems[first]}s"  # "prints the amounts with a dot" says what it does
    if tells or (typed.open_fact in _DOING and not is_ours):
        return False
    return bool(phrases("requesting").places(stems[first:]))


def _is_redoing(stems: Sequence[str]) -> bool:
    """Whether all that is said is that something is to be done again: of a wrong answer's cost it says nothing."""
    within = {at for start, end in phrases("redoing").places(stems) for at in range(start, end)}
    return bool(within) and all(at in within or word in _KEEPING for at, word in enumerate(stems))
