"""What a person hears at once whose request was not taken, in the answer to Slack itself where it has room for words.

A command is answered in its ack, and a modal stays open with a sentence, so what was typed is still in its fields. A
click has no such room: its sentence goes where it was pressed.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from slack_bolt.response import BoltResponse

from bot.troubles import Trouble


class Why(NamedTuple):
    """Why a request was not taken: in a command's answer, in an open modal, and as a reply."""

    to_command: str
    in_modal: str
    trouble: Trouble


NOT_SAVED = Why(
    "My database does not answer, so nothing was saved. Type it again in a moment.",
    "Nothing was saved: my database does not answer. What you typed is still here; submit it again in a moment.",
    Trouble.NOT_SAVED,
)
TOO_MUCH = Why(
    "That is too much at once just now, so I did not take it. Type it again in a few seconds.",
    "Nothing was saved: that is too much at once just now. What you typed is still here; submit it again in a moment.",
    Trouble.TOO_MUCH,
)
TAKEN = BoltResponse(status=200, body="")
NOT_TAKEN = BoltResponse(status=503, body="")
"""Slack sends an event again that was answered so, and shows whoever pressed a button that it did not work."""


def in_answer(body: Mapping[str, Any], why: Why) -> BoltResponse | None:
    """The answer that says why; None where there is no room for words in it."""
    if "command" in body:
        return BoltResponse(status=200, body=why.to_command)
    block = _first_input(body.get("view")) if body.get("type") == "view_submission" else None
    if block is None:
        return None
    said = json.dumps({"response_action": "errors", "errors": {block: why.in_modal}})
    return BoltResponse(status=200, body=said, headers={"Content-Type": "application/json"})


def _first_input(view: Any) -> str | None:
    """The block under which a modal can show a sentence."""
    blocks = view.get("blocks") if isinstance(view, Mapping) else None
    inputs = [block for block in blocks or () if isinstance(block, Mapping) and block.get("type") == "input"]
    found = inputs[0].get("block_id") if inputs else None
    return found if isinstance(found, str) else None
