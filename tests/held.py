"""How long the event loop is held up: by processor time, which a busy machine does not change."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Hold:
    """The longest hold so far, in seconds."""

    longest = 0.0


@asynccontextmanager
async def watched() -> AsyncIterator[Hold]:
    """Watch the event loop until the block ends, without the collector, which visits all tests."""
    hold, is_done = Hold(), False

    async def watch() -> None:
        before = time.thread_time()
        while not is_done:
            await asyncio.sleep(0.001)
            hold.longest, before = max(hold.longest, time.thread_time() - before), time.thread_time()

    gc.disable()
    watching = asyncio.create_task(watch())
    try:
        yield hold
    finally:
        is_done = True
        gc.enable()
        await watching
