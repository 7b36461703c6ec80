"""Every value that the words of a line give to a fact, with how surely they do."""

from collections.abc import Collection, Sequence

from rules.facts import FACTS, VALUES
from rules.hearing.lexicon import hits
from rules.hearing.pieces import pieces
from rules.hearing.values import Certainty, Reading
from rules.understand.amounts import READERS
from rules.understand.rhythm import freshness

_READERS = {**READERS, "freshness": freshness}


def read_values(text: str, facts: Collection[str] = FACTS) -> tuple[Reading, ...]:
    """Every mention of a value of these facts in any text, in the order of the words; the surest first where equal."""
    return readings(pieces(text), facts)


def readings(found: Sequence[str], facts: Collection[str]) -> tuple[Reading, ...]:
    """Every mention of a value of these facts in the pieces."""
    read = [
        Reading(hit.fact, (hit.value,), Certainty(max(hit.grade, 1)), hit.start, hit.end)
        for hit in hits(found)
        if hit.fact in facts and not hit.is_denied
    ]
    for fact in facts:
        values = _READERS[fact](found) if fact in _READERS else None
        if values:
            ordered = tuple(value for value in VALUES[fact] if value in values)
            read.append(Reading(fact, ordered, Certainty.HERE, 0, len(found)))
    return tuple(sorted(read, key=lambda reading: (reading.start, -reading.certainty)))
