"""The clock, the limits, the app's configuration, and serving the workspace alone."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import RunningClock, StillClock, Waiting, label, step
from bot.sandbox.errors import CannotStart
from bot.sandbox.limits import LIMITS, TABLE
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from tests.sandbox.samples import actions, button, field, modal, options, section

ROOT = Path(__file__).parents[2]


def test_each_limit_has_its_page_its_date_and_one_row():
    assert len({limit.name for limit in TABLE}) == len(TABLE)
    assert all(limit.page.startswith(("https://docs.slack.dev/", "https://github.com/")) for limit in TABLE)
    assert all(
        datetime.fromisoformat(limit.checked) and limit.known in {"doc", "sdk", "lib", "seen"} for limit in TABLE
    )


def test_each_limit_is_used():
    sources = [path.read_text() for path in (ROOT / "bot" / "sandbox").rglob("*.py") if path.name != "limits.py"]
    text = "\n".join(sources)

    unused = [name for name in LIMITS if f'"{name}"' not in text and not name.endswith(".blocks")]

    assert unused == []


@pytest.mark.parametrize(
    ("start", "word", "end"),
    [
        ("2026-11-22", "day", "2026-11-23"),
        ("2026-11-22", "month", "2026-12-22"),
        ("2026-12-31", "month", "2027-01-31"),
        ("2027-01-31", "month", "2027-02-28"),
        ("2028-01-31", "month", "2028-02-29"),
        ("2026-11-22", 86_400.0, "2026-11-23"),
    ],
)
def test_a_step_of_the_clock_ends_where_people_expect(start, word, end):
    began = datetime.fromisoformat(start).replace(tzinfo=UTC)

    assert (began + step(began, word)).date().isoformat() == end


def test_a_day_is_labeled_in_words():
    assert label(datetime(2026, 12, 1, tzinfo=UTC)) == "Tue, Dec 1"


def test_the_running_clock_runs_and_can_be_moved():
    clock = RunningClock()
    before = clock.now()
    clock.advance(timedelta(days=30))

    assert timedelta(days=30) <= clock.now() - before < timedelta(days=30, minutes=1)


async def test_a_sleeper_wakes_when_the_clock_has_come_so_far():
    clock = StillClock()
    waiting = Waiting(clock)
    sleeper = asyncio.create_task(waiting.sleep(60))
    await asyncio.sleep(0)
    for seconds, is_done in ((59, False), (1, True)):
        clock.advance(timedelta(seconds=seconds))
        waiting.clock_moved()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)

        assert sleeper.done() is is_done
    await sleeper


def test_the_app_is_what_its_manifest_says():
    manifest = {
        "features": {
            "bot_user": {"display_name": "helper"},
            "app_home": {"home_tab_enabled": True},
            "slash_commands": [{"command": "/help", "description": "x"}],
            "shortcuts": [{"name": "x", "type": "global", "callback_id": "y", "description": "z"}],
        },
        "oauth_config": {"scopes": {"bot": ["commands"], "bot_optional": ["im:history"]}},
        "settings": {"event_subscriptions": {"bot_events": ["message.im"]}},
    }

    full, least = AppConfig.from_manifest(manifest), AppConfig.from_manifest(manifest, optional=False)

    assert (full.name, full.home_enabled, full.messages_tab_enabled) == ("helper", True, False)
    assert (full.scopes, least.scopes) == (frozenset({"commands", "im:history"}), frozenset({"commands"}))
    assert full.events == {"message.im"}
    assert full.command("/help")
    assert full.command("/ftrag") is None


async def test_a_taken_port_is_one_clear_sentence():
    async with Sandbox.open() as first:
        port = int(first.url.rpartition(":")[2])

        with pytest.raises(CannotStart, match=rf"^Port {port} is taken\. Stop what runs there, or choose another"):
            async with Sandbox.open(port=port):
                pass


async def test_it_listens_on_loopback_only():
    async with Sandbox.open() as sandbox:
        assert sandbox.url.startswith("http://127.0.0.1:")


async def test_a_wait_in_vain_says_what_there_was(monkeypatch):
    monkeypatch.setattr(Sandbox, "patience", 0.05)
    async with Sandbox.open() as sandbox:
        await sandbox.say(ANA, SUPPORT, "something else")

        with pytest.raises(AssertionError, match=r"a message with 'the question' in vain\. There was:\nsomething else"):
            await sandbox.message(SUPPORT, "the question")


async def test_controls_are_found_by_what_is_written_on_them():
    from bot.sandbox.controls import find_control

    blocks = modal(
        actions(button("Save it", "act:save:9", value="v"), block_id="row"),
        field({"type": "static_select", "action_id": "pick", "options": options(2)}, "Which one", block_id="which"),
        section(accessory={"type": "overflow", "action_id": "more", "options": options(1)}),
    )["blocks"]

    named = {
        name: find_control(blocks, name, None)[1]["action_id"] for name in ("Save it", "act:save:9", "v", "act:save")
    }
    assert set(named.values()) == {"act:save:9"}
    assert find_control(blocks, "Which one", None)[0] == "which"
    assert find_control(blocks, "Option 1", None)[1]["action_id"] == "pick"
    with pytest.raises(LookupError, match=r"There is no control 'Nothing'\. There are:"):
        find_control(blocks, "Nothing", None)


def run_alone(port: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bot.sandbox"]
    environment = {**os.environ, "PORT": port}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_served_alone_it_says_where_to_click_and_ends_cleanly_with_ctrl_c():
    process = run_alone("0")
    assert process.stdout is not None
    line = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)

    assert line.startswith("The sandbox workspace is open: http://127.0.0.1:")
    assert (process.returncode, errors) == (0, "")


def test_served_alone_on_a_taken_port_it_says_so_and_exits_1():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        _, errors = run_alone(str(port)).communicate(timeout=120)

    assert errors == f"Port {port} is taken. Stop what runs there, or choose another: PORT=3001.\n"


def test_a_port_that_is_no_number_is_said():
    process = run_alone("http")
    _, errors = process.communicate(timeout=120)

    assert (process.returncode, errors) == (1, "PORT is a number from 0 to 65535, not 'http'.\n")
