"""What people and Slack ask of the bot, as frozen values: `parse` makes them from payloads, `advisor` carries them out.

A command names its tenant, so nothing can be asked for without one, and the key under which a repeat of it is known. It
is JSON at need: a RUN row of the outbox holds a command that falls due later.
"""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from bot.commands.base import AboutAssessment, AboutQuestion, CommandBase
from bot.commands.failures import (
    AboutFailure,
    CorrectFailure,
    FailureCorrected,
    FailureLogged,
    LogFailure,
    WithdrawFailure,
)
from bot.commands.home import AppHomeOpened, ExportRecord, ExportTables, RefreshHome
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
from bot.commands.reassess import KeepRest, Reassess, SomethingElse, StillSo
from bot.commands.review import (
    AboutReview,
    AskForCounts,
    AskForPlan,
    FinishReview,
    HandOver,
    MarkTask,
    NudgeOwner,
    OpenReview,
    PauseReviews,
    PlanReview,
    PostNow,
    PostReviewAgain,
    ResumeReviews,
    SaveCounts,
    SayChanged,
    SkipReview,
    SnoozeReview,
    StopReviews,
    WakeReview,
)
from bot.commands.roadmap import EditItem, ItemEdited, MarkItem, ShowRoadmap
from bot.commands.slack import BotUninstalled, DeliveryFailed, TokensRevoked
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
from bot.commands.tasks import AddTask, EditTasks, TasksSaved, TaskTyped
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
    | EditItem
    | ItemEdited
    | EditTasks
    | AddTask
    | TasksSaved
    | LogFailure
    | FailureLogged
    | CorrectFailure
    | FailureCorrected
    | WithdrawFailure
    | Reassess
    | StillSo
    | KeepRest
    | SomethingElse
    | AskForPlan
    | PlanReview
    | PauseReviews
    | ResumeReviews
    | StopReviews
    | HandOver
    | PostNow
    | OpenReview
    | NudgeOwner
    | WakeReview
    | PostReviewAgain
    | MarkTask
    | SayChanged
    | AskForCounts
    | SaveCounts
    | FinishReview
    | SnoozeReview
    | SkipReview
    | DeliveryFailed
    | AppHomeOpened
    | RefreshHome
    | ExportRecord
    | ExportTables
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
    "AboutFailure",
    "AboutQuestion",
    "AboutReview",
    "AddTask",
    "Answer",
    "AnswerRest",
    "AppHomeOpened",
    "AskForCounts",
    "AskForName",
    "AskForPlan",
    "AskQuestion",
    "Back",
    "BotUninstalled",
    "Cancel",
    "ChangeAnswer",
    "Command",
    "CommandBase",
    "Compare",
    "Continue",
    "CorrectFailure",
    "DeleteAssessment",
    "DeliveryFailed",
    "EditItem",
    "EditTasks",
    "ExportRecord",
    "ExportTables",
    "FailureCorrected",
    "FailureLogged",
    "FinishReview",
    "FromOutside",
    "HandOver",
    "HoldInDirectMessage",
    "ItemEdited",
    "KeepAnswer",
    "KeepRest",
    "LogFailure",
    "MarkItem",
    "MarkTask",
    "NeitherOffered",
    "NotSure",
    "NotThereYet",
    "NudgeOwner",
    "OpenReview",
    "OutOfDate",
    "PauseReviews",
    "PlanReview",
    "PostNow",
    "PostReviewAgain",
    "QuestionAsked",
    "Reassess",
    "RecordChange",
    "RefreshHome",
    "ResolveContradiction",
    "ResumeReviews",
    "SaveCounts",
    "SayChanged",
    "ShowHelp",
    "ShowMore",
    "ShowPrecedents",
    "ShowRoadmap",
    "ShowRows",
    "ShowStatus",
    "SkipReview",
    "SnoozeReview",
    "SomethingElse",
    "StartAssessment",
    "StartNewVersion",
    "StillSo",
    "Stop",
    "StopReviews",
    "Suggested",
    "TaskTyped",
    "TasksSaved",
    "TokensRevoked",
    "TryAgain",
    "TypedText",
    "UnknownWord",
    "WakeReview",
    "WithdrawFailure",
    "read_command",
]
