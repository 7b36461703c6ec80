"""The pieces that most statements share: the tenant in a condition, and inserts that find a row there.

Statements are made once, at import, with named places for values: making one anew costs more than running it.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Executable, RowMapping, Table, and_, bindparam, literal_column

from storage.prepared import Prepared
from storage.tenant import Record, Tenant

R = TypeVar("R", bound=Record)


def owned(table: Any, *columns: str) -> ColumnElement[bool]:
    """The rows of the tenant that `of` names; each further column has a place `of_<column>` of its own."""
    return and_(*(table.c[column] == bindparam(f"of_{column}") for column in ("enterprise", "team", *columns)))


def of(tenant: Tenant, **values: Any) -> dict[str, Any]:
    """The values for the places of `owned`."""
    named = {"of_enterprise": "", "of_team": tenant.team}
    return named | {f"of_{column}": value for column, value in values.items()}


def written(word: str) -> ColumnElement[str]:
    """A word of ours as a part of the statement itself, for states and kinds that a partial index asks about.

    For a value that comes later such an index is not used, and SQLite plans the statement anew each time it runs.
    """
    return literal_column(f"'{word}'")


def keys(tenant: Tenant) -> dict[str, str]:
    """The tenant as two columns of a row."""
    return {"enterprise": "", "team": tenant.team}


def read_all(connection: Connection, kind: type[R], statement: Executable, named: dict[str, Any]) -> tuple[R, ...]:
    """The rows of a statement as values of this kind, in their order."""
    rows = connection.execute(statement, named).mappings()
    return tuple(kind.model_validate({**row, **_tenant(row)}) for row in rows)


def _tenant(row: RowMapping) -> dict[str, Any]:
    return {"tenant": {"team": row["team"]}} if "team" in row else {}


def read_one(connection: Connection, kind: type[R], statement: Executable, named: dict[str, Any]) -> R | None:
    """The first row of a statement as a value of this kind; None where there is none."""
    return next(iter(read_all(connection, kind, statement, named)), None)


class PerEngine:
    """An insert that each engine words in its own way; made at its first use, so that nobody loads the other engine."""

    def __init__(self, table: Any, word: Callable[[Any], Any], columns: Sequence[str] = ()) -> None:
        """`word` makes the whole statement of the engine's own insert into the table; `columns` as for `Prepared`."""
        self._table = table
        self._columns = columns
        self._word = word
        self._by_engine: dict[str, Prepared] = {}

    def __call__(self, connection: Connection) -> Prepared:
        """The statement for this connection."""
        engine = connection.dialect.name
        known = self._by_engine.get(engine)
        if known is None:
            insert = import_module(f"sqlalchemy.dialects.{engine}").insert(self._table)
            known = self._by_engine[engine] = Prepared(self._word(insert), self._columns)
        return known


class InsertNew:
    """An insert that leaves a row with the same key as it is."""

    def __init__(self, table: Table, columns: Sequence[str] = ()) -> None:
        # An insert forgets its count unless it is told to keep it.
        self._insert = PerEngine(
            table, lambda new: new.on_conflict_do_nothing().inline().execution_options(preserve_rowcount=True), columns
        )

    def __call__(self, connection: Connection, row: dict[str, Any]) -> int:
        """How many rows were new: one, or none."""
        return self._insert(connection).run(connection, row)

    def each(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        """Insert several, which all have the same columns."""
        self._insert(connection).run_each(connection, rows)


class Upsert:
    """An insert that takes the place of a row with the same key."""

    def __init__(self, table: Table) -> None:
        def upsert(new: Any) -> Any:
            moved = {column.name: new.excluded[column.name] for column in table.c if not column.primary_key}
            return new.on_conflict_do_update(index_elements=table.primary_key, set_=moved).inline()

        self._upsert = PerEngine(table, upsert)

    def __call__(self, connection: Connection, row: dict[str, Any]) -> None:
        """Write the row."""
        self._upsert(connection).run(connection, row)
