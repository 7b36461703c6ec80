"""The outbox, as the due-work engine and the people's screens ask for it. How rows are claimed stands in `claims`."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from storage import claims, outcomes
from storage.database import Database
from storage.records import Delivery, DeliveryState, MessageRef, Tenant


class Outbox:
    """What Slack is to be told. The engine's part serves all tenants; the people's part names one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, owner: str, now: datetime, limit: int, lease: timedelta) -> list[Delivery]:
        """Take up to `limit` due rows, each the first of its lane; nobody else gets them until the lease ends."""
        return await self._database.write(claims.claim, owner, now, limit, lease)

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

    async def next_due(self, now: datetime) -> datetime | None:
        """When there may be something to claim: `now` if there is, None if nothing waits."""
        return await self._database.read(claims.next_due, now)

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Since when the longest-waiting due row waits."""
        return await self._database.read(claims.oldest_due, now)

    async def pending_count(self) -> int:
        """How many rows wait, due or not."""
        return await self._database.read(claims.pending_count)

    async def finish(
        self,
        delivery_id: str,
        owner: str,
        state: DeliveryState,
        *,
        at: datetime,
        ts: str | None = None,
        channel: str | None = None,
        error: str | None = None,
    ) -> bool:
        """End a row, and note where its message stands. Says False where the owner lost it meanwhile."""
        ended = outcomes.Ended(delivery_id, owner, state, at=at, ts=ts, channel=channel, error=error)
        return await self._database.write(outcomes.finish, ended)

    async def retry(
        self,
        delivery_id: str,
        owner: str,
        due_at: datetime,
        error: str | None,
        *,
        tried: bool = True,
        in_doubt: bool = False,
    ) -> bool:
        """Give a row back until then; it keeps its place in the lane. Says False where the owner lost it meanwhile.

        `tried` False: its turn had not come, so this counts as no attempt. `in_doubt` True: Slack may have it already.
        """
        return await self._database.write(
            outcomes.retry, delivery_id, owner, due_at, error, tried=tried, in_doubt=in_doubt
        )

    async def release(self, owner: str) -> int:
        """Give back what this owner claimed and never began, at once (before a stop). Says how many rows."""
        return await self._database.write(outcomes.release, owner)

    async def get(self, tenant: Tenant, id: str) -> Delivery | None:  # noqa: A002 - the word of the other repositories
        """The row with this id."""
        return await self._database.read(outcomes.get, tenant, id)

    async def unknown(self, tenant: Tenant) -> tuple[Delivery, ...]:
        """The rows of which nobody knows whether Slack has them, oldest first."""
        return await self._database.read(outcomes.unknown, tenant)

    async def unknown_by_tenant(self) -> tuple[tuple[Tenant, int, datetime], ...]:
        """How many such rows each workspace has, and when its first one was due: for whoever runs the bot."""
        return await self._database.read(outcomes.unknown_by_tenant)

    async def is_ours(self, tenant: Tenant, channel: str, ts: str) -> bool:
        """Whether the message of this channel and ts is one of ours."""
        return await self._database.read(outcomes.is_ours, tenant, channel, ts)

    async def message(self, tenant: Tenant, assessment_id: str, key: str) -> MessageRef | None:
        """Where one of our messages stands in Slack."""
        return await self._database.read(outcomes.message, tenant, assessment_id, key)
