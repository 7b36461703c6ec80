"""Serves the page with scenes instead of a workspace: questions are answered from values, what is said is kept."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.e2e.page import scenes
from tests.e2e.page.kit import NOW, SUPPORT

PAGE = Path(__file__).parents[3] / "bot" / "sandbox" / "page"
HERE_ALONE = "default-src 'self' 'unsafe-inline' data:"
"""Whatever the page says of itself, what it asks for elsewhere is an error in its console."""
_BARS = ((8, 40, 70, 5, 70), (12, 42, 70, 2, 70))
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="680" height="150"><rect width="680" height="150" fill="#fff"/>'
    + "".join(
        f'<rect x="{180 + column * 100}" y="{50 + row * 40}" width="{width}" height="16" rx="3" fill="#8d7be6"/>'
        for row, widths in enumerate(_BARS)
        for column, width in enumerate(widths)
    )
    + "</svg>"
)


class Stage:
    """What the page is shown, and what it said."""

    def __init__(self) -> None:
        self.state = scenes.state()
        self.channel: list[dict[str, Any]] = []
        self.thread: list[dict[str, Any]] = []
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self.streams: set[asyncio.Queue[dict[str, Any]]] = set()
        self._news = asyncio.Event()
        self.hold: asyncio.Event | None = None
        self.hold_state: asyncio.Event | None = None
        self.url = ""

    def tell(self, type_: str, **data: Any) -> None:
        """Send one event to every open page."""
        for stream in self.streams:
            stream.put_nowait({"type": type_, **data})

    def told(self, name: str) -> list[dict[str, Any]]:
        """What the page posted there, in order."""
        return [body for said, body in self.said if said == name]

    async def heard(self, name: str, times: int) -> None:
        """Wait until the page has posted there so often."""
        async with asyncio.timeout(20):
            while len(self.told(name)) < times:
                self._news.clear()
                await self._news.wait()

    def cut(self) -> None:
        """Cut every open stream, as a restart would."""
        for stream in self.streams:
            stream.put_nowait({"type": "cut"})

    async def file(self, _request: web.Request) -> web.Response:
        return web.Response(text=CHART, content_type="image/svg+xml")

    async def get(self, request: web.Request) -> web.Response:
        if self.hold_state:
            await self.hold_state.wait()
        shown = (
            self.thread
            if "thread" in request.query
            else self.channel
            if request.query.get("channel") == SUPPORT
            else []
        )
        calls = [
            {
                "n": 1,
                "at": NOW,
                "method": "chat.postMessage",
                "ok": True,
                "error": None,
                "ms": 3,
                "args": {"channel": SUPPORT},
            }
        ]
        answers: dict[str, Any] = {"state": self.state, "messages": {"messages": shown}, "calls": {"calls": calls}}
        return web.json_response(answers[request.match_info["name"]])

    async def post(self, request: web.Request) -> web.Response:
        if request.headers.get("X-Sandbox") != "1":
            return web.json_response({"ok": False, "error": "forbidden"}, status=403)
        name = request.match_info["name"]
        self.said.append((name, await request.json()))
        self._news.set()
        if self.hold:
            await self.hold.wait()
        answer = {"ok": True} | self.answers.get(name, {})
        return web.json_response(answer, status=200 if answer["ok"] else 400)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        stream: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.streams.add(stream)
        try:
            await response.write(b": open\n\n")
            while True:
                event = await stream.get()
                if event["type"] == "cut":
                    return response
                await response.write(f"data: {json.dumps(event)}\n\n".encode())
        except (ConnectionResetError, asyncio.CancelledError):
            return response
        finally:
            self.streams.discard(stream)


class House:
    """The server behind the page: one address for all stages, of which one stands there at a time."""

    def __init__(self) -> None:
        self.stage = Stage()

    def app(self) -> web.Application:
        """The routes that the page uses."""
        app = web.Application()
        app.router.add_get("/", self._index)
        app.router.add_static("/page", PAGE)
        app.router.add_get("/files/{name}", self._now("file"))
        app.router.add_get("/api/stream", self._now("stream"))
        app.router.add_get("/api/{name}", self._now("get"))
        app.router.add_post("/api/{name}", self._now("post"))
        app.on_response_prepare.append(self._keep)
        return app

    def _now(self, name: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.StreamResponse:
            answered: web.StreamResponse = await getattr(self.stage, name)(request)
            return answered

        return answer

    async def _index(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": HERE_ALONE})

    async def _keep(self, request: web.Request, response: web.StreamResponse) -> None:
        """The browser asks once for each of the sixty scripts and styles, not again for every test."""
        if request.path.startswith("/page/"):
            response.headers["Cache-Control"] = "max-age=3600"


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[House, str]]:
    """The server and its address."""
    house = House()
    runner = web.AppRunner(house.app(), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield house, f"http://127.0.0.1:{runner.addresses[0][1]}/"
    await runner.cleanup()
