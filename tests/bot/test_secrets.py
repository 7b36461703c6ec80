"""What looks like a secret in typed words: found, asked about before it leaves, and covered."""

from typing import Any

import pytest

from bot import commands
from bot.dialogue import Recalled, Turn, advance, faults
from bot.dialogue.turn import Gathered
from bot.exports import Exported, TableKind, new_table
from bot.ids import Field, fault_at
from bot.replies import Confirmed, Done, ExportAsk, RecordFile, TablesFile
from bot.runtime.secrets import COVER, all_covered, covered, secrets_in, texts
from bot.views import render
from rules import FRAMEWORK
from tests.bot.declared import declared
from tests.bot.records import ACME, NOW, assessment, failure, kept
from tests.tables import each

PEM = "PRIVATE" + " KEY"
KEY = "sk-abcdefghij0123456789abcd"


@each(
    ("typed", "shown"),
    [
        (f"my key is {KEY}, ok", f"my key is {COVER}, ok"),
        ("password: hunter22x", f"password: {COVER}"),
        ("API_KEY = 'AbCd-1234-efgh'", f"API_KEY = '{COVER}'"),
        ("xoxb-a1b2c3d4-abcdefgh", COVER),
        ("postgres://ana:pw@host/db", f"postgres://{COVER}@host/db"),
        ("AKIAIOSFODNN7EXAMPLE", COVER),
        ("Bearer abcdefghijklmnop", f"Bearer {COVER}"),
        ("ghp_abcdefghijklmnopqrstuvwx", COVER),
        (f"-----BEGIN RSA {PEM}-----\nabc\n-----END RSA {PEM}-----", COVER),
        ("eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM.abcd", COVER),
    ],
)
def test_a_secret_is_found_and_covered_and_the_words_around_it_stay(typed: str, shown: str):
    assert covered(typed) == shown
    assert secrets_in([typed, "weekly"]) == 1
    assert secrets_in([shown]) == 0


@each(
    "typed",
    [
        "Password reset takes 3 days", "the token: because users ask", "100k tokens per request: 12", "a secret sauce",
        "https://wiki.example/a:b", "key question: latency", "passes 3:4", "sk-8", "Ana's task-force-2026-plan",
    ],
)  # fmt: skip
def test_everyday_words_are_no_secrets(typed: str):
    assert covered(typed) == typed
    assert secrets_in([typed]) == 0


def test_every_text_of_a_value_is_looked_at_and_covered_and_its_keys_stay():
    value = {"a": [KEY, {"token": f"x {KEY}"}], "n": 3}

    assert secrets_in(texts(value)) == 2
    assert all_covered(value) == {"a": [COVER, {"token": f"x {COVER}"}], "n": 3}


@pytest.mark.parametrize("kind", list(TableKind))
def test_a_table_is_written_with_and_without_its_secrets(kind: TableKind):
    piece = Exported(assessments=(assessment(name=f"Copilot {KEY}"),), failures=(failure(what=KEY),))
    kept_one, covering = new_table(kind), new_table(kind, covers=True)
    for table in (kept_one, covering):
        table.add(piece)

    assert KEY.encode() not in covering.content()
    assert (KEY.encode() in kept_one.content()) == (kind is not TableKind.REVIEWS)


def ask(kind: type[commands.CommandBase], gathered: Gathered, **fields: Any) -> Turn:
    about = {"tenant": ACME, "actor": "U1", "channel": "C1", "response_url": "https://hooks.slack.com/x"}
    command = kind(**{**about, **fields})
    found = assessment(name=f"Copilot {KEY}") if kind is commands.ExportRecord else None
    recalled = Recalled(now=NOW, framework=FRAMEWORK, new_id="n", assessment=found, gathered=gathered)
    return advance(command, declared(command, recalled))


def files(turn: Turn) -> list[TablesFile]:
    return [say.reply for say in turn.says if isinstance(say.reply, TablesFile)]


