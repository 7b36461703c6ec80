"""`ftrag decide FILE`: the same decision as in Slack, from facts in a file, without Slack and without a database.

All input is checked before anything is decided: with one fault anywhere nothing is printed but the faults. `main` in
bot.__main__ calls `run`; it brings neither Slack nor a database along, so it starts fast.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.cli.strict_json import Fault, Unfit, join, read_json, shown
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SettingsError, rules_file
from rules import decide
from rules.facts import ALONE, FACTS, UNKNOWN, VALUES, Facts
from rules.framework import Framework

_LARGEST = 64 * 1024 * 1024
_EXAMPLE = '{"facts": {}}'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--rules", type=Path, help="a TOML file with own rows, instead of FTRAG_RULES")
    parser.add_argument("file", help='JSON: {"facts": {"need": "facts", ...}}, or a list of such; - is standard input')


def run(arguments: argparse.Namespace) -> int:
    """Decide each set of facts and print the verdicts; 2 where the input has a fault."""
    try:
        given, faults = read_json(_read(arguments.file))
    except Unfit as unfit:
        return _refuse([unfit.fault])
    # Where a number is none and a value is wrong in the same place, the second says more.
    found = {**dict(faults), **dict(_faults(given))}
    if found:
        return _refuse(list(found.items()))
    try:
        framework = read_rulebook(arguments.rules or rules_file())
    except (RulebookError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    decided = [_decided(item, framework) for item in given] if isinstance(given, list) else _decided(given, framework)
    text = json.dumps(decided, indent=2, ensure_ascii=False)
    # Half a character in an id, which JSON can hold and UTF-8 cannot, goes back as the escape that it came as.
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
    return 0


def _refuse(faults: list[Fault]) -> int:
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


def _faults(given: Any) -> Iterator[Fault]:
    items = enumerate(given) if isinstance(given, list) else [(None, given)]
    for number, item in items:
        yield from _item_faults(item, "" if number is None else f"[{number}]")


def _item_faults(item: Any, place: str) -> Iterator[Fault]:
    if not isinstance(item, dict):
        yield place or "the whole", f"{shown(item)} is not an object with facts; the nearest valid one is {_EXAMPLE}"
    elif "facts" not in item:
        near = next((name for name in item if _alike(name, "facts")), None)
        said = f"{shown(near)} is not known" if near else "no facts are given"
        yield join(place, near or "facts"), f'{said}; the nearest valid name is "facts"'
    elif not isinstance(item["facts"], dict):
        yield join(place, "facts"), f"{shown(item['facts'])} is not an object; the nearest valid one is {{}}"
    else:
        for fact, value in item["facts"].items():
            yield from _fact_faults(fact, value, join(join(place, "facts"), fact))


def _fact_faults(fact: str, value: Any, place: str) -> Iterator[Fault]:
    if fact not in VALUES:
        yield place, f"{shown(fact)} is not a fact; the nearest is {shown(_nearest(fact, FACTS))}"
    elif fact in ALONE and isinstance(value, list):
        yield from _list_faults(fact, value, place)
    elif fact in ALONE and value != UNKNOWN:
        near = _nearest(value, VALUES[fact])
        yield place, f"{shown(value)} is not a list, and {fact} is one; the nearest is {shown([near])}"
    elif not _is_one_of(value, (*VALUES[fact], UNKNOWN)):
        yield place, f"{shown(value)} is not a value of {fact}; the nearest is {shown(_nearest(value, VALUES[fact]))}"


def _list_faults(fact: str, values: list[Any], place: str) -> Iterator[Fault]:
    wrong = [(n, value) for n, value in enumerate(values) if not _is_one_of(value, VALUES[fact])]
    for number, value in wrong:
        near = _nearest(value, VALUES[fact])
        yield f"{place}[{number}]", f"{shown(value)} is not a value of {fact}; the nearest is {shown(near)}"
    others = [value for value in values if value != ALONE[fact]]
    if not wrong and others and len(others) != len(values):
        yield place, f"{shown(values)} holds {ALONE[fact]}, which stands alone; the nearest is {shown(others)}"


def _is_one_of(value: Any, valid: tuple[str, ...]) -> bool:
    return isinstance(value, str) and value in valid


def _nearest(given: Any, valid: tuple[str, ...]) -> str:
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


def _alike(word: str, valid: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word.lower(), valid, score_cutoff=2) <= 2


def _decided(item: dict[str, Any], framework: Framework) -> dict[str, Any]:
    """One verdict in the form that the command promises."""
    verdict = decide(Facts.model_validate(item["facts"]), framework).model_dump(mode="json")
    echoed = {"id": item["id"]} if "id" in item else {}
    return {
        **echoed,
        "verdict": verdict["verdict"],
        "decided": verdict["decided"],
        "confidence": verdict["confidence"],
        "alternatives": _only(verdict["alternatives"], "verdict", "share"),
        "reasons": _only(verdict["reasons"], "fact", "value", "lens", "demand", "strength", "claim", "source"),
        "rejected": _only(verdict["rejected"], "verdict", "because"),
        "gates": _only(verdict["gates"], "id", "claim", "blocks"),
        "flips": _only(verdict["flips"], "change", "verdict"),
        "precedents": _only(verdict["precedents"], "id", "title", "verdict", "url"),
        "next_question": verdict["next_question"],
        "rules": {"version": verdict["rules_version"], "digest": verdict["rules_digest"]},
    }


def _only(rows: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]
