"""When the database cannot, storage says so in a sentence, saves nothing, and goes on as soon as it can again."""

import asyncio
import sqlite3
from pathlib import Path
from threading import Event

import psycopg
import pytest
from sqlalchemy import Connection

from storage import Storage, open_storage
from storage.errors import BadAddress, Damaged, StorageError, Unavailable
from tests.storage.samples import MINUTE, NOON, OURS, assessment, change, delivery, installation
from tests.tables import each


def path_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def locked(url: str) -> sqlite3.Connection:
    """Another process, as it were, that holds the database."""
    other = sqlite3.connect(path_of(url), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


async def test_a_lock_that_lasts_is_reported_and_nothing_is_saved(sqlite_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("storage.sqlite_file.LOCK_SECONDS", 0.05)
    monkeypatch.setattr("storage.sqlite.LOCK_SECONDS", 0.05)
    async with open_storage(sqlite_url) as storage:
        other = locked(sqlite_url)
        with pytest.raises(Unavailable, match=r"locked by another process\. Nothing was saved"):
            await storage.remember(change(inbox_key="Ev1", assessments=[assessment()]))
        assert await storage.assessments.get(OURS, "A1") is None, "reading goes on"
        other.execute("ROLLBACK")
        other.close()

        assert await storage.remember(change(inbox_key="Ev1", assessments=[assessment()])) is True


async def test_a_lock_that_ends_in_time_is_waited_for(sqlite_storage: Storage, sqlite_url: str):
    other = locked(sqlite_url)
    saving = asyncio.create_task(sqlite_storage.remember(change(assessments=[assessment()])))
    await asyncio.to_thread(other.interrupt)
    assert not saving.done()

    other.execute("COMMIT")
    other.close()

    assert await saving is True


def pragma(storage: Storage, text: str) -> object:
    def run(connection: Connection) -> object:
        found = connection.exec_driver_sql(f"PRAGMA {text}")
        return found.scalar() if found.returns_rows else None

    return storage._database.read(run)


async def test_a_full_disk_is_reported_and_left_behind(sqlite_storage: Storage):
    await sqlite_storage.remember(change(assessments=[assessment()]))
    pages = await pragma(sqlite_storage, "page_count")
    await pragma(sqlite_storage, f"max_page_count = {pages}")
    large = change(inbox_key="Ev1", deliveries=[delivery("D-1", reply={"text": "x" * 100_000})])

    with pytest.raises(Unavailable, match=r"disk is full\. Nothing was saved"):
        await sqlite_storage.remember(large)
    assert await sqlite_storage.assessments.get(OURS, "A1") is not None, "reading goes on"
    await pragma(sqlite_storage, "max_page_count = 1000000")

    assert await sqlite_storage.remember(large) is True


async def test_a_read_only_database_is_reported(sqlite_storage: Storage):
    await pragma(sqlite_storage, "query_only = ON")

    with pytest.raises(Unavailable, match=r"read-only\. Nothing was saved"):
        await sqlite_storage.remember(change(assessments=[assessment()]))


async def test_a_file_that_was_taken_away_loses_no_answer_silently(sqlite_storage: Storage, sqlite_url: str):
    await sqlite_storage.remember(change(assessments=[assessment()]))
    path, away = path_of(sqlite_url), path_of(sqlite_url).with_suffix(".away")
    path.rename(away)

    with pytest.raises(Unavailable, match=r"file is gone\. Nothing was saved"):
        await sqlite_storage.remember(change(assessments=[assessment("A2")]))
    with pytest.raises(Unavailable, match="cannot be opened"):
        await sqlite_storage.assessments.get(OURS, "A1")
    assert not path.exists(), "no empty database hides the loss"
    away.rename(path)

    assert await sqlite_storage.remember(change(assessments=[assessment("A2")])) is True
    assert await sqlite_storage.assessments.get(OURS, "A1") is not None


async def test_a_file_that_was_exchanged_is_opened_anew(sqlite_storage: Storage, sqlite_url: str, tmp_path: Path):
    await sqlite_storage.backup(tmp_path / "copy.db")
    await sqlite_storage.remember(change(assessments=[assessment()]))
    (tmp_path / "copy.db").replace(path_of(sqlite_url))

    await sqlite_storage.remember(change(assessments=[assessment("A2")]))

    async with open_storage(sqlite_url) as other:
        assert await other.assessments.get(OURS, "A2") is not None


async def test_a_damaged_file_is_reported(sqlite_storage: Storage, sqlite_url: str):
    await sqlite_storage.remember(change(assessments=[assessment(f"A{n}", context="x" * 500) for n in range(200)]))
    await sqlite_storage.close()
    path = path_of(sqlite_url)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)

    async with open_storage(sqlite_url) as storage:
        with pytest.raises(Damaged, match="Restore the latest backup"):
            await storage.assessments.get(OURS, "A1")
        assert await storage.integrity() != ()


async def test_a_number_beyond_what_a_database_can_hold_is_refused(storage: Storage):
    with pytest.raises(StorageError, match="Nothing was saved"):
        await storage.remember(change(assessments=[assessment(version=2**70)]))


async def test_a_closed_storage_says_so(sqlite_url: str):
    storage = open_storage(sqlite_url)
    await storage.close()

    with pytest.raises(Unavailable, match="closed"):
        await storage.assessments.get(OURS, "A1")


async def test_only_errors_of_storage_come_out_of_any_door(tmp_path: Path, empty_postgres_url: str):
    for url in (f"sqlite:///{tmp_path / 'none.db'}", empty_postgres_url):
        async with open_storage(url, encryption_key="A" * 43 + "=") as storage:
            for door in (
                storage.remember(change(assessments=[assessment()])),
                storage.assessments.get(OURS, "A1"),
                storage.assessments.delete_tenant(OURS),
                storage.reviews.latest(OURS, "A1"),
                storage.failures.list(OURS, "A1"),
                storage.outbox.claim("w", NOON, 1, MINUTE),
                storage.outbox.next_due(NOON),
                storage.outbox.pending_count(),
                storage.installations.save(installation()),
                storage.oauth_states.issue(NOON),
                storage.keep_house(NOON),
                storage.forget_person(OURS, "U1"),
            ):
                with pytest.raises(Unavailable):
                    await door


async def test_sessions_that_the_server_killed_are_replaced_without_anybody_noticing(
    postgres_storage: Storage, postgres_server: str
):
    for turn in range(3):
        await asyncio.gather(*(postgres_storage.assessments.get(OURS, f"A{n}") for n in range(5)))
        with psycopg.connect(postgres_server, autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ftrag'")

        assert await postgres_storage.remember(change(inbox_key=f"Ev{turn}")) is True


async def test_who_has_waited_too_long_behind_others_hears_that_the_database_is_busy(
    postgres_storage: Storage, monkeypatch: pytest.MonkeyPatch
):
    goes_on = Event()
    holding = [asyncio.create_task(postgres_storage._database.read(lambda _: goes_on.wait(20))) for _ in range(10)]
    await asyncio.sleep(0)
    monkeypatch.setattr("storage.postgresql.PATIENCE_SECONDS", 0.01)
    asking = asyncio.create_task(postgres_storage.assessments.get(OURS, "A1"))
    await asyncio.sleep(0.05)
    goes_on.set()

    with pytest.raises(Unavailable, match=r"busy\. Nothing was saved"):
        await asking
    assert all(await asyncio.gather(*holding))


async def test_a_server_that_is_not_there_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("storage.postgresql.PATIENCE_SECONDS", 0.2)
    async with open_storage(f"postgresql://ftrag@/none?host={tmp_path}") as storage:
        with pytest.raises(Unavailable, match="Nothing was saved"):
            await storage.remember(change(assessments=[assessment()]))


async def test_a_row_that_another_session_holds_is_reported_in_time(postgres_url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("storage.postgresql._SESSION", "-c timezone=UTC -c lock_timeout=50")
    async with open_storage(postgres_url) as storage:
        await storage.remember(change(assessments=[assessment()]))
        with psycopg.connect(postgres_url) as other:
            other.execute("SELECT * FROM assessments FOR UPDATE")
            with pytest.raises(Unavailable, match=r"locked\. Nothing was saved"):
                await storage.remember(change(assessments=[assessment(version=1)]))


@each(
    ("address", "sentence"),
    [
        ("sqlite://", "forgets everything"),
        ("sqlite:///:memory:", "forgets everything"),
        ("sqlite:///file::memory:?cache=shared", "forgets everything"),
        ("sqlite:///x.db?mode=memory", "forgets everything"),
        ("sqlite://host/x.db", "only a path"),
        ("sqlite:///x.db?timeout=5", "only a path"),
        ("mysql://host/name", "no database that ftrag knows"),
        ("ftrag.db", "no address of a database"),
        ("", "no address of a database"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_a_sentence(address: str, sentence: str):
    with pytest.raises(BadAddress, match=sentence):
        open_storage(address)


def test_a_password_in_a_wrong_address_is_not_repeated():
    with pytest.raises(BadAddress) as refused:
        open_storage("mysql://user:hunter2@host/name")

    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
async def test_postgresql_has_several_spellings(postgres_url: str, scheme: str):
    async with open_storage(postgres_url.replace("postgresql", scheme, 1)) as storage:
        assert (await storage.schema()).is_current
