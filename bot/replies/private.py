"""Replies to one person: status, help, and everything that went wrong."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.replies.base import Frozen, Reply
from rules.framework import Architecture
from storage.records import AssessmentState


class StatusLine(Frozen):
    """One assessment in the list."""

    assessment_id: str
    name: str
    state: AssessmentState
    number: int = 0
    to_go: int = 0
    is_blind: bool = False
    """Whether each of the named people answers alone just now."""
    architecture: Architecture | None = None
    passes: bool = True
    is_settled: bool = True
    """Whether no open answer can change the verdict."""
    is_likely: bool = True
    """Whether one way in ten to answer what is open leads to it; else nothing is decided yet."""
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


class Trouble(StrEnum):
    """What can go wrong. The sentences stand in `bot.views.problem`, one row each; the row shows what it names."""

    NOT_SAVED = "not_saved"
    TOO_BUSY = "too_busy"
    TOO_FAST = "too_fast"
    NOT_FOUND = "not_found"
    OUT_OF_DATE = "out_of_date"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    ALREADY_DECIDED = "already_decided"
    NOT_DECIDED = "not_decided"
    OTHER_WORKSPACE = "other_workspace"
    NOT_YOURS = "not_yours"
    NAME_TOO_LONG = "name_too_long"
    NAME_EMPTY = "name_empty"
    NOTHING_CHOSEN = "nothing_chosen"
    CHOSEN_ALONE = "chosen_alone"
    NO_SUCH_ANSWER = "no_such_answer"
    NOTHING_TO_GO_BACK = "nothing_to_go_back"
    NONE_HERE = "none_here"
    SENSITIVE_TYPED = "sensitive_typed"
    SENSITIVE_ASKED = "sensitive_asked"
    NOT_YOUR_ANSWER = "not_your_answer"
    NOT_BUILT = "not_built"
    CANNOT_POST = "cannot_post"
    CANNOT_POST_YET = "cannot_post_yet"
    MODAL_EXPIRED = "modal_expired"
    MODAL_REFUSED = "modal_refused"
    NOT_ADMIN = "not_admin"
    IN_DIRECT_ONLY = "in_direct_only"
    LACKS_SCOPE = "lacks_scope"
    """The token lacks a permission: what was to be said waits until it is granted."""
    NO_FILES = "no_files"
    FILE_REFUSED = "file_refused"
    NONE_DECIDED = "none_decided"
    NONE_DECIDED_ANYWHERE = "none_decided_anywhere"
    CHANNELS_UNKNOWN = "channels_unknown"
    NO_SUCH_FEATURE = "no_such_feature"
    NOT_LOGGED = "not_logged"
    NOT_YOUR_FAILURE = "not_your_failure"
    WITHDRAWN = "withdrawn"
    TOO_MANY_TASKS = "too_many_tasks"
    UNDER_REVISION = "under_revision"
    BLIND = "blind"
    """Each of the named people answers alone just now."""
    BLIND_STARTER = "blind_starter"
    BLIND_TOO_LATE = "blind_too_late"
    BLIND_OPENED = "blind_opened"
    BLIND_FINISHED = "blind_finished"
    """Somebody was to be taken off who has finished."""
    NOT_NAMED = "not_named"
    NOT_REACHED = "not_reached"
    """Somebody who was named is not in the channel."""
    KEPT_FOR_LATER = "kept_for_later"
    TOO_MUCH = "too_much"
    UNREADABLE = "unreadable"
    BROKEN = "broken"


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
    """The assessment `name`, its answers, roadmap and log are gone. The messages in Slack stay."""
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
    """The question from the modal is answered in the thread."""
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
