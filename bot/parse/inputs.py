"""What was typed or chosen in the inputs of a modal: the state that Slack sends with every use and submit of it."""

import json
from collections.abc import Iterator
from typing import Any

from bot.ids import Field, field_id, read_field
from bot.parse.shapes import NAME, View
from bot.parse.who import is_direct


def entered(view: View, field: Field, key: str = "value", of: str = "") -> str:
    """What was typed or chosen in one input; "" for nothing."""
    return _text(_element(view, field, of).get(key))


def chosen(view: View, field: Field, of: str = "") -> str:
    """The value of the option chosen in a select or among radio buttons."""
    return _text(_dict(_element(view, field, of).get("selected_option")).get("value"))


def _element(view: View, field: Field, of: str) -> dict[str, Any]:
    block = _dict(view.state.get("values")).get(field_id(field, of))
    return _dict(_dict(block).get(field_id(field, of)))


def _dict(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""


def belongings(view: View, field: Field) -> Iterator[str]:
    """To what the inputs of this kind belong, in the order in which Slack sends them."""
    for block in _dict(view.state.get("values")):
        of = read_field(str(block), field)
        if of:
            yield of


def kept(view: View) -> dict[str, Any]:
    """What a modal of ours carries in its private_metadata as JSON; empty where it is not ours."""
    try:
        return _dict(json.loads(view.private_metadata))
    except (ValueError, RecursionError):
        return {}


def place(view: View) -> dict[str, Any]:
    """Where a modal of ours was opened, and where the one who opened it can be answered."""
    private = kept(view)
    channel, url = private.get("channel"), private.get("response_url")
    channel = channel if isinstance(channel, str) and NAME.match(channel) else ""
    return {"channel": channel, "is_direct": is_direct(channel), "response_url": url if isinstance(url, str) else None}
