"""What is forgotten cannot be read any more: not in the file, not in its log, not in what was sent."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import Storage
from tests.storage.samples import DAY, MINUTE, NOON, OURS, assessment, change, delivery, everything

CANARY = "CanaryWordThatNobodyElseTypes"


def on_disk(path: Path) -> set[str]:
    """The files of the database in which the canary can still be read."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return {file.name for file in files if file.exists() and CANARY.encode() in file.read_bytes()}


async def test_deleted_text_is_gone_from_the_file_and_its_log(sqlite_storage: Storage, sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    await sqlite_storage.remember(change(assessments=[assessment(context=f"{CANARY} {'x' * 20_000}")]))
    await sqlite_storage.keep_house(NOON)  # it stands in the file itself by now
    await sqlite_storage.remember(change(assessments=[assessment("A2", context=f"{CANARY} {'y' * 20_000}")]))
    before = on_disk(path)

    await sqlite_storage.remember(change(deletes="A1"))
    await sqlite_storage.remember(change(deletes="A2"))

    assert before == {path.name, f"{path.name}-wal"}
    assert on_disk(path) == set()


@pytest.mark.parametrize("state", ["sent", "failed", "cancelled"])
async def test_the_word_that_it_is_deleted_keeps_nothing_of_it_once_it_was_said(
    sqlite_storage: Storage, sqlite_url: str, state: str
):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    said = delivery("D-1", reply={"kind": "confirmed", "name": CANARY}, method="ephemeral", user="U1")
    await sqlite_storage.remember(change(assessments=[assessment(context=CANARY)]))
    await sqlite_storage.remember(change(deletes="A1", deliveries=[said]))
    (row,) = await sqlite_storage.outbox.claim("one", NOON, 1, MINUTE)

    await sqlite_storage.outbox.finish("D-1", "one", state, at=NOON)

    assert row.reply["name"] == CANARY, "it could be said until then"
    assert on_disk(path) == set()


async def test_what_belongs_to_no_assessment_may_name_one_and_is_forgotten_once_it_is_over(storage: Storage):
    listed = {"reply": {"kind": "status", "lines": [CANARY]}, "lane": "private", "user": "U1"}
    home = {"reply": {"kind": "home", "lines": [CANARY]}, "lane": "home", "user": "U1", "method": "publish"}
    rows = [delivery("said", **listed), delivery("home", **home, replaces=True)]
    await storage.remember(change(deliveries=rows))
    await storage.remember(change(deliveries=[delivery("newer", **home, replaces=True)]))
    await storage.outbox.claim("one", NOON, 9, MINUTE)
    for name in ("said", "newer"):
        await storage.outbox.finish(name, "one", "sent", at=NOON)

    assert CANARY not in await storage._database.read(everything)


@pytest.mark.parametrize("how", ["tenant", "person", "house"])
async def test_other_deletions_leave_no_trace_either(sqlite_storage: Storage, sqlite_url: str, how: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    row = delivery("D-1", user=CANARY, lane=f"private:{CANARY}")
    await sqlite_storage.remember(change(deliveries=[row]))
    await sqlite_storage.outbox.claim("one", NOON, 1, MINUTE)
    await sqlite_storage.outbox.finish("D-1", "one", "sent", at=NOON)
    before = on_disk(path)

    if how == "tenant":
        await sqlite_storage.assessments.delete_tenant(OURS)
    elif how == "person":
        await sqlite_storage.forget_person(OURS, CANARY)
    else:
        await sqlite_storage.keep_house(NOON + 500 * DAY)

    assert before
    assert on_disk(path) == set()


async def test_a_reader_holds_up_no_deletion(sqlite_storage: Storage, sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    await sqlite_storage.remember(change(assessments=[assessment(context=CANARY)]))
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM assessments").fetchone()
        await sqlite_storage.remember(change(deletes="A1"))
        meanwhile = await sqlite_storage.assessments.get(OURS, "A1")
    await sqlite_storage.keep_house(NOON)

    assert meanwhile is None
    assert on_disk(path) == set()
