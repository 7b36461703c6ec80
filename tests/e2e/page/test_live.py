"""News from the stream: drawn without a reload, and without taking the focus or the place in the list away."""

import asyncio

import pytest
from playwright.async_api import Browser, Page, expect

from tests.e2e.page import scenes
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import ANA, BOT, SUPPORT, Json, message, section, ts
from tests.e2e.page.scenes import PARENT, THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def reply(micro: int, text: str, *blocks: Json) -> Json:
    return message(ts(-5, micro), BOT, text, list(blocks) or [section(f"r{micro}", text)], thread_ts=PARENT)


AT_THE_END = """pane => {
  const list = document.querySelector(`${pane} .timeline .scroller`);
  return list.scrollHeight - list.clientHeight - list.scrollTop < 2;
}"""


async def at_the_end(page: Page, pane: str) -> None:
    await page.wait_for_function(AT_THE_END, arg=pane)


async def test_an_answered_question_becomes_a_line_and_the_focus_stays_with_its_message(stage: Stage, show: Open):
    page = await show(THREAD)
    question = scenes.question()
    await page.locator("#thread [data-action-id='answer:required']").focus()
    stage.tell(
        "changed",
        message={**scenes.answered(4, 0, "Must an answer show its source: required", "Ana"), "ts": question["ts"]},
    )

    await expect(page.locator("#thread [data-action-id='answer:required']")).to_have_count(0)
    await expect(page.locator(f"#thread [data-ts='{question['ts']}']")).to_be_focused()


async def test_a_control_that_survives_a_rewrite_keeps_the_focus(stage: Stage, show: Open):
    page = await show(THREAD)
    await page.locator("#thread [data-action-id=continue]").focus()
    parent = scenes.parent()
    parent["blocks"][1]["elements"][0]["text"] = "Question 5, about 3 to go"
    parent["blocks"][2]["elements"][1]["text"]["text"] = "Stop here"
    stage.tell("changed", message=parent)

    await expect(page.locator("#thread [data-block-id=progress]")).to_have_text("Question 5, about 3 to go")
    await expect(page.locator("#thread [data-action-id=continue]")).to_be_focused()


async def test_an_unchanged_message_keeps_its_very_node(stage: Stage, show: Open):
    page = await show()
    await page.evaluate("document.querySelector(\"#main [data-block-id='task:1']\").dataset.mark = 'same'")
    stage.tell("message", message=message(ts(-1), ANA, "Meanwhile"))
    await expect(page.locator("#main .msg").last).to_contain_text("Meanwhile")

    await expect(page.locator("#main [data-block-id='task:1']")).to_have_attribute("data-mark", "same")


async def test_a_draft_and_its_caret_survive_news(stage: Stage, show: Open):
    page = await show()
    box = page.locator("#composer textarea")
    await box.fill("half a thought")
    await page.evaluate("document.querySelector('#composer textarea').setSelectionRange(4, 4)")
    stage.tell("message", message=message(ts(-1), BOT, "News"))
    await expect(page.locator("#main .msg").last).to_contain_text("News")

    await expect(box).to_be_focused()
    assert await box.evaluate("box => [box.value, box.selectionStart]") == ["half a thought", 4]


async def test_the_first_question_opens_its_thread_for_who_typed_the_command(stage: Stage, show: Open):
    page = await show()
    await page.locator("#composer textarea").fill("/ftrag assess Invoice reader")
    await page.keyboard.press("Enter")
    await expect(page.locator("#composer textarea")).to_have_value("")
    parent = message(ts(-2), BOT, "Invoice reader: which architecture does it need?")
    question = message(
        ts(-2, 200), BOT, "What do users need?", [section("q", "What do users need?")], thread_ts=parent["ts"]
    )
    stage.thread = [parent, question]
    stage.tell("message", message=parent)
    stage.tell("message", message=question)

    await expect(page.locator("#thread .msg").last).to_contain_text("What do users need?")
    assert page.url.endswith(f"#{SUPPORT}/{parent['ts']}")


