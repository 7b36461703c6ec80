"""Reading an organization's TOML one table at a time: every problem with its file, its line and a remedy, none raised.

Under `rules/own_rows.py`. A table hands out its values by type; what is missing, misspelled or of another type becomes
a Problem and a harmless stand-in, so that one reading names everything that is wrong.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from rules.conditions import All, AnyOf, Condition, Is, Not, Unless
from rules.facts import VALUES

DEEPEST = 8
"""How far conditions may nest; a person loses track before."""

LONGEST_TEXT = 300
"""Characters of any text: messages hold several of them."""

_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in an organization's file, and what to do about it."""

    file: str
    line: int
    says: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}; {self.remedy}"


def nearest(word: str, choices: Collection[str]) -> str:
    """What to write in place of this word: the nearest of the choices, or which ones there are."""
    close = get_close_matches(word, choices, n=1)
    return f"did you mean “{close[0]}”?" if close else f"it can be {', '.join(choices)}"


class Lines:
    """Where tables and keys stand in a TOML text. Headers inside multi-line strings can mislead it, by a few lines."""

    def __init__(self, text: str) -> None:
        self._blocks: dict[str, list[tuple[int, list[str]]]] = {"": [(1, [])]}
        current = self._blocks[""][0][1]
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                current = []
                self._blocks.setdefault(header[1], []).append((number, current))
            else:
                current.append(line)

    def of(self, table: str, place: int, key: str = "") -> int:
        """The line of the n-th table of this name, or of a key in it."""
        blocks = self._blocks.get(table, [])
        if place >= len(blocks):
            return 1
        start, lines = blocks[place]
        named = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
        inside = (start + bool(table) + at for at, line in enumerate(lines) if key and named.match(line))
        below = self._blocks.get(f"{table}.{key}" if table else key, blocks[place : place + 1])
        return next(inside, below[0][0])


@dataclass
class Table:
    """One table of the file; what is asked of it and not there, or not right, is added to `problems`."""

    file: str
    name: str
    place: int
    values: dict[str, Any]
    lines: Lines
    problems: list[Problem]
    _asked: set[str] = field(default_factory=set)

    def problem(self, says: str, remedy: str, key: str = "") -> None:
        """Add a problem, at the line of this key."""
        self.problems.append(Problem(self.file, self.lines.of(self.name, self.place, key), says, remedy))

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it has to be there."""
        value = self._of_type(key, str, 'a text in quotes, "…"', default)
        if key in self.values and isinstance(value, str):
            if not value.strip():
                self.problem(f"{key} is empty", "write a text", key)
            if len(value) > LONGEST_TEXT:
                self.problem(f"{key} has {len(value)} characters", f"write at most {LONGEST_TEXT}", key)
        return value if isinstance(value, str) else ""

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        return self._of_type(key, bool, "true or false", default) is True

    def word(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """One of these words; a harmless one of them where it is not."""
        found = self.text(key, default)
        if found in choices:
            return found
        if isinstance(self.values.get(key), str):
            self.problem(f"{key} “{_short(found)}” is not known", nearest(found, choices), key)
        return default or next(iter(choices))

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; one text alone stands for a list of it."""
        value = self._of_type(key, (str, list), "a list of texts", default)
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list | tuple) or not all(isinstance(each, str) for each in listed):
            self.problem(f"{key} holds something that is no text", "write a list of texts in quotes", key)
            return ()
        return tuple(listed)

    def words(self, key: str, choices: Collection[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of these words."""
        found = self.texts(key, default)
        for word in found:
            if word not in choices:
                self.problem(f"{key} “{_short(word)}” is not known", nearest(word, choices), key)
        return tuple(word for word in found if word in choices)

    def condition(self, key: str, default: Condition | None = None) -> Condition:
        """A condition: a table of facts (all of them), a list of tables (any of them), `not` or `unless` with one."""
        self._asked.add(key)
        if key in self.values:
            return self._condition(key, self.values[key], DEEPEST)
        if default is None:
            self.problem(f"{key} is missing", f'write for example {key} = {{ freshness = ["weekly", "daily"] }}')
        return default or All(())

    def tables(self, key: str, first: int = 0) -> list["Table"]:
        """The tables of this name under this one, numbered from `first` through the file."""
        self._asked.add(key)
        found = self.values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.problem(f"{key} has the wrong type", f"write each one as a table of its own, under [[{key}]]", key)
            return []
        name = f"{self.name}.{key}" if self.name else key
        return [
            Table(self.file, name, first + at, values, self.lines, self.problems) for at, values in enumerate(found)
        ]

    def done(self) -> None:
        """Name every key that nobody asked for."""
        for key in self.values.keys() - self._asked:
            whose = f"[[{self.name}]]" if self.name else "the file"
            self.problem(f"{whose} has no “{_short(key)}”", nearest(key, sorted(self._asked)), key)

    def _of_type(self, key: str, type_: type | tuple[type, ...], words: str, default: Any) -> Any:
        self._asked.add(key)
        if key not in self.values:
            if default is None:
                self.problem(f"{key} is missing", f"add {key}, {words}")
            return default
        if not isinstance(self.values[key], type_):
            self.problem(f"{key} has the wrong type", f"write {words}", key)
            return default
        return self.values[key]

    def _condition(self, key: str, value: object, depth: int) -> Condition:
        if depth and isinstance(value, list) and value:
            return _one_or(AnyOf, [self._condition(key, part, depth - 1) for part in value])
        if depth and isinstance(value, dict) and value:
            return _one_or(All, list(self._parts(key, value, depth)))
        says = "conditions nest too deep" if not depth else f"{key} is no condition"
        self.problem(says, 'write a table of facts such as { source = "documents" }, or a list of such tables', key)
        return All(())

    def _parts(self, key: str, value: dict[str, object], depth: int) -> Iterator[Condition]:
        for name, wanted in value.items():
            if name in {"not", "unless"}:
                part = self._condition(key, wanted, depth - 1)
                yield Not(part) if name == "not" else Unless(part)
            elif name not in VALUES:
                self.problem(f"no fact is called “{_short(name)}”", nearest(name, (*VALUES, "not", "unless")), key)
            else:
                yield self._is(key, name, wanted)

    def _is(self, key: str, fact: str, wanted: object) -> Condition:
        listed = [wanted] if isinstance(wanted, str) else wanted
        if not isinstance(listed, list) or not listed or not all(isinstance(each, str) for each in listed):
            self.problem(f"{fact} wants a value or a list of values", f"it can be {', '.join(VALUES[fact])}", key)
            return All(())
        for word in listed:
            if word not in VALUES[fact]:
                self.problem(f"{fact} has no value “{_short(word)}”", nearest(word, VALUES[fact]), key)
        return Is(fact, frozenset(listed) & frozenset(VALUES[fact]))


def _one_or(kind: type[All] | type[AnyOf], parts: list[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"
