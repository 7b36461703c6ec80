"""Whether every claim is true wherever it is shown: no answer set raises a row and denies what its claim states.

What words state is a table (`rules/catalog/stated.py`); where a claim is shown follows from its row: a demand row where
its condition holds, a delivery where any row raises its demand, a gate where its prerequisite is known to be unmet. All
of these are sets of answer sets in the diagram, partial ones included, so this is a proof and no sample.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from rules.answer_space import AnswerSpace
from rules.audit_tables import Fault, Kind
from rules.catalog.stated import STATED, Stated
from rules.conditions import Condition
from rules.diagram import reading_of
from rules.framework import Framework
from rules.nodes import NO

Where = Callable[[AnswerSpace], int]
"""Works out the answer sets, partial ones included, for which a claim is shown."""


def states(claim: str) -> tuple[Stated, ...]:
    """What these words state about the team."""
    return tuple(row for row in STATED if re.search(row.words, claim.lower()))


def shown(framework: Framework) -> Iterator[tuple[str, str, Where]]:
    """(Row, claim, where it is shown) for every claim of the rulebook; where is worked out only when it is asked."""
    raising: dict[str, list[Condition]] = {}
    for row in framework.demand_rows:
        raising.setdefault(row.demand, []).append(row.when)
        yield row.id, row.claim, partial(_where_any, [row.when])
    for delivery in framework.delivery_rows:
        raised_by = raising.get(delivery.demand, [])
        yield f"{delivery.demand} by {delivery.architecture}", delivery.claim, partial(_where_any, raised_by)
    for gate in framework.prerequisite_rows:
        for claim in (gate.claim, gate.lacking, *(stage.claim for stage in gate.stages)):
            yield gate.id, claim, partial(_where_unmet, gate.needs)


def _where_any(conditions: Sequence[Condition], space: AnswerSpace) -> int:
    return space.nodes.any_of([space.holds(condition) for condition in conditions])


def _where_unmet(needs: Condition, space: AnswerSpace) -> int:
    return space.read(needs)[1]


def denied(framework: Framework) -> Iterator[Fault]:
    """Every claim that some answers deny although they bring it up, with such answers."""
    stating = [(row, claim, where, found) for row, claim, where in shown(framework) if (found := states(claim))]
    space = AnswerSpace(framework, reading_of(framework))
    for row, claim, where, made in stating:
        for stated in made:
            breach = space.both(where(space), space.read(stated.facts)[1])
            if breach != NO:
                yield _denial(row, f"“{claim}” states that {stated.facts.describe()}", breach, space)


def _denial(row: str, says: str, breach: int, space: AnswerSpace) -> Fault:
    """The fault of a claim that is denied there; of a delivery it names the row that brings it up."""
    demands = {f"{each.demand} by {each.architecture}": each.demand for each in space.framework.delivery_rows}
    raising = [each for each in space.framework.demand_rows if each.demand == demands.get(row)]
    for each in raising:
        brought_up = space.both(breach, space.holds(each.when))
        if brought_up != NO:
            says = f"{says}, yet {each.id} brings it up for {_told(brought_up, space)}"
            return Fault(Kind.DENIED, row, says, through=each.id)
    return Fault(Kind.DENIED, row, f"{says}, yet is said for {_told(breach, space)}")


def _told(breach: int, space: AnswerSpace) -> str:
    return ", ".join(f"{fact} {value}" for fact, value in space.example(breach).known().items())
