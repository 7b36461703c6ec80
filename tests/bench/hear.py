"""How long a typed line is heard, beside the floor of finding the nearest of all phrases; and what the ear holds.

    python -m tests.bench.hear [--lines 1000]

The lines are those of the tests of hearing, answers and questions in turns, each heard once. The floor is
`rapidfuzz.process.extractOne` over every phrase of every option: the cheapest thing that could guess an option at all,
without numbers, denials, other questions or silence. CPU time of one core is measured, of all lines as they are heard
and then of all as the floor finds them.
Memory is what this process holds: with the ear's rooms loaded, with its tables made, and after all lines.
"""

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from resource import getpagesize

from rapidfuzz.process import extractOne

from rules.catalog.phrases import answers
from rules.hearing import Line, hear, line, prepare
from tests.bench.storage import say
from tests.rules.hearing.asked import SAID, coded
from tests.rules.hearing.lines import LINES

MEDIAN_GOAL, P99_GOAL = 5.0, 25.0
"""Milliseconds."""
_TO_NOBODY = "- "
"""How a line of the tables begins that is not addressed to the bot."""


def lines(count: int) -> list[Line]:
    """So many lines of the tests, from all over their tables."""
    typed = [
        line(text.removeprefix(_TO_NOBODY), fact, said, mention=not text.startswith(_TO_NOBODY))
        for fact, said, text, _meant in LINES
    ]
    asked = [line(row.text, None, SAID, mention=True) for row in coded()]
    some = [every[:: max(1, len(every) * 2 // count)] for every in (typed, asked)]
    return [*chain.from_iterable(zip(*some, strict=False))][:count]


def phrases() -> list[str]:
    """Every phrase of every option."""
    rows = [row for said in answers() for kind in (said.own, said.here, said.hint) for row in kind.splitlines()]
    return [phrase.strip() for row in rows for phrase in row.split("|") if phrase.strip()]


def milliseconds(step: Callable[[], object]) -> float:
    """CPU time of one step."""
    begun = time.process_time()
    step()
    return (time.process_time() - begun) * 1e3


def resident() -> float:
    """What this process holds, in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 2**20


def main() -> int:
    """Both; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1_000)
    some, known, loaded = lines(parser.parse_args().lines), phrases(), resident()
    prepare(tidy=gc.collect)
    gc.freeze()
    made = resident()
    heard = [milliseconds(partial(hear, each)) for each in some]
    held = resident()
    floor = [milliseconds(partial(extractOne, each.text, known)) for each in some]
    median, p99, least = statistics.median(heard), statistics.quantiles(heard, n=100)[98], statistics.median(floor)
    say(f"floor: the nearest of {len(known)} phrases, median {least:.2f} ms CPU")
    say(f"hear, {len(some)} lines  median {median:.2f} ms (goal {MEDIAN_GOAL:g}), x {median / least:.2f} of the floor")
    say(f"{'':18} p99 {p99:.1f} ms (goal {P99_GOAL:g}), longest {max(heard):.1f} ms")
    say(f"memory  rooms loaded {loaded:.0f} MiB, tables made {made:.0f}, after the lines {held:.0f}")
    return int(median > MEDIAN_GOAL or p99 > P99_GOAL)


if __name__ == "__main__":
    sys.exit(main())
