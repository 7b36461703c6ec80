"""The floor for `tests.bench.server`: Bolt alone, with listeners that only acknowledge. It imports nothing of ours.

PORT=3001 python -m tests.bench._floor inline|default
"""

import os
import re
import sys

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

SECRET = "sandbox-signing-secret"


async def authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T0SANDBOX", bot_user_id="U0FTRAG", bot_token="xoxb-x")


async def acknowledge(ack) -> None:
    await ack()


def main(runner: str) -> None:
    app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=runner == "inline")
    app.command("/ftrag")(acknowledge)
    app.event(re.compile(".*"))(acknowledge)
    served = app.server(path="/slack/events").web_app
    web.run_app(served, host="127.0.0.1", port=int(os.environ["PORT"]), print=None, access_log=None)


if __name__ == "__main__":
    main(sys.argv[1])
