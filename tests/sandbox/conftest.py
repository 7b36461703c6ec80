"""A workspace that is served, its Web API and its page as functions, and an app over HTTP that keeps what it hears."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.person import Sandbox

Api = Callable[..., Awaitable[dict[str, Any]]]
Page = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox.open() as opened:
        opened.service.courier.patience = 30.0  # where Slack gives three seconds: what is busy is this machine
        yield opened


@pytest.fixture
def api(sandbox: Sandbox, http: aiohttp.ClientSession) -> Api:
    """One call of the Web API with JSON arguments; gives the body."""

    async def call(method: str, *, token: str = "xoxb-sandbox", **args: Any) -> dict[str, Any]:
        head = {"Authorization": f"Bearer {token}"}
        async with http.post(f"{sandbox.api_url}{method}", json=args, headers=head) as response:
            body: dict[str, Any] = await response.json()
            return body

    return call


class ListeningApp:
    """An app behind a request URL: keeps every request, and answers as it is told to."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.answer: Callable[[dict[str, Any]], Awaitable[web.StreamResponse]] = self._ok
        self.url = ""

    @property
    def heard(self) -> list[dict[str, Any]]:
        return [read(head, body) for head, body in self.requests]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        head, body = {name.lower(): value for name, value in request.headers.items()}, await request.read()
        self.requests.append((head, body))
        return await self.answer(read(head, body))

    async def _ok(self, _payload: dict[str, Any]) -> web.StreamResponse:
        return web.Response()

    def says(self, body: Any, status: int = 200) -> None:
        async def answer(_payload: dict[str, Any]) -> web.StreamResponse:
            return web.json_response(body, status=status)

        self.answer = answer


def read(head: dict[str, str], body: bytes) -> dict[str, Any]:
    if head["content-type"].startswith("application/json"):
        return json.loads(body)
    form = {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}
    return json.loads(form["payload"]) if "payload" in form and "command" not in form else form


@pytest.fixture
async def app(sandbox: Sandbox) -> AsyncIterator[ListeningApp]:
    """An app that the sandbox delivers to over HTTP."""
    listening = ListeningApp()
    served = web.Application()
    served.router.add_post("/slack/events", listening.serve)
    runner = web.AppRunner(served, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listening.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    sandbox.request_url = listening.url
    yield listening
    await runner.cleanup()


@pytest.fixture
def get(sandbox: Sandbox, http: aiohttp.ClientSession) -> Page:
    """What the page asks for; gives the body with its status."""

    async def ask(path: str, **query: str) -> dict[str, Any]:
        async with http.get(f"{sandbox.url}/api/{path}", params=query) as response:
            return {"status": response.status, **await response.json()}

    return ask


@pytest.fixture
def post(sandbox: Sandbox, http: aiohttp.ClientSession) -> Page:
    """What the page says; gives the body with its status."""

    async def tell(path: str, **body: Any) -> dict[str, Any]:
        async with http.post(f"{sandbox.url}/api/{path}", json=body, headers={"X-Sandbox": "1"}) as response:
            return {"status": response.status, **await response.json()}

    return tell
