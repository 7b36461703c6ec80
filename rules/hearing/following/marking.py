"""The items of the roadmap in a line: each name of one replaced by a mark, so that what is said of it can be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rules.catalog.asking.item_names import ITEM_NAMES

MARK = "\ufffc"
"""Stands where an item is named."""
_ARTICLE = r"(?:(?:the|our|an?|my|this|that|all|all of|these|those|three|\d)\s+)*"
_HEAD = re.compile(r"[,:]| (?:with|that|so|as|and|of|in) ")
_KIND = r"(?:\s+(?:item|step|task|point|part|thing|work))?"


@dataclass(frozen=True, slots=True)
class Named:
    """An item of the roadmap, as it may be called."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with a mark for each item that it names by a name of its own."""

    text: str
    """The folded line."""
    items: tuple[tuple[int, ...], ...]
    """For each mark, in order, the places of the items that go by that name: one, or several."""
    named: tuple[str, ...] = ()
    """For each mark the words that stood there."""

    def in_words(self, end: str) -> str:
        """What the line ends with, as it was typed: "2 of 3 golden tasks"."""
        words = iter(self.named[len(self.named) - end.count(MARK) :])
        return re.sub(MARK, lambda _: next(words), end)


def marked(text: str, items: Sequence[Named]) -> Marked:
    """The line with its items marked; as many marks of the line's own are taken out."""
    line = " ".join(text.replace(MARK, " ").casefold().replace("’", "'").split())
    places = _places(items)
    if not places:
        return Marked(line, ())
    longest_first = sorted(places, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-]){_ARTICLE}({'|'.join(map(re.escape, longest_first))}){_KIND}(?![\w-])")
    found = [*pattern.finditer(line)]
    return Marked(pattern.sub(MARK, line), tuple(places[one[1]] for one in found), tuple(one[0] for one in found))


def _places(items: Sequence[Named]) -> dict[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    for at, item in enumerate(items):
        title = item.title.casefold().replace("’", "'")
        for name in {title, _head(title), *ITEM_NAMES.get(item.id, ())} - {""}:
            places[name] = (*places.get(name, ()), at)
    return places


def _head(title: str) -> str:
    """What a title begins with, where that says enough by itself: "log every answer"."""
    head = re.sub(r"^(?:an?|the) ", "", _HEAD.split(title)[0]).strip()
    return head if " " in head else ""
