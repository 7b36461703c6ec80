"""The audit of the tables, row by row: ids, sources, lengths, words, and that the tables fit together.

Nothing here needs the diagram, and the diagram is compiled only once nothing is wrong here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from rules.catalog.buckets import BUCKETS
from rules.catalog.golden_tasks import GOLDEN_TASKS
from rules.catalog.steps import BUILD_STEPS, EVALUATION_STEPS, WATCH_STEPS
from rules.conditions import All, AnyOf, Condition, Is, Not, Unless
from rules.contradictions import CONTRADICTIONS
from rules.facts import ALONE, FACTS, VALUES
from rules.framework import Architecture, Degree, DemandRow, Framework, PrerequisiteRow

LONGEST_CLAIM = 140
"""Characters of a claim: it is one line of a message on a phone and a half."""

LONGEST_LABEL = 75
"""Characters of an option's label: what Slack takes on a button."""


class Kind(StrEnum):
    """The faults that an audit looks for."""

    DUPLICATE = "duplicate id"
    NO_SOURCE = "missing source"
    TOO_LONG = "too long"
    UNKNOWN_WORD = "unknown word"
    NO_DELIVERY = "missing delivery"
    UNDELIVERED = "demand nobody delivers"
    UNRAISED = "demand nobody raises"
    QUESTION = "question that does not fit its fact"
    UNREAD = "option nobody reads"
    UNREACHABLE = "unreachable row"
    IDLE = "idle row"
    DENIED = "claim that an answer denies"
    DATES = "dates in disorder"
    NEVER_WINS = "architecture that can never win"
    NEVER_MATTERS = "question that never matters"
    PROPERTY = "broken property"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: what kind, where (the id of a row, a fact, an architecture), and in words."""

    kind: Kind
    where: str
    says: str
    through: str = ""
    """The id of the row that brings the fault about, where it is another one."""

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.says}"


Row = DemandRow | PrerequisiteRow
"""A row with a condition, a claim and sources."""


def rows_of(framework: Framework) -> tuple[Row, ...]:
    """All rows that have a condition."""
    return (*framework.demand_rows, *framework.prerequisite_rows)


def table_faults(framework: Framework) -> Iterator[Fault]:
    """Every fault that the tables show by themselves."""
    yield from _duplicates(framework)
    yield from _sources(framework)
    yield from _lengths(framework)
    yield from _words(framework)
    yield from _deliveries(framework)
    yield from _questions(framework)
    yield from _unread(framework)
    yield from _dates(framework)


def _duplicates(framework: Framework) -> Iterator[Fault]:
    tables = {
        "source": [row.id for row in framework.sources],
        "question": [row.fact for row in framework.questions],
        "demand": [row.id for row in framework.demands],
        "row": [row.id for row in rows_of(framework)],
        "delivery": [f"{row.demand} by {row.architecture}" for row in framework.delivery_rows],
    }
    for table, ids in tables.items():
        for name, times in Counter(ids).items():
            if times > 1:
                yield Fault(Kind.DUPLICATE, name, f"{times} {table}s have this id")


def _cited(framework: Framework) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(Id, claim, sources) of every row that makes a claim."""
    for row in rows_of(framework):
        yield row.id, row.claim, row.sources
    for gate in framework.prerequisite_rows:
        yield from ((gate.id, stage.claim, gate.sources) for stage in gate.stages)
    for delivery in framework.delivery_rows:
        yield f"{delivery.demand} by {delivery.architecture}", delivery.claim, delivery.sources


def _sources(framework: Framework) -> Iterator[Fault]:
    known = {source.id for source in framework.sources}
    for row, _, sources in _cited(framework):
        if not sources:
            yield Fault(Kind.NO_SOURCE, row, "it names no source")
        for source in sources:
            if source not in known:
                yield Fault(Kind.NO_SOURCE, row, f"no source is called {source}")


def _lengths(framework: Framework) -> Iterator[Fault]:
    for row, claim, _ in _cited(framework):
        if not claim.strip():
            yield Fault(Kind.TOO_LONG, row, "it makes no claim")
        if len(claim) > LONGEST_CLAIM:
            yield Fault(
                Kind.TOO_LONG, row, f"its claim has {len(claim)} characters; {LONGEST_CLAIM} are read at a glance"
            )
    for question in framework.questions:
        for option in question.options:
            if len(option.label) > LONGEST_LABEL:
                says = f"the label of {option.value} has {len(option.label)} characters; a button takes {LONGEST_LABEL}"
                yield Fault(Kind.TOO_LONG, question.fact, says)


