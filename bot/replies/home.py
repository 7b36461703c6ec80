"""Replies of the Home tab, and the files that people ask for."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from bot.replies.base import Frozen, Reply
from bot.replies.portfolio import PortfolioAtHome
from bot.replies.review import BucketCount, HistoryPicture
from bot.replies.standing import Reviewed
from bot.replies.verdict import VerdictPicture
from storage.records import Tenant


class Waits(StrEnum):
    """What can wait for a person."""

    QUESTION = "question"
    ITEM = "item"
    REVIEW = "review"
    ALONE = "alone"
    """Own answers, which nobody else sees yet."""


class SeesChannels(StrEnum):
    """What the reader sees of the workspace's channels."""

    ALL = "all"
    """Those that they are in."""
    TOOK_PART = "took_part"
    """Slack may not tell; so those in which they took part."""
    NOT_NOW = "not_now"
    """Slack cannot tell just now; so none."""


class WaitingLine(Frozen):
    """One thing that waits for the reader."""

    waits: Waits
    assessment_id: str
    name: str
    what: str = ""
    """The question's topic ("" where two answers do not fit together), or the item's title."""
    due: str | None = None
    """An ISO date."""
    days: int | None = None
    """Until it is due, below zero where it is overdue; of a review, since it was opened."""
    is_own: bool = False
    """Whether the reader owns the review."""
    link: str | None = None


class HomeLine(Reviewed):
    """One assessment in a channel of the reader's."""

    assessment_id: str
    name: str
    channel: str
    done: int = 0
    total: int = 0
    is_archived: bool = False
    """Whether that channel is archived, so that nothing is posted there, no review either."""
    has_begun: bool = True
    """Whether its message stands; where the bot is not in the channel yet it does not."""
    next_review_at: datetime | None = None
    failures: tuple[BucketCount, ...] = ()
    """Those logged this month, the most first."""
    is_more: bool = False
    """Whether there are more of them than were counted."""
    link: str | None = None


class HomeScreen(Reply):
    """The Home tab of one person."""

    kind: Literal["home"] = "home"
    waiting: tuple[WaitingLine, ...] = ()
    more_waiting: int = 0
    """How much else waits."""
    is_more_waiting: bool = False
    """Whether that is not all of it."""
    lines: tuple[HomeLine, ...] = ()
    page: int = 0
    first: int = 1
    """The number of the first line on this page."""
    total: int = 0
    """How many decisions there are on all pages."""
    sees_channels: SeesChannels = SeesChannels.ALL
    portfolio: PortfolioAtHome | None = None
    """For those who administer the workspace, where anything is decided in it."""
    uses_model: bool = False
    """Whether a language model is asked about lines that were not understood."""


class ExportAsk(Reply):
    """Before an export leaves, to the one who asked: where to, and what becomes of what looks like a secret."""

    kind: Literal["export_ask"] = "export_ask"
    asks_where: bool = False
    secrets: int = 0
    """How many typed texts look like secrets."""
    is_workspace: bool = False
    assessment_id: str = ""
    """For a record; empty for tables."""
    name: str = ""


class RecordFile(Reply):
    """The decision record as a file in the thread: Markdown, or a page with the pictures in it."""

    kind: Literal["record_file"] = "record_file"
    form: Literal["md", "html"]
    record: dict[str, Any]
    """A bot.exports.DecisionRecord as JSON."""
    picture: VerdictPicture | None = None
    history: HistoryPicture | None = None


class TablesFile(Reply):
    """One table or the JSON document of an export. It is written when it is sent, so nothing deleted is in it."""

    kind: Literal["tables_file"] = "tables_file"
    tenant: Tenant
    table: Literal["answers", "reviews", "failures", "everything", "portfolio"]
    channels: tuple[str, ...] | None
    """None: the whole workspace."""
    file_name: str
    title: str
    names: dict[str, str] = Field(default_factory=dict)
    """What people are called, by id, as far as Slack told."""
    covers: bool = False
    """Whether what looks like a secret is covered."""
    asked_at: datetime | None = None
    """Of a portfolio: as of when."""
