"""How good something was found: what share of the data is fine ("99% clean"), how long a machine was seen to take."""

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
_SEEN = stems_of("measured does clocked benchmarked gives manages delivers achieves hits")
_MACHINES = stems_of("cluster gpu box card server tablet phone chip device hardware index model")
_DOING = stems_of("answer answers respond responds run runs take takes reply replies")
_BOUNDING = stems_of(
    "must should need needs within under max maximum at most limit budget wait want wants has have may"
)
"""Beside a time: what tells of one that was seen, and what sets one."""


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


def is_measured(counted: Counted) -> bool:
    """Whether a time is what a machine was seen to take, and no limit: "measured 250 ms"."""
    near, before = {*counted.before, *counted.after}, {*counted.before}
    is_seen = bool(_SEEN & near) or bool(_MACHINES & before and _DOING & before)
    return is_seen and not (counted.amount.bound or _BOUNDING & near)
