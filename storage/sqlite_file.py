"""How a SQLite file is made and opened: for its owner only, in WAL, every commit on the disk, deletions overwritten."""

import sqlite3
from pathlib import Path
from time import monotonic, sleep
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

from storage.database import ENGINE_OPTIONS
from storage.errors import BadAddress, Unavailable
from storage.tenancy import guard

LOCK_SECONDS = 2.0
"""How long another process may hold the database before we say that nothing was saved: in Slack's three seconds."""
SYNCED = "synchronous = FULL"
"""A commit is on the disk when it is made."""

_PAGES_KEPT = "cache_size = -512"
"""Half a megabyte of the file's pages in this process, and not two: the system has the same pages in its own cache."""


def path_of(url: URL) -> Path:
    """The file that a SQLite address names. Raises BadAddress for one in memory."""
    if not url.database or ":memory:" in url.database or url.query.get("mode") == "memory":
        raise BadAddress("A SQLite database in memory forgets everything: name a file, as in sqlite:///data/ftrag.db.")
    if url.host or url.query:
        raise BadAddress("A SQLite address is only a path: sqlite:///relative/path.db or sqlite:////absolute/path.db.")
    return Path(url.database)


def make_file(path: Path) -> None:
    """Make the file, for its owner only, before SQLite would make it for everybody."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise Unavailable(f"The database file {path} cannot be made: {error.strerror}.") from error


def make_engine(path: Path) -> Engine:
    """An engine whose one connection opens this file as it is safe."""

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
    for pragma in (SYNCED, "foreign_keys = ON", "secure_delete = ON", _PAGES_KEPT):
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
    """What SQLAlchemy begins by itself stands in the transaction that was begun already, but for a migration's."""
    if not raw_of(connection).in_transaction:
        raw_of(connection).execute("BEGIN IMMEDIATE").close()


def pragma(connection: Connection, setting: str) -> None:
    """Set one."""
    raw_of(connection).execute(f"PRAGMA {setting}").close()


def raw_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)
