"""What axe finds wrong with the page once it has come to rest."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from tests.e2e.page.audit import lasting


async def violations(page: Page) -> list[tuple[str, list[str]]]:
    """On the whole page, by axe's rule, with where."""

    async def look() -> list[tuple[str, list[str]]]:
        found = (await Axe().run(page)).response["violations"]
        return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]

    return await lasting(look)
