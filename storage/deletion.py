"""Forgetting, completely: an assessment, everything of a workspace, or one person in everything of a workspace.

It works from the list of tables itself, so a table or column that is added later is not left out.
"""

import re
from functools import partial
from typing import Any

from sqlalchemy import JSON, Column, Connection, Table, and_, delete, select, update

from storage.columns import Words
from storage.statements import of, owned
from storage.tables import METADATA, assessments, home_viewers, outbox
from storage.tenant import Tenant

DELETED_PERSON = "deleted-user"
"""What stands wherever a person's id stood."""
_OWNED = [table for table in METADATA.sorted_tables if "team" in table.c]
_PARTS = [table for table in _OWNED if "assessment_id" in table.c]


def delete_assessment(connection: Connection, tenant: Tenant, assessment_id: str) -> None:
    """Delete the assessment with its history, reviews, failures, messages and everything still to be said about it."""
    for table in _PARTS:
        connection.execute(delete(table).where(owned(table, "assessment_id")), of(tenant, assessment_id=assessment_id))
    connection.execute(delete(assessments).where(owned(assessments, "id")), of(tenant, id=assessment_id))


def delete_tenant(connection: Connection, tenant: Tenant) -> int:
    """Delete every row of this tenant, its token included."""
    return sum(connection.execute(delete(table).where(owned(table)), of(tenant)).rowcount for table in reversed(_OWNED))


def forget_person(connection: Connection, tenant: Tenant, user: str) -> int:
    """Put "deleted-user" wherever this person's id stands, and drop what was about to be said to them alone.

    Versions move on, so that a turn which still knows the id cannot save it again. Says how many rows changed.
    """
    for_them = delete(outbox).where(owned(outbox), (outbox.c.user == user) | (outbox.c.channel == user))
    dropped = connection.execute(for_them, of(tenant)).rowcount
    looks = delete(home_viewers).where(owned(home_viewers, "user"))
    dropped += connection.execute(looks, of(tenant, user=user)).rowcount
    pattern = re.compile(rf"(?<![A-Za-z0-9]){re.escape(user)}(?![A-Za-z0-9])")
    return dropped + sum(_forget_in(connection, table, tenant, pattern) for table in _OWNED)


def _forget_in(connection: Connection, table: Table, tenant: Tenant, pattern: re.Pattern[str]) -> int:
    columns = [column for column in table.c if isinstance(column.type, JSON | Words) and column.name not in _KEYS]
    changed = 0
    if not columns:
        return 0
    for row in connection.execute(select(table).where(owned(table)), of(tenant)).mappings().all():
        without = {column.name: _without(row[column.name], pattern) for column in columns}
        changes = {name: value for name, value in without.items() if value != row[name]}
        if changes:
            _change(connection, table, row, changes)
            changed += 1
    return changed


_KEYS = {"enterprise", "team"}


def _change(connection: Connection, table: Table, row: Any, changes: dict[str, Any]) -> None:
    if "version" in table.c:
        changes["version"] = row["version"] + 1
    key: list[Column[Any]] = list(table.primary_key.columns)
    same = and_(*(column == row[column.name] for column in key), *(table.c[name] == row[name] for name in _KEYS))
    connection.execute(update(table).where(same).values(changes))


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    match value:
        case str():
            return pattern.sub(DELETED_PERSON, value)
        case dict():
            return {_without(key, pattern): _without(item, pattern) for key, item in value.items()}
        case list():
            return [*map(partial(_without, pattern=pattern), value)]
        case _:
            return value
