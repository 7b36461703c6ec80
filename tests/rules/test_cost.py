"""What wrong answers cost: the sums, how firm the ranking is, what would change it, and that no must is overruled."""

import random
from itertools import pairwise
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FRAMEWORK
from rules.catalog.assumptions import ASSUMPTION_SOURCES, ASSUMPTIONS
from rules.catalog.cost_sources import COST_SOURCES
from rules.catalog.currencies import CURRENCIES, currency_named
from rules.conditions import ALWAYS
from rules.cost import Estimate, Figures, Given, estimate
from rules.cost.checks import BANDS, LIMITS, band_of, contradicted_band, misfit, misfit_rate
from rules.cost.inputs import Span, given_amounts, spans
from rules.cost.ranking import DRAWS, draw_assumptions, drawn, draws, pivot, ranking
from rules.cost.sums import DAYS, at_values, inputs_of
from rules.cost.typed import read_amount, read_rates
from rules.cost.words import (
    INPUT_NAMES,
    exact,
    firsts,
    given_in_words,
    input_name,
    money,
    money_range,
    number,
    range_in_words,
)
from rules.facts import VALUES, Facts
from rules.framework import Architecture
from rules.judge import ORDER, judge, members
from tests.rules.strategies import partial_facts

PROMPT, TOOLS, RAG, TUNE, HYBRID = Architecture
OPEN = Facts()
COPILOT = Facts.model_validate({"need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large"})
NOTHING_PASSES = COPILOT.replaced("latency", "under_300ms")


def cost(facts: Facts = OPEN, **figures: object) -> Estimate:
    return estimate(Given(facts=facts, figures=Figures.model_validate(figures)))


def middle_of(given_: Given) -> dict[str, float]:
    return {name: span.middle for name, span in spans(given_).items()}


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


def test_the_same_figures_give_the_same_estimate():
    assert cost(COPILOT, requests_a_day=700) == cost(COPILOT, requests_a_day=700)


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


@settings(max_examples=25, deadline=None)
@given(facts=partial_facts, low=st.floats(0, 0.5), width=st.floats(0, 0.4), more=st.floats(0, 0.1))
def test_a_worse_error_rate_never_costs_less(facts: Facts, low: float, width: float, more: float):
    better = cost(facts, error_rate={"rag": (low, low + width)}).by_architecture[RAG]
    worse = cost(facts, error_rate={"rag": (low + more, low + width + more)}).by_architecture[RAG]

    assert better.monthly[0] <= worse.monthly[0]
    assert better.monthly[1] <= worse.monthly[1]
    assert better.monthly[0] <= better.typical[0] <= better.typical[1] <= better.monthly[1] * (1 + 1e-9)


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


@given(value=st.randoms(use_true_random=False), amounts=st.sampled_from([(), ("cost_of_a_wrong_answer",)]))
@settings(max_examples=20, deadline=None)
def test_every_draw_is_the_sum_of_its_parts(value: random.Random, amounts: tuple[str, ...]):
    at = {name: value.uniform(0.01, 1000) for each in ORDER for name in inputs_of(each)}

    found = draws({name: Span(figure, figure) for name, figure in at.items()}, amounts)

    for each in ORDER:
        assert len(found[each]) == DRAWS
        assert {min(found[each]), max(found[each])} == {found[each][0]}
        assert found[each][0] == pytest.approx(sum(at_values(each, at, amounts)))


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


def test_what_was_given_is_not_among_the_assumptions_and_all_else_is():
    names = {each.input for each in cost(requests_a_day=5, error_rate={"rag": (0, 1)}).assumed}

    assert not names & {"requests_a_day", "error_rate.rag", "exchange_rate"}
    assert {"cost_of_a_wrong_answer", "error_rate.prompt", "saved_by_a_right_answer"} <= names
    assert all(": http" in each.source or ", http" in each.source or "band" in each.source for each in cost().assumed)


