"""Facts from a file or from standard input, as `ftrag decide` and `ftrag cost` read them, and what is wrong in them.

All input is checked before anything is worked out: with one fault anywhere nothing is printed but the faults.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.cli.strict_json import Fault, Unfit, join, read_json, shown
from rules.facts import ALONE, FACTS, UNKNOWN, VALUES

_LARGEST = 64 * 1024 * 1024
_EXAMPLE = '{"facts": {}}'

ItemFaults = Callable[[dict[str, Any], str], Iterator[Fault]]
"""What else may be wrong with one item than its facts, given the item and its place."""


class Refused(Exception):  # noqa: N818 - said to a person
    """The input has faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def read_items(file: str, more: ItemFaults | None = None) -> Any:
    """One item with facts, or a list of such. Raises Refused, which holds every fault."""
    try:
        given, faults = read_json(_read(file))
    except Unfit as unfit:
        raise Refused([unfit.fault]) from None
    # Where a number is none and a value is wrong in the same place, the second says more.
    found = {**dict(faults), **dict(_faults(given, more))}
    if found:
        raise Refused(list(found.items()))
    return given


def day(text: str) -> date:
    """A day given as an option. Raises argparse's error for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a day; write it like 2027-01-06") from None


def print_json(value: Any) -> None:
    """Print one value as JSON in UTF-8."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    # Half a character in an id, which JSON can hold and UTF-8 cannot, goes back as the escape that it came as.
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def refuse(faults: list[Fault]) -> int:
    """Print one line for each fault on standard error, and give the exit status."""
    sys.stderr.write("".join(f"{place}: {said}\n" for place, said in faults))
    return 2


def _read(file: str) -> bytes:
    try:
        raw = sys.stdin.buffer.read(_LARGEST + 1) if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or "no such name"
        raise Unfit(shown(file), f"{said}; the nearest valid input is a JSON file, or - for standard input") from None
    if len(raw) > _LARGEST:
        raise Unfit(shown(file), "it is larger than 64 MB; the nearest valid input is the list in several files")
    return raw


def _faults(given: Any, more: ItemFaults | None) -> Iterator[Fault]:
    items = enumerate(given) if isinstance(given, list) else [(None, given)]
    for number, item in items:
        place = "" if number is None else f"[{number}]"
        yield from _item_faults(item, place)
        if more is not None and isinstance(item, dict):
            yield from more(item, place)


def _item_faults(item: Any, place: str) -> Iterator[Fault]:
    if not isinstance(item, dict):
        yield place or "the whole", f"{shown(item)} is not an object with facts; the nearest valid one is {_EXAMPLE}"
    elif "facts" not in item:
        near = next((name for name in item if alike(name, "facts")), None)
        said = f"{shown(near)} is not known" if near else "no facts are given"
        yield join(place, near or "facts"), f'{said}; the nearest valid name is "facts"'
    elif not isinstance(item["facts"], dict):
        yield join(place, "facts"), f"{shown(item['facts'])} is not an object; the nearest valid one is {{}}"
    else:
        for fact, value in item["facts"].items():
            yield from _fact_faults(fact, value, join(join(place, "facts"), fact))


def _fact_faults(fact: str, value: Any, place: str) -> Iterator[Fault]:
    if fact not in VALUES:
        yield place, f"{shown(fact)} is not a fact; the nearest is {shown(nearest(fact, FACTS))}"
    elif fact in ALONE and isinstance(value, list):
        yield from _list_faults(fact, value, place)
    elif fact in ALONE and value != UNKNOWN:
        near = nearest(value, VALUES[fact])
        yield place, f"{shown(value)} is not a list, and {fact} is one; the nearest is {shown([near])}"
    elif not _is_one_of(value, (*VALUES[fact], UNKNOWN)):
        yield place, f"{shown(value)} is not a value of {fact}; the nearest is {shown(nearest(value, VALUES[fact]))}"


def _list_faults(fact: str, values: list[Any], place: str) -> Iterator[Fault]:
    wrong = [(n, value) for n, value in enumerate(values) if not _is_one_of(value, VALUES[fact])]
    for number, value in wrong:
        near = nearest(value, VALUES[fact])
        yield f"{place}[{number}]", f"{shown(value)} is not a value of {fact}; the nearest is {shown(near)}"
    others = [value for value in values if value != ALONE[fact]]
    if not wrong and others and len(others) != len(values):
        yield place, f"{shown(values)} holds {ALONE[fact]}, which stands alone; the nearest is {shown(others)}"


def _is_one_of(value: Any, valid: tuple[str, ...]) -> bool:
    return isinstance(value, str) and value in valid


def nearest(given: Any, valid: tuple[str, ...]) -> str:
    """The valid value that is most like what was given; of a list or object, like the first thing in it."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    while isinstance(given, list | dict) and given:
        given = next(iter(given))
    if given is None or given in ([], {}):
        return UNKNOWN
    word = given if isinstance(given, str) else shown(given)
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")[:100]
    return process.extract(plain, valid, scorer=JaroWinkler.normalized_similarity, limit=1)[0][0]


def alike(word: str, valid: str) -> bool:
    """Whether this word is a slip of that one."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word.lower(), valid, score_cutoff=2) <= 2
