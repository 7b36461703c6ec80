"""JSON from outside, read strictly: what JSON does not know or could not be given back is a fault with its place.

Python's reader takes NaN and Infinity, keeps the last of two equal keys in silence, and gives up with three kinds of
error on long numbers and deep nesting. Here all of that becomes lines for whoever wrote the file.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

_DEEPEST = 100
_LONGEST_NUMBER = 300
_SHOWN = 80

Fault = tuple[str, str]
"""A place, and what is wrong there."""


class Unfit(Exception):  # noqa: N818 - a fault line for a person
    """What was given cannot be read at all. `fault` says where and why."""

    def __init__(self, place: str, said: str) -> None:
        super().__init__(f"{place}: {said}")
        self.fault: Fault = (place, said)


class _Object(dict[str, Any]):
    """An object that remembers which keys it was given twice."""

    doubled: tuple[str, ...] = ()


class _NoNumber:
    """A number that JSON does not know, or that no number here can hold."""

    def __init__(self, text: str) -> None:
        self.text = text


def read_json(raw: bytes, example: str) -> tuple[Any, list[Fault]]:
    """The value, and what in it is not JSON all the same. Raises Unfit where there is no value; it names `example`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at, byte = error.start, raw[error.start]
        raise Unfit(
            f"byte {at}", f"0x{byte:02x} is not UTF-8; the nearest valid input is the file saved as UTF-8"
        ) from None
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_NoNumber, parse_int=_whole, parse_float=_broken
        )
    except json.JSONDecodeError as error:
        sign = shown(text[error.pos : error.pos + 1]) if error.pos < len(text) else "the end"
        place = f"line {error.lineno} column {error.colno}"
        raise Unfit(place, f"{sign} is not JSON here; the nearest valid input is {example}") from None
    except RecursionError:
        raise Unfit("the whole", f"it is nested too deeply; the nearest valid input is {example}") from None
    return value, list(_faults(value, example))


def shown(value: Any) -> str:
    """A value as a fault names it: JSON on one line, and not too much of it."""
    if isinstance(value, _NoNumber):
        return value.text[:_SHOWN]
    text = json.dumps(value, default=lambda other: getattr(other, "text", "?"))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    members = _Object(pairs)
    if len(members) != len(pairs):
        times = Counter(name for name, _ in pairs)
        members.doubled = tuple(sorted(name for name, given in times.items() if given > 1))
    return members


def _whole(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= _LONGEST_NUMBER else _NoNumber(text)


def _broken(text: str) -> float | _NoNumber:
    number = float(text)
    return number if abs(number) != float("inf") else _NoNumber(text)


def _faults(value: Any, example: str) -> Iterator[Fault]:
    """Walk the whole value, without recursion: it may be nested as deeply as the reader allowed."""
    stack = [("", value, 0)]
    while stack:
        place, item, depth = stack.pop()
        if depth > _DEEPEST:
            raise Unfit(f"{place[:_SHOWN]}…", f"it is nested too deeply; the nearest valid input is {example}")
        if isinstance(item, _NoNumber):
            yield place or "the whole", f"{shown(item)} is no number that JSON can hold; the nearest is 0"
        elif isinstance(item, _Object):
            for name in item.doubled:
                yield join(place, name), f"{shown(name)} is given twice; the nearest valid input names it once"
            stack += [(join(place, name), inner, depth + 1) for name, inner in reversed(item.items())]
        elif isinstance(item, list):
            stack += [(f"{place}[{n}]", inner, depth + 1) for n, inner in reversed(list(enumerate(item)))]


def join(place: str, name: str) -> str:
    """The place of a key within a place: "[2].facts" and "need" are "[2].facts.need"."""
    plain = name if name.isidentifier() and len(name) <= _SHOWN else shown(name)
    return f"{place}.{plain}" if place else plain
