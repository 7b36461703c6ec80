"""`ftrag score [FILE]`: how often the rules agree with what was published, beside simple deciders, each miss explained.

Without a file the cases of the package are scored; a file holds cases from elsewhere, as a JSON list in the same form.
`--own` counts instead how often the verdicts of this installation held in their reviews.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import Settings, SettingsError, read_settings, rules_file
from rules.facts import FACTS

if TYPE_CHECKING:
    from rules.catalog.cases import Case
    from rules.review.track import Track

NOT_USABLE = 2
"""The exit status for a file of cases that cannot be used."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="cases from elsewhere, a JSON list; - reads standard input"
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=FACTS,
        metavar="FACT",
        help="a fact to leave out of every case",
    )
    parser.add_argument(
        "--own", action="store_true", help="instead: how often the verdicts of this installation held, without names"
    )
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")


def run(arguments: argparse.Namespace) -> int:
    """Print the table."""
    if arguments.own:
        return _own()
    from rules.catalog.cases import published_cases
    from rules.score_report import report, report_on

    try:
        framework = read_rulebook(arguments.rules or rules_file())
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if not arguments.file and not arguments.without:
        print(report(framework))
        return 0
    try:
        cases = _read(arguments.file) if arguments.file else published_cases()
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return NOT_USABLE
    print(report_on(cases, framework, arguments.without))
    return 0


def _own() -> int:
    """How verdicts held here; 1 with one sentence where the database cannot be read."""
    from rules.review.track import track_report
    from storage.errors import StorageError

    try:
        print(track_report(asyncio.run(_tracks(read_settings()))))
    except (SettingsError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


async def _tracks(settings: Settings) -> "tuple[Track, ...]":
    from storage import open_storage, readable_address

    with readable_address(settings.database) as address:
        async with open_storage(address) as storage:
            return await storage.tracks.all()


def _read(file: str) -> tuple["Case", ...]:
    """The cases in a file. Raises ValueError with one line for each fault."""
    from pydantic import TypeAdapter, ValidationError

    from rules.catalog.cases import Case

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
        given = json.loads(text)
        listed = [_known(entry, set(Case.model_fields)) for entry in given] if isinstance(given, list) else given
        found = TypeAdapter(tuple[Case, ...]).validate_python(listed)
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror}. Name a file with a JSON list of cases.") from error
    except UnicodeDecodeError:
        raise ValueError(f"{file} is not UTF-8 text. Save it as UTF-8.") from None
    except ValidationError as error:
        told = (f"{file}: {'.'.join(map(str, one['loc'])) or 'the list'}: {one['msg']}" for one in error.errors())
        raise ValueError("\n".join(told)) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"{file} is not JSON: {error}. It has to be a list of cases.") from None
    if not found:
        raise ValueError(f"{file} holds no cases. It has to be a list with at least one.")
    return found


def _known(entry: object, fields: set[str]) -> object:
    """An entry without the keys that say nothing here: a collection may keep notes of its own."""
    return {key: value for key, value in entry.items() if key in fields} if isinstance(entry, dict) else entry