def test_the_tables_of_a_channel_are_asked_about_before_anything_is_posted():
    (asked,) = ask(commands.ExportTables, Gathered()).says

    assert isinstance(asked.reply, ExportAsk)
    assert asked.reply.asks_where
    assert "Only to me, as it is" not in render(asked.reply).text


@pytest.mark.parametrize(
    ("to", "channel", "done"), [("me", "U1", Done.EXPORTED_TO_YOU), ("here", "C1", Done.EXPORTED_TABLES)]
)
def test_they_go_where_it_was_said(to: str, channel: str, done: Done):
    turn = ask(commands.ExportTables, Gathered(names={"U1": "Ana"}), to=to, secrets="cover")

    assert len(files(turn)) == 4
    assert {say.channel for say in turn.says if isinstance(say.reply, TablesFile)} == {channel}
    assert all(file.covers and file.names == {"U1": "Ana"} for file in files(turn))
    assert isinstance(turn.says[-1].reply, Confirmed)
    assert turn.says[-1].reply.done is done


def test_in_a_direct_message_only_secrets_are_asked_about():
    assert len(files(ask(commands.ExportTables, Gathered(), is_direct=True))) == 4
    (asked,) = ask(commands.ExportTables, Gathered(secrets=2), is_direct=True).says

    assert "2 typed texts look like secrets" in render(asked.reply).text
    assert not asked.reply.asks_where


def test_what_is_kept_on_purpose_is_not_covered():
    turn = ask(commands.ExportTables, Gathered(secrets=0), to="me", secrets="keep")

    assert not any(file.covers for file in files(turn))


def test_a_record_with_a_secret_is_asked_about_and_posted_covered_or_as_it_is():
    gathered = Gathered(kept=kept())
    (asked,) = ask(commands.ExportRecord, gathered).says
    cover, keep = (ask(commands.ExportRecord, gathered, secrets=word) for word in ("cover", "keep"))

    assert isinstance(asked.reply, ExportAsk)
    assert "Post as it is" in render(asked.reply).text
    for turn, is_kept in ((cover, False), (keep, True)):
        made = [say.reply for say in turn.says if isinstance(say.reply, RecordFile)]
        assert len(made) == 2
        assert all((KEY in str(file.record)) == is_kept for file in made)


TYPED = [
    (commands.StartAssessment, {"name": KEY}, Field.NAME),
    (commands.StartAssessment, {"name": "x", "context": f"with {KEY}"}, Field.CONTEXT),
    (commands.QuestionAsked, {"assessment_id": "a1", "text": f"why {KEY}?"}, Field.QUESTION),
    (commands.FailureLogged, {"assessment_id": "a1", "failure_id": "f", "bucket": "safety", "what": KEY}, Field.WHAT),
    (commands.ItemEdited, {"assessment_id": "a1", "item_id": "i", "state": "open", "note": KEY}, Field.ITEM_NOTE),
    (commands.TasksSaved, {"assessment_id": "a1", "pasted": KEY}, Field.TASKS_PASTED),
    (
        commands.TasksSaved,
        {"assessment_id": "a1", "tasks": (commands.TaskTyped(id="t1", name="x", must_contain=KEY),)},
        fault_at(Field.TASK_CONTENT, "t1"),
    ),
]


@pytest.mark.parametrize(("kind", "fields", "field"), TYPED)
def test_a_secret_in_a_modal_is_asked_about_under_its_field_before_it_is_posted(
    kind: type[commands.CommandBase], fields: dict[str, Any], field: str
):
    about = {"tenant": ACME, "actor": "U1", "channel": "C1"}
    found = faults(kind(**about, **fields))

    assert set(found) == {field}
    assert "begin with “not a secret”" in found[field]


def test_who_means_it_says_so_in_front_and_it_is_taken():
    about = {"tenant": ACME, "actor": "U1", "channel": "C1"}

    assert faults(commands.StartAssessment(**about, name=f"Not a secret: {KEY}")) == {}
    assert faults(commands.StartAssessment(**about, name="Token counter")) == {}
