"""How the tables come to be: from nothing, once, all or nothing, by one process at a time."""

import asyncio
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage import Storage, open_storage
from storage import schema as schema_module
from storage.errors import NewerSchema, Unavailable
from storage.schema import migrate
from storage.sqlite_file import make_engine
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS
from tests.storage.samples import OURS, assessment, change
from tests.storage.steps import upgrade


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without a table; the SQLite file and its folder do not even exist."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new' / 'data' / 'ftrag.db'}"
    return str(request.getfixturevalue("empty_postgres_url"))


@pytest.fixture
def made_url(request: pytest.FixtureRequest, empty_url: str) -> str:
    """A database of the same engine with all tables."""
    return str(request.getfixturevalue("sqlite_url" if empty_url.startswith("sqlite") else "postgres_url"))


async def test_the_tables_are_made_from_nothing_and_once(empty_url: str):
    async with open_storage(empty_url) as storage:
        await storage.migrate()
        first = await storage.schema()
        await storage.remember(change(assessments=[assessment()]))
        await storage.migrate()

        assert first == await storage.schema()
        assert first.is_current
        assert await storage.assessments.get(OURS, "A1") is not None


async def test_before_the_tables_are_made_storage_says_what_to_do(empty_url: str):
    async with open_storage(empty_url) as storage:
        with pytest.raises(Unavailable, match="migrate"):
            await storage.assessments.get(OURS, "A1")


async def test_two_who_migrate_at_once_make_the_tables_once(empty_url: str):
    async with open_storage(empty_url) as one, open_storage(empty_url) as two:
        await asyncio.gather(one.migrate(), two.migrate(), one.migrate(), two.migrate())

        assert (await two.schema()).is_current


def test_several_who_open_a_new_file_in_the_same_moment_all_get_it(tmp_path: Path):
    def open_together(path: Path, start: Barrier) -> str:
        engine = make_engine(path)
        start.wait()
        with engine.connect() as connection:
            mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        engine.dispose()
        return str(mode)

    with ThreadPoolExecutor(4) as threads:
        for number in range(250):
            path = tmp_path / f"{number}.db"
            path.touch()
            found = threads.map(open_together, [path] * 4, [Barrier(4)] * 4)

            assert set(found) == {"wal"}


def described(connection: Connection) -> dict[str, object]:
    """Every table with all that the database knows of it; columns in whatever order."""
    found = inspect(connection)
    return {
        name: {
            "columns": {column["name"]: str(column) for column in found.get_columns(name)},
            "key": found.get_pk_constraint(name),
            "references": found.get_foreign_keys(name),
            "unique": found.get_unique_constraints(name),
            "indexes": sorted(
                [
                    index["name"],
                    index["column_names"],
                    index["unique"],
                    {of: str(what) for of, what in index["dialect_options"].items()},
                ]
                for index in found.get_indexes(name)
            ),
            "options": found.get_table_options(name),
        }
        for name in found.get_table_names()
    }


async def test_the_steps_lead_to_the_tables_that_a_new_database_gets_at_once(empty_url: str, made_url: str):
    def differences(connection: Connection) -> list[object]:
        options = {"compare_type": True, "compare_server_default": True}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), METADATA))

    def take_steps(connection: Connection) -> None:
        upgrade(connection.execution_options(**ACROSS_TENANTS), "head")

    async with open_storage(empty_url) as stepped, open_storage(made_url) as made:
        await stepped._database.rebuild(take_steps)

        assert await stepped._database.read(differences) == []
        assert await stepped._database.read(described) == await made._database.read(described)
        assert await stepped.schema() == await made.schema()


async def test_a_migration_that_fails_leaves_nothing_behind(empty_url: str):
    def break_off(connection: Connection) -> None:
        migrate(connection)
        raise OSError("the power went")

    async with open_storage(empty_url) as storage:
        with pytest.raises(Exception, match="Nothing was saved"):
            await storage._database.rebuild(break_off)

        assert (await storage.schema()).current is None
        await storage.migrate()
        assert (await storage.schema()).is_current


async def test_tables_of_a_later_release_are_left_alone(storage: Storage):
    def age(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'").execution_options(**ACROSS_TENANTS))

    await storage._database.write(age)

    with pytest.raises(NewerSchema, match="later release"):
        await storage.migrate()
    with pytest.raises(NewerSchema):
        await storage.schema()


async def test_the_file_is_its_owners_alone(tmp_path: Path):
    path = tmp_path / "ftrag.db"
    async with open_storage(f"sqlite:///{path}") as storage:
        await storage.migrate()
        await storage.remember(change(assessments=[assessment()]))

        files = [path, path.with_name("ftrag.db-wal"), path.with_name("ftrag.db-shm")]
        assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600] * 3


async def test_what_is_committed_is_on_the_disk_before_anybody_hears_of_it(sqlite_storage: Storage):
    def pragmas(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert await sqlite_storage._database.read(pragmas) == ["wal", 2, 1, 2000]
    await sqlite_storage.migrate()
    assert await sqlite_storage._database.read(pragmas) == ["wal", 2, 1, 2000], "a migration is patient, others are not"


async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path):
    path = tmp_path / "ftrag.db"
    path.write_text("Dear diary, this is not a database. " * 100)
    before = path.read_bytes()

    async with open_storage(f"sqlite:///{path}") as storage:
        with pytest.raises(Exception, match="damaged or is no database"):
            await storage.migrate()

    assert path.read_bytes() == before


def test_every_step_follows_the_one_before():
    steps = sorted((Path(__file__).parents[2] / "storage" / "migrations" / "versions").glob("0*.py"))

    assert [step.name[:4] for step in steps] == [f"{number:04}" for number in range(1, len(steps) + 1)]
    assert sqlite3.sqlite_version_info > (3, 35), "RETURNING is used"


def test_the_version_that_is_looked_for_is_the_one_that_the_migrations_lead_to():
    config = Config()
    config.set_main_option("script_location", str(Path(schema_module.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)

    assert schema_module._STEPS[-1] == script.get_current_head()
    assert set(schema_module._STEPS) == {step.revision for step in script.walk_revisions()}
