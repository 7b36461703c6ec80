"""The first tables.

Written out in full rather than taken from `tables`: a step stays what it was when the tables move on.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Columns = list[sa.Column[Any]]


def upgrade() -> None:
    """Make all tables, those first that others refer to."""
    _workspaces()
    _assessments()
    _answers_and_decisions()
    _roadmap()
    _reviews()
    _failures()
    _in_and_out()
    _outbox()


def _workspaces() -> None:
    _table("installations", *_words("sealed_token", "bot_user"), *_json("scopes"), *_words("installed_by"),
           *_times("installed_at"), key=())  # fmt: skip
    _table("pauses", key=())
    op.create_table(
        "oauth_states",
        *_words("digest"),
        *_times("issued_at"),
        sa.PrimaryKeyConstraint("digest", name="pk_oauth_states"),
    )


def _assessments() -> None:
    _table(
        "assessments",
        *_words("id", "channel", "name", "name_key", "context", "state", "started_by"),
        *_times("started_at", "changed_at"),
        *_numbers("version"),
        *_json("answers", "earlier"),
        *_words("asking", optional=True),
        *_json("asked"),
        *_flags("wants_all"),
        *_words("rules_version", "rules_digest"),
        *_numbers("decision", optional=True),
        *_words("supersedes", "superseded_by", optional=True),
        *_flags("is_worked"),
        key=("id",),
    )
    live = "state IN ('interviewing', 'stopped', 'decided')"
    _index("ix_assessments_channel", "assessments", "channel", "started_at")
    _index("uq_assessments_first", "assessments", "channel", "name_key", where=f"supersedes IS NULL AND {live}")
    _index("uq_assessments_next", "assessments", "supersedes", where=f"supersedes IS NOT NULL AND {live}")


def _answers_and_decisions() -> None:
    op.create_table(
        "answers",
        *_words("enterprise", "team", "assessment_id"),
        _counter(),
        *_words("fact"),
        *_json("value"),
        *_words("by"),
        *_times("at"),
        *_words("said", optional=True),
        sa.PrimaryKeyConstraint("seq", name="pk_answers"),
        _of_assessment("answers"),
    )
    _index("ix_answers_assessment", "answers", "assessment_id", "seq")
    _part("decisions", *_numbers("number"), *_times("at"), *_json("facts", "verdict"), key=("number",))


def _roadmap() -> None:
    _part(
        "checklist_items",
        *_numbers("position"),
        *_words("id", "phase", "title", "detail", "done_when", "why", "state"),
        *_words("owner", "due", optional=True),
        *_words("note"),
        *_words("done_by", optional=True),
        *_times("done_at", optional=True),
        *_flags("is_new"),
        *_words("obsolete_because"),
        key=("position",),
    )
    tasks = _words("id", "name", "input", "must_contain", "bar")
    _part("golden_tasks", *_numbers("position"), *tasks, key=("position",))


def _reviews() -> None:
    _part(
        "review_schedules",
        *_numbers("day", "weekday", "nth", optional=True),
        *_numbers("hour", "minute"),
        *_words("zone"),
        *_flags("working_days_only"),
        *_words("holidays", optional=True),
        *_words("owner", "state"),
        *_times("snoozed_until", optional=True),
        *_json("skipped"),
        key=(),
    )
    _part(
        "reviews",
        *_words("month", "id", "state"),
        *_times("opened_at"),
        *_numbers("version"),
        *_json("results", "counts"),
        *_flags("changed", optional=True),
        *_words("verdict", optional=True),
        *_json("outcome"),
        *_words("finished_by", optional=True),
        *_times("finished_at", "nudged_at", optional=True),
        sa.UniqueConstraint("enterprise", "team", "id", name="uq_reviews_enterprise_team_id"),
        key=("month",),
    )


def _failures() -> None:
    _table(
        "failures",
        *_words("id", "assessment_id", "bucket"),
        *_words("golden_task", optional=True),
        *_words("what", "link", "by"),
        *_times("at"),
        *_times("withdrawn_at", optional=True),
        _of_assessment("failures"),
        key=("id",),
    )
    _index("ix_failures_assessment", "failures", "assessment_id", "at")


def _in_and_out() -> None:
    _table("messages", *_words("assessment_id", "key", "channel", "ts"), key=("assessment_id", "key"))
    _index("ix_messages_place", "messages", "channel", "ts")
    _table("inbox", *_words("key"), *_times("at"), key=("key",), sqlite_with_rowid=False)


def _outbox() -> None:
    op.create_table(
        "outbox",
        *_words("enterprise", "team"),
        _counter(),
        *_words("id", "method", "lane"),
        *_times("due_at"),
        *_json("reply"),
        *_words("assessment_id", "channel", "user", "response_url", optional=True),
        *_words("message_key", "under_key", "dedupe_key", optional=True),
        *_flags("replaces"),
        *_times("expires_at", optional=True),
        *_words("state"),
        *_numbers("attempts"),
        *_flags("in_doubt"),
        *_times("retry_at", "first_tried_at", optional=True),
        *_words("leased_by", optional=True),
        *_times("leased_until", optional=True),
        *_words("ts", "error", optional=True),
        *_times("done_at", optional=True),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
    )
    pending = "state = 'pending'"
    op.create_index("uq_outbox_id", "outbox", ["id"], unique=True)
    _index("uq_outbox_dedupe_key", "outbox", "dedupe_key", where="dedupe_key IS NOT NULL AND state <> 'cancelled'")
    _index("ix_outbox_due", "outbox", "due_at", "seq", where=pending, of_tenant=False)
    _index("ix_outbox_lane", "outbox", "lane", "due_at", "seq", where=pending)
    _index("ix_outbox_leased", "outbox", "lane", where=f"{pending} AND leased_by IS NOT NULL")
    _index("ix_outbox_assessment", "outbox", "assessment_id", "state")
    _index("ix_outbox_unknown", "outbox", where="state = 'unknown'")
    _index("ix_outbox_done", "outbox", "done_at", where="done_at IS NOT NULL", of_tenant=False)


def _words(*names: str, optional: bool = False) -> Columns:
    return [sa.Column(name, sa.Text(), nullable=optional) for name in names]


def _times(*names: str, optional: bool = False) -> Columns:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=optional) for name in names]


def _numbers(*names: str, optional: bool = False) -> Columns:
    return [sa.Column(name, sa.Integer(), nullable=optional) for name in names]


def _flags(*names: str, optional: bool = False) -> Columns:
    return [sa.Column(name, sa.Boolean(), nullable=optional) for name in names]


def _json(*names: str) -> Columns:
    return [sa.Column(name, sa.JSON(), nullable=False) for name in names]


def _counter() -> sa.Column[Any]:
    return sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)


def _table(name: str, *parts: Any, key: tuple[str, ...], **options: Any) -> None:
    primary = sa.PrimaryKeyConstraint("enterprise", "team", *key, name=f"pk_{name}")
    op.create_table(name, *_words("enterprise", "team"), *parts, primary, **options)


def _part(name: str, *parts: Any, key: tuple[str, ...]) -> None:
    _table(name, *_words("assessment_id"), *parts, _of_assessment(name), key=("assessment_id", *key))


def _of_assessment(table: str) -> sa.ForeignKeyConstraint:
    there = ["assessments.enterprise", "assessments.team", "assessments.id"]
    own = ["enterprise", "team", "assessment_id"]
    return sa.ForeignKeyConstraint(own, there, name=f"fk_{table}_assessments", ondelete="CASCADE")


def _index(name: str, table: str, *columns: str, where: str | None = None, of_tenant: bool = True) -> None:
    condition = None if where is None else sa.text(where)
    columns = ("enterprise", "team", *columns) if of_tenant else columns
    is_unique = name.startswith("uq_")
    op.create_index(name, table, list(columns), unique=is_unique, sqlite_where=condition, postgresql_where=condition)
