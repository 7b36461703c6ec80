"""The one door to everything that is stored: the repositories, and what concerns them all."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from storage import backup, deletion, house
from storage.address import connect
from storage.assessments import Assessments
from storage.backup import Backup
from storage.blind import Blind
from storage.database import Database
from storage.errors import StorageError
from storage.homes import Homes
from storage.inbox import Inbox
from storage.installations import Installations, OAuthStates
from storage.outbox import Outbox
from storage.portfolios import Portfolios
from storage.records import Change, Tenant
from storage.remember import remember
from storage.result_files import ResultFiles
from storage.reviews import Failures, Reviews
from storage.schema import Schema, migrate, schema
from storage.tokens import Seal
from storage.tracks import Tracks
from storage.unheard import Unheard


class Storage:
    """An open storage. Use it as an asynchronous context manager, or close it."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self.assessments = Assessments(database)
        self.reviews = Reviews(database)
        self.failures = Failures(database)
        self.inbox = Inbox(database)
        self.outbox = Outbox(database)
        self.homes = Homes(database)
        self.portfolios = Portfolios(database)
        self.results = ResultFiles(database)
        self.blind = Blind(database)
        self.unheard = Unheard(database)
        self.tracks = Tracks(database)
        self.installations = Installations(database, seal)
        self.oauth_states = OAuthStates(database)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def engine(self) -> str:
        """Which engine it is: sqlite or postgresql."""
        return self._database.name

    async def close(self) -> None:
        """Finish what runs and let go of the database."""
        await self._database.close()

    async def migrate(self) -> None:
        """Bring the tables to this release's version. Raises NewerSchema where they are ahead of it."""
        await self._database.rebuild(migrate)
        await self._database.clean()

    async def schema(self) -> Schema:
        """The version of the tables, and the one that this release needs. Raises NewerSchema."""
        return await self._database.read(schema)

    async def remember(self, change: Change, *, is_redoable: bool = False) -> bool:
        """Save what one turn changed, all or nothing. False: this event was handled before, nothing was changed.

        `is_redoable`: what led to it stands in the inbox or the outbox until this is saved, and leads to it again
        should a power cut take it. Nothing of it is on its way before: whoever claims a row has that written first.

        Raises Conflict when an assessment or a review was saved by somebody else since it was read.
        """
        if change.deletes is not None:
            self.outbox.last_words |= {delivery.id for delivery in change.deliveries}
        write = self._database.write_redoable if is_redoable else self._database.write
        is_new = await write(remember, change)
        if is_new and change.deletes is not None:
            await self._database.scrub()
        return is_new

    async def forget_person(self, tenant: Tenant, user: str) -> int:
        """Put "deleted-user" wherever this person's id stands in this workspace. Says how many rows changed."""
        changed = await self._database.write(deletion.forget_person, tenant, user)
        await self._database.scrub()
        return changed

    async def keep_house(self, now: datetime) -> int:
        """Delete old inbox keys and ended outbox rows. Says how many rows went."""
        gone = await house.keep_house(self._database, now)
        await self._database.scrub()
        return gone

    async def backup(self, to: Path) -> Backup:
        """A checked copy of a SQLite database, made while others go on writing."""
        if self._database.path is None:
            raise StorageError("ftrag backs up SQLite files. For PostgreSQL use pg_dump.")
        return await asyncio.to_thread(backup.back_up, self._database.path, to)

    async def integrity(self) -> tuple[str, ...]:
        """What is wrong inside a SQLite file; nothing for a sound one, and on PostgreSQL, which checks itself."""
        if self._database.path is None:
            return ()
        return await asyncio.to_thread(backup.integrity, self._database.path)


@contextmanager
def readable_address(url: str) -> Iterator[str]:
    """The address under which the database can be read for as long: a copy's, where its disk takes no writes.

    Raises BadAddress, and Unavailable where no copy can be made.
    """
    path = connect(url).path
    if path is None or not path.is_file():
        yield url
        return
    with backup.readable(path) as found:
        yield url if found == path else f"sqlite:///{found}"


def open_storage(url: str, *, encryption_key: str | None = None) -> Storage:
    """The storage under this address, not yet touched. Raises BadAddress, and BadKey for a key that is none."""
    return Storage(connect(url), Seal(encryption_key))
