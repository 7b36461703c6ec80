"""Questions about a verdict that have a view of their own: why, why not, what if, side by side, who else did it."""

from dataclasses import dataclass

from bot.commands import CommandBase, QuestionAsked, Suggested
from bot.dialogue import comparing, shown, telling, wording
from bot.dialogue.names import clean, is_visible
from bot.dialogue.progress import open_fact
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
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
    TermOffered,
    WhatIfAnswer,
    WhyAnswer,
    WhyNot,
    WhyNotAnswer,
)
from rules import decide
from rules.catalog.glossary import words_used
from rules.facts import Value
from rules.framework import Architecture
from rules.hearing import Asked
from storage.records import Assessment, Decision, DeliveryMethod

QUESTION_LIMIT = 1000
_NAMED = {
    Architecture.PROMPT: "prompt engineering",
    Architecture.TOOLS: "live tools architecture",
    Architecture.RAG: "rag",
    Architecture.FINE_TUNE: "fine-tuning",
    Architecture.HYBRID: "hybrid",
}
"""The glossary's word for each architecture."""
MOST_TERMS = 10
"""So many words of a verdict are offered to be explained."""


@dataclass(frozen=True)
class Topic:
    """One of the questions that have a view of their own, and the architecture that it names."""

    topic: str
    architecture: Architecture | None = None
    columns: tuple[Architecture, ...] = ()
    """For a comparison: the architectures that were named."""
    is_pressed: bool = False
    """Whether one person pressed for it: a table is for them alone then, and else for the thread."""


def respond(assessment: Assessment, command: CommandBase, asked: Topic, recalled: Recalled) -> Turn:
    """The answer, in the thread for everybody; what cannot be answered is said to the one who asked."""
    decision = assessment.decision
    if decision is None:
        return Turn(says=(privately(command, can_answer(assessment, recalled)),))
    reply = _answer(assessment, decision, command, asked, recalled)
    if isinstance(reply, CompareAnswer) and not asked.is_pressed:
        reply = reply.model_copy(update={"asked_by": command.actor})
    elif isinstance(reply, CanAnswer | CompareAnswer | PrecedentsAnswer):
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
    assessment: Assessment, decision: Decision, command: CommandBase, asked: Topic, recalled: Recalled
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
        case _:
            return _side_by_side(assessment, decision, asked, recalled)


def _side_by_side(assessment: Assessment, decision: Decision, asked: Topic, recalled: Recalled) -> Reply:
    chosen = decision.verdict.verdict
    if asked.topic == "precedents" and decision.verdict.precedents:
        return PrecedentsAnswer(
            assessment_id=assessment.id,
            name=assessment.name,
            architecture=chosen,
            precedents=shown.precedents(decision.verdict),
        )
    if asked.topic == "compare":
        return comparing.answer(assessment, decision, recalled, asked.columns)
    return can_answer(assessment, recalled)


def _why_not(
    assessment: Assessment, decision: Decision, command: CommandBase, asked: Topic, recalled: Recalled
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
        standing=tuple(
            wording.fact_in_words(framework, fact, value) for fact, value in meant.items() if fact not in changes
        ),
        now=decision.verdict.verdict,
        now_passes=decision.verdict.passes,
        then=then.verdict,
        then_passes=then.passes,
        reasons=_besides(then_shown, now_shown),
        dropped=_besides(now_shown, then_shown),
        kept=_besides(then_shown, _besides(then_shown, now_shown)),
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
            assessment_id=assessment.id,
            terms=_terms(decision),
        )
    )


def _terms(decision: Decision) -> tuple[TermOffered, ...]:
    """The words of the glossary that the verdict uses: its own name, those of its reasons, then the others."""
    verdict = decision.verdict
    says = (reason.claim for reason in (*verdict.reasons, *verdict.besides))
    against = (rejection.because for rejection in verdict.rejected)
    words = words_used((_NAMED[verdict.verdict], *says, *(gate.claim for gate in verdict.gates), *against))
    return tuple(
        TermOffered(term=word.written, asked=telling.as_data(Asked("glossary", {"term": word.term})))
        for word in words[:MOST_TERMS]
    )


def fault(command: QuestionAsked) -> tuple[Field, BadInput] | None:
    """What is wrong with the typed question, as the sentence under the modal's field."""
    return None if is_visible(clean(command.text)) else (Field.QUESTION, EmptyQuestion())


def suggested(assessment: Assessment, command: Suggested, recalled: Recalled) -> Turn:
    """A question offered as a button."""
    named = next((a for a in Architecture if a == command.architecture), None)
    topic = "why" if command.topic == "why_not" else command.topic
    return respond(assessment, command, Topic(topic, named, is_pressed=True), recalled)
