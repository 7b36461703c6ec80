"""Rows of named values: of CSV, TSV, JSON lines or a list of JSON objects, gone through as often as a reader needs."""

import ast
import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.results.json_walk import LARGEST_VALUE, parse
from bot.results.source import Source
from bot.results.values import Refused

MOST_COLUMNS = 2_000
_LOOKED_AT = 50
_LARGEST_LITERAL = 100_000


@dataclass(frozen=True, slots=True)
class Records:
    """A table: its header, and its rows by name. `cells` gives the rows by place, since names may stand twice."""

    header: tuple[str, ...]
    rows: Callable[[], Iterator[dict[str, Any]]]
    cells: Callable[[], Iterator[list[str]]] | None = None
    """Only a CSV or TSV has cells."""
    first: Any = None
    """The first row."""

    @property
    def is_text(self) -> bool:
        """Whether each value is text, as in a CSV."""
        return self.cells is not None

    def has(self, *names: str) -> bool:
        """Whether the header has all of these columns."""
        return all(name in self.header for name in names)


def csv_records(source: Source) -> Records | None:
    """The file as a CSV or TSV; None where its first line is no header."""
    delimiter = _delimiter(source.head)
    if delimiter is None:
        return None

    def cells() -> Iterator[list[str]]:
        return _cells(source, delimiter)

    header = tuple(name.strip() for name in next(cells(), ()))
    if len(header) > MOST_COLUMNS:
        raise _too_wide(len(header))
    if len(header) < 2:
        return None

    def rows() -> Iterator[dict[str, Any]]:
        lines = cells()
        next(lines, None)
        for number, row in enumerate(lines, start=2):
            if len(row) > len(header):
                said = f"Row {number} of the table has {len(row):,} cells, its header {len(header):,}"
                raise Refused(f"{said}: save it again as CSV.")
            yield dict(zip(header, (*row, *("" for _ in range(len(header) - len(row)))), strict=True))

    return Records(header, rows, cells, next(rows(), None))


def line_records(source: Source) -> Records:
    """The file as JSON lines."""

    def rows() -> Iterator[dict[str, Any]]:
        for number, line in enumerate(source.lines(), start=1):
            if line and not line.isspace():
                row = parse(line, f"Line {number}")
                if not isinstance(row, dict):
                    raise Refused(f"Line {number} is no JSON object: in JSON lines, each line is one.")
                yield row

    return of_rows(rows)


def of_rows(rows: Callable[[], Iterator[dict[str, Any]]]) -> Records:
    """Rows of JSON objects, whose names are told by the first of them."""
    names: dict[str, None] = {}
    first: Any = None
    for place, row in enumerate(rows()):
        first = row if place == 0 else first
        names.update(dict.fromkeys(row))
        if place >= _LOOKED_AT:
            break
    if len(names) > MOST_COLUMNS:
        raise _too_wide(len(names))
    return Records(tuple(names), rows, None, first)


def literal(text: Any) -> Any:
    """What a cell says, where a table holds lists or objects as text: JSON, or Python's own spelling."""
    if not isinstance(text, str) or not text or text[0] not in "{[" or len(text) > _LARGEST_LITERAL:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text.replace("nan", "None") if "nan" in text else text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return text


def _delimiter(head: str) -> str | None:
    line = head.split("\n", 1)[0]
    counts = {mark: line.count(mark) for mark in (",", "\t", ";")}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else None


def _too_wide(columns: int) -> Refused:
    said = f"The table has {columns:,} columns, and no tool writes more than {MOST_COLUMNS:,}"
    return Refused(f"{said}: export the results alone.")


def _cells(source: Source, delimiter: str) -> Iterator[list[str]]:
    """The rows of a CSV as they stand there, empty ones left out."""
    # A limit of the whole process, and the only one that the module knows: an answer may be long.
    csv.field_size_limit(LARGEST_VALUE)
    reader = csv.reader(_kept_ends(source), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(row):
                yield row
    except csv.Error as error:
        raise Refused(f"The table is damaged at line {reader.line_num}: {error}. Export it again.") from None


def _kept_ends(source: Source) -> Iterator[str]:
    """The lines with a line feed each, as the csv module wants them."""
    return (f"{line}\n" for line in source.lines())
