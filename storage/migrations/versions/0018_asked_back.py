"""What people were asked back last: the next line of the same person may answer it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Add the column; nobody waits for an answer to what was asked back before."""
    op.add_column("assessments", sa.Column("asked_back", sa.JSON(), nullable=True))
