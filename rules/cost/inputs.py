"""Which range every input has: a figure that was given, or the assumption that holds for these facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from rules.assumptions import Assumption
from rules.catalog.assumptions import ASSUMPTION_SOURCES, ASSUMPTIONS
from rules.catalog.currencies import CURRENCIES
from rules.cost.values import Assumed, Given, Range
from rules.facts import Facts
from rules.framework import Architecture

RATE = "exchange_rate"
"""What one US dollar is worth in the currency of the figures; 1 where that is the dollar itself."""

IN_DOLLARS = frozenset(
    (
        "cost_of_a_wrong_answer",
        "saved_by_a_right_answer",
        "price_of_a_million_tokens",
        "price_of_a_million_tuned_tokens",
        "hosting_a_month",
        "month_of_an_engineer",
    )
)
"""The inputs whose assumptions are amounts of money."""


@dataclass(frozen=True, slots=True)
class Span:
    """The range of one input, and the assumption behind it; none where somebody gave it."""

    low: float
    high: float
    is_share: bool = False
    """Shares of answers are taken evenly; all else evenly by its ratio, as its ends lie orders of magnitude apart."""
    assumption: Assumption | None = None

    @property
    def is_even(self) -> bool:
        """Whether it is taken evenly by difference, not by ratio."""
        return self.is_share or self.low <= 0

    @property
    def middle(self) -> float:
        """The value in the middle: the mean of the ends, or their geometric mean."""
        return (self.low + self.high) / 2 if self.is_even else exp((log(self.low) + log(self.high)) / 2)


def error_rate(architecture: Architecture) -> str:
    """The name of this architecture's error rate among the inputs."""
    return f"error_rate.{architecture}"


def span_of(row: Assumption) -> Span:
    """The range of an assumption."""
    return Span(row.low, row.high, row.input == "error_rate", row)


def spans(given: Given) -> dict[str, Span]:
    """The range of every input by name, amounts of money in dollars unless they were given.

    An amount that was given stands in the currency of the figures; `given_amounts` names these.
    """
    found = {row.name: span_of(row) for row in _assumed(given.facts)}
    for name in ("requests_a_day", *given_amounts(given)):
        if (figure := getattr(given.figures, name)) is not None:
            found[name] = Span(figure, figure)
    for architecture, (low, high) in given.figures.error_rate.items():
        found[error_rate(architecture)] = Span(low, high, is_share=True)
    currency = CURRENCIES[given.figures.currency]
    found[RATE] = Span(currency.low, currency.high)
    return found


def given_amounts(given: Given) -> tuple[str, ...]:
    """The amounts of money that were given."""
    names = ("cost_of_a_wrong_answer", "saved_by_a_right_answer")
    return tuple(name for name in names if getattr(given.figures, name) is not None)


@lru_cache(maxsize=64)
def _assumed(facts: Facts) -> tuple[Assumption, ...]:
    """The first row of each input whose condition is known to hold."""
    found: dict[str, Assumption] = {}
    for row in ASSUMPTIONS:
        if row.name not in found and row.when.holds(facts) is True:
            found[row.name] = row
    return tuple(found.values())


def told(given: Given) -> tuple[Assumed, ...]:
    """Every range that was assumed, money in the currency of the figures, with the source in words."""
    return tuple(_told(given))


def _told(given: Given) -> Iterator[Assumed]:
    currency = CURRENCIES[given.figures.currency]
    for name, span in spans(given).items():
        if span.assumption is not None:
            is_money = span.assumption.input in IN_DOLLARS
            ends = (span.low * currency.low, span.high * currency.high) if is_money else (span.low, span.high)
            yield Assumed(input=name, range=ends, source=cited(span.assumption))
    if currency.code != "USD":
        ends = (currency.low, currency.high)
        yield Assumed(input=RATE, range=ends, source=f"{currency.code} to the dollar. {_source('fed-rates')}")


def cited(row: Assumption) -> str:
    """An assumption's claim and sources, in words."""
    return f"{row.claim} {'; '.join(_source(source) for source in row.sources)}"


def _source(name: str) -> str:
    source = ASSUMPTION_SOURCES[name]
    return f"{source.title}, {source.url}" if source.url else source.title


def ends(span: Span) -> Range:
    """Both ends of a span."""
    return span.low, span.high
