"""The blocks of 2025 and 2026: tables, plans, cards, containers, alerts, charts."""

from typing import Any

from bot.sandbox.blockkit.checks import (
    Check,
    Report,
    Shape,
    anything,
    at_least_one,
    boolean,
    by_type,
    every,
    integer,
    limited,
    list_of,
    number,
    one_of,
    string,
)
from bot.sandbox.blockkit.elements import ELEMENTS, IN_CONTEXT_ACTIONS, element
from bot.sandbox.blockkit.objects import plain, text
from bot.sandbox.blockkit.rich_text import rich_text_object
from bot.sandbox.limits import LIMITS

_RAW = {"raw_text": Shape({"text": string(10_000)})}
_NUMBERED = {**_RAW, "raw_number": Shape({"value": number, "text": string(10_000)})}
_CELL = by_type({**_RAW, "rich_text": rich_text_object})
_DATA_CELL = by_type({**_NUMBERED, "rich_text": rich_text_object})
_COLUMN = Shape(optional={"align": one_of("left", "center", "right"), "is_wrapped": boolean}, has_type=False)
_IMAGE = by_type({"image": ELEMENTS["image"]})


def _cell_characters(rows: Any) -> int:
    if isinstance(rows, str):
        return len(rows)
    if isinstance(rows, list):
        return sum(_cell_characters(item) for item in rows)
    return (
        sum(_cell_characters(rows[key]) for key in ("text", "elements") if key in rows) if isinstance(rows, dict) else 0
    )


def _even_rows(value: Any, path: str, report: Report) -> None:
    rows = value.get("rows")
    widths = {len(row) for row in rows if isinstance(row, list)} if isinstance(rows, list) else set()
    if len(widths) > 1:
        report.add("all rows must have the same number of cells", f"{path}/rows")


def _counted(block: str, most_characters: int) -> Check:
    def check(value: Any, path: str, report: Report) -> None:
        report.count[f"{block} characters"] += _cell_characters(value.get("rows"))
        if report.count[f"{block} characters"] > most_characters:
            report.add(f"no more than {most_characters} characters allowed over all cells", path)

    return check


def _plain_header(value: Any, path: str, report: Report) -> None:
    rows = value.get("rows")
    header = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []
    for index, cell in enumerate(header):
        if isinstance(cell, dict) and cell.get("type") == "rich_text":
            report.add("unsupported type: rich_text", f"{path}/rows/0/{index}/type")


TABLE = Shape(
    {"rows": list_of(list_of(_CELL, LIMITS["table.columns"]), LIMITS["table.rows"])},
    {"column_settings": list_of(_COLUMN, LIMITS["table.columns"], 0)},
    every(_even_rows, _counted("table", LIMITS["table.characters"])),
)
DATA_TABLE = Shape(
    {
        "rows": list_of(list_of(_DATA_CELL, LIMITS["data_table.columns"]), LIMITS["data_table.rows"], 2),
        "caption": string(3_000),
    },
    {"page_size": integer(1, LIMITS["data_table.page"]), "row_header_column_index": integer(0, 19)},
    every(_even_rows, _plain_header, _counted("data_table", LIMITS["data_table.characters"])),
)


def _never_pending(value: Any, path: str, report: Report) -> None:
    if value.get("status") == "pending":
        report.add("a task_card outside a plan may not be pending", f"{path}/status")


_TASK_FIELDS: dict[str, Check] = {
    "task_id": string(255),
    "title": string(3_000),
    "status": one_of("pending", "in_progress", "complete", "error"),
}
_TASK_MORE: dict[str, Check] = {
    "details": rich_text_object,
    "output": rich_text_object,
    "sources": list_of(by_type({"url": Shape({"url": limited("button.url"), "text": string(3_000)})}), 100, 0),
    "block_id": anything,
}
TASK_CARD = Shape(_TASK_FIELDS, _TASK_MORE, _never_pending)
PLAN = Shape(
    {"title": string(3_000)},
    {"tasks": list_of(by_type({"task_card": Shape(_TASK_FIELDS, _TASK_MORE)}), LIMITS["plan.tasks"], 0)},
)
CARD = Shape(
    optional={
        "hero_image": _IMAGE,
        "icon": _IMAGE,
        "title": text("card.title"),
        "subtitle": text("card.subtitle"),
        "body": text("card.body"),
        "actions": list_of(element(frozenset({"button"})), LIMITS["card.actions"]),
        "block_id": anything,
    },
    also=at_least_one("hero_image", "title", "actions", "body"),
)
CAROUSEL = Shape({"elements": list_of(by_type({"card": CARD}), LIMITS["carousel.cards"])})
ALERT = Shape(
    {"text": text("alert.text")}, {"level": one_of("default", "info", "warning", "error", "success")}
)  # fmt: skip
CONTEXT_ACTIONS = Shape({"elements": list_of(element(IN_CONTEXT_ACTIONS), LIMITS["context_actions.elements"])})
CONTAINER_FIELDS: dict[str, Check] = {
    "title": plain("container.title"),
    "rich_text_title": rich_text_object,
    "subtitle": plain("container.title"),
    "width": anything,
    "icon": _IMAGE,
    "is_collapsible": boolean,
    "default_collapsed": boolean,
    "has_header_divider": boolean,
}

_POINT = Shape({"label": limited("data_visualization.label"), "value": number}, has_type=False)
_SERIES = Shape(
    {"name": limited("data_visualization.label"), "data": list_of(_POINT, LIMITS["data_visualization.points"])},
    has_type=False,
)
_PLOTTED = Shape({"series": list_of(_SERIES, LIMITS["data_visualization.series"]), "axis_config": anything})
_CHARTS: dict[str, Check] = {
    "pie": Shape({"segments": list_of(_POINT, LIMITS["data_visualization.series"])}),
    "bar": _PLOTTED,
    "area": _PLOTTED,
    "line": _PLOTTED,
}
DATA_VISUALIZATION = Shape({"title": limited("data_visualization.title"), "chart": by_type(_CHARTS)})
