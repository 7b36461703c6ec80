"""What one golden task holds, as a line says it: what is asked, what a good answer must contain, and its bar."""

import re
from dataclasses import dataclass

from rules.hearing.following.task_words import BAR, QUOTES, RUNS, SAME, SAME_BAR


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
    is_more: bool = False
    """Whether a good answer must contain this beside what stands: "must also name the fee"."""
    is_anew: bool = False
    """Whether the task is another one now: "the third one is now: ..."."""


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
_PREPOSITION = re.compile(
    r"^(?:with|by|in|at|on|about|for|from|when(?!\s+(?:is|are|was|do|does|did|can|may|to|will|should|must)\b)|without|after|during)\b",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:contains?|includes?|names?|gives?|says?|mentions?|have|has|states?|shows?|tells?|answers?|returns?|lists?|is"
    r"|be)"
)
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
_RIGHT = (
    r"(?:right|correct|ok(?:ay)?|good|passed|passing|to pass|(?:must|have to|has to) pass"
    r"|(?:(?:is|will be|would be) (?:enough|fine|ok(?:ay)?)|(?:would|will) do)(?: (?:there|here|for it))?)"
)
_WITH_BAR = re.compile(
    r"[\s,;.(–—-]+(?:and\s+)?(?:(?:the\s+|its\s+)?bar\s*(?:is|of|[:=])?\s*"
    r"|(?:has to|must|should|needs? to)\s+(?:pass|succeed|be|reach)\s+|pass(?:es)?\s+(?:in\s+)?|at least\s+|needs?\s+"
    r"|in\s+)*"
    rf"(?P<bar>{BAR}){RUNS}(?:\s+{_RIGHT})?\)?(?:[,;–-]\s*(?!(?:and|or|with|plus)\b)[^?\d,;:]{{3,80}})?[\s.!]*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"^(?:(?:its\s+)?name(?:d|\s+is)?|called|titled?)(?:\s*[:=]\s*|\s+)(?=\S)", re.IGNORECASE)
_NAME_FIRST = re.compile(r"(?P<whose>[^,:;?.|]{2,60}?)\s*(?:[,;.]|\s[-–—])\s+(?P<rest>\S.+)", re.DOTALL)
_IF_ASKED = re.compile(rf"(?:if|when|whenever)\s+{_WHOEVER}\s+(?:asks?|says?|wants?|types?|writes?)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:if|whether|when|whenever|it|he|she|they|someone|somebody|and|(?:first|second|third|fourth|fifth|last|next)$)\b",
    re.IGNORECASE,
)
"""What begins a sentence, or counts, and is no name."""
_NAME_WORDS = 4
"""So many words a name has at most that stands before a question by itself: "deposit, what is it for a canoe?"."""
_CELLS = (3, 4)
"""Columns of a task in a row of a table: name, question, answer, and its bar where it has one."""
_ARROW = re.compile(
    rf"\s*(?:->|→|=>)\s*(?!{_GOOD}|(?:it\s+)?{HAS_TO}\b|[^,;]{{0,20}}{BAR}{RUNS}\s*(?:$|[,;.)]))(?=\S)", re.IGNORECASE
)
_WITH_SAME = re.compile(rf"[\s,;.(–—-]+(?:and\s+)?{SAME}\)?[\s.!]*$", re.IGNORECASE)


def answered(said: str) -> re.Match[str] | None:
    """Where it begins to say what must be answered: behind a mark or "a good answer", if there is such a place."""
    found = list(_ANSWERED.finditer(said))
    return next((each for each in found if _is_apart(said, each)), found[0] if found else None)


def named_first(said: str) -> str:
    """The line with a colon behind the name that begins it: "deposit, asked how much it is", a row of a table."""
    said = _CALLED.sub("", said)
    cells = _cells(said)
    if is_row(said):
        return f"{cells[0]}: asked {cells[1]}, must contain: {', '.join(cells[2:])}"
    found = _NAME_FIRST.match(said)
    if found is None or any(form.match(found["whose"]) for form in (ASKED, ASKS, _PREPOSITION, _BEGINS)):
        return said
    is_short = len(found["whose"].split()) <= _NAME_WORDS
    is_asked = ASKED.match(found["rest"]) or _IF_ASKED.match(found["rest"]) or (is_short and ASKS.match(found["rest"]))
    return f"{found['whose'].strip(QUOTES)}: {found['rest']}" if is_asked else said


def _cells(said: str) -> list[str]:
    return [cell.strip() for cell in said.strip(" |").split("|")]


def is_row(said: str) -> bool:
    """Whether it is a row of a table, as many as a task has columns: "deposit | how much is it? | 40 euros"."""
    cells = _cells(said)
    return len(cells) in _CELLS and all(cells)


def with_answer(said: str) -> str:
    """The line with what stands behind its one arrow called what must be answered: "no water -> code 3"."""
    found = list(_ARROW.finditer(said))
    return _ARROW.sub(" → must contain: ", said) if len(found) == 1 else said


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
    body, bar = _and_bar(said)
    good, asks = answered(body), ASKED.match(body)
    if good is None and asks is None:
        return None
    asked, answer = (body[: good.start()], body[good.end() :]) if good else (body, "")
    asked = asked.strip(" ,;.–—->→")
    opened = ASKED.match(asked)
    if opened and not _PREPOSITION.match(asked[opened.end() :]):
        asked = asked[opened.end() :]
    return TaskSaid(bar=bar, asked=asked.strip(QUOTES), answer=answer.strip(" ,;–—-").rstrip("."))


def _and_bar(said: str) -> tuple[str, str]:
    """What is said, and the bar at its end; "" where none stands there."""
    bar = _WITH_BAR.search(said)
    same = None if bar else _WITH_SAME.search(said)
    found = bar or same
    return (said[: found.start()], bar["bar"] if bar else SAME_BAR) if found else (said, "")


def contents_asked(rest: str) -> TaskSaid | None:
    """A question, and what stands behind it: "how long can I return it? 30 days, with a link"."""
    body, bar = _and_bar(rest.strip().lstrip(":=–—- ").rstrip("; "))
    asked, mark, answer = body.partition("?")
    answer = answer.strip(" ,;–—->→'\"”’")
    is_whole = bool(mark and answer) and "?" not in answer
    return TaskSaid(bar=bar, asked=f"{asked.strip(QUOTES)}?", answer=answer) if is_whole else None
