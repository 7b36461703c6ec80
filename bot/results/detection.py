"""What has been seen of a document so far, for the formats to recognize themselves in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.results.json_walk import Part

_MOST_PATHS = 3_000
_MOST_HELD = 20_000


@dataclass(slots=True)
class Seen:
    """The paths of a JSON document that were met, with the first value, and the first row, at each."""

    values: dict[tuple[str, ...], Any] = field(default_factory=dict)
    rows: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def take(self, part: Part) -> bool:
        """Remember a part; gives whether it is news."""
        place = self.rows if part.is_row else self.values
        if part.path in place and not (part.path in self.values and self.values[part.path] in ({}, [])):
            return False
        is_news = part.path not in place
        place[part.path] = part.value
        return is_news

    def has(self, *names: str) -> bool:
        """Whether the document has all of these names at its top."""
        return all((name,) in self.values for name in names)

    def value(self, *path: str) -> Any:
        """The value at a path; None where there is none."""
        return self.values.get(path)

    def row(self, path: tuple[str, ...]) -> dict[str, Any]:
        """The first row of the list at a path; empty where there is none."""
        row = self.rows.get(path)
        return row if isinstance(row, dict) else {}


def looked_at(parts: Iterator[Part], seen: Seen, held: list[Part]) -> Iterator[Seen]:
    """What was seen, each time that there is news; what was read stands in `held`, to be gone through again."""
    for part in parts:
        held.append(part)
        if seen.take(part):
            yield seen
        if len(seen.values) > _MOST_PATHS or len(held) > _MOST_HELD:
            return
