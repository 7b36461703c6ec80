"""What each of the named people answers alone."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_KEYS = ("enterprise", "team", "assessment_id")


def upgrade() -> None:
    """Make the table: nobody was asked alone before."""
    op.create_table(
        "blind_answers",
        *(sa.Column(name, sa.Text(), nullable=False) for name in _KEYS),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint(*_KEYS, "place", name="pk_blind_answers"),
        sa.ForeignKeyConstraint(
            [*_KEYS],
            [f"assessments.{column}" for column in ("enterprise", "team", "id")],
            name="fk_blind_answers_assessments",
            ondelete="CASCADE",
        ),
    )
