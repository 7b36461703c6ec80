"""An error at any layer, at DEBUG, with secrets and typed words in what it says: the log holds none of them."""

import asyncio
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.runtime.logs import masked
from bot.sandbox.person import ANA, SUPPORT
from bot.setup.settings import Mode
from tests.bot.served import open_bot

LAYERS = {
    "the payload is parsed": "bot.parse.submits.read_words",
    "what it needs is recalled": "bot.recall.memory.Memory.recall",
    "the dialogue advances": "bot.advisor.advance",
    "the turn is saved": "storage.sqlite.SQLite.write",
    "what was said is rendered": "bot.showing.screens.render",
    "its row is delivered": "bot.delivery.wire.Wire.call",
    "a row is claimed": "storage.outbox.Outbox.claim",
}


class Telling(Exception):  # noqa: N818 - it tells everything that an error should not
    """An error whose words, causes and notes quote what it met."""


def quoting(*given: Any, **_named: Any) -> Any:
    """Fail as a library would that puts what it was given into its message."""
    said = f"canary xoxb-1-canary {given!r}"[:2_000]
    error = Telling(said)
    error.add_note(said)
    raise error from sqlite3.IntegrityError(said)


def lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        yield json.loads(line)


@pytest.mark.parametrize("layer", LAYERS)
async def test_whichever_layer_fails_the_log_says_where_and_not_what(
    layer: str, written: io.StringIO, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path) as (sandbox, bot, _):
        await sandbox.say(ANA, SUPPORT, "/ftrag assess canary first")
        parent = await sandbox.message(SUPPORT, "canary first")
        await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
        with monkeypatch.context() as broken:
            broken.setattr(LAYERS[layer], quoting)
            await sandbox.say(ANA, SUPPORT, "/ftrag assess canary second")
            await sandbox.say(ANA, SUPPORT, "@ftrag canary words", thread=parent.ts)
            await bot.engine.tasks.drain()
            await sandbox.delivered()
            bot.engine.advisor._wake()
            async with asyncio.timeout(20):
                while not _error_lines(written):
                    await asyncio.sleep(0)
    text = written.getvalue()

    assert "canary" not in text
    assert "xoxb" not in text
    assert {line["error"] for line in _error_lines(written)} & {"Telling", "StorageError"}


def _error_lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [line for line in lines(written.getvalue()) if line["level"] in {"error", "warning"} and "error" in line]


def test_a_secret_over_two_lines_or_in_an_address_is_covered():
    assert "canary" not in masked("xoxb-1-canary\r\nxapp-1-canary https://hooks.slack.com/services/T/B/canary")
