"""`ftrag doctor`: looks at everything that has to be right, says what is not, and what to do about it."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.cli.checkup import Finding, Grade, check_up
from bot.setup.settings import SettingsError, read_settings
from bot.setup.unread import unknown_names, unread_lines

_MARKS = {Grade.WELL: "✓", Grade.NOTE: "○", Grade.WRONG: "✗"}


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def _without_effect() -> list[Finding]:
    """What is set in vain: a mistyped token leaves the bot in its sandbox, and says nothing."""
    file = Path(".env")
    lines = [Finding(Grade.WRONG, "Settings", says) for says in unread_lines(file)]
    return [*lines, *(Finding(Grade.NOTE, "Settings", says) for says in unknown_names(file))]


def run(_arguments: argparse.Namespace) -> int:
    """Print every finding; 1 where something is wrong."""
    try:
        settings = read_settings()
    except SettingsError as error:
        findings = [Finding(Grade.WRONG, "Settings", line) for line in str(error).splitlines()]
    else:
        findings = [*_without_effect(), *asyncio.run(check_up(settings))]
    for finding in findings:
        print(f"{_MARKS[finding.grade]} {finding.about}: {finding.says}")
    wrong = sum(finding.grade is Grade.WRONG for finding in findings)
    sys.stdout.flush()
    if wrong:
        sys.stderr.write(f"{wrong} of {len(findings)} checks found something to mend.\n")
    return 1 if wrong else 0
