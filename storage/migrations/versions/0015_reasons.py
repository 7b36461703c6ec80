"""Why an answer was changed, where somebody said so."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column; nobody was asked before."""
    op.add_column("answers", sa.Column("reason", sa.Text(), nullable=True))
