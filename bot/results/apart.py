"""A result file read in a process of its own: `python -m bot.results.apart FILE`, the golden names on standard input.

Whoever waits for it serves people meanwhile, and JSON of 64 MB would hold them up for seconds in a thread as well. The
process prints one JSON object: `{"summary": …}`, or `{"refused": "one sentence"}`. Its memory and its time end.
"""

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

from bot.results.formats import read_results
from bot.results.summary import GoldenNames, Summary, digest_of, summary_of
from bot.results.values import Refused

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space; a file of 64 MB needs a fourth of it."""
SECONDS = 120
_TOO_MUCH = "The file takes more memory than I give one file: export fewer tasks, or leave the traces out."


def read_file(path: Path, names: GoldenNames) -> Summary:
    """What the file says, in the size of a command. Raises Refused with one sentence."""
    try:
        with path.open("rb") as stream:
            return summary_of(read_results(stream), digest_of(stream), names)
    except MemoryError:
        raise Refused(_TOO_MUCH) from None


def main() -> int:
    """Read the file that the command line names; always ends with an answer."""
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        with suppress(ValueError, OSError):  # a system that sets narrower limits keeps them
            resource.setrlimit(kind, (most, most))
    names = GoldenNames.model_validate_json(sys.stdin.buffer.read())
    try:
        answer: dict[str, object] = {"summary": read_file(Path(sys.argv[1]), names).model_dump(mode="json")}
    except Refused as refused:
        answer = {"refused": str(refused)}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
