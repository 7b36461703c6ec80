"""Which changed answers put a verdict in place of another one: whoever changed them may still say why."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the column; of the verdicts of before it is not known."""
    op.add_column("decisions", sa.Column("moved_by", sa.JSON(), nullable=True))
