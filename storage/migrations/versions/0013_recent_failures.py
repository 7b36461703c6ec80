"""The failures of the last months of a whole workspace are counted from an index alone."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the index."""
    counted = sa.text("withdrawn_at IS NULL")
    op.create_index(
        "ix_failures_recent",
        "failures",
        ["enterprise", "team", "at", "bucket", "assessment_id"],
        sqlite_where=counted,
        postgresql_where=counted,
    )
