"""How every try ends: the one table between what Slack says and what becomes of an outbox row.

An end stands here once, whole: what it means for the row, and Slack's codes that end so, each with the reason. A code
that does not stand here is an answer all the same (Slack did nothing), so it ends like any other permanent refusal and
is logged by name; a test counts that none of the documented ones is missing. Codes are those of the methods that are
called: chat.postMessage, chat.update, chat.delete (refused, the message is edited instead), chat.postEphemeral,
views.publish, the external file upload, conversations.history and .replies, auth.test, and response_url.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum, unique
from typing import Self

from storage.records import DeliveryMethod, DeliveryState

PAUSE = timedelta(hours=1)
"""With a dead token, or without a scope, one try an hour."""
_HOURLY = PAUSE
"""The same where an end of that name stands in the way."""
_POSTS = frozenset({DeliveryMethod.POST})
_STANDS = frozenset({DeliveryMethod.POST, DeliveryMethod.UPDATE})
_ANY_METHOD = frozenset(DeliveryMethod) - {DeliveryMethod.RUN}
_NO_METHOD = frozenset[DeliveryMethod]()


@dataclass(frozen=True)
class After:
    """What an end means for its row. What a row must not do without has no default."""

    name: str
    state: DeliveryState | None
    """The row's last state; None: it stays pending and falls due again."""
    counts: bool
    """Whether it was a try. Where only a turn had not come, it was none, and the row may wait for days."""
    given_up_as: str | None
    """The end that a day of such tries becomes; None where the row waits for as long as it takes, or has ended."""
    told_of: frozenset[DeliveryMethod]
    """The methods of which the advisor hears that they ended so; it decides what people hear."""
    again_in: timedelta | None = None
    """When a pending row is tried again; None: when Slack says, or else soon, and later each time."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Slack's codes, and ours for what happens on the way, that end so, each with the reason."""


