"""Controls: what is pressed, chosen and typed reaches the server as Slack would send it, and shows that it did."""

import asyncio
from base64 import b64decode

import pytest
from playwright.async_api import Page, expect

from tests.e2e.page import scenes
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import ANA, BOT, CHEN, SUPPORT, Json, actions, message, modal, mrkdwn, plain, section, ts
from tests.e2e.page.scenes import PARENT, THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def with_modal(stage: Stage, show: Open, *views: Json) -> Page:
    page = await show()
    stage.tell("modal", stack=list(views) or [scenes.modal()])
    await expect(page.locator(".modal")).to_be_visible()
    return page


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


async def test_a_command_is_completed_and_sent_by_keyboard(stage: Stage, show: Open):
    page = await show()
    await page.keyboard.type("/ft")
    await expect(page.get_by_role("option").first).to_contain_text("/ftrag")
    await page.keyboard.press("Enter")
    await page.keyboard.type("as")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Support copilot")
    await page.keyboard.press("Enter")

    await stage.heard("say", 1)
    assert stage.told("say")[0] == {"as": ANA, "channel": SUPPORT, "text": "/ftrag assess Support copilot"}


async def test_a_mention_is_completed_in_the_thread(stage: Stage, show: Open):
    page = await show(THREAD)
    await page.locator("#thread-composer textarea").focus()
    await page.keyboard.type("@ft")
    await page.keyboard.press("Tab")
    await page.keyboard.type("weekly")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("I think")
    await page.keyboard.press("Enter")

    await stage.heard("say", 1)
    assert stage.told("say")[0] == {
        "as": ANA,
        "channel": SUPPORT,
        "thread": PARENT,
        "text": "@ftrag weekly\nI think",
    }


async def test_a_file_is_attached_named_and_sent_with_the_words_beside_it(stage: Stage, show: Open):
    page = await show(THREAD)
    composer = page.locator("#thread-composer")
    await composer.get_by_test_id("attach").set_input_files(
        files=[{"name": "results.csv", "mimeType": "text/csv", "buffer": b"name,verdict\na,pass\n"}]
    )
    await expect(composer.get_by_test_id("attached")).to_have_text("Attached: results.csv")
    await composer.locator("textarea").fill("here they are")
    await page.keyboard.press("Enter")
    await stage.heard("say", 1)
    (said,) = stage.told("say")

    assert said["text"] == "here they are"
    assert [(file["name"], b64decode(file["content"])) for file in said["files"]] == [
        ("results.csv", b"name,verdict\na,pass\n")
    ]
    await expect(composer.get_by_test_id("attached")).to_have_text("")


async def test_what_was_refused_returns_to_the_composer_with_the_reason(stage: Stage, show: Open):
    stage.answers["say"] = {"ok": False, "error": "/ftrag is not supported in threads. Sorry!"}
    page = await show(THREAD)
    await page.locator("#thread-composer textarea").fill("/ftrag status")
    await page.keyboard.press("Enter")

    await expect(page.locator("#thread-composer").get_by_test_id("composer-error")).to_have_text(
        "/ftrag is not supported in threads. Sorry!"
    )
    await expect(page.locator("#thread-composer textarea")).to_have_value("/ftrag status")


async def test_drafts_wait_where_they_were_written(show: Open):
    page = await show()
    await page.locator("#composer textarea").fill("for support")
    await page.locator("#side [data-channel=C0GENERAL]").click()
    await expect(page.locator("#composer textarea")).to_have_value("")
    await page.locator(f"#side [data-channel={SUPPORT}]").click()

    await expect(page.locator("#composer textarea")).to_have_value("for support")


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


async def test_ones_own_message_is_edited_and_deleted_from_its_menu(stage: Stage, show: Open):
    stage.channel.append(message(ts(5), ANA, "weekly"))
    page = await show()
    mine = page.locator("#main .msg").last
    await mine.focus()
    await page.keyboard.press("m")
    await page.get_by_role("menuitem", name="Edit message").click()
    await page.get_by_role("dialog").get_by_role("textbox").fill("monthly")
    await page.keyboard.press("Enter")
    await stage.heard("rewrite", 1)
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await mine.focus()
    await page.keyboard.press("m")
    await page.get_by_role("menuitem", name="Delete message").click()
    await page.get_by_role("button", name="Delete").click()
    await stage.heard("take-back", 1)

    named = {"channel": SUPPORT, "ts": ts(5)}
    assert stage.told("rewrite") == [{"as": ANA, "message": named, "text": "monthly"}]
    assert stage.told("take-back") == [{"as": ANA, "message": named}]


async def test_somebody_elses_message_offers_neither(show: Open):
    page = await show()
    await page.locator("#main .msg").first.focus()
    await page.keyboard.press("m")

    await expect(page.get_by_role("menuitem", name="Copy text")).to_be_visible()
    await expect(page.get_by_role("menuitem", name="Edit message")).to_have_count(0)
