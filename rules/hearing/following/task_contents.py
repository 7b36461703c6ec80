"""What one golden task holds, as a line says it: what is asked, what a good answer must contain, and its bar."""

import re
from dataclasses import dataclass

from rules.hearing.following.task_words import BAR, QUOTES, RUNS


@dataclass(frozen=True, slots=True)
class TaskSaid:
    """What is said of one golden task."""

    whose: str = ""
    """How it is named, as it was typed; "" where it is not."""
    bar: str = ""
    """How many of its runs have to pass, as it was typed."""
    asked: str = ""
    """What is asked in it."""
    answer: str = ""
    """What a good answer must contain."""
    is_plain: bool = True
    """Whether runs under a name can only be its bar; "refund window 9 of 10" may be a result."""
    is_of_all: bool = False
    """Whether it is said of all of them."""
    is_new: bool = False
    """Whether the line says that it is another task than those that stand."""


HAS_TO = r"(?:must|has to|have to|should|needs? to|shall)"
_WHOEVER = (
    r"(?:(?:the|an?|some|our)\s+)?(?:user|customer|person|people|somebody|someone|client|employee|agent|visitor|he|she|they"
    r"|it|we)s?"
)
ASKED = re.compile(
    r"^(?:and\s+)?(?:(?:is\s+|gets\s+|when\s+)?asked\s*[:=]?"
    rf"|{_WHOEVER}\s+(?:asks?|says?|writes?|types?|wants? to know|sends?)\s*[:=,]?"
    r"|(?:(?:the|an?|some|our)\s+)?[^\W\d_]+s?\s+(?:asks?\b(?!\s+for\b)|wants? to know)\s*[:=,]?"
    r"|(?:the\s+)?(?:question|input|q|prompt|ask)\s*(?:is\s+|[:=]\s*)|asks?\s*[:=]?)\s*",
    re.IGNORECASE,
)
"""How what is asked begins."""
ASKS = re.compile(
    r"(?:what|who|whose|how|when|where|which|why|can|may|could|is|are|do|does|did|will|should|must)\b|[^:]{2,200}\?",
    re.IGNORECASE,
)
"""What is a question by itself."""
_PREPOSITION = re.compile(r"^(?:with|by|in|at|on|about|for|from|when|without|after|during)\b", re.IGNORECASE)
_SAYS = r"(?:contains?|includes?|names?|gives?|says?|mentions?|have|has|states?|shows?|tells?|returns?|lists?|is|be)"
_GOOD = (
    r"(?:(?:and\s+)?(?:an?\s+|the\s+)?(?:good|right|correct|ideal|expected|proper|best)\s+(?:answer|reply|response|output)s?"
    rf"(?:\s+{HAS_TO})?(?:\s+{_SAYS}\b)?\s*[:=]?|(?:and\s+)?(?:it\s+|(?:the\s+|an\s+)?answer\s+|reply\s+)?{HAS_TO}\s+{_SAYS}\b\s*[:=]?"
    r"|(?:must contain|expected(?: answer| output)?|expect|(?:good )?answer|a|output)\s*[:=])"
)
_ANSWERED = re.compile(
    rf"(?:^|[\s,;.?!–—-]|->|→)\s*(?:(?P<good>{_GOOD})\s*|(?:and\s+)?(?:it\s+|(?:the\s+)?answer\s+)?{HAS_TO}\s+"
    r"(?=(?!(?:always\s+|all\s+)?(?:pass|succeed|work|reach|hit|be right))\w))",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:[,;.?!–—>→]\s*|\s-\s*)$")
"""Behind what a good answer begins: "what must be paid, must name the fee"."""
_WITH_BAR = re.compile(
    r"[\s,;.(–—-]+(?:and\s+)?(?:(?:the\s+|its\s+)?bar\s*(?:is|of|[:=])?\s*"
    r"|(?:has to|must|should|needs? to)\s+(?:pass|succeed)\s+|pass(?:es)?\s+(?:in\s+)?|at least\s+|needs?\s+|in\s+)*"
    rf"(?P<bar>{BAR}){RUNS}\)?(?:[,;–-]\s*(?!(?:and|or|with|plus)\b)[^?\d,;:]{{3,80}})?[\s.!]*$",
    re.IGNORECASE,
)


def answered(said: str) -> re.Match[str] | None:
    """Where it begins to say what must be answered: behind a mark or "a good answer", if there is such a place."""
    found = list(_ANSWERED.finditer(said))
    return next((each for each in found if _is_apart(said, each)), found[0] if found else None)


def is_set_apart(said: str) -> bool:
    """Whether a mark parts what must be answered from what is asked: "the deadline, must give the date"."""
    good = answered(said)
    return good is not None and _is_apart(said, good)


def _is_apart(said: str, good: re.Match[str]) -> bool:
    return not good.start() or bool(_APART.search(said[: good.start() + 1]))


def says_it_plainly(said: str) -> bool:
    """Whether what must be answered is called so, and the like may not be said of any work: "must contain 30 days"."""
    good = answered(said)
    if good is None or not _is_apart(said, good):
        return False
    before = said[: good.start()].strip()
    is_arrow = said[good.start() : good.end()].lstrip().startswith(("->", "→")) or before.endswith(("->", "→"))
    return bool(good["good"]) or is_arrow or bool(ASKED.match(before) or ASKS.match(before))


def contents(rest: str) -> TaskSaid | None:
    """What is asked and must be answered, with the bar where one stands at the end; None where neither is said."""
    said = rest.strip().lstrip(":=–—-, ").rstrip("; ")
    bar = _WITH_BAR.search(said)
    body = said[: bar.start()] if bar else said
    good, asks = answered(body), ASKED.match(body)
    if good is None and asks is None:
        return None
    asked, answer = (body[: good.start()], body[good.end() :]) if good else (body, "")
    asked = asked.strip(" ,;.–—->→")
    opened = ASKED.match(asked)
    if opened and not _PREPOSITION.match(asked[opened.end() :]):
        asked = asked[opened.end() :]
    return TaskSaid(bar=bar["bar"] if bar else "", asked=asked.strip(QUOTES), answer=answer.strip(" ,;–—-").rstrip("."))


def contents_asked(rest: str) -> TaskSaid | None:
    """A question, and what stands behind it: "how long can I return it? 30 days, with a link"."""
    said = rest.strip().lstrip(":=–—- ")
    bar = _WITH_BAR.search(said)
    asked, mark, answer = (said[: bar.start()] if bar else said).partition("?")
    answer = answer.strip(" ,;–—->→")
    return (
        TaskSaid(bar=bar["bar"] if bar else "", asked=f"{asked.strip(QUOTES)}?", answer=answer)
        if mark and answer
        else None
    )
