"""What one person hears beside a review, in one sentence: why nothing was done, or what was."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.replies.base import Reply


class Aside(StrEnum):
    """What one person hears of a review, where its message does not show it. Views hold the sentences."""

    FINISHED = "finished"
    """`by` finished it a moment before."""
    SKIPPED = "skipped"
    MISSED = "missed"
    """It was not finished in its month; the newer one stands in the channel."""
    SNOOZED = "snoozed"
    """It is snoozed until `at`."""
    NOT_SNOOZED = "not_snoozed"
    """It cannot be put off: the next review would come first, at `at`."""
    HANDED_OVER = "handed_over"
    """`owner` owns the review from now on; the next one comes at `at`."""
    NO_PLAN = "no_plan"
    """No review is planned."""
    PAUSED = "paused"
    """Reviews are paused or stopped already."""
    GOES_ON = "goes_on"
    """Reviews go on; the next one comes at `at`."""
    POSTED = "posted"
    """It is being posted."""
    STAYS_OPEN = "stays_open"
    """It is open already."""
    STAYS_CLOSED = "stays_closed"
    """Its day to be taken up again is over, or a newer one came."""
    NOTHING_TO_POST = "nothing_to_post"
    """It was posted meanwhile."""


class ReviewAside(Reply):
    """One sentence to the one who pressed."""

    kind: Literal["review_aside"] = "review_aside"
    aside: Aside
    name: str
    by: str | None = None
    owner: str | None = None
    at: datetime | None = None
    zone: str = "UTC"
