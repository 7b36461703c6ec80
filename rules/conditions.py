"""Conditions over facts: values that can be evaluated, printed, linted and compiled, never code.

Every condition is three-valued (Kleene): True (yes), False (no), None (unknown, because a fact it needs is unknown).
One kind is never unknown: `Unless` says what a row presumes until somebody answers.
"""

from dataclasses import dataclass
from typing import Protocol

from rules.facts import ALONE, VALUES, Facts

Ternary = bool | None


class Condition(Protocol):
    """What every condition can do."""

    def holds(self, facts: Facts) -> Ternary:
        """Whether it holds: True, False, or None while an unknown fact could still decide."""
        ...

    def mentions(self) -> frozenset[str]:
        """The names of the facts it reads."""
        ...

    def describe(self) -> str:
        """It in words, for people: "freshness is weekly, daily or live"."""
        ...


@dataclass(frozen=True, slots=True)
class Is:
    """The fact has one of these values; for a list fact: at least one of these is among its values."""

    fact: str
    values: frozenset[str]

    def holds(self, facts: Facts) -> Ternary:
        """See Condition."""
        found = getattr(facts, self.fact)
        if found is None:
            return None
        if self.fact in ALONE:
            return not self.values.isdisjoint(found)
        return found in self.values

    def mentions(self) -> frozenset[str]:
        """See Condition."""
        return frozenset((self.fact,))

    def describe(self) -> str:
        """See Condition."""
        words = [value for value in VALUES[self.fact] if value in self.values]
        listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
        return f"{self.fact} {'has' if self.fact in ALONE else 'is'} {listed}"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> Ternary:
        """See Condition."""
        result: Ternary = True
        for part in self.parts:
            held = part.holds(facts)
            if held is False:
                return False
            if held is None:
                result = None
        return result

    def mentions(self) -> frozenset[str]:
        """See Condition."""
        return frozenset().union(*(part.mentions() for part in self.parts))

    def describe(self) -> str:
        """See Condition."""
        stated = [part for part in self.parts if not isinstance(part, Unless)]
        waived = [part for part in self.parts if isinstance(part, Unless)]
        words = " and ".join(f"({p.describe()})" if isinstance(p, AnyOf) else p.describe() for p in stated)
        return ", ".join(filter(None, (words, *(part.describe() for part in waived)))) or "always"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> Ternary:
        """See Condition."""
        result: Ternary = False
        for part in self.parts:
            held = part.holds(facts)
            if held is True:
                return True
            if held is None:
                result = None
        return result

    def mentions(self) -> frozenset[str]:
        """See Condition."""
        return frozenset().union(*(part.mentions() for part in self.parts))

    def describe(self) -> str:
        """See Condition."""
        return " or ".join(_alternative(part) for part in self.parts) or "never"


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition

    def holds(self, facts: Facts) -> Ternary:
        """See Condition."""
        held = self.part.holds(facts)
        return None if held is None else not held

    def mentions(self) -> frozenset[str]:
        """See Condition."""
        return self.part.mentions()

    def describe(self) -> str:
        """See Condition."""
        if isinstance(self.part, Unless):
            return f"surely {self.part.part.describe()}"
        if isinstance(self.part, Is):
            fact = self.part.fact
            return self.part.describe().replace(f"{fact} has", f"{fact} lacks").replace(f"{fact} is", f"{fact} is not")
        return f"not ({self.part.describe()})"


@dataclass(frozen=True, slots=True)
class Unless:
    """The part is not known to hold: True while it is still unknown.

    With it a row says what is presumed until somebody answers: "your own documents, unless they fit one prompt" counts
    while the size is unknown. Once every fact it mentions is known it is the same as `Not`.
    """

    part: Condition

    def holds(self, facts: Facts) -> Ternary:
        """See Condition."""
        return self.part.holds(facts) is not True

    def mentions(self) -> frozenset[str]:
        """See Condition."""
        return self.part.mentions()

    def describe(self) -> str:
        """See Condition."""
        return f"unless {self.part.describe()}"


def _alternative(part: Condition) -> str:
    """How a part reads between two "or"."""
    match part:
        case All():
            return f"({part.describe()})"
        case Unless(waived):
            return f"not known that {waived.describe()}"
        case _:
            return part.describe()


ALWAYS = All(())
"""Holds for every set of facts."""


def has(fact: str, *values: str) -> Is:
    """The fact is one of these values. Raises ValueError for a name or value outside the vocabulary."""
    unknown = set(values) - set(VALUES.get(fact, ()))
    if unknown or not values:
        raise ValueError(f"{fact} has no value {', '.join(sorted(unknown)) or '(none given)'}")
    return Is(fact, frozenset(values))


def at_least(fact: str, value: str) -> Is:
    """The fact is this value or a later one in its order."""
    return has(fact, *VALUES[fact][VALUES[fact].index(value) :])


def at_most(fact: str, value: str) -> Is:
    """The fact is this value or an earlier one in its order."""
    return has(fact, *VALUES[fact][: VALUES[fact].index(value) + 1])


def both(*parts: Condition) -> All:
    """Every part holds."""
    return All(parts)


def either(*parts: Condition) -> AnyOf:
    """At least one part holds."""
    return AnyOf(parts)


def unless(*parts: Condition) -> Unless:
    """Not known that all parts hold."""
    return Unless(parts[0] if len(parts) == 1 else All(parts))


def surely(part: Condition) -> Not:
    """The part is known to hold: False while it is still unknown, so that what is waived by it stands until then."""
    return Not(Unless(part))


def settled(condition: Condition) -> Condition:
    """The same condition as it stands once every fact is known: each `Unless` is a plain `Not`."""
    match condition:
        case All(parts):
            return All(tuple(settled(part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(settled(part) for part in parts))
        case Not(part) | Unless(part):
            return Not(settled(part))
        case _:
            return condition


def grounds(condition: Condition, facts: Facts) -> frozenset[str]:
    """The facts on which a condition that holds rests, by name; what merely does not stand against it is left out."""
    match condition:
        case All(parts):
            return frozenset().union(*(grounds(part, facts) for part in parts))
        case AnyOf(parts):
            return frozenset().union(*(grounds(part, facts) for part in parts if part.holds(facts)))
        case Unless():
            return frozenset()
        case _:
            return condition.mentions()
