"""What a look at the page finds wrong: faint words, controls without a name, things outside of the window."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal, TypeVar

from playwright.async_api import Page

T = TypeVar("T")
AUDIT = (Path(__file__).parent / "audit.js").read_text()
PATIENCE = 10.0
"""Seconds in which a page comes to rest, however busy the machine is; spent only where a test fails."""


async def found(page: Page, check: Literal["faint", "nameless", "outside"]) -> list[str]:
    """What one check finds wrong once the page has come to rest: a chart is drawn anew a frame after its room is."""

    async def look() -> list[str]:
        wrong: list[str] = await page.evaluate(f"() => {{ {AUDIT}; return audit.{check}(); }}")
        return wrong

    return await lasting(look)


async def lasting(look: Callable[[], Awaitable[list[T]]]) -> list[T]:
    """What is still wrong at the end of our patience; nothing as soon as a look finds nothing."""
    until = time.monotonic() + PATIENCE
    while (wrong := await look()) and time.monotonic() < until:
        await asyncio.sleep(0.05)
    return wrong
