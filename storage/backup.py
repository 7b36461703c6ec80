"""A copy of a live SQLite database that can be trusted, and the way back. PostgreSQL has pg_dump and pg_restore.

A backup counts only when it was read again: it is checked and its rows are counted before it gets its name.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from storage.errors import Damaged, StorageError, Unavailable
from storage.tables import METADATA

_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The first versions without the race of WAL resets, newest line first."""


class Backup(NamedTuple):
    """A checked copy: where it is, and how many rows each table has."""

    path: Path
    rows: dict[str, int]


def back_up(source: Path, target: Path) -> Backup:
    """Copy the database as it is at this moment, while others go on writing, and check the copy.

    The copy is readable by its owner only. Raises StorageError where a file of this name is there already.
    """
    if target.exists():
        raise StorageError(f"{target} is there already. Nothing was written; give another name.")
    if not source.is_file():
        raise Unavailable(f"There is no {source} yet, so there is nothing to copy. Nothing was written.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with readable(source) as read:
            _copy(read, unfinished)
        rows = check(unfinished)
        unfinished.rename(target)
    except (sqlite3.Error, OSError) as error:
        raise Unavailable(f"The backup could not be written ({error}). The database was not changed.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Backup(target, rows)


def restore(source: Path, target: Path) -> Backup:
    """Put a backup where the database stood. ftrag must not be running. The backup is checked before and after.

    Raises StorageError where a database is there already: move it away first, nothing is overwritten.
    """
    if not source.is_file():
        raise Unavailable(f"There is no backup {source}.")
    check(source)
    return back_up(source, target)


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """The database where it can be read: itself or, from a disk that takes no writes, a private copy for as long.

    SQLite reads a database with a write-ahead log only where it may write beside it. Raises Unavailable where not even
    a copy can be made.
    """
    if not _only_reads(path):
        yield path
        return
    with TemporaryDirectory(prefix="ftrag-") as folder:
        copy = Path(folder) / path.name
        try:
            for part in (path, path.with_name(f"{path.name}-wal")):
                if part.exists():
                    shutil.copyfile(part, copy.with_name(part.name))
        except OSError as error:
            raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error
        copy.chmod(0o600)
        yield copy


def _only_reads(path: Path) -> bool:
    """Whether SQLite can't read the file where it lies, though it is there and readable."""
    try:
        with closing(_opened(path)) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema").close()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY} and path.is_file()
    except sqlite3.Error:
        pass  # told by whoever reads it next
    return not os.access(path.parent, os.W_OK)


def check(path: Path) -> dict[str, int]:
    """The rows of each table of a sound database. Raises Damaged."""
    if problems := integrity(path):
        raise Damaged(f"{path} is damaged: {problems[0]}.")
    with closing(_opened(path)) as connection:
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in METADATA.tables}  # noqa: S608 - our own names


def integrity(path: Path) -> tuple[str, ...]:
    """What is wrong inside the file, in SQLite's words; nothing for a sound one."""
    try:
        with closing(_opened(path)) as connection:
            messages = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            broken = [f"a row of {row[0]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")]
            missing = METADATA.tables.keys() - {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    except sqlite3.Error as error:
        return (str(error),)
    absent = [f"the table {name} is missing" for name in sorted(missing)]
    return tuple(problem for problem in (*messages, *broken, *absent) if problem != "ok")


def version_advice(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str | None:
    """What to do about this SQLite version; None where nothing is to be done."""
    line = next((fixed for fixed in _FIXED if version[:2] == fixed[:2]), _FIXED[0])
    if version >= line or version < (3, 7, 0):
        return None
    return (
        f"SQLite {'.'.join(map(str, version))} can lose commits when several processes use one file. "
        "One ftrag process is safe; for more, use SQLite 3.51.3 or later, or PostgreSQL."
    )


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _copy(source: Path, target: Path) -> None:
    target.touch(mode=0o600)
    with closing(_opened(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
        here.execute("PRAGMA journal_mode = DELETE")  # one file, whole in itself
