"""Why an answer was changed that changed the verdict: whoever changed it may say so, and it stands in the record."""

import json
from collections.abc import Mapping
from datetime import datetime

from bot.commands import ReasonGiven, SayWhy
from bot.dialogue import wording
from bot.dialogue.ask import changed
from bot.dialogue.names import clean, is_visible
from bot.dialogue.turn import Recalled, Turn, privately, problem
from bot.replies import Confirmed, Done, ReasonModal, Trouble
from storage.records import Answer, Assessment, Decision

REASON_LIMIT = 500


def ask(assessment: Assessment, _: Decision, command: SayWhy, recalled: Recalled) -> Turn:
    """The modal for one reason; for whoever changed the answer, since the record names who says what."""
    changes = [assessment.answers[fact] for fact in command.facts if fact in assessment.answers]
    own = [answer for answer in changes if answer.by == command.actor]
    if not changes:
        return problem(command, Trouble.OUT_OF_DATE)
    if not own:
        return problem(command, Trouble.NOT_YOUR_ANSWER, by=changes[0].by)
    private = {
        "assessment": assessment.id,
        "channel": command.channel or assessment.channel,
        "response_url": command.response_url or "",
        "given": {answer.fact: answer.at.isoformat() for answer in own},
    }
    return Turn(
        modal=ReasonModal(
            private=json.dumps(private),
            name=assessment.name,
            changes=tuple(wording.said(recalled.framework, answer) for answer in own),
            reason=own[0].reason or "",
        )
    )


def given(assessment: Assessment, _: Decision, command: ReasonGiven, recalled: Recalled) -> Turn:
    """Keep it beside the answers, as they were when the modal was opened; an empty one takes back what was said."""
    reason = clean(command.reason, REASON_LIMIT)
    kept = {
        answer.fact: answer.model_copy(update={"reason": reason if is_visible(reason) else None})
        for answer in _still_those(assessment.answers, command)
    }
    if not kept:
        return problem(command, Trouble.OUT_OF_DATE)
    after = changed(assessment, recalled, answers={**assessment.answers, **kept})
    said = Confirmed(done=Done.REASON_KEPT if is_visible(reason) else Done.NO_REASON, name=assessment.name)
    return Turn((after,), (privately(command, said),))


def _still_those(answers: Mapping[str, Answer], command: ReasonGiven) -> list[Answer]:
    found = (answers.get(fact) for fact in command.given)
    return [
        answer
        for answer in found
        if answer is not None
        and answer.by == command.actor
        and answer.at == datetime.fromisoformat(command.given[answer.fact])
    ]