def _words(framework: Framework) -> Iterator[Fault]:
    demands = {demand.id for demand in framework.demands}
    for row in framework.demand_rows:
        yield from _condition_words(row.id, row.when)
        if row.demand not in demands:
            yield Fault(Kind.UNKNOWN_WORD, row.id, f"no demand is called {row.demand}")
    for gate in framework.prerequisite_rows:
        yield from _condition_words(gate.id, gate.needs)
        if not gate.architectures:
            yield Fault(Kind.UNKNOWN_WORD, gate.id, "it names no architecture")
    for delivery in framework.delivery_rows:
        if delivery.demand not in demands:
            yield Fault(Kind.UNKNOWN_WORD, f"{delivery.demand} by {delivery.architecture}", "there is no such demand")


def _condition_words(row: str, condition: Condition) -> Iterator[Fault]:
    for part in read_by(condition):
        if part.fact not in VALUES:
            yield Fault(Kind.UNKNOWN_WORD, row, f"no fact is called {part.fact}")
        for value in sorted(part.values - set(VALUES.get(part.fact, part.values))):
            yield Fault(Kind.UNKNOWN_WORD, row, f"{part.fact} has no value {value}")


def read_by(condition: Condition) -> Iterator[Is]:
    """Every plain test in a condition."""
    match condition:
        case Is():
            yield condition
        case Not(part) | Unless(part):
            yield from read_by(part)
        case _:
            for part in cast("All | AnyOf", condition).parts:
                yield from read_by(part)


def _deliveries(framework: Framework) -> Iterator[Fault]:
    degrees = {(row.demand, row.architecture): row.degree for row in framework.delivery_rows}
    raised = {row.demand for row in framework.demand_rows}
    for demand in framework.demands:
        missing = [architecture for architecture in Architecture if (demand.id, architecture) not in degrees]
        if missing:
            yield Fault(Kind.NO_DELIVERY, demand.id, f"nothing says how far it is delivered by {', '.join(missing)}")
        elif all(degrees[demand.id, architecture] is Degree.NOT for architecture in Architecture):
            yield Fault(Kind.UNDELIVERED, demand.id, "no architecture delivers it")
        if demand.id not in raised:
            yield Fault(Kind.UNRAISED, demand.id, "no row raises it")


def _questions(framework: Framework) -> Iterator[Fault]:
    asked = {question.fact: question for question in framework.questions}
    for fact in FACTS:
        question = asked.get(fact)
        if question is None:
            yield Fault(Kind.QUESTION, fact, "nothing asks for it")
        elif (values := tuple(option.value for option in question.options)) != VALUES[fact]:
            yield Fault(Kind.QUESTION, fact, f"its options are {', '.join(values)}, not {', '.join(VALUES[fact])}")
        elif question.is_list != (fact in ALONE):
            yield Fault(Kind.QUESTION, fact, "it takes several values" if fact in ALONE else "it takes one value")
    for fact in asked.keys() - set(FACTS):
        yield Fault(Kind.QUESTION, fact, "there is no such fact")


def _dates(framework: Framework) -> Iterator[Fault]:
    """A dated row says what is true before each of its days, in their order, and at last from then on."""
    for gate in framework.prerequisite_rows:
        days = [stage.before for stage in gate.stages]
        dated = [day for day in days if day is not None]
        if days and (days[-1] is not None or len(dated) != len(days) - 1 or dated != sorted(set(dated))):
            yield Fault(Kind.DATES, gate.id, "its days do not follow each other, or nothing holds after the last")


def _readings(framework: Framework) -> list[Is]:
    """Every plain test that anything makes of a fact: the rows, and what serves after the verdict."""
    conditions: list[Condition] = [row.when for row in framework.demand_rows]
    conditions += [row.needs for row in framework.prerequisite_rows]
    conditions += [step.when for step in (*EVALUATION_STEPS, *BUILD_STEPS, *WATCH_STEPS)]
    conditions += [task.when for task in GOLDEN_TASKS] + [pair.when for pair in CONTRADICTIONS]
    conditions += [condition for bucket in BUCKETS for condition, _ in bucket.likelier]
    return [part for condition in conditions for part in read_by(condition)]


def _unread(framework: Framework) -> Iterator[Fault]:
    readings = _readings(framework)
    for fact, alone in ALONE.items():
        named = {value for part in readings if part.fact == fact for value in part.values}
        for value in VALUES[fact]:
            if value not in named and value != alone:
                yield Fault(Kind.UNREAD, f"{fact} {value}", "no row and no step of a roadmap reads it")


def unread_options(framework: Framework) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Values of single-choice facts that nothing tells apart: the answer is the same whichever of them is given."""
    readings = _readings(framework)
    for fact in FACTS:
        tests = [part.values for part in readings if part.fact == fact]
        alike: dict[tuple[bool, ...], list[str]] = {}
        for value in VALUES[fact] if fact not in ALONE else ():
            alike.setdefault(tuple(value in values for values in tests), []).append(value)
        yield from ((fact, tuple(values)) for values in alike.values() if len(values) > 1)
