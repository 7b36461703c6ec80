"""Readings of the same words by several facts -> those that are meant."""

from collections import Counter

from rules.hearing.questions.kinds import LATER
from rules.hearing.values import Certainty, Reading

_COUNTED_AND_JUDGED = ({"examples", "labels"}, {"corpus", "hygiene"})
"""Facts of which one says how many and the other how good, of the same things."""


def apart(read: list[Reading]) -> list[Reading]:
    """Of readings of the same words by several facts, the surest; of equals the longest, then what is often said."""
    kept: list[Reading] = []
    often = Counter(one.fact for one in read if one.certainty is Certainty.OWN)

    def rank(one: Reading) -> tuple[int, int, int]:
        return -one.certainty, one.start - one.end + 2 * (one.fact in LATER), -often[one.fact]

    for one in sorted(read, key=rank):
        if not any(one.start < other.end and other.start < one.end and _vie(one, other) for other in kept):
            kept.append(one)
    if any(one.fact not in LATER for one in kept):
        kept = [one for one in kept if one.fact not in LATER or one.end - one.start > 1]
    return sorted(kept, key=lambda each: each.start)


def _vie(one: Reading, other: Reading) -> bool:
    """Whether two readings that share words cannot both be meant; "8k consistent labels" says how many and how good."""
    spans = sorted(((one.start, one.end), (other.start, other.end)))
    is_beside = spans[0][0] < spans[1][0] and spans[0][1] < spans[1][1]
    return one.fact != other.fact and not (is_beside and {one.fact, other.fact} in _COUNTED_AND_JUDGED)
