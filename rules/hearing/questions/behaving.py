"""What changes often may be how a feature is to behave, and not what it knows: "the style changes every month"."""

from collections.abc import Sequence

from rules.catalog.asking import small
from rules.hearing.values import Reading
from rules.hearing.words.pieces import stem

_BEHAVING = small("behaving")
_CHANGING = ("changing",)


def of_behavior(own: Sequence[Reading], text: str) -> list[Reading]:
    """The readings without how often facts change, where it is the wanted behavior that does."""
    changes = any(one.fact == "steadiness" and one.values == _CHANGING for one in own)
    if not changes or not _BEHAVING & {stem(word) for word in text.split()}:
        return [*own]
    return [one for one in own if one.fact != "freshness"]
