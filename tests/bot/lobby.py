"""A lobby for payloads: Bolt with our listeners in front of a real advisor, and what Slack was asked meanwhile."""

import asyncio
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot import listeners
from bot.intake import Intake
from bot.runtime.tasks import Tasks
from tests.bot.counter import Counter
from tests.bot.payloads import BOT


async def authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id=BOT, bot_token="xoxb-test")


class Lobby:
    """Bolt with our listeners in front of a real advisor; `calls` is what Slack was asked meanwhile."""

    def __init__(self, counter: Counter, url: str, calls: list[tuple[str, dict[str, Any]]]) -> None:
        self.counter = counter
        self.calls = calls
        self.tasks = Tasks()
        self.failing = False
        client = AsyncWebClient(base_url=url, retry_handlers=[])
        # named, since Bolt walks the whole stack for a name where there is none, which takes longer than any test here
        self.app = AsyncApp(name="lobby", process_before_response=True, client=client, authorize=authorize)
        self.intake = Intake(
            counter.storage,
            counter.advisor,
            clock=counter.clock,
            owner="lobby",
            tasks=self.tasks,
            sleep=lambda _seconds: asyncio.sleep(0),
        )
        listeners.register(self.app, counter.advisor, self.intake)

    async def take(self, body: dict[str, Any]) -> tuple[int, str]:
        """One payload; gives the answer before the work behind it is done."""
        response = await self.app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
        return response.status, response.body

    async def done(self, body: dict[str, Any]) -> tuple[int, str]:
        """One payload, and all the work behind it."""
        answer = await self.take(body)
        await self.tasks.drain()
        return answer
