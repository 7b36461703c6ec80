"""The sandbox as a web application: page, page API, Web API, uploads, files, response URLs, Socket Mode, OAuth."""

import asyncio
import base64
import errno
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.sandbox import oauth, page_api, security, webapi
from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import CannotStart, SlackError
from bot.sandbox.messages import INLINE_TYPES
from bot.sandbox.responses import respond
from bot.sandbox.seed import new_workspace
from bot.sandbox.service import Service, TransportName
from bot.sandbox.snapshot import Keeper, load
from bot.sandbox.sockets import PATH as SOCKET_PATH
from bot.sandbox.webapi import files
from bot.sandbox.webapi.door import through

SERVICE = web.AppKey("service", Service)
_PAGE = Path(__file__).parent / "page"
_MACHINE_PAGES = ("/healthz", "/readyz", "/metrics")
_LARGEST = 128 * 1024 * 1024


def build_service(
    clock: SandboxClock,
    app: AppConfig | None = None,
    *,
    transport: TransportName = "socket",
    request_url: str | None = None,
    signed_at: Callable[[], float] | None = None,
    path: Path | None = None,
) -> Service:
    """The sandbox as it was left in the file at `path`, or as it is on the first day."""
    config = app or AppConfig()
    service = Service(
        new_workspace(clock, config),
        config,
        transport=transport,
        request_url=request_url,
        signed_at=signed_at,
        path=path,
    )
    if path is not None:
        load(service, path)
    return service


def build_sandbox(service: Service) -> web.Application:
    """The web application around a service."""
    app = web.Application(middlewares=[security.guard], client_max_size=_LARGEST)
    app[SERVICE] = service
    app.on_response_prepare.append(security.mark)
    app.cleanup_ctx.append(_keep)
    app.on_shutdown.append(_shut)
    app.add_routes(
        [
            web.get("/", _index),
            web.get("/page/{name}", _page_file),
            *(web.get(path, _machine_page) for path in _MACHINE_PAGES),
            web.get("/archives/{channel}/{message}", _archive),
            web.get("/files/{file}", _file),
            web.get("/files/{file}/{name}", _file),
            web.get("/files-pri/{file}/{name}", partial(through("download", files.hand_over), service)),
            web.post("/upload/{file}", partial(through("upload", files.receive), service)),
            web.post("/results", _results),
            web.post("/response/{key}", partial(through("response_url", _response), service)),
            web.get(SOCKET_PATH, service.sockets.serve),
            *oauth.routes(service),
            *page_api.routes(service),
            web.route("*", "/api/slack/{method}", partial(webapi.serve, service)),
        ]
    )
    return app


class Running:
    """A sandbox that is being served."""

    def __init__(self, service: Service, runner: web.AppRunner, url: str) -> None:
        self.service = service
        self.url = url
        self._runner = runner

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL has to be for an app to find this workspace."""
        return f"{self.url}/api/slack/"

    async def close(self) -> None:
        """Stop serving, and keep the workspace if it is kept."""
        await self._runner.cleanup()


async def serve(service: Service, port: int = 0) -> Running:
    """Serve on 127.0.0.1. Port 0 picks a free one. Raises CannotStart when the port is taken."""
    runner = web.AppRunner(build_sandbox(service), access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    except OSError as error:
        await runner.cleanup()
        if error.errno == errno.EADDRINUSE:
            raise CannotStart(f"Port {port} is taken. Stop what runs there, or choose another: PORT=3001.") from None
        raise CannotStart(f"Port {port} cannot be used: {error.strerror}.") from None
    service.base_url = service.workspace.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    return Running(service, runner, service.base_url)


async def _keep(app: web.Application) -> AsyncIterator[None]:
    """Write the workspace into its file whenever it has changed, and once more at the end."""
    service = app[SERVICE]
    if service.path is None:
        yield
        return
    keeper = Keeper(service, service.path)
    yield
    await keeper.close()


async def _shut(app: web.Application) -> None:
    await app[SERVICE].close()


async def _index(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(_PAGE / "index.html", headers={"Cache-Control": "no-cache"})


async def _page_file(request: web.Request) -> web.StreamResponse:
    name = request.match_info["name"]
    known = {path.name: path for path in await asyncio.to_thread(lambda: [*_PAGE.iterdir()])}
    if name not in known:
        raise web.HTTPNotFound
    return web.FileResponse(known[name], headers={"Cache-Control": "no-cache"})


async def _machine_page(request: web.Request) -> web.StreamResponse:
    """A page of the app that is served beside the sandbox; until that one is up, it is not ready."""
    answer = request.app[SERVICE].machine_pages.get(request.path)
    return await answer(request) if answer else web.Response(status=503, text="starting\n")


async def _archive(request: web.Request) -> web.Response:
    """A permalink: opens the page at that message."""
    channel, message = request.match_info["channel"], request.match_info["message"]
    digits = message.removeprefix("p")
    if channel not in request.app[SERVICE].workspace.channels or not digits.isdecimal():
        raise web.HTTPNotFound
    ts, thread = f"{digits[:-6]}.{digits[-6:]}", request.query.get("thread_ts", "")
    place = [channel, thread, ts] if thread.replace(".", "").isdecimal() else [channel, ts]
    raise web.HTTPFound(f"/#{'/'.join(place)}")


async def _file(request: web.Request) -> web.Response:
    file = request.app[SERVICE].workspace.files.get(request.match_info["file"])
    if file is None or file.content is None:
        raise web.HTTPNotFound
    inline = file.mimetype in INLINE_TYPES
    name = "".join(letter if letter.isalnum() or letter in "._- " else "_" for letter in file.name)
    headers = {
        "Content-Type": file.mimetype if inline else "application/octet-stream",
        "Content-Disposition": f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{quote(name)}",
        "Content-Security-Policy": security.FILE_POLICY,
    }
    return web.Response(body=base64.b64decode(file.content), headers=headers)


async def _results(request: web.Request) -> web.StreamResponse:
    """The app's way in for results: on this machine it shares the page's port."""
    take = request.app[SERVICE].take_results
    if take is None:
        raise web.HTTPNotFound
    return await take(request)


async def _response(service: Service, request: web.Request) -> web.Response:
    """A response URL."""
    try:
        url = service.responses.use(request.match_info["key"])
        respond(service, url, await request.json())
    except SlackError as error:
        status = 404 if error.code in ("expired_url", "used_url") else 400
        return web.json_response({"ok": False, "error": error.code, **error.more}, status=status)
    except ValueError:
        return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
    return web.json_response({"ok": True})
