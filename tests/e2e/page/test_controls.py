"""Controls: what is pressed and chosen reaches the server as Slack would send it, and shows that it did."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.e2e.page import scenes
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import BOT, SUPPORT, actions, message, mrkdwn, plain, section, ts
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_press_is_sent_with_its_value_and_the_state_of_the_message(stage: Stage, show: Open):
    page = await show()
    await page.locator("[data-action-id='result:2']").click()
    await page.get_by_role("option", name="Fail").click()
    await page.locator("[data-action-id=finish]").click()
    await stage.heard("act", 2)
    chosen, pressed = stage.told("act")

    assert chosen["action"]["selected_option"]["value"] == "Fail"
    assert chosen["message"] == {"channel": SUPPORT, "ts": scenes.review()["ts"]}
    assert pressed["action"] == {
        "type": "button",
        "action_id": "finish",
        "value": "finish",
        "text": plain("Finish review"),
    }
    assert pressed["state"]["task:1"]["result:1"] == {
        "type": "static_select",
        "selected_option": {"text": plain("Pass"), "value": "Pass"},
    }
    assert pressed["state"]["task:2"]["result:2"]["selected_option"]["value"] == "Fail"


async def test_a_pressed_button_is_busy_until_the_app_answered_and_heard_once(stage: Stage, show: Open):
    page = await show()
    stage.hold = asyncio.Event()
    button = page.locator("[data-action-id=finish]")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await button.click()
    stage.hold.set()

    await expect(button).not_to_have_attribute("aria-busy", "true")
    assert len(stage.told("act")) == 1


async def test_what_asks_first_is_sent_only_when_agreed(stage: Stage, show: Open):
    page = await show()
    await page.locator("[data-action-id=skip]").click()
    await page.get_by_role("button", name="Keep it").click()
    await expect(page.locator("[data-action-id=skip]")).to_be_focused()
    assert stage.told("act") == []
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Skip it").click()

    await stage.heard("act", 1)


async def test_checkboxes_in_a_message_tell_all_that_is_ticked(stage: Stage, show: Open):
    options = [{"text": mrkdwn(f"*{name}*"), "value": name} for name in ("format", "tone", "safety")]
    boxes = {"type": "checkboxes", "action_id": "failure", "options": options, "initial_options": options[:1]}
    stage.channel = [message(ts(5), BOT, "x", [actions("list", boxes)])]
    page = await show()
    await page.get_by_label("safety").check()

    await stage.heard("act", 1)
    assert [one["value"] for one in stage.told("act")[0]["action"]["selected_options"]] == ["format", "safety"]


async def test_a_message_shortcut_names_its_message(stage: Stage, show: Open):
    page = await show()
    await page.locator("#main .msg").first.focus()
    await page.keyboard.press("m")
    await page.get_by_role("menuitem", name="Log an AI failure").click()

    await stage.heard("shortcut", 1)
    assert stage.told("shortcut")[0]["message"] == {"channel": SUPPORT, "ts": scenes.channel()[0]["ts"]}


async def test_the_first_command_is_one_press_away_where_nothing_was_said_yet(stage: Stage, show: Open):
    stage.channel = []
    page = await show()
    await page.get_by_test_id("first-command").click()

    await expect(page.locator("#composer textarea")).to_have_value("/ftrag assess Support copilot")
    await expect(page.locator("#composer textarea")).to_be_focused()


async def test_the_home_is_asked_for_when_opened_and_drawn_when_published(stage: Stage, show: Open):
    page = await show()
    await page.get_by_test_id("home-link").click()
    await stage.heard("home", 1)
    stage.tell("home", view={"id": "V0HOME", "type": "home", "blocks": [section("waits", "*What waits for you*")]})

    await expect(page.locator("#home")).to_contain_text("What waits for you")


async def test_before_everything_stands_a_way_past_it_to_where_one_writes(show: Open):
    page = await show()
    await page.locator("#bar button").first.focus()
    await page.keyboard.press("Shift+Tab")
    await expect(page.locator("#skip")).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(page.locator("#composer textarea")).to_be_focused()


@pytest.mark.parametrize("width", [1400, 390])
async def test_ctrl_k_goes_to_a_place_by_its_name(show: Open, width: int):
    page = await show(width=width)
    await page.keyboard.press("Control+k")
    await page.keyboard.type("home")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("heading", name="ftrag Home")).to_be_visible()
