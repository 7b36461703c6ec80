"""What a migration may do to rows: every row of every table is there again after each step, those to come included."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine, inspect, select

from storage import Storage, open_storage
from storage import schema as schema_module
from storage.errors import Damaged
from storage.tenancy import ACROSS_TENANTS
from tests.postgres_server import create_database, drop_database
from tests.storage.steps import tables, upgrade

STEPS = schema_module._STEPS
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def something(column: sa.Column[Any]) -> Any:
    """A value for this column; all words are the same, so that what refers to a row finds it."""
    match column.type:
        case sa.DateTime():
            return NOON if column.type.timezone else NOON.replace(tzinfo=None)
        case sa.Boolean():
            return True
        case sa.Integer():
            return 7
        case sa.JSON():
            return {"kept": ["as", 1, "was"]}
        case _:
            return "x"


def fill(connection: Connection) -> dict[str, dict[str, Any]]:
    """One row in every table; gives them as they are read again."""
    there = tables(connection)
    for table in there:
        connection.execute(table.insert(), {column.name: something(column) for column in table.c})
    return {table.name: dict(connection.execute(select(table)).mappings().one()) for table in there}


class Chain:
    """A database at each step, without a row: made from the one at the step before, once, and copied for a test."""

    def __init__(self, make: Callable[[str, str | None], str]) -> None:
        self._make = make
        self._made: dict[str, str] = {}

    def at(self, step: str) -> str:
        """The address of the database at this step."""
        if step not in self._made:
            place = STEPS.index(step)
            before = STEPS[place - 1] if place else None
            if before is not None:
                self.at(before)
            self._made[step] = self._make(step, before)
            with begun(self._made[step]) as connection:
                upgrade(connection, step)
        return self._made[step]


@contextmanager
def begun(url: str) -> Iterator[Connection]:
    """A transaction of a connection of its own."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="module")
def sqlite_chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    folder = tmp_path_factory.mktemp("steps")

    def make(step: str, before: str | None) -> str:
        if before is not None:
            shutil.copyfile(folder / f"{before}.db", folder / f"{step}.db")
        return f"sqlite:///{folder / step}.db"

    return Chain(make)


@pytest.fixture(scope="module")
def postgres_chain(postgres_server: str) -> Iterator[Chain]:
    made: list[str] = []

    def make(step: str, before: str | None) -> str:
        made.append(f"step_{step}")
        return create_database(postgres_server, made[-1], f"step_{before}" if before else "template1")

    yield Chain(make)
    for name in made:
        drop_database(postgres_server, name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url_at(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """The address of a database of one's own that has come as far as a step."""
    chain: Chain = request.getfixturevalue(f"{request.param}_chain")
    dropped: list[str] = []

    def on_sqlite(step: str) -> str:
        shutil.copyfile(chain.at(step).removeprefix("sqlite:///"), tmp_path / "ftrag.db")
        return f"sqlite:///{tmp_path / 'ftrag.db'}"

    def on_postgres(step: str) -> str:
        chain.at(step)
        dropped.append(f"after_{step}")
        return create_database(request.getfixturevalue("postgres_server"), dropped[-1], f"step_{step}")

    yield on_sqlite if request.param == "sqlite" else on_postgres
    for name in dropped:
        drop_database(request.getfixturevalue("postgres_server"), name)


@pytest.mark.parametrize("before", STEPS)
async def test_every_row_of_every_table_is_found_again_after_the_step(url_at: Callable[[str], str], before: str):
    url = url_at(before)
    with begun(url) as connection:
        there = fill(connection)

    async with open_storage(url) as storage:
        await storage.migrate()
        assert (await storage.schema()).is_current

    with begun(url) as connection:
        now = rows_or_none(connection)
    for name, row in there.items():
        found = now[name]
        if "enterprise" in row and before < "0008":
            row["enterprise"] = ""  # from that step on the workspace alone owns it
        assert found is not None, f"the row of {name} is gone"
        assert {column: found[column] for column in row} == row


def rows_or_none(connection: Connection) -> dict[str, dict[str, Any] | None]:
    """The row of each table, where it has one."""
    found = {}
    for table in tables(connection):
        row = connection.execute(select(table)).mappings().one_or_none()
        found[table.name] = None if row is None else dict(row)
    return found


def made_anew(connection: Connection) -> None:
    """What a step may do: the table to which all others refer is copied, dropped and named again."""
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table("assessments", recreate="always") as table:
        table.add_column(sa.Column("color", sa.Text(), nullable=True))


async def test_a_table_that_is_made_anew_keeps_what_refers_to_it(sqlite_storage: Storage):
    def fill_all(connection: Connection) -> dict[str, dict[str, Any]]:
        return fill(connection.execution_options(**ACROSS_TENANTS))

    def rebuilt(connection: Connection) -> dict[str, dict[str, Any] | None]:
        connection = connection.execution_options(**ACROSS_TENANTS)
        made_anew(connection)
        return rows_or_none(connection)

    there = await sqlite_storage._database.write(fill_all)
    now = await sqlite_storage._database.rebuild(rebuilt)

    there["assessments"]["color"] = None
    assert now == there


async def test_a_step_that_would_leave_a_row_without_its_assessment_is_refused(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'ftrag.db'}"
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, STEPS[0])
        fill(connection)
        connection.exec_driver_sql("DELETE FROM assessments")
    async with open_storage(url) as storage:
        with pytest.raises(Damaged, match="would belong to nothing"):
            await storage.migrate()

        assert (await storage.schema()).current == STEPS[0]
    with engine.connect() as connection:
        assert "home_viewers" not in inspect(connection).get_table_names()


async def test_after_a_migration_references_are_watched_again(sqlite_storage: Storage):
    def watched(connection: Connection) -> Any:
        return connection.exec_driver_sql("PRAGMA foreign_keys").scalar()

    assert await sqlite_storage._database.rebuild(watched) == 0
    await sqlite_storage.migrate()
    assert await sqlite_storage._database.read(watched) == 1
