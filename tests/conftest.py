"""What all tests share: real databases, a fresh one for each test, and never a stand-in for one; and no dice.

`storage` runs a test twice, on SQLite and on PostgreSQL. `sqlite_storage` and `postgres_storage` choose one engine,
`sqlite_url` and `postgres_url` give the address alone, of a database that already has its tables.

Generated examples are the same in every run, and none fails for being slow: a red run can be repeated as it was. Fresh
examples, and many more of them (`tests.examples`), are drawn by `make soak`.

What was imported and collected is no garbage: it is kept out of the search for some, which took a sixth of the time.
On a fresh clone each of several workers makes the asserts of its share of the files ready, and finds the others' done.
Temporary files stand in memory where there is room (`tests.scratch`).
"""

import gc
import importlib
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from storage import Storage, open_storage
from storage.tokens import new_encryption_key
from tests import scratch
from tests.examples import TIMES
from tests.postgres_server import create_database, drop_database, running

hypothesis.settings.register_profile(
    "same",
    derandomize=TIMES == 1,
    database=None,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("same")

gc.set_threshold(20_000)
scratch.move_to_memory()

ROOT = Path(__file__).parent.parent
ENCRYPTION_KEY = new_encryption_key()
_numbers = count(1)


def pytest_sessionstart(session: pytest.Session) -> None:
    worker = getattr(session.config, "workerinput", None)
    if worker:
        number, count_ = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
        for path in sorted(ROOT.glob("tests/**/test_*.py"))[number::count_]:
            with suppress(Exception):  # collecting the file tells what is wrong with it
                importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, on a Unix socket, gone with the session."""
    with running() as address:
        yield address


async def _migrate(url: str) -> None:
    async with open_storage(url) as storage:
        await storage.migrate()


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: str) -> str:
    """The name of a database with all tables, which each test copies."""
    import asyncio

    url = create_database(postgres_server, "ftrag_template")
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
    yield create_database(postgres_server, name)
    drop_database(postgres_server, name)


@pytest.fixture
def postgres_url(postgres_server: str, _postgres_template: str) -> Iterator[str]:
    """A fresh PostgreSQL database with all tables."""
    name = f"test_{next(_numbers)}"
    yield create_database(postgres_server, name, _postgres_template)
    drop_database(postgres_server, name)


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
