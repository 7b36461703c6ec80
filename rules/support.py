"""What each row is good for: which published cases it changes, and so which rows a left-out case takes with it.

A row changes a case where the verdict is another without it: on the case as it is coded, or with any one of its facts
left out, since what one source happens not to say is chance. A row that changes one case alone may have been written
for it; it is a defect unless a statement of the framework (F1 to F14) asks for it, or the case was set aside while the
rows were written. Behind `ftrag score`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rules.audit_tables import rows_of
from rules.catalog.cases import Case
from rules.catalog.sources import STATEMENTS
from rules.facts import Facts
from rules.framework import Framework
from rules.judge import Judgement, chosen, judge


@lru_cache(maxsize=4)
def support(framework: Framework, cases: tuple[Case, ...]) -> dict[str, frozenset[str]]:
    """For each row, by id, the ids of the cases that it changes."""
    variants = [(case.id, facts, judge(facts, framework)) for case in cases for facts in _variants(case)]
    doing = [(case, facts, _at_work(judged), chosen(judged, framework)) for case, facts, judged in variants]
    found: dict[str, frozenset[str]] = {}
    for row in rows_of(framework):
        other = without(framework, {row.id})
        found[row.id] = frozenset(
            case
            for case, facts, at_work, verdict in doing
            if row.id in at_work and chosen(judge(facts, other), other) is not verdict
        )
    return found


def lone_rows(framework: Framework, cases: tuple[Case, ...]) -> tuple[str, ...]:
    """The rows that change one case alone, one that was in view, and that no statement of the framework asks for."""
    changed = support(framework, cases)
    in_view = {case.id for case in cases if not case.was_set_aside}
    return tuple(
        row.id
        for row in rows_of(framework)
        if len(changed[row.id]) == 1 and changed[row.id] <= in_view and not set(row.sources) & set(STATEMENTS)
    )


def without(framework: Framework, rows: set[str]) -> Framework:
    """The rulebook without these rows."""
    return replace(
        framework,
        demand_rows=tuple(row for row in framework.demand_rows if row.id not in rows),
        prerequisite_rows=tuple(row for row in framework.prerequisite_rows if row.id not in rows),
    )


def untaught(framework: Framework, cases: tuple[Case, ...], left_out: Sequence[Case]) -> Framework:
    """The rulebook without the rows that change left-out cases and no other."""
    ids = {case.id for case in left_out}
    return without(framework, {row for row, changed in support(framework, cases).items() if changed and changed <= ids})


def _variants(case: Case) -> Iterator[Facts]:
    yield case.facts
    yield from (case.facts.replaced(fact, None) for fact in case.facts.known())


def _at_work(judged: Judgement) -> frozenset[str]:
    """The rows that do anything there: where a row does nothing, nothing need be judged without it."""
    return frozenset([*(row.id for row in judged.demand_rows), *(row.id for row in judged.unmet)])
