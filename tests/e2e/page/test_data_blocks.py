"""Data tables and charts as the page shows them: sorted and paged by hand, legible, named for those who listen."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.page.audit import found
from tests.e2e.page.axe import violations
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import BOT, SUPPORT, Json, message, section, ts
from tests.e2e.page.scenes import PARENT, THREAD
from tests.e2e.page.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

DEMANDS = ("Fresh facts", "Sources", "Private knowledge", "Access by person", "Strict format", "Fast answers", "Cheap")
MONTHS = ("Sep 2026", "Oct 2026", "Nov 2026")


def cell(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def number(value: float, text: str = "") -> Json:
    return {"type": "raw_number", "value": value, "text": text or f"{value:g}"}


def table(block_id: str = "table", **more: Any) -> Json:
    """Seven demands, by what two architectures deliver and how often each was asked for."""
    head = [cell(name) for name in ("Demand", "Retrieval (chosen)", "Times")]
    rows = [
        [cell(name), cell("fully" if at % 2 else "partly"), number(100 - at * 9)] for at, name in enumerate(DEMANDS)
    ]
    return {"type": "data_table", "block_id": block_id, "caption": "What each delivers", "rows": [head, *rows], **more}


def chart(kind: str = "line", **series: tuple[float, ...]) -> Json:
    """A chart over three months."""
    given = series or {"Passed": (60, 80, 100), "Bar": (80, 80, 80)}
    lines = [
        {"name": name, "data": [{"label": m, "value": v} for m, v in zip(MONTHS, values, strict=True)]}
        for name, values in given.items()
    ]
    axis = {"categories": list(MONTHS), "y_label": "Percent"}
    plotted = {"type": kind, "series": lines, "axis_config": axis}
    return {"type": "data_visualization", "block_id": kind, "title": "Golden tasks passed", "chart": plotted}


def pie() -> Json:
    segments = [{"label": "Retrieval miss", "value": 9}, {"label": "Formatting", "value": 3}]
    chart = {"type": "pie", "segments": segments}
    return {"type": "data_visualization", "block_id": "pie", "title": "Failures", "chart": chart}


def posted(stage: Stage, *blocks: Json) -> None:
    """Put these blocks into the channel and into its thread."""
    stage.channel = [message(PARENT, BOT, "x", [section("s", "*Below*"), *blocks])]
    stage.thread = stage.channel


async def shows(page: Page, *names: str) -> None:
    """Wait until these stand in the first column, in this order and alone."""
    await expect(page.locator("#main .data-table tbody th")).to_have_text(list(names))


async def test_a_table_shows_a_page_of_five_and_turns_it(stage: Stage, show: Open):
    posted(stage, table())
    page = await show()
    await shows(page, *DEMANDS[:5])
    await expect(page.locator("#main .table-range")).to_have_text("1–5 of 7")
    await page.get_by_role("button", name="Next rows").click()

    await shows(page, *DEMANDS[5:])
    await expect(page.get_by_role("button", name="Next rows")).to_be_disabled()
    await expect(page.get_by_role("button", name="Previous rows")).to_be_focused()


async def test_a_table_that_fits_on_its_page_has_no_pages(stage: Stage, show: Open):
    posted(stage, table(page_size=7))
    page = await show()

    await shows(page, *DEMANDS)
    await expect(page.get_by_role("button", name="Next rows")).to_have_count(0)


async def test_a_press_on_a_head_sorts_by_it_and_a_second_one_the_other_way(stage: Stage, show: Open):
    posted(stage, table(page_size=7))
    page = await show()
    await page.get_by_role("button", name="Demand").click()
    await shows(page, *sorted(DEMANDS))
    await expect(page.get_by_role("columnheader", name="Demand")).to_have_attribute("aria-sort", "ascending")
    await page.get_by_role("button", name="Demand").click()

    await shows(page, *sorted(DEMANDS, reverse=True))
    await expect(page.get_by_role("columnheader", name="Demand")).to_have_attribute("aria-sort", "descending")
    await expect(page.get_by_role("columnheader", name="Times")).to_have_attribute("aria-sort", "none")
    await expect(page.get_by_role("button", name="Demand")).to_be_focused()


async def test_numbers_are_sorted_by_their_value_and_not_as_words(stage: Stage, show: Open):
    head = [cell("Who"), cell("How many")]
    rows = [[cell("b"), number(9)], [cell("c"), number(1000, "1,000")], [cell("a"), number(10)]]
    posted(stage, {"type": "data_table", "block_id": "t", "caption": "x", "rows": [head, *rows]})
    page = await show()
    await page.get_by_role("button", name="How many").click()

    await shows(page, "b", "a", "c")


async def test_a_sorted_table_stays_sorted_when_another_message_comes(stage: Stage, show: Open):
    posted(stage, table(page_size=7))
    page = await show()
    await page.get_by_role("button", name="Demand").click()
    stage.tell("message", message=message(ts(-1), BOT, "News"))
    await expect(page.locator("#main .msg").last).to_contain_text("News")

    await shows(page, *sorted(DEMANDS))


async def test_a_table_is_named_by_its_caption_and_each_row_by_its_own_head(stage: Stage, show: Open):
    posted(stage, table(row_header_column_index=1, page_size=2))
    page = await show()

    await expect(page.get_by_role("table", name="What each delivers")).to_have_count(1)
    await expect(page.get_by_role("region", name="What each delivers")).to_have_count(1)
    await expect(page.get_by_role("rowheader")).to_have_text(["partly", "fully"])


async def test_the_name_of_a_table_that_is_wider_than_the_pane_is_read_whole(stage: Stage, show: Open):
    names = [cell(f"A column of its own, number {at}") for at in range(8)]
    posted(stage, {"type": "data_table", "block_id": "t", "caption": "How far each delivers it", "rows": [names] * 2})
    page = await show(width=390)

    await page.wait_for_function(
        """() => {
          const table = document.querySelector(".data-table-box .table-scroll");
          const name = document.querySelector(".table-caption").getBoundingClientRect();
          return table.scrollWidth > table.clientWidth && name.width > 0 && name.right <= 390;
        }"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_table_that_goes_on_beyond_the_edge_says_so_and_one_that_does_not_is_silent(
    stage: Stage, show: Open, scheme: str
):
    names = [
        cell(name) for name in ("Demand", "Retrieval (chosen)", "Prompting", "Live tools", "Fine-tuning", "Hybrid")
    ]
    wide, narrow = (
        {"type": "data_table", "block_id": f"t{count}", "caption": "How far", "rows": [names[:count]] * 2}
        for count in (6, 2)
    )
    posted(stage, wide, narrow)
    page = await show(width=390, scheme=scheme)
    signs = page.locator("#main .table-more")

    await expect(signs.first).to_be_visible()
    await expect(signs.first).to_have_text("Scroll sideways for the rest")
    await expect(signs.last).to_be_hidden()
    assert await found(page, "faint") == []


