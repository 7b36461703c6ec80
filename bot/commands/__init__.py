"""What people and Slack ask of the bot, as frozen values: `parse` makes them from payloads, `advisor` carries them out.

A command names its tenant, so nothing can be asked for without one, and the key under which a repeat of it is known. It
is JSON at need: a RUN row of the outbox holds a command that falls due later.
"""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from bot.commands.base import AboutAssessment, AboutQuestion, CommandBase
from bot.commands.interview import (
    Answer,
    AnswerRest,
    Back,
    Cancel,
    ChangeAnswer,
    Continue,
    DeleteAssessment,
    KeepAnswer,
    NeitherOffered,
    NotSure,
    ResolveContradiction,
    Stop,
    TypedText,
)
from bot.commands.roadmap import MarkItem, ShowRoadmap
from bot.commands.slack import AppHomeOpened, BotUninstalled, DeliveryFailed, TokensRevoked
from bot.commands.starting import (
    AskForName,
    FromOutside,
    HoldInDirectMessage,
    NotThereYet,
    OutOfDate,
    ShowHelp,
    ShowStatus,
    StartAssessment,
    StartNewVersion,
    TryAgain,
    UnknownWord,
)
from bot.commands.verdict import (
    AskQuestion,
    Compare,
    QuestionAsked,
    RecordChange,
    ShowMore,
    ShowPrecedents,
    ShowRows,
    Suggested,
)

Command = Annotated[
    AskForName
    | StartAssessment
    | StartNewVersion
    | TryAgain
    | HoldInDirectMessage
    | ShowStatus
    | ShowHelp
    | UnknownWord
    | NotThereYet
    | FromOutside
    | OutOfDate
    | Answer
    | TypedText
    | NotSure
    | Back
    | Stop
    | Continue
    | ChangeAnswer
    | KeepAnswer
    | NeitherOffered
    | ResolveContradiction
    | AnswerRest
    | Cancel
    | DeleteAssessment
    | ShowMore
    | Compare
    | ShowPrecedents
    | ShowRows
    | AskQuestion
    | QuestionAsked
    | Suggested
    | RecordChange
    | ShowRoadmap
    | MarkItem
    | DeliveryFailed
    | AppHomeOpened
    | BotUninstalled
    | TokensRevoked,
    Field(discriminator="kind"),
]
"""Everything that can be asked of the bot."""

_COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


def read_command(stored: dict[str, Any]) -> Command:
    """The command that a RUN row holds. Raises pydantic's ValidationError for one this release does not know."""
    return _COMMAND.validate_python(stored)


__all__ = [
    "AboutAssessment",
    "AboutQuestion",
    "Answer",
    "AnswerRest",
    "AppHomeOpened",
    "AskForName",
    "AskQuestion",
    "Back",
    "BotUninstalled",
    "Cancel",
    "ChangeAnswer",
    "Command",
    "CommandBase",
    "Compare",
    "Continue",
    "DeleteAssessment",
    "DeliveryFailed",
    "FromOutside",
    "HoldInDirectMessage",
    "KeepAnswer",
    "MarkItem",
    "NeitherOffered",
    "NotSure",
    "NotThereYet",
    "OutOfDate",
    "QuestionAsked",
    "RecordChange",
    "ResolveContradiction",
    "ShowHelp",
    "ShowMore",
    "ShowPrecedents",
    "ShowRoadmap",
    "ShowRows",
    "ShowStatus",
    "StartAssessment",
    "StartNewVersion",
    "Stop",
    "Suggested",
    "TokensRevoked",
    "TryAgain",
    "TypedText",
    "UnknownWord",
    "read_command",
]
