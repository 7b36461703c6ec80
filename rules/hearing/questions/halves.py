"""A text cut where people list things, and the halves that are nothing but a value: "we had Postgres, and weekly"."""

from collections.abc import Sequence
from itertools import pairwise

from rules.hearing.values import Certainty, Reading
from rules.hearing.words.patterns import COURTESIES, LIGHT
from rules.hearing.words.pieces import pieces, stem, stems_of

_JOINING = frozenset({",", "and", "plus", "but", ";"})
_SUPPOSING_WORDS = "what if suppose supposing assume assuming imagine say with use used using add added get got were"
_EMPTY = LIGHT | COURTESIES | stems_of(_SUPPOSING_WORDS)
"""Words around a value that say nothing more."""


def parts(text: str) -> list[str]:
    """The text cut where people list things: what counts one thing says nothing of the next."""
    said = text.split()
    cuts = [-1, *(at for at, piece in enumerate(said) if piece in _JOINING), len(said)]
    listed = [" ".join(said[start + 1 : end]) for start, end in pairwise(cuts) if end - start > 1]
    return listed if len(cuts) > 2 else []


def all_of(part: str, read: Sequence[Reading]) -> list[Reading]:
    """The reading that is all a part says, where it is of one question only; nothing where other words carry more."""
    said = [stem(piece) for piece in pieces(part)]
    carrying = [at for at, word in enumerate(said) if word[0].isalnum() and word not in _EMPTY]
    whole = [one for one in read if carrying and all(one.start <= at < one.end for at in carrying)]
    plain = [one for one in whole if one.certainty >= Certainty.HERE and len(one.values) == 1]
    return plain if len({(one.fact, one.values) for one in plain}) == 1 else []
