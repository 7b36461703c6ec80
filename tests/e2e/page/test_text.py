"""Text on the page: drawn as Slack draws it, and never active where it was not meant to be."""

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.e2e.page import kit
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import BOT, message, section, ts
from tests.e2e.page.scenes import THREAD
from tests.e2e.page.stage import Stage
from tests.tables import each

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


async def test_user_text_is_shown_letter_by_letter_and_runs_nothing(stage: Stage, show: Open):
    quoted = {"type": "rich_text_section", "elements": [{"type": "text", "text": HOSTILE}]}
    blocks = [
        section("a", escaped(HOSTILE)),
        {"type": "header", "block_id": "b", "text": kit.plain(HOSTILE)},
        {"type": "markdown", "block_id": "c", "text": escaped(HOSTILE)},
        {"type": "rich_text", "block_id": "d", "elements": [quoted]},
        kit.actions("e", kit.button("x", HOSTILE)),
    ]
    stage.channel = [message(ts(5), BOT, escaped(HOSTILE), blocks)]
    page = await show()

    for block in blocks:
        await expect(page.locator(f"[data-block-id={block['block_id']}]")).to_contain_text(HOSTILE)
    assert await page.locator("#main img, #main script").count() == 0
    assert "owned" not in await page.title()


async def test_an_escaped_broadcast_is_plain_and_an_unescaped_one_is_seen_at_once(stage: Stage, show: Open):
    stage.channel = [
        message(ts(5), BOT, "x", [section("safe", "Call it &lt;!channel&gt;"), section("unsafe", "Call it <!channel>")])
    ]
    page = await show()

    await expect(page.locator("[data-block-id=safe] .text")).to_have_text("Call it <!channel>")
    await expect(page.locator("[data-block-id=safe] [data-mention]")).to_have_count(0)
    await expect(page.locator("[data-block-id=unsafe] [data-mention=broadcast]")).to_have_text("@channel")


async def test_without_verbatim_a_bare_broadcast_is_active(stage: Stage, show: Open):
    loose = {"type": "section", "block_id": "loose", "text": {"type": "mrkdwn", "text": "Ask @here and #general"}}
    stage.channel = [message(ts(5), BOT, "x", [loose, section("strict", "Ask @here and #general")])]
    page = await show()

    await expect(page.locator("[data-block-id=loose] [data-mention]")).to_have_count(2)
    await expect(page.locator("[data-block-id=strict] [data-mention]")).to_have_count(0)


async def test_a_link_leads_only_where_links_may_lead(stage: Stage, show: Open):
    text = "<https://example.com/a?b=1&amp;c=2|a source> <javascript:alert(1)|a trap> <mailto:ana@example.com|Ana>"
    stage.channel = [message(ts(5), BOT, "x", [section("links", text)])]
    page = await show()
    links = page.locator("[data-block-id=links] a")

    await expect(links).to_have_count(2)
    assert [await link.get_attribute("href") for link in await links.all()] == [
        "https://example.com/a?b=1&c=2",
        "mailto:ana@example.com",
    ]
    await expect(page.locator("[data-block-id=links]")).to_contain_text("a trap")


DRAWN = {
    "*bold* word": ("strong", "bold"),
    "_leaning_": ("em", "leaning"),
    "~gone~": ("s", "gone"),
    "`code *not bold*`": ("code", "code *not bold*"),
    "```two\nlines```": ("pre", "two\nlines"),
    "&gt; quoted\nnot": ("blockquote", "quoted"),
    ":white_check_mark:": (".emoji", "✅"),
    "*_both_*": ("strong em", "both"),
    f"<@{kit.BEN}>": (".mention", "@Ben Ortiz"),
    f"<#{kit.GENERAL}|general>": ("a.mention", "#general"),
    f"<!date^{kit.NOW}^{{date_short_pretty}} at {{time}}|soon>": ("time", "today at 11:03 AM"),
}
PLAIN = ("2 * 3 * 4", "snake_case_name", "a ~ b", "5 &lt; 6 &amp; 7", "http//no", "*not\nacross lines*", ":nope:")


@pytest_asyncio.fixture(loop_scope="session")
async def texts(stage: Stage, show: Open) -> dict[str, Locator]:
    """Each of these texts where it is drawn, in a section of its own."""
    names = {text: f"text-{number}" for number, text in enumerate((*DRAWN, *PLAIN))}
    stage.channel = [message(ts(5), BOT, "x", [section(name, text) for text, name in names.items()])]
    page = await show()
    return {text: page.locator(f"[data-block-id={name}] .text") for text, name in names.items()}


@each("text", DRAWN)
async def test_mrkdwn_is_drawn_as_slack_draws_it(texts: dict[str, Locator], text: str):
    selector, shown = DRAWN[text]

    await expect(texts[text].locator(selector)).to_have_text(shown)


@each("text", PLAIN)
async def test_signs_that_mean_nothing_stay_as_typed(texts: dict[str, Locator], text: str):
    await expect(texts[text]).to_have_text(text.replace("&lt;", "<").replace("&amp;", "&"))
    assert await texts[text].locator("*").count() == 0


async def test_a_table_has_a_head_and_row_heads(stage: Stage, show: Open):
    cell = lambda text: {"type": "raw_text", "text": text}  # noqa: E731
    table = {
        "type": "table",
        "block_id": "t",
        "rows": [[cell("Demand"), cell("RAG")], [cell("Fresh facts"), cell("fully")]],
        "column_settings": [{}, {"align": "right"}],
    }
    stage.channel = [message(ts(5), BOT, "x", [table])]
    page = await show()

    await expect(page.get_by_role("columnheader")).to_have_text(["Demand", "RAG"])
    await expect(page.get_by_role("rowheader")).to_have_text(["Fresh facts"])


async def test_a_picture_from_elsewhere_is_not_fetched_but_named(stage: Stage, show: Open):
    stage.channel = [
        message(
            ts(5),
            BOT,
            "x",
            [{"type": "image", "block_id": "i", "image_url": "https://example.com/a.png", "alt_text": "a chart"}],
        )
    ]
    page = await show()

    await expect(page.locator("[data-block-id=i]")).to_contain_text("not fetched: a chart")


async def test_a_picture_has_its_words_and_can_be_enlarged(show: Open):
    page = await show(THREAD)
    picture = page.locator("#thread [data-block-id=chart]")

    await expect(picture.locator("img")).to_have_attribute(
        "alt", "How far each architecture delivers the five demands you raised"
    )
    await picture.get_by_role("button").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(picture.get_by_role("button")).to_be_focused()


async def test_the_reader_hears_the_text_of_a_new_message(stage: Stage, show: Open):
    page = await show()
    stage.tell(
        "message",
        message=message(ts(-1), BOT, "*Ready*: see <https://example.com|the record>.", [section("new", "Ready")]),
    )

    await expect(page.locator("#announcer")).to_have_text("ftrag: Ready: see the record.")
