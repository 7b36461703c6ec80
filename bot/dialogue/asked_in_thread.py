"""Questions that people type, answered in the thread for everybody, one answer each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from bot.commands import CommandBase, QuestionAsked, TypedText
from bot.dialogue import answering, telling
from bot.dialogue.costing import with_line
from bot.dialogue.heard import known
from bot.dialogue.heard import offered as said_back
from bot.dialogue.meant import SAID_LIMIT, heard_in_modal, meaning, proposed, questions_shown
from bot.dialogue.names import clean
from bot.dialogue.past import since_the_verdict
from bot.dialogue.progress import progress
from bot.dialogue.reviews_told import looked_at, standing
from bot.dialogue.turn import PARENT, NotHeard, Recalled, Say, Turn, privately
from bot.replies import HeardReply
from rules.facts import Value
from rules.framework import Architecture
from rules.hearing import Asked
from rules.telling import Background
from storage.records import Assessment, Decision, DeliveryMethod

_SHOWN = {"what_would_change": "flips", "compare": "compare", "precedents": "precedents"}
"""Questions with a view of their own, by the name under which `answering` knows them."""


def answers(
    assessment: Assessment, command: CommandBase, questions: Sequence[Asked], background: Background, recalled: Recalled
) -> Iterator[Say]:
    """One answer for each question: with its own view where it has one, else the sentences that tell it."""
    to_go = progress(assessment, recalled.framework).to_go if background.open_fact else None
    known = telling.background(assessment, recalled, looked_at(command, recalled))
    stands = standing(assessment, command, recalled)
    known = replace(known, open_fact=background.open_fact, to_go=to_go, stands=stands)
    known = telling.with_past(known, questions, assessment, recalled)
    if known.open_fact is not None and not known.pending:
        known = replace(known, pending=since_the_verdict(assessment))
    if isinstance(command, TypedText | QuestionAsked):
        known = with_line(known, questions, command.text)
    for asked in questions:
        turn = _shown(assessment, command, asked, background, recalled)
        if turn is not None:
            yield from turn.says
        else:
            yield telling.answered(assessment, command, asked, known)


def asked_in_modal(assessment: Assessment, decision: Decision, command: QuestionAsked, recalled: Recalled) -> Turn:
    """The modal's question: answered in the thread like a typed one; a stated change is told like a supposition."""
    text = clean(command.text, answering.QUESTION_LIMIT)
    heard = heard_in_modal(decision, text)
    background = telling.background(assessment, recalled)
    offered = tuple(offer for offer in heard.offers if isinstance(offer, Asked))[:1]
    questions = heard.questions or offered or (Asked("unknown"),)
    is_unknown = any(asked.intent == "unknown" for asked in questions)
    turn = Turn(not_heard=NotHeard("question", text) if is_unknown else None)
    meant = meaning(heard, recalled)
    if meant is not None:
        return turn.saying(privately(command, proposed(assessment, meant, text, heard, recalled)))
    if not known(heard) and offered and is_unknown:
        buttons = questions_shown(heard, background)
        says = tuple(said_back(heard, background, has_buttons=bool(buttons)))
        reply = HeardReply(assessment_id=assessment.id, typed=text[:SAID_LIMIT], says=says, questions=buttons)
        return turn.saying(privately(command, reply))
    return turn.saying(*answers(assessment, command, questions, background, recalled))


def _shown(
    assessment: Assessment, command: CommandBase, asked: Asked, background: Background, recalled: Recalled
) -> Turn | None:
    if assessment.decision is None or background.open_fact is not None:
        return None
    named = asked.slots.get("architecture")
    match asked.intent:
        case "why" | "why_not" if not asked.slots.get("row"):
            wanted = answering.Topic("why", Architecture(str(named)) if named else None)
            return answering.respond(assessment, command, wanted, recalled)
        case "what_if":
            changes = cast("Mapping[str, Value]", asked.slots["changes"])
            reply = answering.what_if(assessment, assessment.decision, command, dict(changes), recalled)
            return Turn(says=(Say(DeliveryMethod.POST, reply, under_key=PARENT),)) if reply else None
        case _ if asked.intent in _SHOWN and _has_view(asked, assessment.decision):
            listed = cast("Sequence[str]", asked.slots.get("architectures", ()))
            wanted = answering.Topic(_SHOWN[asked.intent], columns=tuple(map(Architecture, listed)))
            return answering.respond(assessment, command, wanted, recalled)
        case _:
            return None


def _has_view(asked: Asked, decision: Decision) -> bool:
    """That there are no precedents is told in a sentence."""
    return asked.intent != "precedents" or bool(decision.verdict.precedents)


def greeted(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
    """Words in a direct message that ask for nothing: what can be asked."""
    return Turn(says=(privately(command, answering.can_answer(assessment, recalled)),))
