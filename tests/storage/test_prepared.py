"""Statements that are handed to the driver ready-made: the same values in and out, and the same guard."""

from contextlib import suppress
from datetime import timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import UTCDateTime

from storage import Storage, columns
from storage.errors import StorageError, TenantMissing
from storage.prepared import Prepared
from storage.statements import InsertNew, keys, of, owned
from storage.tables import inbox, outbox
from tests.storage.samples import MINUTE, NOON, OURS, answer, assessment, change, delivery

_NOTE = Prepared(insert(inbox))
_READ = select(inbox).where(owned(inbox, "key"))


def note(key: str, command: str | None) -> dict[str, object]:
    return keys(OURS) | {"key": key, "at": NOON, "command": command, "held_by": None, "tries": 1}


async def test_what_is_written_ready_made_is_read_as_ever_and_the_other_way_round(storage: Storage):
    def write(connection: Connection) -> tuple[Any, dict[str, Any]]:
        _NOTE.run(connection, note("ready", "half \ud800 and \0"))
        connection.execute(insert(inbox), note("usual", "half \ud800 and \0"))
        usual = connection.execute(_READ, of(OURS, key="ready")).one()
        (ready,) = Prepared(_READ).rows(connection, of(OURS, key="usual"))
        return usual, ready

    usual, ready = await storage._database.write(write)

    assert (usual.at, usual.command, usual.tries) == (NOON, "half \ufffd and ", 1)
    assert (ready["at"], ready["command"], ready["tries"]) == (usual.at, usual.command, usual.tries)


async def test_a_moment_without_a_zone_is_refused_though_the_same_one_with_a_zone_was_just_written(storage: Storage):
    moments = (NOON, NOON.astimezone(timezone(timedelta(hours=-5))), NOON.replace(tzinfo=None))

    def write(connection: Connection, number: int) -> object:
        _NOTE.run(connection, note(f"at {number}", None) | {"at": moments[number]})
        return connection.execute(_READ, of(OURS, key=f"at {number}")).one().at

    assert [await storage._database.write(write, number) for number in (0, 1)] == [NOON, NOON]
    with pytest.raises(StorageError, match="ValueError"):
        await storage._database.write(write, 2)


async def test_every_type_of_a_row_comes_back_as_it_does_otherwise(storage: Storage):
    await storage.remember(change(deliveries=[delivery("D-1", reply={"text": "hällo", "n": [1, None]})]))
    statement = select(outbox).where(owned(outbox, "id"))

    def read(connection: Connection) -> tuple[dict[str, object], dict[str, object]]:
        usual = connection.execute(statement, of(OURS, id="D-1")).one()
        (ready,) = Prepared(statement).rows(connection, of(OURS, id="D-1"))
        return dict(usual._mapping), ready

    usual, ready = await storage._database.read(read)

    assert ready == usual


async def test_several_rows_are_written_at_once_and_what_is_there_is_left(storage: Storage):
    add = InsertNew(inbox)

    def write(connection: Connection) -> tuple[int, int, int]:
        add.each(connection, [note("one", None), note("two", None), note("one", "again")])
        again, new = add(connection, note("one", "x")), add(connection, note("three", None))
        touched = Prepared(update(inbox).where(owned(inbox)).values(at=bindparam("at", type_=UTCDateTime())))
        return again, new, touched.run(connection, of(OURS) | {"at": NOON})

    assert await storage._database.write(write) == (0, 1, 3)


async def test_however_many_rows_are_written_at_once_each_has_its_values_and_its_place(storage: Storage):
    ids = [f"D-{number} ($1, VALUES) 100%" for number in range(45)]
    await storage.remember(change(deliveries=[delivery(id_, lane=id_, reply={"id": id_}) for id_ in ids]))

    found = await storage.outbox.claim("one", NOON, 100, MINUTE)

    assert [(row.id, row.lane, row.reply) for row in found] == [(id_, id_, {"id": id_}) for id_ in ids]


async def test_postgresql_keeps_what_it_has_prepared_over_the_end_of_a_reading(postgres_storage: Storage):
    for _ in range(10):
        await postgres_storage.assessments.get(OURS, "A1")
    asked = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%assessments.asking%%'"

    assert await postgres_storage._database.read(lambda connection: connection.exec_driver_sql(asked).scalar()) == 1


async def test_what_is_written_in_a_reading_is_not_saved(storage: Storage):
    with suppress(StorageError):  # PostgreSQL refuses it
        await storage._database.read(_NOTE.run, note("read", None))

    found = await storage._database.read(lambda connection: connection.execute(_READ, of(OURS, key="read")).first())
    assert found is None


async def test_a_statement_that_names_no_tenant_is_refused_before_it_is_sent(storage: Storage):
    everybodys = Prepared(update(inbox).values(tries=0))

    with pytest.raises(TenantMissing):
        await storage._database.write(lambda connection: everybodys.run(connection, {}))


async def test_answers_that_were_just_saved_are_read_as_any_other_process_reads_them(storage: Storage):
    said = {"need": "plain", "ops": "half \ud800 and \0", "source": "hällo"}
    for fact, words in said.items():
        given = answer(fact, ("training", "serving")).model_copy(update={"said": words})
        await storage.remember(change(assessments=[assessment(fact, answers={fact: given})]))
        at_once = await storage.assessments.get(OURS, fact)

        columns._KEPT.clear()

        assert at_once == await storage.assessments.get(OURS, fact)
        assert at_once is not None
        assert at_once.answers[fact].said == words.replace("\ud800", "\ufffd").replace("\0", "")


def test_only_so_many_texts_are_kept():
    for number in range(3 * columns._MOST_KEPT):
        columns.kept_text({"need": str(number)})

    assert len(columns._KEPT) <= columns._MOST_KEPT
