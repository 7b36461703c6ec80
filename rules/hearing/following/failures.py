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


_MANY = (
    r"(?:(?:these|those|the|our|my|two|three|four|five|six|several|some|more|new|another|all|\d{1,2}|following|a few"
    r"|a couple of|couple of)\s+)*"
)
_LISTED_NOUN = r"(?:failures|incidents|complaints|(?:wrong|bad|false) answers)"
_LISTS = re.compile(
    r"(?:(?:please|pls|ok|okay|and|so|also|today|yesterday|this (?:week|month)|sadly|can you|could you)[\s,]+)*"
    r"(?:(?:we|i)(?: have|[’']ve)? (?:had|got|saw|have)\s+|there were\s+|here are\s+"
    r"|(?P<log>log|note|record|add|count|report)\s+)?"
    rf"(?:(?:(?:these|those|them|this|it|all)\s+)?as\s+)?(?P<many>{_MANY}){_LISTED_NOUN}"
    r"(?P<when>(?:\s+(?:today|yesterday|now|so far|again|this \w+|last \w+|since \w+|on \w+day))*)"
    r"\s*[:–—-]\s*(?P<list>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LOGS = re.compile(
    r"(?:(?:please|pls|ok|okay|and|so|also|can you|could you)[\s,]+)*"
    r"log(?:\s+(?:these|those|them|all|two|three|four|five|more|the following|another))*\s*:\s*(?P<list>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""With "log" nothing else can be meant, whatever it is called then."""
_ITEMS = re.compile(r"\s*(?:;|\n|(?:^|(?<=[\s,.]))\(?\d{1,2}[.)]\s|(?<=[.!])\s)\s*(?:and\s+)?")
_ITEMS_BY_COMMA = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?=(?:it|the|an?|one|two|we|they|he|she)\b)", re.IGNORECASE)
_AS_A_RULE = re.compile(
    r"(?:it |they )?(?:\w+ly |never |always |often |still )*(?!it\b)\w+[a-rt-z]s\b"
    r"(?!.*\b(?:was|were|got|had|\w{2,}ed|again)\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""What goes wrong again and again: "invents fees"."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Failures told one after the other, behind a word for them: "three failures today: ...; ...; ..."."""

    items: tuple[str, ...]
    """Each as it was typed; at least two, or one that is to be logged."""
    is_counted: bool
    """Whether the line says how many or when, or has them logged: they happened then, and are no list of what goes
    wrong as a rule."""
    is_in_form: bool = False
    """Whether they are told as the messages ask for it, "failures: ...; ...; ...", and each may have happened once."""


def read_listed(text: str) -> Listed | None:
    """The failures of a list; None where the line is none."""
    said = text.strip() if len(text) <= _MOST_LISTED else ""
    logs = _LOGS.fullmatch(said)
    found = logs or _LISTS.fullmatch(said)
    if found is None:
        return None
    words = found.groupdict()
    is_logged = bool(logs or words["log"])
    is_counted = is_logged or bool(words["many"].strip() or words["when"].strip())
    items = _cut(_ITEMS, found["list"])
    if len(items) > 1:
        is_in_form = not all(_AS_A_RULE.fullmatch(item) for item in items)
        return Listed(items, is_counted, is_in_form and any(len(item.split()) >= _OWN_CLAUSE for item in items))
    items = _cut(_ITEMS_BY_COMMA, found["list"]) if logs is None else items
    if len(items) > 1 and all(len(item.split()) >= _OWN_CLAUSE for item in items):
        return Listed(items, is_counted)
    whole = _cut(_ITEMS, found["list"])
    return Listed(whole, is_counted) if is_logged and whole else None


def _cut(between: re.Pattern[str], listed: str) -> tuple[str, ...]:
    """What stands between these, as it was typed."""
    return tuple(item for part in between.split(listed) if (item := part.strip(" ,;-*•·.…")))


def _halves(said: str) -> tuple[str, str] | None:
    at = _JOINT.search(said)
    is_apart = at is not None and len(said[at.end() :].split()) >= _OWN_CLAUSE
    return (said[: at.start()], said[at.end() :]) if at and is_apart else None
