"""The Slack of `tests.bench.load`: takes every call, in a process of its own, so that it costs neither side anything.

PORT=3002 python -m tests.bench._slack
"""

import os
from itertools import count
from typing import Any

from aiohttp import web

_NUMBERS = count()


async def answer(request: web.Request) -> web.Response:
    """Every method works; whoever is asked about is an ordinary person in two channels."""
    form = await request.post()
    number = next(_NUMBERS)
    body: dict[str, Any] = {
        "ok": True,
        "team_id": "T0SANDBOX",
        "user_id": "U0FTRAG",
        "bot_id": "B0FTRAG",
        "ts": f"{1_800_000_000 + number // 10**6}.{number % 10**6:06}",
        "channel": str(form.get("channel", "")),
        "permalink": f"https://sandbox.slack.com/archives/C/p{number}",
        "user": {"id": str(form.get("user", "")), "name": "ana", "tz": "Europe/Berlin"},
        "channels": [{"id": "C0L000", "name": "team-0"}, {"id": "C0L001", "name": "team-1"}],
    }
    return web.json_response(body)


def main() -> None:
    """Serve until it is stopped."""
    app = web.Application()
    app.router.add_post("/api/{method}", answer)
    app.router.add_post("/respond/{rest:.*}", answer)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), print=None, access_log=None)


if __name__ == "__main__":
    main()
