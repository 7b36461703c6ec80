"""Questions that people type about a verdict: "why not fine-tuning?", "what if we only had 200 pages?"."""

from collections.abc import Mapping, Sequence
from typing import cast

from bot.commands import CommandBase, QuestionAsked, Suggested
from bot.dialogue import shown, telling, wording
from bot.dialogue.names import clean, is_visible
from bot.dialogue.progress import open_fact
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.dialogue.typed_question import Asked, facts_meant
from bot.errors import BadInput, EmptyQuestion
from bot.ids import Field, value
from bot.replies import (
    AskModal,
    CanAnswer,
    CompareAnswer,
    FlipsAnswer,
    PrecedentsAnswer,
    ReasonShown,
    Reply,
    WhatIfAnswer,
    WhyAnswer,
    WhyNot,
    WhyNotAnswer,
)
from rules import decide, hearing
from rules.facts import Value
from rules.framework import Architecture
from rules.hearing import hear, line
from storage.records import Assessment, Decision, DeliveryMethod

QUESTION_LIMIT = 1000


def respond(assessment: Assessment, command: CommandBase, asked: Asked, recalled: Recalled) -> Turn:
    """The answer, in the thread for everybody; what cannot be answered is said to the one who asked."""
    decision = assessment.decision
    if decision is None:
        return Turn(says=(privately(command, can_answer(assessment, recalled)),))
    reply = _answer(assessment, decision, command, asked, recalled)
    if isinstance(reply, CanAnswer | CompareAnswer | PrecedentsAnswer):
        return Turn(says=(privately(command, reply),))
    return Turn(says=(Say(DeliveryMethod.POST, reply, under_key=PARENT),))


def can_answer(assessment: Assessment, recalled: Recalled) -> CanAnswer:
    """What can be asked here."""
    fact = open_fact(assessment)
    return CanAnswer(
        assessment_id=assessment.id,
        architecture=assessment.decision.verdict.verdict if assessment.decision else None,
        open_topic=recalled.framework.by_fact[fact].topic if fact else None,
    )


def _answer(
    assessment: Assessment, decision: Decision, command: CommandBase, asked: Asked, recalled: Recalled
) -> Reply:
    match asked.topic:
        case "why" if asked.architecture in {None, decision.verdict.verdict}:
            reasons = shown.reasons(decision.verdict, assessment.answers, recalled.framework)
            return WhyAnswer(
                assessment_id=assessment.id,
                architecture=decision.verdict.verdict,
                passes=decision.verdict.passes,
                asked_by=command.actor,
                reasons=reasons,
            )
        case "why":
            return _why_not(assessment, decision, command, asked, recalled)
        case "flips":
            return FlipsAnswer(
                assessment_id=assessment.id,
                asked_by=command.actor,
                chosen=decision.verdict.verdict,
                passes=decision.verdict.passes,
                flips=shown.flips(decision.verdict, decision.facts, recalled.framework),
            )
        case "what_if":
            return _what_if(assessment, decision, command, asked, recalled)
        case _:
            return _side_by_side(assessment, decision, asked, recalled)


def _side_by_side(assessment: Assessment, decision: Decision, asked: Asked, recalled: Recalled) -> Reply:
    chosen = decision.verdict.verdict
    if asked.topic == "precedents" and decision.verdict.precedents:
        return PrecedentsAnswer(
            assessment_id=assessment.id,
            name=assessment.name,
            architecture=chosen,
            precedents=shown.precedents(decision.verdict),
        )
    if asked.topic == "compare":
        demands = shown.demands(decision.verdict, recalled.framework)
        return CompareAnswer(
            assessment_id=assessment.id,
            name=assessment.name,
            chosen=chosen,
            passes=decision.verdict.passes,
            demands=demands,
        )
    return can_answer(assessment, recalled)


def _why_not(
    assessment: Assessment, decision: Decision, command: CommandBase, asked: Asked, recalled: Recalled
) -> Reply:
    """What the named architecture misses and fails, the reasons that raised it, and what it would take."""
    rejected: dict[Architecture, WhyNot] = {
        found.architecture: found for found in shown.why_nots(decision.verdict, recalled.framework)
    }
    found = rejected.get(asked.architecture) if asked.architecture else None
    if found is None:
        return can_answer(assessment, recalled)
    reasons = shown.reasons(decision.verdict, assessment.answers, recalled.framework)
    flips = shown.flips(decision.verdict, decision.facts, recalled.framework)
    return WhyNotAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        chosen=decision.verdict.verdict,
        why_not=found,
        reasons=tuple(reason for reason in reasons if reason.demand in found.missed),
        would_take=next((flip for flip in flips if flip.architecture is found.architecture), None),
    )


