"""Tables and charts of Slack's own, as plain dicts within Slack's limits by construction.

None says anything that the plain blocks beside it do not say (`Native.instead`): some workspaces refuse these blocks,
and who listens hears the text. Slack parses nothing in them, so no typed word has any power there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.views.blocks import Block
from bot.views.text import plain

TITLE = 50
LABEL = 20
AXIS = 50
SERIES = 6
POINTS = 20
ROWS = 100
"""Without the head."""
COLUMNS = 20
SEEN = 3
"""Columns of which a phone shows the last one at least in part; beyond it cuts without a sign."""
CELL = 150
PAGE = 100
CAPTION = 300

ChartKind = Literal["line", "bar", "area"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that is sorted by its number and shown by its words."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class InChannel:
    """A cell that shows a channel by its name and leads there."""

    channel: str


Cell = str | Figure | InChannel


def data_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], *, page: int = PAGE) -> Block:
    """A table that sorts and pages by itself; the first column names each row. It needs one row at least.

    Its caption says how many columns there are where a phone shows only the first of them.
    """
    columns = min(len(head), COLUMNS)
    counted = f" ({columns} columns)" if columns > SEEN else ""
    return {
        "type": "data_table",
        "caption": f"{plain(caption, CAPTION - len(counted)) or '–'}{counted}",
        "rows": [[_cell(one) for one in row[:COLUMNS]] for row in (head, *rows[:ROWS])],
        "page_size": min(max(page, 1), PAGE),
        "row_header_column_index": 0,
    }


def _cell(content: Cell) -> Block:
    if isinstance(content, InChannel):
        there = {"type": "channel", "channel_id": content.channel}
        return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [there]}]}
    if isinstance(content, Figure):
        return {"type": "raw_number", "value": content.value, "text": plain(content.words, CELL) or "–"}
    return {"type": "raw_text", "text": plain(content, CELL) or "–"}


def chart(
    kind: ChartKind,
    title: str,
    categories: Sequence[str],
    series: Mapping[str, Sequence[float]],
    *,
    y_label: str = "",
) -> Block:
    """A chart of the last categories, each series with a value for each. It needs one of both at least."""
    names = _labels(categories[-POINTS:])
    titles = _labels(list(series)[:SERIES])
    plotted = [
        {"name": name, "data": _points(names, values[-POINTS:])}
        for name, values in zip(titles, series.values(), strict=False)
    ]
    axis: Block = {"categories": names}
    if shown := plain(y_label, AXIS):
        axis["y_label"] = shown
    drawn = {"type": kind, "series": plotted, "axis_config": axis}
    return {"type": "data_visualization", "title": plain(title, TITLE) or "–", "chart": drawn}


def _points(names: Sequence[str], values: Sequence[float]) -> list[Block]:
    return [{"label": name, "value": value} for name, value in zip(names, values, strict=True)]


def _labels(names: Sequence[str]) -> list[str]:
    """The names, as short as Slack takes them and no two alike."""
    found: list[str] = []
    for name in names:
        label, number = plain(name, LABEL) or "–", 2
        while label in found:
            label, number = f"{plain(name, LABEL - 4)} {number}", number + 1
        found.append(label)
    return found
