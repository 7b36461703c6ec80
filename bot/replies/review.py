"""Replies of the monthly review: the plan, the message in the channel, its outcome, and what one person hears of it."""

from datetime import datetime
from typing import Any, Literal

from bot.replies.base import AnyModal, Frozen, Reply
from bot.replies.words import Changed, ResultsUsed, ResultsWaiting, Said
from rules.framework import Architecture
from rules.review import BAR, Conclusion, MonthResult
from storage.records import ReviewState, ScheduleState, TaskResult


class PlanLine(Reply):
    """When reviews come, in the thread. Key "plan". [Move] [Pause] [Stop reviews], or [Resume], or [Plan …]."""

    kind: Literal["plan_line"] = "plan_line"
    assessment_id: str
    name: str
    state: ScheduleState
    rhythm: str
    """In words: "on the first Tuesday of each month, at 10:00"."""
    zone: str
    owner: str
    next_at: datetime | None = None
    waits: bool = False
    """Whether the next one is the first, and waits until four weeks have passed since the decision."""
    by: str | None = None
    """Who planned, moved, paused or stopped."""
    unreached: str = ""
    """Slack's error code, where the reviews pause because the channel cannot be reached."""


class CalendarFile(Reply):
    """The coming reviews as a calendar file. Key "calendar:<when>"; sent by UPLOAD."""

    kind: Literal["calendar_file"] = "calendar_file"
    assessment_id: str
    name: str
    rhythm: dict[str, Any]
    """A rules.calendar.Rhythm as JSON."""
    moments: tuple[tuple[str, datetime], ...]
    """The month of each review, and when it falls."""
    now: datetime
    link: str = ""


class BucketCount(Frozen):
    """How many failures of one kind there were."""

    bucket: str
    label: str
    count: int


class TaskMark(Frozen):
    """One golden task and its result so far."""

    id: str
    name: str
    result: TaskResult = TaskResult.NOT_RUN
    runs: str = ""
    """How many of its runs passed, where there were several: "8 of 10 runs"."""
    bar: str = ""
    counts_runs: bool = False
    """Whether its bar counts runs, so that people may say how many passed."""


class ReviewMessage(Reply):
    """The review in the channel, while it is open. Key "review:<month>", not in the thread."""

    kind: Literal["review"] = "review"
    assessment_id: str
    name: str
    month: str
    owner: str
    architecture: Architecture
    since: datetime
    is_first: bool
    """Whether there was no finished review before."""
    counts: tuple[BucketCount, ...]
    """Buckets with failures, the most first."""
    counted_by: str | None = None
    """Who corrected the counts; None where they are the log's."""
    reported: Said | None = None
    """How it fails today, where somebody said so since then and logged nothing."""
    changes: tuple[Changed, ...] = ()
    """Answers changed since the last review."""
    missed: tuple[str, ...] = ()
    """The months before this one that nobody reviewed."""
    is_late: bool = False
    """Whether it comes late because the bot was away."""
    decided_anew: Architecture | None = None
    """The verdict of a newer version, where the decision was taken up again while the review was open."""
    ruled_anew: str = ""
    """One sentence: what today's rules give on the answers of the decision, and by which row; empty if the same."""
    tasks: tuple[TaskMark, ...] = ()
    bar: str = ""
    """How many of them have to pass, in words."""
    sources: tuple[ResultsUsed, ...] = ()
    waiting: tuple[ResultsWaiting, ...] = ()
    facts: tuple[Said, ...] = ()
    """What carried the verdict."""
    has_changed: bool | None = None
    has_changed_by: str | None = None
    version: int = 0
    """Part of the block ids, so that selects show their new state."""


class ReviewClosed(Reply):
    """Takes the place of the review's message once it is finished, skipped, missed or snoozed."""

    kind: Literal["review_closed"] = "review_closed"
    assessment_id: str
    name: str
    month: str
    state: ReviewState
    by: str | None = None
    headline: str = ""
    """The outcome in a few words, for a finished one."""
    conclusion: Conclusion | None = None
    zone: str = "UTC"
    next_at: datetime | None = None
    snoozed_until: datetime | None = None
    reopen_until: datetime | None = None
    """Until when it can be taken up again; None where it cannot (any more)."""


class ReviewReopened(Reply):
    """Takes the place of the outcome of a review that was taken up again. Key "review_result:<month>"."""

    kind: Literal["review_reopened"] = "review_reopened"
    name: str
    month: str
    by: str


