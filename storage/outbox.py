"""The outbox, as the due-work engine and the people's screens ask for it. How rows are claimed stands in `claims`."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from storage import claims, outcomes
from storage.database import Database, Repository, asks, tells
from storage.outcomes import NextClaim
from storage.records import Claimed, DeliveryState


class Outbox(Repository):
    """What Slack is to be told. The engine's part serves all tenants; the people's part names one."""

    claim = tells(claims.claim)
    next_due = asks(claims.next_due)
    oldest_due = asks(claims.oldest_due)
    pending_count = asks(claims.pending_count)
    retry = tells(outcomes.retry)
    release = tells(outcomes.release)
    get = asks(outcomes.get)
    unknown = asks(outcomes.unknown)
    unknown_by_tenant = asks(outcomes.unknown_by_tenant)
    is_ours = asks(outcomes.is_ours)
    key_of = asks(outcomes.key_of)
    message = asks(claims.message)
    standing = asks(outcomes.standing)
    own = asks(outcomes.own)

    _finish = tells(outcomes.finish)
    _finish_and_claim = tells(outcomes.finish_and_claim)

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.last_words: set[str] = set()
        """The rows that say of something that it is deleted, until they end: what they say is gone then, too."""

    async def finish(self, delivery_id: str, owner: str, state: DeliveryState, **known: Any) -> bool:
        """As `outcomes.finish`."""
        is_ours = await self._finish(delivery_id, owner, state, **known)
        await self._leave_no_trace(delivery_id)
        return is_ours

    async def finish_and_claim(
        self, delivery_id: str, owner: str, state: DeliveryState, following: NextClaim, **known: Any
    ) -> tuple[bool, list[Claimed]]:
        """As `outcomes.finish_and_claim`."""
        ended = await self._finish_and_claim(delivery_id, owner, state, following, **known)
        await self._leave_no_trace(delivery_id)
        return ended

    async def _leave_no_trace(self, delivery_id: str) -> None:
        """What a process leaves that dies before this is scrubbed by the next house-keeping."""
        if delivery_id in self.last_words:
            self.last_words.discard(delivery_id)
            await self._database.scrub()

    async def take_back(
        self, owner: str, now: datetime, is_gone: Callable[[str], bool], *, starts: bool = False
    ) -> int:
        """Free what dead processes hold, to be claimed as in doubt at once. Says how many rows.

        `is_gone` judges an owner by its name. `starts`: this process begins to claim, and where it is the only one on
        a SQLite file, all the others are gone.
        """
        if starts:
            return await self._database.start_work(partial(claims.take_back, owner=owner, now=now, is_gone=is_gone))
        held = await self._database.read(claims.owners, now)
        if not any(other != owner and is_gone(other) for other in held):
            return 0
        return await self._database.write(claims.take_back, False, owner=owner, now=now, is_gone=is_gone)
