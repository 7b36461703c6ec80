"""Reply -> what Slack shows: Block Kit, and the same in plain words. Pure: no clock, no database, no Slack.

`render` and `render_modal` are the two doors; each is one match, a line for each thing the bot says.
"""

from typing import Any

from bot.replies import (
    AlreadyReassessing,
    AlreadyThere,
    AnsweredLine,
    AnyModal,
    AskModal,
    CanAnswer,
    CancelledLine,
    Clarify,
    CompareAnswer,
    CompareModal,
    Confirmed,
    ContradictionLine,
    ContradictionMessage,
    CountsModal,
    DifferenceMessage,
    DueTold,
    EarlierVerdict,
    FactsToChange,
    FailureMessage,
    FailureModal,
    FlipsAnswer,
    Help,
    HistoryPicture,
    HistoryTable,
    HomeScreen,
    ItemModal,
    ItemTold,
    MoreModal,
    NameModal,
    NotInChannel,
    ParentMessage,
    PlanLine,
    PlanModal,
    PrecedentsAnswer,
    PrecedentsModal,
    Problem,
    QuestionMessage,
    RecordFile,
    Reply,
    ReviewAside,
    ReviewBack,
    ReviewClosed,
    ReviewMessage,
    ReviewNudge,
    ReviewResult,
    ReviewTrouble,
    RoadmapCopy,
    RoadmapMessage,
    RowsModal,
    SetAsideLine,
    Status,
    StillOpen,
    StillSoMessage,
    StoppedMessage,
    TablesFile,
    TasksModal,
    TasksTold,
    Told,
    VerdictMessage,
    VerdictPicture,
    WhatIfAnswer,
    WhyAnswer,
    WhyNotAnswer,
)
from bot.views import (
    asked,
    failures,
    home,
    modals,
    parent,
    plan,
    private,
    question,
    reassess,
    review,
    review_outcome,
    roadmap,
    tasks,
    verdict,
)
from bot.views.blocks import Message
from bot.views.problem import problem

__all__ = ["Message", "render", "render_modal"]

_VIEWS: dict[type, Any] = {
    ParentMessage: parent.parent,
    NotInChannel: parent.not_in_channel,
    AlreadyThere: parent.already_there,
    QuestionMessage: question.question,
    AnsweredLine: question.answered,
    SetAsideLine: question.set_aside,
    StoppedMessage: question.stopped,
    CancelledLine: question.cancelled,
    ContradictionMessage: question.contradiction,
    ContradictionLine: question.contradiction_settled,
    Clarify: question.clarify,
    StillOpen: question.still_open,
    Told: question.told,
    VerdictMessage: verdict.verdict,
    EarlierVerdict: verdict.earlier_verdict,
    VerdictPicture: verdict.picture,
    WhyAnswer: asked.why,
    WhyNotAnswer: asked.why_not,
    FlipsAnswer: asked.flips,
    WhatIfAnswer: asked.what_if,
    CanAnswer: asked.can_answer,
    PrecedentsAnswer: asked.precedents,
    CompareAnswer: asked.compare,
    RoadmapMessage: roadmap.roadmap,
    RoadmapCopy: roadmap.copy,
    ItemTold: roadmap.told,
    FailureMessage: failures.failure,
    StillSoMessage: reassess.still_so,
    DifferenceMessage: reassess.difference,
    AlreadyReassessing: reassess.already,
    TasksTold: tasks.told,
    DueTold: tasks.due_told,
    HomeScreen: home.home,
    RecordFile: home.record_file,
    TablesFile: home.tables_file,
    PlanLine: plan.line,
    ReviewMessage: review.review,
    ReviewClosed: review_outcome.closed,
    ReviewResult: review_outcome.result,
    HistoryPicture: review_outcome.picture,
    HistoryTable: review_outcome.table,
    ReviewBack: review_outcome.back,
    ReviewNudge: review_outcome.nudge,
    ReviewTrouble: review_outcome.trouble,
    ReviewAside: plan.aside,
    FactsToChange: review.facts,
    Status: private.status,
    Help: private.helping,
    Problem: problem,
    Confirmed: private.confirmed,
}
"""Each kind of reply with the view that shows it; a test holds this table against the union of all replies."""

_MODALS: dict[type, Any] = {
    NameModal: modals.naming,
    AskModal: modals.asking,
    MoreModal: modals.more,
    CompareModal: modals.compare,
    PrecedentsModal: modals.precedents,
    RowsModal: modals.rows,
    PlanModal: plan.planning,
    CountsModal: review.counting,
    FailureModal: failures.logging,
    TasksModal: tasks.editing,
    ItemModal: tasks.editing_item,
}


def render(reply: Reply) -> Message:
    """What Slack is told for a reply."""
    shown: Message = _VIEWS[type(reply)](reply)
    return shown


def render_modal(modal: AnyModal) -> dict[str, Any]:
    """The view that Slack opens for a modal."""
    view: dict[str, Any] = _MODALS[type(modal)](modal)
    return view