class ReviewResult(Reply):
    """What a review concludes, under its message. Key "review_result:<month>"."""

    kind: Literal["review_result"] = "review_result"
    assessment_id: str
    name: str
    month: str
    by: str
    conclusion: Conclusion
    changes: tuple[Changed, ...] = ()
    """The answers that changed, where the verdict was looked at again."""
    said_changed_by: str = ""
    """Who said that something has changed; empty where nobody did."""
    is_unasked: bool = False
    """Whether nobody said either, that something has changed or that all holds still."""
    zone: str = "UTC"
    next_at: datetime | None = None
    has_tasks: bool = True
    history: tuple[MonthResult, ...] = ()
    """The months up to this one, oldest first, to be drawn; empty where they were sent as a picture."""
    bar: float = BAR
    cost: tuple[str, ...] = ()
    """What wrong answers cost, in sentences; empty where nobody gave figures or nothing was run."""
    asks: str = ""
    """What stood open then that may change the verdict: a question's topic, or two answers that do not fit."""
    thread: str = ""
    """The address of the thread where that is answered."""


class HistoryPicture(Reply):
    """Golden tasks and failures over the months, as a picture. Key "history:<month>"; sent by UPLOAD."""

    kind: Literal["history_picture"] = "history_picture"
    assessment_id: str
    name: str
    month: str
    results: tuple[MonthResult, ...]
    """Oldest first."""
    bar: float


class HistoryTable(Reply):
    """The same as a table of words, where files cannot be posted, with a hint. Key "table:<month>"."""

    kind: Literal["history_table"] = "history_table"
    assessment_id: str
    name: str
    month: str
    results: tuple[MonthResult, ...]
    bar: float
    lacks_scope: bool = True
    """Whether the files:write permission is what is missing."""


class ReviewBack(Reply):
    """A snoozed review is open again, under its message. Names the owner, since they asked to hear of it."""

    kind: Literal["review_back"] = "review_back"
    name: str
    owner: str


class ReviewNudge(Reply):
    """Nobody finished the review: to the owner in a direct message, or (`in_thread`) by name under the review."""

    kind: Literal["review_nudge"] = "review_nudge"
    assessment_id: str
    name: str
    month: str
    owner: str
    link: str | None = None
    in_thread: bool = False


class Drifted(Reply):
    """To the owner in a direct message: something crossed a line; each cause once. [Reassess] [See why]."""

    kind: Literal["drifted"] = "drifted"
    assessment_id: str
    name: str
    decided_at: datetime
    architecture: Architecture
    """The one in force."""
    causes: tuple[str, ...]
    """A sentence each."""
    now: Architecture
    """What the rules give on the answers as they are now."""
    passes: bool = True
    """Whether that one passes, or is only the closest."""


class ReviewHandedOver(Reply):
    """To the new owner in a direct message: the review is theirs from now on."""

    kind: Literal["review_handed_over"] = "review_handed_over"
    assessment_id: str
    name: str
    by: str
    channel: str
    next_at: datetime | None = None
    """Not shown any more: nobody would correct it there. The plan's line and the parent message say it."""
    zone: str = "UTC"


class ReviewTrouble(Reply):
    """To the owner (or the starter): the review could not be posted, or its owner is gone. Said once, then quiet."""

    kind: Literal["review_trouble"] = "review_trouble"
    assessment_id: str
    name: str
    month: str
    channel: str
    error: str
    """Slack's error code; "unknown" where Slack may or may not have it; "owner_gone"."""
    failed: str
    """The delivery that failed."""
    owner: str | None = None


class FactsToChange(Reply):
    """To the one who pressed "Something changed": every answer with [Change], which asks it again in the thread."""

    kind: Literal["facts_to_change"] = "facts_to_change"
    assessment_id: str
    name: str
    facts: tuple[Said, ...]
    link: str | None = None
    """The thread."""


class CountsModal(AnyModal):
    """Failures by bucket (Field.REVIEW_COUNT, each) and every golden task (Field.REVIEW_TASK, each)."""

    kind: Literal["counts_modal"] = "counts_modal"
    private: str
    """`ids.value(assessment, month, channel)`."""
    name: str
    counts: tuple[BucketCount, ...]
    """All buckets."""
    tasks: tuple[TaskMark, ...] = ()
