"""Pictures are drawn away from the event loop, are inside their limits, and come with words that say the same."""

import asyncio
import time
from io import BytesIO

import pytest
from PIL import Image

from bot.dialogue.exporting import written
from bot.pictures.drawing import Drawer, PictureError, draw_here
from bot.pictures.files import picture_files
from bot.pictures.plans import MOST_MONTHS, MOST_ON_PAGE, MOST_ROWS, DemandBar, DemandsPlan, Plan
from bot.pictures.words import ALT_LIMIT, alt_text, demands_plan, history_plan, in_words
from bot.replies import VerdictPicture, write_reply
from bot.replies.home import RecordFile
from bot.replies.review import HistoryPicture
from bot.showing.files import all_files
from rules import FRAMEWORK
from rules.framework import Architecture
from rules.review import MonthResult
from storage import Storage
from tests.bot.records import kept, versions
from tests.held import watched
from tests.views.examples import DEMANDS

RAG, PROMPT = Architecture.RAG, Architecture.PROMPT
RESULTS = (
    MonthResult(
        month="2026-09", passed=1, failed=2, failures={"retrieval_miss": 2, "formatting": 5}, architecture=PROMPT
    ),
    MonthResult(
        month="2026-10",
        failures={"retrieval_miss": 6, "formatting": 2, "tool_error": 1},
        architecture=PROMPT,
        was_missed=True,
    ),
    MonthResult(month="2026-11", passed=3, failed=2, failures={"retrieval_miss": 9}, architecture=RAG),
)
HISTORY = history_plan(RESULTS, 0.8)
VERDICT = demands_plan(DEMANDS, RAG)
LONG = DemandBar("x" * 300, True, ("not",) * 5)
FORMULA = DemandBar("$\\frac{1}{0$ ^_ 日本語 \u202e", False, ("partly",) * 5)


def month(number: int, **failures: int) -> MonthResult:
    return MonthResult(month=f"2026-{number:02}", passed=5, failures=failures, architecture=RAG)


ODD: dict[str, Plan] = {
    "no demand at all": DemandsPlan(VERDICT.columns, 0, ()),
    "the most demands": DemandsPlan(VERDICT.columns, 4, (LONG,) * MOST_ROWS),
    "a label that looks like a formula": DemandsPlan(VERDICT.columns, 1, (FORMULA,)),
    "one month": history_plan(RESULTS[:1], 1.0),
    "no month": history_plan((), 0.8),
    "nothing ever failed": history_plan([month(n) for n in (1, 2, 3)], 0.8),
    "two years with every verdict": history_plan(
        [month(1 + n % 12, safety=n).model_copy(update={"architecture": list(Architecture)[n % 5]}) for n in range(24)],
        0.8,
        MOST_ON_PAGE,
    ),
    "huge counts": history_plan([month(n, safety=10**12, tool_error=-1) for n in range(1, 13)], 0.5),
}


