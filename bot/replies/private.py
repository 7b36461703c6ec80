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
    architecture: Architecture | None = None
    passes: bool = True
    is_settled: bool = True
    """Whether no open answer can change the verdict."""
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


class Trouble(StrEnum):
    """What can go wrong. Views hold the sentences: what was wrong, what is kept, the one thing to do next."""

    NOT_SAVED = "not_saved"
    """The database did not answer. Nothing was saved; what was there before is kept; press again in a minute."""
    TOO_BUSY = "too_busy"
    """Several people changed this at the same moment; we gave up after five tries. Look again, then press again."""
    TOO_FAST = "too_fast"
    """One person pressed faster than anybody can mean it; the last ones were not taken. Wait, then press again."""
    NOT_FOUND = "not_found"
    """There is no such assessment here (deleted, or of another channel or workspace; the words are the same)."""
    OUT_OF_DATE = "out_of_date"
    """The message or modal is from an older release or was replaced. /ftrag status shows where everything stands."""
    CANCELLED = "cancelled"
    """The assessment `name` was cancelled. Its answers are kept. /ftrag assess starts anew."""
    SUPERSEDED = "superseded"
    """A newer version of `name` replaced this one; this one stays as it was."""
    ALREADY_DECIDED = "already_decided"
    """`name` is decided; Change on any answer in the thread takes it up again."""
    NOT_DECIDED = "not_decided"
    """`name` has no verdict yet; it comes once the questions are answered."""
    OTHER_WORKSPACE = "other_workspace"
    """The person belongs to another workspace (Slack Connect). Answers stay with the team that has the app."""
    NOT_YOURS = "not_yours"
    """Only the one who started it (`by`) may delete it."""
    NAME_TOO_LONG = "name_too_long"
    """A feature's name may have `limit` characters; this one has `length`. Nothing was started."""
    NAME_EMPTY = "name_empty"
    """No visible character in the name."""
    NOTHING_CHOSEN = "nothing_chosen"
    """Save was pressed with no box ticked: tick at least one, or press Not sure."""
    CHOSEN_ALONE = "chosen_alone"
    """`detail` (an option's label) cannot be chosen together with another one."""
    NO_SUCH_ANSWER = "no_such_answer"
    """The fact or value of the click is not one this release knows: as OUT_OF_DATE."""
    NOTHING_TO_GO_BACK = "nothing_to_go_back"
    """This is the first question."""
    NONE_HERE = "none_here"
    """There is no assessment in this channel yet. /ftrag assess starts one."""
    NOT_BUILT = "not_built"
    """`detail` (a subcommand) is not there in this release. What is kept and what can be done instead."""
    CANNOT_POST = "cannot_post"
    """Slack refused to post into the channel (`detail`: its error). The answers are saved."""
    MODAL_EXPIRED = "modal_expired"
    """Slack gave no time to open the dialog. Press again."""
    NOT_ADMIN = "not_admin"
    """Only an admin may export a workspace; Slack has to tell who is one (users:read)."""
    IN_DIRECT_ONLY = "in_direct_only"
    """An export of the whole workspace is only given in a direct message: everybody in a channel would see it."""
    NO_FILES = "no_files"
    """The workspace did not grant files:write, so no file can be sent."""
    FILE_REFUSED = "file_refused"
    """Slack did not take a file; `detail` is its error code."""
    NONE_DECIDED = "none_decided"
    """No feature has a verdict in this channel yet, so there is nothing to count a failure of, or to take up again."""
    NONE_DECIDED_ANYWHERE = "none_decided_anywhere"
    """The same, over all channels of the one who asks."""
    CHANNELS_UNKNOWN = "channels_unknown"
    """Slack did not say which channels the person is in, so nothing of any is offered."""
    NO_SUCH_FEATURE = "no_such_feature"
    """No feature of the name `name` is here."""
    NOT_LOGGED = "not_logged"
    """The assessment was deleted while the modal was open: nothing is logged; `detail` gives the words back."""
    NOT_YOUR_FAILURE = "not_your_failure"
    """Only the one who logged it (`by`) may correct or withdraw it."""
    WITHDRAWN = "withdrawn"
    """That failure was withdrawn already; it stays in the record and is not counted."""
    TOO_MANY_TASKS = "too_many_tasks"
    """Together with those that others added meanwhile that would be `length` golden tasks; `limit` fit."""
    UNDER_REVISION = "under_revision"
    """An answer about `name` is being changed; the re-assessment can begin once that question is answered."""
    BROKEN = "broken"
    """An error of ours, with its reference id in `detail`. What was saved before is kept."""


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
    REASSESSING = "reassessing"
    """A new version of `name` begins below."""


class Confirmed(Reply):
    """One thing that was done, to the one who did it."""

    kind: Literal["confirmed"] = "confirmed"
    done: Done
    name: str = ""
    link: str | None = None
    architecture: Architecture | None = None
