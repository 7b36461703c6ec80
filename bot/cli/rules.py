"""`ftrag rules check` lints the rulebook; `ftrag rules show` prints all of it as Markdown, for people to review."""

import argparse
import sys
from pathlib import Path

from bot.cli.in_and_out import day
from bot.runtime.clock import SystemClock
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SettingsError, rules_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("what", choices=("check", "show"), help="lint the tables, or print the whole rulebook")
    parser.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="the day to check for; today unless given")
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")


def run(arguments: argparse.Namespace) -> int:
    """Check (1 where there is a fault) or show."""
    try:
        framework = read_rulebook(arguments.rules or rules_file())
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if arguments.what == "show":
        from rules.rulebook import as_markdown

        print(as_markdown(framework))
        return 0
    from rules.audit import faults, notes, summary

    problems = faults(framework)
    for fault in problems:
        sys.stderr.write(f"{fault}\n")
    if problems:
        sys.stderr.write(f"{len(problems)} faults in rules {framework.version} ({framework.digest}).\n")
        return 1
    for note in notes(framework, arguments.on or SystemClock().now().date()):
        print(f"note: {note}")
    print(f"No faults in rules {framework.version} ({framework.digest}): {summary(framework)}.")
    return 0
