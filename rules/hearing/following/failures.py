"""How a line that tells of a failure is cut: sentence by sentence, and where one may tell of a change beside it.

Whether a part is a failure, and of which kind, is read in `rules.review.told_failures`.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line, and the two halves that it may have: "it invented a fee, and prices move daily"."""

    said: str
    """As it was typed."""
    halves: tuple[str, str] | None = None
    """What is joined in it, where the second half has words enough to say something of its own."""


_SENTENCES = re.compile(r"(?<=[.!;])(?<!incident[.!;])(?<!complaint[.!;])\s+|\n+")
"""Between two sentences. "We had an incident." announces the next one."""
_JOINT = re.compile(r",?\s+(?:and|but)\s+")
_OWN_CLAUSE = 3
"""Words that a clause has at least which says something of its own."""
_MOST_LISTED = 1_000
"""Characters of a list of failures."""


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of the line in their order; none where it says nothing."""
    parts = (part.strip().rstrip(";") for part in _SENTENCES.split(text))
    return tuple(Sentence(part, _halves(part)) for part in parts if part)


_LISTS = re.compile(
    r"(?:(?:please|pls|ok|okay|and|so|also|today|yesterday|this (?:week|month)|sadly)[\s,]+)*"
    r"(?:(?:we|i)(?: have|[’']ve)? (?:had|got|saw|have)\s+|there were\s+|(?:log|note|record|add|count)\s+)?"
    r"(?P<many>(?:(?:these|those|the|our|two|three|four|five|six|several|some|more|new|\d{1,2}|following)\s+)*)"
    r"(?:failures|incidents|complaints|(?:wrong|bad|false) answers)"
    r"(?P<when>(?:\s+(?:today|yesterday|now|so far|again|this \w+|last \w+|since \w+|on \w+day))*)"
    r"\s*[:–—-]\s*(?P<list>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = re.compile(r"\s*(?:;|\n|(?:^|(?<=[\s,.]))\(?\d{1,2}[.)]\s|(?<=[.!])\s)\s*(?:and\s+)?")
_ITEMS_BY_COMMA = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?=(?:it|the|an?|one|two|we|they|he|she)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """Failures told one after the other, behind a word for them: "three failures today: ...; ...; ..."."""

    items: tuple[str, ...]
    """Each as it was typed; at least two."""
    is_counted: bool
    """Whether the line says how many or when: they happened then, and are no list of what goes wrong as a rule."""


def read_listed(text: str) -> Listed | None:
    """The failures of a list; None where the line is none."""
    found = _LISTS.fullmatch(text.strip()) if len(text) <= _MOST_LISTED else None
    if found is None:
        return None
    for between in (_ITEMS, _ITEMS_BY_COMMA):
        items = tuple(item for part in between.split(found["list"]) if (item := part.strip(" ,;-*•·.")))
        if len(items) > 1 and all(len(item.split()) >= _OWN_CLAUSE for item in items):
            return Listed(items, is_counted=bool(found["many"].strip() or found["when"].strip()))
    return None


def _halves(said: str) -> tuple[str, str] | None:
    at = _JOINT.search(said)
    is_apart = at is not None and len(said[at.end() :].split()) >= _OWN_CLAUSE
    return (said[: at.start()], said[at.end() :]) if at and is_apart else None


_FAILURES = r"(?:failures?|incidents?|complaints?|(?:wrong|bad|false) answers?|hallucinations?)"
_LOGGED = (
    r"(?:so far|this month|last month|until now|yet|logged|the log|our log|have we|did we|have|had|were there|was there"
    r"|are there|happened|counted|in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december))"
)
_ASKS_LOG = re.compile(
    rf"\b(?:how many|which|what|any|list|show|give|count|number of|were there|did we)\b.*\b{_FAILURES}\b.*\b{_LOGGED}\b"
    rf"|\b(?:how many|list|show(?: me| us)?|count)\s+(?:\w+\s+){{0,3}}{_FAILURES}\b"
    rf"|\b(?:have we|did we|were there|have there been)\b.*\b{_FAILURES}\b"
    r"|\b(?:what|which|anything)\b.*\b(?:failed|went wrong|broke)\s+(?:so far|this month|last month|until now|lately)\b"
    r"|\b(?:failure|incident) log\b(?=.*\?)|^(?:what|show|list)\b.*\b(?:failure|incident) log\b"
    rf"|^(?:our |the )?{_FAILURES} so far\W*$",
    re.IGNORECASE,
)
_ASKS_KINDS = re.compile(
    r"\b(?:what|which|list|show|name|how many|tell)\b.*\b(?:failure )?(?:buckets|kinds of failures?|failure kinds"
    r"|types of failures?|failure types|categories of failures?)\b",
    re.IGNORECASE,
)
_WORST = re.compile(r"\b(?:worst|most|commonest|biggest|top|main|often|frequent)\b", re.IGNORECASE)
_SUPPOSES = re.compile(
    r"\b(?:if|would|could|might|may|should|expect|likely|watch|prevent|avoid|reduce|fix|costs?"
    r"|log (?:it|this|that|an?))\b",
    re.IGNORECASE,
)
_MOST_ASKED = 160
"""Characters of a question about the log."""


_NONE_LOGGED = re.compile(
    rf"(?:(?:there (?:were|was)|we had|had)\s+)?(?:no|zero|0)\s+(?:new\s+|more\s+)?{_FAILURES}"
    r"\s+(?:this (?:month|week)|last (?:month|week)|so far|until now|since (?:then|the last review))\b.{0,40}",
    re.IGNORECASE,
)
_NO_FAILURE = (
    r"(?:(?:only|just|merely|really)\s+)*(?:(?:an?|the|my|our|me|from a)\s+)?(?:\w+\s+)?(?:tests?|testing|demo|mistake"
    r"|joke|duplicate|typo|trial|drill|accident|misclick|mix-?up|wrong button)"
    r"(?:\s+(?:runs?|entry|only|of mine|case|data))?"
)
_LEAD = (
    r"(?:(?:please|pls|ok|okay|sorry|oops|ups|nope|no|wrong|hey|actually|(?:that|this|it)(?: one)?(?:[’']?s| is| was)"
    rf" (?:wrong|not right|{_NO_FAILURE})|can you|could you|you can|we can|and|so)[,.!;:\s]+)*"
)
_OFF = (
    r"(?:undo|delete|remove|withdraw|take back|cancel|scrap|drop|forget|scratch|strike|discard|ignore|erase|take"
    r"|(?:do not|don[’']?t) count|leave out)"
)
_ONE = r"(?:failure|incident|complaint)"
_THE = (
    r"(?:the|that|my|this|our)\s+(?:(?:last|latest)\s+)?(?:logged\s+)?"
    rf"(?:(?P<which>(?!was\b|is\b)[^,;.:]{{2,50}}?)\s+)?{_ONE}"
)
_FROM = r"(?:\s+(?:from|of|on)\s+[^,;.:]{2,30}?|\s+(?:about|with)\s+(?:the\s+|a\s+)?(?P<about>[^,;.:]{2,40}?))?"
_AWAY = r"(?:\s+(?:again|please|pls|out|off|back|away|now|(?:from|of|out of) (?:the|our) log|from the count))*"
_WHY = (
    r"(?:[\s,;.–-]+(?:(?:because|since|as|cause)\s+)?(?:(?:it|that|this)\s*)?(?:was|were|is|[’']?s)?"
    rf"\s*{_NO_FAILURE})?"
)
_WITHDRAWS = tuple(
    re.compile(_LEAD + form + r"[\s.!]*", re.IGNORECASE)
    for form in (
        rf"{_OFF}\s+{_THE}{_FROM}{_AWAY}{_WHY}",
        (
            rf"{_THE}{_FROM}\s*(?:was|is|were|[’']s)\s+"
            rf"(?:(?:no|not an?|never an?|not really an?)\s+{_ONE}|{_NO_FAILURE}|not real"
            r"|logged by (?:mistake|accident))"
            rf"(?:[\s,;.–-]+(?:(?:so|please|and|pls)\s+)*{_OFF}\s+(?:it|that|this){_AWAY})?"
        ),
        rf"{_THE}{_FROM}\s+(?:should(?: not|n[’']?t)|must not|does(?: not|n[’']?t)) (?:be )?count(?:ed)?{_WHY}",
        rf"(?:that|the|this)\s+(?:last\s+)?(?:one\s+)?was\s+(?:no|not an?|never an?)\s+{_ONE}",
    )
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A failure is to be counted no more."""

    which: str = ""
    """What tells it from the others, as typed: "battery"; "" for the last one."""


