"""What the blocks of a message say, again as text: for those who listen to it, and where blocks are not shown."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.views.text import escape

Block = dict[str, Any]


def twin(blocks: Iterable[Block]) -> str:
    """Everything that the blocks say, as text: paragraphs, small lines, and what can be pressed or chosen."""
    return "\n".join(line for block in blocks for line in _spoken(block) if line)


def _spoken(block: Block) -> list[str]:
    match block["type"]:
        case "section":
            beside = _controls([block["accessory"]]) if "accessory" in block else []
            return [block["text"]["text"], *beside]
        case "header":
            return [f"*{escape(block['text']['text'])}*"]
        case "context":
            return [" · ".join(element["text"] for element in block["elements"])]
        case "actions":
            return _controls(block["elements"])
        case "image":
            return [escape(block["alt_text"])]
        case _:
            return []


def _controls(elements: Sequence[Block]) -> list[str]:
    labels = [_label(element) for element in elements if element["type"] == "button"]
    lines: list[str] = []
    for element in elements:
        if element["type"] == "checkboxes":
            ticked = {one["value"] for one in element.get("initial_options", ())}
            lines += [f"{'☑' if one['value'] in ticked else '☐'} {_label(one)}" for one in element["options"]]
        elif element["type"] == "overflow":
            lines.append(f"Menu: {', '.join(_label(one) for one in element['options'])}.")
        elif element["type"] == "users_select":
            lines.append(f"Choose a person: {escape(element['placeholder']['text'])}.")
        elif "options" in element:
            lines.append(f"Choose one: {', '.join(_label(one) for one in element['options'])}.")
    return [*lines, f"Buttons: {', '.join(labels)}."] if labels else lines


def _label(element: Block) -> str:
    return escape(element["text"]["text"])
