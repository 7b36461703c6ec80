"""What Slack takes and refuses in data tables and charts: rows, columns, points, labels, how many a message holds."""

from typing import Any

import pytest

from bot.sandbox.blockkit import faults, view_faults
from tests.sandbox.samples import RICH, Block, cells, chart, data_table, home, modal
from tests.tables import each


def plotted(kind: str = "line", series: int = 1, points: int = 2, **axis: Any) -> Block:
    """A chart with so many series over so many categories."""
    names = [f"c{number}" for number in range(points)]
    data = [{"label": name, "value": number} for number, name in enumerate(names)]
    lines = [{"name": f"s{number}", "data": list(data)} for number in range(series)]
    return chart(chart={"type": kind, "series": lines, "axis_config": {"categories": names, **axis}})


def with_series(*series: tuple[str, Block], labels: tuple[str, ...] = ("a", "b")) -> Block:
    """A bar chart over the categories a and b."""
    lines = [{"name": name, "data": points(**values)} for name, values in series]
    return chart(chart={"type": "bar", "series": lines, "axis_config": {"categories": list(labels)}})


def points(**values: float) -> list[Block]:
    return [{"label": label, "value": value} for label, value in values.items()]


def pie(*segments: tuple[str, float]) -> Block:
    return chart(chart={"type": "pie", "segments": [{"label": label, "value": value} for label, value in segments]})


AB = {"a": 1, "b": 2}
TWICE = with_series(("x", AB))
TWICE["chart"]["series"][0]["data"] += points(a=1)

FITS: dict[str, list[Block]] = {
    "a table of 101 rows": [data_table(cells(101, 19), page_size=100, row_header_column_index=0)],
    "20 columns": [data_table(cells(2, 20), row_header_column_index=19)],
    "two tables of 20,000 characters together": [data_table(cells(2, 1, "x" * 5_000)), data_table(cells(2, 1))],
    "numbers and rich text": [
        data_table([cells(1, 2)[0], [{"type": "raw_number", "value": 3, "text": "3 of 5"}, RICH]])
    ],
    "two charts": [chart(), chart(title="x" * 50)],
    "6 series over 20 categories": [plotted("line", 6, 20), plotted("bar", 6, 20)],
    "titles of the axes": [plotted("area", x_label="x" * 50, y_label="y" * 50)],
    "less than nothing": [with_series(("x" * 20, {"b": -1.5, "a": 0}))],
    "a pie of 6": [pie(*((f"s{number}", 0.5) for number in range(6)))],
}

REFUSED: dict[str, tuple[list[Block], str]] = {
    "a header alone": ([data_table(cells(1, 1))], "no fewer than 2 items allowed"),
    "no caption": ([{"type": "data_table", "rows": cells(2, 1)}], "missing required field: caption"),
    "a rich header cell": ([data_table([[RICH], *cells(1, 1)])], "unsupported type: rich_text"),
    "102 rows": ([data_table(cells(102, 1))], "no more than 101 items allowed"),
    "21 columns": ([data_table(cells(2, 21))], "no more than 20 items allowed"),
    "an empty cell": ([data_table(cells(2, 1, ""))], "must be more than 0 characters"),
    "uneven rows": ([data_table([*cells(1, 2), *cells(1, 3)])], "the same number of cells"),
    "20,002 characters over two tables": (
        [data_table(cells(2, 1, "x" * 5_001)), data_table(cells(2, 1, "x" * 5_000))],
        "no more than 20000 characters allowed over all cells [json-pointer:/blocks/1]",
    ),
    "pages of 101": ([data_table(cells(2, 1), page_size=101)], "must be between 1 and 100"),
    "pages of none": ([data_table(cells(2, 1), page_size=0)], "must be between 1 and 100"),
    "a row header that is no column": (
        [data_table(cells(2, 2), row_header_column_index=2)],
        "must be between 0 and 1 [json-pointer:/blocks/0/row_header_column_index]",
    ),
    "a number without its text": (
        [data_table([*cells(1, 1), [{"type": "raw_number", "value": 3}]])],
        "missing required field: text",
    ),
    "a link cell": ([data_table([*cells(1, 1), [{"type": "link"}]])], "unsupported type: link"),
    "rows that are none": ([data_table("x")], "must provide an array"),  # type: ignore[arg-type]
    "three charts": ([chart(), chart(), chart()], "only 2 of type data_visualization allowed [json-pointer:/blocks/2]"),
    "a title of 51": ([chart(title="x" * 51)], "must be less than 51 characters [json-pointer:/blocks/0/title]"),
    "a chart of no known kind": ([chart(chart={"type": "radar"})], "unsupported type: radar"),
    "7 series": ([plotted(series=7)], "no more than 6 items allowed [json-pointer:/blocks/0/chart/series]"),
    "no series": ([plotted(series=0)], "no fewer than 1 items allowed"),
    "21 points": ([plotted(points=21)], "no more than 20 items allowed"),
    "a label of 21": ([with_series(("x" * 21, AB))], "must be less than 21 characters"),
    "a category of 21": ([with_series(("x", {"a" * 21: 1}), labels=("a" * 21,))], "must be less than 21 characters"),
    "an axis title of 51": ([plotted(x_label="x" * 51)], "must be less than 51 characters"),
    "a line without an axis": (
        [chart(chart={"type": "line", "series": [{"name": "x", "data": points(a=1)}]})],
        "missing required field: axis_config",
    ),
    "a category without a value": ([with_series(("x", {"a": 1}))], "labels must match the categories, each once"),
    "a value without a category": ([with_series(("x", AB | {"c": 3}))], "labels must match the categories"),
    "a category twice in a series": ([TWICE], "labels must match the categories"),
    "a category twice on the axis": ([with_series(("x", AB), labels=("a", "b", "b"))], "categories must be unique"),
    "two series of one name": ([with_series(("x", AB), ("x", AB))], "name 'x' must be unique"),
    "a value that is no number": ([with_series(("x", {"a": 1, "b": float("nan")}))], "must provide a number"),
    "a pie of 7": ([pie(*((f"s{number}", 1) for number in range(7)))], "no more than 6 items allowed"),
    "a pie with nothing of a segment": ([pie(("a", 1), ("b", 0))], "must be more than 0"),
    "a pie with less than nothing": ([pie(("a", -1))], "must be more than 0"),
    "a pie with two segments of one name": ([pie(("a", 1), ("a", 2))], "label 'a' must be unique"),
}


@each("name", FITS)
def test_what_slack_takes_has_no_faults(name: str):
    assert faults(FITS[name]) == []


@each("name", REFUSED)
def test_what_slack_refuses_is_named_with_a_pointer(name: str):
    blocks, expected = REFUSED[name]

    found = faults(blocks)

    assert any(expected in fault for fault in found), found
    assert all("[json-pointer:/blocks" in fault for fault in found)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (modal(data_table(cells(2, 1))), "unsupported type: data_table"),
        (modal(chart()), "unsupported type: data_visualization"),
        (home(chart()), "unsupported type: data_visualization"),
    ],
)
def test_where_a_data_block_may_not_stand_it_is_refused(view: Any, expected: str):
    assert any(expected in fault for fault in view_faults(view))


def test_a_data_table_may_stand_in_a_home():
    assert view_faults(home(data_table(cells(2, 1)))) == []
