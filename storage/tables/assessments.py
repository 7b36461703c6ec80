"""The tables of workspaces, assessments and everything that belongs to an assessment."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import Counter
from storage.tables.base import Owned, Part, Row, json, kept_json, of_assessment, where, words

_LIVE = "state IN ('interviewing', 'stopped', 'decided')"


class InstallationRow(Owned, table=True):
    """The bot's presence in a workspace; its token only sealed."""

    __tablename__ = "installations"
    sealed_token: str = words()
    bot_user: str = words()
    scopes: list[str] = json()
    installed_by: str = words()
    installed_at: datetime


class PauseRow(Owned, table=True):
    """A tenant whose deliveries wait because Slack calls its token dead; it may have no installation row."""

    __tablename__ = "pauses"


class OAuthStateRow(Row, table=True):
    """A state that Slack's install page must bring back, hashed; it belongs to nobody yet."""

    __tablename__ = "oauth_states"
    digest: str = words(primary_key=True)
    issued_at: datetime


class AssessmentRow(Owned, table=True):
    """One assessment with its current answers; `is_worked` says whether rows of its parts are worth looking for."""

    __tablename__ = "assessments"
    __table_args__ = (
        Index("ix_assessments_channel", "enterprise", "team", "channel", "started_at"),
        Index(
            "uq_assessments_first", "enterprise", "team", "channel", "name_key", unique=True,
            **where(f"supersedes IS NULL AND {_LIVE}"),
        ),
        Index(
            "uq_assessments_next", "enterprise", "team", "supersedes", unique=True,
            **where(f"supersedes IS NOT NULL AND {_LIVE}"),
        ),
        Index("ix_assessments_starter", "enterprise", "team", "started_by"),
    )  # fmt: skip
    id: str = words(primary_key=True)
    channel: str = words()
    name: str = words()
    name_key: str = words()
    context: str = words()
    state: str = words()
    started_by: str = words()
    started_at: datetime
    changed_at: datetime
    version: int
    answers: dict[str, Any] = kept_json()
    earlier: dict[str, Any] = json()
    asking: str | None = words()
    asked: list[str] = json()
    left: int | None
    wants_all: bool
    rules_version: str = words()
    rules_digest: str = words()
    decision: int | None
    bar: str = words()
    cost: dict[str, Any] | None = json()
    told_causes: list[str] | None = json()
    asked_back: dict[str, Any] | None = json()
    tasks_before: dict[str, Any] | None = json()
    supersedes: str | None = words()
    superseded_by: str | None = words()
    is_worked: bool


class AnswerRow(Part, table=True):
    """Every answer ever given, in order; only ever added to. The current ones stand in the assessment."""

    __tablename__ = "answers"
    __table_args__ = (
        of_assessment(),
        Index("ix_answers_assessment", "enterprise", "team", "assessment_id", "seq"),
    )
    enterprise: str = words()
    team: str = words()
    assessment_id: str = words()
    seq: int | None = Field(default=None, sa_type=Counter, primary_key=True)
    fact: str = words()
    value: Any = json()
    by: str = words()
    at: datetime
    said: str | None = words()
    reason: str | None = words()


class DecisionRow(Part, table=True):
    """Every verdict as it was given, numbered; only ever added to."""

    __tablename__ = "decisions"
    __table_args__ = (of_assessment(),)
    number: int = Field(primary_key=True)
    at: datetime
    facts: dict[str, Any] = json()
    verdict: dict[str, Any] = json()
    moved_by: list[str] | None = json()


class ChecklistItemRow(Part, table=True):
    """One roadmap item as the team works it."""

    __tablename__ = "checklist_items"
    __table_args__ = (
        of_assessment(),
        Index(
            "ix_checklist_items_owner", "enterprise", "team", "owner",
            **where("state = 'open' AND owner IS NOT NULL"),
        ),
    )  # fmt: skip
    position: int = Field(primary_key=True)
    id: str = words()
    phase: str = words()
    title: str = words()
    detail: str = words()
    done_when: str = words()
    why: str = words()
    state: str = words()
    owner: str | None = words()
    due: str | None = words()
    note: str = words()
    done_by: str | None = words()
    done_at: datetime | None
    is_new: bool
    obsolete_because: str = words()


class TeamTaskRow(Part, table=True):
    """One golden task."""

    __tablename__ = "golden_tasks"
    __table_args__ = (of_assessment(),)
    position: int = Field(primary_key=True)
    id: str = words()
    name: str = words()
    input: str = words()
    must_contain: str = words()
    bar: str = words()
    also_called: list[str] = json()
    not_called: list[str] = json()


class ReviewScheduleRow(Part, table=True):
    """When an assessment's monthly review falls."""

    __tablename__ = "review_schedules"
    __table_args__ = (of_assessment(),)
    day: int | None
    weekday: int | None
    nth: int | None
    hour: int
    minute: int
    zone: str = words()
    working_days_only: bool
    holidays: str | None = words()
    moves: str | None = words()
    owner: str = words()
    state: str = words()
    snoozed_until: datetime | None
    skipped: list[str] = json()
    opened: str | None = words()
    starts: str | None = words()


class ReviewRow(Part, table=True):
    """One monthly review; one a month."""

    __tablename__ = "reviews"
    __table_args__ = (
        of_assessment(),
        UniqueConstraint("enterprise", "team", "id"),
        Index("ix_reviews_open", "enterprise", "team", **where("state = 'open'")),
    )
    month: str = words(primary_key=True)
    id: str = words()
    state: str = words()
    opened_at: datetime
    version: int
    results: dict[str, str] = json()
    runs: dict[str, Any] = json()
    counts: dict[str, int] = json()
    changed: bool | None
    verdict: str | None = words()
    outcome: dict[str, Any] = json()
    finished_by: str | None = words()
    finished_at: datetime | None
    nudged_at: datetime | None


class FailureRow(Owned, table=True):
    """One logged failure."""

    __tablename__ = "failures"
    __table_args__ = (
        of_assessment(),
        Index("ix_failures_assessment", "enterprise", "team", "assessment_id", "at"),
        Index("ix_failures_by", "enterprise", "team", "by", "at"),
        Index(
            "ix_failures_recent",
            "enterprise",
            "team",
            "at",
            "bucket",
            "assessment_id",
            **where("withdrawn_at IS NULL"),
        ),
    )
    id: str = words(primary_key=True)
    assessment_id: str = words()
    bucket: str = words()
    golden_task: str | None = words()
    what: str = words()
    link: str = words()
    by: str = words()
    at: datetime
    withdrawn_at: datetime | None
