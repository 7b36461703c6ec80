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


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of the line in their order; none where it says nothing."""
    parts = (part.strip().rstrip(";") for part in _SENTENCES.split(text))
    return tuple(Sentence(part, _halves(part)) for part in parts if part)


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
_WITHDRAWS = re.compile(
    r"(?:(?:please|pls|ok|sorry|oops|no)[,\s]+)*(?:(?:undo|delete|remove|withdraw|take back|cancel|scrap|drop)"
    r"\s+(?:the|that|my|this)\s+(?:(?:last|latest)\s+)?(?:logged\s+)?(?:failure|incident)(?:\s+again)?"
    r"|(?:that|the|this)\s+(?:last\s+)?(?:failure|incident|one)?\s*was\s+(?:no|not an?|never an?)"
    r"\s+(?:failure|incident))"
    r"(?:\s+(?:please|pls|again))*[\s.!]*",
    re.IGNORECASE,
)


def withdraws(text: str) -> bool:
    """Whether the line wants the last failure out of the log: "delete the last failure", "that was no failure"."""
    return bool(_WITHDRAWS.fullmatch(text))


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
