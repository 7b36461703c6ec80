"""SQLite, as it is safe: one connection on one thread, WAL, every commit on the disk, the file readable by its owner.

One connection is the whole pool: SQLite has a single writer anyway, several of our own would only wait for each other,
and some versions can lose commits when two connections meet at a checkpoint (see `backup.version_advice`).
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, exc

from storage.alone import AtWork
from storage.database import ENGINE_OPTIONS, SOON_SECONDS, Database, P, T, Work
from storage.errors import BadAddress, Conflict, Damaged, Missing, StorageError, Unavailable
from storage.faults import translated
from storage.tenancy import guard

LOCK_SECONDS = 2.0
"""How long another process may hold the database before we say that nothing was saved: in Slack's three seconds."""
MIGRATION_SECONDS = 60.0
_SCRUB_MILLISECONDS = 200
"""How long emptying the log waits for a reader: everybody else of this process waits meanwhile."""
_CLEANED = 1
"""The mark in the file's own `user_version` that says that it was written anew."""
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
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ftrag-sqlite")
        self._engine = _engine(self.path)
        self._reading = self._engine.execution_options(begin="BEGIN")
        self._inode: int | None = None
        self._is_closed = False
        self._at_work = AtWork(self.path)

    async def read(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that sees one state of the database and saves nothing."""
        return await self._in_turn(self._read, work, *args, **kwargs)

    async def write(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that is saved when the function returns."""
        return await self._in_turn(self._write, work, *args, **kwargs)

    async def write_soon(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it soon, or not at all: not even later, behind whoever holds everything up."""
        try:
            async with asyncio.timeout(SOON_SECONDS):
                return await self._in_turn(self._write, work, *args, **kwargs)
        except TimeoutError:
            raise Unavailable(_BUSY) from None

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
            await asyncio.get_running_loop().run_in_executor(self._thread, self._empty_log)

    async def clean(self) -> None:
        """Write the file anew, once: until 0.1.0 what was deleted stayed in free pages until they were used again.

        Where that cannot be done now (somebody else is at work, the disk has no room for it) the next start tries.
        """
        with suppress(sqlite3.Error, exc.SQLAlchemyError, RuntimeError):
            await asyncio.get_running_loop().run_in_executor(self._thread, self._write_anew)

    async def close(self) -> None:
        """Finish what runs and close the file."""
        if not self._is_closed:
            self._is_closed = True
            await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
            self._thread.shutdown()
            self._at_work.leave()

    async def _in_turn(self, run: Any, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        asked_at = monotonic()
        given_up = False

        def on_thread() -> T:
            if given_up or monotonic() - asked_at > QUEUE_SECONDS:
                raise Unavailable(_BUSY)
            try:
                result: T = run(work, *args, **kwargs)
            except Exception as error:
                raise translated(error, _from_driver) from error
            return result

        if self._is_closed:
            raise Unavailable("The database is closed.")
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, on_thread)
        finally:
            given_up = True

    def _read(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        with self._reading.connect() as connection:
            return work(connection, *args, **kwargs)

    def _write(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_file()
        with self._engine.begin() as connection:
            return work(connection, *args, **kwargs)

    def _start_work(self, work: Any) -> Any:
        with self._at_work.joining() as is_alone:
            return self._write(work, is_alone)

    def _rebuild(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        _make_file(self.path)
        with self._engine.connect() as connection:
            _pragma(connection, f"busy_timeout = {int(MIGRATION_SECONDS * 1000)}")
            # A table that is made anew is dropped on the way, and with this on its parts would go with it, unnoticed.
            _pragma(connection, "foreign_keys = OFF")
            try:
                with connection.begin():
                    return work(connection, *args, **kwargs)
            finally:
                _pragma(connection, "foreign_keys = ON")
                _pragma(connection, f"busy_timeout = {int(LOCK_SECONDS * 1000)}")

    def _write_anew(self) -> None:
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
        self._engine.dispose()
        self._inode = None


def path_of(url: URL) -> Path:
    """The file that a SQLite address names. Raises BadAddress for one in memory."""
    if not url.database or ":memory:" in url.database or url.query.get("mode") == "memory":
        raise BadAddress("A SQLite database in memory forgets everything: name a file, as in sqlite:///data/ftrag.db.")
    if url.host or url.query:
        raise BadAddress("A SQLite address is only a path: sqlite:///relative/path.db or sqlite:////absolute/path.db.")
    return Path(url.database)


def _make_file(path: Path) -> None:
    """Make the file, for its owner only, before SQLite would make it for everybody."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise Unavailable(f"The database file {path} cannot be made: {error.strerror}.") from error


def _engine(path: Path) -> Engine:
    def opened() -> sqlite3.Connection:
        # mode=rw: a missing file is an error, not an empty database that hides the loss.
        address = f"{path.absolute().as_uri()}?mode=rw"
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=LOCK_SECONDS)

    alone = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_reset_on_return": None}
    engine = create_engine("sqlite://", creator=opened, **alone, **ENGINE_OPTIONS)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    guard(engine)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    _switch_to_wal(connection)
    # secure_delete: what is deleted is overwritten in the file, and does not wait there for the next row.
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait here for another process that switches, too, as it does elsewhere: so we try again."""
    give_up_at = monotonic() + LOCK_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > give_up_at:
                raise
            sleep(0.005)
        else:
            return


def _begin(connection: Connection) -> None:
    """Writers take the lock at once: a lock taken halfway through can fail without waiting."""
    how = connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
    _raw(connection).execute(how).close()


def _pragma(connection: Connection, setting: str) -> None:
    _raw(connection).execute(f"PRAGMA {setting}").close()


def _raw(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


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