async def test_a_cell_of_rich_text_is_shown_as_written(stage: Stage, show: Open):
    bold = {"type": "text", "text": "<b>fully</b>", "style": {"bold": True}}
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [bold]}]}
    posted(stage, {"type": "data_table", "block_id": "t", "caption": "x", "rows": [[cell("A")], [rich]]})
    page = await show()

    await expect(page.locator("#main .data-table tbody th strong")).to_have_text("<b>fully</b>")


@pytest.mark.parametrize("kind", ["line", "bar", "area"])
async def test_a_chart_draws_every_value_and_says_it(stage: Stage, show: Open, kind: str):
    posted(stage, chart(kind))
    page = await show()
    picture = page.get_by_role("img", name="Golden tasks passed")
    marks = picture.locator("rect" if kind == "bar" else "circle")

    await expect(marks).to_have_count(6)
    await expect(marks.nth(0)).to_have_text("Passed, Sep 2026: 60")
    await expect(marks.nth(1)).to_have_text("Passed, Oct 2026: 80")
    await expect(picture).to_have_accessible_description(
        "Sep 2026: Passed 60, Bar 80. Oct 2026: Passed 80, Bar 80. Nov 2026: Passed 100, Bar 80."
    )
    await expect(page.locator("#main .chart-legend li")).to_have_text(["Passed", "Bar"])


async def test_what_is_below_nothing_hangs_from_the_line_of_nothing(stage: Stage, show: Open):
    posted(stage, chart("bar", Saved=(-40.0, 10.0, 20.0)))
    page = await show()
    bars = page.locator("#main .chart-bar")
    await expect(bars).to_have_count(3)
    zero = float(await page.locator("#main .chart-zero").get_attribute("y1") or 0)
    tops = [float(await bar.get_attribute("y") or 0) for bar in await bars.all()]

    assert tops[0] == pytest.approx(zero)
    assert all(top < zero for top in tops[1:])


async def test_a_pie_says_each_part_and_its_share(stage: Stage, show: Open):
    posted(stage, pie())
    page = await show()

    await expect(page.locator("#main .chart-legend li")).to_have_text(["Retrieval miss, 75%", "Formatting, 25%"])
    await expect(page.get_by_role("img", name="Failures")).to_have_accessible_description(
        "Retrieval miss: 9. Formatting: 3."
    )


@pytest.mark.parametrize("width", [1400, 390])
async def test_letters_in_a_chart_are_as_large_on_a_phone(stage: Stage, show: Open, width: int):
    posted(stage, chart("bar"))
    page = await show(width=width)
    letters = page.locator("#main .chart-tick").first
    await expect(page.locator("#main .chart-plot")).to_be_visible()
    await page.wait_for_function(
        "() => { const plot = document.querySelector('#main .chart-plot');"
        " return Math.abs(plot.viewBox.baseVal.width - plot.clientWidth) < 4; }"
    )

    assert await letters.evaluate("node => node.getBoundingClientRect().height") >= 11


@pytest.mark.parametrize("place", [f"#{SUPPORT}", THREAD])
async def test_data_blocks_do_not_run_out_of_the_window(stage: Stage, show: Open, place: str):
    posted(stage, table(), chart("bar"), pie())
    page = await show(place)
    for width in (1400, 760, 390, 320):
        await page.set_viewport_size({"width": width, "height": 800})

        assert await found(page, "outside") == [], f"at {width} pixels"


async def test_axe_finds_nothing_wrong_with_data_blocks(stage: Stage, show: Open):
    posted(stage, table(), chart("line"), pie())
    page = await show()
    await page.get_by_role("button", name="Demand").click()

    assert await violations(page) == []
