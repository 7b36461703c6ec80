"""The words after `/ftrag`, or after a mention of the bot outside any thread -> a command."""

import re
from difflib import get_close_matches

from bot.commands.base import CommandBase
from bot.commands.failures import LogFailure
from bot.commands.home import ExportRecord, ExportTables
from bot.commands.reassess import Reassess
from bot.commands.roadmap import ShowRoadmap
from bot.commands.starting import AskForName, ShowHelp, ShowStatus, StartAssessment, UnknownWord

SUBCOMMANDS = ("assess", "status", "roadmap", "log", "reassess", "export", "help")
"""Every subcommand, in the order of the help."""
_TABLES = {"channel": False, "workspace": True}
"""What may follow `export` instead of a name."""
_WORDS = re.compile(r"\s+")

WordCommand = (
    AskForName
    | StartAssessment
    | ShowStatus
    | ShowHelp
    | ShowRoadmap
    | LogFailure
    | Reassess
    | ExportRecord
    | ExportTables
    | UnknownWord
)
_NAMED: dict[str, type[ShowRoadmap | LogFailure | Reassess]] = {
    "roadmap": ShowRoadmap,
    "log": LogFailure,
    "reassess": Reassess,
}
"""Subcommands about one decision: of the name that follows, or else the channel's newest."""


def read_words(text: str, said: CommandBase) -> WordCommand:
    """The command that the words mean; `said` tells who said them, and where. Never raises."""
    word, _, rest = _WORDS.sub(" ", text.strip()).partition(" ")
    # Typed name parts keep their own blanks: only the first word is taken off.
    rest = text.strip()[len(word) :].strip() if rest else ""
    about = said.model_dump(include=set(CommandBase.model_fields))
    named = _NAMED.get(word.lower())
    if named is not None:
        return named(**about, name=rest)
    match word.lower():
        case "assess":
            return StartAssessment(**about, name=rest) if rest else AskForName(**about)
        case "status":
            return ShowStatus(**about)
        case "help" | "":
            return ShowHelp(**about)
        case "export":
            is_workspace = _TABLES.get(rest.lower())
            wanted = ExportRecord(**about, name=rest)
            return wanted if is_workspace is None else ExportTables(**about, is_workspace=is_workspace)
        case _:
            return UnknownWord(**about, text=text.strip())


def is_subcommand(text: str) -> bool:
    """Whether the text begins with a subcommand's name."""
    return text.strip().lower().split(" ", 1)[0] in SUBCOMMANDS


def nearest(text: str) -> str | None:
    """The subcommand that a mistyped first word comes close to."""
    word = text.strip().lower().split(" ", 1)[0]
    return next(iter(get_close_matches(word, SUBCOMMANDS, n=1, cutoff=0.6)), None)
