"""The small checks that all of Block Kit is made of.

A check takes a value, the pointer to where it stands, and a report to write to.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot.sandbox.limits import LIMITS


@dataclass
class Report:
    """The faults found so far, and what can only be judged over the whole surface."""

    surface: str
    faults: list[str] = field(default_factory=list)
    block_ids: set[str] = field(default_factory=set)
    action_ids: set[str] = field(default_factory=set)
    """Those of the block at hand."""
    count: Counter[str] = field(default_factory=Counter)
    """Blocks by type, and characters of markdown and tables."""

    def add(self, fault: str, path: str) -> None:
        """Write down one fault with the pointer to it."""
        self.faults.append(f"{fault} [json-pointer:{path}]")


Check: TypeAlias = Callable[[Any, str, Report], None]


def string(most: int, least: int = 1) -> Check:
    """Text of a length."""

    def check(value: Any, path: str, report: Report) -> None:
        if not isinstance(value, str):
            report.add("must provide a string", path)
        elif len(value) > most:
            report.add(f"must be less than {most + 1} characters", path)
        elif len(value) < least:
            report.add(f"must be more than {least - 1} characters", path)

    return check


def limited(name: str, least: int = 1) -> Check:
    """Text no longer than the limit of that name."""
    return string(LIMITS[name], least)


def matching(pattern: str, meaning: str) -> Check:
    """Text of a form."""
    compiled = re.compile(pattern)

    def check(value: Any, path: str, report: Report) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            report.add(f"must be {meaning}", path)

    return check


def integer(least: int, most: int) -> Check:
    """A whole number within bounds."""

    def check(value: Any, path: str, report: Report) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            report.add("must provide a number", path)
        elif not least <= value <= most:
            report.add(f"must be between {least} and {most}", path)

    return check


def boolean(value: Any, path: str, report: Report) -> None:
    """True or false."""
    if not isinstance(value, bool):
        report.add("must provide a boolean", path)


def number(value: Any, path: str, report: Report) -> None:
    """Any number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        report.add("must provide a number", path)


def anything(_value: Any, _path: str, _report: Report) -> None:
    """Whatever it is."""


def one_of(*values: str) -> Check:
    """One of a few words."""

    def check(value: Any, path: str, report: Report) -> None:
        if value not in values:
            report.add(f"must be one of: {', '.join(values)}", path)

    return check


def list_of(item: Check, most: int, least: int = 1) -> Check:
    """A list of a length, each item of which passes."""

    def check(value: Any, path: str, report: Report) -> None:
        if not isinstance(value, list):
            report.add("must provide an array", path)
            return
        if len(value) > most:
            report.add(f"no more than {most} items allowed", path)
        if len(value) < least:
            report.add(f"no fewer than {least} items allowed", path)
        for index, inner in enumerate(value):
            item(inner, f"{path}/{index}", report)

    return check


@dataclass(frozen=True)
class Shape:
    """An object with named fields and no others; `also` judges what one field alone cannot show."""

    required: Mapping[str, Check] = field(default_factory=dict)
    optional: Mapping[str, Check] = field(default_factory=dict)
    also: Check | None = None
    has_type: bool = True

    def __call__(self, value: Any, path: str, report: Report) -> None:
        """Check an object of this shape."""
        if not isinstance(value, dict):
            report.add("must provide an object", path)
            return
        for name in self.required:
            if value.get(name) is None:
                report.add(f"missing required field: {name}", path)
        for name, inner in value.items():
            check = self.required.get(name) or self.optional.get(name)
            if check is not None and inner is not None:
                check(inner, f"{path}/{name}", report)
            elif check is None and not (name == "type" and self.has_type):
                report.add(f"invalid additional property: {name}", path)
        if self.also is not None:
            self.also(value, path, report)


def by_type(shapes: Mapping[str, Check], allowed: frozenset[str] | None = None) -> Check:
    """An object whose `type` says which shape it has to have."""

    def check(value: Any, path: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must provide an object", path)
            return
        type_ = value.get("type")
        if not isinstance(type_, str) or type_ not in shapes or (allowed is not None and type_ not in allowed):
            report.add(f"unsupported type: {type_}", f"{path}/type")
            return
        shapes[type_](value, path, report)

    return check


def exactly_one(*names: str) -> Check:
    """One of these fields is there, and not two."""

    def check(value: Any, path: str, report: Report) -> None:
        given = [name for name in names if value.get(name) is not None]
        if len(given) != 1:
            report.add(f"must provide exactly one of: {', '.join(names)}", path)

    return check


def at_least_one(*names: str) -> Check:
    """One of these fields is there."""

    def check(value: Any, path: str, report: Report) -> None:
        if all(value.get(name) is None for name in names):
            report.add(f"must provide at least one of: {', '.join(names)}", path)

    return check


def every(*checks: Check) -> Check:
    """All of these checks."""

    def check(value: Any, path: str, report: Report) -> None:
        for one in checks:
            one(value, path, report)

    return check
