"""What people hear when Slack refuses one of our messages for good."""

from bot.commands import DeliveryFailed
from bot.dialogue.turn import PARENT, Recalled, Say, Turn
from bot.replies import NotInChannel, Problem, Reply, Trouble
from storage.records import Assessment, AssessmentState, DeliveryMethod

_NOT_THERE = frozenset({"not_in_channel", "channel_not_found"})
_FOLLOWS = "no_parent"
"""The error of rows that could not go out because their parent message did not: that one was told about already."""


def delivery_failed(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> Turn:
    """Tell the starter once, where they can be reached; what only one person would have seen is let go."""
    del recalled
    # An edit or a picture that did not arrive leaves a message that says the same in words.
    if command.message_key is None or command.method is not DeliveryMethod.POST or command.error == _FOLLOWS:
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
        return Say(
            DeliveryMethod.RESPOND,
            reply,
            channel=command.channel or None,
            user=assessment.started_by,
            response_url=command.response_url,
            is_private=True,
        )
    return Say(
        DeliveryMethod.POST,
        reply,
        channel=assessment.started_by,
        user=assessment.started_by,
        dedupe=f"undelivered:{assessment.id}:{command.error}",
        is_private=True,
    )
