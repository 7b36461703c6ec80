"""Finding due work costs what is due, not what is scheduled: every lookup goes by an index, on both engines."""

import re
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import psycopg
import pytest
from sqlalchemy import BindParameter, ClauseElement, Column, Connection, insert
from sqlalchemy.sql import visitors
from sqlalchemy.sql.operators import eq

import storage as storing
from storage import Storage
from storage.prepared import Prepared
from storage.tables import METADATA, outbox
from tests.storage.samples import MINUTE, NOON

DUE = 20


def fill(connection: Connection, rows: int) -> None:
    fixed = {"enterprise": "", "team": "T1", "method": "run", "reply": {}, "replaces": False}
    fixed |= {"state": "pending", "attempts": 0, "in_doubt": False}
    varied = (
        {"id": f"B{n}", "lane": f"lane-{n % 1000}", "due_at": NOON - MINUTE if n < DUE else NOON + timedelta(minutes=n)}
        for n in range(rows)
    )
    connection.execute(insert(outbox), [row | fixed for row in varied])


def work(connection: Connection) -> int:
    """How much of the database SQLite goes through for one claim and one look ahead, in steps of its machine."""
    from storage.claims import claim, next_due

    raw: Any = connection.connection.driver_connection
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    raw.set_progress_handler(count, 10)
    try:
        assert len(claim(connection, "worker", NOON, 10, MINUTE)) == 10
        next_due(connection, NOON)
    finally:
        raw.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("rows", [2_000, 20_000])
async def test_claiming_ten_of_twenty_due_rows_takes_the_same_work_whatever_is_scheduled(
    sqlite_storage: Storage, rows: int
):
    await sqlite_storage._database.write(fill, rows)

    assert await sqlite_storage._database.write(work) < 600


async def test_no_lookup_of_due_work_reads_the_whole_outbox(storage: Storage):
    await storage._database.write(fill, 20_000)
    plans: list[str] = []

    def explain(cursor: psycopg.Cursor[Any], query: Any, values: Any) -> None:
        if "outbox" in query:
            plans.append("\n".join(" ".join(map(str, row)) for row in cursor.execute(f"EXPLAIN {query}", values)))

    class Explaining(psycopg.Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
            explain(psycopg.Cursor(self.connection), query, params)
            return super().execute(query, params, **how)

    def look_up(connection: Connection) -> None:
        from storage.claims import claim, next_due, oldest_due

        claim(connection, "worker", NOON, 10, MINUTE)
        next_due(connection, NOON)
        next_due(connection, NOON - MINUTE * 2)  # nothing is due then: it looks ahead
        oldest_due(connection, NOON)

    def watched(connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection  # where prepared statements go without SQLAlchemy
        if storage.engine == "postgresql":
            run, raw.cursor_factory = raw.execute_ready, Explaining
            raw.execute_ready = lambda query, values: (
                explain(psycopg.RawCursor(raw), query, values) or run(query, values)
            )
            look_up(connection)
            raw.cursor_factory = psycopg.Cursor
            del raw.execute_ready
            return
        sent: list[str] = []
        raw.set_trace_callback(sent.append)
        look_up(connection)
        raw.set_trace_callback(None)
        for statement in sent:
            if "outbox" in statement:
                asked = raw.execute(f"EXPLAIN QUERY PLAN {statement}")
                plans.append("\n".join(" ".join(map(str, row)) for row in asked))

    await storage._database.write(watched)

    assert len(plans) == 6
    for plan in plans:
        assert "ix_outbox_due" in plan or "pk_outbox" in plan or "PRIMARY KEY" in plan, plan
        assert "Seq Scan on outbox" not in plan
        assert "SCAN outbox" not in plan
        assert "SCAN others" not in plan


def statements() -> Iterator[tuple[str, ClauseElement]]:
    """Every statement that storage makes at import, by its name."""
    for module in iter_modules(storing.__path__, "storage."):
        for name, value in vars(import_module(module.name)).items():
            for made in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
                statement = made._statement if isinstance(made, Prepared) else made
                if isinstance(statement, ClauseElement):
                    yield f"{module.name}.{name}", statement


def asked_about() -> set[tuple[str, str]]:
    """Tables and columns whose value the condition of a partial index names."""
    indexes = (index for table in METADATA.tables.values() for index in table.indexes)
    conditions = ((index.table, index.dialect_options["sqlite"]["where"]) for index in indexes)
    return {
        (table.name, column) for table, where in conditions for column in re.findall(r"(\w+) (?:=|<>) '", str(where))
    }


def bound(statement: ClauseElement) -> Iterator[tuple[str, str]]:
    """Tables and columns that the statement compares with a value that comes later."""
    for part in visitors.iterate(statement):
        compared: Any = part
        if getattr(part, "operator", None) is eq and isinstance(compared.right, BindParameter):
            columns = compared.left.base_columns if isinstance(compared.left, ClauseElement) else ()
            yield from ((column.table.name, column.name) for column in columns if isinstance(column, Column))


def test_what_a_partial_index_asks_about_is_written_out_in_every_statement():
    """SQLite plans a statement anew, each time it runs, that compares such a column with a value that comes later."""
    found = dict(statements())
    named = asked_about()

    assert len(found) > 60
    assert {("outbox", "state"), ("reviews", "state")} <= named
    assert not [(name, *place) for name, one in statements() for place in bound(one) if place in named]
