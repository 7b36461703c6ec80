"""Sessions with PostgreSQL: kept, taken again while they are warm, and none is used that is not as it was."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import BindParameter, Connection, Integer, String, bindparam, func, literal_column, select, text

from storage import Storage
from storage.errors import StorageError
from storage.prepared import Prepared
from tests.storage.samples import OURS, change

_WORD: BindParameter[Any] = bindparam("word", type_=String)
_PID = Prepared(select(func.pg_backend_pid().label("pid")))
_TWICE = Prepared(select(_WORD.label("one"), _WORD.label("two"), literal_column("'100%'", String).label("three")))
_BY_ZERO = Prepared(select((literal_column("1") / bindparam("none", type_=Integer)).label("never")))


def pid(connection: Connection) -> int:
    (row,) = _PID.rows(connection, {})
    return int(row["pid"])


async def test_whoever_comes_alone_is_served_by_one_session(postgres_storage: Storage):
    database = postgres_storage._database
    await asyncio.gather(*(postgres_storage.assessments.get(OURS, f"A{n}") for n in range(10)))
    await database.read(pid)

    found = {await ask(pid) for _ in range(5) for ask in (database.read, database.write)}

    assert len(found) == 1


async def test_a_transaction_that_failed_leaves_its_session_as_it_was_and_all_that_is_prepared(
    postgres_storage: Storage,
):
    database = postgres_storage._database
    before = await database.write(pid)

    for ask in (database.write, database.read):
        with pytest.raises(StorageError):
            await ask(_BY_ZERO.rows, {"none": 0})

        assert await ask(pid) == before


async def test_what_sqlalchemy_and_what_is_prepared_write_is_saved_together_or_not_at_all(postgres_storage: Storage):
    database = postgres_storage._database
    await postgres_storage.remember(change(inbox_key="before"))

    def forget(connection: Connection) -> None:
        connection.execute(text("DELETE FROM inbox WHERE enterprise = '' AND team = 'T1' AND 'inbox' = 'inbox'"))
        _BY_ZERO.rows(connection, {"none": 0})

    with pytest.raises(StorageError):
        await database.write(forget)

    assert await postgres_storage.remember(change(inbox_key="before")) is False


async def test_a_place_that_is_named_twice_takes_one_value_and_a_percent_sign_stays_one(postgres_storage: Storage):
    def ask(connection: Connection) -> list[dict[str, str]]:
        return _TWICE.rows(connection, {"word": "o'clock"})

    assert await postgres_storage._database.read(ask) == [{"one": "o'clock", "two": "o'clock", "three": "100%"}]
