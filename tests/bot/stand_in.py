"""A language model's endpoint on this machine, which answers what a test wants."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.meaning import Model
from bot.sandbox.clock import StillClock
from rules import FRAMEWORK

FRESHNESS, FAILURE = FRAMEWORK.by_fact["freshness"], FRAMEWORK.by_fact["failure"]
LINE = "purple monkey dishwasher"


class StandIn:
    """An endpoint on this machine that answers what a test wants."""

    def __init__(self) -> None:
        self.says: Any = {"act": "none"}
        self.raw: bytes | None = None
        self.status = 200
        self.waits = 0.0
        self.asked: list[dict[str, Any]] = []
        self.headers: list[str | None] = []
        self.clock = StillClock(datetime(2026, 11, 22, 10, tzinfo=UTC))
        self.server: TestServer

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(await request.json())
        self.headers.append(request.headers.get("Authorization"))
        await asyncio.sleep(self.waits)
        content = self.says if isinstance(self.says, str) else json.dumps(self.says)
        body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()
        headers = {"Location": "/elsewhere"} if self.status == 302 else {}
        return web.Response(body=self.raw if self.raw is not None else body, status=self.status, headers=headers)

    def model(self, **given: Any) -> Model:
        return Model(str(self.server.make_url("/v1")), self.clock, **given)


@asynccontextmanager
async def open_endpoint() -> AsyncIterator[StandIn]:
    """One that listens."""
    found = StandIn()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", found.answer)
    found.server = TestServer(app)
    await found.server.start_server()
    yield found
    await found.server.close()


REFUSED = [
    "I think they mean weekly.",
    "```json\n{}\n```",
    "[" * 5000,
    "",
    {"act": "answer", "values": ["fine_tune"]},
    {"act": "answer", "values": []},
    {"act": "answer", "values": "weekly"},
    {"act": "answer", "values": [1]},
    {"act": "answer", "values": ["weekly"], "fact": "need"},
    {"act": "decide", "verdict": "fine_tune"},
    {"act": "control", "word": "delete"},
    {"act": "control", "word": "restart"},
    {"act": "question", "intent": "<!channel>"},
    {"act": "question", "intent": "why", "slots": {"architecture": "rag"}},
    [{"act": "none"}],
    None,
]
