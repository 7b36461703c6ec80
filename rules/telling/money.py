"""What wrong answers cost, when it pays, what an architecture costs: from the cost model, with what was given."""

from collections.abc import Mapping
from typing import cast

from rules.casing import upper_first
from rules.cost import Estimate, Figures, Given, estimate
from rules.cost.checks import contradicted_band, misfit
from rules.cost.words import input_name, money, money_range, number
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
_TOO_WIDE = 1_000
"""How many times its lower end the upper end of a range is where it helps nobody any more."""
_TOO_LITTLE = "too little is known for a figure that would help"


def cost(asked: Asked, background: Background) -> Told:
    """The figures that are asked for; what is known is used, what is missing is asked for in one line."""
    given = cast("Mapping[str, float]", asked.slots.get("given") or {})
    found = estimate(_inputs(given, background), background.framework)
    chosen = background.verdict.verdict
    match asked.slots["of"]:
        case "wrong_answers":
            first = _exact(given, found.currency) or _wrong(chosen, found)
        case "break_even":
            first = _break_even(chosen, found)
        case _:
            first = _each(asked, background, found)
    missing = [words for key, words in _ASKED_FOR.items() if key not in given]
    rest = [f"For a closer figure tell me {listed(missing)}."] if missing else []
    assumed = [f"Assumed: {input_name(one.input)}, {_span(one.range)} ({one.source})" for one in found.assumed]
    return Told(asked, (first, *rest), (*found.says, *assumed))


def _inputs(given: Mapping[str, float], background: Background) -> Given:
    """The facts and what was typed; a figure that cannot stand is left out, one against the volume answered wins."""
    facts = background.facts
    requests, each, rate = given.get("requests_a_day"), given.get("cost_each"), given.get("error_rate")
    if requests is not None and misfit("requests_a_day", requests):
        requests = None
    if each is not None and misfit("cost_of_a_wrong_answer", each):
        each = None
    if requests is not None and contradicted_band(requests, facts):
        facts = facts.replaced("volume", None)
    rates = {background.verdict.verdict: (rate, rate)} if rate is not None and rate <= 1 else {}
    return Given(facts=facts, figures=Figures(requests_a_day=requests, cost_of_a_wrong_answer=each, error_rate=rates))


def _exact(given: Mapping[str, float], currency: str) -> str:
    """The product itself, where all three of its figures were typed."""
    if len(given) < len(_ASKED_FOR):
        return ""
    requests, rate, each = given["requests_a_day"], given["error_rate"], given["cost_each"]
    a_day = requests * rate * each
    one = money(each, currency)
    one = one.rstrip("0").rstrip(".") if "." in one else one
    worked = f"{number(requests)} requests x {rate * 100:g} of 100 wrong x {one}"
    return f"About {money(a_day * _DAYS, currency)} a month: {worked} = {money(a_day, currency)} a day."


def _wrong(chosen: Architecture, found: Estimate) -> str:
    low, high = ends = found.by_architecture[chosen].wrong
    told = money_range(ends, found.currency)
    if high > _TOO_WIDE * low:
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
        one: found.by_architecture[one].monthly
        for one in dict.fromkeys((*map(Architecture, named), background.verdict.verdict))
    }
    told = listed(f"{name(one)} {money_range(ends, found.currency)}" for one, ends in monthly.items())
    if any(high > _TOO_WIDE * low for low, high in monthly.values()):
        return f"What it costs cannot be told yet: {_TOO_LITTLE}."
    return f"Running, building and wrong answers, each month: {told}."


def _span(ends: tuple[float, float]) -> str:
    low, high = (number(end) for end in ends)
    return low if low == high else f"{low} to {high}"
