"""Replies of the Home tab, and the files that people ask for."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from bot.replies.verdict import VerdictPicture
from bot.replies.words import Frozen
from rules.framework import Architecture
from storage.records import AssessmentState


class Waits(StrEnum):
    """What can wait for a person."""

    QUESTION = "question"
    ITEM = "item"
    REVIEW = "review"


class WaitingLine(Frozen):
    """One thing that waits for the reader."""

    waits: Waits
    assessment_id: str
    name: str
    what: str = ""
    """The question's topic, or the item's title."""
    due: str | None = None
    """An ISO date."""
    link: str | None = None


class HomeLine(Frozen):
    """One assessment in a channel of the reader's."""

    assessment_id: str
    name: str
    channel: str
    state: AssessmentState
    architecture: Architecture | None = None
    passes: bool = True
    done: int = 0
    total: int = 0
    next_review_at: datetime | None = None
    trend: str = ""
    """What the last review concluded, in one line."""
    failures: int = 0
    """Failures logged this month."""
    link: str | None = None


class HomeScreen(Frozen):
    """The Home tab of one person."""

    kind: Literal["home"] = "home"
    waiting: tuple[WaitingLine, ...] = ()
    lines: tuple[HomeLine, ...] = ()
    page: int = 0
    has_more: bool = False
    sees_channels: bool = True
    """Whether Slack tells which channels the reader is in; else only those where they took part are shown."""


class RecordFile(Frozen):
    """The decision record as a file in the thread: Markdown, or a page with the picture in it."""

    kind: Literal["record_file"] = "record_file"
    form: Literal["md", "html"]
    record: dict[str, Any]
    """A bot.exports.DecisionRecord as JSON."""
    picture: VerdictPicture | None = None


class TablesFile(Frozen):
    """One table or the JSON document of an export."""

    kind: Literal["tables_file"] = "tables_file"
    file_name: str
    title: str
    content: str
