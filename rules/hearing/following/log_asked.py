"""What a line asks of the failure log: how many there were and of which kind, in which month, which was the last."""

import re

from rules.hearing.following.planned_words import MONTH, values

_FAILURES = r"(?:failures?|incidents?|complaints?|(?:wrong|bad|false) answers?|hallucinations?)"
_LOGGED = (
    r"(?:so far|this month|last month|this week|last week|until now|yet|logged|the log|our log|have we|did we|have|had"
    r"|were there|was there"
    rf"|are there|happened|counted|(?:in|of|since) {MONTH})"
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
_OPENING = r"(?:(?:so|and|ok|okay|hey|please|pls|then|tell (?:me|us)|show (?:me|us)|do you know)[,\s]+)*"
_MOST = r"(?:(?:most|more) (?:common|frequent|often)|commonest|worst|biggest|main|top|usual|leading|number one)"
_OF_KIND = r"(?:failure )?(?:kinds?|types?|buckets?|sorts?)(?: of failures?)?"
_BEHIND = (
    r"(?:\s+(?:so far|yet|again|now|here|logged|overall"
    rf"|(?:in|of|since) (?:the )?(?:last |this )?(?:{MONTH}|month|log|year)"
    r"|(?:this|last) (?:month|week|year)|at the moment|we (?:have|had|see)|of ours))*\W*"
)
_ASKS_FIRST = re.compile(
    _OPENING
    + r"(?:"
    + rf"(?:what|which)(?:[’']?s| is| was| are)? (?:the |our )?{_MOST} (?:kinds? of )?failures?(?: kind| type)?s?"
    + rf"|(?:what|which) {_OF_KIND} (?:dominates?|leads?|prevails|is ahead|comes? (?:up )?most(?: often)?"
    + rf"|happens? most(?: often)?|(?:is|are|was) (?:the )?{_MOST})"
    + rf"|(?:what|which)(?:[’']?s| is| was) (?:the |our )?{_MOST} {_OF_KIND}"
    + r"|(?:what(?:[’']?s| is| was) )?(?:the |our )?(?:last|latest|newest|most recent) (?:failure|incident)"
    + r"(?: (?:we (?:had|logged)|that was logged))?"
    + rf"|(?:which|what|any|the) {_FAILURES}(?: (?:did we have|were there|came))?"
    + rf" (?:in|of|since) (?:{MONTH}|(?:this|last) \w+)"
    + r")"
    + _BEHIND,
    re.IGNORECASE,
)
"""What is asked with these words alone; a wish for the log needs no verb."""
_WHO_LOGGED = re.compile(
    rf"{_OPENING}who(?: was it (?:that|who)| has)? "
    r"(?:logged|reported|noted|entered|recorded|wrote(?: down)?|told (?:us )?(?:of|about))"
    r" (?:the |that |this )?(?P<which>[^?;:]{2,60}?)(?: (?:one|thing|failure|incident|story|case))?\W*",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"\b(?:in|of|for|since)\s+(?P<month>{MONTH})\b|\b(?P<last>last month)\b", re.IGNORECASE)
_ASKS_KINDS = re.compile(
    r"\b(?:what|which|list|show|name|how many|tell)\b.*\b(?:failure )?(?:buckets|kinds of failures?|failure kinds"
    r"|types of failures?|failure types|categories of failures?)\b",
    re.IGNORECASE,
)
_REMEDY = re.compile(
    r"(?:(?:and|so|ok|but|please)[,\s]+)*(?:what(?:[’']s|\s+is)?\s+(?:the\s+)?(?:usually\s+)?(?:helps?|works?|(?:can|do|should|could|must)"
    r" (?:we|i|one|you) do|would help|would work|is (?:the )?(?:remedy|cure|fix)|remedy|cure|fix|to do)\s+"
    r"(?:against|about|with|for|on)"
    r"|how\s+(?:do|can|should|could|to)\s+(?:we\s+|i\s+|you\s+|one\s+)?"
    r"(?:fix|avoid|reduce|prevent|mend|cure|get rid of|stop|lower))\s+(?P<what>[^?]{3,60})[\s?.!]*",
    re.IGNORECASE,
)
_WORST = re.compile(
    r"\b(?:dominates?|leads?|leading|usual|prevails|common|worst|most|commonest|biggest|top|main|often|frequent)\b",
    re.IGNORECASE,
)
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


def asks_log(text: str) -> bool:
    """Whether the line asks what failed and was logged: "how many failures did we have".

    Whoever tells that there were none this month hears what stands there, too.
    """
    is_asked = len(text) <= _MOST_ASKED and not _SUPPOSES.search(text)
    return is_asked and bool(_ASKS_LOG.search(text) or _NONE_LOGGED.fullmatch(text) or _ASKS_FIRST.fullmatch(text))


def asks_kinds(text: str) -> bool:
    """Whether it asks which kinds of failures there are: "what are the buckets again"."""
    is_asked = len(text) <= _MOST_ASKED and not _SUPPOSES.search(text)
    return is_asked and bool(_ASKS_KINDS.search(text))


def remedy_asked(text: str) -> str:
    """The failures of which it is asked what helps against them, as typed: "retrieval misses"; "" where none is."""
    found = _REMEDY.fullmatch(" ".join(text.split())) if len(text) <= _MOST_ASKED else None
    return found["what"] if found else ""


def asks_worst(text: str) -> bool:
    """Whether it asks which of them comes most often."""
    return bool(_WORST.search(text))


def asks_who_logged(text: str) -> str:
    """What tells the failure from the others of which it is asked who logged it, as typed; "" where it is not asked."""
    found = _WHO_LOGGED.fullmatch(text.strip()) if len(text) <= _MOST_ASKED else None
    return found["which"] if found else ""


def month_asked(text: str) -> int | None:
    """The number of the month that it asks for; 0 for the last one, None where it names none."""
    found = _IN_MONTH.search(text)
    if found is None:
        return None
    return 0 if found["last"] else int(values(found)["starts"])
