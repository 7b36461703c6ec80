"""Finding controls as a person does, by what is written on them, and filling them in with plain Python values."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.records import Json, Message, View
from bot.sandbox.state import elements, value_field


def find_control(blocks: list[Json], wanted: str, within: str | None) -> tuple[str, Json]:
    """The block id and the element that fits best: by label or id first, then by the end of its action id."""
    offered = [(block, element) for block, element in elements(blocks) if within in (None, block.get("block_id"))]
    for fits in (_is_named, _ends_with, _has_option):
        fitting = [(block, element) for block, element in offered if fits(block, element, wanted)]
        if len(fitting) == 1 or (fitting and fits is _is_named):
            block, element = fitting[0]
            return str(block["block_id"]), element
    there = [" / ".join(sorted(_names(block, element))) for block, element in offered]
    raise LookupError(f"There is no control {wanted!r}. There are: {there}")


def fill_in(element: Json, value: Any) -> Json:
    """What Slack sends for an element that was used or filled in with a value."""
    if element["type"] == "button":
        return {"value": element["value"]} if "value" in element else {}
    if element["type"] == "overflow":
        return {"selected_option": _option(element, value)}
    field = value_field(element["type"])
    if field is None:
        return {}
    if field == "selected_option":
        return {field: None if value is None else _option(element, value)}
    if field == "selected_options":
        chosen = [value] if isinstance(value, str) else list(value or [])
        return {field: [_option(element, one) for one in chosen]}
    return {field: list(value) if isinstance(value, (list, tuple)) else value}


def is_option(element: Json, wanted: str) -> bool:
    """Whether that is the label or the value of one of the element's options."""
    return any(wanted in (option["value"], option["text"]["text"]) for option in _options(element))


def words(shown: Message | View) -> str:
    """Every word of a message or view, one text a line."""
    if isinstance(shown, View):
        return "\n".join(_texts(shown.body))
    return "\n".join([shown.text, *_texts(shown.blocks), *_texts(shown.attachments)])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("text", "alt_text", "url") and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


def _options(element: Json) -> list[Json]:
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    return [*element.get("options", []), *grouped]


def _option(element: Json, wanted: Any) -> Json:
    for option in _options(element):
        if wanted in (option["value"], option["text"]["text"]):
            return option
    raise LookupError(f"There is no option {wanted!r}. There are: {[o['text']['text'] for o in _options(element)]}")


def _names(block: Json, element: Json) -> set[str]:
    named = {element["action_id"], element.get("value"), block.get("block_id") if block["type"] == "input" else None}
    for text in (element.get("text"), element.get("placeholder"), block.get("label")):
        named.add(text.get("text") if isinstance(text, dict) else None)
    return {name for name in named if isinstance(name, str)}


def _is_named(block: Json, element: Json, wanted: str) -> bool:
    return wanted in _names(block, element)


def _ends_with(_block: Json, element: Json, wanted: str) -> bool:
    return str(element["action_id"]).endswith(wanted) or str(element["action_id"]).startswith(wanted)


def _has_option(_block: Json, element: Json, wanted: str) -> bool:
    return is_option(element, wanted)
