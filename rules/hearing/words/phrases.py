"""The phrases of the acts as patterns, and where they stand: steering, correcting, naming, not knowing, courtesy."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rules.catalog import phrases as catalog
from rules.hearing.words.patterns import Pattern, compiled, end_of
from rules.hearing.words.pieces import stem

Place = tuple[int, int]
"""The pieces [start, end) of something that was found."""


class Phrases:
    """Phrases of one meaning, indexed by the stem that they begin with."""

    def __init__(self, text: str) -> None:
        self._by_stem: dict[str, list[Pattern]] = {}
        for line in text.replace("|", "\n").splitlines():
            pattern = compiled(line, catalog.groups())
            for word in pattern.parts[0].stems:
                self._by_stem.setdefault(word, []).append(pattern)

    def places(self, stems: Sequence[str]) -> list[Place]:
        """Where one of the phrases stands."""
        if self._by_stem.keys().isdisjoint(stems):
            return []  # as in most lines
        return [
            (at, end)
            for at, word in enumerate(stems)
            for pattern in self._by_stem.get(word, ())
            if (end := end_of(pattern, stems, at)) is not None
        ]


@lru_cache(maxsize=1)
def steering() -> dict[str, Phrases]:
    """The phrases of each control word."""
    return {word: Phrases(text) for word, text in catalog.acts().steering.items()}


@lru_cache(maxsize=1)
def names() -> dict[str, Phrases]:
    """The names of each question."""
    return {fact: Phrases(text) for fact, text in catalog.acts().names.items()}


@cache
def phrases(kind: str) -> Phrases:
    """The phrases of one kind of act: `changing`, `wrong`, `not_sure` and so on."""
    return Phrases(catalog.acts().acts[kind])


def stemmed(found: Iterable[str]) -> tuple[str, ...]:
    """The pieces as stems."""
    return tuple(stem(piece) for piece in found)
