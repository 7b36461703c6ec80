"""Whether a line means what it says: "oh sure, our data is SO clean" praises nothing.

What only sounds like praise is asked about. Some words turn whatever stands beside them ("as if", "we wish", "/s");
others, laughter among them, only what a team would boast of: "haha, none" is meant.
"""

import re
from collections.abc import Sequence

from rules.facts import ALONE, VALUES, Value
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.values import each_in
from rules.hearing.words.phrases import phrases

_BOASTS = {
    "hygiene": {"clean"}, "labels": {"consistent"}, "evals": {"golden_set", "continuous"},
    "examples": {"thousands", "tens_of_thousands"}, "per_class": {"over_20"}, "ops": {"search", "training"},
    "failure": {"none_yet"}, "stakes": {"annoyance"}, "freshness": {"static"}, "steadiness": {"stable"},
    "definition": {"written"}, "check": {"computed", "checkable"},
}  # fmt: skip
"""The values that one would be proud of, or at ease with."""
_SIGNED = re.compile(
    r"(?:^|\s)/s(?:arcasm)?\W*$|\((?:not|sarcasm|irony)\)|(?:\.\.\.?|…|,|-)\s*not[.!]*\s*$", re.IGNORECASE
)
"""How a line says at its end that it means the contrary."""
_IN_QUOTES = re.compile(r"\b(?:our|the|that|this|these|those|its|so called)\s+[\"“'‘](\w[\w -]*)[\"”'’]", re.IGNORECASE)
"""A word held at arm's length: our "clean" data."""


def is_ironic(fact: str, value: Value, text: str, stems: Sequence[str]) -> bool:
    """Whether the words around an answer say that it is not meant."""
    if _SIGNED.search(text) or phrases("unmeant").places(stems):
        return True
    is_boast = bool(_BOASTS.get(fact, set()) & {str(each) for each in each_in(value)})
    is_laughing = bool(phrases("mocking").places(stems)) or bool(_IN_QUOTES.search(text))
    return is_boast and is_laughing


def contrary(fact: str, value: Value) -> tuple[Value, ...]:
    """What is said, and what is rather meant: what lies farthest from it, and is nothing to boast of."""
    held = {str(each) for each in each_in(value)}
    at = min(VALUES[fact].index(each) for each in held)
    others = [each for each in VALUES[fact] if each not in held | _BOASTS.get(fact, set())]
    farthest = sorted(others, key=lambda each: -abs(VALUES[fact].index(each) - at))
    return (value, *((each,) if fact in ALONE else each for each in farthest[: MOST_OFFERS - 1]))
