"""What came in stays in the inbox until it is worked off, and private replies find their own way out."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns and the indexes; what was noted before is worked off."""
    for name in ("command", "held_by"):
        op.add_column("inbox", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("inbox", sa.Column("tries", sa.Integer(), nullable=True))
    _index("ix_inbox_open", "inbox", "at", where="command IS NOT NULL")
    _index("ix_outbox_private", "outbox", "due_at", "seq", where=_PRIVATE)


_PRIVATE = "state = 'pending' AND method IN ('ephemeral', 'respond')"


def _index(name: str, table: str, *columns: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, list(columns), sqlite_where=condition, postgresql_where=condition)
