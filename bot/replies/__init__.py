"""What the bot says, as values: facts, and words that come from the rules. Fixed sentences stand in `bot.views`.

A Reply is self-contained and is kept as JSON in an outbox row until it is delivered (it may be read by a later release:
fields are only ever added, with a default). A modal is opened at once and never stored.
"""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from bot.replies.failures import BucketShown, FailureMessage, FailureModal, FeatureOffered, TaskOffered
from bot.replies.home import HomeLine, HomeScreen, RecordFile, SeesChannels, TablesFile, WaitingLine, Waits
from bot.replies.interview import (
    AlreadyThere,
    AnsweredLine,
    CancelledLine,
    Clarify,
    ContradictionLine,
    ContradictionMessage,
    NotInChannel,
    ParentMessage,
    QuestionMessage,
    SetAsideLine,
    StillOpen,
    StoppedMessage,
    Told,
)
from bot.replies.modals import (
    AskModal,
    CompareModal,
    MoreModal,
    NameModal,
    NoticeModal,
    PrecedentsModal,
    RowsModal,
)
from bot.replies.private import Confirmed, Done, Help, Problem, Status, StatusLine, Trouble, UnknownPost
from bot.replies.reassess import AlreadyReassessing, DifferenceMessage, KeptLine, StillSoMessage
from bot.replies.review import (
    Aside,
    BucketCount,
    CountsModal,
    FactsToChange,
    HistoryPicture,
    HistoryTable,
    PlanLine,
    PlanModal,
    ReviewAside,
    ReviewBack,
    ReviewClosed,
    ReviewMessage,
    ReviewNudge,
    ReviewResult,
    ReviewTrouble,
    TaskMark,
    ZoneFrom,
)
from bot.replies.roadmap import ItemShown, ItemTold, RoadmapCopy, RoadmapMessage
from bot.replies.tasks import DueTold, ItemModal, TaskRow, TaskShown, TasksModal, TasksTold
from bot.replies.verdict import (
    CanAnswer,
    CompareAnswer,
    EarlierVerdict,
    FlipsAnswer,
    PrecedentsAnswer,
    VerdictMessage,
    VerdictPicture,
    WhatIfAnswer,
    WhyAnswer,
    WhyNotAnswer,
)
from bot.replies.words import (
    Changed,
    Choice,
    DemandShown,
    FirstStep,
    FlipShown,
    GateShown,
    PrecedentShown,
    Progress,
    ReasonShown,
    Said,
    ShareShown,
    WhyNot,
)

Reply = Annotated[
    ParentMessage
    | QuestionMessage
    | AnsweredLine
    | SetAsideLine
    | StoppedMessage
    | CancelledLine
    | ContradictionMessage
    | ContradictionLine
    | Clarify
    | StillOpen
    | Told
    | NotInChannel
    | AlreadyThere
    | VerdictMessage
    | EarlierVerdict
    | VerdictPicture
    | WhyAnswer
    | WhyNotAnswer
    | FlipsAnswer
    | WhatIfAnswer
    | CanAnswer
    | PrecedentsAnswer
    | CompareAnswer
    | RoadmapMessage
    | RoadmapCopy
    | ItemTold
    | TasksTold
    | DueTold
    | FailureMessage
    | StillSoMessage
    | KeptLine
    | DifferenceMessage
    | AlreadyReassessing
    | PlanLine
    | ReviewMessage
    | ReviewClosed
    | ReviewResult
    | HistoryPicture
    | HistoryTable
    | ReviewBack
    | ReviewNudge
    | ReviewTrouble
    | ReviewAside
    | FactsToChange
    | HomeScreen
    | RecordFile
    | TablesFile
    | Status
    | Help
    | Problem
    | Confirmed,
    Field(discriminator="kind"),
]
"""Everything that is posted, edited or shown to one person."""

AnyModal = (
    NameModal
    | NoticeModal
    | AskModal
    | MoreModal
    | CompareModal
    | PrecedentsModal
    | RowsModal
    | FailureModal
    | TasksModal
    | ItemModal
    | PlanModal
    | CountsModal
)
"""Everything that is opened as a modal."""

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


def read_reply(stored: dict[str, Any]) -> Reply:
    """The reply that an outbox row holds. Raises pydantic's ValidationError for one this release does not know."""
    return _REPLY.validate_python(stored)


def write_reply(reply: Reply) -> dict[str, Any]:
    """The reply as JSON for an outbox row."""
    return reply.model_dump(mode="json")


__all__ = [
    "AlreadyReassessing",
    "AlreadyThere",
    "AnsweredLine",
    "AnyModal",
    "Aside",
    "AskModal",
    "BucketCount",
    "BucketShown",
    "CanAnswer",
    "CancelledLine",
    "Changed",
    "Choice",
    "Clarify",
    "CompareAnswer",
    "CompareModal",
    "Confirmed",
    "ContradictionLine",
    "ContradictionMessage",
    "CountsModal",
    "DemandShown",
    "DifferenceMessage",
    "Done",
    "DueTold",
    "EarlierVerdict",
    "FactsToChange",
    "FailureMessage",
    "FailureModal",
    "FeatureOffered",
    "FirstStep",
    "FlipShown",
    "FlipsAnswer",
    "GateShown",
    "Help",
    "HistoryPicture",
    "HistoryTable",
    "HomeLine",
    "HomeScreen",
    "ItemModal",
    "ItemShown",
    "ItemTold",
    "KeptLine",
    "MoreModal",
    "NameModal",
    "NotInChannel",
    "NoticeModal",
    "ParentMessage",
    "PlanLine",
    "PlanModal",
    "PrecedentShown",
    "PrecedentsAnswer",
    "PrecedentsModal",
    "Problem",
    "Progress",
    "QuestionMessage",
    "ReasonShown",
    "RecordFile",
    "Reply",
    "ReviewAside",
    "ReviewBack",
    "ReviewClosed",
    "ReviewMessage",
    "ReviewNudge",
    "ReviewResult",
    "ReviewTrouble",
    "RoadmapCopy",
    "RoadmapMessage",
    "RowsModal",
    "Said",
    "SeesChannels",
    "SetAsideLine",
    "ShareShown",
    "Status",
    "StatusLine",
    "StillOpen",
    "StillSoMessage",
    "StoppedMessage",
    "TablesFile",
    "TaskMark",
    "TaskOffered",
    "TaskRow",
    "TaskShown",
    "TasksModal",
    "TasksTold",
    "Told",
    "Trouble",
    "UnknownPost",
    "VerdictMessage",
    "VerdictPicture",
    "WaitingLine",
    "Waits",
    "WhatIfAnswer",
    "WhyAnswer",
    "WhyNot",
    "WhyNotAnswer",
    "ZoneFrom",
    "read_reply",
    "write_reply",
]
