"""The advice agrees with what was published, better than simple deciders, also on cases whose rows were removed."""

from dataclasses import replace

import pytest

from rules.catalog import FRAMEWORK
from rules.catalog.cases import published_cases
from rules.conditions import both, has
from rules.framework import Architecture, DemandRow, Strength
from rules.score import always_rag, by_need, by_rows, by_rules, by_source, by_tree, cross_validated, interval, score
from rules.score_report import KEPT, alike, report, report_on, set_aside
from rules.support import lone_rows, support, untaught

CASES = published_cases()


def test_every_published_case_has_an_address_and_an_outcome():
    assert len(CASES) == len({case.id for case in CASES}) >= 120
    assert all(case.source.url.startswith("http") and case.outcome.best for case in CASES)
    assert all(not set(case.outcome.best) & set(case.outcome.wrong) for case in CASES)


def test_the_rules_agree_with_the_published_cases():
    found = score(CASES, by_rules())

    assert found.best >= 0.85 * len(CASES)
    assert found.acceptable >= 0.95 * len(CASES)
    assert found.wrong <= 0.03 * len(CASES)


def test_they_agree_as_well_where_nobody_says_what_the_team_can_run():
    unsaid = [case.model_copy(update={"facts": case.facts.replaced("ops", None)}) for case in CASES]

    assert score(unsaid, by_rules()).best >= 0.85 * len(CASES)


def test_the_rules_agree_with_cases_that_taught_none_of_them():
    found = cross_validated(CASES)

    assert len(found.graded) == len(CASES)
    assert found.best >= 0.8 * len(CASES)
    assert found.acceptable >= 0.92 * len(CASES)
    assert found.wrong <= 0.05 * len(CASES)


def test_they_do_better_than_simple_deciders():
    ours = score(CASES, by_rules())

    for decider in (always_rag, by_need, by_tree):
        assert score(CASES, decider).best < ours.best


def test_the_rows_alone_give_the_same_verdicts_as_the_diagram():
    alone, diagram = by_rows(FRAMEWORK), by_rules()

    assert [alone(case.facts) for case in CASES] == [diagram(case.facts) for case in CASES]


def test_no_row_was_written_for_one_case():
    assert lone_rows(FRAMEWORK, CASES) == ()


def test_a_row_written_for_one_case_is_found_out():
    one = next(case for case in CASES if case.id == "mallen-popular-entities")
    fitted = DemandRow(
        "fitted", "own_knowledge", Strength.MUST,
        both(has("need", "facts"), has("source", "model"), has("failure", "none_yet")),
        "It was written for one case.", ("mallen-2023",),
    )  # fmt: skip
    framework = replace(FRAMEWORK, demand_rows=(*FRAMEWORK.demand_rows, fitted))

    assert support(framework, CASES)["fitted"] == {one.id}
    assert lone_rows(framework, CASES) == ("fitted",)


def test_a_row_that_a_case_set_aside_bears_out_was_not_written_for_it():
    changed = support(FRAMEWORK, CASES)
    alone = [row for row, ids in changed.items() if len(ids) == 1 and ids <= {case.id for case in set_aside(CASES)}]

    seen = tuple(case.model_copy(update={"was_set_aside": False}) for case in CASES)

    assert alone
    assert set(lone_rows(FRAMEWORK, seen)) == set(alone)


def test_the_cases_that_were_set_aside_are_judged_as_they_were_then():
    found = score(set_aside(CASES), by_rules())

    assert (len(found.graded), found.best, found.acceptable, found.wrong) == (
        KEPT.cases, KEPT.best, KEPT.acceptable, KEPT.wrong,
    )  # fmt: skip


def test_leaving_out_all_that_support_a_row_removes_it():
    changed = support(FRAMEWORK, CASES)
    raft = [case for case in CASES if case.id in changed["reading-fails"]]
    remaining = {row.id for row in untaught(FRAMEWORK, CASES, raft).demand_rows}

    assert raft
    assert "reading-fails" not in remaining
    assert {"both-halves", "must-show-sources"} <= remaining


def test_cases_of_one_source_are_kept_together():
    together = by_source(CASES)

    assert sorted(case.id for group in together for case in group) == sorted(case.id for case in CASES)
    assert all(len({case.source.url for case in group}) == 1 for group in together)
    assert len({group[0].source.url for group in together}) == len(together)


def test_an_interval_holds_the_share_that_was_measured():
    found = score(CASES, by_rules())
    low, high = interval(found, lambda one: one.is_best)

    assert low < found.best / len(CASES) < high
    assert interval(found, lambda one: one.is_best) == (low, high)
    assert interval(found, lambda _: True) == (1.0, 1.0)


def test_a_perturbed_case_is_seldom_judged_wrong():
    """One stated fact forgotten (the need excepted, which every team answers first): no case falls apart."""
    wrong = total = 0
    for case in CASES:
        for fact in set(case.facts.known()) - {"need"}:
            total += 1
            found = by_rows(FRAMEWORK)(case.facts.replaced(fact, None))
            wrong += found in case.outcome.wrong

    assert wrong / total < 0.05


def test_equal_facts_with_different_winners_are_shown_as_such():
    first, second = CASES[0], CASES[1]
    other = next(each for each in Architecture if each not in first.outcome.best)
    twin = second.model_copy(
        update={"facts": first.facts, "outcome": second.outcome.model_copy(update={"best": (other,)})}
    )

    assert alike((first, twin)) == ((first, twin),)
    assert alike((first, second)) == ()
    told = report_on((first, twin))
    assert f"{first.id}: {', '.join(first.outcome.best)}; {twin.id}: {other}" in told
    assert "None here." in report_on((first, second))


def test_the_report_tells_what_was_unseen_first_then_the_table_each_row_and_every_miss():
    told = report()

    assert told.index("nobody who wrote the rows had seen") < told.index("in view when the rows were written")
    assert "| ftrag 0.1.0 | 117 | 81 | 96 | 14 |" in told
    assert "one source left out at a time" in told
    assert all(f"- `{row.id}`: " in told for row in FRAMEWORK.demand_rows)
    for one in score(CASES, by_rules()).misses:
        assert f"- {one.case.id}: {one.verdict}" in told
    assert all(f"| {verdict} |" in told for verdict in Architecture)


@pytest.mark.parametrize("dropped", [(), ("ops",), ("ops", "evals")])
def test_cases_from_elsewhere_are_scored_alike_with_facts_left_out(dropped: tuple[str, ...]):
    told = report_on(CASES, FRAMEWORK, dropped)

    assert f"on {len(CASES)} cases" in told
    assert all(fact in told.splitlines()[0] for fact in dropped)
