"""A whole office for a test: a sandbox workspace, the real bot connected to it, and people who talk to it."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import yaml

from bot.app import Bot
from bot.delivery import Rate, Rates
from bot.rim.server import serving
from bot.runtime.clock import MovableClock
from bot.sandbox.app_config import AppConfig
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.sandbox.records import Message
from bot.setup.settings import Settings
from tests.patience import patient
from tests.ports import free_port

ROOT = Path(__file__).parent.parent.parent
MANIFEST = yaml.safe_load((ROOT / "manifest.yml").read_text())
Transport = Literal["socket", "http"]
_QUICK = Rate(timedelta(milliseconds=20), burst=4)
QUICK = Rates(channel=_QUICK, workspace=_QUICK, methods={})
"""Lines form and are kept as in Slack, and nobody waits long in them; Slack's own pace is tested with the delivery."""
OPENED = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""When every office opens: a Monday, 10:00 in Berlin, with no public holiday, month end or change of clocks near."""


class OpeningClock:
    """A clock that runs as any does, from a moment of its own: what a test sees does not hang on the day of the run."""

    def __init__(self, opened: datetime = OPENED) -> None:
        self._opened = opened
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The opening, and the time that has passed since."""
        return self._opened + timedelta(seconds=time.monotonic() - self._began)


class Office:
    """The workspace and its bot, which can be stopped and started again on the same database."""

    def __init__(
        self, sandbox: Sandbox, clock: MovableClock, database: str, folder: Path, transport: Transport
    ) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self._database = database
        self._folder = folder
        self._transport = transport
        self._running: AsyncExitStack | None = None
        self.bot: Bot | None = None
        self.rules: Path | None = None
        """An organization's own rows, from the next start on."""

    async def start(self) -> None:
        """Start the bot, as `ftrag serve` does."""
        port = free_port()
        app = self.sandbox.app
        given = {"slack_bot_token": app.bot_token, "slack_api_url": self.sandbox.api_url}
        given |= (
            {"slack_app_token": app.app_token}
            if self._transport == "socket"
            else {"slack_signing_secret": app.signing_secret, "host": "127.0.0.1", "port": port}
        )
        given |= {"ftrag_rules": self.rules} if self.rules else {}
        settings = Settings(_env_file=None, database_url=self._database, ftrag_data=self._folder, **given)
        self._running = AsyncExitStack()
        bot = serving(settings, settings.connection(), self.clock, rates=QUICK)
        self.bot = await self._running.enter_async_context(bot)
        self.clock.when_moved(self.bot.engine.scheduler.wake)
        if self._transport == "socket":
            await self.sandbox.connected()
        else:
            self.sandbox.request_url = f"http://127.0.0.1:{port}/slack/events"

    async def stop(self) -> None:
        """Stop the bot in an orderly way; the workspace goes on."""
        if self._running is not None:
            await self._running.aclose()
            self._running = None

    async def restart(self) -> None:
        """Stop the bot and start it again on the same database."""
        await self.stop()
        await self.start()

    async def begin(self, name: str = "Support copilot", user: str = ANA, channel: str = SUPPORT) -> Message:
        """Start an assessment; gives its parent message."""
        await self.sandbox.say(user, channel, f"/ftrag assess {name}")
        return await self.sandbox.message(channel, "which architecture does it need")

    async def open_question(self, parent: Message) -> Message:
        """The question that stands open in a thread."""
        return await self.sandbox.message(parent.channel, "Stop for now", thread=parent.ts)

    async def verdict(self, parent: Message) -> Message:
        """The verdict in a thread, as soon as it stands there."""
        return await self.sandbox.message(parent.channel, "How sure", thread=parent.ts)

    async def roadmap(self, parent: Message, user: str = ANA) -> Message:
        """The roadmap in a thread, which somebody asks for."""
        await self.sandbox.click(user, await self.verdict(parent), "Roadmap")
        return await self.sandbox.message(parent.channel, "Roadmap for", thread=parent.ts)

    async def phase(self, parent: Message, number: int, user: str = ANA) -> Message:
        """One phase of the roadmap, which opens for this person."""
        roadmap = await self.sandbox.message(parent.channel, "Roadmap for", thread=parent.ts)
        await self.sandbox.click(user, roadmap, f"Open {number}")
        return await self.sandbox.ephemeral(user, "All phases")

    async def is_asked(self, parent: Message, words: str) -> Message:
        """Wait for one certain question in a thread."""
        return await self.sandbox.message(parent.channel, words, thread=parent.ts)

    async def interview(self, parent: Message, answers: dict[str, str | list[str]], user: str = ANA) -> Message:
        """Answer whatever is asked, by fact, until the verdict stands. A fact without an answer is "not sure"."""
        asked: set[str] = set()
        while True:
            found = await self.sandbox.wait_for(lambda: self.next(parent, asked), "a question or the verdict")
            if isinstance(found, Message):
                return found
            fact, question = found
            asked.add(fact)
            await self.answer(question, answers.get(fact), user)

    def next(self, parent: Message, asked: set[str]) -> Message | tuple[str, Message] | None:
        for message in reversed(self.sandbox.messages(parent.channel, thread=parent.ts)):
            words = self.sandbox.words(message)
            fact = fact_of(message)
            if fact and fact not in asked and "Stop for now" in words:
                return fact, message
            if "How sure" in words and message.ts != parent.ts:
                return message
        return None

    async def answer(self, question: Message, value: str | list[str] | None, user: str = ANA) -> None:
        """Press one option of a question, or tick several and save; None is "Not sure"."""
        if value is None:
            await self.sandbox.click(user, question, "Not sure")
        elif isinstance(value, list):
            for block in question.blocks or []:
                for boxes in block.get("elements", []):
                    offered = {option["value"] for option in boxes.get("options", [])}
                    if chosen := [one for one in value if one in offered]:
                        control, within = boxes["action_id"], block["block_id"]
                        await self.sandbox.click(user, question, control, choose=chosen, within=within)
            await self.sandbox.click(user, question, "Save")
        else:
            await self.sandbox.click(user, question, f"answer:{value}")


