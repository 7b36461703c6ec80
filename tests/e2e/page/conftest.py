"""A real browser before a stage: each test gets its own page, on a server that shows what the test puts there."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Literal

import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Error, Frame, Page

from tests.e2e.page import scenes
from tests.e2e.page.kit import SUPPORT
from tests.e2e.page.stage import House, Stage, opened

Open = Callable[..., Awaitable[Page]]
Scheme = Literal["light", "dark"]
FORGET = "() => { sessionStorage.clear(); localStorage.clear(); }"
FETCHED = """async () => {
  const { isLoaded, store } = await import("/page/store.js");
  const { place, ready, thread } = store;
  const pictures = [...document.images].every((image) => image.complete);
  return ready && pictures && (place.kind !== "channel" || isLoaded(place.channel))
    && (!thread || isLoaded(thread.channel, thread.ts));
}"""
"""Whether what the page shows is fetched; it knows its people and channels before, and draws those at once."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def house() -> AsyncIterator[tuple[House, str]]:
    """The page's server. It goes from test to test: a browser that knows the scripts shows a page at half the cost."""
    async with opened() as served:
        yield served


@pytest_asyncio.fixture(loop_scope="session")
async def stage(house: tuple[House, str]) -> AsyncIterator[Stage]:
    """What the page is shown: the channel and the thread of one assessment."""
    served, url = house
    served.stage = stage = Stage()
    stage.channel, stage.thread = scenes.channel(), scenes.thread()
    stage.url = url
    yield stage
    stage.cut()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pages(browser: Browser) -> AsyncIterator[list[Page]]:
    """Empty pages. A new one costs ten times what showing something on it does, so that they go from test to test."""
    context = await browser.new_context(reduced_motion="reduce")
    yield [await context.new_page()]
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def show(pages: list[Page], stage: Stage) -> AsyncIterator[Open]:
    """Open the page at a place; its errors, what it asks for elsewhere and a way out of it fail the test."""
    wrong: list[str] = []
    shown: list[Page] = []

    def fail(error: Error) -> None:
        wrong.append(str(error))

    def complain(said: ConsoleMessage) -> None:
        if said.type == "error" and "net::ERR" not in said.text and "400" not in said.text:
            wrong.append(said.text)

    def leave(frame: Frame) -> None:
        if not frame.url.startswith(stage.url):
            wrong.append(frame.url)

    async def open_page(
        place: str = f"#{SUPPORT}", *, width: int = 1400, height: int = 900, scheme: Scheme = "light"
    ) -> Page:
        page = pages.pop() if pages else await shown[0].context.new_page()
        shown.append(page)
        page.set_default_timeout(20_000)
        await page.set_viewport_size({"width": width, "height": height})
        await page.emulate_media(color_scheme=scheme)
        page.on("pageerror", fail)
        page.on("console", complain)
        page.on("framenavigated", leave)
        await page.goto(stage.url + place)
        await page.wait_for_selector("body[data-ready=true]")
        await page.wait_for_function(FETCHED)
        return page

    yield open_page
    for page in shown:
        await page.mouse.move(-1, -1)
        await page.evaluate(FORGET)
        page.remove_listener("framenavigated", leave)
        await page.goto("about:blank")
        page.remove_listener("pageerror", fail)
        page.remove_listener("console", complain)
    pages.extend(shown)
    assert wrong == []
