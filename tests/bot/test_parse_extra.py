"""Fields that nobody asked for: a payload that also names our columns means what it means without them."""

from collections.abc import Iterator
from typing import Any

from bot.commands import OutOfDate
from bot.ids import Act, Field, Modal, value
from bot.parse import action, event, slash, submit
from storage.tables import METADATA
from tests.bot.payloads import click
from tests.bot.payloads import event as told
from tests.bot.payloads import slash as typed
from tests.bot.payloads import submit as submitted
from tests.tables import each

SLACKS = {
    "id",
    "name",
    "state",
    "channel",
    "user",
    "value",
    "team",
    "enterprise",
    "ts",
    "key",
    "at",
    "error",
    "response_url",
}
"""Words that Slack's payloads have too, each in its place."""
COLUMNS = {column.name for table in METADATA.sorted_tables for column in table.c} - SLACKS
OURS = COLUMNS | {"tenant", "actor", "kind", "inbox_key", "is_admin", "is_direct", "is_mention", "__class__", "$where"}
_FAILED = {Field.WHAT: "wrong page", Field.FEATURE: {"selected_option": {"value": "a1"}}}
PAYLOADS: dict[str, tuple[Any, dict[str, Any]]] = {
    "an answer": (action, click(Act.ANSWER, value("a1", "freshness", "weekly"))),
    "a deletion": (action, click(Act.DELETE, value("a1"))),
    "a menu": (action, click(Act.PICK, action={"selected_option": {"value": value("a1", "failure", "tone")}})),
    "a name": (submit, submitted(Modal.NAME, {Field.NAME: "Support copilot", Field.CONTEXT: ""})),
    "a question": (submit, submitted(Modal.ASK, {Field.QUESTION: "why?"}, value("a1"))),
    "a failure": (submit, submitted(Modal.FAILURE, _FAILED, '{"failure": "f1"}')),
    "a command": (slash, typed("assess Support copilot")),
    "a mention": (event, told("app_mention", channel="C1", user="U1", ts="1.1", text="<@UBOT> weekly")),
}


def with_more(body: Any, extra: dict[str, Any]) -> Any:
    """The same with more fields in every object of it."""
    if isinstance(body, dict):
        return extra | {key: with_more(inner, extra) for key, inner in body.items()}
    return [with_more(inner, extra) for inner in body] if isinstance(body, list) else body


def extras() -> Iterator[dict[str, Any]]:
    yield from (dict.fromkeys(sorted(OURS), odd) for odd in ("x", 7, True, None, [], {}, {"team": "T2"}))


@each("payload", PAYLOADS)
def test_fields_named_as_our_columns_change_nothing(payload: str):
    read, body = PAYLOADS[payload]
    meant = read(body)

    assert meant is not None
    assert not isinstance(meant, OutOfDate)
    for extra in extras():
        assert read(with_more(body, extra)) == meant
