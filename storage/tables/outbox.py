"""The tables of what came in and what goes out: inbox, outbox, and where our messages stand."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import Counter
from storage.tables.base import Owned, Part, json, where, words

_PENDING = "state = 'pending'"
_PRIVATE = f"{_PENDING} AND method IN ('ephemeral', 'respond')"


class MessageRow(Part, table=True):
    """Where one of our messages stands in Slack."""

    __tablename__ = "messages"
    __table_args__ = (Index("ix_messages_place", "enterprise", "team", "channel", "ts"),)
    key: str = words(primary_key=True)
    channel: str = words()
    ts: str = words()


class InboxRow(Owned, table=True):
    """What came in: open while it holds its command; then its key stays, so that a repetition changes nothing."""

    __tablename__ = "inbox"
    __table_args__: ClassVar[Any] = (
        Index("ix_inbox_open", "at", **where("command IS NOT NULL")),
        {"sqlite_with_rowid": False},
    )
    key: str = words(primary_key=True)
    at: datetime
    command: str | None = words()
    held_by: str | None = words()
    tries: int | None


class OutboxRow(Owned, table=True):
    """One thing that Slack is to be told, now or later. `due_at` is planned; `retry_at` is when to try again."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("uq_outbox_id", "id", unique=True),
        Index(
            "uq_outbox_dedupe_key", "enterprise", "team", "dedupe_key", unique=True,
            **where("dedupe_key IS NOT NULL AND state <> 'cancelled'"),
        ),
        Index("ix_outbox_due", "due_at", "seq", **where(_PENDING)),
        Index("ix_outbox_private", "due_at", "seq", **where(_PRIVATE)),
        Index("ix_outbox_lane", "enterprise", "team", "lane", "due_at", "seq", **where(_PENDING)),
        Index("ix_outbox_leased", "enterprise", "team", "lane", **where(f"{_PENDING} AND leased_by IS NOT NULL")),
        Index("ix_outbox_assessment", "enterprise", "team", "assessment_id", "state"),
        Index("ix_outbox_unknown", "enterprise", "team", **where("state = 'unknown'")),
        Index("ix_outbox_done", "done_at", **where("done_at IS NOT NULL")),
    )  # fmt: skip
    enterprise: str = words()
    team: str = words()
    seq: int | None = Field(default=None, sa_type=Counter, primary_key=True)
    id: str = words()
    method: str = words()
    lane: str = words()
    due_at: datetime
    reply: dict[str, Any] = json()
    assessment_id: str | None = words()
    channel: str | None = words()
    user: str | None = words()
    response_url: str | None = words()
    message_key: str | None = words()
    under_key: str | None = words()
    dedupe_key: str | None = words()
    replaces: bool
    expires_at: datetime | None
    state: str = words()
    attempts: int
    in_doubt: bool
    retry_at: datetime | None
    first_tried_at: datetime | None
    leased_by: str | None = words()
    leased_until: datetime | None
    ts: str | None = words()
    error: str | None = words()
    done_at: datetime | None
