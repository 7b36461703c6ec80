"""Statements of the road that every click takes: compiled once, and handed to the driver as they are.

SQLAlchemy looks a statement up, binds and wraps it anew each time, which costs several times what SQLite needs to run
it. Here that is done once for each engine and set of columns: text, order of values, and what makes a value storable.
The tables and the tenant's guard are the same: a statement that names no tenant is refused when it is prepared.

A click fills a hundred places and reads fifty, so what is done for each of them is little: all values are taken in one
go, and only those are touched that are not storable as they are.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Insert
from sqlalchemy.engine import Dialect
from sqlmodel import UTCDateTime

from storage.columns import Kept, Words, json_data, json_text, kept_data, kept_text, storable
from storage.errors import TenantMissing
from storage.tenancy import without_tenant

Named = Mapping[str, Any]
Process = Callable[[Any], Any]
Places = tuple[tuple[int, Process], ...]
"""Places in a row, each with what is done to the value there."""


class _Ready(NamedTuple):
    """A statement as one engine's driver takes it."""

    sql: str
    take: Callable[[Named], Sequence[Any]]
    """Takes them."""
    given: dict[str, Any]
    """The values that nobody names."""
    words: tuple[int, ...]
    """The places of text."""
    makes: Places
    """What makes other values storable."""
    columns: tuple[str, ...]
    """What is read."""
    reads: Places

    def filled(self, named: Named) -> list[Any]:
        """The values as the driver takes them."""
        values = list(self.take({**self.given, **named} if self.given else named))
        for place, process in self.makes:
            values[place] = process(values[place])
        for place in self.words:
            word = values[place]
            if word is not None and not (type(word) is str and word.isascii() and "\0" not in word):
                values[place] = storable(word)
        return values

    def read(self, rows: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
        """The rows with the values of our types, by column."""
        return [dict(zip(self.columns, self._read(row), strict=True)) for row in rows]

    def _read(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for place, process in self.reads:
            values[place] = process(values[place])
        return values


class Prepared:
    """A statement without lists of unknown length in it. Its `bindparam`s and columns are given by name."""

    def __init__(self, statement: Any, columns: Sequence[str] = ()) -> None:
        """`columns`: those that an insert writes, whatever else stands in what it is given; else all that is named."""
        self._statement = statement
        self._columns = tuple(columns)
        self._options = dict(statement.get_execution_options())
        self._ready: dict[tuple[str, tuple[str, ...]], _Ready] = {}

    def run(self, connection: Connection, named: Named) -> int:
        """Run it. Says how many rows it touched."""
        ready = self._ready_for(connection, named)
        return int(_runs(connection)(ready.sql, ready.filled(named)).rowcount)

    def run_each(self, connection: Connection, rows: Sequence[Named]) -> None:
        """Run it for each of these, which all name the same."""
        ready = self._ready_for(connection, rows[0])
        driver, values = _driver(connection), [ready.filled(named) for named in rows]
        if connection.dialect.name == "sqlite":  # it runs one statement over and over faster than one for many rows
            driver.executemany(ready.sql, values).close()
            return
        most = _MOST_ROWS if isinstance(self._statement, Insert) else 1
        for start in range(0, len(values), most):
            some = values[start : start + most]
            driver.execute_ready(_for_rows(ready.sql, len(some)), list(chain.from_iterable(some)))

    def rows(self, connection: Connection, named: Named) -> list[dict[str, Any]]:
        """Run it. Gives what it reads: each row by the names of its columns."""
        ready = self._ready_for(connection, named)
        return ready.read(_runs(connection)(ready.sql, ready.filled(named)).fetchall())

    def _ready_for(self, connection: Connection, named: Named) -> _Ready:
        known = (connection.dialect.name, self._columns or tuple(named))
        ready = self._ready.get(known)
        if ready is None:
            ready = self._ready[known] = self._prepare(connection.dialect, known[1])
        return ready

    def _prepare(self, dialect: Dialect, named: Sequence[str]) -> _Ready:
        compiled: Any = self._statement.compile(dialect=dialect, column_keys=named)
        if not self._options.get("across_tenants") and (unguarded := without_tenant(compiled.string)):
            raise TenantMissing(f"A query on {', '.join(unguarded)} did not name its tenant and was not sent.")
        given = compiled.construct_params(_check=False)
        names = tuple(compiled.positiontup if dialect.positional else compiled.bind_names.values())
        kinds = [compiled.binds[name].type for name in names]
        processes = [compiled._bind_processors.get(name) for name in names]  # noqa: SLF001 - how a value becomes storable
        columns = compiled._result_columns  # noqa: SLF001 - what is read, and of which type
        return _Ready(
            compiled.string if dialect.positional else _numbered(compiled.string, names),
            _taking(names),
            {name: given.get(name) for name in names if name not in named},
            tuple(place for place, kind in enumerate(kinds) if isinstance(kind, Words)),
            _places(_making(dialect, kind, process) for kind, process in zip(kinds, processes, strict=True)),
            tuple(one.keyname for one in columns),
            _places(_reading(dialect, one.type) for one in columns),
        )


def _taking(names: tuple[str, ...]) -> Callable[[Named], Sequence[Any]]:
    """Takes the values of these names: `itemgetter` gives a tuple for two and more only."""
    return itemgetter(*names) if len(names) > 1 else lambda named: [named[name] for name in names]


def _numbered(sql: str, names: tuple[str, ...]) -> str:
    """The statement with its places as PostgreSQL itself knows them: their number, for their name."""
    places = {name: f"${place}" for place, name in enumerate(names, 1)}
    return _NAME.sub(lambda named: places[named[1]], sql).replace("%%", "%")


@lru_cache(maxsize=256)
def _for_rows(sql: str, count: int) -> str:
    """The insert of one row as the insert of so many."""
    if count == 1:
        return sql
    inserts, _, rest = sql.partition(" VALUES ")
    row, on_conflict, does = rest.partition(" ON CONFLICT")
    places = len(_NUMBER.findall(row))
    rows = (_NUMBER.sub(lambda place, by=places * n: f"${int(place[1]) + by}", row) for n in range(count))  # type: ignore[misc]
    return f"{inserts} VALUES {', '.join(rows)}{on_conflict}{does}"


def _places(processes: Iterable[Process | None]) -> Places:
    return tuple((place, process) for place, process in enumerate(processes) if process is not None)


_MOST_ROWS = 8
"""So many are inserted by one statement on PostgreSQL, to spare ways there and back.

Each number of rows is a statement of its own, which a session keeps.
"""
_NUMBER = re.compile(r"\$(\d+)")
_NAME = re.compile(r"%\((\w+)\)s")
_MOMENTS: dict[str, Process] = {}
"""For each engine: what makes a moment storable. It is kept for a while, since a click writes one a dozen times."""


def _making(dialect: Dialect, kind: Any, process: Process | None) -> Process | None:
    """What makes a value of this type storable, with shorter ways for the types of which there are most."""
    if isinstance(kind, Words):
        return None  # touched only where it has to be
    if isinstance(kind, UTCDateTime) and process is not None:
        return _MOMENTS.setdefault(dialect.name, lru_cache(maxsize=64)(process))
    if isinstance(kind, JSON):
        return kept_text if isinstance(kind, Kept) else json_text
    return process


def _reading(dialect: Dialect, kind: Any) -> Process | None:
    """What makes a value of our type of a text; PostgreSQL's driver has made moments already."""
    if dialect.name == "sqlite" and isinstance(kind, UTCDateTime):
        return _moment
    if isinstance(kind, JSON):
        return kept_data if isinstance(kind, Kept) else json_data
    process: Process | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return process


@lru_cache(maxsize=64)
def _moment(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored).replace(tzinfo=UTC)


def _runs(connection: Connection) -> Callable[[str, list[Any]], Any]:
    """What runs a statement, and gives how many rows it touched and which it read."""
    driver = _driver(connection)
    runs: Callable[[str, list[Any]], Any]
    runs = driver.execute if connection.dialect.name == "sqlite" else driver.execute_ready
    return runs


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
