"""What people answered, each alone, laid side by side: where all agree, where they differ, and whether that matters.

Exact: for each answer that somebody gave, what is agreed is decided again with it (`possibilities.standing`), while the
other differences stay open as they are. A difference changes the verdict where two of its answers lead to different
ones; where they do not, the diagram proves whether it still can together with what else is open, or never will. People
who were not asked a question, since their own answers made it needless, have no say in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.catalog import FRAMEWORK
from rules.facts import FACTS, Facts, Value
from rules.framework import Architecture, Framework
from rules.possibilities import completions_of, standing

Alone = Mapping[str, Mapping[str, Value]]
"""What each person answered, by person and fact; None is "not sure"."""


class Bearing(StrEnum):
    """What a difference does to the verdict, the weightiest first."""

    CHANGES = "changes"
    """Two of its answers lead to different verdicts, or one passes the bar and the other does not."""
    MAY = "may"
    """None does by itself; together with other open answers one still can."""
    NEVER = "never"
    """Whichever counts, and whatever else is answered, the verdict is the same."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer that people gave to a question on which they differ, and the verdict if it counts."""

    value: Value
    by: tuple[str, ...]
    verdict: Architecture
    passes: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One question on which people differ."""

    fact: str
    sides: tuple[Side, ...]
    """The answers, "not sure" last."""
    bearing: Bearing

    @property
    def knows(self) -> str | None:
        """Who alone was sure, and so should settle it; None where several were."""
        sure = [person for side in self.sides if side.value is not None for person in side.by]
        return sure[0] if len(sure) == 1 else None


@dataclass(frozen=True, slots=True)
class Compared:
    """Answers side by side."""

    agreed: Mapping[str, Value]
    """What all who were asked answered alike, in the order of the framework."""
    differences: tuple[Difference, ...]
    """The weightiest first, then in the order of the framework."""


def compare(alone: Alone, framework: Framework = FRAMEWORK) -> Compared:
    """What people agree on, and where they differ. It does not depend on the order of their answers."""
    said = {fact: _sides(fact, alone) for fact in FACTS}
    agreed = {fact: next(iter(sides)) for fact, sides in said.items() if len(sides) == 1}
    known = Facts.model_validate({fact: value for fact, value in agreed.items() if value is not None})
    found = [_difference(fact, sides, known, framework) for fact, sides in said.items() if len(sides) > 1]
    return Compared(agreed, tuple(sorted(found, key=lambda one: list(Bearing).index(one.bearing))))


def _sides(fact: str, alone: Alone) -> dict[Value, tuple[str, ...]]:
    """Who gave which answer to this question."""
    sides: dict[Value, tuple[str, ...]] = {}
    for person in sorted(alone):
        if fact in alone[person]:
            value = Facts().replaced(fact, alone[person][fact]).value(fact)
            sides[value] = (*sides.get(value, ()), person)
    return dict(sorted(sides.items(), key=lambda side: (side[0] is None, str(side[0]))))


def _difference(fact: str, sides: Mapping[Value, tuple[str, ...]], known: Facts, framework: Framework) -> Difference:
    told = tuple(Side(value, by, *standing(known.replaced(fact, value), framework)) for value, by in sides.items())
    if len({(side.verdict, side.passes) for side in told}) > 1:
        return Difference(fact, told, Bearing.CHANGES)
    is_open = fact in completions_of(framework, known).move_outcome
    return Difference(fact, told, Bearing.MAY if is_open else Bearing.NEVER)
