"""What people hear when Slack refuses one of our messages for good."""

from dataclasses import replace

from bot.commands import DeliveryFailed
from bot.dialogue import exporting
from bot.dialogue.exporting import is_of_export
from bot.dialogue.guard import ENDED, on_ours
from bot.dialogue.review.lost import is_of_review, undelivered
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, at_address, directly, post
from bot.replies import NotInChannel, Problem, Reply, Trouble, read_reply
from storage.records import Assessment, AssessmentState, DeliveryMethod

_NOT_THERE = frozenset({"not_in_channel", "channel_not_found"})
_LOST = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""The message that was to be edited is gone, or stands as it was for ever: what it was to say is posted anew."""
_IN_THREAD = ("question:", "contradiction:", "roadmap", "failure:", "verdict", "plan")
"""How the keys of messages begin that stand in the thread. The parent is not posted anew: the thread hangs on it."""
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
        turn = Turn() if is_over else undelivered(assessment, command, recalled)
        return turn if turn.changes_something else Turn(says=_anew(command, recalled))
    if command.method is DeliveryMethod.UPDATE:
        return Turn(says=_anew(command, recalled))
    # A picture that did not arrive leaves a message that says the same in words.
    if command.message_key is None or command.method is not DeliveryMethod.POST or command.error in _QUIET:
        return Turn()
    if assessment.state in {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}:
        return Turn()
    if command.message_key == PARENT and command.error in _NOT_THERE:
        reply: Reply = NotInChannel(
            assessment_id=assessment.id, name=assessment.name, channel=assessment.channel, failed=command.delivery_id
        )
    else:
        trouble = Trouble.CANNOT_POST if assessment.answers else Trouble.CANNOT_POST_YET
        reply = Problem(trouble=trouble, name=assessment.name, detail=command.error)
    return Turn(says=(_to_starter(assessment, command, reply),))


def _anew(command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """A lost message once more, as a new one that takes its name: the newest of several that wait says it all."""
    key, row = command.message_key or "", next(iter(recalled.unknown), None)
    is_in_thread = key.startswith(_IN_THREAD)
    if command.error not in _LOST or row is None or not (is_in_thread or key.startswith("review:")):
        return ()
    under = PARENT if is_in_thread else None
    said = post(read_reply(row.reply), key, under, replaces=True)
    return (replace(said, about=row.assessment_id),)


def _to_starter(assessment: Assessment, command: DeliveryFailed, reply: Reply) -> Say:
    """Where the starter asked from, if that can still be answered; else a direct message, once for each error."""
    if command.response_url:
        return at_address(command.response_url, assessment.started_by, reply, command.channel)
    return directly(assessment.started_by, reply, dedupe_key=f"undelivered:{assessment.id}:{command.error}")
