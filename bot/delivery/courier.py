"""One claimed row from try to record: what an attempt does to the row, and whom it is told to.

It stands between the scheduler, which claims, and `Deliverer.deliver`, which tries. Whoever must hear of a failure
hears of it before the row ends: if the process dies in between, the row is tried and told again, and the advisor knows
the repeat by its key.
"""

import asyncio
import zlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

from bot.commands import DeliveryFailed, ShownWithoutCharts
from bot.delivery.deliverer import Attempt, Deliverer
from bot.delivery.ends import ENDS, End, end_of
from bot.runtime.clock import Clock
from bot.runtime.failpoint import Reach, no_failpoints
from bot.runtime.logs import get_logger
from storage import Outbox
from storage.errors import StorageError
from storage.outcomes import NextClaim
from storage.records import Delivery, DeliveryMethod, DeliveryState, Tenant

LEASE = timedelta(seconds=30)
"""So long a claimed row is this process' own; a process that dies leaves its rows to the others after this."""
_LONGEST_TRY = 25.0
"""A try ends before the lease does, however many calls it makes: else two processes could send one row."""
UNKNOWN = "unknown"
"""What the advisor is told of a post that Slack may or may not have; every other error is Slack's own word."""
GIVE_UP = timedelta(hours=24)
"""So long a row is tried again; then it ends as failed or, where it was in doubt, as unknown."""
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=10)

TellFailed = Callable[[DeliveryFailed | ShownWithoutCharts], Awaitable[object]]
TellPaused = Callable[[Tenant, str], Awaitable[object]]
Run = Callable[[Mapping[str, Any]], Awaitable[object]]
Counted = Callable[[Delivery, Attempt], object]

log = get_logger("ftrag.delivery")


class Hands(Protocol):
    """Who carries rows: what is due next is taken up with the commit that ends a row."""

    def next_claim(self, row: Delivery) -> NextClaim | None:
        """What is taken up once this row has ended; None where nothing is."""
        ...

    def took(self, row: Delivery, following: Sequence[Delivery]) -> None:
        """These were taken up as this row ended; fewer than asked for where no more is due."""
        ...


