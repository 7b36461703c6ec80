"""Questions that people type, answered in the thread for everybody, one answer each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from bot.commands import CommandBase
from bot.dialogue import answering, typed_question
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply
from rules.facts import Value
from rules.framework import Architecture
from rules.hearing import Asked
from rules.telling import Background, tell
from storage.records import Assessment, DeliveryMethod

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
            old = typed_question.Asked("why", Architecture(str(named)) if named else None)
            return answering.respond(assessment, command, old, recalled)
        case "what_if":
            changes = cast("Mapping[str, Value]", asked.slots["changes"])
            reply = answering.what_if(assessment, assessment.decision, command, dict(changes), recalled)
            return Turn(says=(Say(DeliveryMethod.POST, reply, under_key=PARENT),)) if reply else None
        case "compare" if asked.slots.get("architectures"):
            return None
        case _ if asked.intent in _SHOWN:
            return answering.respond(assessment, command, typed_question.Asked(_SHOWN[asked.intent]), recalled)
        case _:
            return None


def greeted(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
    """Words in a direct message that ask for nothing: what can be asked."""
    return Turn(says=(privately(command, answering.can_answer(assessment, recalled)),))
