"""The outermost rim: requests in through the gate, answers out, pages for machines, and an orderly end.

`serving` brings a bot up for as long as its block runs: storage, due work, and the way in that the mode asks for. At
the end it stops taking first, lets work under way finish, and closes storage last; all of it within ten seconds.
"""

import asyncio
import errno
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.response import BoltResponse

from bot import health
from bot.app import Bot, build_app
from bot.delivery import SLACKS, Rates
from bot.engine import Engine, build_engine
from bot.rim.gate import LARGEST_BODY, Refused, admit
from bot.rim.results import Results
from bot.rim.socket_mode import SocketLine
from bot.runtime.clock import Clock
from bot.runtime.failpoint import failpoints
from bot.runtime.logs import get_logger
from bot.setup.keys import encryption_key
from bot.setup.rulebook import read_rulebook
from bot.setup.settings import Connection, Mode, Settings, SettingsError
from bot.slack.workspaces import OneWorkspace
from storage import open_storage

EVENTS = "/slack/events"
_READING = 10.0
_STOPPING = 3.0
_LINGERING = 1.0
"""Seconds in which a body that nobody reads is let run out, so that its sender sees the answer."""
_FINISHING = 6.0
_WRONG_TOKEN = frozenset({"invalid_auth", "not_authed", "account_inactive", "token_revoked", "not_allowed_token_type"})

log = get_logger("ftrag.server")


class CannotListen(Exception):  # noqa: N818 - the sentence printed on the terminal
    """The port cannot be used; the message says what to do."""


@asynccontextmanager
async def serving(
    settings: Settings, connection: Connection, clock: Clock, *, rates: Rates = SLACKS
) -> AsyncIterator[Bot]:
    """A bot that takes requests and does its due work, for as long as the block runs."""
    key = encryption_key(settings) if connection.mode is Mode.OAUTH else None
    framework = read_rulebook(settings.ftrag_rules)
    async with open_storage(settings.database, encryption_key=key) as storage, AsyncExitStack() as stack:
        await storage.migrate()
        reach = failpoints(settings.ftrag_failpoint)
        engine = build_engine(
            connection,
            storage,
            clock,
            framework=framework,
            reach=reach,
            rates=rates,
            settings=settings,
        )
        bot = build_app(engine, connection, reach=reach)
        if await _was_left(engine):
            await engine.front.loaded()
        if settings.ftrag_worker == "embedded":
            await stack.enter_async_context(beside(bot.engine.scheduler.run(), "scheduler"))
        stack.push_async_callback(bot.engine.close, _FINISHING)
        await introduce(bot.engine)
        line = _line(bot, connection) if connection.mode is Mode.SOCKET else None
        if line is None or (settings.port is not None and settings.mode is Mode.SOCKET):
            await stack.enter_async_context(_listening(build_web(bot, settings, connection), settings))
        if line is not None:
            stack.push_async_callback(line.close)
            await line.connect()
            await stack.enter_async_context(beside(line.keep(), "socket_line"))
        # Readiness does not wait for this; what decides or hears waits for its part of it, after the ack.
        await stack.enter_async_context(beside(engine.ahead.run(engine.is_at_work), "ahead"))
        await stack.enter_async_context(beside(bot.engine.health.watch_loop(), "loop_watch"))
        yield bot


async def _was_left(engine: Engine) -> bool:
    """Whether somebody waits for an answer from before: then what answers is loaded first, and not after the acks."""
    now = engine.clock.now()
    return await engine.storage.inbox.oldest() is not None or await engine.storage.outbox.oldest_due(now) is not None


def build_web(bot: Bot, settings: Settings, connection: Connection) -> web.Application:
    """The web application: Slack's endpoint and install pages where the mode has them, results, the machines' pages."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app.on_response_prepare.append(_anonymous)
    token = settings.ftrag_metrics_token
    app.add_routes(health.routes(bot.engine.health, metrics_token=token.get_secret_value() if token else None))
    app.add_routes([Results(bot.engine).route()])
    if connection.mode is not Mode.SOCKET:
        app.router.add_post(EVENTS, _endpoint(bot, connection.signing_secret))
    if connection.mode is Mode.OAUTH:
        from bot.rim.oauth import Install  # noqa: PLC0415 - its pages are for those who install; others start without them

        app.add_routes(Install(bot, connection, settings.ftrag_public_url).routes())
    return app


def _endpoint(bot: Bot, secret: str) -> Any:
    """Everything that Slack sends over HTTP."""

    async def take(request: web.Request) -> web.Response:
        try:
            raw = await _read(request)
            body = admit(request.headers, raw, secret=secret, now=bot.engine.clock.now())
        except Refused as refused:
            if refused.body is not None and bot.tell_unread(refused.body):
                return web.Response(status=200)
            bot.engine.health.count("refused", str(refused.status))
            return web.Response(status=refused.status, text=f"{refused.sentence}\n")
        return _as_web(await bot.dispatch(body))

    return take


async def _read(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(_READING):
            return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Refused(413, "The body is larger than 1 MB.") from None
    except TimeoutError:
        raise Refused(408, "The body did not arrive in time.") from None


def _as_web(answer: BoltResponse) -> web.Response:
    kind = answer.headers.get("content-type", ["text/plain"])[0].partition(";")[0]
    return web.Response(status=answer.status, text=answer.body, content_type=kind)


async def _anonymous(_request: web.Request, response: web.StreamResponse) -> None:
    """Nobody outside needs to know what runs here in which version."""
    response.headers["Server"] = "ftrag"


async def introduce(engine: Engine) -> None:
    """Ask Slack who we are, so that a wrong token is one sentence now and not a silent bot later."""
    workspaces = engine.workspaces
    if not isinstance(workspaces, OneWorkspace):
        return
    answer = await workspaces.introduce()
    if answer.error in _WRONG_TOKEN:
        raise SettingsError(f"Slack does not take SLACK_BOT_TOKEN ({answer.error}): install the app and copy it anew.")
    tenant = workspaces.tenant
    if tenant is not None:
        await engine.storage.installations.resume(tenant)


def _line(bot: Bot, connection: Connection) -> SocketLine:
    line = SocketLine(bot, connection.app_token)
    bot.engine.health.connected = line.is_connected
    return line


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None], name: str) -> AsyncIterator[None]:
    """Work that goes on beside the block and ends with it."""
    task = asyncio.create_task(work, name=name)
    task.add_done_callback(_log_end)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


def _log_end(task: asyncio.Task[None]) -> None:
    error = None if task.cancelled() else task.exception()
    if error is not None:
        log.error("task_died", task=task.get_name(), exc_info=error)


@asynccontextmanager
async def _listening(app: web.Application, settings: Settings) -> AsyncIterator[None]:
    """The web application on its address. Raises CannotListen with a sentence for a person."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_STOPPING, lingering_time=_LINGERING)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.listen_host, settings.listen_port).start()
    except OSError as error:
        await runner.cleanup()
        port = settings.listen_port
        if error.errno == errno.EADDRINUSE:
            raise CannotListen(f"Port {port} is taken. Stop what runs there, or choose another: PORT=3001.") from None
        raise CannotListen(f"{settings.listen_host} port {port} cannot be used: {error.strerror}.") from None
    try:
        yield
    finally:
        await runner.cleanup()
