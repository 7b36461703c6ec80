"""What people hear when Slack refuses one of our messages: for good, or until somebody grants a permission.

A message that was deleted is posted anew, and so is the one under which others stand, with what was to be said there.
One that stands and may not be changed keeps its old buttons: whoever pressed or answered is told so.
"""

from dataclasses import replace
from hashlib import sha256

from bot.commands import DeliveryFailed
from bot.dialogue import exporting
from bot.dialogue.exporting import is_of_export
from bot.dialogue.guard import ENDED, on_ours
from bot.dialogue.progress import is_blind, parent_edit
from bot.dialogue.review import ended, reading
from bot.dialogue.review.lost import is_of_review, undelivered
from bot.dialogue.review.standing import found_in, is_asleep, of_review, review_key
from bot.dialogue.round import own
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, at_address, directly, post
from bot.replies import (
    AnsweredLine,
    EarlierVerdict,
    MovedLine,
    NotInChannel,
    Problem,
    Reply,
    StoppedMessage,
    Trouble,
    read_reply,
)
from storage.records import Assessment, AssessmentState, Delivery, DeliveryMethod, ReviewState

_NOT_THERE = frozenset({"not_in_channel", "channel_not_found"})
_LOST = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""The message that was to be edited is gone, or stands as it was for ever: what it was to say is posted anew."""
_DELETED = frozenset({"message_not_found", "thread_not_found"})
"""The message is gone; under it nothing can be said any more."""
_IN_THREAD = ("question:", "blind", "contradiction:", "roadmap", "failure:", "verdict", "plan")
"""How the keys of messages begin that stand in the thread."""
_MAKE_ROOM = (MovedLine, EarlierVerdict)
"""What they were to stand beside is posted under the same name right behind them, and says it all."""
_CLOSED = frozenset({
    *_NOT_THERE, "is_archived", "is_inactive", "no_permission", "access_denied", "ekm_access_denied",
    "enterprise_is_restricted", "channel_is_limited_access",
})  # fmt: skip
"""The channel itself is closed to the bot: nothing newer comes there until that has changed."""
_AWAY = frozenset({"user_not_in_channel", "channel_not_found"})
"""The person is not where they were to be asked."""
_NEVER_STOOD = frozenset({"no_message"})
"""There is no message to edit, and so no old button."""
_QUIET = frozenset({"no_parent", "unknown"})
"""Their parent message was not posted, which was told already; or nobody knows, and /ftrag status lists it."""


def failed(command: DeliveryFailed, recalled: Recalled) -> Turn:
    """A row of ours that Slack refused: a file that somebody asked for, or one of an assessment's messages."""
    if is_of_export(command):
        return exporting.undelivered(command, recalled.assessment.name if recalled.assessment else "")
    return on_ours(delivery_failed)(command, recalled)


