"""JSON that is a table: a list of objects, columns or split parts as pandas writes them, or one object as one row."""

from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import walk
from bot.results.records import Records, line_records, of_rows
from bot.results.source import Source
from bot.results.values import Refused

SMALL = 4 * 1024 * 1024
"""Bytes of an object that is turned around in memory, cell by cell; lists of objects have no such limit."""


def json_records(source: Source, seen: Seen) -> Records:
    """The rows of a JSON document that no format knows as a whole; no rows where it is no table."""
    if seen.values.get(()) == []:
        if () not in seen.rows:
            raise Refused("The file is an empty list: nothing was evaluated.")
        return of_rows(lambda: _list(source))
    if ("schema", "pandas_version") in seen.values:
        return of_rows(lambda: _list(source, ("data",)))
    if source.size > SMALL:
        return Records((), lambda: iter(()))
    split, columns = _parted(source)
    rows = split or (_turned(columns) if columns.keys() == {path[0] for path in seen.values if path} else [])
    if rows:
        return of_rows(lambda: iter(rows))
    return line_records(source) if "\n" not in source.head.strip() else Records((), lambda: iter(()))


def _turned(columns: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of columns by name; where the outer names are numbers and the inner ones are not, they are the rows."""
    places = list(next(iter(columns.values()), {}))
    if all(name.isdigit() for name in columns) and not any(place.isdigit() for place in places):
        return list(columns.values())
    return [{name: column[place] for name, column in columns.items()} for place in places]


def _list(source: Source, path: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    for part in walk(source.chunks()):
        if part.path != path:
            continue
        if part.is_row and not isinstance(part.value, dict):
            raise Refused(
                "The file is a list of something else than objects: no tool writes results so. Export it again."
            )
        if part.is_row:
            yield part.value


def _parted(source: Source) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Rows where the parts are `columns` and `data`; else columns by name where all have the same places."""
    names: list[str] = []
    rows: list[dict[str, Any]] = []
    columns: dict[str, dict[str, Any]] = {}
    for part in walk(source.chunks()):
        if part.path == ("columns",) and part.is_row:
            names.append(str(part.value))
        elif part.path == ("data",) and part.is_row and isinstance(part.value, list):
            rows.append(dict(zip(names, part.value, strict=False)))
        elif len(part.path) == 2:
            # A cell that is a list: only its being there matters, so its last item stands for it, or that it is empty.
            columns.setdefault(part.path[0], {})[part.path[1]] = part.value
    same = len({tuple(column) for column in columns.values()}) == 1 and len(columns) > 1
    return (rows if names else []), (columns if same else {})
