"""PostgreSQL through psycopg, for several processes that share the work.

Transactions run on threads that wait for the server where psycopg's own C does: an event loop that waits for each
answer costs three times the processor's time of a transaction with six statements.

A transaction whose connection was lost, or which lost a deadlock, is run again for as long as a person waits; after
that the person is told. Every session speaks UTC and waits for a lock no longer than that either.
"""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from storage.database import ENGINE_OPTIONS, SOON_SECONDS, Database, P, T, TakeBack, Work
from storage.errors import Conflict, Missing, StorageError, Unavailable
from storage.faults import translated
from storage.sessions import Sessions
from storage.soon import Soon
from storage.tables.base import holds_on
from storage.tenancy import guard
from storage.thread import Threads

PATIENCE_SECONDS = 3.0
"""How long a person may wait for a lock, a connection or a server that restarts."""
_FIRST_PAUSE_SECONDS = 0.05
_MOST_AT_ONCE = 10
"""So many transactions run at once, each on a connection of its own."""
_MIGRATION_LOCK = 0x66747261
"""Any number, the same in every process: whoever holds its advisory lock changes the tables."""
_SESSION = "-c timezone=UTC -c lock_timeout=3000 -c idle_in_transaction_session_timeout=60000"

_READS = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITES = b"BEGIN"
_WRITES_SYNCED_LATER = b"BEGIN; SET LOCAL synchronous_commit = off"

_BUSY = "The database is busy. Nothing was saved; please try again in a moment."
_SENTENCES: dict[type[BaseException], str] = {
    psycopg.errors.ReadOnlySqlTransaction: "The database is read-only. Nothing was saved.",
    psycopg.errors.DiskFull: "The database's disk is full. Nothing was saved; free some space and try again.",
    psycopg.errors.LockNotAvailable: "The database is locked. Nothing was saved; please try again in a moment.",
}


class PostgreSQL(Database):
    """One PostgreSQL database."""

    name = "postgresql"

    def __init__(self, url: URL) -> None:
        holds_on(self.name)
        self._engine = _engine(url)
        self._sessions = Sessions(self._engine)
        self._place = f"PostgreSQL at {url.host or 'a local socket'}, port {url.port or 5432}"
        self._threads = Threads("ftrag-postgresql", _MOST_AT_ONCE)
        self._is_closed = False

    async def read(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that sees one state of the database and saves nothing."""
        return await self._patiently(self._read, work, *args, **kwargs)

    async def write(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that is saved when the function returns."""
        return await self._patiently(self._write, work, *args, **kwargs)

    async def write_redoable(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that is saved when the function returns, and on the disk with the next `write`."""
        return await self._patiently(self._write_redoable, work, *args, **kwargs)

    async def write_soon(self, work: Work[P, T], take_back: TakeBack[T, P], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it soon. What the server saves after its caller was told otherwise is taken back by the same thread.

        One statement is a transaction of its own: to begin and to end one would be two more ways to the server. Should
        the connection be lost before it is taken back, it stays, and is worked off like any other.
        """
        soon: Soon[T] = Soon()

        def unless_late(connection: Connection, /, *args: P.args, **kwargs: P.kwargs) -> T:
            if soon.is_late:
                raise Unavailable(_BUSY)
            result = work(connection, *args, **kwargs)
            soon.came_of_it.append(result)
            if not soon.is_in_time():
                take_back(connection, result, *args, **kwargs)
                raise Unavailable(_BUSY)
            return result

        try:
            async with asyncio.timeout(SOON_SECONDS):
                return await self._patiently(self._write_one, unless_late, *args, **kwargs)
        except (TimeoutError, asyncio.CancelledError) as error:
            if not soon.is_given_up():
                return soon.came_of_it[-1]
            if isinstance(error, asyncio.CancelledError):
                raise
            raise Unavailable(f"{self._place}, does not answer in time.") from None

    async def rebuild(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that waits for any other migration to end."""
        return await self._patiently(self._rebuild, work, *args, **kwargs)

    async def scrub(self) -> None:
        """The server's own vacuum clears away what was deleted."""

    async def clean(self) -> None:
        """The same."""

    async def close(self) -> None:
        """Finish what runs, for as long as a person waits, and close all connections."""
        if not self._is_closed:
            self._is_closed = True
            await asyncio.to_thread(self._threads.stop, PATIENCE_SECONDS)
            self._sessions.close()
            self._engine.dispose()

    async def _patiently(self, run: Any, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._is_closed:
            raise Unavailable("The database is closed.")

        def on_thread() -> T:
            if monotonic() > until:
                raise Unavailable(_BUSY)
            result: T = run(lambda connection: work(connection, *args, **kwargs))
            return result

        until, pause = monotonic() + PATIENCE_SECONDS, _FIRST_PAUSE_SECONDS
        while True:
            try:
                return await self._threads.run(on_thread)
            except Exception as error:
                if not _is_passing(error) or monotonic() + pause > until:
                    raise self._unreached(error) or translated(error, _from_driver) from error
            await asyncio.sleep(pause)
            pause *= 2

    def _unreached(self, error: Exception) -> Unavailable | None:
        """Where no connection was made: the place and the server's or the network's own reason, without a password."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(cause, psycopg.OperationalError) or cause.sqlstate is not None:
            return None
        first = str(cause).partition("\n")[0]
        reason = first.rpartition(" failed: ")[2].removeprefix("FATAL:").strip() or type(cause).__name__
        return Unavailable(f"{self._place}, cannot be used: {reason[:200]}. Nothing was saved.")

    def _read(self, work: Callable[[Connection], T]) -> T:
        return self._sessions.run(work, _READS)

    def _write(self, work: Callable[[Connection], T]) -> T:
        return self._sessions.run(work, _WRITES)

    def _write_redoable(self, work: Callable[[Connection], T]) -> T:
        return self._sessions.run(work, _WRITES_SYNCED_LATER)

    def _write_one(self, work: Callable[[Connection], T]) -> T:
        return self._sessions.run(work, None)

    def _rebuild(self, work: Callable[[Connection], T]) -> T:
        self._sessions.close()  # they know the tables as they were, and leave no room for one that is not theirs
        with self._engine.begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '60s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
            return work(connection)


def _engine(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=_MOST_AT_ONCE,
        max_overflow=0,
        pool_timeout=PATIENCE_SECONDS,
        connect_args={"connect_timeout": int(PATIENCE_SECONDS), "options": _SESSION, "application_name": "ftrag"},
        **ENGINE_OPTIONS,
    )
    guard(engine)
    return engine


def _is_passing(error: Exception) -> bool:
    """Whether the same transaction may well work in a moment: the server restarts, or two waited for each other."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return False
    state = cause.sqlstate
    if state is None:
        return isinstance(cause, psycopg.OperationalError)
    return state.startswith(("08", "57P")) or state in {"40001", "40P01"}


def _from_driver(error: BaseException) -> StorageError | None:
    match error:
        case psycopg.errors.ForeignKeyViolation():
            return Missing("What this belongs to is no longer stored. Nothing was saved.")
        case psycopg.IntegrityError():
            return Conflict()
        case psycopg.errors.UndefinedTable():
            return Unavailable("The database has no tables yet. Run `ftrag migrate` first.")
        case psycopg.OperationalError() | psycopg.InterfaceError() | psycopg.errors.ReadOnlySqlTransaction():
            return Unavailable(_SENTENCES.get(type(error)))
        case _:
            return None
