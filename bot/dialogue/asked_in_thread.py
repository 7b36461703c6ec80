"""Questions that people type, answered in the thread for everybody, one answer each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from bot.commands import CommandBase, QuestionAsked
from bot.dialogue import answering
from bot.dialogue.names import clean
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply
from rules.facts import ALONE, Value
from rules.framework import Architecture
from rules.hearing import Asked, Certainty, hear, line, read_values
from rules.telling import Background, tell
from storage.records import Assessment, Decision, DeliveryMethod

_SHOWN = {"what_would_change": "flips", "compare": "compare", "precedents": "precedents"}
"""Questions with a view of their own, by the name under which `answering` knows them."""


def answers(
    assessment: Assessment, command: CommandBase, questions: Sequence[Asked], background: Background, recalled: Recalled
) -> Iterator[Say]:
    """One answer for each question: with its own view where it has one, else the sentences that tell it."""
    for asked in questions:
        turn = _shown(assessment, command, asked, background, recalled)
        if turn is not None:
            yield from turn.says
            continue
        told = HeardReply(assessment_id=assessment.id, typed="", says=tell(asked, background).says)
        yield Say(DeliveryMethod.POST, told, under_key=PARENT)


def _shown(
    assessment: Assessment, command: CommandBase, asked: Asked, background: Background, recalled: Recalled
) -> Turn | None:
    if assessment.decision is None or background.open_fact is not None:
        return None
    named = asked.slots.get("architecture")
    match asked.intent:
        case "why" | "why_not":
            wanted = answering.Topic("why", Architecture(str(named)) if named else None)
            return answering.respond(assessment, command, wanted, recalled)
        case "what_if":
            changes = cast("Mapping[str, Value]", asked.slots["changes"])
            reply = answering.what_if(assessment, assessment.decision, command, dict(changes), recalled)
            return Turn(says=(Say(DeliveryMethod.POST, reply, under_key=PARENT),)) if reply else None
        case "compare" if asked.slots.get("architectures"):
            return None
        case _ if asked.intent in _SHOWN:
            return answering.respond(assessment, command, answering.Topic(_SHOWN[asked.intent]), recalled)
        case _:
            return None


def greeted(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
    """Words in a direct message that ask for nothing: what can be asked."""
    return Turn(says=(privately(command, answering.can_answer(assessment, recalled)),))


def asked_in_modal(assessment: Assessment, decision: Decision, command: QuestionAsked, recalled: Recalled) -> Turn:
    """The modal's question, answered in the thread like a typed one; what it states is supposed, and not recorded."""
    text = clean(command.text, answering.QUESTION_LIMIT)
    heard = hear(line(text, None, decision.facts.known(), mention=True))
    stated = dict(heard.saves) or _stated(text)
    supposed = (Asked("what_if", {"changes": stated}),) if stated and not heard.questions else ()
    background = Background(decision.facts, recalled.framework, decided=decision.verdict, has_record=True)
    says = tuple(answers(assessment, command, (*heard.questions, *supposed), background, recalled))
    return Turn(says=says) if says else greeted(assessment, command, recalled)


def _stated(text: str) -> dict[str, Value]:
    """What the words plainly give a value to."""
    plain = [
        reading for reading in read_values(text) if reading.certainty is Certainty.OWN and len(reading.values) == 1
    ]
    return {each.fact: each.values if each.fact in ALONE else each.values[0] for each in plain}