class Courier:
    """Delivers claimed rows and records how each ended."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        deliverer: Deliverer,
        clock: Clock,
        owner: str,
        run: Run,
        tell_failed: TellFailed,
        tell_paused: TellPaused,
        counted: Counted = lambda _row, _outcome: None,
        reach: Reach = no_failpoints,
    ) -> None:
        self._outbox = outbox
        self._deliverer = deliverer
        self._clock = clock
        self._owner = owner
        self._run = run
        self._tell_failed = tell_failed
        self._tell_paused = tell_paused
        self._counted = counted
        self._reach = reach
        self.hands: Hands | None = None
        """Set by whoever puts the two together; None: nothing is taken up here."""

    async def carry(self, row: Delivery) -> Attempt:
        """Try this row and write down what came of it."""
        self._reach("before_call")
        attempt = await self._do(row)
        if attempt.called:
            self._reach("after_call")
        attempt = self._give_up(row, attempt)
        try:
            await self._tell(row, attempt)
        except StorageError as error:  # told again with the next try: who must hear of it has not yet
            attempt = replace(attempt, end=End.RETRY, error=type(error).__name__)
        await self._record(row, attempt)
        self._reach("after_record")
        self._counted(row, attempt)
        return attempt

    async def _do(self, row: Delivery) -> Attempt:
        try:
            async with asyncio.timeout(_LONGEST_TRY):
                is_ours = row.method is DeliveryMethod.RUN
                return await (self._run_command(row) if is_ours else self._deliverer.deliver(row))
        except TimeoutError:
            log.warning("try_too_long", delivery=row.id, method=row.method)
            return Attempt(end_of("timeout", row.method), "timeout", called=True)

    async def _run_command(self, row: Delivery) -> Attempt:
        if row.expires_at is not None and row.expires_at <= self._clock.now():
            return Attempt(End.EXPIRED, "expired")
        try:
            await self._run(row.reply)
        except StorageError as error:
            return Attempt(End.RETRY, type(error).__name__)
        except ValueError:
            return Attempt(End.REFUSED, "unreadable")
        return Attempt(End.SENT)

    def _give_up(self, row: Delivery, attempt: Attempt) -> Attempt:
        """A row that has failed for a day ends; one whose workspace waits or whose turn has not come does not."""
        since, given_up_as = row.first_tried_at, attempt.end.after.given_up_as
        if given_up_as is None or since is None or self._clock.now() - since < GIVE_UP:
            return attempt
        end = End[given_up_as]
        return replace(attempt, end=end, error=attempt.error if end is End.UNKNOWN else "gave_up")

    async def _tell(self, row: Delivery, attempt: Attempt) -> None:
        if attempt.end is End.PAUSE and attempt.called:
            log.warning("workspace_paused", team=row.tenant.team, error=attempt.error)
            await self._tell_paused(row.tenant, attempt.error)
        if attempt.end is End.REFUSED:
            known = attempt.error in ENDS
            log.warning("delivery_refused", delivery=row.id, method=row.method, error=attempt.error, known=known)
        if attempt.end is End.SCOPE and row.error == attempt.error:
            return  # told with the first try
        is_anyones = row.assessment_id is not None or row.method is DeliveryMethod.UPLOAD
        if is_anyones and row.method in attempt.end.after.told_of:
            error = UNKNOWN if attempt.end is End.UNKNOWN else attempt.error
            await self._tell_failed(_failure(row, row.assessment_id or "", error, attempt.under))
        if attempt.is_simple and row.method is DeliveryMethod.POST and row.assessment_id and row.message_key:
            about = {"tenant": row.tenant, "actor": "", "channel": row.channel or "", "inbox_key": f"simple:{row.id}"}
            await self._tell_failed(
                ShownWithoutCharts(**about, assessment_id=row.assessment_id, message_key=row.message_key)
            )

    async def _record(self, row: Delivery, attempt: Attempt) -> None:
        state, now = attempt.end.after.state, self._clock.now()
        if state is None:
            due_at = attempt.at or now + _backoff(row)
            tried, in_doubt = attempt.end.after.counts, attempt.end is End.DOUBT
            kept = await self._outbox.retry(row.id, self._owner, due_at, attempt.error, tried=tried, in_doubt=in_doubt)
            self._check(row, attempt, is_ours=kept)
            return
        if attempt.end not in {End.SENT, End.REFUSED}:
            log.info("delivery_ended", delivery=row.id, method=row.method, state=state, error=attempt.error)
        await self._finish(row, attempt, state)

    async def _finish(self, row: Delivery, attempt: Attempt, state: DeliveryState) -> None:
        following = self.hands.next_claim(row) if self.hands else None
        known: dict[str, Any] = {"ts": attempt.ts, "channel": attempt.channel, "error": attempt.error or None}
        known["at"] = self._clock.now()
        if self.hands is None or following is None:
            kept = await self._outbox.finish(row.id, self._owner, state, **known)
        else:
            kept, taken = await self._outbox.finish_and_claim(row.id, self._owner, state, following, **known)
            self.hands.took(row, taken)
        self._check(row, attempt, is_ours=kept)

    def _check(self, row: Delivery, attempt: Attempt, *, is_ours: bool) -> None:
        """A row whose lease ended meanwhile is another process' now, which will find out what this one did."""
        if not is_ours:
            log.warning("row_taken_over", delivery=row.id, end=attempt.end)


def _backoff(row: Delivery) -> timedelta:
    """Longer each time, and spread by the row's id so that rows that failed together do not come back together."""
    wait = min(_FIRST_WAIT * 2.0 ** min(max(row.attempts - 1, 0), 20), _LONGEST_WAIT)
    return wait * (1 + zlib.crc32(row.id.encode()) % 100 / 400)


def _failure(row: Delivery, assessment_id: str, error: str, under: str | None) -> DeliveryFailed:
    return DeliveryFailed(
        tenant=row.tenant,
        actor=row.user or "",
        channel=row.channel or "",
        response_url=row.response_url,
        inbox_key=f"failed:{row.id}",
        assessment_id=assessment_id,
        delivery_id=row.id,
        method=row.method,
        message_key=row.message_key,
        error=error,
        under=under,
    )
