"""What is said, and when: pure. `advance` takes what was recalled and a command, and gives the next state and words.

One file a conversation. The table below says which step carries out which command, and what guards it; a new
conversation is a new file and its lines here.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot import commands
from bot.commands import CommandBase
from bot.dialogue import (
    answering,
    answers,
    exporting,
    failures,
    home,
    items,
    moving,
    planning,
    reassess,
    review_due,
    review_lost,
    reviewing,
    roadmap,
    start,
    status,
    tasks,
    typed,
    undelivered,
    verdict,
)
from bot.dialogue.guard import Step, in_thread, on_any, on_decided, on_live, on_live_decision
from bot.dialogue.reviewing import on_open
from bot.dialogue.turn import Recalled, Say, Turn, latest, privately
from bot.errors import BadInput

__all__ = ["STEPS", "Recalled", "Say", "Turn", "advance", "faults"]

STEPS: Mapping[type[CommandBase], Step] = {
    commands.AskForName: start.ask_for_name,
    commands.StartAssessment: start.start,
    commands.StartNewVersion: on_live(start.start_new_version),
    commands.TryAgain: on_live(start.try_again),
    commands.HoldInDirectMessage: on_live(start.hold_in_direct_message),
    commands.ShowStatus: status.show_status,
    commands.ShowHelp: status.show_help,
    commands.UnknownWord: status.unknown_word,
    commands.NotThereYet: status.not_there_yet,
    commands.FromOutside: status.from_outside,
    commands.OutOfDate: status.out_of_date,
    commands.GiveAnswer: on_live(answers.answer),
    commands.NotSure: on_live(answers.not_sure),
    commands.RecordChange: on_live(answers.record_change),
    commands.ResolveContradiction: on_live(answers.resolve),
    commands.TypedText: in_thread(typed.typed),
    commands.Back: on_live(moving.back),
    commands.Stop: on_live(moving.stop),
    commands.Continue: on_live(moving.resume),
    commands.ChangeAnswer: on_live(moving.change),
    commands.KeepAnswer: on_live(moving.keep),
    commands.NeitherOffered: on_live(moving.neither),
    commands.AnswerRest: on_live(moving.rest),
    commands.Cancel: on_live(moving.cancel),
    commands.DeleteAssessment: on_any(status.delete),
    commands.ShowMore: on_decided(verdict.more),
    commands.Compare: on_decided(verdict.compare),
    commands.ShowPrecedents: on_decided(verdict.precedents),
    commands.ShowRows: on_decided(verdict.rows),
    commands.AskQuestion: on_decided(answering.ask_modal),
    commands.QuestionAsked: on_decided(answering.asked_in_modal),
    commands.Suggested: on_any(answering.suggested),
    commands.ShowRoadmap: roadmap.show,
    commands.MarkItem: on_live(roadmap.mark),
    commands.EditItem: on_live(items.edit_item),
    commands.ItemEdited: on_live(items.edited),
    commands.EditTasks: on_live_decision(tasks.edit_tasks),
    commands.AddTask: on_live(tasks.add_task),
    commands.TasksSaved: on_live_decision(tasks.save),
    commands.Reassess: reassess.reassess,
    commands.StillSo: on_live(reassess.still_so),
    commands.KeepRest: on_live(reassess.keep_rest),
    commands.SomethingElse: on_live(reassess.something_else),
    commands.LogFailure: failures.log,
    commands.FailureLogged: failures.logged,
    commands.CorrectFailure: on_any(failures.correct),
    commands.FailureCorrected: on_any(failures.corrected),
    commands.WithdrawFailure: on_any(failures.withdraw),
    commands.AskForPlan: on_live_decision(planning.ask),
    commands.PlanReview: on_live_decision(planning.plan),
    commands.PauseReviews: on_live(planning.pause),
    commands.ResumeReviews: on_live(planning.resume),
    commands.StopReviews: on_live(planning.stop),
    commands.HandOver: on_live(reviewing.hand_over),
    commands.OpenReview: review_due.open_review,
    commands.WakeReview: review_due.wake_up,
    commands.NudgeOwner: review_due.nudge_owner,
    commands.MarkTask: on_open(reviewing.mark),
    commands.SayChanged: on_open(reviewing.say_changed),
    commands.AskForCounts: on_open(reviewing.ask_for_counts),
    commands.SaveCounts: on_open(reviewing.save_counts),
    commands.FinishReview: on_open(reviewing.finish),
    commands.SnoozeReview: on_open(reviewing.snooze),
    commands.SkipReview: on_open(reviewing.skip),
    commands.PostReviewAgain: on_live(review_lost.post_again),
    commands.PostNow: on_any(review_lost.post_now),
    commands.AppHomeOpened: home.show,
    commands.RefreshHome: home.refresh,
    commands.ExportRecord: exporting.record,
    commands.ExportTables: exporting.tables,
    commands.DeliveryFailed: undelivered.failed,
}
"""Command -> step. What Slack tells of the installation is not here: it is no conversation (see bot.advisor)."""

_FAULTS: Mapping[type[CommandBase], Callable[..., tuple[str, BadInput] | None]] = {
    commands.StartAssessment: start.fault,
    commands.QuestionAsked: answering.fault,
    commands.ItemEdited: items.fault,
    commands.TasksSaved: tasks.fault,
    commands.FailureLogged: failures.fault,
    commands.FailureCorrected: failures.fault,
    commands.PlanReview: planning.fault,
    commands.SaveCounts: reviewing.fault,
}


def advance(command: CommandBase, recalled: Recalled) -> Turn:
    """One step: what is to be saved and said. Pure and total: a command that is not understood changes nothing."""
    step = STEPS.get(type(command))
    turn = step(command, recalled) if step else Turn()
    turn = replace(turn, says=latest(turn.says))
    before = recalled.assessment
    if before is None or not turn.assessments or not command.actor:
        return turn
    stands = verdict.stands(before, turn.assessments[-1])
    return turn.saying(privately(command, stands)) if stands else turn


def faults(command: CommandBase) -> dict[str, str]:
    """What is wrong with a modal's fields, before it closes: by field, as sentences. Empty where all is well.

    A field is named as `ids.fault_at` names it; for most that is the Field itself.
    """
    check = _FAULTS.get(type(command))
    found = check(command) if check else None
    return {found[0]: str(found[1])} if found else {}
