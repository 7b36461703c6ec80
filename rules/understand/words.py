"""Typed words made comparable: one spelling, plain tokens, and which of them stand under a "not".

First step of `understand`: everything after it works on tokens, never on the raw text.
"""

import html
import re
import unicodedata
from collections.abc import Sequence

LONGEST = 600
"""Characters that are read: an answer stands in its first sentences, and reading stays fast whatever is pasted."""

_SLACK_TOKEN = re.compile(r"<[@#!][^>]*>|https?://\S+")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[<>~≈≤≥/%+?;:,.^-]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": " , ", "_": " "})
_CONTRACTIONS = (
    (re.compile(r"\bcan'?t\b|\bcannot\b"), "can not"),
    (re.compile(r"\bwon'?t\b"), "will not"),
    (re.compile(r"\bdon'?t\b|\bdunno\b"), "do not"),
    (re.compile(r"\b(is|are|was|were|does|did|has|have|had|should|would|could|must|need)n'?t\b"), r"\1 not"),
    (re.compile(r"'(?:s|re|ve|ll|d|m)\b"), ""),
)

_FILLERS = """
a about an and answer answers approximately are around as at basically be can currently for get guess has have i if in
is it its just kind kinda like likely maybe me mostly my now of ok okay on only our out perhaps please pretty probably
really roughly say should so some sort that the their them there they think this to today um us usually want well were
will with would yet you your yes yeah
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that carry no answer by themselves; dropped where a whole answer is compared with a whole phrase."""

NEGATIONS = frozenset({"not", "no", "never", "without", "neither", "nor", "non", "lack", "lacking", "zero"})
_BREAKS = frozenset({"but", "however", "though", "although", "instead", "rather", ",", ";", ".", ":", "just", "only"})
_REACH = 4
"""How many tokens a negation reaches ahead: "not strictly the regulated kind"."""


def tokens(text: str) -> tuple[str, ...]:
    """The text as lower-case tokens, without mentions and links; numbers stay whole, marks that break stay in."""
    plain = unicodedata.normalize("NFKC", html.unescape(text[: LONGEST * 4])).casefold().translate(_APOSTROPHES)
    plain = _SLACK_TOKEN.sub(" ", plain)[:LONGEST]
    for pattern, replacement in _CONTRACTIONS:
        plain = pattern.sub(replacement, plain)
    return tuple(_TOKEN.findall(plain))


def stem(word: str) -> str:
    """The word without the plural or verb ending that people vary: "documents" and "document" are one."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def words(found: Sequence[str]) -> tuple[str, ...]:
    """The tokens that are words or numbers, stemmed."""
    return tuple(stem(token) for token in found if token[0].isalnum())


def content(found: Sequence[str]) -> tuple[str, ...]:
    """The words that carry an answer; all of them where nothing but fillers was said."""
    kept = tuple(word for word in words(found) if word not in FILLERS)
    return kept or words(found)


def negated(found: Sequence[str]) -> frozenset[int]:
    """The positions under a negation: after "not", "no", "without" up to the next break; both sides of "nor"."""
    under: set[int] = set()
    for at, token in enumerate(found):
        if token in NEGATIONS:
            under |= _reached(found, range(at + 1, min(at + 1 + _REACH, len(found))))
        if token == "nor":  # noqa: S105 - a word, not a secret
            under |= _reached(found, range(at - 1, max(-1, at - 1 - _REACH), -1))
    return frozenset(under)


def _reached(found: Sequence[str], positions: range) -> set[int]:
    """The positions up to the first that breaks off."""
    reached: set[int] = set()
    for position in positions:
        if found[position] in _BREAKS:
            break
        reached.add(position)
    return reached
