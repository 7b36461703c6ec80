"""Re-assessment: a decision taken up again, its earlier answers offered one by one ("Still weekly?").

The earlier version holds, and its roadmap is worked, until the new one has a verdict (bot/dialogue/versions.py).
"""

from dataclasses import replace

from bot.commands import CommandBase, KeepAnswer, KeepRest, Reassess, SomethingElse, StillSo, TypedText
from bot.dialogue import moving, wording
from bot.dialogue.answers import is_too_late, record, told
from bot.dialogue.ask import changed, proceed, question_message
from bot.dialogue.contradictions import carried
from bot.dialogue.guard import ENDED, named_decision
from bot.dialogue.meant import open_here
from bot.dialogue.progress import number, open_fact, parent_edit, question_key
from bot.dialogue.roadmap import newest_decided
from bot.dialogue.schedule import day_in_words
from bot.dialogue.start import new_assessment, opened_with
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, privately, problem
from bot.dialogue.versions import is_live
from bot.replies import AlreadyReassessing, Confirmed, Done, KeptLine, ToldAnswer, Trouble
from rules.hearing import Choice, Heard
from rules.hearing.following.confirming import Confirmed as Said
from rules.hearing.following.confirming import confirms, says_as_before
from storage.records import Answer, Assessment, AssessmentState, DeliveryMethod


def reassess(command: Reassess, recalled: Recalled) -> Turn:
    """Begin a new version, unless somebody has begun one."""
    assessment = recalled.assessment
    if not (command.assessment_id or command.name):
        assessment = newest_decided([one for one in recalled.others if one.state not in ENDED and one.decision])
    named = named_decision(command, assessment, Trouble.NONE_DECIDED)
    if isinstance(named, Turn):
        return named
    assessment = named[0]
    if assessment.state is not AssessmentState.DECIDED:
        return problem(command, Trouble.UNDER_REVISION, in_thread=False, name=assessment.name)
    running = recalled.successor
    if running is not None and running.id == assessment.superseded_by and is_live(running):
        return _running(command, running, recalled)
    return _begun(command, assessment, recalled)


def _running(command: CommandBase, running: Assessment, recalled: Recalled) -> Turn:
    reply = AlreadyReassessing(
        assessment_id=running.id,
        name=running.name,
        by=running.started_by,
        number=number(running) if open_fact(running) else 0,
        link=recalled.links.get(running.id),
    )
    return Turn(says=(privately(command, reply, in_thread=False),))


def _begun(command: Reassess, found: Assessment, recalled: Recalled) -> Turn:
    """The new version's parent and first question; the old one's parent says that it is being taken up again."""
    answers = {**found.earlier, **found.answers}  # what this version was never asked about again is still known
    earlier = {fact: answer for fact, answer in answers.items() if answer.value is not None}
    new = new_assessment(command, recalled, found.name, found.context).model_copy(
        update={"supersedes": found.id, "channel": found.channel, "earlier": earlier, "asked": carried(found)}
        | {"told_causes": found.told_causes}
    )
    opened = opened_with(new, recalled, command.response_url)
    before = found.model_copy(update={"superseded_by": new.id, "changed_at": recalled.now})
    says = (replace(parent_edit(before, recalled), about=before.id), *opened.says)
    begun = Confirmed(done=Done.REASSESSING, name=found.name)
    return Turn((before, *opened.assessments), (*says, privately(command, begun, in_thread=False)))


def still_so(assessment: Assessment, command: StillSo, recalled: Recalled) -> Turn:
    """The earlier answer holds: it is an answer of this version now, given by the one who confirmed it."""
    if is_too_late(assessment, command.fact):
        return told(assessment, command, assessment.answers[command.fact].value, recalled)
    earlier = assessment.earlier.get(command.fact)
    if earlier is None or command.fact not in recalled.framework.by_fact:
        return problem(command, Trouble.OUT_OF_DATE)
    given = Answer(fact=command.fact, value=earlier.value, by=command.actor, at=recalled.now)
    return record(assessment, given, recalled)


