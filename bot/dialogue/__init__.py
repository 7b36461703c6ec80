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
    asked_from_afar,
    asked_in_thread,
    blind,
    comparing,
    costing,
    deleting,
    differing,
    exporting,
    failures,
    home,
    items,
    moving,
    portfolio,
    reassess,
    roadmap,
    saying_why,
    sensitive,
    start,
    status,
    taking_back,
    tasks,
    telling,
    typed,
    typed_tasks,
    typed_work,
    undelivered,
    verdict,
)
from bot.dialogue.ask import kept_last
from bot.dialogue.guard import (
    in_thread,
    on_any,
    on_decided,
    on_live,
    on_live_decision,
    on_ours,
    on_shared,
    without_secret,
)
from bot.dialogue.needs import (
    ABOUT_NONE,
    NO_STEP,
    Find,
    Gather,
    Link,
    Needs,
    Step,
    always,
    in_a_copy,
    unless_named_by_id,
)
from bot.dialogue.review import drift, due, lost, planning, reopening, results, sharing, tokens, typed_plan, working
from bot.dialogue.review.beneath import told_there, with_way
from bot.dialogue.review.lost import is_of_review
from bot.dialogue.review.working import on_open
from bot.dialogue.turn import Recalled, Say, Turn, latest, privately
from bot.errors import BadInput
from bot.replies import AnsweredLine, Confirmed, HeardReply, Reply, ToldAnswer

__all__ = ["STEPS", "Recalled", "Say", "Turn", "advance", "faults", "step_of"]

REVIEWED = Needs(lives_on=always, reviews=always)
"""What steps about reviews need: reviews and their plan go on with the newest version."""

