"""Which golden task a task of a result file is: by its name, spelled otherwise or not; what is only close is offered.

Pure. A runner's names say where a test stands as well ("tests/test_golden.py::test_refund_window"), so the last part
counts as a name of its own.
"""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

CLOSE = 0.9
"""From this likeness on (Jaro-Winkler, 0 to 1) a name is offered. Lower ones would offer strangers."""
_PARTS = re.compile(r"::| > | › ")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Matching:
    """Names of a file beside the golden tasks."""

    pairs: Mapping[str, str]
    """By name in the file the id of its golden task."""
    offers: Mapping[str, str]
    """The same for names that are only close: to be asked about, once."""
    others: tuple[str, ...]
    """Names that are no golden task: other cases."""


def match(
    names: Iterable[str],
    tasks: Mapping[str, str],
    known: Mapping[str, str] | None = None,
    declined: Container[tuple[str, str]] = frozenset(),
) -> Matching:
    """Match names to `tasks` (id -> name).

    `known` are pairs that somebody confirmed before (name -> id), `declined` those of which somebody said that they are
    two cases (name, id): these are never offered again.
    """
    by_key = {key: task for task, name in tasks.items() if (key := _key(name))}
    pairs: dict[str, str] = {}
    offers: dict[str, str] = {}
    others: list[str] = []
    for name in dict.fromkeys(names):
        confirmed = (known or {}).get(name)
        keys = (_key(name), _key(_last(name)))
        exact = confirmed if confirmed in tasks else next((by_key[key] for key in keys if key in by_key), None)
        if exact is not None:
            pairs[name] = exact
        elif (close := _closest(keys, by_key)) is not None and (name, close) not in declined:
            offers[name] = close
        else:
            others.append(name)
    taken = set(pairs.values())
    strangers = [name for name, task in offers.items() if task in taken]
    return Matching(pairs, {name: task for name, task in offers.items() if task not in taken}, (*others, *strangers))


def _closest(keys: Iterable[str], by_key: Mapping[str, str]) -> str | None:
    likeness = [(JaroWinkler.similarity(key, known), task) for key in keys if key for known, task in by_key.items()]
    best = max(likeness, default=(0.0, ""))
    return best[1] if best[0] >= CLOSE else None


def _last(name: str) -> str:
    """The last part of a runner's name, without the word that every test begins with."""
    words = _WORD.findall(_PARTS.split(name[:_LONGEST])[-1])
    return " ".join(words[1:] if words[:1] == ["test"] else words)


def _key(name: str) -> str:
    return " ".join(_WORD.findall(name[:_LONGEST].casefold()))
