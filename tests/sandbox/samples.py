"""Blocks and views in the shapes that Slack takes."""

from typing import Any

Block = dict[str, Any]
RICH = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]}


def plain(text: str = "words") -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "words") -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "words", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(label: str = "Go", action_id: str = "go", **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(label), "action_id": action_id, **more}


def actions(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements) or [button()], **more}


def option(label: str = "One", value: str = "1", **more: Any) -> dict[str, Any]:
    return {"text": plain(label), "value": value, **more}


def options(number: int) -> list[dict[str, Any]]:
    return [option(f"Option {i}", str(i)) for i in range(number)]


def field(element: dict[str, Any] | None = None, label: str = "Name", **more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain(label), "element": element or {"type": "plain_text_input"}, **more}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Title"), "submit": plain("Save"), "blocks": list(blocks), **more}


def home(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks), **more}


def cells(rows: int, columns: int, text: str = "x") -> list[Any]:
    return [[{"type": "raw_text", "text": text} for _ in range(columns)] for _ in range(rows)]


def data_table(rows: list[Any], **more: Any) -> Block:
    return {"type": "data_table", "rows": rows, "caption": "x", **more}


def chart(**more: Any) -> Block:
    pie = {"type": "pie", "segments": [{"label": "x", "value": 1}]}
    return {"type": "data_visualization", "title": "x", "chart": pie, **more}
