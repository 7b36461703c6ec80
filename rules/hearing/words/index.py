"""Phrases with what each means, looked up by the stem that they begin with.

There are more than twenty thousand, and as objects (what it means, a pattern, its parts) they took as much room as all
else that makes typed lines understood. So they stand in columns of numbers, and share the parts that they are made of.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rules.hearing.words.patterns import Part, Pattern, end_of_parts

Meaning = TypeVar("Meaning", bound=tuple[str, *tuple[object, ...]])
"""What phrases mean; of what they say it stands first: a fact, a kind."""

_NUMBER = "#"
_NOTHING = Part()
_BEGINS, _ENDS, _NEGATIVE = 1, 2, 4


class Standing(NamedTuple, Generic[Meaning]):
    """A phrase that stands at the pieces [start, end): what it means there."""

    means: Meaning
    start: int
    end: int
    size: int
    """How many words it asks for."""
    is_negative: bool
    """Whether it holds a negation of its own, so that one before it does not turn it around."""


class Index(Generic[Meaning]):
    """Phrases by their first stem; those that begin with the same one stay in the order in which they were given."""

    def __init__(self, rows: Iterable[tuple[Meaning, Pattern]]) -> None:
        parts: dict[Part, int] = {}
        meanings: dict[Meaning, int] = {}
        by_stem: dict[str, list[int]] = defaultdict(list)
        self._starts, self._places = array("I", [0]), array("H")
        self._means, self._needs, self._sizes, self._marks = array("H"), array("H"), array("B"), array("B")
        for row, (meaning, pattern) in enumerate(rows):
            self._places.extend([parts.setdefault(part, len(parts)) for part in pattern.parts])
            self._starts.append(len(self._places))
            self._means.append(meanings.setdefault(meaning, len(meanings)))
            needed = next((part for part in pattern.parts if part.stems == pattern.needs), _NOTHING)
            self._needs.append(parts.setdefault(needed, len(parts)))
            self._sizes.append(pattern.size)
            self._marks.append(_BEGINS * pattern.begins | _ENDS * pattern.ends | _NEGATIVE * pattern.is_negative)
            for word in pattern.parts[0].stems or {_NUMBER}:
                by_stem[word].append(row)
        self._parts, self._meanings = tuple(parts), tuple(meanings)
        self._rows, self._under = array("H"), dict[str, int]()
        for word, found in by_stem.items():
            self._under[word] = len(self._rows)
            self._rows.extend([len(found), *found])

    def standing(self, stems: Sequence[str], of: str | None = None) -> Iterator[Standing[Meaning]]:
        """The phrases that stand in the line, all or those of one fact, in the order in which they begin."""
        known, meanings, said = self._parts, self._meanings, {*stems}
        for at, word in enumerate(stems):
            for row in self._beginning(word):
                means = meanings[self._means[row]]
                if of is not None and means[0] != of:
                    continue
                needs = known[self._needs[row]].stems
                if needs and said.isdisjoint(needs):
                    continue  # seen sooner than whether and where it stands
                marks = self._marks[row]
                parts = [known[part] for part in self._places[self._starts[row] : self._starts[row + 1]]]
                end = end_of_parts(parts, stems, at, begins=bool(marks & _BEGINS), ends=bool(marks & _ENDS))
                if end is not None:
                    yield Standing(means, at, end, self._sizes[row], bool(marks & _NEGATIVE))

    def _beginning(self, word: str) -> Sequence[int]:
        """The rows that begin with this stem, and for a number those that begin with any."""
        return (*self._below(word), *self._below(_NUMBER)) if word[0].isdigit() else self._below(word)

    def _below(self, first: str) -> Sequence[int]:
        """The rows of this stem: they stand behind their number, and where that stands is known."""
        at = self._under.get(first)
        return () if at is None else self._rows[at + 1 : at + 1 + self._rows[at]]
