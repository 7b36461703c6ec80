"""axe finds nothing wrong: in a channel, a thread, a modal and the Home, light and dark, on a desktop and a phone."""

import pytest
from playwright.async_api import Page, expect

from tests.e2e.page import scenes
from tests.e2e.page.axe import DESKTOP, faint_colors, faults_of_form, violations
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import SUPPORT
from tests.e2e.page.scenes import THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def with_modal(stage: Stage, show: Open, place: str) -> Page:
    page = await show(place)
    stage.tell("modal", stack=[scenes.modal()])
    await expect(page.locator(".modal")).to_be_visible()
    return page


async def leave_out_what_it_asks_for(page: Page) -> None:
    await page.get_by_test_id("modal-submit").click()
    await expect(page.locator(".modal .error:visible").first).to_be_visible()


@pytest.mark.parametrize("place", [f"#{SUPPORT}", THREAD, "#home", "#places"])
async def test_axe_finds_nothing_wrong_with_a_place(show: Open, place: str):
    page = await show(place)

    assert await violations(page) == []


@pytest.mark.parametrize("place", [f"#{SUPPORT}", THREAD, "#home"])
async def test_axe_finds_nothing_wrong_with_the_form_of_a_modal(stage: Stage, show: Open, place: str):
    page = await with_modal(stage, show, place)
    assert await faults_of_form(page) == []
    await leave_out_what_it_asks_for(page)

    assert await faults_of_form(page) == [], "with what was left out marked"


async def test_axe_finds_every_word_of_a_modal_plain_to_see(stage: Stage, show: Open):
    page = await with_modal(stage, show, THREAD)
    assert await faint_colors(page, within=".modal") == []
    await leave_out_what_it_asks_for(page)

    assert await faint_colors(page, within=".modal") == [], "with what was left out marked"


async def test_axe_finds_nothing_wrong_with_suggestions_beside_a_thread(show: Open):
    page = await show(THREAD)
    await page.locator("#composer textarea").fill("/ftrag ")
    await expect(page.get_by_role("option").first).to_be_visible()

    assert await violations(page, DESKTOP) == []
    await expect(page.get_by_role("option").first).to_be_visible()


async def test_axe_finds_nothing_wrong_with_the_calls_of_the_bot(show: Open):
    page = await show(THREAD)
    await page.locator("#calls").click()
    await expect(page.locator("#drawer .call-name")).to_have_count(1)

    assert await violations(page) == []
    await expect(page.locator("#drawer .call-name")).to_be_visible()
