"""axe finds nothing wrong: in a channel, a thread, a modal and the Home, light and dark, on a desktop and a phone."""

import pytest
from playwright.async_api import expect

from tests.e2e.page import scenes
from tests.e2e.page.axe import faint_colors, faults_of_form, violations
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import SUPPORT
from tests.e2e.page.scenes import THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
WIDTHS = pytest.mark.parametrize("width", [1400, 390])


@WIDTHS
@pytest.mark.parametrize("place", [f"#{SUPPORT}", THREAD, "#home", "#places"])
async def test_axe_finds_nothing_wrong_with_a_place(show: Open, place: str, width: int):
    page = await show(place, width=width)

    assert await violations(page) == []
    assert await faint_colors(page, scheme="dark") == []


@WIDTHS
@pytest.mark.parametrize("place", [f"#{SUPPORT}", THREAD, "#home"])
async def test_axe_finds_nothing_wrong_with_a_modal(stage: Stage, show: Open, place: str, width: int):
    page = await show(place, width=width)
    stage.tell("modal", stack=[scenes.modal()])
    await expect(page.locator(".modal")).to_be_visible()
    assert await faults_of_form(page) == []
    assert await faint_colors(page, scheme="light", within=".modal") == []
    await page.get_by_test_id("modal-submit").click()
    await expect(page.locator(".modal .error:visible").first).to_be_visible()

    assert await faults_of_form(page) == [], "with what was left out marked"
    assert await faint_colors(page, scheme="light", within=".modal") == [], "with what was left out marked"
    assert await faint_colors(page, scheme="dark", within=".modal") == [], "with what was left out marked"


async def test_axe_finds_nothing_wrong_with_suggestions_beside_a_thread(show: Open):
    page = await show(THREAD)
    await page.locator("#composer textarea").fill("/ftrag ")
    await expect(page.get_by_role("option").first).to_be_visible()

    assert await violations(page) == []
    assert await faint_colors(page, scheme="dark") == []


@WIDTHS
async def test_axe_finds_nothing_wrong_with_the_calls_of_the_bot(show: Open, width: int):
    page = await show(THREAD, width=width)
    await page.locator("#calls").click()
    await expect(page.locator("#drawer .call-name")).to_have_count(1)

    assert await violations(page) == []
    assert await faint_colors(page, scheme="dark") == []
