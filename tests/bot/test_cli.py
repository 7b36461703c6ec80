"""The command line as a person meets it: help, one sentence where something is wrong, and a clean end."""

import json
import logging
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot.cli import COMMANDS, main
from rules import FRAMEWORK
from rules.proofs import PROPERTIES, proofs
from storage import schema
from tests.ports import free_port
from tests.rules.space import EVERY
from tests.storage.steps import take_back

ROOT = Path(__file__).parent.parent.parent
FTRAG = [sys.executable, "-m", "bot"]


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """Nothing of the tester's own settings, and a data directory of the test's."""
    kept = {
        name: value for name, value in os.environ.items() if not re.match(r"SLACK_|FTRAG_|LOG_|HOST|PORT|DATA", name)
    }
    return {**kept, "PYTHONPATH": str(ROOT), "FTRAG_DATA": str(tmp_path / "data"), **more}


@dataclass(frozen=True)
class Done:
    """How a command line ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


Ftrag = Callable[..., Done]


@pytest.fixture
def ftrag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Ftrag]:
    """Run a command line in this process, in an empty folder, with nothing set but what is given.

    That `python -m bot` starts, listens and ends as a process is tested with the sandbox below.
    """
    root = logging.getLogger()
    handlers, level = root.handlers, root.level

    def run(*words: str, **more: str) -> Done:
        for name in os.environ.keys() - (given := environment(tmp_path, **more)).keys():
            monkeypatch.delenv(name)
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        capfd.readouterr()
        try:
            status = main(words)
        except SystemExit as ended:
            status = int(ended.code or 0)
        return Done(status, *capfd.readouterr())

    monkeypatch.chdir(tmp_path)
    yield run
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


_HELP = """
import os, sys
import aiohttp, alembic, pydantic_settings, slack_bolt.async_app, sqlmodel, structlog
from bot.cli import COMMANDS, main

for command in COMMANDS:
    print(f"== {command}", flush=True)
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        continue
    try:
        main([command, "--help"])
    except SystemExit as ended:
        sys.stdout.flush()
        print(f"ended with {ended.code}", flush=True)
    os._exit(0)
"""


def test_every_command_has_help_though_it_alone_is_loaded(tmp_path: Path):
    """Each in a process of its own, forked from one that knows the libraries and nothing of ours."""
    command = [sys.executable, "-c", _HELP]
    done = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, timeout=120)
    said = dict(part.split("\n", 1) for part in done.stdout.split("== ")[1:])

    assert done.stderr == ""
    assert list(said) == list(COMMANDS)
    assert [name for name, text in said.items() if not text.startswith(f"usage: ftrag {name}")] == []
    assert [name for name, text in said.items() if not text.endswith("ended with 0\n")] == []


def test_an_unknown_command_is_told_the_known_ones(ftrag: Ftrag):
    done = ftrag("dance")

    assert done.returncode == 2
    assert "serve" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mix_of_settings_is_one_sentence_and_starts_nothing(tmp_path: Path, ftrag: Ftrag):
    done = ftrag(SLACK_BOT_TOKEN="xoxb-canary", PORT=str(free_port()))

    assert done.returncode == 1
    assert done.stdout == ""
    assert "SLACK_APP_TOKEN is missing" in done.stderr
    assert "canary" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_the_sandbox_is_for_this_machine_alone(ftrag: Ftrag):
    done = ftrag(HOST="0.0.0.0", PORT=str(free_port()))

    assert done.returncode == 1
    assert "this machine alone" in done.stderr


def test_a_broken_rules_file_starts_nothing(tmp_path: Path, ftrag: Ftrag):
    (tmp_path / "own.toml").write_text("nonsense")
    done = ftrag(FTRAG_RULES="own.toml", PORT=str(free_port()))

    assert done.returncode == 1
    assert "own.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_the_sandbox_says_where_to_click_and_ends_cleanly(name: signal.Signals, tmp_path: Path, ftrag: Ftrag):
    port = free_port()
    process = subprocess.Popen(
        FTRAG,
        cwd=tmp_path,
        env=environment(tmp_path, PORT=str(port), LOG_LEVEL="WARNING"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    said = process.stdout.readline() + process.stdout.readline()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
        found = page.status, page.read(15)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz") as page:
        ready = page.read()
    taken = ftrag(PORT=str(port))
    process.send_signal(name)
    _, errors = process.communicate(timeout=120)

    assert f"http://127.0.0.1:{port}" in said
    assert (found, ready) == ((200, b"<!doctype html>"), b"ready\n")
    assert (taken.returncode, taken.stderr) == (
        1,
        f"Port {port} is taken. Stop what runs there, or choose another: PORT=3001.\n",
    )
    assert (process.returncode, errors) == (0, "")


def test_migrate_makes_the_tables_once(ftrag: Ftrag):
    first, second = ftrag("migrate"), ftrag("migrate")

    assert (first.returncode, second.returncode) == (0, 0)
    assert "not there" in first.stdout
    assert "already" in second.stdout


def test_a_backup_is_a_checked_copy_and_overwrites_nothing(tmp_path: Path, ftrag: Ftrag):
    before = ftrag("backup", "copy.db")
    ftrag("migrate")
    first, second = ftrag("backup", "copy.db"), ftrag("backup", "copy.db")

    assert (before.returncode, "so there is nothing to copy" in before.stderr) == (1, True)
    assert (first.returncode, second.returncode) == (0, 1)
    assert "sound" in first.stdout
    assert "there already" in second.stderr
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0


def test_a_worker_needs_slack(ftrag: Ftrag):
    done = ftrag("worker")

    assert done.returncode == 1
    assert "Slack's settings" in done.stderr


def test_the_shipped_rules_have_no_fault_and_each_property_holds_for_every_answer_set(ftrag: Ftrag):
    """Of each fault, that it is found, see tests/rules/test_audit.py."""
    checked = ftrag("rules", "check")
    proven = proofs(FRAMEWORK)
    summary = checked.stdout.splitlines()[-1]

    assert (checked.returncode, checked.stderr) == (0, "")
    assert summary.startswith(f"No faults in rules {FRAMEWORK.version} ({FRAMEWORK.digest}): ")
    assert f"{len(PROPERTIES)} of {len(PROPERTIES)} properties proven over all {EVERY:,} answer sets" in summary
    assert [(proof.name, proof.says, proof.breach) for proof in proven if not proof.holds] == []
    assert [proof.name for proof in proven] == [name for name, _, _ in PROPERTIES]


def test_the_rules_are_shown(ftrag: Ftrag):
    assert ftrag("rules", "show").stdout.startswith("# ")


def test_the_score_is_a_table(ftrag: Ftrag):
    done = ftrag("score")

    assert done.returncode == 0
    assert "| these rules |" in done.stdout


_START = """
import asyncio, sys
import bot.cli.serve, bot.rim.server, bot.rim.socket_mode
from bot.app import build_app
from bot.engine import build_engine
from bot.runtime.clock import SystemClock
from bot.setup.settings import Connection, Mode
from storage import open_storage