def test_every_assumption_can_count_ends_where_it_begins_or_above_and_names_its_source():
    for row in ASSUMPTIONS:
        assert 0 <= row.low <= row.high, row.name
        assert set(row.sources) <= ASSUMPTION_SOURCES.keys()
        assert row.sources
        assert row.claim.endswith(".")
    rows: dict[str, list[object]] = {}
    for row in ASSUMPTIONS:
        rows.setdefault(row.name, []).append(row.when)
    for name, conditions in rows.items():
        assert conditions[-1] == ALWAYS, name
        assert len(set(map(repr, conditions))) == len(conditions), name
    assert set(rows) == {name for each in ORDER for name in inputs_of(each)} - {"exchange_rate"} | {
        "saved_by_a_right_answer"
    }
    assert {each.id for each in COST_SOURCES} <= {source for row in ASSUMPTIONS for source in row.sources} | {
        "fed-rates"
    }


@pytest.mark.parametrize(
    ("facts", "name", "ends"),
    [
        ({"volume": "under_1k"}, "requests_a_day", (100, 1_000)),
        ({"volume": "over_1m"}, "requests_a_day", (1_000_000, 10_000_000)),
        ({"stakes": "harm"}, "cost_of_a_wrong_answer", (1_750, 10_000)),
        ({"need": "behaviour", "source": "documents"}, "error_rate.rag", (0.04, 0.21)),
        ({"source": "systems"}, "error_rate.tools", (0.17, 0.46)),
        ({"source": "documents", "corpus": "prompt_sized"}, "error_rate.prompt", (0.12, 0.20)),
        ({"source": "documents", "corpus": "prompt_sized"}, "tokens_a_request.prompt", (3_500, 14_500)),
        ({"source": "both", "corpus": "large"}, "error_rate.prompt", (0.25, 0.52)),
        ({}, "error_rate.prompt", (0.12, 0.52)),
    ],
)
def test_the_first_assumption_counts_whose_condition_is_known_to_hold(facts, name, ends):
    span = spans(Given(facts=Facts.model_validate(facts)))[name]

    assert (span.low, span.high) == ends


def test_the_bands_are_the_answers_on_volume_without_a_hole():
    assert tuple(BANDS) == VALUES["volume"]
    assert all(high == low for (_, high), (low, _) in pairwise(BANDS.values()))


@pytest.mark.parametrize(
    ("requests", "volume", "other"),
    [
        (5_000, "under_1k", "under_100k"),
        (999, "under_100k", "under_1k"),
        (1_000, "under_1k", None),
        (1_000, "under_100k", None),
        (2_000_000, "under_1m", "over_1m"),
        (2_000_000, None, None),
    ],
)
def test_requests_against_the_answered_band_name_the_band_that_fits(requests, volume, other):
    assert contradicted_band(requests, Facts(volume=volume)) == other
    if other:
        assert band_of(requests) == other


@pytest.mark.parametrize(
    ("name", "figure", "nearest"),
    [
        ("cost_of_a_wrong_answer", 0, 0.0001),
        ("cost_of_a_wrong_answer", -3, 0.0001),
        ("cost_of_a_wrong_answer", 10**18, 10**9),
        ("requests_a_day", 0.5, 1),
        ("requests_a_day", 10**18, 10**10),
        ("saved_by_a_right_answer", -1, 0),
    ],
)
def test_a_figure_that_cannot_be_names_the_nearest_that_can(name, figure, nearest):
    found = misfit(name, figure)

    assert found is not None
    assert found.nearest == nearest
    assert misfit(name, found.nearest) is None


def test_figures_within_their_limits_stand():
    assert all(misfit(name, end) is None for name, ends in LIMITS.items() for end in ends)
    assert misfit_rate(0, 1) is None
    assert misfit_rate(0.2, 0.1) == "the lower end comes first"
    assert misfit_rate(0.2, 1.1) == misfit_rate(-0.1, 1) == "an error rate is a share between 0 and 1"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "$0"),
        (0.0312, "$0.031"),
        (0.996, "$1.00"),
        (9.96, "$10"),
        (8.01, "$8.00"),
        (1234, "$1,200"),
        (999_999, "$1 million"),
        (3_449_000, "$3.4 million"),
        (2.5e9, "$2.5 billion"),
        (7.1e13, "$71 trillion"),
    ],
)
def test_money_is_told_to_two_figures_that_count(amount, text):
    assert money(amount, "USD") == text


def test_a_currency_without_a_sign_of_its_own_is_named_by_its_code():
    assert money(1200, "CHF") == "CHF 1,200"
    assert money(1200, "JPY") == "¥1,200"
    assert money_range((1200, 1210), "EUR") == "€1,200"
    assert (currency_named(" eur "), currency_named("€")) == (CURRENCIES["EUR"], CURRENCIES["EUR"])
    assert currency_named("dollars") is None


