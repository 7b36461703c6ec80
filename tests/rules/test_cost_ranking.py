"""Which architecture is cheapest: how firm that is, what would turn it, and that no must is overruled."""

import random
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FRAMEWORK
from rules.cost import Figures, Given, estimate
from rules.cost.inputs import Span, given_amounts, spans
from rules.cost.ranking import DRAWS, draw_assumptions, drawn, draws, pivot, ranking
from rules.cost.sums import at_values, inputs_of
from rules.cost.words import firsts
from rules.facts import Facts
from rules.framework import Architecture
from rules.judge import ORDER, judge, members
from tests.rules.costs import COPILOT, HYBRID, OPEN, PROMPT, RAG, TOOLS, cost, middle_of
from tests.rules.strategies import partial_facts

NOTHING_PASSES = COPILOT.replaced("latency", "under_300ms")


def test_a_share_is_what_arithmetic_says_it_is():
    rates = {"prompt": (0.9, 0.9), "tools": (0.9, 0.9), "fine_tune": (0.9, 0.9), "rag": (0, 0.2), "hybrid": (0.1, 0.2)}

    found = cost(requests_a_day=10**8, cost_of_a_wrong_answer=10**6, error_rate=rates)

    # Two even draws, one from 0 to 0.2 and one from 0.1 to 0.2: the first is smaller in three cases of four.
    assert firsts(found.ranking)[RAG] == pytest.approx(0.75, abs=0.02)
    assert sum(each.holds for each in found.ranking) == pytest.approx(1)


def test_the_shares_are_those_of_ten_thousand_truly_random_draws():
    given_ = Given(facts=OPEN)
    ranges = spans(given_)
    dice = random.Random(7)  # noqa: S311 - dice, no secret

    def draw(span: Span) -> float:
        share = dice.random()
        if span.is_even or span.low == span.high:
            return span.low + (span.high - span.low) * share
        return span.low * (span.high / span.low) ** share

    wins = dict.fromkeys(ORDER, 0)
    for _ in range(DRAWS):
        at = {name: draw(span) for name, span in ranges.items()}
        wins[min(ORDER, key=lambda each: sum(at_values(each, at, ())))] += 1

    shares = firsts(estimate(given_).ranking)
    assert {each: shares.get(each, 0) for each in ORDER} == pytest.approx(
        {each: count / DRAWS for each, count in wins.items()}, abs=0.02
    )


@settings(max_examples=25, deadline=None)
@given(facts=partial_facts)
def test_what_the_bar_rules_out_is_shown_and_never_ranked(facts: Facts):
    found = cost(facts)

    ruled_out = set(members(judge(facts, FRAMEWORK).ruled_out))
    assert set(found.ruled_out) == ruled_out
    assert all(found.ruled_out.values())
    assert all(set(each.order) == set(ORDER) - ruled_out for each in found.ranking)
    assert set(found.by_architecture) == set(ORDER)
    assert (found.ranking == ()) == (len(ruled_out) == len(ORDER))


@settings(max_examples=40, deadline=None)
@given(facts=partial_facts, requests=st.floats(1, 1e6), wrong=st.floats(0.01, 1e4))
def test_the_pivot_turns_where_it_says_and_to_whom_it_says(facts: Facts, requests: float, wrong: float):
    given_ = Given(facts=facts, figures=Figures(requests_a_day=requests, cost_of_a_wrong_answer=wrong))
    ranges, amounts = spans(given_), given_amounts(given_)
    found = estimate(given_)
    candidates = tuple(each for each in ORDER if each not in found.ruled_out)
    if found.pivotal is None:
        return

    def cheapest(at: dict[str, float]) -> Architecture:
        return min(candidates, key=lambda each: sum(at_values(each, at, amounts)))

    middle, turn = middle_of(given_), found.pivotal
    beyond, short = (1 + 1e-6, 1 - 1e-6) if turn.is_above else (1 - 1e-6, 1 + 1e-6)
    here = {**middle, turn.input: turn.value * short}
    between = min(middle[turn.input], turn.value) <= here[turn.input] <= max(middle[turn.input], turn.value)
    costs = sorted(sum(at_values(each, {**middle, turn.input: turn.value * beyond}, amounts)) for each in candidates)
    if costs[1] - costs[0] > 1e-9 * costs[0]:
        assert cheapest({**middle, turn.input: turn.value * beyond}) is turn.cheapest
    if between:
        assert cheapest(here) is cheapest(middle) or costs[1] == pytest.approx(costs[0], rel=1e-3)
    assert turn.input in ranges


