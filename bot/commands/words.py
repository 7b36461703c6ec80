"""The words after `/ftrag`, or after a mention of the bot outside any thread -> a command."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from bot.commands.base import CommandBase
from bot.commands.failures import LogFailure
from bot.commands.home import ExportRecord, ExportTables, ShowPortfolio
from bot.commands.reassess import Reassess
from bot.commands.results import ShowTokens
from bot.commands.roadmap import ShowRoadmap
from bot.commands.starting import AskForName, ShowHelp, ShowStatus, StartAssessment, UnknownWord

_TABLES = {"channel": False, "workspace": True}
"""What may follow `export` instead of a name."""
_SHORT = 60
"""Characters of what is a name before a colon."""
_SENTENCE = 4
"""Words of what is a sentence behind it: "HR: leave bot" is one name."""
_BLANKS = re.compile(r"\s+")
About = dict[str, Any]
"""Who said it, and where: what every command says."""


def _assess(rest: str, about: About) -> CommandBase:
    """With "NAME: a sentence", the sentence is what the modal asks for beside the name."""
    name, _, sentence = rest.partition(": ")
    if not rest:
        return AskForName(**about)
    if name.strip() and len(name) <= _SHORT and len(sentence.split()) >= _SENTENCE:
        return StartAssessment(**about, name=name.strip(), context=sentence.strip())
    return StartAssessment(**about, name=rest)


def _export(rest: str, about: About) -> CommandBase:
    is_workspace = _TABLES.get(rest.lower())
    wanted = ExportRecord(**about, name=rest)
    return wanted if is_workspace is None else ExportTables(**about, is_workspace=is_workspace)


WORDS: Mapping[str, Callable[[str, About], CommandBase]] = {
    "assess": _assess,
    "status": lambda _, about: ShowStatus(**about),
    "roadmap": lambda rest, about: ShowRoadmap(**about, name=rest),
    "log": lambda rest, about: LogFailure(**about, name=rest),
    "reassess": lambda rest, about: Reassess(**about, name=rest),
    "results": lambda rest, about: ShowTokens(**about, name=rest),
    "export": _export,
    "portfolio": lambda _, about: ShowPortfolio(**about),
    "help": lambda _, about: ShowHelp(**about),
}
"""Every subcommand, in the order of the help: what it asks for, with the rest of the words. No name is the newest."""
SUBCOMMANDS = tuple(WORDS)
_OPENING = {"assess": AskForName, "log": LogFailure, "results": ShowTokens}
"""Those that open a dialog."""


def read_words(text: str, who: CommandBase) -> CommandBase:
    """The command that the words mean; `said` tells who said them, and where. Never raises."""
    word = _BLANKS.split(text.strip(), maxsplit=1)[0]
    # Typed name parts keep their own blanks: only the first word is taken off.
    rest = text.strip()[len(word) :].strip()
    about = who.about()
    read = WORDS.get(word.lower() or "help")
    return read(rest, about) if read else UnknownWord(**about, text=text.strip())


def as_typed(command: CommandBase) -> str:
    """The slash command that asks for the same as these words to the bot did."""
    word = next((word for word, kind in _OPENING.items() if isinstance(command, kind)), "help")
    return f"/ftrag {word} {getattr(command, 'name', '')}".strip()


def is_subcommand(text: str) -> bool:
    """Whether the text begins with a subcommand's name."""
    return text.strip().lower().split(" ", 1)[0] in SUBCOMMANDS


def nearest(text: str) -> str | None:
    """The subcommand that a mistyped first word comes close to."""
    word = text.strip().lower().split(" ", 1)[0]
    return next(iter(get_close_matches(word, SUBCOMMANDS, n=1, cutoff=0.6)), None)
