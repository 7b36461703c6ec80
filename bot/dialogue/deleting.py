"""Deleting a decision: what is stored of it goes, and its messages in Slack say so, without buttons."""

from bot.commands import DeleteAssessment
from bot.dialogue.exporting import CALENDAR, RECORD
from bot.dialogue.review.standing import review_key
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately, problem
from bot.replies import Confirmed, DeletedLine, Done, Trouble
from storage.deliveries import IN_THREAD
from storage.records import Assessment, DeliveryMethod, MessageRef

_FILES = (RECORD, CALENDAR, "history")
"""How the keys of files begin: those are not edited, they stay with whoever asked for them."""


def delete(assessment: Assessment, command: DeleteAssessment, recalled: Recalled) -> Turn:
    """Delete all that is stored of an assessment; its starter alone may."""
    if assessment.started_by != command.actor:
        return problem(command, Trouble.NOT_YOURS, in_thread=False, name=assessment.name, by=assessment.started_by)
    done = privately(command, Confirmed(done=Done.DELETED, name=assessment.name), in_thread=False)
    standing = sorted((ref for ref in recalled.own if not ref.key.startswith(_FILES)), key=_by_sight)
    says = tuple(_last_face(ref, assessment.name, command.actor) for ref in standing)
    return Turn(says=(done, *says), deletes=assessment.id)


def _by_sight(ref: MessageRef) -> tuple[bool, float]:
    """What the channel shows first, and of a thread what stands last in it: there people look for buttons."""
    return not _is_in_channel(ref), -float(ref.ts)


def _is_in_channel(ref: MessageRef) -> bool:
    return ref.key == PARENT or ref.key.startswith(review_key(""))


def _last_face(ref: MessageRef, name: str, by: str) -> Say:
    """What a message says from now on; it is found by where it stands, since its key goes with the assessment."""
    line = DeletedLine(name=name, by=by, is_in_channel=_is_in_channel(ref))
    return Say(DeliveryMethod.UPDATE, line, message_key=f"{IN_THREAD}{ref.ts}", channel=ref.channel)
