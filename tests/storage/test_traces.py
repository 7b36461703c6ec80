"""What was deleted before deletions overwrote it: cleaned away once, at the first start that can."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage import open_storage

CANARY = b"canary that somebody deleted under the first release"


def holds(path: Path) -> bool:
    """Whether it stands anywhere in the file or in its log."""
    files = [path, path.with_name(path.name + "-wal")]
    return any(CANARY in file.read_bytes() for file in files if file.exists())


def left_behind(path: Path) -> None:
    """A row that is gone, from a connection that overwrites nothing, as 0.1.0 deleted."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE old (said BLOB)")
        connection.execute(_MANY, (CANARY,))
        connection.commit()
        connection.execute("DROP TABLE old")
        connection.commit()


_MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 200) INSERT INTO old SELECT ? FROM n"


async def test_what_was_deleted_under_the_first_release_is_gone_after_the_next_start(sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    left_behind(path)
    assert holds(path)

    async with open_storage(sqlite_url) as storage:
        await storage.migrate()

        assert not holds(path)


async def test_a_database_that_is_clean_is_not_written_anew_at_each_start(sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    async with open_storage(sqlite_url) as storage:
        await storage.migrate()
    left_behind(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")

    async with open_storage(sqlite_url) as storage:
        await storage.migrate()

        assert holds(path), "once: what goes from now on is overwritten as it goes"


async def test_where_somebody_else_writes_the_next_start_cleans(sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    left_behind(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM assessments").fetchone()
        async with open_storage(sqlite_url) as storage:
            await storage._database.clean()
        other.execute("COMMIT")

    async with open_storage(sqlite_url) as storage:
        await storage.migrate()

        assert not holds(path)
