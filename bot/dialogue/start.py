"""How an assessment begins: its name, the one message in the channel, the first question; and where it is held."""

import json
from dataclasses import replace

from bot.commands import AskForName, CommandBase, HoldInDirectMessage, StartAssessment, StartNewVersion, TryAgain
from bot.dialogue.ask import ask, changed, close, question_message
from bot.dialogue.names import CONTEXT_LIMIT, NAME_LIMIT, clean, feature_name
from bot.dialogue.progress import number, open_fact, parent_edit, parent_message, question_key
from bot.dialogue.standing import standing
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, post, privately, problem
from bot.dialogue.versions import is_live, superseded
from bot.errors import BadInput, EmptyName, LongName, NoChannel
from bot.ids import Field
from bot.replies import AlreadyThere, Confirmed, Done, NameModal, Trouble
from rules import next_question
from storage.records import Assessment, AssessmentState


def ask_for_name(command: AskForName, _: Recalled) -> Turn:
    """The modal that asks for a name; it keeps where the answer belongs."""
    return Turn(modal=name_modal(command))


def name_modal(command: AskForName | StartAssessment, trouble: Trouble | None = None) -> NameModal:
    """The modal for this place, with what was wrong with the name that was given."""
    where = {"channel": command.channel, "response_url": command.response_url, "is_direct": command.is_direct}
    return NameModal(private=json.dumps(where), channel=command.channel or None, trouble=trouble)


def fault(command: StartAssessment) -> tuple[Field, BadInput] | None:
    """What is wrong with what the modal holds, as the sentence under its field."""
    try:
        feature_name(command.name)
    except BadInput as found:
        return Field.NAME, found
    return None if command.channel else (Field.CHANNEL, NoChannel())


def start(command: StartAssessment, recalled: Recalled) -> Turn:
    """A new assessment, unless there is a live one of that name here."""
    try:
        name = feature_name(command.name)
    except EmptyName:
        return Turn(modal=name_modal(command, Trouble.NAME_EMPTY))
    except LongName:
        length = len(clean(command.name))
        return problem(command, Trouble.NAME_TOO_LONG, in_thread=False, limit=NAME_LIMIT, length=length)
    if recalled.assessment is not None:
        return Turn(says=(privately(command, _already_there(recalled.assessment, recalled), in_thread=False),))
    new = new_assessment(command, recalled, name, clean(command.context, CONTEXT_LIMIT))
    return opened_with(new, recalled, command.response_url)


def _already_there(assessment: Assessment, recalled: Recalled) -> AlreadyThere:
    return AlreadyThere(
        assessment_id=assessment.id,
        name=assessment.name,
        number=number(assessment) if open_fact(assessment) else 0,
        link=recalled.links.get(assessment.id),
        **standing(assessment),
    )


def new_assessment(command: CommandBase, recalled: Recalled, name: str, context: str) -> Assessment:
    """An assessment that begins now."""
    return Assessment(
        id=recalled.new_id,
        tenant=command.tenant,
        channel=command.channel,
        name=name,
        context=context,
        started_by=command.actor,
        started_at=recalled.now,
        changed_at=recalled.now,
        rules_version=recalled.framework.version,
        rules_digest=recalled.framework.digest,
    )


def opened_with(new: Assessment, recalled: Recalled, response_url: str | None) -> Turn:
    """The parent message and the first question of a new assessment."""
    fact = next_question(new.facts(), frozenset(), recalled.framework)
    if fact is None:
        raise ValueError("the rulebook asks nothing")
    opened, asking = ask(new, fact, recalled)
    return Turn((opened,), (_parent(opened, recalled, response_url), *asking))


def _parent(assessment: Assessment, recalled: Recalled, response_url: str | None) -> Say:
    """The parent message. Its row remembers whom to tell, and where, should the bot not be in the channel."""
    message = parent_message(assessment, recalled.framework)
    return Say(
        method=post(message, PARENT).method,
        reply=message,
        message_key=PARENT,
        user=assessment.started_by,
        response_url=response_url,
    )


def start_new_version(assessment: Assessment, command: StartNewVersion, recalled: Recalled) -> Turn:
    """A new assessment of the same name; the old one stays as it was and takes no more answers."""
    new = new_assessment(command, recalled, assessment.name, assessment.context).model_copy(
        update={"supersedes": assessment.id, "channel": assessment.channel}
    )
    old = changed(
        assessment, recalled, state=AssessmentState.SUPERSEDED, superseded_by=new.id, asking=None, wants_all=False
    )
    ended: tuple[Assessment, ...] = (old,)
    closing = (*close(assessment, recalled), parent_edit(old, recalled))
    endings = tuple(replace(say, about=old.id) for say in closing)
    if recalled.previous is not None and is_live(recalled.previous):  # it was being re-assessed: that ends here, too
        before, more = superseded(recalled.previous, new, recalled)
        ended, endings = (before, *ended), (*more, *endings)
    opened = opened_with(new, recalled, command.response_url)
    return Turn((*ended, *opened.assessments), (*endings, *opened.says))


def try_again(assessment: Assessment, command: TryAgain, recalled: Recalled) -> Turn:
    """The bot was invited: post what could not be posted, once however often it is pressed."""
    if PARENT in recalled.posted:
        started = Confirmed(done=Done.STARTED, name=assessment.name, link=recalled.links.get(PARENT))
        return Turn(says=(privately(command, started, in_thread=False),))
    return posted_again(assessment, command, recalled)


def hold_in_direct_message(assessment: Assessment, command: HoldInDirectMessage, recalled: Recalled) -> Turn:
    """The bot cannot be in the channel: the interview goes on between it and the starter."""
    if PARENT in recalled.posted or assessment.channel == command.actor:
        nothing = Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)
        return Turn(says=(privately(command, nothing, in_thread=False),))
    if command.actor != assessment.started_by:
        return problem(command, Trouble.NOT_YOURS, in_thread=False, name=assessment.name, by=assessment.started_by)
    moved = posted_again(changed(assessment, recalled, channel=command.actor), command, recalled)
    told = privately(command, Confirmed(done=Done.MOVED, name=assessment.name), in_thread=False)
    return moved.saying(told) if moved.assessments else moved


def posted_again(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
    """The parent message and the open question, which could not be posted; where they still wait, these go out.

    The assessment is saved with them: of two who press at once the second sees what the first has posted.
    """
    if any(row.assessment_id == assessment.id and row.message_key == PARENT for row in recalled.unknown):
        return problem(command, Trouble.MAY_STAND, in_thread=False, name=assessment.name)
    parent = replace(_parent(assessment, recalled, command.response_url), replaces=True)
    fact, again = open_fact(assessment), changed(assessment, recalled)
    if fact is None:
        return Turn((again,), (parent,))
    message = question_message(assessment, fact, recalled.framework)
    return Turn((again,), (parent, post(message, question_key(fact), replaces=True)))
