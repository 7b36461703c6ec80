"""Names compared by what people see of them: the keys of those that stand are made anew."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.names import name_key

revision = "0003"
down_revision = "0002"

_LIVE = frozenset({"interviewing", "stopped", "decided"})
_ASSESSMENTS = sa.table(
    "assessments",
    *map(sa.column, ("enterprise", "team", "id", "channel", "name", "name_key", "state", "supersedes", "started_at")),
)


def upgrade() -> None:
    """Of two that are the same from now on the older one is found by its name; both stay as they are."""
    connection = op.get_bind()
    table = _ASSESSMENTS.c
    rows = connection.execute(sa.select(_ASSESSMENTS).order_by(table.started_at, table.id)).all()
    taken = {_place(row, row.name_key) for row in rows if _is_first(row)}
    for row in rows:
        key = name_key(row.name)
        if key == row.name_key or (_is_first(row) and _place(row, key) in taken):
            continue
        taken.add(_place(row, key))
        mine = sa.and_(table.enterprise == row.enterprise, table.team == row.team, table.id == row.id)
        connection.execute(sa.update(_ASSESSMENTS).where(mine).values(name_key=key))


def _is_first(row: Any) -> bool:
    """Whether its name must be the only one of its channel."""
    return row.supersedes is None and row.state in _LIVE


def _place(row: Any, key: str) -> tuple[str, str, str, str]:
    return (row.enterprise, row.team, row.channel, key)
