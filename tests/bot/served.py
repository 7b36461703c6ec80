"""A whole bot, served: the same `serving` that the command line uses, against a sandbox workspace."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from bot.app import Bot
from bot.delivery import Wire
from bot.rim.gate import sign
from bot.rim.server import serving
from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import StillClock
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Mode, Settings, read_settings
from tests.patience import patient
from tests.ports import free_port

Served = tuple[Sandbox, Bot, str]
"""The sandbox, the bot in it, and the bot's own address."""
FORM = "application/x-www-form-urlencoded"
SECRET = "sandbox-signing-secret"
CREDENTIALS: dict[Mode, dict[str, Any]] = {
    Mode.SOCKET: {"slack_bot_token": "xoxb-sandbox", "slack_app_token": "xapp-sandbox"},
    Mode.HTTP: {"slack_bot_token": "xoxb-sandbox", "slack_signing_secret": SECRET},
    Mode.OAUTH: {
        "slack_client_id": "0.sandbox",
        "slack_client_secret": "sandbox-client-secret",
        "slack_signing_secret": SECRET,
    },
}


def settings_for(mode: Mode, sandbox: Sandbox, database: str, data: Path, **more: Any) -> Settings:
    """Settings of this mode that lead to the sandbox."""
    given = {"slack_api_url": sandbox.api_url, "database_url": database, "ftrag_data": data, "host": "127.0.0.1"}
    return read_settings(_env_file=None, **(CREDENTIALS[mode] | given | more))


@asynccontextmanager
async def open_bot(
    mode: Mode, database: str, data: Path, *, bot_port: int = 0, app: AppConfig | None = None, **more: Any
) -> AsyncIterator[Served]:
    """A sandbox, a bot in it, and the bot's own address (health, and in the HTTP modes Slack's way in)."""
    clock = StillClock()
    transport = "socket" if mode is Mode.SOCKET else "http"
    async with Sandbox.open(clock=clock, app=app, transport=transport) as sandbox:
        port = bot_port or free_port()
        settings = settings_for(mode, sandbox, database, data, port=port, **more)
        with patient(sandbox):
            async with serving(settings, settings.connection(), clock) as bot:
                url = f"http://127.0.0.1:{port}"
                if mode is Mode.SOCKET:
                    await sandbox.connected()
                else:
                    sandbox.request_url = f"{url}/slack/events"
                yield sandbox, bot, url


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(handler: Handler, patience: float = 30.0) -> AsyncIterator[tuple[Wire, str]]:
    """A wire to a server that answers every request so, and the seconds it waits for an answer."""
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", handler)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    wire = Wire(url, timeout=aiohttp.ClientTimeout(total=patience))
    try:
        yield wire, url
    finally:
        await wire.close()
        await runner.cleanup()


async def post(client: aiohttp.ClientSession, served: Served, raw: bytes, kind: str = FORM, **changed: str):
    """A request signed as Slack signs it, but for what is changed."""
    _, bot, url = served
    stamp = str(int(bot.engine.clock.now().timestamp()))
    headers = {
        "Content-Type": kind,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": sign(raw, secret=SECRET, timestamp=stamp),
    }
    async with client.post(f"{url}/slack/events", data=BytesIO(raw), headers=headers | changed) as response:
        return response.status, await response.text()


def slash(text: str) -> bytes:
    """A slash command as the body of a request."""
    return urlencode(
        {
            "command": "/ftrag",
            "text": text,
            "team_id": "T0SANDBOX",
            "user_id": ANA,
            "channel_id": SUPPORT,
            "trigger_id": f"1.{text}",
        }
    ).encode()