def delivery_failed(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> Turn:
    """Tell the starter once, where they can be reached; what only one person would have seen is let go."""
    says = _lacking(assessment, command) or rehung(assessment, command, recalled)
    says = says or _not_reached(assessment, command, recalled)
    if says:
        return Turn(says=says)
    if is_of_review(command):
        is_over = assessment.state in ENDED
        turn = Turn() if is_over else undelivered(assessment, command, recalled)
        return turn if turn.changes_something else Turn(says=_unedited(assessment, command, recalled))
    if command.method is DeliveryMethod.UPDATE:
        return Turn(says=_unedited(assessment, command, recalled))
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


def _not_reached(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """The starter hears once who was named to answer alone and is not there; else what one person misses is let go."""
    is_asked = is_blind(assessment) and command.method is DeliveryMethod.EPHEMERAL and command.error in _AWAY
    mine = own(recalled.blind, command.actor) if is_asked else None
    if mine is None or mine.done_at is not None:
        return ()
    told = Problem(trouble=Trouble.NOT_REACHED, name=assessment.name, by=command.actor)
    return (directly(assessment.started_by, told, dedupe_key=f"away:{assessment.id}:{command.actor}"),)


def _lacking(assessment: Assessment, command: DeliveryFailed) -> tuple[Say, ...]:
    """What waits for a permission is told at once; that which tells it is not told of."""
    if command.error != "missing_scope" or command.message_key is None or command.method is DeliveryMethod.UPLOAD:
        return ()
    return (_to_starter(assessment, command, Problem(trouble=Trouble.LACKS_SCOPE, detail=command.error)),)


def _unedited(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """What was to be said by an edit: anew where the message is lost; else who acted hears that the old one stands."""
    says = _anew(command, recalled)
    stands = command.method is DeliveryMethod.UPDATE and command.error not in _LOST | _NEVER_STOOD
    return says if says or not stands else _old_one_stands(assessment, command, recalled)


def _old_one_stands(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """Once for all that one step was to edit, in the nearest way that works; what nobody did is told to nobody."""
    row = next(iter(recalled.unknown), None)
    by = _by(assessment, row) if row else None
    if row is None or not (by or command.response_url):
        return ()
    trouble = Trouble.NOT_EDITED_CLOSED if command.error in _CLOSED else Trouble.NOT_EDITED
    told = Problem(trouble=trouble, name=assessment.name, detail=command.error)
    to, dedupe = by or assessment.started_by, f"stands:{assessment.id}:{row.due_at.isoformat()}"
    if command.response_url:
        return (replace(at_address(command.response_url, to, told, command.channel), dedupe_key=dedupe),)
    said = Say(DeliveryMethod.EPHEMERAL, told, under_key=PARENT, user=to, dedupe_key=dedupe, is_private=True)
    return (said,)


def _by(assessment: Assessment, row: Delivery) -> str | None:
    """Who answered, or stopped, in the step that said this; None where nobody did."""
    reply = read_reply(row.reply)
    if isinstance(reply, AnsweredLine):
        return reply.said.by
    if isinstance(reply, StoppedMessage):
        return reply.by
    return next((given.by for given in assessment.answers.values() if given.at == row.due_at), None)


def _anew(command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """A lost message once more, as a new one that takes its name: the newest of several that wait says it all."""
    key, row = command.message_key or "", next(iter(recalled.unknown), None)
    is_in_thread = key.startswith(_IN_THREAD)
    if command.error not in _LOST or row is None or not (is_in_thread or key.startswith("review:")):
        return ()
    reply, under = read_reply(row.reply), PARENT if is_in_thread else None
    if isinstance(reply, _MAKE_ROOM):
        return ()
    return (replace(post(reply, key, under, replaces=True), about=row.assessment_id),)


def rehung(assessment: Assessment, command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """Where the message is gone under which others stand: that one anew, once, and under it what was to be said."""
    row = next(iter(recalled.unknown), None)
    if row is None or command.error not in _DELETED or assessment.state in ENDED:
        return ()
    if command.method is DeliveryMethod.UPDATE:
        return _top(assessment, PARENT, command, recalled) if command.message_key == PARENT else ()
    if row.under_key is None or row.method not in {DeliveryMethod.POST, DeliveryMethod.UPLOAD}:
        return ()
    again = Say(row.method, read_reply(row.reply), row.message_key, row.under_key, user=row.user)
    top = _top(assessment, row.under_key, command, recalled)
    return (*top, replace(again, about=row.assessment_id)) if top else ()


def _top(assessment: Assessment, key: str, command: DeliveryFailed, recalled: Recalled) -> tuple[Say, ...]:
    """The message in the channel, as it is now; of several that miss the same one, one posts it."""
    dedupe = f"again:{key}:{assessment.id}:{command.under}"
    if key == PARENT:
        shown = parent_edit(assessment, recalled).reply
        return (replace(post(shown, PARENT, None, dedupe_key=dedupe), about=assessment.id),)
    review = found_in(recalled, key.partition(":")[2])
    if review is None or key != review_key(review.month) or assessment.decision is None:
        return ()
    is_open = review.state is ReviewState.OPEN and not is_asleep(assessment, review)
    drawn: Reply = (reading.message if is_open else ended.closed)(assessment, review, recalled)
    return of_review(review, post(drawn, key, None, dedupe_key=dedupe))


def _to_starter(assessment: Assessment, command: DeliveryFailed, reply: Reply) -> Say:
    """Where the starter asked from, if that can still be answered; else a direct message, once for each error."""
    if command.response_url:
        told = at_address(command.response_url, assessment.started_by, reply, command.channel)
        address = sha256(command.response_url.encode()).hexdigest()[:16]
        return replace(told, dedupe_key=f"undelivered:{assessment.id}:{command.error}:{address}")
    return directly(assessment.started_by, reply, dedupe_key=f"undelivered:{assessment.id}:{command.error}")
