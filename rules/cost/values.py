"""The cost of wrong answers as values: what a team gave, and what comes of it."""

from pydantic import BaseModel, ConfigDict

from rules.facts import Facts
from rules.framework import Architecture

Range = tuple[float, float]
"""From the least to the most, both ends included."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Figures(_Frozen):
    """What the team knows of its own cost, amounts in its currency; None where an assumption stands in."""

    requests_a_day: float | None = None
    cost_of_a_wrong_answer: float | None = None
    saved_by_a_right_answer: float | None = None
    error_rate: dict[Architecture, Range] = {}
    """Measured shares of wrong answers, between 0 and 1."""
    currency: str = "USD"
    """An ISO 4217 code that `rules/catalog/currencies.py` has."""


class Given(_Frozen):
    """The facts and the figures from which a cost is estimated."""

    facts: Facts
    figures: Figures = Figures()


class Costs(_Frozen):
    """What one architecture costs a month, in the currency of the estimate; every range from all low to all high."""

    monthly: Range
    typical: Range
    """The same in the eight middle tenths of the draws."""
    wrong: Range
    """Wrong answers: requests, times error rate, times the cost of one."""
    running: Range
    """Tokens and hosting."""
    building: Range
    """Building it, spread over twelve months."""
    break_even: float | None
    """The share of right answers at which it pays for itself, all else in the middle; None where it never does."""


class Order(_Frozen):
    """The architectures that pass, cheapest first, and the share of draws in which they stand so."""

    order: tuple[Architecture, ...]
    holds: float


class Pivot(_Frozen):
    """The one input that would change first which architecture is cheapest, all else in the middle."""

    input: str
    value: float
    """Where it turns."""
    is_above: bool
    """Whether the other one is cheaper above that value, or below it."""
    cheapest: Architecture
    """Which one is cheapest then."""


class Assumed(_Frozen):
    """An input that nobody gave, the range that stood in, and where it comes from."""

    input: str
    range: Range
    source: str


class Estimate(_Frozen):
    """What wrong answers, running and building cost a month, by architecture, and how firm the ranking is."""

    by_architecture: dict[Architecture, Costs]
    """All five, those that do not pass included."""
    ranking: tuple[Order, ...]
    """Of those that pass alone, what holds most often first; empty where none passes."""
    pivotal: Pivot | None
    """None where fewer than two pass."""
    assumed: tuple[Assumed, ...]
    ruled_out: dict[Architecture, tuple[str, ...]]
    """Who does not pass, with the musts that it misses and the gates that are shut: cost never overrules these."""
    currency: str
    says: tuple[str, str, str]
    """The same in three sentences."""
