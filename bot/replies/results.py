"""What an evaluation tool's results say, as one message in the thread; and what is said of files that are not read."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from bot.errors import NotRead
from bot.replies.base import AnyModal, Frozen, Reply
from bot.replies.review import BucketCount
from bot.replies.words import Changed
from rules.framework import Architecture
from rules.review.marks import Mark


class TaskRuns(Frozen):
    """One golden task as the file has it."""

    name: str
    mark: Mark
    passed: int
    ran: int
    bar: str = ""


class CloseName(Frozen):
    """A name in the file that is close to a golden task's: [Yes, count it] [No, another case]."""

    name: str
    task: str
    """The golden task's id."""
    golden: str


class ProviderRead(Frozen):
    """What the file says of the golden tasks with one provider."""

    provider: str = ""
    tasks: tuple[TaskRuns, ...] = ()
    words: str = ""
    """The golden tasks with their uncertainty, and the bar."""
    drop: str = ""
    """What fails now that passed last time."""
    dropped: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    """What passes now that failed last time."""
    others: int = 0
    close: tuple[CloseName, ...] = ()


class FactOffer(Frozen):
    """A change of an answer that the results speak for, with the verdict before and after: [Make it so]."""

    change: Changed
    because: str
    before: Architecture
    after: Architecture
    passes: bool = True


class ResultsRead(Reply):
    """Results, read. Key "results:<digest>". [Use in the review] or [Use in the next review], one for each provider."""

    kind: Literal["results_read"] = "results_read"
    assessment_id: str
    name: str
    digest: str
    format: str
    suite: str = ""
    by: str = ""
    """Who shared the file; empty where it came from the server or over HTTP."""
    counts: dict[str, int] = Field(default_factory=dict)
    buckets: tuple[BucketCount, ...] = ()
    providers: tuple[ProviderRead, ...] = ()
    notes: tuple[str, ...] = ()
    facts: tuple[FactOffer, ...] = ()
    month: str = ""
    """Of the review that stands open; empty where none does."""
    next_at: datetime | None = None
    """When the next review comes; None where none is planned."""
    has_tasks: bool = True
    used_by: str | None = None
    """Who took them over: into the review of `used_in`, or for the next one where that is empty."""
    used_in: str = ""
    used: str = ""
    """Of which provider."""


class ResultsReading(Reply):
    """A file that takes a moment, and what became of it. Key "reading:<file>"."""

    kind: Literal["results_reading"] = "results_reading"
    name: str
    is_done: bool = False


class ResultsAside(Reply):
    """To the one who shared a file: why it is not read, or that the same content was."""

    kind: Literal["results_aside"] = "results_aside"
    why: NotRead
    feature: str
    file: str = ""
    detail: str = ""
    at: datetime | None = None
    """For the same content: when it was read first."""


class BelowBar(Reply):
    """To the owner, once between two reviews: the results fell below the bar."""

    kind: Literal["below_bar"] = "below_bar"
    name: str
    channel: str
    words: str
    """The golden tasks with their uncertainty, and the bar."""
    failed: tuple[str, ...] = ()
    """Names of the golden tasks that fail."""
    next_at: datetime | None = None


class TokenShown(Frozen):
    """One token as the modal lists it; its words are not known to anybody but who copied them."""

    id: str
    made_by: str
    made_at: datetime
    used_at: datetime | None = None


class TokensModal(AnyModal):
    """The tokens with which CI posts results: [Make a token], [Revoke] beside each. `secret` is shown this once."""

    kind: Literal["tokens_modal"] = "tokens_modal"
    private: str
    assessment_id: str
    name: str
    tokens: tuple[TokenShown, ...] = ()
    secret: str = Field(default="", repr=False)
    can_make: bool = True
    replaces: bool = False


class TokenLine(Reply):
    """In the thread: who made a token, or revoked it. Key "token:<id>"."""

    kind: Literal["token_line"] = "token_line"
    name: str
    by: str
    revoked_by: str | None = None
