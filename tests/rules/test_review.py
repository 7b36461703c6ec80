"""A review holds the smallest architecture that passes until evidence speaks, and says what speaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import Facts, decide
from rules.catalog import FRAMEWORK
from rules.catalog.buckets import BUCKETS
from rules.facts import VALUES
from rules.framework import Architecture
from rules.review import Advice, BarState, Conclusion, Direction, MonthResult, clamped, conclude, read_count
from rules.review.advice import HELPED_BY, dominating_bucket
from tests.rules.reviewed import DOCUMENTS, HYBRID, PROMPT, RAG, STATIC, TUNABLE, month
from tests.tables import each


def missed(at: str) -> MonthResult:
    return MonthResult(month=at, architecture=RAG, was_missed=True)


def test_the_facts_used_here_decide_as_their_names_say():
    assert decide(DOCUMENTS).verdict is RAG
    assert decide(STATIC).verdict is PROMPT


def test_a_met_bar_holds():
    found = conclude(month(passed=20), facts=DOCUMENTS)

    assert (found.advice, found.architecture, found.bar_state) == (Advice.HOLD, RAG, BarState.MET)
    assert found.because == "As many golden tasks passed as the bar asks for."


def test_five_of_five_hold_and_are_called_too_few_to_tell():
    found = conclude(month(passed=5), facts=DOCUMENTS)

    assert (found.advice, found.bar_state, found.tasks_needed) == (Advice.HOLD, BarState.TOO_FEW, 16)
    assert "between 57 and 100 of 100" in found.results


def test_the_first_month_below_the_bar_fixes_the_bucket_that_dominates():
    found = conclude(month(passed=3, failed=2, retrieval_miss=9, formatting=5), facts=DOCUMENTS)

    assert (found.advice, found.architecture) == (Advice.FIX_FIRST, RAG)
    assert found.because == (
        "9 of 14 failures belong to one bucket: retrieval miss. Mend what broke before you change the architecture."
    )
    assert found.dominating is not None
    assert (found.dominating.bucket, found.dominating.count, found.dominating.total) == ("retrieval_miss", 9, 14)
    assert len(found.dominating.remedies) == 3


def test_failures_of_no_bucket_are_said_to_belong_to_none():
    found = conclude(month(passed=3, failed=2, unclassified=9, formatting=5), facts=DOCUMENTS)

    assert found.because.startswith("9 of 14 failures belong to no bucket.")


def test_failures_that_point_in_several_directions_are_said_not_to_point_one_way():
    found = conclude(month(passed=0, failed=5, retrieval_miss=3, formatting=3), facts=DOCUMENTS)

    assert found.advice is Advice.FIX_FIRST
    assert found.dominating is None
    assert "do not point one way" in found.because


def test_where_no_failure_was_logged_none_is_said_to_point_anywhere():
    found = conclude(month(passed=0, failed=5), facts=DOCUMENTS)

    assert found.advice is Advice.FIX_FIRST
    assert "no failure was logged: log how each of them failed" in found.because


def test_a_bar_that_stays_missed_climbs_to_what_the_failures_ask_for():
    below = month(passed=1, failed=4, at="2026-10", formatting=8)
    found = conclude(month(passed=1, failed=4, formatting=9), [below], facts=TUNABLE)

    assert (found.advice, found.architecture, found.before) == (Advice.CLIMB, HYBRID, RAG)
    assert found.because.startswith("2 reviews in a row were below the bar.")
    assert "Steady behavior" in found.delivers


def test_no_climb_before_a_gate_that_is_shut():
    below = month(passed=1, failed=4, at="2026-10", formatting=8)
    found = conclude(month(passed=1, failed=4, formatting=9), [below], facts=DOCUMENTS)

    assert (found.advice, found.architecture) == (Advice.FIX_FIRST, RAG)
    assert "A hybrid would help, but not yet:" in found.because


def test_no_climb_where_nothing_larger_helps_with_these_failures():
    below = month(passed=0, failed=5, at="2026-10", context_overload=8, architecture=HYBRID)
    found = conclude(month(passed=0, failed=5, context_overload=9, architecture=HYBRID), [below], facts=TUNABLE)

    assert found.architecture is HYBRID
    assert "No larger architecture would help" in found.because


def test_two_months_that_prove_nothing_do_not_climb_yet_but_three_do():
    below = [month(passed=3, failed=2, at=f"2026-{n:02}", formatting=8) for n in (9, 10)]
    now = month(passed=3, failed=2, formatting=8)

    assert conclude(now, below[1:], facts=TUNABLE).advice is Advice.FIX_FIRST
    assert conclude(now, below, facts=TUNABLE).advice is Advice.CLIMB


def test_months_that_were_missed_neither_break_nor_lengthen_the_row():
    below = month(passed=0, failed=5, at="2026-08", formatting=8)
    history = [below, missed("2026-09"), missed("2026-10")]
    found = conclude(month(passed=0, failed=5, formatting=8), history, facts=TUNABLE)

    assert found.because.startswith("2 reviews in a row")
    assert found.trend.missed == ("2026-09", "2026-10")


def test_results_of_another_architecture_do_not_count_against_this_one():
    before = [month(passed=0, failed=5, at="2026-10", formatting=8, architecture=PROMPT)]

    assert conclude(month(passed=0, failed=5, formatting=8), before, facts=TUNABLE).advice is Advice.FIX_FIRST


def test_facts_that_ask_for_more_climb_at_once_and_say_what_is_gained():
    found = conclude(month(passed=5, architecture=PROMPT), facts=DOCUMENTS, facts_before=STATIC)

    assert (found.advice, found.architecture, found.decided) == (Advice.CLIMB, RAG, RAG)
    assert found.changed == ("freshness", "corpus", "receipts", "failure")
    assert "Fresh facts" in found.delivers


def test_facts_that_ask_for_less_step_down():
    found = conclude(month(passed=5), facts=STATIC, facts_before=DOCUMENTS)

    assert (found.advice, found.architecture) == (Advice.STEP_DOWN, PROMPT)
    assert (
        found.because
        == "The facts have changed: prompting, which is smaller, would now pass. Try it on the golden tasks first."
    )


def test_nothing_steps_down_while_the_tasks_are_below_the_bar():
    found = conclude(month(passed=1, failed=4, retrieval_miss=5), facts=STATIC, facts_before=DOCUMENTS)

    assert (found.advice, found.architecture) == (Advice.FIX_FIRST, RAG)
    assert "would do; step down once the bar is reached." in found.because


def test_a_climb_is_not_taken_back_by_the_next_good_month_but_by_three():
    good = [month(passed=5, at=f"2026-{n:02}", architecture=HYBRID) for n in (9, 10)]
    now = month(passed=5, architecture=HYBRID)

    assert conclude(now, good[:1], facts=DOCUMENTS).advice is Advice.HOLD
    assert conclude(now, good, facts=DOCUMENTS).advice is Advice.STEP_DOWN
    assert conclude(now, good, facts=DOCUMENTS).architecture is RAG


def test_without_a_run_nothing_changes_and_it_says_to_run_the_tasks():
    found = conclude(month().model_copy(update={"not_run": 3}), facts=DOCUMENTS)

    assert (found.advice, found.bar_state) == (Advice.HOLD, BarState.NOT_RUN)
    assert "Run them" in found.because
    assert found.results.startswith("No golden task was run")


@each("failures", [{}, {"tool_error": 7}])
def test_where_there_are_no_tasks_nobody_is_told_to_run_them(failures: dict[str, int]):
    found = conclude(month(**failures), facts=DOCUMENTS)

    assert "Add " in found.because
    assert "un them" not in found.because
    assert "Run the" not in found.because
    assert found.results.startswith("There are no golden tasks yet")


def test_without_a_run_a_dominating_bucket_is_fixed_all_the_same():
    assert conclude(month(tool_error=7), facts=DOCUMENTS).advice is Advice.FIX_FIRST


FEWER = "as many tasks as these cannot show a difference. 2 failures were logged, 9 before."


@pytest.mark.parametrize(
    ("before", "now", "direction", "words"),
    [
        (month(3, 2, retrieval_miss=9), month(4, 1, retrieval_miss=2), Direction.BETTER, FEWER),
        (month(4, 1), month(3, 2, safety=1), Direction.WORSE, "One failure was logged, none before."),
        (month(3, 2), month(3, 2), Direction.STEADY, "3 of 5 golden tasks passed, 3 of 5 before"),
        (month(2, 38), month(39, 1), Direction.BETTER, "a real change"),
        (month(safety=3), month(3, 2, safety=1), Direction.BETTER, "cannot be compared"),
    ],
)  # fmt: skip
def test_the_trend_claims_no_more_than_the_tasks_can_show(
    before: MonthResult, now: MonthResult, direction: Direction, words: str
):
    found = conclude(now, [before], facts=DOCUMENTS).trend

    assert found.direction is direction
    assert words in found.words


def test_the_first_review_has_no_trend():
    assert conclude(month(5), facts=DOCUMENTS).trend.direction is Direction.FIRST


@pytest.mark.parametrize(
    ("said", "count"), [("4", 4), (" 1,200 ", 1_200), ("0", 0), ("-0", 0), ("+3", 3), ("100000", 100_000)]
)
def test_a_count_is_read(said: str, count: int):
    assert read_count(said) == count


NO_NUMBERS = dict.fromkeys(("9" * 400, "many", "", "1.5", "٣", "--1", "1e9"), "whole number")


@each(("said", "words"), [("-1", "below zero"), ("−7", "below zero"), ("1000000000000", "slip"), *NO_NUMBERS.items()])
def test_a_count_that_cannot_be_is_refused_in_a_sentence(said: str, words: str):
    with pytest.raises(ValueError, match=words):
        read_count(said)


def test_stored_counts_that_cannot_be_are_held_inside_what_can():
    found = clamped(month(passed=-1, failed=10**12, retrieval_miss=-5, safety=10**12, unheard_of=3))

    assert (found.passed, found.failed) == (0, 1_000)
    assert found.failures == {"safety": 100_000}


def test_every_bucket_says_what_a_climb_must_bring_and_every_demand_named_is_one():
    assert set(HELPED_BY) == {row.id for row in BUCKETS}
    assert {demand for demands in HELPED_BY.values() for demand in demands} <= {
        demand.id for demand in FRAMEWORK.demands
    }


def test_few_failures_dominate_nothing():
    assert dominating_bucket({"safety": 2}) is None
    assert dominating_bucket({"safety": 4, "formatting": 4}) is None
    assert dominating_bucket({"safety": 3, "formatting": 2, "tool_error": 2, "retrieval_miss": 2}) is None
    assert dominating_bucket({}) is None


FACTS = st.builds(
    lambda picked: Facts.model_validate({fact: value for fact, value in picked.items() if value}),
    st.fixed_dictionaries({f: st.sampled_from((None, *v)) for f, v in VALUES.items() if f not in {"failure", "ops"}}),
)
RESULTS = st.builds(
    MonthResult,
    month=st.just("2026-11"),
    passed=st.integers(-5, 30),
    failed=st.integers(-5, 30),
    failures=st.dictionaries(st.sampled_from([row.id for row in BUCKETS]), st.integers(-5, 40)),
    architecture=st.sampled_from(Architecture),
    was_missed=st.booleans(),
)


@given(RESULTS, st.lists(RESULTS, max_size=6), FACTS, FACTS)
def test_a_conclusion_is_total_and_fits_its_advice(
    now: MonthResult, history: list[MonthResult], facts: Facts, before: Facts
):
    found = conclude(now, history, facts=facts, facts_before=before)
    order = tuple(Architecture).index

    assert found == Conclusion.model_validate_json(found.model_dump_json())
    assert found.because
    assert found.because.endswith(".")
    match found.advice:
        case Advice.CLIMB:
            assert order(found.architecture) > order(found.before)
        case Advice.STEP_DOWN:
            assert order(found.architecture) < order(found.before)
        case _:
            assert found.architecture is found.before
