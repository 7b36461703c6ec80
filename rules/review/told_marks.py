"""Results told in words alone, under the name of their golden task: "HR case failed twice: it leaked a name".

Read is the verdict right behind the name or before it. What follows says how it failed: words, and no other result.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rules.review.naming import NAME, nearly

_PASSED = r"pass(?:es|ed|ing)?|succe(?:ed(?:s|ed)?|ss(?:ful)?)|green|ok(?:ay)?|work(?:s|ed)|all (?:good|fine|right)"
_FAILED = r"fail(?:s|ed|ing|ure)?|red|broke(?:n)?|errored"
_VERDICT = rf"(?:(?P<passed>{_PASSED})|(?P<failed>{_FAILED}))\b"
_ANY = re.compile(rf"\b{_VERDICT}")
_PLAIN = re.compile(r"\b(?:(?P<passed>pass(?:es|ed)?)|(?P<failed>fail(?:s|ed)?))\b")
_NOT = r"(?:(?:not|never|\w+n[’']?t)\s+(?:be\s+|been\s+)?)"
_LINK = (
    r"(?:is|are|was|were|has|have|had|been|be|it|that|one|as|to|do|does|did|came|come|out|back|now|again|also|still"
    r"|just|only|mostly|always|both|each|all|case|task|test|check|a|marked|today|this (?:time|month|review))"
)
_UNJUDGED = re.compile(
    rf"[\s:=,–—-]*(?:{_LINK}\s+)*(?:(?:(?:could|can)(?:\s*not|n[’']?t)|cannot|can[’']t) be (?:judged|scored|graded)"
    r"|could(?: not|n[’']?t) judge|not judged|unjudged|nobody could (?:judge|tell))\b"
)
_UNRUN = re.compile(
    rf"[\s:=,–—-]*(?:{_LINK}\s+)*(?:not (?:yet )?(?:been )?(?:run|tested|tried)"
    r"|(?:did|was)n[’']?t run|skipped|not yet)\b"
)
_DID_NOT = re.compile(r"\s*(?:did(?: not|n[’']?t))\s*(?:[,;.]|\band\b|\bbut\b|$)")
"""Behind another result: "refund window passed, the rare case did not"."""
_AFTER = re.compile(rf"[\s:=,–—-]*(?:{_LINK}\s+)*(?P<no>{_NOT})?{_VERDICT}")
_BEFORE = re.compile(rf"(?:^|[,;.]\s*|\band\s+){_VERDICT}\s*[:=]?\s*(?:(?:for|on|the|a|an|our)\s+)*$")
_TWO_OF_ONE = re.compile(rf"\s*(?:,|&|\band\b|,\s*and\b)?\s*(?:the|a|an|our)?\s*(?:both|all)?\s*{NAME}?\s*")
_AGAIN = re.compile(
    r"^(?:\s*(?:once|twice|thrice|again|every time|each time|\w+ times|all runs|this time|today|too))+\b"
)
_NO_RESULT = re.compile(
    r"\b(?:should|must|shall|ought|need(?:s|ed)?|has to|have to|want(?:s|ed)?|would|could|might|may|will|if|unless"
    r"|when|once|until|in case|did|does|was|is|why|what|how|who|which|suppose|last (?:time|month|week|review))\b"
)
_CLAUSE = re.compile(r"([,;.]\s+|\s+(?:and|but|while|whereas)\s+)")
_COUNT = re.compile(r"\b\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}\b")
_SHORT = re.compile(
    rf"^(?P<name>.+?)(?P<rest>\s*[:=–—-]?\s+(?:{_LINK}\s+)*(?:{_NOT})?(?:pass(?:es|ed)?|fail(?:s|ed)?)\b.*"
    rf"|\s*[:=–—-]?\s+(?:{_LINK}\s+)*(?:ok(?:ay)?|green)(?:\s+(?:too|as well|again|now|this time|today))*\s*"
    rf"|\s*[:=–—-]?\s+(?:{_LINK}\s+)*(?:not (?:yet )?(?:been )?run|(?:could|can)(?: not|n[’']?t) be judged|did not)\b.*"
    rf"|\s*[:=–—]?\s+(?:(?:is|was|at|got|went|scored|had|reached|passed|failed)\s+)?{_COUNT.pattern}.*)$"
)
_MARKED = re.compile(r"^(?:please\s+)?(?:mark|set|record|note|count|put)\s+(?P<name>.+?)\s+(?P<rest>(?:as|to)\s+.*)$")


@dataclass(frozen=True, slots=True)
class Said:
    """One task's verdict in words: whether it passed (None where that is not plain), and how it failed."""

    passed: bool | None
    note: str = ""
    is_unjudged: bool = False
    """Whether nobody could judge it."""
    is_unrun: bool = False
    """Whether it was not run: that is how it stands until somebody tells a result."""


def holds_a_verdict(text: str) -> bool:
    """Whether a word in it may say that something passed or failed: sooner seen than what it says."""
    return bool(_ANY.search(text.casefold())) or "judge" in text.casefold()


def says_plainly(text: str) -> bool:
    """Whether it says "passed" or "failed", which is said of hardly anything but a task."""
    return bool(_PLAIN.search(text.casefold()))


def with_short_names(line: str, known: Sequence[int], names: Sequence[Sequence[str]]) -> tuple[str, list[int]]:
    """The line with a mark also where a clause names a task in short before its result, and all that are named."""
    left, found, parts = list(known), list[int](), _CLAUSE.split(line)
    for at, part in enumerate(parts):
        own = part.count(NAME)
        found += left[:own]
        del left[:own]
        short = None if own else _MARKED.match(part) or _SHORT.match(part)
        if short is None:
            continue
        task = nearly(short["name"], names)
        if task is not None and task not in {*known, *found} and not _NO_RESULT.search(short["name"]):
            parts[at] = f"{NAME} {short['rest'].strip()}"
            found.append(task)
    return "".join(parts), found


def said_of(before: str, after: str) -> Said | None:
    """What is told of the task that is named between these words; None where that is no result."""
    if _NO_RESULT.search(before):
        return None
    if _UNJUDGED.match(after) or _UNRUN.match(after):
        return Said(None, is_unjudged=bool(_UNJUDGED.match(after)), is_unrun=bool(_UNRUN.match(after)))
    if _DID_NOT.match(after):
        return Said(passed=False)
    found = _AFTER.match(after)
    if found is not None:
        passed, rest = (found["passed"] is not None) is (found["no"] is None), after[found.end() :]
    elif (found := _BEFORE.search(before)) is not None:
        passed, rest = found["passed"] is not None, after
    else:
        return None
    others = {(one["passed"] is not None) for one in _PLAIN.finditer(rest)}
    if others - {passed}:
        return Said(None)
    return Said(passed, "" if passed else _note(rest))


def is_shared(between: str) -> bool:
    """Whether two names stand side by side, so that what follows is said of both."""
    return bool(_TWO_OF_ONE.fullmatch(between))


def _note(rest: str) -> str:
    """How it failed, in the words that follow."""
    return re.sub(r"^[\s:;,.–—-]+|[\s,;.]+$", "", _AGAIN.sub("", rest))
