"""`ftrag score`: how often the rules agree with what was published, beside simple deciders, every miss explained."""

import argparse
import sys
from pathlib import Path

from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SettingsError, rules_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")


def run(arguments: argparse.Namespace) -> int:
    """Print the table."""
    from rules.score import report

    try:
        framework = read_rulebook(arguments.rules or rules_file())
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    print(report(framework))
    return 0
