"""The values of inbox and outbox: what came in, what Slack is to be told, and where our messages stand in Slack."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from storage.tenant import Record, Tenant


class DeliveryMethod(StrEnum):
    """What one outbox row does with Slack."""

    POST = "post"
    """chat.postMessage into `channel` (a user id for a direct message); under `under_key`'s message where given."""
    UPDATE = "update"
    """chat.update of the message that `message_key` names."""
    EPHEMERAL = "ephemeral"
    """chat.postEphemeral into `channel`, visible to `user` alone."""
    RESPOND = "respond"
    """A POST to `response_url` (works where the bot is not a member)."""
    PUBLISH = "publish"
    """views.publish of `user`'s Home."""
    UPLOAD = "upload"
    """A file in the thread of `under_key`, by the external upload flow."""
    RUN = "run"
    """No Slack call: a due command of our own (open the review, nudge the owner), handed to the advisor."""


IN_THREAD = "ts:"
"""How the key of what a row is posted under begins where it names a message of somebody else's, by its ts."""


class DeliveryState(StrEnum):
    """The documented states of one outbox row; sent, unknown, failed and cancelled are ends."""

    PENDING = "pending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """Slack may or may not have it, and nothing may be read to find out: shown to people, never blindly resent."""
    FAILED = "failed"
    CANCELLED = "cancelled"


class Delivery(Record):
    """One row of the outbox: one thing that Slack is to be told, now or later."""

    id: str
    """Goes into the message's metadata, by which an unknown outcome is reconciled."""
    tenant: Tenant
    method: DeliveryMethod
    lane: str
    """Rows of one lane go out one at a time, in the order they were saved (usually the channel and assessment id)."""
    due_at: datetime
    reply: dict[str, Any] = Field(default_factory=dict)
    """The Reply (or, for RUN, the command) as JSON, with its `kind`; rendered when the row is delivered.

    Empty once a row is over that belongs to no assessment: it might name one that is deleted.
    """
    assessment_id: str | None = None
    channel: str | None = None
    user: str | None = None
    response_url: str | None = None
    message_key: str | None = None
    """Names the message that this row posts or edits, within its assessment ("parent", "question:freshness")."""
    under_key: str | None = None
    """The message under which it is posted (its thread)."""
    dedupe_key: str | None = None
    """Unique within the tenant: a second row with the same key is not saved (review:<assessment>:<YYYY-MM>)."""
    replaces: bool = False
    """Whether it cancels pending rows of the same assessment, method and message_key: it says the latest.

    At a response_url, whether it takes the place of the message from which that address came."""
    expires_at: datetime | None = None
    """After this it is not worth sending (an answer only one person saw a moment ago) and is cancelled."""
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    in_doubt: bool = False
    """Whether an earlier attempt may have reached Slack: its process went away, or its answer never came."""
    retry_at: datetime | None = None
    """When to try again; until then it keeps its place in the lane."""
    first_tried_at: datetime | None = None
    leased_by: str | None = None
    leased_until: datetime | None = None
    seq: int = 0
    """The order of saving; given by storage."""
    ts: str | None = None
    """Slack's name of the message, once sent."""
    error: str | None = None
    done_at: datetime | None = None


class MessageRef(Record):
    """Where one of our messages stands in Slack."""

    tenant: Tenant
    assessment_id: str
    key: str
    channel: str
    ts: str


class Claimed(Delivery):
    """A row that was taken to be sent, with what was found beside it."""

    places: Mapping[str, MessageRef] = Field(default_factory=dict)
    """The messages that it names, under which it stands or which it edits: those that stand."""


class Received(Record):
    """What came in and is to be worked off, by the key under which a repeat of it is known."""

    tenant: Tenant
    key: str
    at: datetime
    command: str
    """The command as JSON text."""
    held_by: str
    """The process that works it off."""
    tries: int = 1
    """How many processes have begun to."""
