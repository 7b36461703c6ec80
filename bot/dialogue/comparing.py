"""The architectures side by side: a table for the one who pressed, in the thread where it was asked, why in a modal."""

from collections.abc import Sequence
from typing import Any

from bot.commands import Compare, CompareInFull
from bot.dialogue import shown, wording
from bot.dialogue.turn import Recalled, Turn, privately, problem
from bot.replies import CompareAnswer, CompareModal, Trouble
from rules import decide
from rules.framework import Architecture
from storage.records import Assessment, Decision


def answer(
    assessment: Assessment, decision: Decision, recalled: Recalled, columns: Sequence[Architecture] = ()
) -> CompareAnswer:
    """The table of all five, or of the architectures that were asked for; one alone stands beside the verdict's."""
    wanted = tuple(dict.fromkeys(columns))
    if len(wanted) == 1:
        wanted = (*wanted, decision.verdict.verdict) if wanted[0] is not decision.verdict.verdict else ()
    return CompareAnswer(
        assessment_id=assessment.id,
        name=assessment.name,
        chosen=decision.verdict.verdict,
        passes=decision.verdict.passes,
        demands=shown.demands(decision.verdict, recalled.framework),
        columns=wanted,
        why_not=shown.why_nots(decision.verdict, recalled.framework),
    )


def compare(assessment: Assessment, decision: Decision, command: Compare, recalled: Recalled) -> Turn:
    """The table to the one who pressed; beside it the same after one changed answer, where one is supposed."""
    table = answer(assessment, decision, recalled)
    if not command.fact:
        return Turn(says=(privately(command, table),))
    beside = _beside(decision, command, recalled, with_claims=False)
    if beside is None:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    supposed = {"fact": command.fact, "value": command.value}
    return Turn(says=(privately(command, table.model_copy(update={**beside, **supposed})),))


def in_full(assessment: Assessment, decision: Decision, command: CompareInFull, recalled: Recalled) -> Turn:
    """The same in a modal, with what each demand means and why the verdict's architecture delivers it so far."""
    modal = CompareModal(
        name=assessment.name,
        chosen=decision.verdict.verdict,
        passes=decision.verdict.passes,
        demands=shown.demands(decision.verdict, recalled.framework, with_claims=True),
    )
    if not command.fact:
        return Turn(modal=modal)
    beside = _beside(decision, command, recalled, with_claims=True)
    if beside is None:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    return Turn(modal=modal.model_copy(update=beside))


def _beside(
    decision: Decision, command: Compare | CompareInFull, recalled: Recalled, *, with_claims: bool
) -> dict[str, Any] | None:
    """The verdict under the supposed answer; None for an answer that there is not."""
    question = recalled.framework.by_fact.get(command.fact)
    if question is None:
        return None
    try:
        value = wording.valid(question, tuple(command.value.split(",")))
    except ValueError:
        return None
    then = decide(decision.facts.replaced(command.fact, value), recalled.framework)
    return {
        "then": then.verdict,
        "then_passes": then.passes,
        "then_demands": shown.demands(then, recalled.framework, with_claims=with_claims),
        "what_if": f"{question.topic}: {wording.in_words(question, value)}",
    }
