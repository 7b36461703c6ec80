"""How amounts and shares are told, and read again as they are typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.catalog.currencies import CURRENCIES, currency_named
from rules.cost import Figures, Given
from rules.cost.inputs import spans
from rules.cost.typed import read_amount, read_rates
from rules.cost.words import (
    INPUT_NAMES,
    exact,
    firsts,
    given_in_words,
    input_name,
    is_too_wide,
    money,
    money_range,
    number,
    range_in_words,
)
from rules.facts import Facts
from tests.rules.costs import COPILOT, OPEN, RAG, cost
from tests.rules.strategies import partial_facts
from tests.tables import each


@each(
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


@each(
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


@each(
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


@each("text", ["free", "", "$5 EUR", "zl 5", "1.2.3", "10 dollars", "about 5", "5" * 41, "$"])
def test_what_is_no_amount_is_none(text):
    assert read_amount(text) is None


@each(
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


@each("text", ["low", "", "1.2.3%", "5 to 1.2.3", "9" * 41])
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


def test_a_range_helps_nobody_from_a_hundredfold_on():
    assert is_too_wide((1, 101))
    assert is_too_wide((0, 1))
    assert not is_too_wide((1, 100))
    assert not is_too_wide((0, 0))
