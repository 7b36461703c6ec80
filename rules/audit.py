"""What is wrong with a rulebook: every fault of its tables and of what they decide together.

`ftrag rules check` prints it, an organization's own rows have to pass it, and the shipped rulebook is tested to be free
of faults. The tables are read row by row (`rules/audit_tables.py`); what the rows do together is asked of the diagram:
a row that can never hold, one whose removal leaves the diagram as it was, a question that no node tests, an
architecture that no way leads to, a property that some answer set breaks.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rules.answer_space import AnswerSpace
from rules.audit_glossary import glossary_faults
from rules.audit_tables import Fault, Kind, Row, rows_of, table_faults, unread_options
from rules.compiler import compiled
from rules.diagram import diagram_of
from rules.facts import FACTS
from rules.framework import DemandRow, Effect, Framework
from rules.judge import ORDER, chosen, judge
from rules.least import SIZE
from rules.nodes import NO
from rules.proofs import covered, proofs
from rules.truth import denied

__all__ = ["Fault", "Kind", "faults", "idle_rows", "notes", "summary"]


def faults(framework: Framework, *, thorough: bool = True) -> tuple[Fault, ...]:
    """Everything that is wrong, the tables' faults first; what the rows decide is looked at once the tables are right.

    Not thorough leaves out the search for idle rows, which compiles the rulebook once a row, and the proofs that
    compare answer sets one step apart (together some seconds).
    """
    found = (*table_faults(framework), *glossary_faults(framework))
    if found:
        return found
    found = (
        *_rows_that_never_bite(framework),
        *_never(framework),
        *_broken(framework, thorough=thorough),
        *denied(framework),
    )
    return (*found, *idle_rows(framework)) if thorough else found


def notes(framework: Framework, on: date | None = None) -> tuple[str, ...]:
    """What is no fault but worth knowing: options that no row tells apart, and dates that have passed on this day."""
    alike = (f"{fact}: nothing tells {' and '.join(values)} apart" for fact, values in unread_options(framework))
    return (*alike, *(_passed(framework, on) if on else ()))


def _passed(framework: Framework, on: date) -> Iterator[str]:
    for gate in framework.prerequisite_rows:
        for stage in gate.passed(on):
            yield f"{gate.id}: {stage.before} has passed; it now says “{gate.claim_on(on)}”. Read its source again."


def summary(framework: Framework) -> str:
    """In one line: how much there is, and over how many answer sets its properties are proven."""
    held = proofs(framework)
    rows = len(framework.demand_rows) + len(framework.delivery_rows) + len(framework.prerequisite_rows)
    proven = f"{sum(proof.holds for proof in held)} of {len(held)} properties proven"
    return f"{rows} rows, {diagram_of(framework).size} nodes; {proven} over all {covered(framework):,} answer sets"


def _rows_that_never_bite(framework: Framework) -> Iterator[Fault]:
    space = AnswerSpace(framework, diagram_of(framework))
    for row in framework.demand_rows:
        if space.holds(row.when) == NO:
            yield Fault(Kind.UNREACHABLE, row.id, "its condition can never hold")
    for gate in framework.prerequisite_rows:
        met, unmet = space.read(gate.needs)
        if unmet == NO:
            yield Fault(Kind.UNREACHABLE, gate.id, "it is always met, so it is never a gate")
        elif met == NO:
            yield Fault(Kind.UNREACHABLE, gate.id, "it can never be met")


def _never(framework: Framework) -> Iterator[Fault]:
    diagram = diagram_of(framework)
    reached = {diagram.root, *(kid for kids in diagram.kids for kid in kids)}
    for place in range(SIZE):
        if place not in reached:
            yield Fault(Kind.NEVER_WINS, ORDER[place], "no set of answers leads to it")
    tested = {diagram.order[level].fact for level in diagram.level if level < len(diagram.order)}
    for fact in FACTS:
        if fact not in tested:
            yield Fault(Kind.NEVER_MATTERS, fact, "no answer to it can change the verdict")


def _broken(framework: Framework, *, thorough: bool) -> Iterator[Fault]:
    for proof in proofs(framework, thorough=thorough):
        if proof.breach:
            told = ", ".join(f"{fact} {_said(value)}" for fact, value in proof.breach.known().items())
            yield Fault(Kind.PROPERTY, proof.name, f"“{proof.says}” does not hold for {told}")


def _said(value: object) -> str:
    return "+".join(value) if isinstance(value, tuple) else str(value)


def idle_rows(framework: Framework) -> Iterator[Fault]:
    """The rows that decide nothing on complete facts, as the others decide the same.

    A row may be there for people alone and say so (`explains`). All of these together must decide nothing, and then
    every other row must decide something.
    """
    explaining = tuple(row for row in framework.demand_rows if row.explains)
    form = _Form(framework)
    if form != _Form(framework, *explaining):
        moving = [row for row in explaining if form != _Form(framework, row)] or explaining
        yield from (Fault(Kind.IDLE, row.id, "it is said to explain alone, but it changes verdicts") for row in moving)
        return
    deciding = replace(framework, demand_rows=tuple(row for row in framework.demand_rows if not row.explains))
    space = AnswerSpace(deciding, diagram_of(framework))
    for row in rows_of(deciding):
        if (
            _can_move(row)
            and not _moves_an_example(row, deciding, space)
            and form == _Form(framework, *explaining, row)
        ):
            told = "say that it explains" if isinstance(row, DemandRow) else "let it come first"
            yield Fault(Kind.IDLE, row.id, f"other rows already decide the same: remove it, or {told}")


def _moves_an_example(row: Row, framework: Framework, space: AnswerSpace) -> bool:
    """Whether some of 500 answer sets on which it counts come out otherwise without it; no proof where none do.

    That settles every shipped row that moves something, in the time in which three of them are proven to.
    """
    where = space.holds(row.when) if isinstance(row, DemandRow) else space.read(row.needs)[1]
    others = replace(
        framework,
        demand_rows=tuple(each for each in framework.demand_rows if each is not row),
        prerequisite_rows=tuple(each for each in framework.prerequisite_rows if each is not row),
    )
    return any(
        chosen(judge(facts, framework), framework) is not chosen(judge(facts, others), others)
        for facts in space.examples(where, 500)
    )


def _can_move(row: Row) -> bool:
    return isinstance(row, DemandRow) or row.to_run or row.effect is Effect.RULES_OUT


class _Form:
    """What a framework decides without some of its rows; two forms are equal just if what is decided is.

    A reduced diagram is canonical for its order (Bryant 1986), and expanding it top down numbers its nodes alike, so
    plain lists are compared.
    """

    __hash__ = None  # type: ignore[assignment]  # a form is compared, never kept in a set

    def __init__(self, framework: Framework, *without: Row) -> None:
        remaining = replace(
            framework,
            demand_rows=tuple(row for row in framework.demand_rows if row not in without),
            prerequisite_rows=tuple(row for row in framework.prerequisite_rows if row not in without),
        )
        root, nodes = compiled(remaining, diagram_of(framework).order)
        self._decided = root, nodes.level, nodes.kids

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Form) and self._decided == other._decided
