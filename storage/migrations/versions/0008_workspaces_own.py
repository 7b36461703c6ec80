"""The workspace alone owns its rows, whatever organization it belonged to when they were written.

Before this a workspace that joined an Enterprise organization, or left it, was taken for another one, and what it had
decided was out of its reach. Where it had begun anew meanwhile, both come together: what can stand only once (the
installation, a person's look at the Home) is kept as it was last, and of two features of one name in one channel the
later one is told apart by a number.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.names import name_key

revision = "0008"
down_revision = "0007"

_LIVE = frozenset({"interviewing", "stopped", "decided"})
_OWNER = ("enterprise", "team")


def _table(name: str, *columns: str) -> Any:
    return sa.table(name, *map(sa.column, (*_OWNER, *columns)))


_ASSESSMENTS = _table("assessments", "id", "channel", "name", "name_key", "state", "supersedes", "started_at")
_INSTALLATIONS = _table("installations", "installed_at")
_PAUSES, _VIEWERS = _table("pauses"), _table("home_viewers", "user", "opened_at")
_INBOX, _OUTBOX = _table("inbox", "key"), _table("outbox", "dedupe_key")
_PARTS = (
    "answers", "decisions", "checklist_items", "golden_tasks", "review_schedules", "reviews", "failures", "messages",
    "outbox", "unheard",
)  # fmt: skip


def upgrade() -> None:
    """Tell apart what would be the same, then put every row under its workspace."""
    _number_namesakes()
    _keep_the_last(_INSTALLATIONS, by=_INSTALLATIONS.c.installed_at)
    _keep_the_last(_VIEWERS, "user", by=_VIEWERS.c.opened_at)
    _keep_the_last(_INBOX, "key")
    _forget_old_pauses()
    _forget_doubled_onces()
    _move_assessments()
    for name in ("installations", "pauses", "home_viewers", "inbox"):
        _move(_table(name))


def _number_namesakes() -> None:
    connection, table = op.get_bind(), _ASSESSMENTS.c
    rows = connection.execute(sa.select(_ASSESSMENTS).order_by(table.started_at, table.id)).all()
    first = [row for row in rows if row.supersedes is None and row.state in _LIVE]
    taken: set[tuple[str, str, str]] = set()
    for row in first:
        name, number = row.name, 1
        while (row.team, row.channel, name_key(name) if number > 1 else row.name_key) in taken:
            number += 1
            name = f"{row.name} ({number})"
        key = name_key(name) if number > 1 else row.name_key
        taken.add((row.team, row.channel, key))
        if number > 1:
            mine = sa.and_(table.enterprise == row.enterprise, table.team == row.team, table.id == row.id)
            connection.execute(sa.update(_ASSESSMENTS).where(mine).values(name=name, name_key=key))


def _others(table: Any, other: Any, *same: str) -> Any:
    """Rows of the same workspace under another organization, alike in these columns."""
    alike = (other.c[column] == table.c[column] for column in ("team", *same))
    return sa.and_(other.c.enterprise != table.c.enterprise, *alike)


def _keep_the_last(table: Any, *same: str, by: Any = None) -> None:
    """Of rows that would have one key the last one stays, by this time; of two of one time any."""
    other = table.alias("other")
    is_later = other.c.enterprise < table.c.enterprise
    if by is not None:
        later = other.c[by.name]
        is_later = sa.or_(later > by, sa.and_(later == by, is_later))
    op.get_bind().execute(sa.delete(table).where(sa.exists().where(_others(table, other, *same), is_later)))


def _forget_old_pauses() -> None:
    """A pause of before the last installation holds nothing up any more; a token that is dead is soon found out."""
    gone = sa.exists().where(
        _INSTALLATIONS.c.team == _PAUSES.c.team, _INSTALLATIONS.c.enterprise != _PAUSES.c.enterprise
    )
    op.get_bind().execute(sa.delete(_PAUSES).where(gone))
    _keep_the_last(_PAUSES)


def _forget_doubled_onces() -> None:
    other = _OUTBOX.alias("other")
    twice = sa.exists().where(_others(_OUTBOX, other, "dedupe_key"), other.c.enterprise < _OUTBOX.c.enterprise)
    op.get_bind().execute(sa.update(_OUTBOX).where(twice).values(dedupe_key=None))


def _move_assessments() -> None:
    """Parts refer to their assessment all the way: it is there anew before they follow, and goes after they did."""
    connection = op.get_bind()
    columns = [column["name"] for column in sa.inspect(connection).get_columns("assessments")]
    old = sa.table("assessments", *map(sa.column, columns))
    is_elsewhere = old.c.enterprise != ""
    moved = sa.select(*(sa.literal("") if name == "enterprise" else old.c[name] for name in columns))
    connection.execute(sa.insert(old).from_select(columns, moved.where(is_elsewhere)))
    for name in _PARTS:
        _move(_table(name))
    connection.execute(sa.delete(old).where(is_elsewhere))


def _move(table: Any) -> None:
    op.get_bind().execute(sa.update(table).where(table.c.enterprise != "").values(enterprise=""))
