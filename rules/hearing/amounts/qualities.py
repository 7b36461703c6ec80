"""How much of the data is fine, in percent -> its state: "99% clean", "10 percent duplicates"."""

from rules.hearing.amounts.scales import PERCENT, Counted
from rules.hearing.values import Certainty
from rules.hearing.words.pieces import stems_of

_FINE_WORDS = "clean current good fine ok okay usable tidy right correct accurate valid structured fresh curated up"
_FINE = stems_of(_FINE_WORDS)
_FAULTY_WORDS = """
outdated old stale wrong duplicate duplicates duplicated dirty messy mess junk garbage rubbish broken obsolete bad
unusable scanned contradictory unreadable noise crap trash incorrect invalid legacy
"""
_FAULTY = stems_of(_FAULTY_WORDS)
_BETWEEN = frozenset({"of", "it", "is", "are", "the", "all", "our", "them", "data", "not"})
QUALITIES = PERCENT | _FINE | _FAULTY | _BETWEEN
_REACH = 6
_BANDS = (
    (0.1, {"poor"}), (0.25, {"poor", "mixed"}), (0.9, {"mixed"}), (0.97, {"mixed", "clean"}), (float("inf"), {"clean"}),
)  # fmt: skip
"""The share of the data that is fine, up to which it is in each state."""


def hygiene(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    """The state of the data by the share that is fine, or faulty."""
    behind = counted.after[1:_REACH]
    if counted.open_fact != "hygiene" or not PERCENT & {*counted.after[:1]}:
        return None
    told = next((word for word in behind if word in _FINE | _FAULTY), "")
    if not told:
        return None
    is_fine = (told in _FINE) != ("not" in behind[: behind.index(told)])
    share = (counted.amount.low + counted.amount.high) / 200
    fine = share if is_fine else 1 - share
    return "hygiene", next(set(values) for end, values in _BANDS if fine < end), Certainty.HERE
