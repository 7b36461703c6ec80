"""About how many questions are left, as people were told last: so that the number never jumps."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the column; of interviews of before it is worked out from their answers."""
    op.add_column("assessments", sa.Column("left", sa.Integer(), nullable=True))
