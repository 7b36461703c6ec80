"""What wrong answers cost: the sums, when they pay for themselves, and in which currency."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.cost import Figures, Given, estimate
from rules.cost.inputs import Span, given_amounts
from rules.cost.ranking import DRAWS, draws
from rules.cost.sums import DAYS, at_values, inputs_of
from rules.facts import Facts
from rules.judge import ORDER
from tests.rules.costs import COPILOT, OPEN, RAG, cost, middle_of
from tests.rules.strategies import partial_facts


def test_wrong_answers_cost_requests_times_error_rate_times_what_one_costs():
    found = cost(requests_a_day=1200, cost_of_a_wrong_answer=5, error_rate={"rag": (0.1, 0.2)}).by_architecture[RAG]

    assert found.wrong == pytest.approx((1200 * 365 / 12 * 0.1 * 5, 1200 * 365 / 12 * 0.2 * 5))
    assert found.monthly[0] == pytest.approx(found.wrong[0] + found.running[0] + found.building[0])
    assert found.monthly[1] == pytest.approx(found.wrong[1] + found.running[1] + found.building[1])


def test_running_is_tokens_and_hosting_and_building_is_spread_over_twelve_months():
    found = cost(requests_a_day=1000).by_architecture[RAG]

    assert found.running[0] == pytest.approx(1000 * DAYS * 6_500 * 0.10 / 1e6 + 50)
    assert found.building == pytest.approx((6_650 / 12, 5 * 17_600 / 12))


def test_it_pays_from_the_share_of_right_answers_on_at_which_savings_equal_cost():
    given_ = Given(
        facts=OPEN, figures=Figures(requests_a_day=1000, cost_of_a_wrong_answer=2, saved_by_a_right_answer=6)
    )

    share = estimate(given_).by_architecture[RAG].break_even

    each = at_values(RAG, middle_of(given_), given_amounts(given_))
    answers = 1000 * DAYS
    assert share is not None
    assert answers * share * 6 == pytest.approx(answers * (1 - share) * 2 + each.running + each.building)


def test_where_a_right_answer_saves_nothing_it_never_pays():
    found = cost(requests_a_day=10, cost_of_a_wrong_answer=1, saved_by_a_right_answer=0)

    assert {each.break_even for each in found.by_architecture.values()} == {None}
    assert found.says[1] == ("At middling figures it would not pay for itself even if every answer were right.")


def test_the_same_figures_give_the_same_estimate():
    assert cost(COPILOT, requests_a_day=700) == cost(COPILOT, requests_a_day=700)


@settings(max_examples=25, deadline=None)
@given(facts=partial_facts, low=st.floats(0, 0.5), width=st.floats(0, 0.4), more=st.floats(0, 0.1))
def test_a_worse_error_rate_never_costs_less(facts: Facts, low: float, width: float, more: float):
    better = cost(facts, error_rate={"rag": (low, low + width)}).by_architecture[RAG]
    worse = cost(facts, error_rate={"rag": (low + more, low + width + more)}).by_architecture[RAG]

    assert better.monthly[0] <= worse.monthly[0]
    assert better.monthly[1] <= worse.monthly[1]
    assert better.monthly[0] <= better.typical[0] <= better.typical[1] <= better.monthly[1] * (1 + 1e-9)


@given(value=st.randoms(use_true_random=False), amounts=st.sampled_from([(), ("cost_of_a_wrong_answer",)]))
@settings(max_examples=20, deadline=None)
def test_every_draw_is_the_sum_of_its_parts(value: random.Random, amounts: tuple[str, ...]):
    at = {name: value.uniform(0.01, 1000) for each in ORDER for name in inputs_of(each)}

    found = draws({name: Span(figure, figure) for name, figure in at.items()}, amounts)

    for each in ORDER:
        assert len(found[each]) == DRAWS
        assert {min(found[each]), max(found[each])} == {found[each][0]}
        assert found[each][0] == pytest.approx(sum(at_values(each, at, amounts)))


def test_figures_in_another_currency_are_taken_as_they_are_and_assumptions_are_converted():
    euros = cost(requests_a_day=100, cost_of_a_wrong_answer=10, error_rate={"rag": (0.1, 0.1)}, currency="EUR")
    dollars = cost(requests_a_day=100, cost_of_a_wrong_answer=10, error_rate={"rag": (0.1, 0.1)})

    assert euros.by_architecture[RAG].wrong == dollars.by_architecture[RAG].wrong
    assert euros.by_architecture[RAG].building[0] == pytest.approx(dollars.by_architecture[RAG].building[0] * 0.8453)
    assumed = {each.input: each.range for each in euros.assumed}
    assert assumed["exchange_rate"] == (0.8453, 0.9493)
    assert assumed["saved_by_a_right_answer"] == pytest.approx((1.45 * 0.8453, 7.91 * 0.9493))
    assert assumed["engineer_months.rag"] == (1, 5)
    assert "€" in euros.says[0]
