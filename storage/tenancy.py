"""The guard on every statement: nothing reaches the database without naming the tenant.

It reads the SQL itself, just before it is sent, so no way of writing a query goes around it. Statements that serve all
tenants (claiming due work, keeping house, migrating) say so with the execution option `across_tenants`.
"""

import re
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, event

from storage.errors import TenantMissing
from storage.tables import METADATA

_OWNED = {table.name for table in METADATA.tables.values() if "team" in table.c}
_INSERT = re.compile(r'\s*INSERT\s+INTO\s+"?(\w+)"?\s*\(([^)]*)\)', re.IGNORECASE)
_SOURCES = re.compile(
    r"\b(?:FROM|JOIN|UPDATE)\s+(.*?)(?=\bWHERE\b|\bON\b|\bSET\b|\bJOIN\b|\bORDER\b|\bGROUP\b|\bLIMIT\b|[()]|$)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r'"?(\w+)"?(?:\s+AS\s+"?(\w+)"?)?', re.IGNORECASE)

ACROSS_TENANTS = {"across_tenants": True}
"""The execution option of a statement that rightly serves all tenants."""


def guard(engine: Engine) -> None:
    """Refuse every statement of this engine that touches tenants' rows without naming the tenant."""
    event.listen(engine, "before_cursor_execute", _check)


def _check(_connection: Any, _cursor: Any, statement: str, _parameters: Any, context: Any, _many: bool) -> None:
    if context is not None and context.execution_options.get("across_tenants"):
        return
    if unguarded := without_tenant(statement):
        raise TenantMissing(f"A query on {', '.join(unguarded)} did not name its tenant and was not sent.")


@lru_cache(maxsize=2048)
def without_tenant(statement: str) -> tuple[str, ...]:
    """The tables that this SQL touches without naming enterprise and team."""
    inserted = _INSERT.match(statement)
    if inserted:
        columns = {column.strip(' "') for column in inserted[2].split(",")}
        is_named = inserted[1] not in _OWNED or {"enterprise", "team"} <= columns
        return () if is_named else (inserted[1],)
    return tuple(table for table, alias in _sources(statement) if not _is_bound(statement, alias))


def _sources(statement: str) -> set[tuple[str, str]]:
    sources = set()
    for clause in _SOURCES.findall(statement):
        for part in clause.split(","):
            named = _SOURCE.match(part.strip())
            if named and named[1] in _OWNED:
                sources.add((named[1], named[2] or named[1]))
    return sources


def _is_bound(statement: str, alias: str) -> bool:
    return all(
        re.search(rf'(?<![\w.])"?{alias}"?\.{column} = |= "?{alias}"?\.{column}\b', statement)
        for column in ("enterprise", "team")
    )
