"""The properties that hold for every set of facts, proven over all of them on the diagram, none sampled.

A property says that some answer sets do not exist: "fine-tuning alone, for facts that change monthly". Where the
verdict is this one and where that condition holds are both diagrams over the same variables; the property stands just
if their "and" is the leaf NO; otherwise any way through it to YES is a set of facts that breaks it (Bryant 1986). So a
proof covers every answer set in milliseconds; it is given for complete facts and for what rows say of partial ones.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rules.answer_space import AnswerSpace
from rules.compiler import LEAVES, SIZE
from rules.conditions import All, AnyOf, Condition, Is, at_least, at_most
from rules.diagram import diagram_of, reading_of
from rules.facts import ALONE, VALUES, Facts
from rules.flip_search import UNORDERED
from rules.framework import Architecture, Degree, Framework, Strength
from rules.judge import ORDER

_PASSING = range(SIZE)
_TUNED = (Architecture.FINE_TUNE, Architecture.HYBRID)


@dataclass(frozen=True)
class Proof:
    """One property: what it says, and a set of facts that breaks it where it does not hold."""

    name: str
    says: str
    breach: Facts | None

    @property
    def holds(self) -> bool:
        """Whether no answer set breaks it."""
        return self.breach is None


def proofs(framework: Framework) -> tuple[Proof, ...]:
    """Every property, proven or refuted over all answer sets, complete and partial."""
    spaces = [AnswerSpace(framework, diagram) for diagram in (diagram_of(framework), reading_of(framework))]
    return tuple(
        Proof(name, says, next((space.example(node) for space in spaces for node in breaches(space) if node), None))
        for name, says, breaches in PROPERTIES
    )


def covered(framework: Framework) -> int:
    """How many answer sets each proof covers, the partial ones among them."""
    return reading_of(framework).answer_sets


def _total(space: AnswerSpace) -> Iterator[int]:
    yield space.nodes.negation(space.where(range(LEAVES)))


def _sound(space: AnswerSpace) -> Iterator[int]:
    for place in _PASSING:
        yield space.both(space.where((place,)), space.ruled_out[place])
        yield space.both(space.where(range(SIZE, LEAVES)), space.passing[place])


def _minimal(space: AnswerSpace) -> Iterator[int]:
    """A smaller one that passes may be passed over only for missing a should that the larger one delivers."""
    for place in _PASSING:
        chosen = space.where((place,))
        excused = space.nodes.negation(space.marked[place])
        for smaller in range(place):
            reason = space.both(space.marked[smaller], excused)
            yield space.both(chosen, space.passing[smaller], space.nodes.negation(reason))


def _monotone(space: AnswerSpace) -> Iterator[int]:
    """A step that raises a demand does not lead from a verdict that delivers it to a passing one that does not."""
    for fact, demand, less, more in sorted(set(_steps_up(space.framework))):
        delivers = {
            row.architecture
            for row in space.framework.delivery_rows
            if row.demand == demand and row.degree is not Degree.NOT
        }
        does = space.where(place for place in _PASSING if ORDER[place] in delivers)
        does_not = space.where(place for place in _PASSING if ORDER[place] not in delivers)
        yield space.both(space.given(does, fact, less), space.given(does_not, fact, more))


def _steps_up(framework: Framework) -> Iterator[tuple[str, str, str, str]]:
    """(fact, demand, value, the value a step further): where the end of an ordered fact is what raises the demand."""
    for row in framework.demand_rows:
        for part in _stated(row.when) if row.strength is Strength.MUST else ():
            values = VALUES[part.fact]
            if part.values == set(values[: len(part.values)]):
                values = values[::-1]
            if part.fact not in {*UNORDERED, *ALONE} and part.values == set(values[-len(part.values) :]):
                yield from (
                    (part.fact, row.demand, less, more) for less, more in pairwise(values) if more in part.values
                )


def _stated(condition: Condition) -> Iterator[Is]:
    match condition:
        case Is():
            yield condition
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _stated(part)


def _fresh(space: AnswerSpace) -> Iterator[int]:
    yield space.both(space.verdict(Architecture.FINE_TUNE), space.holds(at_least("freshness", "monthly")))


def _shown(space: AnswerSpace) -> Iterator[int]:
    yield space.both(space.verdict(Architecture.FINE_TUNE), space.holds(at_least("receipts", "required")))


def _evaluated(space: AnswerSpace) -> Iterator[int]:
    tuned = space.where(ORDER.index(architecture) for architecture in _TUNED)
    yield space.both(tuned, space.holds(at_most("evals", "ad_hoc")))


PROPERTIES: tuple[tuple[str, str, Callable[[AnswerSpace], Iterator[int]]], ...] = (
    ("total", "Every set of answers has a verdict.", _total),
    ("sound", "What passes delivers every must and has no shut gate; where none is named, none does.", _sound),
    ("minimal", "No smaller architecture passes the same bar.", _minimal),
    ("monotone", "More of a demand never yields less of what delivers it.", _monotone),
    ("fresh", "No fine-tuning alone for facts that change monthly or faster.", _fresh),
    ("shown", "No fine-tuning alone where receipts are required.", _shown),
    ("evaluated", "Nothing tuned passes while evaluation is missing or ad hoc.", _evaluated),
)
