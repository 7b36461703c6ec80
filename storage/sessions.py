"""PostgreSQL's sessions: kept from one transaction to the next, and given statements as libpq takes them.

SQLAlchemy makes as much of taking a connection from its pool and giving it back as two statements cost, and hands them
out in turn, so that each of ten sessions is half cold, here and at the server; and psycopg's cursors take three times
as long over a statement as libpq does. So the session that was given back last is taken first, and what is prepared
(`storage.prepared`) goes to libpq at once. Everything else goes through SQLAlchemy, in the same transaction.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar, cast

import psycopg
from psycopg import abc, adapt
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
from psycopg.types.string import TextLoader
from sqlalchemy import Connection, Engine, event

T = TypeVar("T")
_DONE = frozenset({ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK})
_TEXT = adapt.PyFormat.TEXT


class Answer:
    """What the server said to a statement."""

    def __init__(self, result: Any, values: Any) -> None:
        self._result = result
        self._values = values

    @property
    def rowcount(self) -> int:
        """How many rows it touched or read."""
        return self._result.command_tuples or 0

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that it read; JSON as its text."""
        self._values.set_pgresult(self._result)
        rows: list[tuple[Any, ...]] = self._values.load_rows(0, self._result.ntuples, tuple)
        return rows


class Session(psycopg.Connection[Any]):
    """One session with the server."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._names: dict[str, bytes] = {}
        """What is prepared at the server, each statement under a name."""
        self._values: abc.Transformer | None = None

    def execute_ready(self, sql: str, values: Sequence[Any]) -> Answer:
        """Run a statement whose places are $1, $2 and so on. It is prepared at its first use."""
        adapts = self._values or self._adapting()
        name = self._names.get(sql) or self._prepare(sql)
        texts: Sequence[Any] = adapts.dump_sequence(values, [_TEXT] * len(values))
        return Answer(self._checked(self.pgconn.exec_prepared(name, texts)), adapts)

    def command(self, sql: bytes) -> None:
        """Run what has no values and reads nothing, as what begins and ends a transaction."""
        self._checked(self.pgconn.exec_(sql))

    def _prepare(self, sql: str) -> bytes:
        name = b"ready_%d" % len(self._names)
        self._checked(self.pgconn.prepare(name, sql.encode()))
        self._names[sql] = name
        return name

    def _adapting(self) -> abc.Transformer:
        """What makes text of values and values of text; JSON is left to whoever knows what it is."""
        cursor = self.cursor()
        cursor.adapters.register_loader("json", TextLoader)
        self._values = adapt.Transformer(cursor)
        return self._values

    def _checked(self, result: Any) -> Any:
        if result.status in _DONE:
            return result
        if self.pgconn.status != ConnStatus.OK:
            raise psycopg.OperationalError(result.error_message.decode(errors="replace").strip())
        raise psycopg.errors.error_from_result(result)


class Sessions:
    """The sessions of one process, one for each transaction that runs."""

    def __init__(self, engine: Engine) -> None:
        event.listen(engine, "do_connect", lambda _dialect, _record, given, named: Session.connect(*given, **named))
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._free: list[Connection] = []

    def run(self, work: Callable[[Connection], T], begin: bytes | None) -> T:
        """Run it in a transaction that begins like this, or each of its statements in one of its own.

        Raises what the driver or SQLAlchemy raise; then nothing is saved.
        """
        connection = self._taken()
        session = _session(connection)
        try:
            if begin is not None:
                session.command(begin)
            result = work(connection)
            _end(connection, session, b"COMMIT")
        except BaseException:
            with suppress(Exception):
                _end(connection, session, b"ROLLBACK")
            raise
        finally:
            self._give_back(connection, session)
        return result

    def close(self) -> None:
        """Close those that are not at work."""
        with suppress(IndexError):  # another thread takes one, too
            while True:
                _drop(self._free.pop())

    def _taken(self) -> Connection:
        with suppress(IndexError):
            return self._free.pop()
        return self._engine.connect()

    def _give_back(self, connection: Connection, session: Session) -> None:
        is_as_before = connection.get_execution_options() == self._engine.get_execution_options()
        if session.pgconn.transaction_status == TransactionStatus.IDLE and is_as_before and not connection.invalidated:
            self._free.append(connection)
            return
        is_lost = bool(session.closed)
        _drop(connection)
        if is_lost:
            self.close()  # those that wait were made before it, and are as lost
            self._engine.dispose()


def _drop(connection: Connection) -> None:
    """Close it here and now: the pool that it came from may be another one than today's."""
    connection.invalidate()
    connection.close()


def _end(connection: Connection, session: Session, how: bytes) -> None:
    """End the transaction, and what SQLAlchemy has begun by itself in it: a rollback of psycopg's forgets all names."""
    if session.pgconn.transaction_status != TransactionStatus.IDLE:
        session.command(how)
    if connection.in_transaction():
        connection.commit()


def _session(connection: Connection) -> Session:
    return cast("Session", connection.connection.dbapi_connection)
