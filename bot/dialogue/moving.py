"""The interview: going back, stopping, going on, changing an answer, and giving the interview up."""

from dataclasses import replace

from bot.commands import (
    AnswerRest,
    Back,
    Cancel,
    ChangeAnswer,
    Continue,
    KeepAnswer,
    NeitherOffered,
    Stop,
)
from bot.dialogue import versions, wording
from bot.dialogue.answers import is_too_late, told
from bot.dialogue.ask import ask, asked_below, change_question, changed, close, proceed, question_message, reopen
from bot.dialogue.progress import asked_facts, number, open_fact, parent_edit, question_key, unanswered, unsure
from bot.dialogue.start import posted_again
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, in_its_place, post, privately, problem
from bot.replies import CancelledLine, ChangedLine, Confirmed, Done, SetAsideLine, StillOpen, StoppedMessage, Trouble
from rules import next_question
from storage.records import Assessment, AssessmentState


def back(assessment: Assessment, command: Back, recalled: Recalled) -> Turn:
    """Ask the question before this one again; this one is set aside, not lost."""
    if is_too_late(assessment, command.fact):
        return told(assessment, command, None, recalled)
    facts = asked_facts(assessment)
    place = facts.index(command.fact) if command.fact in facts else 0
    if assessment.asking != command.fact or place == 0:
        return problem(command, Trouble.NOTHING_TO_GO_BACK if place == 0 else Trouble.OUT_OF_DATE)
    return reopen(assessment, facts[place - 1], recalled)


def stop(assessment: Assessment, command: Stop, recalled: Recalled) -> Turn:
    """Stop for now: nothing is lost. Where there is a verdict already, it simply stands."""
    if assessment.state is not AssessmentState.INTERVIEWING:
        return Turn(says=(privately(command, Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)),))
    if assessment.decision is not None and assessment.decision.facts == assessment.facts():
        return _rest_with_the_verdict(assessment, recalled)
    if _only_sharpens(assessment, recalled):
        return proceed(changed(assessment, recalled, asking=None, wants_all=False), recalled)
    stopped = changed(assessment, recalled, state=AssessmentState.STOPPED)
    fact = open_fact(stopped)
    says: tuple[Say, ...] = ()
    if fact is not None:
        topic = recalled.framework.by_fact[fact].topic
        line = StoppedMessage(
            assessment_id=stopped.id,
            by=command.actor,
            number=number(stopped),
            topic=topic,
            can_cancel=stopped.decision is None,
        )
        says = (edit(line, question_key(fact)),)
    return Turn((stopped,), (*says, parent_edit(stopped, recalled)))


def _only_sharpens(assessment: Assessment, recalled: Recalled) -> bool:
    """Whether there is a verdict and what stands open cannot change it: then the answers so far are concluded."""
    fact = open_fact(assessment)
    if assessment.decision is None or fact is None or fact in assessment.answers:
        return False
    return next_question(assessment.facts(), unsure(assessment), recalled.framework) is None


def _rest_with_the_verdict(assessment: Assessment, recalled: Recalled) -> Turn:
    """Close what stands open; the verdict was given on these very answers."""
    fact = open_fact(assessment)
    says = close(assessment, recalled)
    if fact is not None and fact not in assessment.answers:
        topic = recalled.framework.by_fact[fact].topic
        says = (edit(SetAsideLine(topic=topic, matters=False), question_key(fact)),)
    rested = changed(assessment, recalled, asking=None, wants_all=False, state=AssessmentState.DECIDED)
    return Turn((rested,), (*says, parent_edit(rested, recalled)))


def resume(assessment: Assessment, command: Continue, recalled: Recalled) -> Turn:
    """Take the interview up again; where it runs already, say where."""
    if assessment.state is AssessmentState.DECIDED:
        return problem(command, Trouble.ALREADY_DECIDED, name=assessment.name)
    fact = open_fact(assessment)
    if assessment.state is AssessmentState.STOPPED:
        going = changed(assessment, recalled, state=AssessmentState.INTERVIEWING)
        if fact is None:
            return _go_on(going, recalled).saying(*_there(assessment, command, recalled))
        going, asking = ask(going, fact, recalled)
        return Turn((going,), (*asking, parent_edit(going, recalled), *_there(assessment, command, recalled)))
    if assessment.asking is None:
        return proceed(assessment, recalled)
    if fact is not None and PARENT not in recalled.posted:
        return posted_again(assessment, command, recalled)
    link = recalled.links.get(assessment.asking) or recalled.links.get(PARENT)
    # Pressed in the list of a channel, it is said there: nobody who looks at a channel sees what stands in a thread.
    is_typed = not command.response_url
    there = privately(command, Confirmed(done=Done.CONTINUED, name=assessment.name, link=link), in_thread=is_typed)
    shown = Turn() if fact is None else _shown_again(assessment, fact, recalled)
    return replace(shown, says=(there, *shown.says))