@unique
class End(StrEnum):
    """How one try ended, and what becomes of its row."""

    after: After

    def __new__(cls, after: After) -> Self:
        """An end is its name, and has what it means beside it."""
        end = str.__new__(cls, after.name)
        end._value_ = after.name
        end.after = after
        return end

    SENT = After("sent", state=DeliveryState.SENT, counts=True, given_up_as=None, told_of=_NO_METHOD)
    """Slack took it."""
    WAIT = After("wait", state=None, counts=False, given_up_as=None, told_of=_NO_METHOD, codes={
        "ratelimited": "too many requests",
        "rate_limited": "too many messages in this channel",
    })  # fmt: skip
    """Slack wants no more of this method in this workspace for a while; nothing was done."""
    RETRY = After("retry", state=None, counts=True, given_up_as="REFUSED", told_of=_NO_METHOD, codes={
        "unreachable": "no connection was made, so nothing was sent",
        "request_timeout": "Slack got only a part of the request and did nothing",
        "team_added_to_org": "the workspace is being moved into an organization",
        "external_channel_migrating": "the channel is being moved to another workspace",
        "update_failed": "Slack failed to edit and says so",
        "hash_conflict": "the Home was published by somebody else meanwhile",
        "conversation_not_ready": "the channel is being made",
    })  # fmt: skip
    """Nothing was done and the fault passes: again, later and later."""
    DOUBT = After("doubt", state=None, counts=True, given_up_as="UNKNOWN", told_of=_NO_METHOD, codes={
        "timeout": "no answer in time",
        "cut": "the connection ended before the answer",
        "not_json": "the answer is no answer of Slack's (a proxy's page, an empty body)",
        "no_error_given": "Slack says no without a reason",
        "internal_error": "a failure inside Slack, which may come after the deed",
        "fatal_error": "a failure inside Slack; parts may have been done",
        "service_unavailable": "Slack is failing",
    })  # fmt: skip
    """Something was sent and no answer came: it may have been done. A post is looked up before it is sent again."""
    PLAIN = After("plain", state=DeliveryState.FAILED, counts=True, given_up_as=None, told_of=_ANY_METHOD, codes={
        "invalid_blocks": "a block is over a limit or malformed",
        "invalid_blocks_format": "the blocks are not a list",
        "invalid_arguments": "views.publish says so where a block is at fault",
        "msg_blocks_too_long": "all blocks together are too long",
        "msg_too_long": "the text is too long",
        "block_mismatch": "rich text and blocks disagree",
        "view_too_large": "the Home is over 250 KB",
        "no_text": "there is no text",
        "too_many_attachments": "there are too many attachments",
    })  # fmt: skip
    """Slack does not take the blocks or the length: once more as short plain text, then as REFUSED."""
    PAUSE = After("pause", state=None, counts=False, given_up_as=None, told_of=_NO_METHOD, again_in=PAUSE, codes={
        "invalid_auth": "the token is not valid (any more)",
        "not_authed": "no token was sent",
        "no_token": "the app is not installed in this workspace",
        "account_inactive": "the bot's account was switched off",
        "token_revoked": "the token was revoked",
        "token_expired": "the token expired",
        "not_allowed_token_type": "this is no bot token",
        "org_login_required": "the workspace is being moved, and logins are off",
        "two_factor_setup_required": "the workspace wants two-factor logins first",
        "accesslimited": "access was limited for the app",
        "team_access_not_granted": "the organization has not granted this workspace",
    })  # fmt: skip
    """The token is dead: everything for this workspace waits, with one try an hour, until it is installed again."""
    SCOPE = After("scope", state=None, counts=False, given_up_as=None, told_of=_STANDS, again_in=_HOURLY, codes={
        "missing_scope": "a scope that this call needs is missing; others may well work",
    })  # fmt: skip
    """The token may not do this one thing: this row waits alone, until the app is installed again with the scope.

    That is told at once: only a person can mend it.
    """
    REFUSED = After("refused", state=DeliveryState.FAILED, counts=True, given_up_as=None, told_of=_ANY_METHOD, codes={
        "channel_not_found": "there is no such channel, or the bot may not see it",
        "not_in_channel": "the bot is not a member",
        "is_archived": "the channel is archived",
        "no_permission": "the bot may not post there",
        "access_denied": "the bot may not reach it",
        "is_inactive": "the conversation is frozen",
        "channel_is_limited_access": "only some may post there",
        "restricted_action": "the workspace's settings forbid it",
        "restricted_action_read_only_channel": "the channel is read-only",
        "restricted_action_thread_only_channel": "only replies are allowed in the channel",
        "restricted_action_non_threadable_channel": "threads are not allowed in the channel",
        "restricted_action_thread_locked": "the thread is locked",
        "cannot_reply_to_message": "the parent takes no replies",
        "thread_not_found": "the parent is gone",
        "message_not_found": "the message is gone",
        "cant_update_message": "the message is not the bot's",
        "edit_window_closed": "the workspace allows no edits any more",
        "cant_broadcast_message": "it cannot be shown in the channel",
        "message_limit_exceeded": "the workspace is over its number of messages",
        "messages_tab_disabled": "the app's messages tab is switched off",
        "enterprise_is_restricted": "the organization forbids it",
        "ekm_access_denied": "the organization's key management forbids it",
        "slack_connect_canvas_sharing_blocked": "the partner's settings forbid it",
        "slack_connect_file_link_sharing_blocked": "the partner's settings forbid it",
        "slack_connect_file_upload_sharing_blocked": "the partner's settings forbid it",
        "slack_connect_clip_sharing_blocked": "the partner's settings forbid it",
        "slack_connect_blocked_file_type": "the partner's settings forbid it",
        "cannot_dm_bot": "a bot cannot be written to",
        "user_not_in_channel": "the person is not in the channel",
        "invalid_metadata_format": "the metadata is malformed",
        "invalid_metadata_schema": "the metadata is malformed",
        "metadata_too_large": "the metadata is too large",
        "metadata_must_be_sent_from_app": "metadata needs an app's token",
        "duplicate_channel_not_found": "Slack knows this delivery, and not its channel",
        "duplicate_message_not_found": "Slack knows this delivery, and not its message",
        "as_user_not_supported": "an argument is not allowed",
        "invalid_args": "an argument is wrong",
        "invalid_arg_name": "an argument is wrong",
        "invalid_array_arg": "an argument is wrong",
        "invalid_charset": "the request is malformed",
        "invalid_form_data": "the request is malformed",
        "invalid_json": "the request is malformed",
        "invalid_payload": "the request is malformed",
        "invalid_post_type": "the request is malformed",
        "missing_post_type": "the request is malformed",
        "missing_argument": "an argument is missing",
        "unknown_method": "this Slack does not know the method",
        "deprecated_endpoint": "the method is gone",
        "method_deprecated": "the method is gone",
        "file_not_found": "the uploaded file is gone",
        "file_uploads_disabled": "files are switched off in this workspace",
        "file_uploads_except_images_disabled": "files are switched off in this workspace",
        "file_upload_size_restricted": "the workspace limits the size",
        "storage_limit_reached": "the workspace has no room for files",
        "posting_to_channel_denied": "the bot may not post files there",
        "blocked_file_type": "the workspace forbids this kind of file",
        "file_type_not_allowed": "the workspace forbids this kind of file",
        "malware_detected": "Slack takes the file for malware",
        "no_message": "the message to edit was never posted",
        "no_parent": "the message under which it belongs was never posted",
        "unreadable": "this release cannot read the row (it was saved by a newer one)",
        "gave_up": "it failed for a whole day",
    })  # fmt: skip
    """Permanent: no second try, and the advisor is told, which decides what people hear."""
    GONE = After("gone", state=DeliveryState.FAILED, counts=True, given_up_as=None, told_of=_POSTS, codes={
        "user_not_found": "there is no such person",
        "users_not_found": "there is no such person",
        "user_disabled": "the person's account was switched off",
        "user_not_visible": "the person is not visible to the bot",
        "not_enabled": "the app's Home tab is switched off",
        "expired_url": "the response_url is older than 30 minutes",
        "used_url": "the response_url was used five times",
        "no_active_hooks": "the response_url is not valid any more",
        "no_service": "the response_url is not valid any more",
        "no_service_id": "the response_url is not valid any more",
        "no_team": "the response_url is not valid any more",
        "invalid_token": "the response_url is not valid any more",
        "expired_trigger_id": "it came too late",
        "exchanged_trigger_id": "it was opened already",
        "foreign_host": "the address to answer at is not Slack's",
    })  # fmt: skip
    """Permanent, and the one it was meant for is not there to hear of it."""
    EXPIRED = After("expired", state=DeliveryState.CANCELLED, counts=True, given_up_as=None, told_of=_NO_METHOD)
    """Nobody needs it any more: it was worth telling only for a while, and was not sent in time."""
    UNKNOWN = After("unknown", state=DeliveryState.UNKNOWN, counts=True, given_up_as=None, told_of=_POSTS)
    """It may have been done and nothing may be read to find out: listed for people, never sent again."""


