"""Commands that start an assessment or show where things stand."""

from typing import Literal

from bot.commands.base import AboutAssessment, CommandBase


class AskForName(CommandBase):
    """`/ftrag assess` without a name, or the Start shortcut: opens the modal."""

    kind: Literal["ask_for_name"] = "ask_for_name"


class StartAssessment(CommandBase):
    """`/ftrag assess Support copilot`, or the modal's submit. The name stands as it was typed."""

    kind: Literal["start_assessment"] = "start_assessment"
    name: str
    context: str = ""


class StartNewVersion(AboutAssessment):
    """A new assessment of the same name that supersedes this one."""

    kind: Literal["start_new_version"] = "start_new_version"


class TryAgain(AboutAssessment):
    """Start, after the bot was invited. `failed` is the delivery that failed, so that pressing twice posts once."""

    kind: Literal["try_again"] = "try_again"
    failed: str


class HoldInDirectMessage(AboutAssessment):
    """Hold the interview with the starter alone, since the bot is not in the channel."""

    kind: Literal["hold_in_direct_message"] = "hold_in_direct_message"
    failed: str


class ShowStatus(CommandBase):
    """`/ftrag status`."""

    kind: Literal["show_status"] = "show_status"


class ShowHelp(CommandBase):
    """`/ftrag help`, or `/ftrag` alone."""

    kind: Literal["show_help"] = "show_help"
    thread_ts: str = ""
    """The thread in which it was asked for; "" outside threads."""
    is_whole: bool = False
    """Whether all of it is asked for, and not its first screen alone."""
    is_answering: bool = False
    """Whether it was typed below a question that stands open."""


class UnknownWord(CommandBase):
    """`/ftrag` with a word that is no subcommand."""

    kind: Literal["unknown_word"] = "unknown_word"
    text: str
    thread_ts: str = ""
    """The thread in which it was typed; "" outside threads."""


class NotThereYet(CommandBase):
    """A subcommand that this release announces and does not have."""

    kind: Literal["not_there_yet"] = "not_there_yet"
    word: str


class FromOutside(CommandBase):
    """Anything from a person of another workspace (Slack Connect): refused, whatever it was."""

    kind: Literal["from_outside"] = "from_outside"


class OutOfDate(CommandBase):
    """A click or submit that this release cannot read."""

    kind: Literal["out_of_date"] = "out_of_date"
    is_unread: bool = False
    """Whether it is Slack's payload itself that cannot be read, however new the message is."""
