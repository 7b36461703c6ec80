"""SQLite, as it is safe: one connection on one thread, WAL, every commit on the disk, the file readable by its owner.

One connection is the whole pool: SQLite has a single writer anyway, several of our own would only wait for each other,
and some versions can lose commits when two connections meet at a checkpoint (see `backup.version_advice`).
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any, cast

from sqlalchemy import URL, Connection, exc

from storage.alone import AtWork
from storage.database import SOON_SECONDS, Database, P, T, TakeBack, Work
from storage.errors import Conflict, Damaged, Missing, StorageError, Unavailable
from storage.faults import translated
from storage.soon import Soon
from storage.sqlite_file import LOCK_SECONDS, SYNCED, make_engine, make_file, path_of, pragma, raw_of
from storage.thread import Threads

MIGRATION_SECONDS = 60.0
_SCRUB_MILLISECONDS = 200
"""How long emptying the log waits for a reader: everybody else of this process waits meanwhile."""
_CLEANED = 1
"""The mark in the file's own `user_version` that says that it was written anew."""
_SYNCED_LATER = "synchronous = NORMAL"
"""A commit outlives the process at once, and a power cut together with the next one that is synced: the log is one."""
QUEUE_SECONDS = 10.0
"""How long a transaction may wait behind our own ones."""

_BUSY = "The database is busy. Nothing was saved; please try again in a moment."
_PARENT_GONE = "What this belongs to is no longer stored. Nothing was saved."
_NO_TABLES = "The database has no tables yet. Run `ftrag migrate` first."
_UNAVAILABLE = {
    sqlite3.SQLITE_BUSY: "The database is locked by another process. Nothing was saved; please try again in a moment.",
    sqlite3.SQLITE_LOCKED: "The database is locked. Nothing was saved; please try again in a moment.",
    sqlite3.SQLITE_FULL: "The disk is full. Nothing was saved; free some space and try again.",
    sqlite3.SQLITE_READONLY: "The database is read-only. Nothing was saved; make the file and its folder writable.",
    sqlite3.SQLITE_CANTOPEN: "The database file cannot be opened. Nothing was saved; check its folder and run migrate.",
    sqlite3.SQLITE_IOERR: "The disk did not take the write. Nothing was saved; check the disk and try again.",
    sqlite3.SQLITE_PERM: "The database file may not be used. Nothing was saved; check who owns it.",
}


