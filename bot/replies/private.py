"""Replies to one person: status, help, and everything that went wrong."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.replies.base import Frozen, Reply
from bot.replies.standing import Reviewed
from bot.troubles import Trouble as Trouble  # noqa: PLC0414 - it is said by a reply, and so named among them
from rules.framework import Architecture


class StatusLine(Reviewed):
    """One assessment in the list."""

    assessment_id: str
    name: str
    number: int = 0
    to_go: int = 0
    at_most: int | None = None
    next_review_at: datetime | None = None
    review_days: int | None = None
    """For how many days a review stands open; None where none does, or it is snoozed."""
    review_link: str | None = None
    """The permalink of its message."""
    snoozed_until: datetime | None = None
    done: int = 0
    """Roadmap items done, of `total`."""
    total: int = 0
    started_by: str
    changed_at: datetime
    link: str | None = None
    """The permalink of its parent message; None where Slack was not reached."""
    is_own: bool = False
    """Whether the reader started it, and so may delete it."""


class UnknownPost(Frozen):
    """One post of which nobody knows whether Slack has it: [Post it now]."""

    assessment_id: str
    delivery_id: str
    name: str
    is_review: bool = False


class Status(Reply):
    """`/ftrag status`: this channel's assessments, newest first. Each with [Continue] (open), [See why] (decided)."""

    kind: Literal["status"] = "status"
    channel: str
    lines: tuple[StatusLine, ...]
    more: int = 0
    """How many older ones are not shown."""
    unknown: tuple[UnknownPost, ...] = ()


class Help(Reply):
    """`/ftrag help`, one screen. With `unknown`: first "I do not know 'x'. Did you mean …?"."""

    kind: Literal["help"] = "help"
    unknown: str | None = None
    nearest: str | None = None
    """The subcommand that is near to the unknown word."""
    uses_model: bool = False
    """Whether a language model is asked about lines that were not understood."""
    is_whole: bool = False
    """Whether it is told whole, which is more than a screen."""
    is_answering: bool = False
    """Whether a question stands open where it was asked for: how to answer comes first."""


class Problem(Reply):
    """One thing that went wrong, to the one it happened to."""

    kind: Literal["problem"] = "problem"
    trouble: Trouble
    name: str = ""
    by: str | None = None
    detail: str = ""
    limit: int = 0
    length: int = 0
    architecture: Architecture | None = None


class Done(StrEnum):
    """What was done where the thread does not show it by itself."""

    DELETED = "deleted"
    """The assessment `name`, its answers, roadmap and log are gone. My messages about it say so."""
    CONTINUED = "continued"
    """The question stands open in the thread: `link`."""
    MOVED = "moved"
    """The interview about `name` goes on in the direct message with me."""
    STARTED = "started"
    """The interview about `name` is in the channel; this was the second press."""
    NOTHING_CHANGED = "nothing_changed"
    """It was so already."""
    VERDICT_STANDS = "verdict_stands"
    """An answer was changed, and the verdict is still `architecture`; its message says the new reasons."""
    NO_PRECEDENTS = "no_precedents"
    """No published case is near enough to these facts to be worth showing."""
    ASKED = "asked"
    """What was typed in the channel is answered in the thread of `name`."""
    WRITTEN_DOWN = "written_down"
    """What was typed in the channel is an answer, whose line stands in the thread of `name`."""
    LOGGED = "logged"
    """The failure is logged with `name`; it stands in its thread."""
    EXPORTED = "exported"
    """The decision record of `name` is in its thread, as two files."""
    EXPORTED_TABLES = "exported_tables"
    """The tables are in this conversation, as files."""
    EXPORTED_TO_YOU = "exported_to_you"
    """The same, in the direct message with me."""
    CALENDAR = "calendar"
    """The coming reviews of `name` are in its thread, as a calendar file."""
    REASON_KEPT = "reason_kept"
    """Why an answer was changed stands beside it in the record of `name`."""
    NO_REASON = "no_reason"
    """No reason stands there."""
    REASSESSING = "reassessing"
    """A new version of `name` begins below."""


class Confirmed(Reply):
    """One thing that was done, to the one who did it."""

    kind: Literal["confirmed"] = "confirmed"
    done: Done
    name: str = ""
    link: str | None = None
    architecture: Architecture | None = None
    passes: bool = True
