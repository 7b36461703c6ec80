"""What people write: commands and mentions completed, files attached, drafts kept, own messages changed."""

from base64 import b64decode

import pytest
from playwright.async_api import expect

from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import ANA, SUPPORT, message, ts
from tests.e2e.page.scenes import PARENT, THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


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
