"""An order to tick what the line tells of: "logging is in since Friday, tick that one", "tick the onboarding step".

What is told need not be on the roadmap: whether it is, is found out where its items are known.
"""

import re
from dataclasses import dataclass

from rules.hearing.following.around import REACTIONS, opening, plain, tail


@dataclass(frozen=True, slots=True)
class TickOrder:
    """Something is to be ticked."""

    what: str
    """What is told of it, folded; "" where the line only says "tick that"."""
    is_denied: bool = False
    """Whether it says that something is not there, not yet, or not any more."""


_LONGEST = 200
_HEAD = r"(?:(?:on|for|about|in)\s+)?(?:(?:the|our)\s+)?(?:roadmap|checklist|to-?do list)\s*[:,–-]\s*"
_THAT = r"(?:that|it|this|them|those|both)(?:\s+(?:one|two|item|step|point|task))?"
_DONE = r"(?:as\s+|is\s+|are\s+)?(?:done|finished|complete|completed|ready)"
_BEFORE = opening(REACTIONS, "so", "and", "can we", "we can", "you can", "let[’']?s")
_MARKS_IT = (
    rf"(?:tick(?:\s+off)?\s+{_THAT}(?:\s+(?:off|{_DONE}))?|(?:check|cross|strike)\s+(?:off\s+{_THAT}|{_THAT}\s+off)"
    rf"|mark\s+{_THAT}\s+{_DONE})"
)
_BEHIND = re.compile(
    rf"(?:{_HEAD})?(?P<what>.+?)(?:\s*[,;.:–-]\s*|\s+(?=and\b|so\b|then\b|please\b))"
    rf"(?:(?:and|so|then|please|can you|could you|pls)\s+)*{_MARKS_IT}{tail()}"
)
_ALONE = re.compile(rf"(?:{_HEAD})?{_BEFORE}{_MARKS_IT}{tail()}")
_STEP = r"(?:step|item|point)s?"
_NAMED = tuple(
    re.compile(rf"(?:{_HEAD})?{_BEFORE}{form}{tail()}")
    for form in (
        rf"tick\s+(?:off\s+)?(?P<what>(?!box|sheet).+?)(?:\s+(?:off|{_DONE}))?",
        rf"(?:check|cross|strike|mark|set)\s+(?:off\s+)?(?P<what>.+?\s{_STEP})\s+(?:off|{_DONE})",
        r"mark\s+(?P<what>.+?)\s+(?:as\s+)?(?:done|finished|completed?)",
        rf"(?:check|cross|strike)\s+off\s+(?P<what>.+?\s{_STEP})",
        rf"(?P<what>(?:the|our)\s.{{2,60}}?\s{_STEP})\s+(?:is|are)\s+(?:now\s+)?(?:done|finished|complete|completed)",
    )
)
_OF_ROADMAP = re.compile(
    rf"{_HEAD}{_BEFORE}(?P<what>.+?)\s(?:is|are|was|were|got)\s+(?:now\s+)?(?:done|finished|completed?){tail()}"
)
_DENIED = re.compile(
    r"n't\b|\b(?:not|never|no|nothing|nobody|without|almost|nearly|half|soon|will|tomorrow|if|once|when)\b"
)


def without_heading(text: str) -> str:
    """The line without "roadmap:" before it, which only says of what it tells."""
    return re.sub(rf"^{_HEAD}", "", text, flags=re.IGNORECASE)


def read_tick_order(text: str) -> TickOrder | None:
    """What is to be ticked; None where nothing is."""
    said = plain(text).replace("’", "'")
    if len(said) > _LONGEST or "?" in said:
        return None
    if _ALONE.fullmatch(said):
        return TickOrder("")
    found = next(filter(None, (form.fullmatch(said) for form in (_BEHIND, *_NAMED, _OF_ROADMAP))), None)
    return TickOrder(found["what"], is_denied=bool(_DENIED.search(found["what"]))) if found else None
