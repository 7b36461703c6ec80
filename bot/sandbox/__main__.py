"""`python -m bot.sandbox`: the workspace alone, for whoever builds an app or the page against it."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import yaml

from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import RunningClock
from bot.sandbox.errors import CannotStart
from bot.sandbox.server import build_service, serve

_MANIFEST = Path("manifest.yml")


async def run(app: AppConfig, port: int) -> None:
    """Serve until Ctrl-C."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    service = build_service(RunningClock(), app)
    running = await serve(service, port)
    print(f"The sandbox workspace is open: {running.url}  (Ctrl-C ends it)", flush=True)  # noqa: T201 - for the terminal
    print(f"An app finds it with SLACK_API_URL={running.api_url}", flush=True)  # noqa: T201 - for the terminal
    await stop.wait()
    await running.close()


def main() -> int:
    """The exit code: 0 after Ctrl-C, 1 when it cannot be served."""
    port = os.environ.get("PORT", "3000")
    if not port.isdecimal() or not 0 <= int(port) <= 65_535:
        print(f"PORT is a number from 0 to 65535, not {port!r}.", file=sys.stderr)  # noqa: T201 - for the terminal
        return 1
    app = AppConfig.from_manifest(yaml.safe_load(_MANIFEST.read_text())) if _MANIFEST.exists() else AppConfig()
    try:
        asyncio.run(run(app, int(port)))
    except CannotStart as error:
        print(error, file=sys.stderr)  # noqa: T201 - for the terminal
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
