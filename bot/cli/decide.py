"""`ftrag decide FILE`: the same decision as in Slack, from facts in a file, without Slack and without a database.

`main` in bot.__main__ calls `run`; it brings neither Slack nor a database along, so it starts fast.
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

<<<<<<< HEAD
from bot.cli.fact_faults import facts_faults
from bot.cli.in_and_out import read_bytes, refuse, write_json
from bot.cli.strict_json import Fault, Unfit, join, read_json, shown
=======
from bot.cli.items import Refused, day, print_json, read_items, refuse
from bot.runtime.clock import SystemClock
>>>>>>> cost
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SettingsError, rules_file
from rules import decide
from rules.facts import Facts
from rules.framework import Framework

<<<<<<< HEAD
_EXAMPLE = '{"facts": {}}'

=======
>>>>>>> cost

def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="the day to decide on; today unless given")
    parser.add_argument("file", help='JSON: {"facts": {"need": "facts", ...}}, or a list of such; - is standard input')


def run(arguments: argparse.Namespace) -> int:
    """Decide each set of facts and print the verdicts; 2 where the input has a fault."""
    try:
<<<<<<< HEAD
        given, faults = read_json(read_bytes(arguments.file))
    except Unfit as unfit:
        return refuse([unfit.fault])
    # Where a number is none and a value is wrong in the same place, the second says more.
    found = {**dict(faults), **dict(_faults(given))}
    if found:
        return refuse(list(found.items()))
    try:
=======
        given = read_items(arguments.file)
>>>>>>> cost
        framework = read_rulebook(arguments.rules or rules_file())
    except Refused as refused:
        return refuse(refused.faults)
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
<<<<<<< HEAD
    decided = [_decided(item, framework) for item in given] if isinstance(given, list) else _decided(given, framework)
    write_json(decided)
    return 0


def _faults(given: Any) -> Iterator[Fault]:
    items = enumerate(given) if isinstance(given, list) else [(None, given)]
    for number, item in items:
        yield from _item_faults(item, "" if number is None else f"[{number}]")


def _item_faults(item: Any, place: str) -> Iterator[Fault]:
    if not isinstance(item, dict):
        yield place or "the whole", f"{shown(item)} is not an object with facts; the nearest valid one is {_EXAMPLE}"
    elif "facts" not in item:
        near = next((name for name in item if _alike(name, "facts")), None)
        said = f"{shown(near)} is not known" if near else "no facts are given"
        yield join(place, near or "facts"), f'{said}; the nearest valid name is "facts"'
    else:
        yield from facts_faults(item["facts"], join(place, "facts"))


def _alike(word: str, valid: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word.lower(), valid, score_cutoff=2) <= 2


def _decided(item: dict[str, Any], framework: Framework) -> dict[str, Any]:
=======
    on = arguments.on or SystemClock().now().date()
    items = given if isinstance(given, list) else [given]
    decided = [_decided(item, framework, on) for item in items]
    print_json(decided if isinstance(given, list) else decided[0])
    return 0


def _decided(item: dict[str, Any], framework: Framework, on: date) -> dict[str, Any]:
>>>>>>> cost
    """One verdict in the form that the command promises."""
    verdict = decide(Facts.model_validate(item["facts"]), framework, on).model_dump(mode="json")
    echoed = {"id": item["id"]} if "id" in item else {}
    return {
        **echoed,
        "verdict": verdict["verdict"],
        "passes": verdict["passes"],
        "gaps": verdict["gaps"],
        "decided": verdict["decided"],
        "confidence": verdict["confidence"],
        "alternatives": _only(verdict["alternatives"], "verdict", "share"),
        "reasons": _only(verdict["reasons"], "fact", "value", "lens", "demand", "strength", "claim", "source"),
        "rejected": _only(verdict["rejected"], "verdict", "because"),
        "gates": _only(verdict["gates"], "id", "claim", "blocks"),
        "flips": _only(verdict["flips"], "change", "verdict", "passes"),
        "precedents": _only(verdict["precedents"], "id", "title", "verdict", "url"),
        "next_question": verdict["next_question"],
        "rules": {"version": verdict["rules_version"], "digest": verdict["rules_digest"]},
    }


def _only(rows: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]
