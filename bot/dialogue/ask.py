"""Asking one question at a time: opening its message, closing it as a line, and what follows an answer."""

from collections.abc import Sequence
from typing import Any

from bot.dialogue import wording
from bot.dialogue.contradictions import next_contradiction
from bot.dialogue.progress import (
    asked_facts,
    next_fact,
    open_fact,
    parent_edit,
    progress,
    question_key,
)
from bot.dialogue.turn import Recalled, Say, Turn, edit, post
from bot.dialogue.verdict import conclude
from bot.replies import AnsweredLine, OpenQuestion, QuestionMessage, SetAsideLine, StillSoMessage
from rules import next_question
from rules.facts import ALONE
from rules.framework import Framework
from storage.records import Answer, Assessment, AssessmentState


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


def _is_extra(assessment: Assessment, fact: str, framework: Framework) -> bool:
    if not assessment.wants_all or fact in assessment.answers:
        return False
    return next_question(assessment.facts(), frozenset(assessment.answers), framework) is None


def ask(assessment: Assessment, fact: str, recalled: Recalled) -> tuple[Assessment, Say]:
    """Open this question: its message is turned back into a question where it stands, and posted where it does not."""
    is_new = fact not in assessment.asked
    asked = (*assessment.asked, fact) if is_new else assessment.asked
    opened = changed(assessment, recalled, asking=fact, asked=asked, state=AssessmentState.INTERVIEWING)
    message = _opening(opened, fact, recalled.framework)
    key = question_key(fact)
    return opened, post(message, key) if is_new else edit(message, key)


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


def told_again(assessment: Assessment, framework: Framework) -> OpenQuestion | None:
    """The question that stands open, to be told again below; None where none does."""
    fact = open_fact(assessment) if assessment.state is AssessmentState.INTERVIEWING else None
    if fact is None:
        return None
    question = framework.by_fact[fact]
    return OpenQuestion(fact=fact, text=question.text, options=wording.choices(question), is_list=question.is_list)


def opening(assessment: Assessment, says: Sequence[Say]) -> Say | None:
    """What asks the question that stands open, where that is said: posted at the bottom, or edited where it stands."""
    if assessment.asking is None or assessment.state is not AssessmentState.INTERVIEWING:
        return None
    fact = open_fact(assessment)
    key = question_key(fact) if fact is not None else assessment.asking
    return next((say for say in says if say.message_key == key), None)


def close(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """The open question as a line: its answer where it has one, else set aside until the other one is answered."""
    fact = open_fact(assessment)
    if fact is None:
        return ()
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
    return Turn((opened,), (*closing, asking, parent_edit(opened, recalled)))


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
        return Turn((opened,), (*before, asking, parent_edit(opened, recalled)))
    idle = changed(assessment, recalled, asking=None, state=AssessmentState.DECIDED, wants_all=False)
    return conclude(idle, recalled, (*before, *_unneeded(idle, recalled)))


def _unneeded(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """Questions that were set aside and matter no more."""
    return tuple(
        edit(SetAsideLine(topic=recalled.framework.by_fact[fact].topic, matters=False), question_key(fact))
        for fact in asked_facts(assessment)
        if fact not in assessment.answers
    )
