"""Result files and the tokens that hand them in; what a golden task is called elsewhere; bars and runs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_KEYS = ("enterprise", "team", "assessment_id")


def upgrade() -> None:
    """Make the tables, and add the columns: what stood before has no other name, no bar of its own and no runs."""
    _result_files()
    _results_tokens()
    _add("golden_tasks", "also_called", sa.JSON(), [])
    _add("golden_tasks", "not_called", sa.JSON(), [])
    _add("assessments", "bar", sa.Text(), "")
    _add("reviews", "runs", sa.JSON(), {})


def _add(table: str, name: str, kind: Any, value: Any) -> None:
    """A column that every row fills; SQLite rebuilds the table to demand it."""
    op.add_column(table, sa.Column(name, kind, nullable=True))
    rows = sa.table(table, sa.column(name, kind))
    op.execute(sa.update(rows).values({name: value}))
    with op.batch_alter_table(table) as batch:
        batch.alter_column(name, existing_type=kind, nullable=False)


def _result_files() -> None:
    op.create_table(
        "result_files",
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*_KEYS, "digest")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("read", sa.JSON(), nullable=False),
        sa.Column("offered", sa.JSON(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("taken_by", sa.Text(), nullable=True),
        sa.Column("used_in", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint(*_KEYS, "digest", name="pk_result_files"),
        _of_assessment("fk_result_files_assessments"),
    )
    op.create_index("ix_result_files_at", "result_files", [*_KEYS, "at"])


def _results_tokens() -> None:
    op.create_table(
        "results_tokens",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("enterprise", "team", "id", "assessment_id")),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.Text(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("enterprise", "team", "id", name="pk_results_tokens"),
        _of_assessment("fk_results_tokens_assessments"),
    )
    op.create_index("ix_results_tokens_assessment", "results_tokens", [*_KEYS])


def _of_assessment(name: str) -> sa.ForeignKeyConstraint:
    there = [f"assessments.{column}" for column in ("enterprise", "team", "id")]
    return sa.ForeignKeyConstraint([*_KEYS], there, name=name, ondelete="CASCADE")
