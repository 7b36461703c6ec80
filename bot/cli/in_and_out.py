"""What the commands that read a JSON file share: the bytes in, the value out, and the faults."""

import json
import sys
from pathlib import Path
from typing import Any

from bot.cli.strict_json import Fault, Unfit, shown

_LARGEST = 64 * 1024 * 1024


def read_bytes(file: str) -> bytes:
    """The file's bytes; "-" is standard input. Raises Unfit where there is no such file or too much in it."""
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
