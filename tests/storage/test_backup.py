"""A backup is a checked copy, made while others write, and it restores."""

import asyncio
import sqlite3
import stat
from pathlib import Path

import pytest

from storage import Storage, open_storage, restore, version_advice
from storage.errors import Damaged, StorageError, Unavailable
from tests.storage.samples import FULL, OURS, assessment, change
from tests.tables import each


async def test_a_backup_made_while_others_write_holds_all_that_was_saved_before_it(
    sqlite_storage: Storage, tmp_path: Path
):
    await sqlite_storage.remember(change(assessments=[FULL]))
    writing = [sqlite_storage.remember(change(assessments=[assessment(f"A{n}")])) for n in range(50)]

    backup, *_ = await asyncio.gather(sqlite_storage.backup(tmp_path / "backups" / "one.db"), *writing)

    assert 1 <= backup.rows["assessments"] <= 51
    assert backup.rows["decisions"] == 1
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert [path.name for path in backup.path.parent.iterdir()] == ["one.db"]


async def test_a_backup_restores_to_the_same_answers(sqlite_storage: Storage, tmp_path: Path):
    await sqlite_storage.remember(change(assessments=[FULL]))
    await sqlite_storage.backup(tmp_path / "one.db")

    restored = restore(tmp_path / "one.db", tmp_path / "restored.db")

    assert restored.rows["assessments"] == 1
    async with open_storage(f"sqlite:///{restored.path}") as again:
        assert await again.assessments.get(OURS, "FULL") == FULL.model_copy(update={"version": 1})
        assert await again.integrity() == ()
        await again.remember(change(assessments=[assessment()]))


async def test_nothing_is_overwritten(sqlite_storage: Storage, tmp_path: Path):
    await sqlite_storage.backup(tmp_path / "one.db")
    before = (tmp_path / "one.db").read_bytes()

    with pytest.raises(StorageError, match="there already"):
        await sqlite_storage.backup(tmp_path / "one.db")

    assert (tmp_path / "one.db").read_bytes() == before


async def test_a_damaged_backup_is_not_restored(sqlite_storage: Storage, tmp_path: Path):
    await sqlite_storage.remember(change(assessments=[assessment(f"A{n}", context="x" * 500) for n in range(200)]))
    backup = tmp_path / "one.db"
    await sqlite_storage.backup(backup)
    content = bytearray(backup.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    backup.write_bytes(content)

    with pytest.raises(Damaged, match="is damaged"):
        restore(backup, tmp_path / "restored.db")

    assert not (tmp_path / "restored.db").exists()


@pytest.mark.parametrize("content", [b"", b"not a database"])
def test_a_file_that_is_no_backup_is_not_restored(tmp_path: Path, content: bytes):
    (tmp_path / "one.db").write_bytes(content)

    with pytest.raises(Damaged):
        restore(tmp_path / "one.db", tmp_path / "restored.db")
    with pytest.raises(Unavailable, match="no backup"):
        restore(tmp_path / "two.db", tmp_path / "restored.db")


async def test_a_place_that_takes_no_backup_is_reported(sqlite_storage: Storage, tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises(StorageError):
        await sqlite_storage.backup(tmp_path / "file" / "one.db")


async def test_postgresql_is_backed_up_by_its_own_tools(postgres_storage: Storage, tmp_path: Path):
    with pytest.raises(StorageError, match="pg_dump"):
        await postgres_storage.backup(tmp_path / "one.db")
    assert await postgres_storage.integrity() == ()


@each(
    ("version", "is_advised"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_a_version_of_sqlite_with_the_wal_race_is_named(version: tuple[int, int, int], is_advised: bool):
    advice = version_advice(version)

    assert (advice is not None) == is_advised
    if advice:
        assert ".".join(map(str, version)) in advice


def test_this_sqlite_can_do_what_is_asked_of_it():
    assert sqlite3.sqlite_version_info >= (3, 35), "RETURNING is used"
