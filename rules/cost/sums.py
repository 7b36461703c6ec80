"""The arithmetic of F7: what one architecture costs a month at given values of all inputs.

    wrong    = requests a day x days x error rate x cost of a wrong answer
    running  = requests a day x days x tokens x price / 1,000,000 + hosting
    building = months of an engineer x what one costs / 12

Every input stands in each product at most once, so the sum is a straight line in each of them. A month has 365/12 days.
"""

from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple

from rules.cost.inputs import RATE, error_rate
from rules.framework import Architecture

DAYS = 365 / 12
"""The days of an average month."""

MONTHS = 12
"""The months over which building is spread."""

_TUNED = frozenset((Architecture.FINE_TUNE, Architecture.HYBRID))


class Parts(NamedTuple):
    """What one architecture costs a month."""

    wrong: float
    running: float
    building: float


def inputs_of(architecture: Architecture) -> tuple[str, ...]:
    """The names of the inputs that this architecture's cost reads, in the order of `parts`."""
    return (
        "requests_a_day",
        error_rate(architecture),
        "cost_of_a_wrong_answer",
        f"tokens_a_request.{architecture}",
        _price(architecture),
        f"hosting_a_month.{architecture}",
        f"engineer_months.{architecture}",
        "month_of_an_engineer",
        RATE,
    )


def _price(architecture: Architecture) -> str:
    """The name of the price that this architecture pays for tokens."""
    return "price_of_a_million_tuned_tokens" if architecture in _TUNED else "price_of_a_million_tokens"


def parts(  # noqa: PLR0917 - in the order of `inputs_of`
    requests: float,
    errors: float,
    cost: float,
    tokens: float,
    price: float,
    hosting: float,
    months: float,
    wage: float,
    rate: float,
) -> Parts:
    """The cost at these values; `cost` stands in the currency, all other money in dollars."""
    answers = requests * DAYS
    running = (answers * tokens * price / 1_000_000 + hosting) * rate
    return Parts(answers * errors * cost, running, months * wage / MONTHS * rate)


def totals(columns: Mapping[str, Sequence[float]], amounts: tuple[str, ...]) -> dict[Architecture, list[float]]:
    """The sum of `at_values` for every architecture in each of many draws; `columns` has the draws of every input.

    The same products in another order: what all architectures share is multiplied once for all five.
    """
    rates, requests = columns[RATE], columns["requests_a_day"]
    damage = [DAYS * asked * cost for asked, cost in zip(requests, columns["cost_of_a_wrong_answer"], strict=True)]
    if "cost_of_a_wrong_answer" not in amounts:
        damage = list(map(mul, damage, rates))
    traffic = [DAYS / 1_000_000 * asked * rate for asked, rate in zip(requests, rates, strict=True)]
    wages = [wage * rate / MONTHS for wage, rate in zip(columns["month_of_an_engineer"], rates, strict=True)]
    spending = {name: list(map(mul, traffic, columns[name])) for name in {_price(each) for each in Architecture}}
    return {
        each: [
            lost * errors + spent * tokens + hosting * rate + months * wage
            for lost, errors, spent, tokens, hosting, months, wage, rate in zip(
                damage,
                columns[error_rate(each)],
                spending[_price(each)],
                columns[f"tokens_a_request.{each}"],
                columns[f"hosting_a_month.{each}"],
                columns[f"engineer_months.{each}"],
                wages,
                rates,
                strict=True,
            )
        ]
        for each in Architecture
    }


def at_values(architecture: Architecture, at: Mapping[str, float], amounts: tuple[str, ...]) -> Parts:
    """The cost at these values of all inputs; `amounts` names those that stand in the currency already."""
    values = {**at, "cost_of_a_wrong_answer": in_currency("cost_of_a_wrong_answer", at, amounts)}
    return parts(*(values[name] for name in inputs_of(architecture)))


def in_currency(amount: str, at: Mapping[str, float], amounts: tuple[str, ...]) -> float:
    """An amount in the currency of the figures."""
    return at[amount] if amount in amounts else at[amount] * at[RATE]


def break_even(architecture: Architecture, at: Mapping[str, float], amounts: tuple[str, ...]) -> float | None:
    """The share of right answers at which what they save equals what the rest cost, or None above all of them.

    With a share `a` of right answers: a x saved = (1 - a) x cost of a wrong one + all else an answer.
    """
    cost, saved = (in_currency(name, at, amounts) for name in ("cost_of_a_wrong_answer", "saved_by_a_right_answer"))
    each = at_values(architecture, at, amounts)
    share = (cost + (each.running + each.building) / (at["requests_a_day"] * DAYS)) / (cost + saved)
    return share if share <= 1 else None
