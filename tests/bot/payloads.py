"""Payloads as Slack sends them: clicks, submits, slash commands and events of one workspace, and odd texts."""

from typing import Any

from bot.ids import Act, Field, Modal, action_id, callback_id, field_id

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