STEPS: Mapping[type[CommandBase], Step] = {
    commands.AskForName: Step(start.ask_for_name, ABOUT_NONE),
    commands.StartAssessment: Step(start.start, Needs(Find.START, links=(Link.STARTED,))),
    commands.StartNewVersion: Step(on_live(start.start_new_version)),
    commands.TryAgain: Step(on_live(start.try_again), Needs(posted=True)),
    commands.HoldInDirectMessage: Step(on_live(start.hold_in_direct_message), Needs(posted=True)),
    commands.ShowStatus: Step(
        status.show_status,
        Needs(Find.NOTHING, others=always, reviewed=True, links=(Link.OTHERS, Link.REVIEWS), unknown=True),
    ),
    commands.ShowHelp: Step(status.show_help, ABOUT_NONE),
    commands.UnknownWord: Step(status.unknown_word, Needs(Find.NOTHING, others=always)),
    commands.NotThereYet: Step(status.not_there_yet, ABOUT_NONE),
    commands.FromOutside: Step(status.from_outside, ABOUT_NONE),
    commands.OutOfDate: Step(status.out_of_date, ABOUT_NONE),
    commands.GiveAnswer: Step(on_shared(answers.answer)),
    commands.SayNotSure: Step(on_shared(answers.not_sure)),
    commands.RecordChange: Step(on_shared(answers.record_change)),
    commands.TakeBack: Step(on_shared(taking_back.take_back), Needs(gathers=Gather.HISTORY)),
    commands.ResolveContradiction: Step(on_shared(answers.resolve)),
    commands.TypedText: Step(
        in_thread(typed.typed, asked_from_afar.asked_directly),
        Needs(
            Find.THREAD,
            else_beside=asked_from_afar.beside,
            else_read_as=typed.as_words,
            posted=True,
            gathers=Gather.MEANING,
            hears=True,
            zone=typed_plan.plans,
            reviews=typed_work.looks_at_reviews,
            fails=typed_work.looks_at_failures,
            logs=typed_work.looks_at_log,
        ),
    ),
    commands.Back: Step(on_shared(moving.back)),
    commands.Stop: Step(on_live(moving.stop)),
    commands.Continue: Step(on_live(moving.resume), Needs(posted=True)),
    commands.ChangeAnswer: Step(on_shared(moving.change)),
    commands.KeepAnswer: Step(on_shared(moving.keep)),
    commands.NeitherOffered: Step(on_shared(moving.neither)),
    commands.AnswerRest: Step(on_shared(moving.rest), Needs(posted=True)),
    commands.AskBlind: Step(on_live(blind.ask_people)),
    commands.PeopleNamed: Step(on_live(blind.named)),
    commands.AnswerBlind: Step(on_live(blind.own_questions)),
    commands.GiveBlindAnswer: Step(on_live(blind.give)),
    commands.OpenBlindAnswers: Step(on_live(differing.open_now)),
    commands.SettleDifference: Step(on_shared(differing.settle)),
    commands.DifferenceSettled: Step(on_shared(differing.settled)),
    commands.Cancel: Step(on_live(moving.cancel)),
    commands.DeleteAssessment: Step(on_any(deleting.delete), Needs(own=True)),
    commands.ShowMore: Step(on_decided(verdict.more)),
    commands.Compare: Step(on_decided(comparing.compare)),
    commands.CompareInFull: Step(on_decided(comparing.in_full)),
    commands.ShowPrecedents: Step(on_decided(verdict.precedents)),
    commands.ShowRows: Step(on_decided(verdict.rows)),
    commands.ShowTold: Step(on_any(telling.more)),
    commands.AskQuestion: Step(on_decided(answering.ask_modal)),
    commands.QuestionAsked: Step(on_decided(asked_in_thread.asked_in_modal), Needs(gathers=Gather.MEANING, hears=True)),
    commands.SayWhy: Step(on_live_decision(saying_why.ask)),
    commands.ReasonGiven: Step(on_live_decision(saying_why.given)),
    commands.Suggested: Step(on_any(answering.suggested)),
    commands.AskForCost: Step(on_decided(costing.ask)),
    commands.CostGiven: Step(on_live_decision(costing.given)),
    commands.ShowRoadmap: Step(roadmap.show, Needs(Find.NAMED, others=unless_named_by_id, links=(Link.ROADMAP,))),
    commands.ShowRoadmapHere: Step(on_live_decision(roadmap.show_here), Needs(links=(Link.ROADMAP,))),
    commands.OpenPhase: Step(on_decided(roadmap.open_phase), Needs(links=(Link.ROADMAP,))),
    commands.MarkItem: Step(on_live(roadmap.mark), Needs(redraws=in_a_copy)),
    commands.EditItem: Step(on_live(items.edit_item), Needs(redraws=in_a_copy)),
    commands.ItemEdited: Step(on_live(items.edited), Needs(redraws=in_a_copy)),
    commands.EditTasks: Step(on_live_decision(tasks.edit_tasks)),
    commands.AddTask: Step(on_live(tasks.add_task)),
    commands.TasksSaved: Step(on_live_decision(tasks.save)),
    commands.WriteTask: Step(on_live_decision(typed_tasks.write)),
    commands.Reassess: Step(reassess.reassess, Needs(Find.NAMED, others=unless_named_by_id, successor=True)),
    commands.StillSo: Step(on_live(reassess.still_so)),
    commands.KeepRest: Step(on_live(reassess.keep_rest)),
    commands.SomethingElse: Step(on_live(reassess.something_else)),
    commands.LogFailure: Step(
        failures.log, Needs(Find.FAILING, lives_on=always, others=always, gathers=Gather.FEATURES)
    ),
    commands.FailureLogged: Step(
        failures.logged, Needs(lives_on=always, failure=True, reviews=always, links=(Link.PARENT, Link.MESSAGE))
    ),
    commands.CorrectFailure: Step(on_any(failures.correct), Needs(failure=True)),
    commands.FailureCorrected: Step(on_any(failures.corrected), Needs(failure=True, reviews=always)),
    commands.WithdrawFailure: Step(on_any(failures.withdraw), Needs(failure=True, reviews=always)),
    commands.SortFailure: Step(on_any(failures.sort), Needs(failure=True, reviews=always)),
    commands.AskForPlan: Step(on_live_decision(planning.ask), Needs(lives_on=always, zone=always)),
    commands.PlanReview: Step(
        on_live_decision(planning.plan), Needs(lives_on=always, reviews=always, holidays=planning.countries)
    ),
    commands.AddToCalendar: Step(on_live(planning.add_to_calendar), Needs(lives_on=always, links=(Link.PARENT,))),
    commands.PauseReviews: Step(on_live(planning.pause), REVIEWED),
    commands.ResumeReviews: Step(on_live(planning.resume), REVIEWED),
    commands.StopReviews: Step(on_live(planning.stop), REVIEWED),
    commands.HandOver: Step(on_live(working.hand_over), REVIEWED),
    commands.OpenReview: Step(due.open_review, REVIEWED),
    commands.WakeReview: Step(due.wake_up, REVIEWED),
    commands.NudgeOwner: Step(due.nudge_owner, Needs(lives_on=always, reviews=always, links=(Link.REVIEW,))),
    commands.LookForDrift: Step(drift.look, REVIEWED),
    commands.MarkTask: Step(on_open(working.mark), REVIEWED),
    commands.SayChanged: Step(
        on_open(working.say_changed), Needs(lives_on=always, reviews=always, links=(Link.PARENT,))
    ),
    commands.AskForCounts: Step(on_open(working.ask_for_counts), REVIEWED),
    commands.SaveCounts: Step(on_open(working.save_counts), REVIEWED),
    commands.FinishReview: Step(on_open(working.finish), Needs(lives_on=always, reviews=always, links=(Link.PARENT,))),
    commands.ReadResults: Step(on_ours(results.read), Needs(is_ours=True, lives_on=always, reviews=always)),
    commands.UseResults: Step(on_open(results.use), REVIEWED),
    commands.KeepResults: Step(on_live(results.keep), REVIEWED),
    commands.NameTask: Step(on_live(results.name_task), REVIEWED),
    commands.ShowTokens: Step(tokens.show, Needs(Find.NAMED_OR_NEWEST, lives_on=always, tokens=True)),
    commands.MakeToken: Step(on_live_decision(tokens.make), Needs(lives_on=always, tokens=True)),
    commands.RevokeToken: Step(on_live(tokens.revoke), Needs(lives_on=always, tokens=True)),
    commands.ReadFiles: Step(sharing.in_its_thread, Needs(Find.THREAD, lives_on=always)),
    commands.FileNotRead: Step(on_ours(sharing.not_read), Needs(is_ours=True)),
    commands.SnoozeReview: Step(on_open(working.snooze), REVIEWED),
    commands.SkipReview: Step(on_open(working.skip), REVIEWED),
    commands.ReopenReview: Step(on_live(reopening.reopen), REVIEWED),
    commands.SettleReview: Step(reopening.settle, REVIEWED),
    commands.PostReviewAgain: Step(on_live(lost.post_again), REVIEWED),
    commands.PostNow: Step(on_any(lost.post_now), Needs(delivery=True)),
    commands.AppHomeOpened: Step(home.show, Needs(Find.NOTHING, gathers=Gather.HOME_OPENED)),
    commands.RefreshHome: Step(home.refresh, Needs(Find.NOTHING, gathers=Gather.HOME_AGAIN)),
    commands.ShowPortfolio: Step(portfolio.show, Needs(Find.NOTHING, gathers=Gather.PORTFOLIO)),
    commands.ExportRecord: Step(exporting.record, Needs(Find.NAMED_OR_NEWEST, gathers=Gather.RECORD)),
    commands.ExportTables: Step(exporting.tables, Needs(Find.NOTHING, gathers=Gather.TABLES)),
    commands.ShownWithoutCharts: Step(on_ours(lost.draw_instead), Needs(is_ours=True, lives_on=always, reviews=always)),
    commands.DeliveryFailed: Step(
        undelivered.failed, Needs(is_ours=True, lives_on=is_of_review, reviews=is_of_review, delivery=True)
    ),
}
"""Command -> step. What Slack tells of the installation is not here: it is no conversation (see bot.advisor)."""

