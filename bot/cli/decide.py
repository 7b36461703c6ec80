"""`ftrag decide FILE`: the same decision as in Slack, from facts in a file, without Slack and without a database.

`main` in bot.__main__ calls `run`; it brings neither Slack nor a database along, so it starts fast.
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bot.cli.fact_faults import item_faults
from bot.cli.in_and_out import Refused, day, read_items, refuse, write_json
from bot.runtime.clock import SystemClock
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SettingsError, rules_file
from rules import decide
from rules.facts import Facts
from rules.framework import Framework
from rules.precedents import prior_of_cases
from rules.priors import EVEN


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="the day to decide on; today unless given")
    parser.add_argument(
        "--prior",
        choices=["even", "cases"],
        help="how likely open answers are: alike (even), or as in the published cases; moves the confidence alone",
    )
    parser.add_argument("file", help='JSON: {"facts": {"need": "facts", ...}}, or a list of such; - is standard input')


def run(arguments: argparse.Namespace) -> int:
    """Decide each set of facts and print the verdicts; 2 where the input has a fault."""
    try:
        given = read_items(arguments.file, item_faults)
        framework = read_rulebook(arguments.rules or rules_file())
    except Refused as refused:
        return refuse(refused.faults)
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    on = arguments.on or SystemClock().now().date()
    items = given if isinstance(given, list) else [given]
    decided = [_decided(item, framework, on, arguments.prior) for item in items]
    write_json(decided if isinstance(given, list) else decided[0])
    return 0


def _decided(item: dict[str, Any], framework: Framework, on: date, prior: str | None) -> dict[str, Any]:
    """One verdict in the form that the command promises; a prior that was asked for is named in it."""
    weighed = prior_of_cases() if prior == "cases" else EVEN
    verdict = decide(Facts.model_validate(item["facts"]), framework, on, weighed).model_dump(mode="json")
    echoed = {"id": item["id"]} if "id" in item else {}
    named = {"prior": weighed.name} if prior else {}
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
        **named,
    }


def _only(rows: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]
