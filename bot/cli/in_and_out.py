"""What the commands that read a JSON file share: the items in, the value out, and the faults.

All input is checked before anything is worked out: with one fault anywhere nothing is printed but the faults.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.cli.fact_faults import EXAMPLE
from bot.cli.strict_json import Fault, Unfit, read_json, shown

_LARGEST = 64 * 1024 * 1024

ItemFaults = Callable[[Any, str], Iterator[Fault]]
"""What is wrong with one item, given the item and its place ("" where there is but one)."""


class Refused(Exception):  # noqa: N818 - said to a person
    """The input has faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def read_items(file: str, item_faults: ItemFaults, *, example: str = EXAMPLE) -> Any:
    """One item, or a list of such. Raises Refused, which holds every fault; `example` is an item without one."""
    try:
        given, faults = read_json(_read_bytes(file), example)
    except Unfit as unfit:
        raise Refused([unfit.fault]) from None
    items = [(f"[{number}]", item) for number, item in enumerate(given)] if isinstance(given, list) else [("", given)]
    wrong = [fault for place, item in items for fault in item_faults(item, place)]
    # Where a number is none and a value is wrong in the same place, the second says more.
    told = {**dict(faults), **dict(wrong)}
    if told:
        raise Refused(list(told.items()))
    return given


def day(text: str) -> date:
    """A day given as an option. Raises argparse's error for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a day; write it like 2027-01-06") from None


def _read_bytes(file: str) -> bytes:
    try:
        raw = sys.stdin.buffer.read(_LARGEST + 1) if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or "no such name"
        raise Unfit(shown(file), f"{said}; the nearest valid input is a JSON file, or - for standard input") from None
    if len(raw) > _LARGEST:
        raise Unfit(shown(file), "it is larger than 64 MB; the nearest valid input is the list in several files")
    return raw


def refuse(faults: list[Fault]) -> int:
    """One line on standard error for each fault; gives the exit status."""
    sys.stderr.write("".join(f"{place}: {said}\n" for place, said in faults))
    return 2


def write_json(value: Any) -> None:
    """The value on standard output."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    # Half a character in an id, which JSON can hold and UTF-8 cannot, goes back as the escape that it came as.
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