def fact_of(message: Message) -> str | None:
    """Which fact an open question asks for, by its controls."""
    for block in message.blocks or []:
        for element in block.get("elements", []):
            value = str(element.get("value", ""))
            if "not_sure" in str(element.get("action_id", "")):
                return value.split("|")[2]
    return None


@asynccontextmanager
async def open_office(
    database: str, folder: Path, transport: Transport = "socket", scopes: frozenset[str] | None = None
) -> AsyncIterator[Office]:
    """An office with the bot at work. `scopes` other than the manifest's are what the workspace granted."""
    clock = MovableClock(OpeningClock())
    app = AppConfig.from_manifest(MANIFEST)
    if scopes is not None:
        app.scopes = scopes
    async with Sandbox.open(clock=clock, app=app) as sandbox:
        office = Office(sandbox, clock, database, folder, transport)
        with patient(sandbox):
            await office.start()
            try:
                yield office
            finally:
                await office.stop()


COPILOT: dict[str, str | list[str]] = {
    "need": "facts",
    "freshness": "weekly",
    "source": "documents",
    "corpus": "large",
    "receipts": "regulated",
    "failure": ["invented_facts", "stale_facts"],
    "evals": "ad_hoc",
    "ops": ["search"],
}


async def confirm_all(office: Office, parent: Message, user: str, other: dict[str, str]) -> None:
    """Press "Still so" until the verdict stands; these facts get another answer, and new questions "Not sure"."""
    done: set[tuple[str, bool]] = set()

    def next_one() -> tuple[str, Message] | str | None:
        for message in reversed(office.sandbox.messages(SUPPORT, thread=parent.ts)):
            words, fact = office.sandbox.words(message), fact_of(message)
            if fact and "Stop for now" in words and (fact, "Still so" in words) not in done:
                return fact, message
            if "How sure" in words and message.ts != parent.ts:
                return "verdict"
        return None

    while True:
        found = await office.sandbox.wait_for(next_one, "a question or the verdict")
        if isinstance(found, str):
            return
        fact, message = found
        is_offered = "Still so" in office.sandbox.words(message)
        done.add((fact, is_offered))
        if is_offered:
            await office.sandbox.click(user, message, "Something else" if fact in other else "Still so")
        else:
            await office.answer(message, other.get(fact), user)
