"""A whole interview as a new user holds it: clicked in a real browser, with `ftrag serve` behind the page.

Screenshots of each screen are kept in tests/artefacts/.
"""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.e2e.answers import WISHES
from tests.e2e.office import ROOT
from tests.ports import free_port

ARTEFACTS = ROOT / "tests" / "artefacts"
Open = Callable[..., Awaitable[Page]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def served(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """`ftrag serve` with nothing set, in a process of its own; gives the address that it prints."""
    data = tmp_path_factory.mktemp("served")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "FTRAG_", "DATABASE_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env=environment | {"PORT": str(free_port()), "FTRAG_DATA": str(data)},
    )  # fmt: skip
    assert process.stdout is not None
    printed = ""
    while not (found := re.search(r"http://127\.0\.0\.1:\d+", printed)):
        line = await process.stdout.readline()
        assert line, "the bot ended before it said where to click"
        printed += line.decode()
    yield found[0]
    process.terminate()
    out, err = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in out + err


@pytest_asyncio.fixture(loop_scope="session")
async def show(browser: Browser, served: str) -> AsyncIterator[Open]:
    """Open the page; `asked` has every address that it asks for, and an error on it fails the test."""
    pages, complaints = [], []

    async def open_page(*, asked: list[str] | None = None, **look: object) -> Page:
        page = await browser.new_page(viewport={"width": 1400, "height": 900}, **look)
        pages.append(page)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type == "error" and "net::ERR" not in said.text else None,
        )
        if asked is not None:
            page.on("request", lambda request: asked.append(request.url))
        await page.goto(served)
        return page

    yield open_page
    for page in pages:
        await page.close()
    assert complaints == []


async def shoot(page: Page, name: str) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    await page.screenshot(path=ARTEFACTS / f"{name}.png")


async def test_a_new_user_clicks_from_the_first_page_to_the_roadmap(show: Open):
    page = await show()
    await expect(page.get_by_text("not Slack")).to_be_visible()
    await shoot(page, "1-first-page")

    await page.locator("#composer textarea").fill("/ftrag assess Support copilot")
    await page.keyboard.press("Enter")
    thread = page.locator("#thread")
    await expect(thread.get_by_text("What do people mostly need")).to_be_visible()
    await shoot(page, "2-question")

    for _ in range(16):
        stop = thread.get_by_role("button", name="Stop for now")
        done = thread.get_by_text("How sure:")
        await expect(stop.or_(done).first).to_be_visible()
        if await done.count():
            break
        can_stop = page.get_by_role("button", name="Stop for now")
        asked = await thread.locator("[data-ts]").filter(has=can_stop).last.get_attribute("data-ts")
        question = thread.locator(f'[data-ts="{asked}"]')
        await press_an_answer(question)
        await expect(question.get_by_role("button", name=re.compile("^(Change|Answer now)"))).to_be_visible()

    await expect(page.get_by_text(re.compile("Support copilot: (for now, )?use ")).first).to_be_visible()
    await expect(thread.get_by_text("How sure:")).to_be_in_viewport()
    await shoot(page, "3-verdict")
    await thread.get_by_role("button", name="here in the thread").click()
    await expect(thread.get_by_text("Keep watching")).to_be_visible()
    await thread.get_by_role("button", name=re.compile("^Open 1")).click()
    await expect(thread.get_by_text("3 to 5 golden tasks").last).to_be_visible()
    await shoot(page, "4-roadmap")


async def press_an_answer(question: Locator) -> None:
    """Press the first of our wishes that is offered, else tick and save, else "Not sure"."""
    for wish in WISHES:
        button = question.get_by_role("button", name=re.compile(re.escape(wish)))
        if await button.count():
            await button.first.click()
            return
    if await question.get_by_role("button", name="Save").count():
        await question.get_by_role("checkbox").nth(1).check()
        await question.get_by_role("button", name="Save").click()
        return
    await question.get_by_role("button", name="Not sure").click()


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_the_page_is_drawn_in_both_themes_and_asks_for_nothing_outside(show: Open, served: str, look: str):
    asked: list[str] = []

    page = await show(color_scheme=look, asked=asked)

    await expect(page.locator("#composer textarea")).to_be_visible()
    await shoot(page, f"5-{look}")

    assert asked
    assert all(url.startswith((served, "data:")) for url in asked)


async def test_an_interview_is_held_by_keyboard_alone(show: Open):
    page = await show()
    composer = page.locator("#composer textarea")
    await expect(composer).to_be_visible()  # a hidden field takes no focus, and what is typed then goes nowhere
    await composer.focus()
    await page.keyboard.type("/ftrag assess Keyboard only")
    await page.keyboard.press("Enter")
    answer = page.locator("#thread").get_by_role("button", name="Facts: correct information")
    await expect(answer).to_be_visible()

    for _ in range(60):
        if await answer.evaluate("button => button === document.activeElement"):
            break
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    await expect(page.locator("#thread").get_by_role("button", name=re.compile("^Change"))).to_have_count(1)


async def test_the_sandbox_starts_over_at_a_press_and_everything_in_it_is_gone(show: Open):
    page = await show()
    composer = page.locator("#composer textarea")
    await expect(composer).to_be_visible()
    await composer.fill("just so that something stands here")
    await page.keyboard.press("Enter")
    await expect(page.locator("#main .msg").last).to_contain_text("just so that something stands here")

    await page.get_by_test_id("start-over").click()
    await page.get_by_role("button", name="Keep everything").click()
    await expect(page.locator("#main .msg").last).to_contain_text("just so that something stands here")
    await page.get_by_test_id("start-over").click()
    await page.get_by_test_id("confirm-yes").click()

    await expect(page.get_by_test_id("first-command")).to_be_visible(timeout=30_000)
    await expect(page.locator("#main .msg")).to_have_count(0)
