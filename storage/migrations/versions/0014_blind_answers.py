"""What each of the named people answers alone, and why an answer counts on which they differed."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_KEYS = ("enterprise", "team", "assessment_id")


def upgrade() -> None:
    """Make the table, and add the column: answers that stood before have no reason."""
    op.add_column("answers", sa.Column("reason", sa.Text(), nullable=True))
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