class SQLite(Database):
    """One SQLite file."""

    name = "sqlite"

    def __init__(self, url: URL) -> None:
        self.path: Path = path_of(url)
        self._thread = Threads("ftrag-sqlite")
        self._engine = make_engine(self.path)
        self._kept: Connection | None = None
        self._inode: int | None = None
        self._is_closed = False
        self._at_work = AtWork(self.path)

    async def read(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that sees one state of the database and saves nothing."""
        return await self._in_turn(self._read, work, *args, **kwargs)

    async def write(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that is saved when the function returns."""
        return await self._in_turn(self._write, work, *args, **kwargs)

    async def write_redoable(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that is saved when the function returns, and on the disk with the next `write`."""
        return await self._in_turn(self._write_redoable, work, *args, **kwargs)

    async def write_soon(self, work: Work[P, T], take_back: TakeBack[T, P], *args: P.args, **kwargs: P.kwargs) -> T:  # noqa: ARG002 - the transaction is rolled back
        """Run it soon, or not at all: not even later, behind whoever holds everything up. Rolled back, not taken back.

        A commit that has begun is waited for, whoever loses patience: what will become of it nobody can say before.
        """
        soon: Soon[T] = Soon()

        def unless_late(connection: Connection, /, *args: P.args, **kwargs: P.kwargs) -> T:
            result = work(connection, *args, **kwargs)
            if not soon.is_in_time():  # it waited for the lock, and its caller has been told that it is not saved
                raise Unavailable(_BUSY)
            return result

        def run(*given: Any, **named: Any) -> Any:
            soon.came_of_it.append(self._write(*given, **named))
            return soon.came_of_it[0]

        try:
            async with asyncio.timeout(SOON_SECONDS):
                return await self._in_turn(run, unless_late, *args, **kwargs)
        except (TimeoutError, asyncio.CancelledError) as error:
            if not soon.is_given_up():
                await self._all_before()
                if soon.came_of_it:
                    return soon.came_of_it[0]
            if isinstance(error, asyncio.CancelledError):
                raise
            raise Unavailable(_BUSY) from None

    async def _all_before(self) -> None:
        """Wait until the thread has done what it is at, whoever cancels this: that is a moment of the disk's."""
        with suppress(RuntimeError):  # the thread was stopped, and did it before that
            done = self._thread.run(bool)
            while not done.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.shield(done)

    async def rebuild(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction for which it waits longer; the file is made if it is not there.

        References between rows are not watched on the way, so that a table can be made anew: the work checks them.
        """
        return await self._in_turn(self._rebuild, work, *args, **kwargs)

    async def start_work(self, work: Callable[[Connection, bool], T]) -> T:
        """Like `write`, for a process that begins to claim rows; `work` is told whether no other one does."""
        told: Any = work  # told one more thing than other work
        return cast("T", await self._in_turn(self._start_work, told))

    async def scrub(self) -> None:
        """Empty the write-ahead log, which still holds the pages as they were before a deletion.

        Where somebody reads from it just now it stays, and the next house-keeping empties it.
        """
        with suppress(sqlite3.Error, exc.SQLAlchemyError, RuntimeError):
            await self._thread.run(self._empty_log)

    async def clean(self) -> None:
        """Write the file anew, once: until 0.1.0 what was deleted stayed in free pages until they were used again.

        Where that cannot be done now (somebody else is at work, the disk has no room for it) the next start tries.
        """
        with suppress(sqlite3.Error, exc.SQLAlchemyError, RuntimeError):
            await self._thread.run(self._write_anew)

    async def close(self) -> None:
        """Finish what runs and close the file."""
        if not self._is_closed:
            self._is_closed = True
            await self._thread.run(self._forget_file)
            self._thread.stop()
            self._at_work.leave()

    async def _in_turn(self, run: Any, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        asked_at = monotonic()

        def on_thread() -> T:
            if monotonic() - asked_at > QUEUE_SECONDS:
                raise Unavailable(_BUSY)
            try:
                result: T = run(work, *args, **kwargs)
            except Exception as error:
                raise translated(error, _from_driver) from error
            return result

        if self._is_closed:
            raise Unavailable("The database is closed.")
        return await self._thread.run(on_thread)

    def _read(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        connection = self._begun("BEGIN")
        try:
            return work(connection, *args, **kwargs)
        finally:
            self._ended(connection, is_saved=False)

    def _write(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_file()
        return self._saved(work, *args, **kwargs)

    def _write_redoable(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_file()
        connection = self._connection()
        pragma(connection, _SYNCED_LATER)
        try:
            return self._saved(work, *args, **kwargs)
        finally:
            pragma(connection, SYNCED)

    def _saved(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        connection = self._begun("BEGIN IMMEDIATE")  # a lock taken halfway through can fail without waiting
        is_saved = False
        try:
            result = work(connection, *args, **kwargs)
            is_saved = True
        finally:
            self._ended(connection, is_saved=is_saved)
        return result

    def _begun(self, how: str) -> Connection:
        """The connection in a fresh transaction."""
        connection = self._connection()
        raw_of(connection).execute(how).close()
        return connection

    def _connection(self) -> Connection:
        """The one there is. It is kept: SQLAlchemy makes much of taking one from its pool."""
        if self._kept is None:
            self._kept = self._engine.connect()
        return self._kept

    def _ended(self, connection: Connection, *, is_saved: bool) -> None:
        """End the transaction; what a commit that fails leaves open is taken back, and so is what work set on it."""
        raw = raw_of(connection)
        end = connection if connection.in_transaction() else raw
        try:
            end.commit() if is_saved else end.rollback()
        finally:
            if raw.in_transaction:
                raw.rollback()
            if connection.in_transaction() or connection.get_execution_options():
                self._let_go()

    def _let_go(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()

    def _start_work(self, work: Any) -> Any:
        with self._at_work.joining() as is_alone:
            return self._write(work, is_alone)

    def _rebuild(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        make_file(self.path)
        self._let_go()
        with self._engine.connect() as connection:
            pragma(connection, f"busy_timeout = {int(MIGRATION_SECONDS * 1000)}")
            # A table that is made anew is dropped on the way, and with this on its parts would go with it, unnoticed.
            pragma(connection, "foreign_keys = OFF")
            try:
                with connection.begin():
                    return work(connection, *args, **kwargs)
            finally:
                pragma(connection, "foreign_keys = ON")
                pragma(connection, f"busy_timeout = {int(LOCK_SECONDS * 1000)}")

    def _write_anew(self) -> None:
        self._let_go()
        connection = self._engine.raw_connection()
        try:
            (mark,) = connection.execute("PRAGMA user_version").fetchone()
            if mark >= _CLEANED:
                return
            connection.execute("VACUUM").close()
            connection.execute(f"PRAGMA user_version = {_CLEANED}").close()
        finally:
            connection.close()
        self._empty_log()

    def _empty_log(self) -> None:
        self._let_go()
        connection = self._engine.raw_connection()
        try:
            connection.execute(f"PRAGMA busy_timeout = {_SCRUB_MILLISECONDS}").close()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        finally:
            connection.execute(f"PRAGMA busy_timeout = {int(LOCK_SECONDS * 1000)}").close()
            connection.close()

    def _check_file(self) -> None:
        """A file that was removed or replaced still takes writes, and loses them: say so, or open the new one."""
        try:
            inode = self.path.stat().st_ino
        except FileNotFoundError:
            self._forget_file()
            raise Unavailable("The database file is gone. Nothing was saved; put it back or run migrate.") from None
        if self._inode not in {None, inode}:
            self._forget_file()
        self._inode = inode

    def _forget_file(self) -> None:
        self._let_go()
        self._engine.dispose()
        self._inode = None


def _from_driver(error: BaseException) -> StorageError | None:
    if not isinstance(error, sqlite3.Error):
        return None
    extended: int = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code in _UNAVAILABLE:
        return Unavailable(_UNAVAILABLE[code])
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return Damaged()
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Missing(_PARENT_GONE) if extended == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY else Conflict()
    return Unavailable(_NO_TABLES) if "no such table" in str(error) else None
