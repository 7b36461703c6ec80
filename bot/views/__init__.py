"""Reply -> what Slack shows: Block Kit, and the same in plain words. Pure: no clock, no database, no Slack.

`render` and `render_modal` are the two doors; each looks up a table, with a line for each thing the bot says.
"""

from typing import Any

from bot import replies
from bot.replies import AnyModal, Reply
from bot.views import (
    asked,
    blind,
    blind_opened,
    changing,
    comparing,
    cost,
    exporting,
    failures,
    heard,
    home,
    modals,
    one_screen,
    parent,
    plan,
    portfolio,
    private,
    question,
    reassess,
    results,
    results_aside,
    review,
    review_outcome,
    roadmap,
    side_by_side,
    tasks,
    tokens,
    told,
    verdict,
)
from bot.views.blocks import Message
from bot.views.problem import problem

__all__ = ["Message", "render", "render_modal"]

_VIEWS: dict[type, Any] = {
    replies.ParentMessage: parent.parent,
    replies.NotInChannel: parent.not_in_channel,
    replies.AlreadyThere: parent.already_there,
    replies.QuestionMessage: question.question,
    replies.AnsweredLine: question.answered,
    replies.SetAsideLine: question.set_aside,
    replies.MovedLine: changing.moved,
    replies.ChangeQuestion: changing.changing,
    replies.ChangedLine: changing.changed_line,
    replies.BlindRound: blind.round_,
    replies.BlindQuestion: blind.question,
    replies.BlindDone: blind.done,
    replies.BlindCompared: blind_opened.compared,
    replies.StoppedMessage: question.stopped,
    replies.CancelledLine: question.cancelled,
    replies.DeletedLine: parent.deleted,
    replies.ContradictionMessage: question.contradiction,
    replies.ContradictionLine: question.contradiction_settled,
    replies.Clarify: question.clarify,
    replies.HeardReply: heard.heard,
    replies.StillOpen: question.still_open,
    replies.AnsweredBefore: question.told,
    replies.ToldAnswer: told.told,
    replies.VerdictMessage: one_screen.verdict,
    replies.EarlierVerdict: verdict.earlier_verdict,
    replies.VerdictPicture: side_by_side.picture,
    replies.WhyAnswer: asked.why,
    replies.WhyNotAnswer: asked.why_not,
    replies.FlipsAnswer: asked.flips,
    replies.WhatIfAnswer: asked.what_if,
    replies.CanAnswer: asked.can_answer,
    replies.PrecedentsAnswer: asked.precedents,
    replies.CompareAnswer: comparing.compare,
    replies.CostMessage: cost.cost,
    replies.RoadmapMessage: roadmap.roadmap,
    replies.RoadmapOverview: roadmap.overview,
    replies.RoadmapCopy: roadmap.copy,
    replies.ItemTold: roadmap.told,
    replies.FailureMessage: failures.failure,
    replies.StillSoMessage: reassess.still_so,
    replies.KeptLine: reassess.kept,
    replies.DifferenceMessage: reassess.difference,
    replies.AlreadyReassessing: reassess.already,
    replies.TasksTold: tasks.told,
    replies.DueTold: tasks.due_told,
    replies.HomeScreen: home.home,
    replies.ExportAsk: exporting.asking,
    replies.PortfolioMessage: portfolio.portfolio,
    replies.RecordFile: home.record_file,
    replies.TablesFile: home.tables_file,
    replies.PlanLine: plan.line,
    replies.CalendarFile: plan.calendar_file,
    replies.ReviewMessage: review.review,
    replies.ReviewClosed: review_outcome.closed,
    replies.ReviewReopened: review_outcome.reopened,
    replies.ReviewResult: review_outcome.result,
    replies.HistoryPicture: review_outcome.picture,
    replies.HistoryTable: review_outcome.table,
    replies.ResultsRead: results.read,
    replies.ResultsReading: results_aside.reading,
    replies.ResultsAside: results_aside.aside,
    replies.BelowBar: results_aside.below,
    replies.TokenLine: tokens.line,
    replies.ReviewBack: review_outcome.back,
    replies.ReviewNudge: review_outcome.nudge,
    replies.ReviewHandedOver: review_outcome.handed_over,
    replies.Drifted: review_outcome.drifted,
    replies.ReviewTrouble: review_outcome.trouble,
    replies.ReviewAside: plan.aside,
    replies.FactsToChange: review.facts,
    replies.Status: private.status,
    replies.Help: private.helping,
    replies.Problem: problem,
    replies.Confirmed: private.confirmed,
}
"""Each kind of reply with the view that shows it; a test holds this table against all replies that there are."""

_MODALS: dict[type, Any] = {
    replies.NameModal: modals.naming,
    replies.NoticeModal: modals.notice,
    replies.AskModal: modals.asking,
    replies.ReasonModal: changing.asking_why,
    replies.CostModal: cost.asking,
    replies.MoreModal: modals.more,
    replies.CompareModal: modals.compare,
    replies.PrecedentsModal: modals.precedents,
    replies.RowsModal: modals.rows,
    replies.ToldModal: told.whole,
    replies.PeopleModal: blind.naming,
    replies.BlindModal: blind.own,
    replies.SettleModal: blind_opened.settling,
    replies.PlanModal: plan.planning,
    replies.CountsModal: review.counting,
    replies.FailureModal: failures.logging,
    replies.TasksModal: tasks.editing,
    replies.TokensModal: tokens.tokens,
    replies.ItemModal: tasks.editing_item,
    replies.PortfolioModal: portfolio.opened,
}


def render(reply: Reply) -> Message:
    """What Slack is told for a reply."""
    shown: Message = _VIEWS[type(reply)](reply)
    return shown


def render_modal(modal: AnyModal) -> dict[str, Any]:
    """The view that Slack opens for a modal."""
    view: dict[str, Any] = _MODALS[type(modal)](modal)
    return view
