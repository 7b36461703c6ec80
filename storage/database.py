"""One way to run a transaction, on either engine: hand over a function, get its result or a StorageError.

The function takes a plain synchronous connection and runs whole on a thread (a hop for each statement would cost more
than the statements): on the one that owns SQLite's one connection, or on one of several with PostgreSQL's pool.
A function may be run again after a lost connection, so it does nothing but talk to the database.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from pydantic_core import from_json
from sqlalchemy import Connection

from storage.columns import json_text

P = ParamSpec("P")
T = TypeVar("T")
Work = Callable[Concatenate[Connection, P], T]
TakeBack = Callable[Concatenate[Connection, T, P], object]

ENGINE_OPTIONS = {"json_serializer": json_text, "json_deserializer": from_json, "query_cache_size": 1000}
"""What both engines are made with."""


SOON_SECONDS = 2.4
"""What may be spent of Slack's three seconds on keeping what came in."""


class Database(ABC):
    """A database that runs transactions."""

    name: str
    """"sqlite" or "postgresql"."""
    path: Path | None = None
    """The file of a SQLite database."""

    @abstractmethod
    async def read(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that sees one state of the database and saves nothing."""

    @abstractmethod
    async def write(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it in a transaction that is saved when the function returns, and not at all when it raises."""

    @abstractmethod
    async def write_redoable(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `write`, for what would be done again from what is on the disk: it spares the wait for the disk.

        It is seen by all at once and outlives the process. A power cut may take it until the next `write`, of whichever
        work, has put both on the disk.
        """

    @abstractmethod
    async def write_soon(self, work: Work[P, T], take_back: TakeBack[T, P], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `write` for work of one statement, within the time that Slack gives for an answer.

        Raises Unavailable where it takes longer. Then, and where whoever waits is cancelled, it is not saved later
        either; `take_back` undoes what came of it where that was saved by then.
        """

    @abstractmethod
    async def rebuild(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `write`, with the patience that a migration needs, and alone: others wait until it is done."""

    async def start_work(self, work: Callable[[Connection, bool], T]) -> T:
        """Like `write`, for a process that begins to claim rows; `work` is told whether no other one does."""
        return await self.write(work, False)

    @abstractmethod
    async def scrub(self) -> None:
        """Leave nothing behind of what was deleted, where the engine would keep it for a while. Never raises."""

    @abstractmethod
    async def clean(self) -> None:
        """Once for each database: what was deleted before deletions overwrote it goes, too. Never raises."""

    @abstractmethod
    async def close(self) -> None:
        """Finish what runs and let go of all connections."""


class Repository:
    """What may be asked and said of one kind of thing: a name for each function of a connection (`asks`, `tells`)."""

    def __init__(self, database: Database) -> None:
        self._database = database


Method = Callable[Concatenate[Repository, P], Coroutine[Any, Any, T]]


def asks(work: Work[P, T]) -> Method[P, T]:
    """A repository's method that runs this in a transaction which saves nothing; what it says stands with `work`."""

    @wraps(work)
    async def ask(self: Repository, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._database.read(work, *args, **kwargs)

    return ask


def tells(work: Work[P, T]) -> Method[P, T]:
    """A repository's method that runs this in a transaction which saves."""

    @wraps(work)
    async def tell(self: Repository, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._database.write(work, *args, **kwargs)

    return tell
