"""The day before which no review falls: the first one waits four weeks after the decision."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column; plans of before go on as they were promised."""
    op.add_column("review_schedules", sa.Column("starts", sa.Text(), nullable=True))
