"""Which kind a failure was, told in words: "that was a safety failure", "the parcel one was a tool error too" (F11).

It answers the question under a failure that was typed, or corrects the kind that was read there.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldKind:
    """The kind of a failure, or of several."""

    bucket: str
    which: str = ""
    """What tells the failure from the others, as typed: "parcel"; "" for the last one."""
    is_all: bool = False
    """Whether all that are not sorted are meant: "both were tool errors"."""
    is_bare: bool = False
    """Whether the kind is all that is said; such words may answer another question."""


_NOUN = r"(?:failures?|errors?|problems?|issues?|mistakes?|one|thing|kind|bucket|case|call)"
_NAMES = {
    "retrieval_miss": rf"(?:retrieval|search)(?:[ -]miss(?:es)?)?(?: {_NOUN})?",
    "context_overload": rf"(?:context(?:[ -]overloads?)?|overload|too much context)(?: {_NOUN})?",
    "formatting": rf"(?:wrong |bad )?format(?:ting)?(?: {_NOUN})?",
    "safety": rf"(?:safety|unsafe)(?: {_NOUN})?|(?:data )?leak|(?:needless )?refusal",
    "tool_error": rf"(?:wrong )?(?:tools?|api)(?: calls?)?(?: {_NOUN})?"
    r"|the (?:tool|api)(?: call)? (?:was wrong|failed)",
    "unclassified": r"none(?: of (?:these|them|those))?|unclassified|something else|another kind"
    r"|not known(?: yet)?|(?:we |i )?(?:do not|don[’']?t) know(?: yet)?|nobody knows(?: yet)?",
}
_ANY = re.compile("|".join(_NAMES.values()))
_KIND = "|".join(f"(?P<{bucket}>{names})" for bucket, names in _NAMES.items())
_OPENING = (
    r"(?:(?:ok|okay|well|so|no|nope|nah|yes|yeah|hm+|i think|i guess|i[’']?d say|we think|actually|sorry|but|and)"
    r"[,:;.]?\s+)*"
)
_NOT_THAT = (
    r"(?:(?:it|that|the (?P<other>[\w’' -]{2,60}?) (?:one|failure|incident|case)) )?"
    r"(?:(?:was|is) not|(?:was|is)n[’']?t|not) (?:an? |the )?[\w-]+(?: [\w-]+)?[,;.] (?:but )?"
)
_SUBJECT = (
    r"(?:(?P<all>both|all|all of (?:them|these|those)|they|these|those)"
    r"|(?:the|that) (?!last|latest|first|whole|kind|bucket)(?P<which>[\w’' -]{2,60}?)"
    r" (?:one|failure|incident|case|thing)"
    r"|it|that|this|(?:that|this) one|the (?:last|latest) (?:one|failure|incident)"
    r"|the (?:failure|incident|kind|bucket))"
)
_VERB = (
    r"(?:was|were|is|are|looks like|looked like|counts? as|belongs? (?:to|in)|goes (?:in|under|into)|should be"
    r"|would be|:)"
)
_PUT = (
    r"(?:(?:please |pls )?(?:call|mark|put|sort|file|count|log|make) (?:it|that|this|the (?:last )?(?:one|failure))"
    r"(?: (?:as|in|into|under|to))?|kind(?: was| is)?:?|bucket:?)"
)
_HOW = (
    r"(?:(?:an?|the|another|clearly|probably|also|just|only|more|of|rather|really|maybe|mostly|again|too|both|all) )*"
)
_BEHIND = r"(?: (?:too|also|again|as well|i think|i guess|i[’']?d say|please|pls|really|both|then))*"
_TOLD = re.compile(
    rf"{_OPENING}(?P<not>{_NOT_THAT})?(?:{_HOW}(?P<said>{_SUBJECT} {_VERB} |{_PUT} ))?{_HOW}(?:{_KIND}){_BEHIND}"
    r"(?P<rest>(?:[,;:(–—-]|\.\s| because | since | as the ).*)?",
    re.DOTALL,
)
_LONGEST = 240


def told_kind(text: str) -> ToldKind | None:
    """The kind that a line tells of a failure; None where it tells none, or asks."""
    line = " ".join(text.casefold().split()).rstrip(" .!")
    found = _TOLD.fullmatch(line) if len(line) <= _LONGEST and "?" not in line else None
    if found is None:
        return None
    bucket = next(bucket for bucket in _NAMES if found[bucket])
    which = found["which"] or found["other"] or ""
    return ToldKind(bucket, which.strip(), bool(found["all"]), is_bare=not (found["said"] or found["not"]))


def may_tell_kind(text: str) -> bool:
    """Whether the words may name a kind: sooner seen than whether they do."""
    return len(text) <= _LONGEST and bool(_ANY.search(text.casefold()))


def same_words(which: str, what: str) -> bool:
    """Whether all words that tell a failure from the others stand in what happened."""
    return {*re.findall(r"\w+", which.casefold())} <= {*re.findall(r"\w+", what.casefold())}
