"""Payloads as Slack sends them, of one workspace, with odd texts; and fields with which any command can be made."""

from enum import Enum
from typing import Any

from bot.commands import CommandBase
from bot.ids import Act, Field, Modal, action_id, callback_id, field_id
from storage.records import DeliveryMethod

TEAM, BOT = "T1", "UBOT"
HOSTILE = [
    "<!here|ok>",
    "1|" + "x" * 5000,
    "{{ 6*9 }}",
    "'); DELETE FROM answer;--",
    "\u202eevorppa",
    "\ud800",
    "a\x00b",
    "",
]
"""What no value of ours looks like."""


def slash(text: str, **more: Any) -> dict[str, Any]:
    form = {"command": "/ftrag", "team_id": TEAM, "channel_id": "C1", "user_id": "U1", "text": text}
    return form | {"trigger_id": "1.2.3", "response_url": "https://hooks.slack.com/x"} | more


def submit(modal: Modal | str, fields: dict[Field, Any], private: str = "", **more: Any) -> dict[str, Any]:
    values = {field_id(f): {field_id(f): e if isinstance(e, dict) else {"value": e}} for f, e in fields.items()}
    view = {
        "id": "V1",
        "type": "modal",
        "hash": "h",
        "callback_id": callback_id(modal) if isinstance(modal, Modal) else modal,
        "private_metadata": private,
        "state": {"values": values},
    }
    return {"type": "view_submission", "team": {"id": TEAM}, "user": {"id": "U1", "team_id": TEAM}, "view": view} | more


def event(kind: str, **fields: Any) -> dict[str, Any]:
    auth = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT, "is_bot": True}
    return {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": TEAM,
        "authorizations": [auth],
        "event": {"type": kind, **fields},
    }


def message(words: str, **fields: Any) -> dict[str, Any]:
    return event("message", **{"channel": "C1", "user": "U1", "ts": "5.1", "thread_ts": "1.1", "text": words, **fields})


def click(act: Act | str, text: str = "", **more: Any) -> dict[str, Any]:
    action = {"type": "button", "action_id": action_id(act) if isinstance(act, Act) else act, "block_id": "b"}
    action |= {"action_ts": "1700000000.1", "value": text} | more.pop("action", {})
    body = {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": "U1", "team_id": TEAM},
        "channel": {"id": "C1"},
        "container": {"type": "message", "message_ts": "1.2", "channel_id": "C1"},
        "trigger_id": "t",
        "response_url": "https://hooks.slack.com/x",
        "actions": [action],
    }
    return body | more


FIELDS = {
    "fact": "need", "values": ("facts",), "contradiction": "x", "failed": "d1", "item_id": "golden_tasks",
    "is_done": True,
    "topic": "why", "value": "facts", "text": "why?", "delivery_id": "d1", "method": DeliveryMethod.POST,
    "error": "is_archived", "at": "2026-11-22T10:00:20+00:00",
}  # fmt: skip


def command_of(kind: type[CommandBase], **more: Any) -> dict[str, Any]:
    """Fields for a command of any kind: those above, and something of the right type for every other one it needs."""
    known = {"tenant", "assessment_id"}
    fields = kind.model_fields.items()
    needed = {name: field for name, field in fields if name in FIELDS or (field.is_required() and name not in known)}
    return {name: FIELDS.get(name, _something(field.annotation)) for name, field in needed.items()} | more


def _something(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation))
    return {str: "x", bool: True, int: 1}.get(annotation, ())
