"""Blocks: their shapes, the surfaces they may stand on, and what is counted over a whole surface."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.blockkit import data, newer
from bot.sandbox.blockkit.checks import Report, Shape, at_least_one, boolean, limited, list_of, string
from bot.sandbox.blockkit.elements import ELEMENTS, IN_ACTIONS, IN_SECTION, INPUT_ELEMENT, element
from bot.sandbox.blockkit.objects import PICTURE, SLACK_FILE, plain, text
from bot.sandbox.blockkit.rich_text import RICH_TEXT
from bot.sandbox.limits import LIMITS

_EVERYWHERE = frozenset({"message", "modal", "home"})
_MESSAGES = frozenset({"message"})
_NOT_MODAL = frozenset({"message", "home"})


@dataclass(frozen=True)
class _Kind:
    """One kind of block: its shape and where it may stand."""

    shape: Shape
    surfaces: frozenset[str] = _EVERYWHERE
    most: int | None = None
    """How many of it a surface may hold."""


def _context_element(value: Any, path: str, report: Report) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        ELEMENTS["image"](value, path, report)
    else:
        text("text")(value, path, report)


def _markdown(value: Any, path: str, report: Report) -> None:
    report.count["markdown characters"] += len(value["text"]) if isinstance(value.get("text"), str) else 0
    if report.count["markdown characters"] > LIMITS["markdown.characters"]:
        report.add(f"no more than {LIMITS['markdown.characters']} characters of markdown allowed in a message", path)


def _children(value: Any, path: str, report: Report) -> None:
    list_of(_child, LIMITS["container.blocks"])(value, path, report)


def _child(value: Any, path: str, report: Report) -> None:
    if isinstance(value, dict) and value.get("type") == "container":
        report.add("unsupported type: container", f"{path}/type")
        return
    _block(value, path, report)


_KINDS: dict[str, _Kind] = {
    "actions": _Kind(Shape({"elements": list_of(element(IN_ACTIONS), LIMITS["actions.elements"])})),
    "context": _Kind(Shape({"elements": list_of(_context_element, LIMITS["context.elements"])})),
    "divider": _Kind(Shape()),
    "file": _Kind(Shape({"external_id": string(255), "source": string(20)}), _MESSAGES),
    "header": _Kind(Shape({"text": plain("header.text")})),
    "image": _Kind(
        Shape(
            {"alt_text": limited("image.alt_text")},
            {"image_url": limited("image.url"), "slack_file": SLACK_FILE, "title": plain("image.title")},
            PICTURE,
        )
    ),
    "input": _Kind(
        Shape(
            {"label": plain("input.label"), "element": INPUT_ELEMENT},
            {"hint": plain("input.hint"), "optional": boolean, "dispatch_action": boolean},
        )
    ),
    "markdown": _Kind(Shape({"text": limited("markdown.characters")}, also=_markdown), _MESSAGES),
    "rich_text": _Kind(RICH_TEXT),
    "section": _Kind(
        Shape(
            optional={
                "text": text("section.text"),
                "fields": list_of(text("section.field"), LIMITS["section.fields"]),
                "accessory": element(IN_SECTION),
                "expand": boolean,
            },
            also=at_least_one("text", "fields"),
        )
    ),
    "video": _Kind(
        Shape(
            {
                "alt_text": limited("image.alt_text"),
                "title": plain("image.title"),
                "thumbnail_url": limited("image.url"),
                "video_url": limited("image.url"),
            },
            {
                "author_name": string(50),
                "description": plain("image.title"),
                "provider_icon_url": limited("image.url"),
                "provider_name": string(50),
                "title_url": limited("image.url"),
            },
        )
    ),
    "alert": _Kind(newer.ALERT, frozenset({"modal"})),
    "card": _Kind(newer.CARD, _NOT_MODAL),
    "carousel": _Kind(newer.CAROUSEL, _NOT_MODAL),
    "container": _Kind(Shape({"child_blocks": _children}, newer.CONTAINER_FIELDS), _NOT_MODAL),
    "context_actions": _Kind(newer.CONTEXT_ACTIONS, _MESSAGES),
    "data_table": _Kind(data.DATA_TABLE, _NOT_MODAL),
    "data_visualization": _Kind(data.DATA_VISUALIZATION, _MESSAGES, LIMITS["data_visualization.per_message"]),
    "plan": _Kind(newer.PLAN, _MESSAGES),
    "table": _Kind(data.TABLE, _NOT_MODAL, LIMITS["table.per_message"]),
    "task_card": _Kind(newer.TASK_CARD, _MESSAGES),
}
TYPES = frozenset(_KINDS)


def check_blocks(blocks: Any, path: str, report: Report) -> None:
    """Check all blocks of a surface."""
    list_of(_block, LIMITS[f"{report.surface}.blocks"], 0)(blocks, path, report)


def _block(value: Any, path: str, report: Report) -> None:
    if not isinstance(value, dict):
        report.add("must provide an object", path)
        return
    kind = _KINDS.get(value["type"]) if isinstance(value.get("type"), str) else None
    if kind is None or report.surface not in kind.surfaces:
        report.add(f"unsupported type: {value.get('type')}", f"{path}/type")
        return
    _block_id(value.get("block_id"), path, report)
    report.count[value["type"]] += 1
    if kind.most is not None and report.count[value["type"]] > kind.most:
        report.add(f"only {kind.most} of type {value['type']} allowed", path)
    report.action_ids.clear()
    _with_block_id(kind.shape)(value, path, report)


def _with_block_id(shape: Shape) -> Callable[[Any, str, Report], None]:
    return Shape(shape.required, {**shape.optional, "block_id": limited("block_id")}, shape.also)


def _block_id(value: Any, path: str, report: Report) -> None:
    if isinstance(value, str) and value in report.block_ids:
        report.add(f"block_id {value!r} already exists", f"{path}/block_id")
    if isinstance(value, str):
        report.block_ids.add(value)
