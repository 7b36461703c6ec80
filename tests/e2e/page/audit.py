"""What a look at the page finds wrong: faint words, controls without a name, things outside of the window."""

from contextlib import suppress
from pathlib import Path
from typing import Literal

from playwright.async_api import Error, Page

AUDIT = (Path(__file__).parent / "audit.js").read_text()
PATIENCE_MS = 5_000


async def found(page: Page, check: Literal["faint", "nameless", "outside"]) -> list[str]:
    """What one check finds wrong once the page has come to rest: a chart is drawn anew a frame after its room is."""
    look = f"{AUDIT}; return audit.{check}()"
    with suppress(Error):
        await page.wait_for_function(f"() => {{ {look}.length === 0; }}", timeout=PATIENCE_MS)
    wrong: list[str] = await page.evaluate(f"() => {{ {look}; }}")
    return wrong
