"""A real browser before a stage: each test gets its own page, on a server that shows what the test puts there."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page

from tests.e2e.page import scenes
from tests.e2e.page.kit import SUPPORT
from tests.e2e.page.stage import Stage

Open = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def stage() -> AsyncIterator[Stage]:
    """The page's server, with the channel and the thread of one assessment."""
    stage = Stage()
    stage.channel, stage.thread = scenes.channel(), scenes.thread()
    runner = web.AppRunner(stage.app(), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stage.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    yield stage
    stage.cut()
    await runner.cleanup()


@pytest_asyncio.fixture(loop_scope="session")
async def show(browser: Browser, stage: Stage) -> AsyncIterator[Open]:
    """Open the page at a place; its errors, and requests to elsewhere, fail the test."""
    wrong: list[str] = []
    contexts = []

    async def open_page(
        place: str = f"#{SUPPORT}", *, width: int = 1400, height: int = 900, scheme: str = "light"
    ) -> Page:
        context = await browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )  # type: ignore[arg-type]
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda said: (
                wrong.append(said.text)
                if said.type == "error" and "net::ERR" not in said.text and "400" not in said.text
                else None
            ),
        )
        page.on(
            "request",
            lambda request: None if request.url.startswith((stage.url, "data:")) else wrong.append(request.url),
        )
        await page.goto(stage.url + place)
        await page.wait_for_selector("body[data-ready=true]")
        return page

    yield open_page
    for context in contexts:
        await context.close()
    assert wrong == []
