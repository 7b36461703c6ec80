"""Statements of the road that every click takes: compiled once, and handed to the driver as they are.

SQLAlchemy looks a statement up, binds and wraps it anew each time, which costs several times what SQLite needs to run
it. Here that is done once for each engine and set of columns: text, order of values, and what makes a value storable.
The tables and the tenant's guard are the same: a statement that names no tenant is refused when it is prepared.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlmodel import UTCDateTime

from storage.columns import Words, storable
from storage.errors import TenantMissing
from storage.tenancy import without_tenant

Named = Mapping[str, Any]
Process = Callable[[Any], Any]


class _Ready(NamedTuple):
    """A statement as one engine's driver takes it."""

    sql: str
    values: tuple[tuple[str, Any, Process | None], ...]
    """In order: the name of each value, what it is where nothing is given, and what makes it storable."""
    is_positional: bool
    row: Callable[..., Any] | None
    """Makes a row of what is read, by the names of its columns; None where nothing is."""
    reads: tuple[Process | None, ...]

    def filled(self, named: Named) -> Any:
        """The values in the shape that the driver takes."""
        get = named.get
        if self.is_positional:
            return [process(get(name, given)) if process else get(name, given) for name, given, process in self.values]
        return {
            name: process(get(name, given)) if process else get(name, given) for name, given, process in self.values
        }

    def read(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """The rows with the values of our types."""
        make, reads = self.row, self.reads
        if make is None:
            return []
        return [make(*(read(value) if read else value for read, value in zip(reads, row, strict=True))) for row in rows]


class Prepared:
    """A statement without lists of unknown length in it. Its `bindparam`s and columns are given by name."""

    def __init__(self, statement: Any) -> None:
        self._statement = statement
        self._options = dict(statement.get_execution_options())
        self._ready: dict[tuple[str, frozenset[str]], _Ready] = {}

    def run(self, connection: Connection, named: Named) -> int:
        """Run it. Says how many rows it touched."""
        ready = self._ready_for(connection, named)
        return int(_driver(connection).execute(ready.sql, ready.filled(named)).rowcount)

    def run_each(self, connection: Connection, rows: Sequence[Named]) -> None:
        """Run it for each of these, which all name the same."""
        ready = self._ready_for(connection, rows[0])
        cursor = _driver(connection).cursor()
        cursor.executemany(ready.sql, [ready.filled(named) for named in rows])
        cursor.close()

    def rows(self, connection: Connection, named: Named) -> list[Any]:
        """Run it. Gives what it reads, as named tuples."""
        ready = self._ready_for(connection, named)
        return ready.read(_driver(connection).execute(ready.sql, ready.filled(named)).fetchall())

    def _ready_for(self, connection: Connection, named: Named) -> _Ready:
        known = (connection.dialect.name, frozenset(named))
        ready = self._ready.get(known)
        if ready is None:
            ready = self._ready[known] = self._prepare(connection.dialect, named)
        return ready

    def _prepare(self, dialect: Dialect, named: Named) -> _Ready:
        compiled: Any = self._statement.compile(dialect=dialect, column_keys=list(named))
        if not self._options.get("across_tenants") and (unguarded := without_tenant(compiled.string)):
            raise TenantMissing(f"A query on {', '.join(unguarded)} did not name its tenant and was not sent.")
        given, processors = compiled.construct_params(_check=False), compiled._bind_processors  # noqa: SLF001 - how a value becomes storable
        kinds = {name: bound.type for name, bound in compiled.binds.items()}
        names = compiled.positiontup if dialect.positional else list(compiled.bind_names.values())
        columns = compiled._result_columns  # noqa: SLF001 - what is read, and of which type
        reads = tuple(one.type.dialect_impl(dialect).result_processor(dialect, None) for one in columns)
        return _Ready(
            compiled.string,
            tuple((name, given.get(name), _process(dialect, kinds[name], processors.get(name))) for name in names),
            bool(dialect.positional),
            namedtuple("Row", [one.keyname for one in columns], rename=True) if columns else None,
            reads,
        )


_MOMENTS: dict[str, Process] = {}
"""For each engine: what makes a moment storable. It is kept for a while, since a click writes one a dozen times."""


def _process(dialect: Dialect, kind: Any, process: Process | None) -> Process | None:
    """What makes a value of this type storable, with shorter ways for the two types of which there are most."""
    if isinstance(kind, Words):
        return _word
    if isinstance(kind, UTCDateTime) and process is not None:
        return _MOMENTS.setdefault(dialect.name, lru_cache(maxsize=64)(process))
    return process


def _word(value: Any) -> str | None:
    """What the type does, without the ways through which it is asked."""
    if value is None or (type(value) is str and value.isascii() and "\0" not in value):
        return value
    return storable(value)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
