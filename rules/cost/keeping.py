"""Figures that are told one after another: what was told before stays until it is told anew."""

from collections.abc import Mapping

from rules.cost.checks import misfit, misfit_rate
from rules.cost.values import Figures
from rules.framework import Architecture


def with_told(kept: Figures, given: Mapping[str, float], architecture: Architecture, currency: str = "") -> Figures:
    """The figures with those that were typed, the share of wrong answers as this architecture's.

    One that cannot stand is left out. Amounts that were told in another currency do not stand beside the new one.
    """
    told = {name: given[key] for key, name in _INPUTS.items() if key in given and misfit(name, given[key]) is None}
    rate = given.get("error_rate")
    if rate is not None and misfit_rate(rate, rate) is None:
        kept = kept.model_copy(update={"error_rate": {**kept.error_rate, architecture: (rate, rate)}})
    return in_currency(kept, currency).model_copy(update=told)


def in_currency(kept: Figures, currency: str) -> Figures:
    """The figures for amounts in this currency, by its code: what was told in another one is not known in it."""
    if not currency or currency == kept.currency:
        return kept
    return kept.model_copy(update={"currency": currency, **dict.fromkeys(_AMOUNTS)})


_INPUTS = {"requests_a_day": "requests_a_day", "cost_each": "cost_of_a_wrong_answer"}
_AMOUNTS = ("cost_of_a_wrong_answer", "saved_by_a_right_answer")