def test_no_input_turns_earlier_within_its_range_than_the_pivot():
    given_ = Given(facts=COPILOT)
    ranges, amounts = spans(given_), given_amounts(given_)
    turn = estimate(given_).pivotal
    assert turn is not None
    middle = middle_of(given_)

    def cheapest(at: dict[str, float]) -> Architecture:
        return min((RAG, HYBRID), key=lambda each: sum(at_values(each, at, amounts)))

    part = way(turn.value, ranges[turn.input])
    assert 0 < part < 1
    for name, span in ranges.items():
        for edge in (span.low, span.high):
            assert cheapest({**middle, name: moved(span, edge, part * 0.99)}) is cheapest(middle), name


def way(value: float, span: Span) -> float:
    """How much of the way from the middle to the end of its range this value is."""
    end = span.high if value > span.middle else span.low
    if span.is_even:
        return (value - span.middle) / (end - span.middle)
    return log(value / span.middle) / log(end / span.middle)


def moved(span: Span, edge: float, part: float) -> float:
    """The value that much of the way from the middle to this edge."""
    return span.middle + (edge - span.middle) * part if span.is_even else span.middle * (edge / span.middle) ** part


def test_with_one_that_passes_there_is_nothing_to_compare():
    found = cost(COPILOT.replaced("ops", ("search",)))

    assert [each.order for each in found.ranking] == [(RAG,)]
    assert found.pivotal is None
    assert found.says[0].startswith(
        "Only retrieval (RAG) passes your bar; in 8 of 10 cases drawn from your figures and the assumed ones it costs $"
    )
    assert found.says[2] == "No figure changes that: nothing else passes."


def test_where_nothing_passes_nothing_is_ranked_and_the_words_say_so():
    found = cost(NOTHING_PASSES)

    assert (found.ranking, found.pivotal) == ((), None)
    assert (
        found.says[0] == "No architecture passes your bar, so none is ranked: cost never overrules what you must have."
    )
    assert set(found.ruled_out) == set(ORDER)


def test_of_two_that_cost_the_same_the_smaller_stands_first():
    fixed = {name: Span(1.0, 1.0) for each in ORDER for name in inputs_of(each)}

    found = ranking((PROMPT, TOOLS), draws(fixed, ()))

    assert [(each.order, each.holds) for each in found] == [((PROMPT, TOOLS), 1.0)]
    turn = pivot((PROMPT, TOOLS), fixed, ())
    assert turn is not None
    assert (turn.value, turn.cheapest) == (1.0, TOOLS)


@given(
    rows=st.lists(st.tuples(*[st.integers(0, 6)] * len(ORDER)), min_size=1, max_size=40),
    candidates=st.sets(st.sampled_from(ORDER)),
)
def test_the_orders_are_those_of_the_sorted_draws_and_of_equals_the_smaller_stands_first(rows, candidates):
    among = tuple(each for each in ORDER if each in candidates)
    costs = {each: list(column) for each, column in zip(ORDER, zip(*rows, strict=True), strict=True)}

    found = {each.order: each.holds for each in ranking(among, costs)}

    if len(among) < 2:
        assert found == ({among: 1.0} if among else {})
        return
    by_hand = [tuple(sorted(among, key=dict(zip(ORDER, row, strict=True)).__getitem__)) for row in rows]
    assert found == {order: by_hand.count(order) / DRAWS for order in by_hand}


@settings(max_examples=25, deadline=None)
@given(facts=partial_facts, requests=st.floats(1, 1e6))
def test_what_is_assumed_is_drawn_once_and_for_all_estimates(facts: Facts, requests: float):
    draw_assumptions()
    before = drawn.cache_info().misses

    cost(facts, requests_a_day=requests, cost_of_a_wrong_answer=3)

    assert drawn.cache_info().misses == before


def test_what_is_far_off_still_counts_where_nothing_within_the_ranges_turns():
    rates = {
        "prompt": (0.01, 0.01),
        "rag": (0.9, 0.9),
        "hybrid": (0.9, 0.9),
        "tools": (0.9, 0.9),
        "fine_tune": (0.9, 1),
    }

    turn = cost(requests_a_day=10**6, cost_of_a_wrong_answer=100, error_rate=rates).pivotal

    assert turn is not None
    assert turn.input == "error_rate.fine_tune" or turn.value > 0


def test_an_error_rate_of_zero_can_still_turn():
    rates = dict.fromkeys(ORDER, (0.0, 0.0))

    found = cost(requests_a_day=1000, error_rate=rates)

    assert found.ranking[0].order[0] is PROMPT
    assert found.pivotal is not None
