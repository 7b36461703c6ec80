"""What axe finds wrong with the page as it stands."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page


async def violations(page: Page) -> list[tuple[str, list[str]]]:
    """On the whole page, by axe's rule, with where."""
    found = (await Axe().run(page)).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
