"""What people hear when Slack refuses one of our messages for good."""

from bot.commands import DeliveryFailed
from bot.dialogue import exporting
from bot.dialogue.exporting import is_of_export
from bot.dialogue.guard import ENDED, on_ours
from bot.dialogue.review.lost import is_of_review, undelivered
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, at_address, directly
from bot.replies import NotInChannel, Problem, Reply, Trouble
from storage.records import Assessment, AssessmentState, DeliveryMethod

_NOT_THERE = frozenset({"not_in_channel", "channel_not_found"})
_QUIET = frozenset({"no_parent", "unknown"})
"""Their parent message was not posted, which was told already; or nobody knows, and /ftrag status lists it."""


def failed(command: DeliveryFailed, recalled: Recalled) -> Turn:
    """A row of ours that Slack refused: a file that somebody asked for, or one of an assessment's messages."""
    if is_of_export(command):
        return exporting.undelivered(command, recalled.assessment.name if recalled.assessment else "")
    return on_ours(delivery_failed)(command, recalled)


def delivery_failed(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> Turn:
    """Tell the starter once, where they can be reached; what only one person would have seen is let go."""
    if is_of_review(command):
        is_over = assessment.state in ENDED
        return Turn() if is_over else undelivered(assessment, command, recalled)
    # An edit or a picture that did not arrive leaves a message that says the same in words.
    if command.message_key is None or command.method is not DeliveryMethod.POST or command.error in _QUIET:
        return Turn()
    if assessment.state in {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}:
        return Turn()
    if command.message_key == PARENT and command.error in _NOT_THERE:
        reply: Reply = NotInChannel(
            assessment_id=assessment.id, name=assessment.name, channel=assessment.channel, failed=command.delivery_id
        )
    else:
        reply = Problem(trouble=Trouble.CANNOT_POST, name=assessment.name, detail=command.error)
    return Turn(says=(_to_starter(assessment, command, reply),))


def _to_starter(assessment: Assessment, command: DeliveryFailed, reply: Reply) -> Say:
    """Where the starter asked from, if that can still be answered; else a direct message, once for each error."""
    if command.response_url:
        return at_address(command.response_url, assessment.started_by, reply, command.channel)
    return directly(assessment.started_by, reply, dedupe_key=f"undelivered:{assessment.id}:{command.error}")
