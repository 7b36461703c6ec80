"""What wrong answers cost, when it pays, what an architecture costs: from the cost model, with what was given."""

from collections.abc import Mapping
from math import isnan, nan
from typing import cast

from rules.casing import upper_first
from rules.cost import Estimate, Figures, Given, estimate
from rules.cost.checks import contradicted_band
from rules.cost.keeping import with_told
from rules.cost.words import exact, input_name, is_too_wide, money, money_range, number, percents
from rules.framework import Architecture
from rules.hearing import Asked
from rules.telling.values import Background, Told
from rules.telling.wording import listed, name

_ASKED_FOR = {
    "requests_a_day": "the requests a day",
    "error_rate": "the share of wrong answers",
    "cost_each": "what one wrong answer costs",
}
_DAYS = 365 / 12
_MANY = 1_000_000
"""From here on requests are told in millions."""
_TOO_LITTLE = "too little is known for a figure that would help"


def cost(asked: Asked, background: Background) -> Told:
    """The figures that are asked for; what is known is used and named, what is missing is asked for in one line."""
    inputs = _inputs(cast("Mapping[str, float]", asked.slots.get("given") or {}), background)
    found = estimate(inputs, background.framework)
    chosen = background.verdict.verdict
    known = _known(inputs.figures, chosen)
    match asked.slots["of"]:
        case "wrong_answers":
            first = _exact(known, found.currency) or _wrong(chosen, found)
        case "break_even":
            first = _break_even(chosen, found)
        case _:
            first = _each(asked, background, found)
    is_shown = first.startswith("About ")  # the product shows its factors
    told = listed(_stated(inputs.figures, chosen)) if inputs.figures != Figures() and not is_shown else ""
    stated = [f"Counted with {told}."] if told else []
    missing = [words for key, words in _ASKED_FOR.items() if key not in known]
    sought = "For a figure" if _TOO_LITTLE in first else "For a closer figure"
    rest = [f"{sought} tell me {listed(missing)}."] if missing else []
    assumed = [f"Assumed: {input_name(one.input)}, {_span(one.range)} ({one.source})" for one in found.assumed]
    worked = [f"{one}." for one in background.worked]
    return Told(asked, (first, *worked, *stated, *rest), (*found.says, *assumed))


def _inputs(given: Mapping[str, float], background: Background) -> Given:
    """The facts, and the figures that were told before and now; one against the volume answered wins."""
    facts, figures = background.facts, with_told(background.figures, given, background.verdict.verdict)
    if figures.requests_a_day is not None and contradicted_band(figures.requests_a_day, facts):
        facts = facts.replaced("volume", None)
    return Given(facts=facts, figures=figures)


def _known(figures: Figures, chosen: Architecture) -> dict[str, float]:
    """What is known of what one multiplies: a share of wrong answers that is a range is known, and no factor."""
    low, high = figures.error_rate.get(chosen, (None, None))
    found = {
        "requests_a_day": figures.requests_a_day,
        "error_rate": low if low == high else nan,
        "cost_each": figures.cost_of_a_wrong_answer,
    }
    return {name: figure for name, figure in found.items() if figure is not None}


def _stated(figures: Figures, chosen: Architecture) -> list[str]:
    """The figures in words, as they were told."""
    rate = figures.error_rate.get(chosen)
    return [
        *([f"{exact(figures.requests_a_day)} requests a day"] if figures.requests_a_day is not None else []),
        *([f"{percents(rate)} of the answers wrong"] if rate else []),
        *(
            [f"{exact(figures.cost_of_a_wrong_answer, figures.currency)} a wrong answer"]
            if figures.cost_of_a_wrong_answer is not None
            else []
        ),
    ] or ["what you told me"]


def _exact(known: Mapping[str, float], currency: str) -> str:
    """The product itself, where all three of its figures are known."""
    if len(known) < len(_ASKED_FOR) or isnan(known["error_rate"]):
        return ""
    requests, rate, each = known["requests_a_day"], known["error_rate"], known["cost_each"]
    a_day = requests * rate * each
    a_day_told = number(requests) if requests >= _MANY else exact(requests)
    worked = f"{a_day_told} requests x {rate * 100:g} of 100 wrong x {exact(each, currency)}"
    return f"About {money(a_day * _DAYS, currency)} a month: {worked} = {money(a_day, currency)} a day."


def _wrong(chosen: Architecture, found: Estimate) -> str:
    ends = found.by_architecture[chosen].wrong
    told = money_range(ends, found.currency)
    if is_too_wide(ends):
        return f"What wrong answers cost cannot be told yet: {_TOO_LITTLE}."
    return f"With {name(chosen)}, wrong answers cost {told} a month on what is known."


def _break_even(chosen: Architecture, found: Estimate) -> str:
    even = found.by_architecture[chosen].break_even
    if even is None:
        return f"On what is known, {name(chosen)} does not pay for itself at any share of right answers."
    enough = f"{number(even * 100)} of 100 answers are right"
    return f"{upper_first(name(chosen))} pays for itself where about {enough}, or more."


def _each(asked: Asked, background: Background, found: Estimate) -> str:
    named = cast("tuple[str, ...]", asked.slots.get("architectures") or ())
    monthly = {
        one: found.by_architecture[one].typical
        for one in dict.fromkeys((*map(Architecture, named), background.verdict.verdict))
    }
    told = listed(f"{name(one)} {money_range(ends, found.currency)}" for one, ends in monthly.items())
    if any(map(is_too_wide, monthly.values())):
        return f"What it costs cannot be told yet: {_TOO_LITTLE}."
    return f"Running, building and wrong answers, each month: {told}."


def _span(ends: tuple[float, float]) -> str:
    low, high = (number(end) for end in ends)
    return low if low == high else f"{low} to {high}"
