"""Whether every claim is true wherever it is shown: no answer set raises a row and denies what its claim states.

What words state is a table (`rules/catalog/stated.py`); where a claim is shown follows from its row: a demand row where
its condition holds, a delivery where any row raises its demand, a gate where its prerequisite is known to be unmet. All
of these are sets of answer sets in the diagram, partial ones included, so this is a proof and no sample.
"""

import re
from collections.abc import Iterator

from rules.answer_space import AnswerSpace
from rules.audit_tables import Fault, Kind
from rules.catalog.stated import STATED, Stated
from rules.diagram import reading_of
from rules.framework import Framework
from rules.nodes import NO


def states(claim: str) -> tuple[Stated, ...]:
    """What these words state about the team."""
    return tuple(row for row in STATED if re.search(row.words, claim.lower()))


def shown(framework: Framework, space: AnswerSpace) -> Iterator[tuple[str, str, int]]:
    """(Row, claim, where it is shown) for every claim of the rulebook."""
    raised: dict[str, list[int]] = {}
    for row in framework.demand_rows:
        where = space.holds(row.when)
        raised.setdefault(row.demand, []).append(where)
        yield row.id, row.claim, where
    for delivery in framework.delivery_rows:
        where = space.nodes.any_of(raised.get(delivery.demand, ()))
        yield f"{delivery.demand} by {delivery.architecture}", delivery.claim, where
    for gate in framework.prerequisite_rows:
        _, where = space.read(gate.needs)
        for claim in (gate.claim, gate.lacking, *(stage.claim for stage in gate.stages)):
            yield gate.id, claim, where


def denied(framework: Framework) -> Iterator[Fault]:
    """Every claim that some answers deny although they bring it up, with such answers."""
    space = AnswerSpace(framework, reading_of(framework))
    for row, claim, where in shown(framework, space):
        for stated in states(claim):
            _, denial = space.read(stated.facts)
            found = space.both(where, denial)
            if found != NO:
                told = ", ".join(f"{fact} {value}" for fact, value in space.example(found).known().items())
                yield Fault(
                    Kind.DENIED, row, f"“{claim}” states that {stated.facts.describe()}, yet is said for {told}"
                )
