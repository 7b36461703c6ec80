"""What a power cut may take: a change that is made again from what is on the disk, and nothing else.

SQLite's log is cut where it was last synced, which is the worst that a power cut may leave of it.
"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection

from storage import Storage, open_storage
from storage.errors import Conflict
from storage.records import Received
from tests.storage.samples import MINUTE, NOON, OURS, assessment, change, delivery

CLICK = Received(tenant=OURS, key="k", at=NOON, command='{"kind": "show_help"}', held_by="one")
ANSWERED = change(inbox_key="k", assessments=[assessment("A1")], deliveries=[delivery(assessment_id="A1")])


class Disk:
    """The database file, and how much of its log is certainly on the disk."""

    def __init__(self, path: Path) -> None:
        self.path, self._synced = path, 0

    @property
    def _log(self) -> Path:
        return self.path.with_name(f"{self.path.name}-wal")

    def synced(self) -> None:
        """All that is in the log by now is on the disk."""
        self._synced = self._log.stat().st_size

    def after_a_power_cut(self) -> str:
        """The address of what is there when the power is back."""
        left = self.path.with_name("after.db")
        shutil.copy(self.path, left)
        left.with_name("after.db-wal").write_bytes(self._log.read_bytes()[: self._synced])
        return f"sqlite:///{left}"


@pytest.fixture
def disk(sqlite_url: str) -> Disk:
    return Disk(Path(sqlite_url.removeprefix("sqlite:///")))


async def test_a_power_cut_takes_an_answer_only_where_its_click_is_left_to_be_worked_off_again(
    sqlite_storage: Storage, disk: Disk
):
    await sqlite_storage.inbox.receive(CLICK)
    disk.synced()
    await sqlite_storage.remember(ANSWERED, is_redoable=True)

    async with open_storage(disk.after_a_power_cut()) as after:
        assert await after.assessments.get(OURS, "A1") is None
        (left,) = await after.inbox.take_over("two", lambda _: True, before=NOON + MINUTE, at_work=(), starts=True)
        assert (left.key, await after.remember(ANSWERED)) == ("k", True)
        assert await after.assessments.get(OURS, "A1") is not None


async def test_an_answer_is_on_the_disk_before_anything_of_it_can_be_on_its_way(sqlite_storage: Storage, disk: Disk):
    await sqlite_storage.inbox.receive(CLICK)
    await sqlite_storage.remember(ANSWERED, is_redoable=True)
    (claimed,) = await sqlite_storage.outbox.claim("one", NOON, 5, MINUTE)
    disk.synced()

    async with open_storage(disk.after_a_power_cut()) as after:
        assert await after.assessments.get(OURS, "A1") is not None
        assert (await after.outbox.get(OURS, claimed.id)).leased_by == "one"
        assert await after.inbox.oldest() is None


def waits_for_the_disk(connection: Connection) -> bool:
    """Whether the commit of this transaction does."""
    if connection.dialect.name == "sqlite":
        return connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    return connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


async def test_only_a_commit_that_is_redoable_does_not_wait_for_the_disk(storage: Storage):
    def fail(_connection: Connection) -> None:
        raise Conflict

    database = storage._database
    waits = [await write(waits_for_the_disk) for write in (database.write, database.write_redoable, database.write)]
    with pytest.raises(Conflict):
        await database.write_redoable(fail)

    assert waits == [True, False, True]
    assert await database.write(waits_for_the_disk)
