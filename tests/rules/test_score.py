"""The advice agrees with what was published, better than simple deciders, also on cases whose rows were removed."""

import pytest

from rules.catalog import FRAMEWORK
from rules.catalog.cases import published_cases
from rules.framework import Architecture
from rules.score import (
    always_rag,
    by_need,
    by_rows,
    by_rules,
    by_tree,
    cross_validated,
    report,
    score,
    untaught,
)

CASES = published_cases()


def test_there_are_49_published_cases_each_with_an_address_and_an_outcome():
    assert len(CASES) == len({case.id for case in CASES}) == 49
    assert all(case.source.url.startswith("https://") and case.outcome.best for case in CASES)
    assert all(not set(case.outcome.best) & set(case.outcome.wrong) for case in CASES)


def test_the_rules_agree_with_the_published_cases():
    found = score(CASES, by_rules())

    assert found.best >= 45
    assert found.acceptable >= 48
    assert found.wrong == 0


@pytest.mark.parametrize("folds", [7, len(CASES)])
def test_the_rules_agree_with_cases_that_taught_none_of_them(folds: int):
    found = cross_validated(CASES, folds)

    assert len(found.graded) == len(CASES)
    assert found.best >= 40
    assert found.acceptable >= 45
    assert found.wrong <= 1


def test_the_simple_deciders_stand_where_they_were_measured():
    rag, need = score(CASES, always_rag), score(CASES, by_need)

    assert (rag.best, rag.acceptable, rag.wrong) == (12, 21, 3)
    assert (need.best, need.acceptable, need.wrong) == (29, 38, 3)
    assert score(CASES, by_tree).best < score(CASES, by_rules()).best


def test_the_rows_alone_give_the_same_verdicts_as_the_diagram():
    alone, diagram = by_rows(FRAMEWORK), by_rules()

    assert [alone(case.facts) for case in CASES] == [diagram(case.facts) for case in CASES]


def test_every_row_names_only_cases_that_exist():
    known = {case.id for case in CASES}
    taught = {case for row in (*FRAMEWORK.demand_rows, *FRAMEWORK.prerequisite_rows) for case in row.taught_by}

    assert taught <= known


def test_leaving_out_the_only_teacher_of_a_row_removes_it():
    remaining = untaught(FRAMEWORK, frozenset(("raft-distracting-passages",)))
    ids = {row.id for row in remaining.demand_rows}

    assert "reading-among-distractors" not in ids
    assert "both-halves" in ids
    assert remaining.digest != FRAMEWORK.digest


def test_a_perturbed_case_is_seldom_judged_wrong():
    """One stated fact forgotten (the need excepted, which every team answers first): no case falls apart."""
    wrong = total = 0
    for case in CASES:
        for fact in set(case.facts.known()) - {"need"}:
            total += 1
            found = by_rows(FRAMEWORK)(case.facts.replaced(fact, None))
            wrong += found in case.outcome.wrong

    assert wrong / total < 0.05


def test_the_report_prints_the_table_and_every_miss_with_its_reasons():
    told = report()

    assert "| always retrieval | 12 | 21 | 3 |" in told
    assert "leave-one-out" in told
    for one in score(CASES, by_rules()).misses:
        assert f"- {one.case.id}: {one.verdict}" in told
    assert all(f"| {verdict} |" in told for verdict in Architecture)
