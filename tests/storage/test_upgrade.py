"""A database of an earlier release, with an interview under way and posts waiting: it is brought up and goes on."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine

from bot import commands
from bot.replies import read_reply
from storage import open_storage
from storage import schema as schema_module
from storage.records import Tenant
from storage.tenancy import ACROSS_TENANTS
from tests.bot.counter import Counter

HERE = Tenant(team="T1")
DUMP = Path(__file__).parent / "releases" / "0001.sql"
"""What the first tables held: rows as the first release wrote them, never changed afterwards."""


def _first_tables(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema_module.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    for statement in DUMP.read_text().split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _old(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        _first_tables(connection.execution_options(**ACROSS_TENANTS))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def old_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database as the first release left it."""
    fresh = f"sqlite:///{tmp_path / 'ftrag.db'}"
    url = fresh if request.param == "sqlite" else str(request.getfixturevalue("empty_postgres_url"))
    await asyncio.to_thread(_old, url)
    return url


async def test_an_interview_goes_on_and_what_waited_is_sent(old_url: str):
    async with open_storage(old_url) as storage:
        assert (await storage.schema()).current == "0001"
        await storage.migrate()
        assert (await storage.schema()).is_current
        counter = Counter(storage)
        counter.clock.at += timedelta(hours=3)

        waited = [read_reply(row.reply).kind for row in await counter.deliver()]
        pressed: dict[str, Any] = {"assessment_id": "a1", "fact": "source", "values": ("documents",)}
        await counter.do(commands.GiveAnswer, **pressed)
        saved = await storage.assessments.get(HERE, "a1")
        told = [read_reply(row.reply).kind for row in await counter.deliver()]

    assert waited == ["parent", "question", "answered", "question", "parent"]
    assert saved is not None
    assert {fact: answer.value for fact, answer in saved.answers.items()} == {"need": "facts", "source": "documents"}
    assert saved.asking not in {None, "need", "source"}
    assert {"answered", "question"} <= set(told)


async def test_a_name_that_was_kept_as_it_was_typed_is_found_by_its_look(old_url: str):
    async with open_storage(old_url) as storage:
        await storage.migrate()
        wide = await storage.assessments.find_by_name(HERE, "C1", "Invoice Reader")
        older = await storage.assessments.find_by_name(HERE, "C1", "Support copilot")
        everyone = await storage.assessments.in_channel(HERE, "C1")

    assert wide is not None
    assert wide.name == "\uff29nvoice Reader"
    assert older is not None
    assert older.id == "a1", "of two that look the same, the older one"
    assert {one.id for one in everyone} == {"a1", "a2", "a3"}, "and the other one stays"
