"""A process that claims and ends due rows until none is left, and says which it claimed, and when.

    python -m tests.storage.worker URL NAME work|die

The one that dies is killed right after its first claim, with the rows in its hands and its lease over.
"""

import asyncio
import os
import signal
import sys
import time
from datetime import timedelta

from storage import open_storage
from storage.records import DeliveryState
from tests.storage.samples import NOON


async def main(url: str, name: str, end: str) -> None:
    async with open_storage(url) as storage:
        sys.stdin.readline()  # all start at once
        while await storage.outbox.pending_count():
            rows = await storage.outbox.claim(name, NOON, 5, timedelta(seconds=0 if end == "die" else 60))
            for row in rows:
                sys.stdout.write(f"{time.monotonic_ns()} {row.id} {row.attempts}\n")
            sys.stdout.flush()
            if rows and end == "die":
                os.kill(os.getpid(), signal.SIGKILL)
            for row in rows:
                await storage.outbox.finish(row.id, name, DeliveryState.SENT, at=NOON)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3]))
