"""Lines that were not understood, where the operator keeps them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table. Each line goes with its assessment."""
    op.create_table(
        "unheard",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("enterprise", "team", "assessment_id", "id")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("enterprise", "team", "assessment_id", "id", name="pk_unheard"),
        sa.ForeignKeyConstraint(
            ["enterprise", "team", "assessment_id"],
            ["assessments.enterprise", "assessments.team", "assessments.id"],
            name="fk_unheard_assessments",
            ondelete="CASCADE",
        ),
    )
