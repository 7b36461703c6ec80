"""How long the two moments that people wait for take on the screen, in the real browser.

    python -m tests.bench.moments [--rounds 5]

From the last answer's press until the verdict can be read in the thread, and from the press on Compare until its table
can: with `ftrag serve` and its workspace in a process of their own, at the pace that Slack is called with.
"""

import argparse
import asyncio
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Locator, Page, async_playwright

from tests import chromium
from tests.bench.storage import say
from tests.e2e.answers import WISHES
from tests.e2e.office import ROOT
from tests.ports import free_port

VERDICT_GOAL, COMPARE_GOAL = 600.0, 1_200.0
"""Milliseconds."""
READING = 1.5
"""Seconds that a person reads a question; pressed faster than that, messages wait for the pace that Slack allows."""
FLAGS = ["--no-sandbox", "--disable-gpu"]


@asynccontextmanager
async def served(data: str) -> AsyncIterator[str]:
    """`ftrag serve` with nothing set; gives the address that it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "FTRAG_", "DATABASE_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env=environment | {"PORT": str(free_port()), "FTRAG_DATA": data},
    )  # fmt: skip
    assert process.stdout is not None
    found = None
    while found is None:
        found = re.search(r"http://127\.0\.0\.1:\d+", (await process.stdout.readline()).decode())
    yield found[0]
    process.terminate()
    await process.wait()


async def interview(page: Page, name: str) -> float:
    """One interview; gives the milliseconds from its last press to its verdict."""
    await page.locator("#composer textarea").fill(f"/ftrag assess {name}")
    await page.keyboard.press("Enter")
    thread = page.locator("#thread")
    await thread.get_by_text("What do people mostly need").wait_for()
    stop, done = thread.get_by_role("button", name="Stop for now"), thread.get_by_text("How sure:")
    while True:
        await stop.or_(done).first.wait_for()
        can_stop = page.get_by_role("button", name="Stop for now")
        asked = await thread.locator("[data-ts]").filter(has=can_stop).last.get_attribute("data-ts")
        question = thread.locator(f'[data-ts="{asked}"]')
        await asyncio.sleep(READING)
        pressed = await answer(question)
        await question.get_by_role("button", name=re.compile("^(Change|Answer now)")).wait_for()
        await stop.or_(done).first.wait_for()
        if await done.count():
            return (time.perf_counter() - pressed) * 1e3


async def answer(question: Locator) -> float:
    """Press the first wish that is offered, else tick and save, else "Not sure"; gives when."""
    for wish in WISHES:
        button = question.get_by_role("button", name=re.compile(re.escape(wish)))
        if await button.count():
            return await press(button.first)
    save = question.get_by_role("button", name="Save")
    if await save.count():
        await question.get_by_role("checkbox").nth(1).check()
        return await press(save)
    return await press(question.get_by_role("button", name="Not sure"))


async def press(button: Locator) -> float:
    pressed = time.perf_counter()
    await button.click()
    return pressed


async def comparison(page: Page) -> float:
    """The milliseconds from the press on Compare to its table."""
    thread = page.locator("#thread")
    pressed = await press(thread.get_by_role("button", name="Compare the architectures"))
    await thread.locator(".data-table").last.wait_for()
    return (time.perf_counter() - pressed) * 1e3


async def main() -> int:
    """Both; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    verdicts: list[float] = []
    compared: list[float] = []
    with tempfile.TemporaryDirectory() as data:
        async with served(data) as address, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
            for number in range(given.rounds + 1):
                page = await browser.new_page(viewport={"width": 1400, "height": 900})
                await page.goto(address)
                verdicts.append(await interview(page, f"Copilot {number}"))
                await asyncio.sleep(1)
                compared.append(await comparison(page))
                await page.close()
            await browser.close()
    verdict, compare = statistics.median(verdicts[1:]), statistics.median(compared[1:])
    say(f"The verdict on the screen {verdict:5.0f} ms after the last answer (goal {VERDICT_GOAL:.0f} ms)")
    say(f"Compare on the screen     {compare:5.0f} ms after its press (goal {COMPARE_GOAL:,.0f} ms)")
    return 0 if verdict <= VERDICT_GOAL and compare <= COMPARE_GOAL else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
