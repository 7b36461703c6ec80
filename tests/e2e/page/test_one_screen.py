"""What stands in the thread after an interview is one screen of a phone: measured by the browser, in 40 situations."""

from collections.abc import Iterable

import pytest
from playwright.async_api import Page, expect

from bot.commands import Suggested
from bot.dialogue.answering import Topic, respond
from bot.dialogue.roadmap import overview
from bot.dialogue.turn import Recalled
from bot.dialogue.verdict import verdict_message
from bot.replies import Help, Reply
from bot.views import render
from rules import FRAMEWORK
from rules.framework import Architecture
from storage.records import Assessment
from tests.e2e.page.conftest import Open
from tests.e2e.page.kit import BOT, message, ts
from tests.e2e.page.scenes import PARENT, THREAD, parent
from tests.e2e.page.situations import AT, situation
from tests.e2e.page.stage import Stage
from tests.views.examples.verdict import FITS

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
SEEDS = range(1, 41)
SCREEN = 600
"""Pixels of a phone of 390 by 844 that are left for the thread."""
HEIGHTS = """() => [...document.querySelectorAll("[data-ts]")]
    .map(found => [found.dataset.ts, Math.ceil(found.getBoundingClientRect().height)])"""


async def heights(page: Page, shown: Iterable[str]) -> dict[str, int]:
    """The height of each message on the page, in pixels, by its name; of these as soon as all are there."""
    for stamp in shown:
        await expect(page.locator(f"#thread [data-ts='{stamp}']")).to_be_attached()
    return dict(await page.evaluate(HEIGHTS))


def in_thread(replies: Iterable[Reply]) -> dict[str, dict]:
    shown = {ts(200 - place): render(reply) for place, reply in enumerate(replies)}
    return {stamp: message(stamp, BOT, said.text, said.blocks, thread_ts=PARENT) for stamp, said in shown.items()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_verdict_is_one_screen_of_a_phone(stage: Stage, show: Open, scheme: str):
    assessments = [situation(seed) for seed in SEEDS]
    shown = in_thread(verdict_message(found, FRAMEWORK) for found in assessments)
    stage.thread = [parent(), *shown.values()]

    page = await show(THREAD, width=390, height=844, scheme=scheme)

    measured = await heights(page, shown)
    tall = [measured[stamp] for stamp in shown]
    print(f"\nverdict at 390 pixels ({scheme}), pixels tall:", *tall)  # noqa: T201 - the figure is what is asked for
    assert sum(not found.decision.verdict.decided for found in assessments if found.decision) >= 5
    assert sum(not found.decision.verdict.passes for found in assessments if found.decision) >= 5
    assert sum(len(found.name) == 75 for found in assessments) == 8
    assert max(tall) <= SCREEN


async def test_a_verdict_that_changed_is_one_screen_too(stage: Stage, show: Open):
    before = {"changed_from": Architecture.FINE_TUNE, "changed_by": (FITS, FITS, FITS)}
    shown = in_thread(verdict_message(situation(seed), FRAMEWORK).model_copy(update=before) for seed in SEEDS)
    stage.thread = [parent(), *shown.values()]

    page = await show(THREAD, width=390, height=844)

    measured = await heights(page, shown)
    assert max(measured[stamp] for stamp in shown) <= SCREEN


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1400, 900)])
@pytest.mark.parametrize("seed", [3, 5, 6, 10, 40])
async def test_the_verdict_is_on_the_screen_when_it_arrives(
    stage: Stage, show: Open, seed: int, width: int, height: int
):
    page = await show(THREAD, width=width, height=height)
    (said,) = in_thread([verdict_message(situation(seed), FRAMEWORK)]).values()

    stage.tell("message", message=said | {"ts": (arrived := ts(-seed))})

    arrives = page.locator(f"[data-ts='{arrived}']").last
    await expect(arrives.locator("strong").first).to_be_in_viewport()
    await expect(arrives.get_by_role("button", name="here in the thread")).to_be_in_viewport()


WHYS = (*(Topic("why", one) for one in Architecture), Topic("flips"))


def answers(found: Assessment, topics: Iterable[Topic] = WHYS) -> list[Reply]:
    """What is said to questions about this verdict that have a view of their own."""
    asks = Suggested(tenant=found.tenant, actor="U0ANA", assessment_id=found.id, topic="why")
    recalled = Recalled(now=AT, framework=FRAMEWORK, new_id="n")
    return [say.reply for topic in topics for say in respond(found, asks, topic, recalled).says]


async def test_every_answer_about_a_verdict_is_one_screen_of_a_phone(stage: Stage, show: Open):
    shown = in_thread(reply for seed in SEEDS[:20] for reply in answers(situation(seed)))
    stage.thread = [parent(), *shown.values()]

    page = await show(THREAD, width=390, height=844)

    measured = await heights(page, shown)
    tall = [measured[stamp] for stamp in shown]
    print("\nanswers at 390 pixels, pixels tall:", *sorted(tall)[-12:])  # noqa: T201 - the figure is what is asked for
    assert len(tall) == 20 * 6
    assert max(tall) <= SCREEN


@pytest.mark.parametrize("seed", [3, 6, 12, 20, 40])
async def test_a_comparison_opens_on_who_comes_out_ahead(stage: Stage, show: Open, seed: int):
    found = situation(seed)
    shown = in_thread(answers(found, [Topic("compare")]))
    stage.thread = [parent(), *shown.values()]

    page = await show(THREAD, width=390, height=844)

    beside = page.get_by_role("row").nth(1).get_by_role("cell").first
    await expect(beside).to_be_in_viewport(ratio=0.9)
    assert found.decision is not None
    ahead = page.get_by_role("columnheader").nth(1)
    await expect(ahead).to_contain_text("(chosen)" if found.decision.verdict.passes else "(closest)")


async def test_the_help_is_one_screen_of_a_phone(stage: Stage, show: Open):
    shown = in_thread([Help(), Help(unknown="make me a sandwich")])
    stage.thread = [parent(), *shown.values()]

    page = await show(THREAD, width=390, height=844)

    measured = await heights(page, shown)
    print("\nhelp at 390 pixels, pixels tall:", *(measured[stamp] for stamp in shown))  # noqa: T201 - as above
    assert max(measured[stamp] for stamp in shown) <= SCREEN


async def test_every_roadmap_is_one_screen_of_a_phone(stage: Stage, show: Open):
    shown = in_thread(found for seed in SEEDS if (found := overview(situation(seed))))
    stage.thread = [parent(), *shown.values()]

    page = await show(THREAD, width=390, height=844)

    measured = await heights(page, shown)
    tall = [measured[stamp] for stamp in shown]
    print("\nroadmap at 390 pixels, pixels tall:", *tall)  # noqa: T201 - the figure is what is asked for
    assert len(tall) == len(SEEDS)
    assert max(tall) <= SCREEN
