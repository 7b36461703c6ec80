"""The logs: every line is structured, and no secret or typed word is in any, at DEBUG too."""

import io
import json
import logging
from pathlib import Path

import aiohttp
import structlog

from bot.runtime.logs import masked
from bot.sandbox.person import ANA, SUPPORT
from bot.setup.settings import Mode
from tests.bot.served import open_bot
from tests.tables import each


@each(
    "secret",
    [
        "xoxb-123-canary",
        "xapp-1-A1-canary",
        "xoxe.xoxp-1-canary",
        "xoxp-canary",
        "Authorization: Bearer canary",
        "postgresql://user:canary@host/db",
        "https://hooks.slack.com/commands/T1/2/canary",
        "v0=0123456789abcdef0123456789abcdef",
    ],
)
def test_what_looks_like_a_secret_is_covered(secret: str):
    said = masked(f"before {secret} after")

    assert "canary" not in said
    assert "0123456789abcdef" not in said
    assert said.startswith("before ")
    assert said.endswith(" after")


def test_a_secret_is_covered_however_deep_it_stands_and_whoever_logs_it(written: io.StringIO):
    structlog.get_logger("ftrag.x").info("deep", inside={"a": [{"b": ("xoxb-canary",)}]})
    logging.getLogger("somebody").warning("with %s", "xapp-canary")

    assert "canary" not in written.getvalue()


def test_an_exception_is_logged_by_its_class_and_place_and_not_by_what_it_says(written: io.StringIO):
    try:
        int("canary")
    except ValueError:
        structlog.get_logger("ftrag.x").exception("ours")
        logging.getLogger("theirs").exception("theirs")

    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [line["error"] for line in lines] == ["ValueError", "ValueError"]
    assert all("test_logs.py" in line["where"] for line in lines)
    assert "canary" not in written.getvalue()


def test_a_line_break_in_a_value_forges_no_line(written: io.StringIO):
    structlog.get_logger("ftrag.x").info("typed", name="a\r\nERROR forged")

    assert len(written.getvalue().splitlines()) == 1


async def test_a_whole_conversation_at_debug_logs_no_word_of_it(written: io.StringIO, sqlite_url: str, tmp_path: Path):
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path) as (sandbox, _, url), aiohttp.ClientSession() as web:
        await sandbox.say(ANA, SUPPORT, "/ftrag assess canary name")
        parent = await sandbox.message(SUPPORT, "canary name")
        await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
        await sandbox.say(ANA, SUPPORT, "<@U0FTRAG> canary words", thread=parent.ts)
        await sandbox.delivered()
        sandbox.fail("chat.postMessage", "invalid_blocks", times=3)
        await sandbox.say(ANA, SUPPORT, "/ftrag canarycommand")
        forged = {"payload": '{"type": "canary"}', "token": "canary"}
        async with web.post(f"{url}/slack/events", data=forged, headers={"X-Slack-Signature": "v0=canary"}) as response:
            assert response.status == 401

    text = written.getvalue()
    assert "canary" not in text.replace("test_", "")
    assert "xoxb" not in text
    assert "sandbox-signing-secret" not in text
