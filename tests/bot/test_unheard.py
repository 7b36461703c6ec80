"""What is not understood is counted by kind, and its text is kept only where the operator wants that."""

import asyncio
from typing import Any

import pytest

from bot import commands
from bot.cli import main
from bot.dialogue.heard import what_is_unheard
from rules.hearing import Asked, Choice, Control, Heard, Trouble, Word
from storage import Storage
from tests.bot.counter import TENANT, Counter
from tests.tables import each

SECRET = "xoxb-1234-canary"


@each(
    ("heard", "what"),
    [
        (Heard(), "words"),
        (Heard(trouble=Trouble.UNCLEAR), "unclear"),
        (Heard(trouble=Trouble.LANGUAGE, language="German"), "language"),
        (Heard(trouble=Trouble.AMOUNT, offers=(Choice("volume", "over_1m"),)), "amount"),
        (Heard(questions=(Asked("why"), Asked("unknown"))), "question"),
        (Heard(questions=(Asked("why"),)), None),
        (Heard(offers=(Choice("volume", "over_1m"),)), None),
        (Heard(control=Control(Word.BACK)), None),
        (Heard(saves={"volume": None}), None),
        (Heard(silent=True), None),
    ],
)
def test_a_line_is_counted_where_it_was_meant_for_the_bot_and_not_understood(heard: Heard, what: str | None):
    assert what_is_unheard(heard) == what


async def typed(counter: Counter, text: str, **fields: Any) -> None:
    await counter.do(
        commands.TypedText, text=text, **{"thread_ts": None, "is_mention": True, "is_direct": True} | fields
    )


@pytest.fixture
async def counter(storage: Storage) -> Counter:
    found = Counter(storage)
    found.counted = []
    found.advisor.when_unheard = found.counted.append
    await found.start()
    return found


async def test_each_line_is_counted_once_and_nothing_of_it_is_kept(counter: Counter):
    for key in ("event:1", "event:1", "event:2"):
        await typed(counter, "purple monkey dishwasher", inbox_key=key)
    await typed(counter, "facts")

    assert counter.counted == ["unclear", "unclear"]
    assert await counter.storage.unheard.newest(TENANT, 9) == ()


async def test_where_they_are_kept_the_text_is_masked_and_short_and_names_nobody(counter: Counter):
    counter.advisor.keeps_unheard = True

    await typed(counter, f"purple {SECRET} monkey " + "dishwasher " * 60, by="U0ANA")

    (kept,) = await counter.storage.unheard.newest(TENANT, 9)
    assert kept.text.startswith("purple (masked) monkey dishwasher")
    assert len(kept.text) <= 300
    assert kept.fact == "need"
    assert "U0ANA" not in kept.model_dump_json()


async def test_the_operator_reads_them_by_workspace(
    sqlite_storage: Storage, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    counter = Counter(sqlite_storage)
    counter.advisor.keeps_unheard = True
    await counter.start()
    await typed(counter, "purple monkey dishwasher")
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    assert await asyncio.to_thread(main, ["unheard", "--team", "T1"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith("unclear  need  purple monkey dishwasher")
    assert said[1] == "1 not understood: unclear 1."

    assert await asyncio.to_thread(main, ["unheard", "--team", "T2"]) == 0
    assert "Set FTRAG_KEEP_UNHEARD=1" in capsys.readouterr().out
    monkeypatch.setenv("FTRAG_KEEP_UNHEARD", "1")
    assert await asyncio.to_thread(main, ["unheard", "--team", "T2"]) == 0
    assert capsys.readouterr().out == "No line of that workspace is kept.\n"


def test_without_a_database_there_is_one_sentence(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none' / 'ftrag.db'}")

    assert main(["unheard", "--team", "T1"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
