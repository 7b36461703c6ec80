"""Asking one question at a time: opening it below all else, closing it as a line, and what follows an answer."""

from dataclasses import replace
from typing import Any

from bot.commands import CommandBase, TypedText
from bot.dialogue import wording
from bot.dialogue.contradictions import contradiction_again, next_contradiction
from bot.dialogue.progress import (
    asked_facts,
    has_line,
    is_blind,
    left_now,
    next_fact,
    open_fact,
    parent_edit,
    progress,
    question_key,
)
from bot.dialogue.round import round_below, round_closed
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, post
from bot.dialogue.verdict import conclude
from bot.replies import AnsweredLine, ChangeQuestion, MovedLine, QuestionMessage, SetAsideLine, StillSoMessage
from rules import next_question
from rules.facts import ALONE
from rules.framework import Framework
from storage.records import Answer, Assessment, AssessmentState, DeliveryMethod

_TWO_ANSWERS = "Two answers that do not fit together"


def changed(assessment: Assessment, recalled: Recalled, **fields: Any) -> Assessment:
    """The assessment with some fields changed, now."""
    return assessment.model_copy(update={**fields, "changed_at": recalled.now})


def question_message(assessment: Assessment, fact: str, framework: Framework) -> QuestionMessage:
    """The message that asks this fact."""
    question = framework.by_fact[fact]
    given = assessment.answers.get(fact)
    return QuestionMessage(
        assessment_id=assessment.id,
        fact=fact,
        text=question.text,
        why=question.why,
        options=wording.choices(question),
        is_list=question.is_list,
        alone=ALONE.get(fact),
        progress=progress(assessment, framework),
        can_go_back=asked_facts(assessment).index(fact) > 0,
        current=wording.said(framework, given) if given else None,
        selected=wording.plain(given.value) if given else (),
        is_extra=_is_extra(assessment, fact, framework),
        example=question.example,
        turn=assessment.version,
    )


def change_question(assessment: Assessment, fact: str, framework: Framework) -> ChangeQuestion:
    """The same question to one person, while another one stands open for everybody."""
    question, given = framework.by_fact[fact], assessment.answers.get(fact)
    return ChangeQuestion(
        assessment_id=assessment.id,
        fact=fact,
        text=question.text,
        options=wording.choices(question),
        is_list=question.is_list,
        current=wording.said(framework, given) if given else None,
        selected=wording.plain(given.value) if given else (),
        turn=assessment.version,
    )


def _is_extra(assessment: Assessment, fact: str, framework: Framework) -> bool:
    if not assessment.wants_all or fact in assessment.answers:
        return False
    return next_question(assessment.facts(), frozenset(assessment.answers), framework) is None


def ask(assessment: Assessment, fact: str, recalled: Recalled) -> tuple[Assessment, tuple[Say, ...]]:
    """Open this question at the bottom of the thread; a message that stands for it further up is closed to a line."""
    stands = has_line(assessment, fact)
    asked = assessment.asked if fact in assessment.asked else (*assessment.asked, fact)
    left = left_now(assessment, recalled.framework)
    opened = changed(assessment, recalled, asking=fact, asked=asked, state=AssessmentState.INTERVIEWING, left=left)
    asking = asked_below(opened, recalled)
    return opened, asking if stands else asking[1:]


