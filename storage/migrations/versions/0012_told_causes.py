"""Of which causes to look at a decision again its owner heard."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the column; of the decisions of before nothing was told yet."""
    op.add_column("assessments", sa.Column("told_causes", sa.JSON(), nullable=True))
