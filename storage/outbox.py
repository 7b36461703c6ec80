"""The outbox, as the due-work engine and the people's screens ask for it. How rows are claimed stands in `claims`."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from storage import claims, outcomes
from storage.database import Repository, asks, tells


class Outbox(Repository):
    """What Slack is to be told. The engine's part serves all tenants; the people's part names one."""

    claim = tells(claims.claim)
    next_due = asks(claims.next_due)
    oldest_due = asks(claims.oldest_due)
    pending_count = asks(claims.pending_count)
    finish = tells(outcomes.finish)
    finish_and_claim = tells(outcomes.finish_and_claim)
    retry = tells(outcomes.retry)
    release = tells(outcomes.release)
    get = asks(outcomes.get)
    unknown = asks(outcomes.unknown)
    unknown_by_tenant = asks(outcomes.unknown_by_tenant)
    is_ours = asks(outcomes.is_ours)
    message = asks(claims.message)
    standing = asks(outcomes.standing)

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
