"""Tables and charts: the plain table, the data table and the data visualization, with what Slack counts in them."""

import math
from collections import Counter
from typing import Any

from bot.sandbox.blockkit.checks import (
    Check,
    Report,
    Shape,
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
from bot.sandbox.blockkit.rich_text import rich_text_object
from bot.sandbox.limits import LIMITS

_RAW = {"raw_text": Shape({"text": string(10_000)})}
_NUMBERED = {**_RAW, "raw_number": Shape({"value": number, "text": string(10_000)})}
_CELL = by_type({**_RAW, "rich_text": rich_text_object})
_DATA_CELL = by_type({**_NUMBERED, "rich_text": rich_text_object})
_COLUMN = Shape(optional={"align": one_of("left", "center", "right"), "is_wrapped": boolean}, has_type=False)


def _cell_characters(rows: Any) -> int:
    if isinstance(rows, str):
        return len(rows)
    if isinstance(rows, list):
        return sum(_cell_characters(item) for item in rows)
    return (
        sum(_cell_characters(rows[key]) for key in ("text", "elements") if key in rows) if isinstance(rows, dict) else 0
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _even_rows(value: Any, path: str, report: Report) -> None:
    widths = {len(row) for row in _listed(value.get("rows")) if isinstance(row, list)}
    if len(widths) > 1:
        report.add("all rows must have the same number of cells", f"{path}/rows")


def _counted(block: str, most_characters: int) -> Check:
    def check(value: Any, path: str, report: Report) -> None:
        report.count[f"{block} characters"] += _cell_characters(value.get("rows"))
        if report.count[f"{block} characters"] > most_characters:
            report.add(f"no more than {most_characters} characters allowed over all cells", path)

    return check


def _header(value: Any) -> list[Any]:
    rows = _listed(value.get("rows"))
    return _listed(rows[0]) if rows else []


def _plain_header(value: Any, path: str, report: Report) -> None:
    for index, cell in enumerate(_header(value)):
        if isinstance(cell, dict) and cell.get("type") == "rich_text":
            report.add("unsupported type: rich_text", f"{path}/rows/0/{index}/type")


def _row_header(value: Any, path: str, report: Report) -> None:
    """The column that names each row is one of the table's."""
    column, header = value.get("row_header_column_index"), _header(value)
    if isinstance(column, int) and header and column >= len(header):
        report.add(f"must be between 0 and {len(header) - 1}", f"{path}/row_header_column_index")


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
    every(_even_rows, _plain_header, _row_header, _counted("data_table", LIMITS["data_table.characters"])),
)

_LABEL = limited("data_visualization.label")


def _plotted_number(value: Any, path: str, report: Report) -> None:
    number(value, path, report)
    if isinstance(value, float) and not math.isfinite(value):
        report.add("must provide a number", path)


def _positive(value: Any, path: str, report: Report) -> None:
    _plotted_number(value, path, report)
    if isinstance(value, int | float) and value <= 0:
        report.add("must be more than 0", path)


def _unique(named: str, of: str) -> Check:
    """Each of a list has a name of its own."""

    def check(value: Any, path: str, report: Report) -> None:
        names = Counter(str(one.get(named)) for one in _listed(value.get(of)) if isinstance(one, dict))
        for name in (name for name, times in names.items() if times > 1):
            report.add(f"{named} {name!r} must be unique", f"{path}/{of}")

    return check


def _categories(value: Any) -> list[Any]:
    axis = value.get("axis_config")
    return _listed(axis.get("categories")) if isinstance(axis, dict) else []


def _every_category_once(value: Any, path: str, report: Report) -> None:
    """Each series has a value for each category of the axis: no gap, none twice, no other."""
    wanted = Counter(map(str, _categories(value)))
    for index, series in enumerate(_listed(value.get("series"))):
        points = _listed(series.get("data")) if isinstance(series, dict) else []
        labels = Counter(str(point.get("label")) for point in points if isinstance(point, dict))
        if labels != wanted:
            report.add("labels must match the categories, each once", f"{path}/series/{index}/data")


def _own_categories(value: Any, path: str, report: Report) -> None:
    categories = _categories(value)
    if len(set(map(str, categories))) < len(categories):
        report.add("categories must be unique", f"{path}/axis_config/categories")


_POINT = Shape({"label": _LABEL, "value": _plotted_number}, has_type=False)
_SEGMENT = Shape({"label": _LABEL, "value": _positive}, has_type=False)
_SERIES = Shape({"name": _LABEL, "data": list_of(_POINT, LIMITS["data_visualization.points"])}, has_type=False)
_AXIS = Shape(
    {"categories": list_of(_LABEL, LIMITS["data_visualization.points"])},
    {"x_label": limited("data_visualization.axis"), "y_label": limited("data_visualization.axis")},
    has_type=False,
)
_PLOTTED = Shape(
    {"series": list_of(_SERIES, LIMITS["data_visualization.series"]), "axis_config": _AXIS},
    also=every(_unique("name", "series"), _own_categories, _every_category_once),
)
_PIE = Shape({"segments": list_of(_SEGMENT, LIMITS["data_visualization.series"])}, also=_unique("label", "segments"))
_CHARTS: dict[str, Check] = {"pie": _PIE, "bar": _PLOTTED, "area": _PLOTTED, "line": _PLOTTED}
DATA_VISUALIZATION = Shape({"title": limited("data_visualization.title"), "chart": by_type(_CHARTS)})
