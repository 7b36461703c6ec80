"""The decision record's page in a real browser: styled, quiet, and readable on a phone and in the dark."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.dialogue.exporting import written
from bot.exports import Picture, render_html
from bot.pictures.drawing import draw_here
from bot.pictures.words import history_plan, in_words
from rules import FRAMEWORK
from tests.bot.records import NAMES, kept, versions

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    found = versions()[2]
    assert found.decision is not None
    made = written(found, found.decision, kept(), FRAMEWORK, NAMES)
    assert made.history is not None
    plan = history_plan(made.history.results, made.history.bar)
    picture = Picture(alt=in_words(plan), png=draw_here(plan))
    file = tmp_path / "record.html"
    file.write_text(render_html(made.record.model_copy(update={"history_picture": picture})), encoding="utf-8")
    return file


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 1000), ("light", 375), ("dark", 320)])
async def test_it_is_styled_loads_nothing_and_fits(browser: Browser, page_file: Path, scheme, width: int):
    context = await browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = await context.new_page()
    loaded: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))

    await page.goto(page_file.as_uri())

    assert [url for url in loaded if not url.startswith("data:image/png")] == [page_file.as_uri()]
    assert complaints == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
    background = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(23, 24, 28)")
    await context.close()


async def test_it_prints_dark_on_white_whatever_the_theme(browser: Browser, page_file: Path):
    context = await browser.new_context(color_scheme="dark")
    page = await context.new_page()
    await page.goto(page_file.as_uri())
    await page.emulate_media(media="print")

    style = await page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert style == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    await context.close()


UNPRINTED = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lost = [];
  while (walk.nextNode()) {
    const words = walk.currentNode.data.trim();
    if (!words) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const places = [...range.getClientRects()];
    const seen = walk.currentNode.parentElement.checkVisibility({ contentVisibilityAuto: true });
    const beyond = places.some((place) => place.right > innerWidth + 1);
    if (!seen || !places.length || beyond) lost.push(words.slice(0, 60));
  }
  return lost;
}"""
A4 = round((210 - 2 * 16) / 25.4 * 96)
"""The width of what is printed, in pixels."""


async def test_it_prints_whole_nothing_folded_away_and_nothing_beyond_the_edge(browser: Browser, page_file: Path):
    context = await browser.new_context(viewport={"width": A4, "height": 1_000})
    page = await context.new_page()
    text = page_file.read_text().replace("</h1>", f" https://wiki.example/{'long' * 60}</h1>", 1)
    page_file.write_text(text.replace("2026-03-22</td>", f"{'2026-03-22' * 20}</td>", 1))
    await page.goto(page_file.as_uri())
    assert await page.evaluate(UNPRINTED) != [], "on the screen something is folded"
    await page.emulate_media(media="print")

    assert await page.evaluate(UNPRINTED) == []
    rules = await page.evaluate("[...document.styleSheets[0].cssRules].map(rule => rule.cssText).join()")
    assert "size: a4" in rules.lower()
    await context.close()
