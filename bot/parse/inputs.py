"""What was typed or chosen in the inputs of a modal: the state that Slack sends with every use and submit of it."""

import json
from collections.abc import Iterator
from typing import Any

from bot.ids import Field, field_id, read_field
from bot.parse.shapes import NAME, View
from bot.parse.who import is_direct


def entered(view: View, field: Field, key: str = "value", of: str = "") -> str:
    """What was typed or chosen in one input; "" for nothing."""
    values = view.state.get("values")
    block = values.get(field_id(field, of)) if isinstance(values, dict) else None
    element = block.get(field_id(field, of)) if isinstance(block, dict) else None
    text = element.get(key) if isinstance(element, dict) else None
    return text if isinstance(text, str) else ""


def chosen(view: View, field: Field, of: str = "") -> str:
    """The value of the option chosen in a select or among radio buttons."""
    values = view.state.get("values")
    block = values.get(field_id(field, of)) if isinstance(values, dict) else None
    element = block.get(field_id(field, of)) if isinstance(block, dict) else None
    option = element.get("selected_option") if isinstance(element, dict) else None
    text = option.get("value") if isinstance(option, dict) else None
    return text if isinstance(text, str) else ""


def belongings(view: View, field: Field) -> Iterator[str]:
    """To what the inputs of this kind belong, in the order in which Slack sends them."""
    values = view.state.get("values")
    for block in values if isinstance(values, dict) else ():
        of = read_field(str(block), field)
        if of:
            yield of


def kept(view: View) -> dict[str, Any]:
    """What a modal of ours carries in its private_metadata as JSON; empty where it is not ours."""
    try:
        private = json.loads(view.private_metadata)
    except (ValueError, RecursionError):
        return {}
    return private if isinstance(private, dict) else {}


def place(view: View) -> dict[str, Any]:
    """Where a modal of ours was opened, and where the one who opened it can be answered."""
    private = kept(view)
    channel, url = private.get("channel"), private.get("response_url")
    channel = channel if isinstance(channel, str) and NAME.match(channel) else ""
    return {"channel": channel, "is_direct": is_direct(channel), "response_url": url if isinstance(url, str) else None}
