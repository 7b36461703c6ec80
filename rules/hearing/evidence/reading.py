"""Every value that the words of a line give to a fact, with how surely they do."""

from collections.abc import Collection, Sequence

from rules.facts import FACTS
from rules.hearing.evidence.evidence import evidence
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.pieces import pieces


def read_values(text: str, facts: Collection[str] = FACTS) -> tuple[Reading, ...]:
    """Every mention of a value of these facts in any text, in the order of the words; the surest first where equal."""
    return readings(pieces(text), facts)


def readings(found: Sequence[str], facts: Collection[str]) -> tuple[Reading, ...]:
    """Every mention of a value of these facts in the pieces."""
    read = [
        Reading(
            mark.fact,
            mark.values,
            Certainty(max(mark.grade, 1)),
            mark.start,
            mark.end,
        )
        for weighed in evidence(found, facts, None).values()
        for mark in weighed.marks
        if not mark.is_denied
    ]
    return tuple(sorted(read, key=lambda reading: (reading.start, -reading.certainty)))
