"""What evidence comes to for one fact: a value to write down, or values to offer; and what may stand instead of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.facts import VALUES, Value

MOST_OFFERS = 3
PLAIN = 1.9
"""From this weight on a value is said plainly."""
HELD = frozenset({"ops", "evals", "examples", "labels", "hygiene", "per_class", "failure"})
"""Questions about what a team has, or sees, today: what it plans is no answer yet."""
NOTHING = frozenset({"none", "neither", "none_yet"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """What comes of the evidence: `value` where it is plain, else up to three `offers`, the likeliest first."""

    value: Value = None
    offers: tuple[str, ...] = ()
    weight: float = 0.0
    is_torn: bool = False
    """Whether the words say several of the values, or take one back: then no likelihood decides between them."""

    @property
    def is_plain(self) -> bool:
        """Whether there is a value to write down."""
        return self.value is not None

    @property
    def candidates(self) -> tuple[str, ...]:
        """What may be meant: the value, or the offers."""
        if self.value is None:
            return self.offers
        return self.value if isinstance(self.value, tuple) else (self.value,)


def around(fact: str, value: Value) -> Sequence[Value]:
    """A value and what may stand instead of it today: of what is held, that there is none; else the next ones."""
    nothing = [(each,) if isinstance(value, tuple) else each for each in VALUES[fact] if each in NOTHING]
    if fact in HELD and nothing:
        return [value, *nothing]
    at = VALUES[fact].index(str(value))
    return sorted(VALUES[fact], key=lambda each: abs(VALUES[fact].index(each) - at))[:MOST_OFFERS]
