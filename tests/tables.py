"""A table of cheap rows is one test: it tries every row, then names each that does not hold, and where, and why.

`@each` is written like `@pytest.mark.parametrize` and stacks like it. Thousands of items of a millisecond each cost
more to collect, hand out and report than to try. What is slow, or changes something that a fixture gives, stays
parametrized: the rows of one test share its fixtures.
"""

import functools
import inspect
import textwrap
import traceback
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any

import pytest

FAULTS = (Exception, pytest.fail.Exception)
SHOWN = 15
"""Lines of what is said of one row; the first row that does not hold is told in full."""

Ids = Iterable[str] | Callable[[Any], object] | None
Rows = list[tuple[str, dict[str, Any]]]


def _name(value: object) -> str:
    if isinstance(value, Enum):
        return str(value)
    return value.__name__ if isinstance(value, type) else repr(value)


def _rows(names: Sequence[str], table: Iterable[Any], ids: Ids) -> Rows:
    """(Name, arguments) of each row."""
    rows = []
    told = None if ids is None or callable(ids) else list(ids)
    for number, entry in enumerate(table):
        param = entry if hasattr(entry, "values") and hasattr(entry, "marks") else pytest.param(entry)
        values = param.values if param is entry or len(names) == 1 else tuple(entry)
        assert len(values) == len(names), f"row {number} has {len(values)} values for {', '.join(names)}"
        if callable(ids):
            name = ", ".join(str(ids(value)) for value in values)
        else:
            name = told[number] if told else ", ".join(_name(value) for value in values)
        rows.append((str(param.id or name), dict(zip(names, values, strict=True))))
    assert rows, "the table is empty: it would hold nothing"
    return rows


class _Faults:
    """What did not hold, row by row."""

    def __init__(self, tried: int) -> None:
        self.tried = tried
        self.told: list[str] = []
        self.first: BaseException | None = None

    def add(self, name: str, fault: BaseException, test: Callable[..., Any]) -> None:
        code = inspect.unwrap(test).__code__
        lines = [line for frame, line in traceback.walk_tb(fault.__traceback__) if frame.f_code is code]
        said = f"line {lines[-1] if lines else '?'}: {type(fault).__name__}: {fault}".splitlines()
        more = [f"({len(said) - SHOWN} more lines)"] if len(said) > SHOWN else []
        self.told.append(f"{name}\n{textwrap.indent(chr(10).join([*said[:SHOWN], *more]), '    ')}")
        self.first = self.first or fault

    def tell(self) -> None:
        __tracebackhide__ = True
        if self.told:
            told = "\n".join(self.told)
            raise AssertionError(f"{len(self.told)} of {self.tried} rows do not hold:\n{told}") from self.first


def each(
    names: str | Sequence[str], table: Iterable[Any], *, ids: Ids = None
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Call the test with every row of the table, and fail once, with every row that does not hold."""
    given = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = _rows(given, table, ids)

    def wrap(test: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(test)
        def try_each(**shared: Any) -> None:
            __tracebackhide__ = True
            faults = _Faults(len(rows))
            for name, row in rows:
                try:
                    test(**shared, **row)
                except FAULTS as fault:
                    faults.add(name, fault, test)
            faults.tell()

        @functools.wraps(test)
        async def wait_for_each(**shared: Any) -> None:
            __tracebackhide__ = True
            faults = _Faults(len(rows))
            for name, row in rows:
                try:
                    await test(**shared, **row)
                except FAULTS as fault:
                    faults.add(name, fault, test)
            faults.tell()

        chosen = wait_for_each if inspect.iscoroutinefunction(test) else try_each
        signature = inspect.signature(test)
        left = [each for name, each in signature.parameters.items() if name not in given]
        chosen.__signature__ = signature.replace(parameters=left)
        return chosen

    return wrap
