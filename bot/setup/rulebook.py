"""The rulebook of this process: the shipped one, with an organization's own rows (FTRAG_RULES) laid over it.

The bot never starts, and no command decides, on half a rulebook: a file with a fault is refused whole.
"""

from pathlib import Path

from rules import FRAMEWORK
from rules.framework import Framework


class RulebookError(Exception):
    """The rules file cannot be used; the message has one line for each fault, with file, line and remedy."""


def read_rulebook(path: Path | None) -> Framework:
    """The rulebook with the rows of this file, or the shipped one. Raises RulebookError."""
    if path is None:
        return FRAMEWORK
    from rules.own_rows import LARGEST, OwnRowsError, own_framework  # noqa: PLC0415 - for those who have own rows

    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise RulebookError(f"{path}: {error.strerror}. FTRAG_RULES names a TOML file, or is not set.") from None
    try:
        return own_framework(content, str(path))
    except OwnRowsError as error:
        raise RulebookError(str(error)) from None