async def test_the_thread_of_somebody_else_does_not_open(stage: Stage, show: Open):
    page = await show()
    stage.tell("message", message=reply(1, "What do users need?"))
    stage.tell("message", message=message(ts(-6), BOT, "Later"))
    await expect(page.locator("#main .msg").last).to_contain_text("Later")

    await expect(page.locator("#thread")).to_be_hidden()


async def test_a_press_in_the_channel_opens_the_thread_it_is_answered_in(stage: Stage, show: Open):
    page = await show()
    await page.locator("#main [data-action-id=continue]").click()
    stage.tell("message", message=reply(1, "The next question"))

    await expect(page.locator("#thread")).to_be_visible()
    await at_the_end(page, "#thread")


async def test_the_list_follows_news_only_at_its_end(stage: Stage, show: Open):
    stage.channel = [message(ts(100 - n), ANA, f"Line {n}\n" * 3) for n in range(30)]
    page = await show()
    await at_the_end(page, "#main")
    stage.tell("message", message=message(ts(-1), BOT, "Followed"))
    await expect(page.locator("#main").get_by_text("Followed", exact=True)).to_be_in_viewport()
    await page.locator("#main .timeline .scroller").evaluate("e => e.scrollTo(0, 0)")
    await expect(page.locator("#main").get_by_text("Line 0").first).to_be_in_viewport()
    stage.tell("message", message=message(ts(-2), BOT, "Not followed"))

    await expect(page.get_by_role("button", name="New messages")).to_be_visible()
    assert await page.locator("#main .timeline .scroller").evaluate("e => e.scrollTop") == 0
    await page.get_by_role("button", name="New messages").click()
    await expect(page.locator("#main").get_by_text("Not followed")).to_be_in_viewport()


async def test_a_long_answer_is_shown_from_its_beginning(stage: Stage, show: Open):
    page = await show(THREAD)
    await page.locator("#thread [data-action-id='answer:required']").click()
    stage.tell("message", message=reply(1, "Long", section("long", "*The verdict*\n" + "line\n" * 80)))
    stage.tell("message", message=reply(2, "The roadmap"))

    await expect(page.locator("#thread").get_by_text("The verdict", exact=True)).to_be_in_viewport()


async def test_a_lost_stream_is_said_and_what_was_missed_is_fetched(stage: Stage, show: Open):
    page = await show()
    await expect(page.locator("#main .msg").last).to_contain_text("monthly review")
    stage.channel.append(message(ts(-1), BOT, "Said while nobody listened"))
    stage.cut()

    await expect(page.locator("#main").get_by_text("Said while nobody listened")).to_be_visible()
    await expect(page.locator("#trouble")).to_be_hidden()


async def test_news_elsewhere_is_counted_until_one_looks(stage: Stage, show: Open):
    page = await show()
    other = page.locator("#side [data-channel=C0SEARCH]")
    await expect(other).to_contain_text("1")
    stage.tell("message", message={**message(ts(-1), BOT, "A review"), "channel": "C0SEARCH"})
    await expect(other).to_contain_text("2")
    await other.click()

    await expect(other.locator(".badge")).to_have_count(0)
    await expect(page.locator("#composer textarea")).to_be_focused()


async def test_a_private_word_says_that_only_one_sees_it(show: Open):
    page = await show(THREAD)

    await expect(page.locator("#thread [data-testid=ephemeral]")).to_have_text("Only visible to you")


async def test_a_removed_message_is_gone(stage: Stage, show: Open):
    page = await show()
    gone = scenes.review()["ts"]
    await expect(page.locator(f"#main [data-ts='{gone}']")).to_have_count(1)
    stage.tell("removed", channel=SUPPORT, ts=gone)

    await expect(page.locator(f"#main [data-ts='{gone}']")).to_have_count(0)


async def test_nobody_can_type_before_it_is_known_where(browser: Browser, stage: Stage):
    stage.hold_state = asyncio.Event()
    page = await browser.new_page()
    await page.goto(stage.url)
    box = page.locator("#composer textarea")
    await expect(page.get_by_test_id("acting-as")).to_be_visible()
    await expect(box).to_be_hidden()
    stage.hold_state.set()

    await expect(box).to_be_focused()
    await page.close()