def _what_if(
    assessment: Assessment, decision: Decision, command: CommandBase, asked: Asked, recalled: Recalled
) -> Reply:
    meant = facts_meant(asked.text, recalled.framework)
    return what_if(assessment, decision, command, meant, recalled) or can_answer(assessment, recalled)


def what_if(
    assessment: Assessment, decision: Decision, command: CommandBase, meant: dict[str, Value], recalled: Recalled
) -> WhatIfAnswer | None:
    """The verdict with these facts changed; None where they say nothing new."""
    facts, framework = decision.facts, recalled.framework
    changes = {fact: value for fact, value in meant.items() if facts.value(fact) != value}
    if not changes:
        return None
    then_facts = type(facts).model_validate({**facts.known(), **changes})
    then = decide(then_facts, framework)
    now_shown = shown.reasons(decision.verdict, assessment.answers, framework)
    then_shown = shown.reasons(then, assessment.answers, framework)
    return WhatIfAnswer(
        assessment_id=assessment.id,
        asked_by=command.actor,
        changes=tuple(wording.changed(framework, fact, facts.value(fact), value) for fact, value in changes.items()),
        now=decision.verdict.verdict,
        now_passes=decision.verdict.passes,
        then=then.verdict,
        then_passes=then.passes,
        reasons=_besides(then_shown, now_shown),
        dropped=_besides(now_shown, then_shown),
    )


def _besides(reasons: tuple[ReasonShown, ...], others: tuple[ReasonShown, ...]) -> tuple[ReasonShown, ...]:
    """Of the reasons those whose row is not among the others."""
    rows = {other.row for other in others}
    return tuple(reason for reason in reasons if reason.row not in rows)


def ask_modal(assessment: Assessment, decision: Decision, _: CommandBase, __: Recalled) -> Turn:
    """The modal for a typed question."""
    private = value(assessment.id, assessment.channel)
    return Turn(
        modal=AskModal(
            private=private,
            name=assessment.name,
            architecture=decision.verdict.verdict,
            passes=decision.verdict.passes,
        )
    )


def fault(command: QuestionAsked) -> tuple[Field, BadInput] | None:
    """What is wrong with the typed question, as the sentence under the modal's field."""
    return None if is_visible(clean(command.text)) else (Field.QUESTION, EmptyQuestion())


def asked_in_modal(assessment: Assessment, decision: Decision, command: QuestionAsked, recalled: Recalled) -> Turn:
    """The modal's question: answered in the thread like a typed one; a stated change is told like a supposition."""
    text = clean(command.text, QUESTION_LIMIT)
    heard = hear(line(text, None, decision.facts.known(), mention=True))
    supposed = (hearing.Asked("what_if", {"changes": dict(heard.saves)}),) if heard.saves else ()
    offered = tuple(offer for offer in heard.offers if isinstance(offer, hearing.Asked))[:1]
    questions = (*supposed, *heard.questions) or offered or (hearing.Asked("unknown"),)
    return each(assessment, command, questions, recalled)


def each(assessment: Assessment, command: CommandBase, questions: Sequence[hearing.Asked], recalled: Recalled) -> Turn:
    """One answer for each question: in its own view where it has one, else in sentences."""
    turn = Turn()
    for one in questions:
        answered = _in_its_view(assessment, command, one, recalled)
        says = answered.says if answered else telling.answers(assessment, command, (one,), recalled)
        turn = turn.saying(*says)
    return turn


def _in_its_view(assessment: Assessment, command: CommandBase, asked: hearing.Asked, recalled: Recalled) -> Turn | None:
    """The answers that have a view of their own; None for all others, and where nothing is decided yet."""
    decision, named = assessment.decision, asked.slots.get("architecture")
    if decision is None:
        return None
    match asked.intent:
        case "why" | "why_not":
            wanted = Asked("why", Architecture(str(named)) if named else None)
        case "what_would_change":
            wanted = Asked("flips")
        case "precedents" if decision.verdict.precedents:
            wanted = Asked("precedents")
        case "compare" if not asked.slots["architectures"]:
            wanted = Asked("compare")
        case "what_if":
            changes = cast("Mapping[str, Value]", asked.slots["changes"])
            reply = what_if(assessment, decision, command, dict(changes), recalled)
            return Turn(says=(Say(DeliveryMethod.POST, reply, under_key=PARENT),)) if reply else None
        case _:
            return None
    return respond(assessment, command, wanted, recalled)


def suggested(assessment: Assessment, command: Suggested, recalled: Recalled) -> Turn:
    """A question offered as a button."""
    named = next((a for a in Architecture if a == command.architecture), None)
    topic = "why" if command.topic == "why_not" else command.topic
    return respond(assessment, command, Asked(topic, named), recalled)
