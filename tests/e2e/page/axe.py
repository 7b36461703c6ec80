"""What axe finds wrong with the page once it has come to rest.

Nine tenths of its work are colors: it weighs each word against what lies beneath. So these are looked at where they can
differ: in both themes, and once a modal is open in it alone, as the page behind is dimmed and was looked at before.
"""

from typing import Any, Literal

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from tests.e2e.page.audit import lasting

Scheme = Literal["light", "dark"]
Found = list[tuple[str, list[str]]]
COLORS = ["color-contrast", "link-in-text-block"]
CHANGED = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
"""Whether colors have gone over to those of another theme."""
_COLORS_ALONE = {"runOnly": {"type": "rule", "values": COLORS}}
_ALL_BUT_COLORS = {"rules": {name: {"enabled": False} for name in COLORS}}


async def violations(page: Page) -> Found:
    """On the whole page, by axe's rule, with where."""
    return await _found(page, {})


async def faults_of_form(page: Page) -> Found:
    """On the whole page, but for its colors."""
    return await _found(page, _ALL_BUT_COLORS)


async def faint_colors(page: Page, *, scheme: Scheme, within: str | None = None) -> Found:
    """In this theme, on the whole page or within this element."""
    await page.emulate_media(color_scheme=scheme)
    await page.evaluate(CHANGED)
    return await _found(page, _COLORS_ALONE, within)


async def _found(page: Page, options: dict[str, Any], within: str | None = None) -> Found:
    async def look() -> Found:
        found = await Axe().run(page, within, {"resultTypes": ["violations"], **options})
        told = found.response["violations"]
        return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in told]

    return await lasting(look)
