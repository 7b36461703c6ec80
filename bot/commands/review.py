"""Commands of the monthly review: planning it, working through it, and what falls due by itself (RUN rows)."""

from typing import Literal

from pydantic import Field

from bot.commands.base import AboutAssessment
from storage.records import TaskResult


class AskForPlan(AboutAssessment):
    """Plan the monthly review, or move it: opens the modal, with what was named of a plan filled in."""

    kind: Literal["ask_for_plan"] = "ask_for_plan"
    day: str = ""
    """As `PlanReview` has it, as well as the hour."""
    time: str = ""
    owner: str = ""
    zone: str = ""


class PlanReview(AboutAssessment):
    """The modal of the plan, as it was filled in; what cannot be is said under its field before it closes."""

    kind: Literal["plan_review"] = "plan_review"
    day: str = ""
    """"day:31", "nth:1:1" for the first Tuesday, or "work:1" and "work:-1" for the first and last working day."""
    time: str = ""
    """"10:00"."""
    zone: str = ""
    owner: str = ""
    working_days_only: bool = True
    moves: str = ""
    """"before", or else to the next working day."""
    holidays: str = ""
    """A country's code, or ""."""
    first: str = ""
    """The day from which on, "2026-12-26"; "" where it was not asked for."""
    today: str = ""
    """The local day on which the modal was opened."""


class AddToCalendar(AboutAssessment):
    """The coming reviews as a calendar file in the thread."""

    kind: Literal["add_to_calendar"] = "add_to_calendar"


class PauseReviews(AboutAssessment):
    """Send no review until somebody resumes."""

    kind: Literal["pause_reviews"] = "pause_reviews"


class ResumeReviews(AboutAssessment):
    """Send reviews again."""

    kind: Literal["resume_reviews"] = "resume_reviews"


class StopReviews(AboutAssessment):
    """Send no review any more, until one is planned anew."""

    kind: Literal["stop_reviews"] = "stop_reviews"


class HandOver(AboutAssessment):
    """Make somebody else the owner of the review."""

    kind: Literal["hand_over"] = "hand_over"
    to: str


class PostNow(AboutAssessment):
    """Post what Slack may or may not have, because a person looked and it is not there."""

    kind: Literal["post_now"] = "post_now"
    delivery_id: str


class LookForDrift(AboutAssessment):
    """Something may have crossed a line: a review is finished, a fact was answered anew, a dated row has turned."""

    kind: Literal["look_for_drift"] = "look_for_drift"
    before: dict[str, str] = Field(default_factory=dict)
    """Answers to which there is another one now, by fact."""


class AboutReview(AboutAssessment):
    """A command about one month's review."""

    month: str
    """'YYYY-MM'."""


class OpenReview(AboutReview):
    """A review is due. `month` is the one that was promised; after a downtime the latest that fell due is opened."""

    kind: Literal["open_review"] = "open_review"
    is_catch_up: bool = False
    """Whether it was put off into the day after a downtime."""


class NudgeOwner(AboutReview):
    """Three working days are over: remind the owner once, if nobody finished it."""

    kind: Literal["nudge_owner"] = "nudge_owner"


class WakeReview(AboutReview):
    """A snoozed review comes back: its day has come, or somebody opened it sooner."""

    kind: Literal["wake_review"] = "wake_review"


class PostReviewAgain(AboutReview):
    """Slack refused the review's message, and the reason is gone. `failed` is that delivery: pressing twice is once."""

    kind: Literal["post_review_again"] = "post_review_again"
    failed: str


class MarkTask(AboutReview):
    """The result of one golden task."""

    kind: Literal["mark_task"] = "mark_task"
    task: str
    result: TaskResult


class SayChanged(AboutReview):
    """Whether any fact has changed."""

    kind: Literal["say_changed"] = "say_changed"
    has_changed: bool


class AskForCounts(AboutReview):
    """Correct the failure counts (and mark all golden tasks at once): opens the modal."""

    kind: Literal["ask_for_counts"] = "ask_for_counts"


class SaveCounts(AboutReview):
    """The modal of counts, as it was filled in."""

    kind: Literal["save_counts"] = "save_counts"
    counts: dict[str, str] = Field(default_factory=dict)
    """By bucket, as typed."""
    results: dict[str, str] = Field(default_factory=dict)
    """By golden task."""
    runs: dict[str, str] = Field(default_factory=dict)
    """By golden task, as typed: "8 of 10"."""


class FinishReview(AboutReview):
    """Finish the review: the outcome is concluded."""

    kind: Literal["finish_review"] = "finish_review"


class SnoozeReview(AboutReview):
    """Put the review off by a week."""

    kind: Literal["snooze_review"] = "snooze_review"


class ReopenReview(AboutReview):
    """Take up again a review that was finished or skipped by mistake, within a day."""

    kind: Literal["reopen_review"] = "reopen_review"


class SettleReview(AboutReview):
    """The day is over in which a review could be taken up again."""

    kind: Literal["settle_review"] = "settle_review"


class SkipReview(AboutReview):
    """Do no review this month."""

    kind: Literal["skip_review"] = "skip_review"
