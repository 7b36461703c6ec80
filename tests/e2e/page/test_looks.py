"""How the page looks: legible in both themes, whole at every width, named for those who do not see it."""

from itertools import combinations
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.page import scenes
from tests.e2e.page.audit import found
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import SUPPORT
from tests.e2e.page.scenes import THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def open_modal(stage: Stage, page: Page) -> None:
    stage.tell("modal", stack=[scenes.modal()])
    await expect(page.locator(".modal")).to_be_visible()
    await page.get_by_test_id("modal-submit").click()
    await expect(page.locator(".modal .error:visible").first).to_be_visible()


async def open_calls(page: Page) -> None:
    await page.locator("#calls").click()
    await expect(page.locator("#drawer .call-name")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_stands_out_from_its_ground(stage: Stage, show: Open, scheme: str):
    page = await show(THREAD, scheme=scheme)
    await open_calls(page)
    await page.locator("#composer textarea").fill("/ftrag ")
    await expect(page.get_by_role("option").first).to_be_visible()
    assert await found(page, "faint") == []
    await open_modal(stage, page)

    assert await found(page, "faint") == []


@pytest.mark.parametrize("place", [f"#{SUPPORT}", THREAD, "#home", "#places"])
async def test_nothing_runs_out_of_the_window(show: Open, place: str):
    page = await show(place)
    for width in (1400, 1000, 760, 390, 320):
        await page.set_viewport_size({"width": width, "height": 800})

        assert await found(page, "outside") == [], f"at {width} pixels"


async def test_how_many_replies_a_thread_has_stands_on_one_line_of_a_phone(show: Open):
    page = await show(f"#{SUPPORT}", width=340, height=844)
    link = page.get_by_test_id("replies").first
    await expect(link).to_be_visible()

    assert await link.evaluate("(link) => link.querySelector('.thread-count').offsetHeight") < 30


async def test_a_phone_shows_one_pane_at_a_time(show: Open):
    page = await show(f"#{SUPPORT}", width=390, height=844)

    async def shows(alone: str) -> None:
        for pane in ("#side", "#main", "#thread"):
            await expect(page.locator(pane)).to_be_visible(visible=pane == alone)

    await shows("#main")
    await page.get_by_test_id("replies").click()
    await shows("#thread")
    await page.get_by_role("button", name="Back to the channel").click()
    await page.get_by_role("button", name="All channels").click()
    await shows("#side")


async def test_every_control_has_a_name(stage: Stage, show: Open):
    page = await show(THREAD)
    await open_calls(page)
    await page.locator("#main .msg").first.focus()
    assert await found(page, "nameless") == []
    await open_modal(stage, page)

    assert await found(page, "nameless") == []


async def test_f6_goes_around_the_regions_and_arrows_through_the_messages(show: Open):
    page = await show(THREAD)
    visited = []
    for _ in range(6):
        await page.keyboard.press("F6")
        visited.append(
            await page.evaluate(
                "document.activeElement.closest('#bar, #side, #composer, #thread-composer, #thread, #main').id"
            )
        )
    assert sorted(visited) == ["bar", "composer", "main", "side", "thread", "thread-composer"]
    await page.locator("#main .msg").last.focus()
    await page.keyboard.press("ArrowUp")

    await page.wait_for_function("document.activeElement === [...document.querySelectorAll('#main .msg')].at(-2)")


async def test_the_bar_says_that_this_is_not_slack_at_every_width(show: Open):
    wide, narrow = await show(), await show(width=390)

    await expect(wide.locator(".bar-note")).to_have_text("a Slack-like workspace on this machine, not Slack")
    assert "not Slack" in await narrow.locator(".bar-name").evaluate("e => getComputedStyle(e, '::after').content")
    assert await narrow.locator(".bar-name").evaluate("e => e.scrollWidth <= e.clientWidth"), "it is read whole"
    boxes = [await part.bounding_box() for part in await narrow.locator("#bar > :visible").all()]
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


def overlap(a: Any, b: Any) -> bool:
    return abs(2 * (a["x"] - b["x"]) + a["width"] - b["width"]) < a["width"] + b["width"] and (
        abs(2 * (a["y"] - b["y"]) + a["height"] - b["height"]) < a["height"] + b["height"]
    )