ENDS: dict[str, tuple[End, str]] = {code: (end, why) for end in End for code, why in end.after.codes.items()}
"""Every code with its end and the reason for it."""

_REPEATABLE = frozenset({DeliveryMethod.UPDATE, DeliveryMethod.PUBLISH})
"""Doing it twice is doing it once: the same content in the same place."""
_UNSEEN = frozenset({DeliveryMethod.EPHEMERAL, DeliveryMethod.RESPOND})
"""Seen by one person and in no history: it cannot be looked up."""


_OF_A_METHOD: Mapping[tuple[End, DeliveryMethod], End] = {
    **{(End.DOUBT, method): End.RETRY for method in _REPEATABLE},
    (End.DOUBT, DeliveryMethod.RUN): End.RETRY,  # the advisor knows a repeat by its key
    **{(End.DOUBT, method): End.UNKNOWN for method in _UNSEEN},
    (End.PLAIN, DeliveryMethod.UPLOAD): End.REFUSED,
    (End.PLAIN, DeliveryMethod.RUN): End.REFUSED,
    (End.GONE, DeliveryMethod.UPLOAD): End.REFUSED,  # somebody asked for the file, and is there to hear
    (End.SCOPE, DeliveryMethod.UPLOAD): End.REFUSED,  # files:write is optional: the advisor sends text instead
}
"""Where a method ends otherwise than its code does for others."""


def end_of(error: str, method: DeliveryMethod) -> End:
    """How a row of this method ends after this error."""
    end = ENDS[error][0] if error in ENDS else _end_of_status(error, method)
    return _OF_A_METHOD.get((end, method), end)


def _end_of_status(error: str, method: DeliveryMethod) -> End:
    """An HTTP status where an answer was expected: a failing server leaves doubt, a refusal does not."""
    status = error.removeprefix("http_")
    if status == error or not status.isdigit():
        return End.REFUSED
    if 400 <= int(status) < 500:
        return End.GONE if method is DeliveryMethod.RESPOND else End.REFUSED
    return End.DOUBT
