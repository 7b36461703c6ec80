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


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of the line in their order; none where it says nothing."""
    parts = (part.strip().rstrip(";") for part in _SENTENCES.split(text))
    return tuple(Sentence(part, _halves(part)) for part in parts if part)


def _halves(said: str) -> tuple[str, str] | None:
    at = _JOINT.search(said)
    is_apart = at is not None and len(said[at.end() :].split()) >= _OWN_CLAUSE
    return (said[: at.start()], said[at.end() :]) if at and is_apart else None