def _shown_again(assessment: Assessment, fact: str, recalled: Recalled) -> Turn:
    """The open question where it stands; where it does not, posted, and saved: whoever presses next finds it there."""
    message, key = question_message(assessment, fact, recalled.framework), question_key(fact)
    if key in recalled.posted:
        # Should its message have been deleted, this edit finds no message, and the question is posted anew.
        return Turn(says=(edit(message, key),))
    return Turn((changed(assessment, recalled),), (post(message, key, replaces=True),))


def _there(assessment: Assessment, command: Continue, recalled: Recalled) -> tuple[Say, ...]:
    """To whoever pressed in the channel: where it goes on. They would see nothing happen, and press again."""
    if not command.is_in_channel:
        return ()
    told = Confirmed(done=Done.CONTINUED, name=assessment.name, link=recalled.links.get(PARENT))
    return (privately(command, told, in_thread=False),)


def _go_on(assessment: Assessment, recalled: Recalled) -> Turn:
    """A contradiction stood open when it was stopped: it is asked again."""
    if assessment.asking is None:
        return proceed(assessment, recalled)
    return Turn((assessment,), (*asked_below(assessment, recalled), parent_edit(assessment, recalled)))


def change(assessment: Assessment, command: ChangeAnswer, recalled: Recalled) -> Turn:
    """Ask one question again: at the bottom of the thread; while another one stands open, the one who pressed alone."""
    if command.fact not in recalled.framework.by_fact:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    if assessment.asking is None or (assessment.asking == command.fact and not _is_open(assessment)):
        return reopen(assessment, command.fact, recalled)
    if assessment.asking == command.fact:
        return Turn(says=asked_below(assessment, recalled))
    return Turn(says=(privately(command, change_question(assessment, command.fact, recalled.framework)),))


def _is_open(assessment: Assessment) -> bool:
    return assessment.state is AssessmentState.INTERVIEWING


def keep(assessment: Assessment, command: KeepAnswer, recalled: Recalled) -> Turn:
    """Close a question that was opened again, and change nothing."""
    given = assessment.answers.get(command.fact)
    if command.is_change and given is not None:
        line = in_its_place(command, ChangedLine(said=wording.said(recalled.framework, given)))
        kept = Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)
        return Turn(says=(line or privately(command, kept),))
    if assessment.asking != command.fact or command.fact not in assessment.answers:
        return problem(command, Trouble.OUT_OF_DATE)
    lines = close(assessment, recalled)
    return proceed(changed(assessment, recalled, asking=None), recalled, lines)


def neither(assessment: Assessment, command: NeitherOffered, recalled: Recalled) -> Turn:
    """Neither of the two that were offered: the question stands as it was."""
    question = recalled.framework.by_fact.get(command.fact)
    if question is not None and assessment.asking != command.fact and command.fact in assessment.answers:
        return Turn(says=(privately(command, Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)),))
    if question is None or assessment.asking != command.fact:
        return problem(command, Trouble.OUT_OF_DATE)
    return Turn(says=(privately(command, StillOpen(topic=question.topic)),))


def rest(assessment: Assessment, command: AnswerRest, recalled: Recalled) -> Turn:
    """Ask what can no longer change the verdict, since the team wants it answered."""
    if not unanswered(assessment, recalled.framework):
        return Turn(says=(privately(command, Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)),))
    if assessment.state is AssessmentState.INTERVIEWING and assessment.wants_all:
        return resume(assessment, Continue.model_validate(command.model_dump(exclude={"kind"})), recalled)
    wanting = changed(assessment, recalled, wants_all=True)
    if assessment.asking is not None and assessment.state is AssessmentState.INTERVIEWING:
        return Turn((wanting,), (parent_edit(wanting, recalled),))
    return proceed(wanting, recalled)


def cancel(assessment: Assessment, command: Cancel, recalled: Recalled) -> Turn:
    """Give the interview up. A verdict that was given already stays as it is."""
    if assessment.decision is not None:
        return problem(command, Trouble.ALREADY_DECIDED, name=assessment.name)
    fact = open_fact(assessment)
    ended = changed(assessment, recalled, state=AssessmentState.CANCELLED, asking=None)
    says = close(assessment.model_copy(update={"state": AssessmentState.CANCELLED}), recalled)
    if fact is not None and fact not in assessment.answers:
        says = (edit(CancelledLine(by=command.actor, name=assessment.name), question_key(fact)),)
    kept, freed = versions.freed(recalled.previous, ended, recalled)
    return Turn((*kept, ended), (*says, *freed, parent_edit(ended, recalled, ended_by=command.actor)))
