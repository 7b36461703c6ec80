"""`ftrag serve`: the bot in the mode that the settings choose; without any, in the sandbox on this machine."""

import argparse
import asyncio
import signal
import sys
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.runtime.clock import MovableClock, SystemClock
from bot.runtime.logs import configure_logs
from bot.runtime.memory import share_one_heap
from bot.setup.rulebook import RulebookError
from bot.setup.settings import Connection, Mode, Settings, SettingsError, read_settings
from storage.errors import StorageError

if TYPE_CHECKING:
    from bot.engine import Engine
    from bot.sandbox.server import Running

MANIFEST = Path(__file__).parent.parent.parent / "manifest.yml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--port", type=int, help="port to listen on, instead of PORT")
    parser.add_argument("--host", help="address to listen on, instead of HOST")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM; 1 with one sentence where it cannot start."""
    given = {name: value for name in ("port", "host") if (value := getattr(arguments, name, None)) is not None}
    try:
        settings = read_settings(**given)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    configure_logs(settings.log_level, as_json=wants_json(settings))
    share_one_heap()
    return asyncio.run(_serve(settings))


def wants_json(settings: Settings) -> bool:
    """JSON lines where nobody reads along."""
    return settings.log_format == "json" or (settings.log_format is None and not sys.stderr.isatty())


async def _serve(settings: Settings) -> int:
    from bot.rim.server import CannotListen
    from bot.sandbox.errors import CannotStart

    stop = stop_signal()
    try:
        while await _live(settings, stop):
            forget_sandbox(settings)
            print("The sandbox begins anew: its messages and decisions are gone.", flush=True)
    except (SettingsError, RulebookError, CannotStart, CannotListen, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


async def _live(settings: Settings, stop: asyncio.Event) -> bool:
    """Serve until it is stopped; True where the sandbox is to begin anew instead."""
    from bot.cli.passing import live_until
    from bot.health import routes
    from bot.rim.results import Results
    from bot.rim.server import serving

    begins_anew = asyncio.Event()
    async with AsyncExitStack() as stack:
        clock = MovableClock(SystemClock())
        sandbox = await _open_sandbox(settings, clock, stack) if settings.mode is Mode.SANDBOX else None
        connection = _to_sandbox(sandbox) if sandbox else settings.connection()
        starting = asyncio.ensure_future(stack.enter_async_context(serving(settings, connection, clock)))
        if not await _first(starting, stop):
            return False
        bot = await starting
        clock.when_moved(bot.engine.scheduler.wake)
        if sandbox:
            sandbox.service.on_the_way = partial(live_until, engine=bot.engine)
            sandbox.service.take_results = Results(bot.engine).take
            token = settings.ftrag_metrics_token
            pages = routes(bot.engine.health, metrics_token=token.get_secret_value() if token else None)
            sandbox.service.machine_pages = {page.path: page.handler for page in pages}
            if settings.database_url is None:  # a database of one's own is nothing that a press on a page may empty
                sandbox.service.start_over = begins_anew.set
        print(_in_sandbox(sandbox) if sandbox else await _where(settings, bot.engine), flush=True)
        await _either(stop, begins_anew)
    return not stop.is_set()


def forget_sandbox(settings: Settings) -> None:
    """Delete what the sandbox and the bot in it keep in the data directory; the encryption key stays."""
    for name in ("sandbox.json", "ftrag.db", "ftrag.db-wal", "ftrag.db-shm"):
        (settings.ftrag_data / name).unlink(missing_ok=True)


async def _either(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


async def _first(starting: asyncio.Future[Any], stop: asyncio.Event) -> bool:
    """Whether it started before somebody asked it to stop (a slow database or Slack makes starting wait)."""
    stopped = asyncio.ensure_future(stop.wait())
    await asyncio.wait({starting, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if starting.done():
        return True
    starting.cancel()
    await asyncio.wait({starting})
    return False


def stop_signal() -> asyncio.Event:
    """Set by the first SIGTERM or Ctrl-C; a second one ends the process at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(name)

    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, end)
    return stop


async def _open_sandbox(settings: Settings, clock: MovableClock, stack: AsyncExitStack) -> "Running":
    """The workspace on this machine, as it was left; the bot dials in like into Slack's."""
    import yaml

    from bot.sandbox.app_config import AppConfig
    from bot.sandbox.server import build_service
    from bot.sandbox.server import serve as serve_sandbox

    if settings.listen_host not in {"127.0.0.1", "localhost"}:
        raise SettingsError("HOST is superfluous: the sandbox is for this machine alone (127.0.0.1).")
    settings.ftrag_data.mkdir(parents=True, exist_ok=True)
    app = AppConfig.from_manifest(yaml.safe_load(MANIFEST.read_text(encoding="utf-8")))
    service = build_service(clock, app, path=settings.ftrag_data / "sandbox.json")
    running = await serve_sandbox(service, settings.listen_port)
    stack.push_async_callback(running.close)
    return running


def _to_sandbox(running: "Running") -> Connection:
    app = running.service.app
    return Connection(mode=Mode.SOCKET, api_url=running.api_url, bot_token=app.bot_token, app_token=app.app_token)


def _in_sandbox(running: "Running") -> str:
    return (
        f"\n  ftrag is ready in its sandbox workspace. Open  {running.url}  in a browser,\n"
        "  and type  /ftrag assess Support copilot  in #support-ai.  Ctrl-C ends it.\n"
    )


async def _where(settings: Settings, engine: "Engine") -> str:
    if not await engine.health.connected():
        return "ftrag is up, but Slack does not answer on the socket yet. It goes on trying. Ctrl-C ends it."
    at = f" on {settings.listen_host} port {settings.listen_port}" if settings.mode is not Mode.SOCKET else ""
    return f"ftrag is ready: {settings.mode}{at}. Ctrl-C ends it."
