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
TICKING = (
    r"(?:(?:i|we)\s*(?:'m|'re|am|are|'ve|have|just|can|also)?\s+)?(?:just\s+|also\s+)?"
    r"(?:(?:tick|ticking|ticked)(?:\s+off)?|(?:check|checking|checked|crossing|crossed)\s+off)\s*(?::|–|\s-)\s*"
)
"""The word before what is ticked: "ticking: ...", "ticked off: ..."."""
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
        rf"{TICKING}(?P<what>.+)",
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
_ASKING = opening("and", "tell me", "do you know", mark="[,:]?")
_YET = r"(?:\s+(?:off|yet|already|now|by now|then))*"
_DOER = r"(?:we|i|you|they|he|she|anybody|anyone|somebody|someone|[^\W\d_]+)"
_WHAT = r"(?P<what>(?!.*\bbox)[^?]{2,60}?)"
_ASKED = tuple(
    re.compile(_ASKING + form + _YET)
    for form in (
        rf"did {_DOER}(?: (?:already|ever))? tick(?: off)? {_WHAT}",
        rf"(?:have|has|had) {_DOER}(?: (?:already|ever))? ticked(?: off)? {_WHAT}",
        rf"(?:is|are|was|were) {_WHAT}(?: (?:already|now))? ticked",
        rf"who (?:has )?ticked(?: off)? {_WHAT}",
    )
)
_TICKS = re.compile(TICKING)


def asked_tick(text: str) -> str:
    """Of what the line asks whether it is ticked, or by whom: "did we tick the suite"; "" where it asks none."""
    said = plain(text).replace("’", "'").rstrip("?!. ")
    found = (form.fullmatch(said) for form in _ASKED) if len(said) <= _LONGEST else ()
    return next((one["what"] for one in found if one), "")


def is_of_ticks(text: str) -> bool:
    """Whether the line is of the roadmap by its first words, whatever it says then: it answers no question."""
    return bool(_TICKS.match(plain(text).replace("’", "'")) or asked_tick(text))


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
