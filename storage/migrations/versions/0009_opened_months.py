"""Which month's review a plan has opened last: no second one of that month is promised, however the plan is moved."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def _table(name: str, *columns: str) -> Any:
    return sa.table(name, *map(sa.column, ("enterprise", "team", *columns)))


_SCHEDULES = _table("review_schedules", "assessment_id", "opened")
_REVIEWS = _table("reviews", "assessment_id", "month")
_ASSESSMENTS = _table("assessments", "id", "supersedes")


def upgrade() -> None:
    """Add the column; plans of before have opened what their assessment and its earlier versions have."""
    op.add_column("review_schedules", sa.Column("opened", sa.Text(), nullable=True))
    connection = op.get_bind()
    newest = {tuple(row[:3]): row.month for row in connection.execute(_newest())}
    earlier = {tuple(row[:3]): row.supersedes for row in connection.execute(sa.select(_ASSESSMENTS))}
    table = _SCHEDULES.c
    for row in connection.execute(sa.select(table.enterprise, table.team, table.assessment_id)).all():
        months = [month for id_ in _versions(row, earlier) if (month := newest.get((row.enterprise, row.team, id_)))]
        if months:
            mine = sa.and_(*(table[name] == value for name, value in row._mapping.items()))  # noqa: SLF001 - its name
            connection.execute(sa.update(_SCHEDULES).where(mine).values(opened=max(months)))


def _newest() -> Any:
    owner = (_REVIEWS.c.enterprise, _REVIEWS.c.team, _REVIEWS.c.assessment_id)
    return sa.select(*owner, sa.func.max(_REVIEWS.c.month).label("month")).group_by(*owner)


def _versions(row: Any, earlier: dict[Any, str | None]) -> list[str]:
    """The assessment and those that it superseded."""
    found, current = [], row.assessment_id
    while current is not None and current not in found:
        found.append(current)
        current = earlier.get((row.enterprise, row.team, current))
    return found
