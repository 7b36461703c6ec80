"""What came in and is not worked off yet: one row, one commit, before Slack is told that it was received.

A row is open while it holds its command. Whoever saves what the command leads to closes it in the same transaction
(`remember`), and what led to nothing is closed by itself; the key stays, so that a repeat is known. Of a process that
died the open rows are left, and are handed to the next one. Two that work on one row do no harm: one of them closes it.

A row's tries are the processes that have begun to work on it: whoever receives it, in the same commit, and whoever took
it over once its turn has come. What only waited behind the row that ends every process is not suspected of that.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

from storage import assessments
from storage.database import Repository
from storage.records import Assessment, Received, Tenant
from storage.statements import InsertNew, keys, of, owned
from storage.tables import inbox
from storage.tenancy import ACROSS_TENANTS

_RECEIVE = InsertNew(inbox)
_FORGET = delete(inbox).where(owned(inbox, "key"))
_CLOSE = update(inbox).where(owned(inbox, "key")).values(command=None, held_by=None)
_OPEN = (
    select(inbox)
    .where(inbox.c.command.is_not(None))
    .order_by(inbox.c.at, inbox.c.key)
    .execution_options(**ACROSS_TENANTS)
)
_TAKE = update(inbox).where(owned(inbox, "key"), inbox.c.command.is_not(None)).values(held_by=bindparam("owner"))
_BEGIN = update(inbox).where(owned(inbox, "key"), inbox.c.command.is_not(None)).values(tries=inbox.c.tries + 1)
_OLDEST = (
    select(inbox.c.at)
    .where(inbox.c.command.is_not(None))
    .order_by(inbox.c.at)
    .limit(1)
    .execution_options(**ACROSS_TENANTS)
)


class Kept(NamedTuple):
    """What became of a command that came in."""

    is_new: bool
    """False: it was received before."""
    ahead: Assessment | None = None
    """What it is about, where that was read on the same way."""


class Inbox(Repository):
    """The commands that were received."""

    async def receive(self, received: Received, about: str | None = None) -> Kept:
        """Keep it, soon or not at all; `about`: the assessment that it names.

        Raises StorageError; then nothing is kept.
        """
        return await self._database.write_soon(_receive, _forget, received, about)

    async def close(self, done: Iterable[tuple[Tenant, str]]) -> None:
        """These are worked off, and led to nothing that is saved."""
        await self._database.write(_close, list(done))

    async def take_over(
        self, owner: str, is_gone: Callable[[str], bool], *, before: datetime, at_work: Collection[str], starts: bool
    ) -> list[Received]:
        """The open rows that nobody works on, oldest first; they are this owner's from now on.

        Those are: of owners that `is_gone` knows to have ended, of any owner that were received before `before`, and
        this owner's own; but none of the keys `at_work`, whoever holds them by now. `starts`: this process begins;
        where it is the only one on a SQLite file, all the others are gone.
        """
        take = partial(_take_over, owner=owner, is_gone=is_gone, before=before, at_work=at_work)
        if starts:
            return await self._database.start_work(take)
        if await self._database.read(_oldest) is None:
            return []
        return await self._database.write(take, False)

    async def begin(self, left: Received) -> bool:
        """Count one more process that works on what another one left; False: somebody has closed it meanwhile."""
        return await self._database.write(_begin, left)

    async def oldest(self) -> datetime | None:
        """Since when the longest-waiting one waits."""
        return await self._database.read(_oldest)


def _receive(connection: Connection, received: Received, about: str | None) -> Kept:
    row = {
        **keys(received.tenant),
        "key": received.key,
        "at": received.at,
        "command": received.command,
        "held_by": received.held_by,
        "tries": 1,
    }
    if _RECEIVE(connection, row) != 1:
        return Kept(is_new=False)
    return Kept(is_new=True, ahead=_read_ahead(connection, received.tenant, about) if about else None)


def _forget(connection: Connection, kept: Kept, received: Received, _about: str | None) -> None:
    """It came too late: a repeat of it is new again."""
    if kept.is_new:
        connection.execute(_FORGET, of(received.tenant, key=received.key))


def _read_ahead(connection: Connection, tenant: Tenant, about: str) -> Assessment | None:
    """What the command needs first, while a thread is at it: to hand that in apart costs as much as the reading.

    On PostgreSQL each statement sees a state of its own here, so only what one of them reads whole is read ahead, as
    during an interview. A command about what cannot be read is kept all the same: whoever carries it out reads again,
    and says what is wrong.
    """
    read = assessments.get if connection.dialect.name == "sqlite" else assessments.get_by_one_statement
    try:
        return read(connection, tenant, about)
    except Exception:  # noqa: BLE001
        return None


def _close(connection: Connection, done: list[tuple[Tenant, str]]) -> None:
    if done:
        connection.execute(_CLOSE, [of(tenant, key=key) for tenant, key in done])


def _take_over(
    connection: Connection,
    is_alone: bool,
    *,
    owner: str,
    is_gone: Callable[[str], bool],
    before: datetime,
    at_work: Collection[str],
) -> list[Received]:
    taken = []
    for row in connection.execute(_OPEN).mappings():
        is_left = is_alone or row["held_by"] == owner or row["at"] < before or is_gone(row["held_by"])
        if is_left and row["key"] not in at_work:
            taken.append(_received(row, owner))
    for received in taken:
        connection.execute(_TAKE, of(received.tenant, key=received.key) | {"owner": owner})
    return taken


def _received(row: Any, owner: str) -> Received:
    tenant = Tenant(team=row["team"])
    fields = {name: row[name] for name in ("key", "at", "command")}
    return Received(tenant=tenant, **fields, held_by=owner, tries=row["tries"])


def _begin(connection: Connection, left: Received) -> bool:
    return connection.execute(_BEGIN, of(left.tenant, key=left.key)).rowcount == 1


def _oldest(connection: Connection) -> datetime | None:
    found: datetime | None = connection.execute(_OLDEST).scalar()
    return found


TAKEN_OVER_AFTER = timedelta(seconds=30)
"""So long whoever received a command works it off; after that anybody may, since nobody knows whether they live."""
