"""Work that computes, in a thread that gives the event loop its turn soon.

A thread that computes gives way when Python asks it to, by default 5 ms after somebody waits. A request waits for its
turn some dozens of times (each look at the database is one), so beside one such thread an ack took a quarter of a
second, and fifty requests a second piled up to more than two.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_SOON = 0.0001
"""Seconds: shorter turns cost more in changing over than anybody gains by them."""
_USUAL = sys.getswitchinterval()


class _AtWork:
    """How many such threads there are; the event loop alone counts them."""

    threads = 0


async def computed(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run it in a thread, with short turns for all threads as long as any of these is at work."""
    _AtWork.threads += 1
    sys.setswitchinterval(_SOON)
    try:
        return await asyncio.to_thread(work, *args, **kwargs)
    finally:
        _AtWork.threads -= 1
        if not _AtWork.threads:
            sys.setswitchinterval(_USUAL)
