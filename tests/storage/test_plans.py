"""Finding due work costs what is due, not what is scheduled: every lookup goes by an index, on both engines."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert

from storage import Storage
from storage.tables import outbox
from storage.tenancy import ACROSS_TENANTS
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

    def explain(connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "outbox" in statement and not statement.startswith("EXPLAIN"):
            asked = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters, execution_options=ACROSS_TENANTS)
            plans.append("\n".join(" ".join(map(str, row)) for row in asked))

    def look_up(connection: Connection) -> None:
        from storage.claims import claim, next_due, oldest_due

        claim(connection, "worker", NOON, 10, MINUTE)
        next_due(connection, NOON)
        next_due(connection, NOON - MINUTE * 2)  # nothing is due then: it looks ahead
        oldest_due(connection, NOON)

    def watched(connection: Connection) -> None:
        if storage.engine == "postgresql":
            event.listen(connection, "before_cursor_execute", explain)
            look_up(connection)
            return
        raw: Any = connection.connection.driver_connection  # where prepared statements go without SQLAlchemy
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
