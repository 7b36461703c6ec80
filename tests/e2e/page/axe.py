"""What axe finds wrong with the page once it has come to rest, on a desktop and on a phone.

Nine tenths of its work are colors: it weighs each word against what lies beneath. So these are looked at where they can
differ: in both themes, and once a modal is open in it alone, as the page behind is dimmed and was looked at before.
A page that changes its theme is drawn many times over, one that changes its width once: so each theme comes once.
"""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

from tests.e2e.page.audit import lasting

COLORS = ["color-contrast", "link-in-text-block"]
DESKTOP, PHONE = 1400, 390
CHANGED = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
"""Whether colors have gone over to those of another theme."""
LOOK = """async ([within, options]) => {
  const found = await axe.run(within ?? document, { resultTypes: ["violations"], ...options });
  return found.violations.map(({ id, nodes }) => `${id} of ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);
}"""
_COLORS_ALONE = {"runOnly": {"type": "rule", "values": COLORS}}
_ALL_BUT_COLORS = {"rules": {name: {"enabled": False} for name in COLORS}}


async def violations(page: Page, *widths: int) -> list[str]:
    """On the whole page, in both themes; on a desktop and a phone where no width is named."""
    return [*await faults_of_form(page, *widths), *await faint_colors(page, *widths)]


async def faults_of_form(page: Page, *widths: int) -> list[str]:
    """On the whole page, but for its colors."""
    return await _found(page, widths, _ALL_BUT_COLORS, None, "")


async def faint_colors(page: Page, *widths: int, within: str | None = None) -> list[str]:
    """On the whole page or within this element, in both themes, the last of which stays."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        await page.evaluate(CHANGED)
        found += await _found(page, widths, _COLORS_ALONE, within, f" when {scheme}")
    return found


async def _found(
    page: Page, widths: tuple[int, ...], options: dict[str, Any], within: str | None, when: str
) -> list[str]:
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(AXE_SCRIPT)

    async def look() -> list[str]:
        wrong: list[str] = await page.evaluate(LOOK, [within, options])
        return wrong

    found: list[str] = []
    for width in widths or (DESKTOP, PHONE):
        await page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width} pixels{when}: {one}" for one in await lasting(look)]
    return found