def look(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGBA")


@pytest.fixture(scope="module")
def verdict() -> bytes:
    """The picture of a verdict, drawn once in the process that draws."""
    return asyncio.run(Drawer().draw(VERDICT))


@pytest.fixture(scope="module")
def history() -> bytes:
    """The picture of a history, likewise."""
    return asyncio.run(Drawer().draw(HISTORY))


def test_the_verdict_picture_is_twice_as_wide_as_it_is_shown_and_opaque(verdict: bytes):
    picture = look(verdict)

    assert picture.width == 1_440
    assert 500 < picture.height < 1_200
    assert picture.getextrema()[3] == (255, 255)


def test_the_chosen_column_and_each_degree_differ_in_color(verdict: bytes):
    picture = look(verdict).convert("RGB")
    colors = {color for _, color in picture.getcolors(maxcolors=1 << 24)}

    assert {(20, 122, 75), (184, 110, 0), (230, 243, 236), (141, 141, 150)} <= colors


def test_the_history_is_drawn_with_its_bar(history: bytes):
    picture = look(history).convert("RGB")
    colors = {color for _, color in picture.getcolors(maxcolors=1 << 24)}

    assert (192, 57, 43) in colors
    assert picture.size == (1_440, 980)


@pytest.mark.parametrize("plan", ODD.values(), ids=ODD)
def test_an_odd_plan_is_drawn_all_the_same(plan: Plan):
    assert look(draw_here(plan)).width == 1_440


async def test_the_event_loop_has_next_to_nothing_to_do_while_pictures_are_drawn():
    """Its longest hold beside what the drawing costs."""
    drawer = Drawer()

    async with watched() as hold:
        await asyncio.gather(drawer.draw(VERDICT), drawer.draw(HISTORY))

    here = time.thread_time()
    draw_here(VERDICT)
    assert hold.longest < (time.thread_time() - here) / 5


async def test_a_plan_that_cannot_be_drawn_fails_in_one_line():
    with pytest.raises(PictureError, match="ZeroDivisionError"):
        await Drawer().draw(DemandsPlan((), 0, (DemandBar("x", True, ("not",)),)))


async def test_a_drawing_that_takes_too_long_is_ended():
    with pytest.raises(PictureError, match="longer than"):
        await Drawer(time_limit=0.01).draw(VERDICT)


async def test_the_file_of_a_verdict_has_a_title_alt_text_and_a_name_of_its_own():
    make = picture_files()["verdict_picture"]
    reply = VerdictPicture(assessment_id="a1", name="x", architecture=RAG, demands=DEMANDS)

    first = await make(write_reply(reply))
    other = await make(write_reply(reply.model_copy(update={"architecture": Architecture.HYBRID})))

    assert first.content.startswith(b"\x89PNG")
    assert first.name.endswith(".png")
    assert first.name != other.name
    assert "Retrieval, the verdict, delivers fully: fresh facts" in first.alt_text


async def test_the_file_of_a_history_has_its_month_and_the_same_in_words():
    reply = HistoryPicture(assessment_id="a1", name="x", month="2026-11", results=RESULTS, bar=0.8)

    file = await picture_files()["history_picture"](reply.model_dump(mode="json"))

    assert file.content.startswith(b"\x89PNG")
    assert file.title == "Golden tasks and failures until November 2026"
    assert "3 of 5 passed" in file.alt_text


def test_the_alt_text_says_every_degree_of_every_architecture():
    said = alt_text(VERDICT)

    for row in VERDICT.rows:
        assert said.count(row.label.lower()) == len(VERDICT.columns)
    assert "Hybrid delivers fully: fresh facts" in said


def test_the_alt_text_of_a_history_says_results_uncertainty_missed_months_and_verdicts():
    said = alt_text(HISTORY)

    assert "bar is 80%" in said
    assert "Nov 2026, new verdict retrieval: 3 of 5 passed (between 23% and 88%)" in said
    said_of_october = "Oct 2026: the review was missed; 9 failures (retrieval miss 6, formatting 2, tool errors 1)."
    assert said_of_october in said
    assert "Sep 2026, verdict prompting: 1 of 3 passed" in said


def test_a_page_says_two_years_in_full():
    results = [month(1 + n % 12, safety=7) for n in range(30)]
    plan = history_plan(results, 0.8, MOST_ON_PAGE)

    assert len(plan.months) == MOST_ON_PAGE == 24
    assert in_words(plan).count("5 of 5 passed") == 24


def test_a_command_line_draws_the_same_picture_in_its_own_process(history: bytes):
    assert draw_here(HISTORY) == history


def test_what_cannot_be_drawn_in_its_own_process_fails_likewise():
    with pytest.raises(PictureError, match="ZeroDivisionError"):
        draw_here(DemandsPlan((), 0, (DemandBar("x", True, ("not",)),)))


async def test_a_page_without_its_pictures_comes_all_the_same(sqlite_storage: Storage):
    found = versions()[2]
    assert found.decision is not None
    made = written(found, found.decision, kept(), FRAMEWORK)
    make = all_files(sqlite_storage, Drawer(time_limit=0.01))["record_file"]
    reply = RecordFile(
        form="html", record=made.record.model_dump(mode="json"), picture=made.picture, history=made.history
    )

    page = (await make(reply.model_dump(mode="json"))).content.decode()

    assert "<figure" not in page
    assert "Review log" in page
    assert "2 of 5 passed" in page


async def test_a_page_has_both_pictures_with_their_words(sqlite_storage: Storage):
    found = versions()[2]
    assert found.decision is not None
    made = written(found, found.decision, kept(), FRAMEWORK)
    reply = RecordFile(
        form="html", record=made.record.model_dump(mode="json"), picture=made.picture, history=made.history
    )

    file = await all_files(sqlite_storage)["record_file"](reply.model_dump(mode="json"))

    page = file.content.decode()
    assert file.name == "support-copilot-2026-03-22-a3.html"
    assert page.count('<img src="data:image/png;base64,') == 2
    assert (
        "Feb 2026, new verdict retrieval: 2 of 5 passed (between 12% and 77%); 9 failures (retrieval miss 9)." in page
    )


def test_alt_text_and_history_are_bounded():
    plan = history_plan([month(1 + n % 12, safety=7, formatting=7, tool_error=7) for n in range(500)], 7.0)

    assert len(plan.months) == MOST_MONTHS
    assert plan.bar == 1.0
    assert len(alt_text(plan)) <= ALT_LIMIT