_FAULTS: Mapping[type[CommandBase], Callable[..., tuple[str, BadInput] | None]] = {
    commands.StartAssessment: start.fault,
    commands.PeopleNamed: blind.fault,
    commands.QuestionAsked: answering.fault,
    commands.CostGiven: costing.fault,
    commands.ItemEdited: items.fault,
    commands.TasksSaved: tasks.fault,
    commands.FailureLogged: failures.fault,
    commands.FailureCorrected: failures.fault,
    commands.PlanReview: planning.fault,
    commands.SaveCounts: working.fault,
}


def step_of(command: CommandBase) -> Step:
    """The step that carries out this command, and what it needs to know."""
    return STEPS.get(type(command), NO_STEP)


def advance(command: CommandBase, recalled: Recalled) -> Turn:
    """One step: what is to be saved and said. Pure and total: a command that is not understood changes nothing."""
    turn = without_secret(command, recalled) or step_of(command).take(command, recalled)
    turn = with_way(kept_last(told_there(turn, command, recalled), command, recalled), command, recalled)
    runs, says = (*turn.runs, *drift.watched(turn, recalled)), latest(turn.says)
    if (runs, says) != (turn.runs, turn.says):
        turn = replace(turn, runs=runs, says=says)
    before = recalled.assessment
    if before is None or not turn.assessments or not command.actor:
        return turn
    stands = verdict.stands(before, turn.assessments[-1])
    return told_there(_telling(turn, command, stands), command, recalled) if stands else turn


def _telling(turn: Turn, command: CommandBase, stands: Confirmed) -> Turn:
    """The turn with that the verdict stands: in the last words about what was taken, else alone."""
    places = [place for place, say in enumerate(turn.says) if _tells_what_was_taken(say.reply)]
    if not places:
        return turn.saying(privately(command, stands))
    says = list(turn.says)
    last = says[places[-1]]
    says[places[-1]] = replace(last, reply=last.reply.model_copy(update={"verdict": stands}))
    return replace(turn, says=tuple(says))


def _tells_what_was_taken(reply: Reply) -> bool:
    is_beside = isinstance(reply, AnsweredLine) and reply.is_beside
    is_gone = isinstance(reply, ToldAnswer) and reply.takes_back
    return is_beside or is_gone or bool(isinstance(reply, HeardReply) and reply.taken)


def faults(command: CommandBase) -> dict[str, str]:
    """What is wrong with a modal's fields, before it closes: by field, as sentences. Empty where all is well.

    A field is named as `ids.fault_at` names it; for most that is the Field itself.
    """
    check = _FAULTS.get(type(command))
    fault = (check(command) if check else None) or sensitive.fault(command)
    return {fault[0]: str(fault[1])} if fault else {}
