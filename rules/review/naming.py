"""Which golden task words name: by its name, by a name that files have for it, or by what tells it from the others.

People shorten: "the rare case" is "A rare case that went wrong before" where no other task has both words, and
"handover" is "A request that should be handed over". Words that stand in two names tell nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler

NAME = "\ufffc"
"""Stands where a golden task is named: what its name says is no verdict, and its numbers are no result."""
_ALIKE = 0.93
"""From this likeness on (Jaro-Winkler, 0 to 1) a long word is another one misspelled; numbers that differ are two."""
_LONG = 5
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{3})(?:ed|ing|es|s|e)$")
_LITTLE = frozenset(
    _WORD.findall(
        "the a an our my this that these those on in of for to with and or is are was were it we i has have had as at"
        " by one case cases task tasks test tests check golden mark set record note please again also still now today"
        " but so then about"
    )
)
"""Words that tell no task from another."""
_SUBJECT_MOST = 8


def named(line: str, names: Sequence[Sequence[str]]) -> tuple[str, list[int]]:
    """The folded line with a mark for each task that is named in full, and which ones those are, in order."""
    place = {name.casefold(): at for at, group in enumerate(names) for name in group if name.strip()}
    if not place:
        return line, []
    longest_first = sorted({*place, *map(_bare, place)} - {""}, key=len, reverse=True)
    place |= {bare: at for name, at in place.items() if (bare := _bare(name)) not in place}
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return pattern.sub(NAME, line), [place[found[0]] for found in pattern.finditer(line)]


def _bare(name: str) -> str:
    """The name without its article."""
    return re.sub(r"^(?:an?|the|our)\s+", "", name)


def nearly(words: str, names: Sequence[Sequence[str]]) -> int | None:
    """The one task that these words name in short; None where they name none, or several."""
    said = [word for word in _WORD.findall(words.casefold()) if word not in _LITTLE]
    if not said or len(said) > _SUBJECT_MOST:
        return None
    found = [at for at, group in enumerate(names) if any(_holds(name, said) for name in group)]
    return found[0] if len(found) == 1 else None


def _holds(name: str, said: Sequence[str]) -> bool:
    known = set(_stems(name))
    return all(_is_among(_stem(word), known) for word in said)


def _is_among(word: str, known: set[str]) -> bool:
    if word in known:
        return True
    return (
        len(word) >= _LONG
        and word.isalpha()
        and any(len(one) >= _LONG and JaroWinkler.similarity(word, one) >= _ALIKE for one in known)
    )


def _stems(name: str) -> Iterator[str]:
    """The stems of a name's words, and of two that people write as one: "handed over" is "handover"."""
    stems = [_stem(word) for word in _WORD.findall(name.casefold())]
    yield from stems
    yield from (one + other for one, other in pairwise(stems))


def _stem(word: str) -> str:
    return _ENDING.sub("", word)
