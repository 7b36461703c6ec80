"""Time that passes in the sandbox: a clock that is set forward lives through what falls due on the way.

Without this a jump of a month looks like a month of downtime: what fell due in it would come late, and never at night,
so that somebody who tries "+1 month" in the evening would wait for a review that does not come.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.engine import Engine

_MOST_STOPS = 40
_PATIENCE = 20.0
"""Seconds of real time after which the rest of the way is jumped: a page waits for this."""
_BEYOND = timedelta(milliseconds=1)

Advance = Callable[[timedelta], object]


async def live_until(until: datetime, advance: Advance, *, engine: Engine) -> None:
    """Stop at each moment before `until` at which something falls due, and do it then."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            for _ in range(_MOST_STOPS):
                await engine.scheduler.run_due()
                now = engine.clock.now()
                due = await engine.storage.outbox.next_due(now)
                if due is None or due >= until:
                    return
                advance(max(due - now, timedelta()) + _BEYOND)
