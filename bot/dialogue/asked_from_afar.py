"""What is typed about a decision outside its thread: in its channel it is heard as in the thread, and told where it is.

Written to the bot directly about a channel's decision it is answered there, in short and without controls: more of it,
and what changes it, is asked and said where everybody sees it.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.commands import TypedText
from bot.dialogue import telling
from bot.dialogue.meant import heard_in_modal, said_of
from bot.dialogue.reviews_told import looked_at
from bot.dialogue.turn import PARENT, NotHeard, Recalled, Turn, directly, privately, problem
from bot.replies import AnsweredLine, Confirmed, Done, FailureMessage, ToldAnswer, Trouble
from rules.hearing import Asked
from storage.deliveries import IN_THREAD
from storage.records import Assessment, DeliveryMethod

_HELLO = "Hello. Ask me about the verdict: why, why not, what if, what next."


def asked_directly(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """Each question answered in the direct message. A stated change is told like a supposition, and not recorded."""
    decision, text = assessment.decision, said_of(assessment, command)
    if decision is None:
        return problem(command, Trouble.NOT_DECIDED, in_thread=False, name=assessment.name)
    heard = heard_in_modal(decision, text)
    if heard.greets or not text:
        hello = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=(_HELLO,))
        return _told(assessment, command, [hello], recalled)
    if heard.silent:
        return Turn()
    known = telling.background(assessment, recalled, looked_at(command, recalled))
    likely = tuple(offer for offer in heard.offers if isinstance(offer, Asked))[:1]
    questions = heard.questions or likely or (Asked("unknown"),)
    known = telling.with_past(known, questions, assessment, recalled)
    answers = [telling.in_short(assessment, command, asked, known) for asked in questions]
    is_unknown = any(asked.intent == "unknown" for asked in questions)
    turn = _told(assessment, command, answers, recalled)
    return replace(turn, not_heard=NotHeard("question", text) if is_unknown else None)


def _told(assessment: Assessment, command: TypedText, answers: Sequence[ToldAnswer], recalled: Recalled) -> Turn:
    """The answers in the direct message, each with what it is about."""
    about = {"name": assessment.name, "link": recalled.links.get(PARENT)}
    says = (directly(command.channel, each.model_copy(update=about)) for each in answers)
    return Turn(says=tuple(replace(say, under_key=_thread_of(command)) for say in says))


def beside(command: TypedText) -> TypedText | None:
    """What was said to the bot in a thread of nothing of ours: heard as in the channel, told where it was said."""
    if not command.is_mention or command.thread_ts is None:
        return None
    return command.model_copy(update={"thread_ts": None, "beside": command.thread_ts})


def told_outside(turn: Turn, assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """The turn of words typed in the channel: what one person hears stands there, and says where the rest stands."""
    if command.thread_ts is not None or command.is_direct:
        return turn
    says = tuple(
        replace(say, under_key=_thread_of(command)) if say.is_private and say.under_key == PARENT else say
        for say in turn.says
    )
    moved = replace(turn, says=says)
    if not any(say.method is DeliveryMethod.POST and not say.is_private for say in says):
        return moved
    is_logged = any(isinstance(say.reply, FailureMessage) for say in says)
    is_answered = any(isinstance(say.reply, AnsweredLine) for say in says)
    done = Done.LOGGED if is_logged else Done.WRITTEN_DOWN if is_answered else Done.ASKED
    reply = Confirmed(done=done, name=assessment.name, link=recalled.links.get(PARENT))
    return moved.saying(privately(command, reply, in_thread=False, thread=command.beside))


def _thread_of(command: TypedText) -> str | None:
    return f"{IN_THREAD}{command.beside}" if command.beside else None