def keep_rest(assessment: Assessment, command: KeepRest, recalled: Recalled) -> Turn:
    """Everything that nobody has looked at yet holds, also what the team was not sure of: one click for all of it."""
    if is_too_late(assessment, command.fact):
        return told(assessment, command, assessment.answers[command.fact].value, recalled)
    if assessment.asking != command.fact or command.fact not in assessment.earlier:
        return problem(command, Trouble.OUT_OF_DATE)
    unsure = recalled.previous.answers if recalled.previous else {}
    before = {**unsure, **assessment.earlier}
    questions = recalled.framework.questions
    facts = [q.fact for q in questions if q.fact in before and q.fact not in assessment.answers]
    kept = {fact: Answer(fact=fact, value=before[fact].value, by=command.actor, at=recalled.now) for fact in facts}
    after = changed(assessment, recalled, answers={**assessment.answers, **kept}, asking=None)
    lines = tuple(wording.said(recalled.framework, one) for one in kept.values())
    line = KeptLine(assessment_id=assessment.id, by=command.actor, kept=lines)
    return proceed(after, recalled, (edit(line, question_key(command.fact)),))


def something_else(assessment: Assessment, command: SomethingElse, recalled: Recalled) -> Turn:
    """It does not hold: the same message asks the question in full."""
    if is_too_late(assessment, command.fact):
        return told(assessment, command, None, recalled)
    if assessment.asking != command.fact or command.fact not in assessment.earlier:
        return problem(command, Trouble.OUT_OF_DATE)
    earlier = {fact: answer for fact, answer in assessment.earlier.items() if fact != command.fact}
    asked = changed(assessment, recalled, earlier=earlier)
    return Turn(
        (asked,), (edit(question_message(asked, command.fact, recalled.framework), question_key(command.fact)),)
    )


def typed(assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard) -> Turn | None:
    """What a line does to an answer that is held up or asked again, as its buttons do; None where it is heard as any.

    `heard` is what it is taken for otherwise: "documents like before" names that answer and says that it holds.
    """
    fact = open_here(assessment)
    if fact is None or command.is_edited:
        return None
    about = command.about(assessment_id=assessment.id, fact=fact)
    if fact in assessment.answers:  # asked again: "still so" is what [Keep it] says
        keeps = command.is_mention and confirms(text, is_mention=False) is Said.THIS
        return moving.keep(assessment, KeepAnswer(**about), recalled) if keeps else None
    earlier = assessment.earlier.get(fact)
    said = confirms(text, is_mention=command.is_mention) if earlier else None
    if earlier and said is None and command.is_mention and not heard.saves and says_as_before(text):
        said = Said.THIS if Choice(fact, earlier.value) in heard.offers else None
    match said:
        case Said.REST:
            return keep_rest(assessment, KeepRest(**about), recalled)
        case Said.THIS:
            return still_so(assessment, StillSo(**about), recalled)
        case Said.OTHER:
            return something_else(assessment, SomethingElse(**about), recalled)
    return Turn(says=(_last_time(assessment, command, earlier, recalled),)) if earlier and said else None


def _last_time(assessment: Assessment, command: TypedText, earlier: Answer, recalled: Recalled) -> Say:
    """Who gave the earlier answer, and when."""
    shown = wording.said(recalled.framework, earlier)
    zone = (
        recalled.previous.schedule.zone if recalled.previous and recalled.previous.schedule else recalled.default_zone
    )
    by = f", by {earlier.by}" if earlier.by else ""
    says = f"{shown.topic}, last time: {shown.words or 'not sure'}{by}, {day_in_words(zone, earlier.at, recalled.now)}."
    told = ToldAnswer(
        assessment_id=assessment.id, asked_by=command.actor, says=(says,), people=(earlier.by,) if earlier.by else ()
    )
    return Say(DeliveryMethod.POST, told, under_key=PARENT)
