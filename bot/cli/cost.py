"""`ftrag cost FILE`: what wrong answers cost by architecture, from facts and figures in a file, without Slack.

What is left out of the file is a stated assumption with its range and its source.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeGuard

from bot.cli.fact_faults import item_faults, nearest
from bot.cli.in_and_out import Refused, read_items, refuse, write_json
from bot.cli.strict_json import Fault, join, shown
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SettingsError, rules_file
from rules.catalog.currencies import CURRENCIES, currency_named
from rules.cost import Figures, Given, estimate
from rules.cost.checks import BANDS, LIMITS, contradicted_band, misfit, misfit_rate
from rules.facts import Facts
from rules.framework import Architecture, Framework

_KEYS = ("id", "facts", *Figures.model_fields)
_SHARE = re.compile(r"\d+(?:\.\d+)?")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")
    parser.add_argument("--words", action="store_true", help="say it in three sentences instead of JSON")
    parser.add_argument(
        "file",
        help='JSON: {"facts": {...}, "requests_a_day": 5000, "cost_of_a_wrong_answer": 12, '
        '"saved_by_a_right_answer": 3, "error_rate": {"rag": [0.1, 0.2]}, "currency": "EUR"}, all but facts optional, '
        "or a list of such; - is standard input",
    )


def run(arguments: argparse.Namespace) -> int:
    """Estimate each item and print the costs; 2 where the input has a fault."""
    try:
        given = read_items(arguments.file, _faults)
        framework = read_rulebook(arguments.rules or rules_file())
    except Refused as refused:
        return refuse(refused.faults)
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if arguments.words:
        for item in given if isinstance(given, list) else [given]:
            print(*estimate(_given(item), framework).says, sep="\n")
        return 0
    write_json([_costs(item, framework) for item in given] if isinstance(given, list) else _costs(given, framework))
    return 0


def _faults(item: Any, place: str) -> Iterator[Fault]:
    yield from item_faults(item, place)
    if isinstance(item, dict):
        yield from _figure_faults(item, place)


def _figure_faults(item: dict[str, Any], place: str) -> Iterator[Fault]:
    for name, value in item.items():
        here = join(place, name)
        if name in LIMITS:
            yield from _amount_faults(name, value, here)
        elif name == "error_rate":
            yield from _rate_faults(value, here)
        elif name == "currency":
            yield from _currency_faults(value, here)
        elif name not in _KEYS:
            yield here, f"{shown(name)} is not known; the nearest valid name is {shown(nearest(name, _KEYS))}"
    yield from _band_faults(item, place)


def _amount_faults(name: str, value: Any, place: str) -> Iterator[Fault]:
    if value is None:
        return
    if not _is_number(value):
        digits = _SHARE.search(value) if isinstance(value, str) else None
        near = digits.group() if digits else f"{LIMITS[name][0]:g}"
        yield place, f"{shown(value)} is not a number; the nearest is {near}"
    elif (found := misfit(name, value)) is not None:
        yield place, f"{shown(value)} cannot stand: {found.says}; the nearest is {found.nearest:.12g}"


def _rate_faults(value: Any, place: str) -> Iterator[Fault]:
    if value is None:
        return
    if not isinstance(value, dict):
        yield place, f'{shown(value)} is not an object; the nearest valid one is {{"rag": [0.1, 0.2]}}'
        return
    for name, ends in value.items():
        here = join(place, name)
        if name not in tuple(Architecture):
            near = shown(nearest(name, tuple(Architecture)))
            yield here, f"{shown(name)} is not an architecture; the nearest is {near}"
        elif not (isinstance(ends, list) and len(ends) == 2 and all(_is_number(end) for end in ends)):
            yield here, f"{shown(ends)} is not a lowest and a highest share; the nearest is {_pair(ends)}"
        elif (says := misfit_rate(*ends)) is not None:
            yield here, f"{shown(ends)} cannot stand: {says}; the nearest is {_pair(ends)}"


def _pair(given: Any) -> str:
    """The nearest range of shares: numbers over 1 are taken for percents, and the lower one comes first."""
    shares = [float(each) for each in (given if isinstance(given, list) else [given]) if _is_number(each)]
    if any(share > 1 for share in shares):
        shares = [share / 100 for share in shares]
    inside = sorted(min(max(share, 0.0), 1.0) for share in shares) or [0.1, 0.2]
    return f"[{inside[0]:g}, {inside[-1]:g}]"


def _currency_faults(value: Any, place: str) -> Iterator[Fault]:
    if value is None or (isinstance(value, str) and currency_named(value) is not None):
        return
    codes = {word.lower(): code for code, each in CURRENCIES.items() for word in (code, each.name)}
    near = codes[nearest(value, tuple(codes))] if isinstance(value, str) and value else "USD"
    yield place, f"{shown(value)} is no currency that a rate is kept for; the nearest is {shown(near)}"


def _band_faults(item: dict[str, Any], place: str) -> Iterator[Fault]:
    """Where the number of requests and the answer on volume cannot both be true, which one holds is asked."""
    requests, facts = item.get("requests_a_day"), item.get("facts")
    band = facts.get("volume") if isinstance(facts, dict) else None
    if not _is_number(requests) or misfit("requests_a_day", requests) or band not in tuple(BANDS):
        return
    other = contradicted_band(requests, Facts(volume=band))
    if other is not None:
        low, high = BANDS[band]
        near = low if requests < low else high
        said = f"{shown(requests)} does not fit the answer that volume is {shown(band)}. Which one holds?"
        yield join(place, "requests_a_day"), f"{said} The nearest is {near:g}, or volume {shown(other)}"


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _given(item: dict[str, Any]) -> Given:
    figures = {name: item[name] for name in Figures.model_fields if item.get(name) is not None}
    if "currency" in figures and (currency := currency_named(figures["currency"])) is not None:
        figures["currency"] = currency.code
    return Given(facts=Facts.model_validate(item["facts"]), figures=Figures.model_validate(figures))


def _costs(item: dict[str, Any], framework: Framework) -> dict[str, Any]:
    """One estimate in the form that the command promises."""
    found = estimate(_given(item), framework).model_dump(mode="json")
    kept = ("monthly", "wrong", "running", "building", "break_even")
    return {
        **({"id": item["id"]} if "id" in item else {}),
        "by_architecture": {
            name: {key: _rounded(costs[key], 4 if key == "break_even" else 2) for key in kept}
            for name, costs in found["by_architecture"].items()
        },
        "ranking": found["ranking"],
        "pivotal": found["pivotal"]["input"] if found["pivotal"] else None,
        "assumed": [{**each, "range": _rounded(each["range"], 4)} for each in found["assumed"]],
        "currency": found["currency"],
    }


def _rounded(value: Any, digits: int) -> Any:
    if isinstance(value, list):
        return [round(each, digits) for each in value]
    return None if value is None else round(value, digits)