@settings(max_examples=30, deadline=None)
@given(facts=partial_facts, currency=st.sampled_from(sorted(CURRENCIES)))
def test_it_is_said_in_three_sentences(facts: Facts, currency: str):
    for sentence in cost(facts, currency=currency).says:
        assert sentence.endswith(".")
        assert len(sentence) < 240
        assert "e+" not in sentence


@pytest.mark.parametrize(
    ("name", "ends", "words"),
    [
        ("error_rate.rag", (0.12, 0.52), "12 to 52 of 100"),
        ("error_rate.rag", (0.56, 0.56), "56 of 100"),
        ("hosting_a_month.tools", (0, 0), "€0"),
        ("price_of_a_million_tokens", (0.1, 2), "€0.10 to €2.00"),
        ("tokens_a_request.rag", (6_500, 20_500), "6,500 to 20,000"),
    ],
)
def test_an_assumed_range_is_told_with_what_it_counts(name, ends, words):
    assert range_in_words(name, ends, "EUR") == words


def test_where_the_middle_favors_another_one_it_is_called_close_and_never_said_to_change():
    found = cost(COPILOT)

    assert found.pivotal is not None
    assert found.pivotal.cheapest is max(firsts(found.ranking), key=firsts(found.ranking).__getitem__) is RAG
    assert found.says[2] == (
        "It is close: at middling figures it is cheapest only with the share of wrong answers with retrieval "
        "(RAG) below 16 of 100."
    )


def test_every_input_has_a_name_for_people_and_an_amount_beside_it_where_it_would_turn():
    assert {name.partition(".")[0] for name in spans(Given(facts=OPEN))} == INPUT_NAMES.keys()
    assert input_name("error_rate.rag") == "the share of wrong answers with retrieval (RAG)"
    assert number(1_500) == "1,500"


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("$1,500", 1500, "USD"),
        (" 20 EUR ", 20, "EUR"),
        ("2k", 2000, None),
        ("1.5 million", 1_500_000, None),
        ("€3,50", 3.5, "EUR"),
        ("1 000", 1000, None),
        ("1'250'000.5", 1_250_000.5, None),
        ("CHF 20", 20, "CHF"),
        ("-4", -4, None),
        ("R$ 5", 5, "BRL"),
        ("$5 USD", 5, "USD"),
    ],
)
def test_an_amount_is_read_as_it_is_typed(text, value, code):
    found = read_amount(text)

    assert found is not None
    assert (found.value, found.currency.code if found.currency else None) == (value, code)


@pytest.mark.parametrize("text", ["free", "", "$5 EUR", "zl 5", "1.2.3", "10 dollars", "about 5", "5" * 41, "$"])
def test_what_is_no_amount_is_none(text):
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("10-15%", (0.1, 0.15)),
        ("12 of 100", (0.12, 0.12)),
        ("0.1 to 0.2", (0.1, 0.2)),
        ("10% – 15%", (0.1, 0.15)),
        ("8 percent", (0.08, 0.08)),
        ("1.5", (1.5, 1.5)),
        ("20-10%", (0.2, 0.1)),
    ],
)
def test_shares_are_read_as_they_are_typed(text, ends):
    assert read_rates(text) == pytest.approx(ends)


@pytest.mark.parametrize("text", ["low", "", "1.2.3%", "5 to 1.2.3", "9" * 41])
def test_what_is_no_share_is_none(text):
    assert read_rates(text) is None


@given(figure=st.floats(0.01, 1e9), currency=st.sampled_from(sorted(CURRENCIES)))
def test_a_figure_that_is_shown_again_is_read_as_the_same(figure: float, currency: str):
    found = read_amount(exact(figure, currency))

    assert found is not None
    assert found.value == pytest.approx(figure, rel=1e-9)
    assert found.currency is CURRENCIES[currency]


def test_only_what_was_given_is_told_as_given():
    assert given_in_words(Figures()) == ()
    assert given_in_words(Figures(saved_by_a_right_answer=3, currency="EUR")) == ("A right answer saves €3",)
    assert exact(None) == ""