def asked_below(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """What stands open, asked at the bottom of the thread: its old message becomes a line. Nothing where none does."""
    fact, key, framework = open_fact(assessment), assessment.asking, recalled.framework
    if key is None:
        return ()
    if is_blind(assessment):
        return round_below(assessment, recalled)
    if fact is None:
        again = contradiction_again(assessment, framework)
        return () if again is None else (edit(MovedLine(topic=_TWO_ANSWERS), key), again)
    given = assessment.answers.get(fact)
    line = MovedLine(topic=framework.by_fact[fact].topic, said=wording.said(framework, given) if given else None)
    asking = post(_opening(assessment, fact, framework), question_key(fact), replaces=True)
    return (edit(line, question_key(fact)), asking)


def _opening(assessment: Assessment, fact: str, framework: Framework) -> QuestionMessage | StillSoMessage:
    """The question; while re-assessing the earlier answer, to be confirmed."""
    earlier = assessment.earlier.get(fact)
    if earlier is None or fact in assessment.answers:
        return question_message(assessment, fact, framework)
    return StillSoMessage(
        assessment_id=assessment.id,
        fact=fact,
        earlier=wording.said(framework, earlier),
        progress=progress(assessment, framework),
        can_go_back=asked_facts(assessment).index(fact) > 0,
        left=len(assessment.earlier.keys() - assessment.answers.keys()),
        turn=assessment.version,
    )


def open_key(assessment: Assessment) -> str | None:
    """The key of what stands open, a question or two answers that do not fit; None where nothing does."""
    if assessment.asking is None or assessment.state is not AssessmentState.INTERVIEWING:
        return None
    fact = open_fact(assessment)
    return question_key(fact) if fact is not None else assessment.asking


def kept_last(turn: Turn, command: CommandBase, recalled: Recalled) -> Turn:
    """The turn with what stands open as the last message of the thread, whatever else was said there.

    What the turn posts goes before it; where somebody typed, and the bot has an answer, it is asked anew below that.
    """
    after = turn.assessments[-1] if turn.assessments else recalled.assessment
    key = open_key(after) if after is not None and not turn.deletes else None
    if after is None or key is None:
        return turn
    own = [say for say in turn.says if say.message_key == key and say.about in {None, after.id}]
    asking = next((say for say in own if say.method is DeliveryMethod.POST), None)
    others = tuple(say for say in turn.says if say is not asking)
    if asking is None and any(_stands_below(say, after) or _answers_typed(say, command) for say in others):
        *closing, asking = asked_below(after, recalled)
        if isinstance(asking.reply, QuestionMessage) and isinstance(command, TypedText):
            asking = replace(asking, reply=asking.reply.model_copy(update={"is_again": True}))
        others = (*(say for say in others if say not in own), *closing)
    drawn = None if turn.assessments or not (own or asking) else after
    says = turn.says if asking is None else (*map(_in_line, others), asking)
    return turn if drawn is turn.drawn and says == turn.says else replace(turn, says=says, drawn=drawn)


def _stands_below(say: Say, assessment: Assessment) -> bool:
    """Whether it is a new message in the assessment's thread."""
    is_new = say.method in {DeliveryMethod.POST, DeliveryMethod.UPLOAD}
    return is_new and say.under_key == PARENT and say.about in {None, assessment.id}


def _answers_typed(say: Say, command: CommandBase) -> bool:
    """Whether it answers words that were typed in the thread, and so stand below the question."""
    is_here = bool(say.is_private and say.under_key) or say.method is DeliveryMethod.UPDATE
    return isinstance(command, TypedText) and is_here and not command.review


def _in_line(say: Say) -> Say:
    """What one person sees in the thread comes before the question, not beside it."""
    return replace(say, in_line=True) if say.is_private and say.under_key else say


def close(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """The open question as a line: its answer where it has one, else set aside until the other one is answered."""
    fact = open_fact(assessment)
    if fact is None:
        return round_closed(assessment, recalled) if is_blind(assessment) else ()
    given = assessment.answers.get(fact)
    if given:
        return (edit(answered_line(assessment, given, recalled), question_key(fact)),)
    topic = recalled.framework.by_fact[fact].topic
    return (edit(SetAsideLine(topic=topic, matters=True), question_key(fact)),)


def answered_line(
    assessment: Assessment, answer: Answer, recalled: Recalled, was: Answer | None = None
) -> AnsweredLine:
    """One answer as a line, with the one it took the place of."""
    return AnsweredLine(
        assessment_id=assessment.id,
        said=wording.said(recalled.framework, answer),
        was=wording.said(recalled.framework, was) if was and was.value != answer.value else None,
        can_change=assessment.state not in {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED},
    )


def reopen(assessment: Assessment, fact: str, recalled: Recalled) -> Turn:
    """Ask this fact now, whatever stands open; that is set aside first."""
    closing = close(assessment, recalled)
    opened, asking = ask(assessment, fact, recalled)
    return Turn((opened,), (*closing, *asking, parent_edit(opened, recalled)))


def proceed(assessment: Assessment, recalled: Recalled, before: tuple[Say, ...] = ()) -> Turn:
    """What follows an answer: two answers that do not fit together, the next question, or the verdict."""
    contradicting = next_contradiction(assessment, recalled.framework)
    if contradicting is not None:
        asked = (*assessment.asked, contradicting.message_key or "")
        held = changed(
            assessment, recalled, asking=contradicting.message_key, asked=asked, state=AssessmentState.INTERVIEWING
        )
        return Turn((held,), (*before, contradicting, parent_edit(held, recalled)))
    fact = next_fact(assessment, recalled.framework)
    if fact is not None:
        opened, asking = ask(assessment, fact, recalled)
        return Turn((opened,), (*before, *asking, parent_edit(opened, recalled)))
    idle = changed(assessment, recalled, asking=None, state=AssessmentState.DECIDED, wants_all=False)
    return conclude(idle, recalled, (*before, *_unneeded(idle, recalled)))


def _unneeded(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """Questions that were set aside and matter no more."""
    return tuple(
        edit(SetAsideLine(topic=recalled.framework.by_fact[fact].topic, matters=False), question_key(fact))
        for fact in asked_facts(assessment)
        if fact not in assessment.answers
    )
