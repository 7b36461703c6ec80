"""What the team said of its own cost, and what that came to."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; assessments of before have said nothing of cost."""
    op.add_column("assessments", sa.Column("cost", sa.JSON(), nullable=True))
