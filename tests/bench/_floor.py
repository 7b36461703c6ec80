"""The floor for `tests.bench.server` and `tests.bench.load`: Bolt alone. It imports nothing of ours.

PORT=3001 python -m tests.bench._floor inline|default|insert

With inline and default its listeners only acknowledge; with insert they first insert one row and commit it, through
sqlmodel and one SQLite thread (FLOOR_DATABASE says where).
"""

import os
import re
import sys
from collections.abc import Awaitable, Callable
from itertools import count

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

SECRET = "sandbox-signing-secret"


async def authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T0SANDBOX", bot_user_id="U0FTRAG", bot_token="xoxb-x")


async def nothing() -> None:
    """No insert."""


def inserts(path: str) -> Callable[[], Awaitable[None]]:
    """One ORM insert and commit, on one thread, as safe as ours."""
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    from sqlalchemy import event
    from sqlmodel import Field, Session, SQLModel, create_engine

    class Row(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        channel: str = Field(index=True)
        text: str

    engine = create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection, _record) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 3000"):
            connection.execute(f"PRAGMA {pragma}")

    SQLModel.metadata.create_all(engine)
    thread, numbers = ThreadPoolExecutor(1), count()

    def put() -> None:
        number = next(numbers)
        with Session(engine, expire_on_commit=False) as session:
            session.add(Row(channel=f"C{number % 50}", text=f"text {number}"))
            session.commit()

    async def insert() -> None:
        await asyncio.get_running_loop().run_in_executor(thread, put)

    return insert


def main(runner: str) -> None:
    insert = inserts(os.environ["FLOOR_DATABASE"]) if runner == "insert" else nothing

    async def acknowledge(ack) -> None:
        await insert()
        await ack()

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=runner != "default")
    app.command("/ftrag")(acknowledge)
    app.event(re.compile(".*"))(acknowledge)
    app.action(re.compile(".*"))(acknowledge)
    served = app.server(path="/slack/events").web_app
    web.run_app(served, host="127.0.0.1", port=int(os.environ["PORT"]), print=None, access_log=None)


if __name__ == "__main__":
    main(sys.argv[1])
