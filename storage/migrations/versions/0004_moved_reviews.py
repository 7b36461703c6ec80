"""To which working day a review moves that falls onto a free one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column; rows without a word move to the next working day, as they did."""
    op.add_column("review_schedules", sa.Column("moves", sa.Text(), nullable=True))
