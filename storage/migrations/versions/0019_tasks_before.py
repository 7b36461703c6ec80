"""The golden tasks as they stood before the last save: whoever saved can take it back."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add the column; what was saved before is changed back in the form."""
    op.add_column("assessments", sa.Column("tasks_before", sa.JSON(), nullable=True))