def read_withdrawal(text: str) -> Withdrawal | None:
    """Which failure is wanted out of the log: "delete the last failure", "that was no failure"; None where none is."""
    said = " ".join(text.split())
    is_short = len(said) <= _MOST_ASKED
    found = next(filter(None, (form.fullmatch(said) for form in _WITHDRAWS)), None) if is_short else None
    words = found.groupdict() if found else {}
    return Withdrawal((words.get("which") or words.get("about") or "").strip()) if found else None


def withdraws(text: str) -> bool:
    """Whether the line wants a failure out of the log."""
    return read_withdrawal(text) is not None


def asks_log(text: str) -> bool:
    """Whether the line asks what failed and was logged: "how many failures did we have".

    Whoever tells that there were none this month hears what stands there, too.
    """
    is_asked = len(text) <= _MOST_ASKED and not _SUPPOSES.search(text)
    return is_asked and bool(_ASKS_LOG.search(text) or _NONE_LOGGED.fullmatch(text))


def asks_kinds(text: str) -> bool:
    """Whether it asks which kinds of failures there are: "what are the buckets again"."""
    is_asked = len(text) <= _MOST_ASKED and not _SUPPOSES.search(text)
    return is_asked and bool(_ASKS_KINDS.search(text))


def asks_worst(text: str) -> bool:
    """Whether it asks which of them comes most often."""
    return bool(_WORST.search(text))