async def start():
    async with open_storage(sys.argv[1]) as storage:
        await storage.migrate()
        connection = Connection(mode=Mode.HTTP, api_url="http://127.0.0.1:9/", bot_token="x", signing_secret="x")
        engine = build_engine(connection, storage, SystemClock())
        await build_app(engine, connection).engine.close(1)

asyncio.run(start())
of_text = ("rapidfuzz", "Stemmer", "jinja2")
other = "sqlalchemy.dialects.postgresql"
unused = ("rich", "greenlet")
libraries = ("matplotlib", "numpy", "holidays", "alembic", "mako", "cryptography", "psycopg", other, *of_text)
ours = ("dialogue", "exports", "pictures", "recall.memory", "replies", "results.formats", "rooms", "views")
late = (*libraries, *unused, "rules.hearing", "rules.telling", *(f"bot.{name}" for name in ours))
print([name for name in late if name in sys.modules])
"""


def test_a_start_loads_nothing_that_the_first_answer_does_not_need(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/ftrag.db"

    def start() -> str:
        command = [sys.executable, "-c", _START, url]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()

    assert start() == "[]", "the tables of a new database are made at once"
    assert start() == "[]"

    take_back(url, schema._STEPS[-2])
    assert start() == "['alembic', 'mako', 'sqlalchemy.dialects.postgresql']", "they lead older tables on"


def test_cases_from_elsewhere_are_scored_and_bad_ones_are_told(tmp_path: Path, ftrag: Ftrag):
    case = {
        "id": "ours", "title": "Ours", "summary": "s", "facts": {"need": "facts", "source": "systems"},
        "note": "kept out",
        "outcome": {"best": ["tools"]}, "evidence": "e", "confidence": "high",
        "source": {"title": "t", "authors_or_org": "o", "year": 2026, "url": "https://example.invalid"},
    }  # fmt: skip
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps([case]))
    bad.write_text(json.dumps([{**case, "facts": {"need": "news"}}]))

    scored, refused = ftrag("score", str(good), "--without", "ops"), ftrag("score", str(bad))

    assert "| these rules | 1 | 1 | 0 |" in scored.stdout
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "0.facts.need" in refused.stderr
