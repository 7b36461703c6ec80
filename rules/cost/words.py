"""An estimate in three sentences for people, and amounts of money as they are read."""

import re
from math import floor, log10

from rules.catalog.architectures import NAMES, agreeing
from rules.catalog.currencies import CURRENCIES
from rules.cost.inputs import error_rate
from rules.cost.values import Costs, Figures, Order, Pivot, Range
from rules.framework import Architecture

INPUT_NAMES: dict[str, str] = {
    "requests_a_day": "the number of requests a day",
    "cost_of_a_wrong_answer": "the cost of a wrong answer",
    "saved_by_a_right_answer": "what a right answer saves",
    "error_rate": "the share of wrong answers",
    "tokens_a_request": "the tokens of a request",
    "price_of_a_million_tokens": "the price of a million tokens",
    "price_of_a_million_tuned_tokens": "the price of a million tokens of a tuned model",
    "hosting_a_month": "the hosting a month",
    "month_of_an_engineer": "what a month of an engineer costs",
    "engineer_months": "the months of work",
    "exchange_rate": "the exchange rate",
}
"""Every kind of input, as it is called in a sentence."""

_MONEY = frozenset(("cost_of_a_wrong_answer", "saved_by_a_right_answer"))
_DOLLARS = frozenset(
    ("price_of_a_million_tokens", "price_of_a_million_tuned_tokens", "hosting_a_month", "month_of_an_engineer")
)
_TENTHS = re.compile(r"[1-9]\.\d")
_SCALES = ((1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million"))


_TOO_WIDE = 100


def money(amount: float, currency: str) -> str:
    """An amount to two figures that count, as prices are written: "$1,200", "$1.40", "€0.35", "CHF 3.4 million"."""
    sign, said = CURRENCIES[currency].sign, number(amount)
    cents = "0" if _TENTHS.fullmatch(said) else ""
    return f"{sign}{' ' if sign.isalpha() else ''}{said}{cents}"


def number(amount: float) -> str:
    """A number to two figures that count, without a power of ten: "0.35", "8.5", "1,200", "3.4 million"."""
    if amount <= 0:
        return "0"
    digits = 1 - floor(log10(amount))
    rounded = round(amount, digits)
    for size, word in _SCALES:
        if rounded >= size:
            return f"{rounded / size:,.1f}".removesuffix(".0") + word
    return f"{rounded:,.{max(digits, 0)}f}" if rounded < 10 else f"{rounded:,.0f}"


def money_range(ends: Range, currency: str) -> str:
    """A range of money: "$1,200 to $5,600"; one amount where both ends read alike."""
    low, high = (money(end, currency) for end in ends)
    return low if low == high else f"{low} to {high}"


def is_too_wide(ends: Range) -> bool:
    """Whether a range helps nobody any more: its upper end is more than a hundred times its lower one."""
    low, high = ends
    return high > _TOO_WIDE * low


def exact(figure: float | None, currency: str = "") -> str:
    """A figure as it was given, to be changed or repeated: "$1,500.25"; "" for none."""
    if figure is None:
        return ""
    sign = CURRENCIES[currency].sign if currency else ""
    return f"{sign}{' ' if sign.isalpha() else ''}{figure:,.12g}"


def percents(ends: Range) -> str:
    """A range of shares: "10-15%"."""
    low, high = (f"{end * 100:.12g}" for end in ends)
    return f"{low}%" if low == high else f"{low}-{high}%"


def given_in_words(figures: Figures) -> tuple[str, ...]:
    """What was given, one phrase a figure."""
    phrases = {
        "requests_a_day": f"{exact(figures.requests_a_day)} requests a day",
        "cost_of_a_wrong_answer": f"A wrong answer costs {exact(figures.cost_of_a_wrong_answer, figures.currency)}",
        "saved_by_a_right_answer": f"A right answer saves {exact(figures.saved_by_a_right_answer, figures.currency)}",
    }
    rates = figures.error_rate.items()
    return (
        *(phrase for name, phrase in phrases.items() if getattr(figures, name) is not None),
        *(f"{sentence(input_name(error_rate(each)))}: {percents(ends)}" for each, ends in rates),
    )


def sentence(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]


def input_name(name: str) -> str:
    """An input in a sentence: "the share of wrong answers with retrieval (RAG)"."""
    kind, _, architecture = name.partition(".")
    return f"{INPUT_NAMES[kind]} with {NAMES[Architecture(architecture)]}" if architecture else INPUT_NAMES[kind]


def range_in_words(name: str, ends: Range, currency: str) -> str:
    """The range of an input, money in this currency: "12 to 52 of 100", "$1.40 to $7.90", "1.0 to 5.0"."""
    kind = name.partition(".")[0]
    if kind in _MONEY | _DOLLARS:
        return money_range(ends, currency)
    low, high = (number(end * 100 if kind == "error_rate" else end) for end in ends)
    return f"{low if low == high else f'{low} to {high}'}{' of 100' if kind == 'error_rate' else ''}"


def sentences(
    costs: dict[Architecture, Costs], ranking: tuple[Order, ...], pivot: Pivot | None, currency: str
) -> tuple[str, str, str]:
    """What is cheapest and how firmly, when it pays, and what would change it first."""
    if not ranking:
        return (
            "No architecture passes your bar, so none is ranked: cost never overrules what you must have.",
            f"Any one of them would cost {money_range(_span(costs), currency)} a month, wrong answers included.",
            "Change what rules them out first; then they can be ranked.",
        )
    first = _most_often_first(ranking)
    return _firmness(first, ranking, costs[first], currency), _pays(costs[first]), _turn(first, pivot, currency)


def _span(costs: dict[Architecture, Costs]) -> Range:
    return min(each.monthly[0] for each in costs.values()), max(each.monthly[1] for each in costs.values())


def firsts(ranking: tuple[Order, ...]) -> dict[Architecture, float]:
    """How often each architecture is the cheapest, as a share."""
    found: dict[Architecture, float] = {}
    for each in ranking:
        found[each.order[0]] = found.get(each.order[0], 0.0) + each.holds
    return found


def _most_often_first(ranking: tuple[Order, ...]) -> Architecture:
    shares = firsts(ranking)
    return max(shares, key=shares.__getitem__)


def _firmness(first: Architecture, ranking: tuple[Order, ...], costs: Costs, currency: str) -> str:
    monthly = f"it costs {money_range(costs.typical, currency)} a month, wrong answers included."
    if len(ranking[0].order) == 1:
        only = f"Only {NAMES[first]} {agreeing(first, 'passes', 'pass')} your bar"
        return f"{only}; in 8 of 10 cases drawn from your figures and the assumed ones {monthly}"
    of_100 = firsts(ranking)[first] * 100
    often = "all" if of_100 >= 99.5 else f"{of_100:.0f} of 100"
    drawn = f"{often} cases drawn from your figures and the assumed ones"
    return f"Of what passes your bar, {_cheapest(first)} in {drawn}; in 8 of 10 {monthly}"


def _cheapest(architecture: Architecture) -> str:
    return f"{NAMES[architecture]} {agreeing(architecture, 'is', 'are')} cheapest"


def _pays(costs: Costs) -> str:
    if costs.break_even is None:
        return "At middling figures it would not pay for itself even if every answer were right."
    return f"At middling figures it pays for itself once {costs.break_even * 100:.0f} of 100 answers are right."


def _turn(first: Architecture, pivot: Pivot | None, currency: str) -> str:
    if pivot is None:
        return "No figure changes that: nothing else passes."
    where = f"{'above' if pivot.is_above else 'below'} {_value(pivot, currency)}"
    if pivot.cheapest is first:
        return f"It is close: at middling figures it is cheapest only with {input_name(pivot.input)} {where}."
    return f"What would change that first is {input_name(pivot.input)}: {where}, {_cheapest(pivot.cheapest)}."


def _value(pivot: Pivot, currency: str) -> str:
    kind = pivot.input.partition(".")[0]
    if kind == "error_rate":
        return f"{number(pivot.value * 100)} of 100"
    if kind in _MONEY:
        return money(pivot.value, currency)
    return money(pivot.value, "USD") if kind in _DOLLARS else number(pivot.value)
