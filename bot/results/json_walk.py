"""JSON read piece by piece: top-level names, one level below, and the rows of their lists, none of it held for long.

`walk` gives Parts in the order of the file. A whole row is parsed by the standard library's scanner, so it costs
about as much as `json.load`, and no more memory than the longest row. NaN and Infinity are taken, since tools write
them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Any

from bot.results.values import Refused

LARGEST_VALUE = 16 * 1024 * 1024
"""Characters of one row or value; no tool writes one that is longer."""
_AFTER = 32
"""A fault so close to the end of what was read may only be a word that goes on."""
_ENDS = frozenset(" \t\n\r,:]}")
"""What may follow a value; after anything else close to the end, it may be a number that goes on."""
_SPACE = re.compile(r"[ \t\n\r]*")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the document: names down to it, and its value. A list or object that is opened comes first, empty."""

    path: tuple[str, ...]
    value: Any
    is_row: bool = False
    is_opening: bool = False


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; one that says a name twice is refused, since nobody can tell which of the two counts."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _doubled(next(name for place, (name, _) in enumerate(pairs) if name in dict(pairs[:place])))
    return value


_DECODER = json.JSONDecoder(object_pairs_hook=unique)


def parse(text: str, place: str = "The file") -> Any:
    """One whole JSON value. Raises Refused in words."""
    try:
        return _DECODER.decode(text)
    except JSONDecodeError as error:
        raise Refused(f"{place} is damaged: {_said(error)} Export it again.") from None
    except (RecursionError, ValueError) as error:
        raise _too_much(error) from None


def walk(chunks: Iterator[str]) -> Iterator[Part]:
    """The parts of one document: two levels of names, and the rows of each list that stands there."""
    text = _Text(chunks)
    yield from _open(text, (), 0)
    if text.peek():
        raise Refused("The file is damaged: something follows after the end of its JSON. Export it again.")


def _open(text: "_Text", path: tuple[str, ...], depth: int) -> Iterator[Part]:
    first = text.peek()
    if first == "[":
        yield Part(path, [], is_opening=True)
        for _ in text.items("[", "]"):
            yield Part(path, text.value(), is_row=True)
    elif first == "{" and depth < 2:
        yield Part(path, {}, is_opening=True)
        names: set[str] = set()
        for _ in text.items("{", "}"):
            name = text.name()
            if name in names:
                raise _doubled(name)
            names.add(name)
            yield from _open(text, (*path, name), depth + 1)
    else:
        yield Part(path, text.value())


class _Text:
    """A window over the document that grows where a value goes on."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._text = ""
        self._at = 0
        self._before = 0

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._grow():
                return ""

    def items(self, begins: str, ends: str) -> Iterator[None]:
        """Stop at each item of a list or object; whoever iterates reads the item."""
        self._take(begins)
        if self.peek() == ends:
            self._at += 1
            return
        while True:
            yield
            if self.peek() == ends:
                self._at += 1
                return
            self._take(",")

    def name(self) -> str:
        """A name and its colon."""
        if self.peek() != '"':
            raise self._damaged()
        name = self.value()
        self._take(":")
        return str(name)

    def value(self) -> Any:
        """The next value, whole. Raises Refused where there is none, or it is too much."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except JSONDecodeError as error:
                goes_on = error.msg.startswith("Unterminated") or error.pos > len(self._text) - _AFTER
                if not goes_on or not self._grow():
                    raise self._damaged(error) from None
                continue
            except (RecursionError, ValueError) as error:
                raise _too_much(error) from None
            follows = self._text[end : end + 1]
            if follows not in _ENDS and end > len(self._text) - _AFTER and self._grow():
                continue
            self._at = end
            return value

    def _take(self, wanted: str) -> None:
        if self.peek() != wanted:
            raise self._damaged()
        self._at += 1

    def _grow(self) -> bool:
        """Read on, at least as much again as is open; False at the end of the file."""
        if len(self._text) - self._at > LARGEST_VALUE:
            raise Refused("One value of the file is larger than 16 MB: no tool writes that. Export it again.")
        pieces, wanted = [self._text[self._at :]], max(len(self._text) - self._at, 1)
        while wanted > 0 and (piece := next(self._chunks, "")):
            pieces.append(piece)
            wanted -= len(piece)
        self._before += self._at
        self._text, self._at = "".join(pieces), 0
        return len(pieces) > 1

    def _damaged(self, error: JSONDecodeError | None = None) -> Refused:
        at = error.pos if error else self._at
        where = f"character {self._before + at + 1}"
        if at >= len(self._text) or (error and error.msg.startswith("Unterminated")):
            return Refused(f"The file is cut off: its JSON ends in the middle, at {where}. Export it again.")
        shown = json.dumps(self._text[at : at + _SHOWN].split("\n")[0])
        return Refused(f"The file is damaged: {shown} is not JSON, at {where}. Export it again.")


def _said(error: JSONDecodeError) -> str:
    return f"it is not JSON at character {error.pos + 1}."


def _doubled(name: str) -> Refused:
    shown = json.dumps(name[:_SHOWN])
    return Refused(f"One object of the file names {shown} twice, so nobody can tell which counts. Export it again.")


def _too_much(error: RecursionError | ValueError) -> Refused:
    if isinstance(error, RecursionError):
        return Refused("The file is nested too deeply: no tool writes that. Export it again.")
    return Refused("The file holds a number of more than 4,300 digits: no tool writes that. Export it again.")
