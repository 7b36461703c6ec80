"""What the README promises, tried: its examples run, its commands exist, its score is the score."""

import json
import re
import shlex
from pathlib import Path

from bot.cli import COMMANDS
from bot.commands.words import SUBCOMMANDS
from rules import Facts, decide
from rules.own_rows import own_framework
from rules.score_report import report

README = (Path(__file__).parent.parent / "README.md").read_text()


def fenced(language: str) -> str:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)[0]


def test_the_example_of_own_rows_is_taken():
    framework = own_framework(fenced("toml").encode(), "rules.toml")

    asked = Facts(need="facts", source="model", stakes="money")
    assert decide(asked, framework).rules_version != decide(asked).rules_version


def test_the_example_facts_are_decided():
    line = next(line for line in README.splitlines() if line.strip().startswith("echo '{"))

    facts = json.loads(shlex.split(line.strip().rstrip("\\"))[1])["facts"]

    assert decide(Facts(**facts)).verdict == "rag"


def test_every_command_that_it_names_exists():
    assert set(re.findall(r"`/ftrag (\w+)", README)) <= set(SUBCOMMANDS)
    assert set(re.findall(r"`ftrag (\w+)", README)) <= set(COMMANDS)


def test_the_score_that_it_prints_is_the_score():
    printed = re.search(r"\*\*these rules\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\*", README)

    assert printed is not None
    assert f"| these rules | {' | '.join(printed.groups())} |" in report()


def test_what_it_says_of_the_cases_set_aside_is_what_the_score_says():
    printed = re.search(r"\*\*this release\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\*", README)

    assert printed is not None
    assert f"| this release, on cases set aside | 40 | {' | '.join(printed.groups())} |" in report()
