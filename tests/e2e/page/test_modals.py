"""Modals: filled in, submitted, corrected and closed, also without a mouse."""

import pytest
from playwright.async_api import Page, expect

from tests.e2e.page import scenes
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import CHEN, Json, modal, section
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def with_modal(stage: Stage, show: Open, *views: Json) -> Page:
    page = await show()
    stage.tell("modal", stack=list(views) or [scenes.modal()])
    await expect(page.locator(".modal")).to_be_visible()
    return page


async def test_a_modal_is_filled_in_and_submitted_without_a_mouse(stage: Stage, show: Open):
    page = await with_modal(stage, show)
    await expect(page.locator("[data-action-id=what]")).to_be_focused()
    await page.keyboard.type("It made up a refund")
    for key in ("Tab", "Space", "Tab", "Enter", "ArrowDown", "Enter", "Tab", "Enter"):
        await page.keyboard.press(key)
    await page.keyboard.type("chen")
    for key in ("Enter", "Escape", "Tab", "Enter", "ArrowRight", "Enter", "Tab"):
        await page.keyboard.press(key)
    await page.keyboard.type("3")
    await page.keyboard.press("Control+Enter")

    await stage.heard("submit", 1)
    state = stage.told("submit")[0]["state"]
    assert state["what"]["what"] == {"type": "plain_text_input", "value": "It made up a refund"}
    assert state["bucket"]["bucket"]["selected_option"]["value"] == "retrieval_miss"
    assert state["task"]["task"]["selected_option"]["value"] == "Contract lookup"
    assert state["owner"]["owner"]["selected_users"] == [CHEN]
    assert state["due"]["due"]["selected_date"] == "2026-12-06"
    assert state["count"]["count"]["value"] == "3"


async def test_after_people_were_chosen_with_the_mouse_escape_closes_their_list_and_not_the_modal(
    stage: Stage, show: Open
):
    """The list lay over Begin, and Escape did nothing: a press on a name had taken the focus away."""
    page = await with_modal(stage, show)
    await page.locator("[data-action-id=owner]").click()
    await page.get_by_role("option", name="Chen Li").click()
    await page.get_by_role("option", name="Ana Petrov").click()
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("option", name="Chen Li")).to_have_count(0)
    await expect(page.locator(".modal")).to_be_visible()
    await expect(page.locator("[data-action-id=owner]")).to_be_focused()


async def test_missing_answers_are_named_under_their_inputs_and_nothing_is_sent(stage: Stage, show: Open):
    page = await with_modal(stage, show)
    await page.locator("[data-action-id=count]").fill("half")
    await page.get_by_test_id("modal-submit").click()

    await expect(page.locator("[data-block-id=what] .error")).to_have_text("Please complete this required field.")
    await expect(page.locator("[data-block-id=count] .error")).to_have_text("Please enter a number.")
    await expect(page.locator("[data-action-id=what]")).to_be_focused()
    assert stage.told("submit") == []


async def test_the_apps_own_errors_stand_under_their_inputs_and_the_text_stays(stage: Stage, show: Open):
    stage.answers["submit"] = {"ok": False, "errors": {"what": "Say a little more."}}
    page = await with_modal(stage, show)
    await page.locator("[data-action-id=what]").fill("Bad")
    await page.get_by_label("Safety").check()
    await page.get_by_test_id("modal-submit").click()

    await expect(page.locator("[data-block-id=what] .error")).to_have_text("Say a little more.")
    await expect(page.locator("[data-action-id=what]")).to_have_value("Bad")


async def test_a_modal_that_the_app_rewrites_keeps_what_was_typed(stage: Stage, show: Open):
    page = await with_modal(stage, show)
    await page.keyboard.type("Half a sen")
    rewritten = scenes.modal()
    rewritten["blocks"][0]["text"]["text"] = "Another first line"
    stage.tell("modal", stack=[rewritten])
    await expect(page.locator(".modal")).to_contain_text("Another first line")
    await page.keyboard.type("tence")

    await expect(page.locator("[data-action-id=what]")).to_have_value("Half a sentence")


async def test_escape_closes_the_topmost_modal_alone_and_the_focus_returns(stage: Stage, show: Open):
    second = modal("V0SECOND", "Second", section("s", "On top"))
    page = await with_modal(stage, show, scenes.modal(), second)
    await page.keyboard.press("Escape")
    await expect(page.locator(".modal-title")).to_have_text("Log an AI failure")
    await page.keyboard.press("Escape")

    await expect(page.locator(".modal")).to_have_count(0)
    await expect(page.locator("#composer textarea")).to_be_focused()
    await stage.heard("close", 2)
    assert [told["view_id"] for told in stage.told("close")] == ["V0SECOND", "V0MODAL"]


async def test_tab_stays_inside_an_open_modal(stage: Stage, show: Open):
    page = await with_modal(stage, show)
    for _ in range(20):
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.querySelector('.modal').contains(document.activeElement)")
