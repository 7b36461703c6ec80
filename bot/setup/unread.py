"""What is set and takes no effect: lines of `.env` that cannot be read, and names that are near to a setting's.

No value stands in what is said: it may be a secret under a mistyped name.
"""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from bot.setup.settings import Settings

_OURS = ("SLACK_", "FTRAG_")
"""How the names begin that nobody else would set."""


def unread_lines(file: Path) -> list[str]:
    """A sentence for each line of the file that is no NAME=value; none where there is no file that can be read."""
    return [
        f"{file.name}, line {one.original.line}, cannot be read and takes no effect: write NAME=value."
        for one in _bindings(file)
        if one.error
    ]


def unknown_names(file: Path) -> list[str]:
    """A sentence for each name, set or written there, that begins like ours and is no setting; with the nearest one."""
    known = [name.upper() for name in Settings.model_fields]
    written = [one.key for one in _bindings(file) if one.key]
    named = dict.fromkeys(name.upper() for name in (*os.environ, *written))
    return [
        f"{name} is no setting and takes no effect{_nearest(name, known)}."
        for name in named
        if name.startswith(_OURS) and name not in known
    ]


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; the nearest is {near[0]}" if near else ""


def _bindings(file: Path) -> Iterator[Binding]:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            yield from parse_stream(lines)
    except (OSError, UnicodeDecodeError):
        return
