"""Reading a result file: promptfoo JSON of 50 MB against `json.load` of the same file, and 200,000 JSON lines.

    python -m tests.bench.results [--rows 20000] [--lines 200000]

Each figure is taken in a process of its own: processor time, and the peak of memory above what the process held once
everything was imported. While the large file is read in a thread, an event loop beside it is timed.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.results.formats import read_results

SLOWER_AT_MOST = 3.0
LARGER_AT_MOST = 2.5
MEGABYTES_OF_LINES = 120
BLOCKED_AT_MOST = 50.0
"""Milliseconds."""
_FILLER = "The refund window is 30 days. " * 60


def row(number: int) -> dict[str, Any]:
    """One row as promptfoo writes it, about 2.5 kB."""
    is_right = number % 3 != 0
    component = {
        "pass": is_right,
        "score": int(is_right),
        "reason": "r",
        "assertion": {"type": "contains", "value": "30"},
    }
    graded = {"pass": is_right, "score": int(is_right), "namedScores": {}, "componentResults": [component]}
    variables = {"q": f"question {number // 2}"}
    return {
        "vars": variables, "prompt": {"raw": "x", "label": "Q: {{q}}"}, "provider": {"id": ("s", "l")[number % 2]},
        "success": is_right, "failureReason": int(not is_right), "gradingResult": graded,
        "response": {"output": _FILLER}, "latencyMs": 12, "namedScores": {}, "metadata": {}, "cost": 0.0,
        "testCase": {"description": f"task {number // 2}", "vars": variables, "assert": [component["assertion"]]},
        "testIdx": number // 2, "promptIdx": number % 2,
    }  # fmt: skip


def written(path: Path, rows: int) -> None:
    """The JSON of an evaluation with so many rows."""
    results = [row(number) for number in range(rows)]
    failed = sum(1 for each in results if not each["success"])
    stats = {"successes": rows - failed, "failures": failed, "errors": 0}
    path.write_text(
        json.dumps({"evalId": "x", "results": {"version": 3, "results": results, "stats": stats}}, indent=2)
    )


def lines_written(path: Path, lines: int) -> None:
    """JSON lines of as many tasks: rows without what a verdict does not need, so that they stay within the limit."""
    wanted = ("vars", "prompt", "provider", "success", "failureReason", "gradingResult")
    with path.open("w") as file:
        for number in range(lines):
            whole = row(number * 2)
            file.write(json.dumps({name: whole[name] for name in wanted}, separators=(",", ":")) + "\n")


def peak() -> float:
    """Megabytes that this process held at most."""
    # The kernel's peak for this program alone; getrusage would count what its parent held when it was started.
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise OSError("this machine does not tell a program's peak of memory")


def measured(how: str, path: Path) -> tuple[float, float]:
    """Seconds of processor time and megabytes above idle, in a fresh process."""
    command = [sys.executable, "-m", "tests.bench.results", "--measure", how, str(path)]
    seconds, megabytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(megabytes)


def measure(how: str, path: str) -> None:
    """What the fresh process does: read, and print the two figures."""
    before, began = peak(), time.process_time()
    with Path(path).open("rb") as file:
        results = json.load(file) if how == "load" else read_results(file)
    assert results
    sys.stdout.write(f"{time.process_time() - began} {peak() - before}\n")


async def longest_block(path: Path) -> float:
    """Milliseconds for which an event loop stood still at most while the file was read in a process beside it."""
    worst = 0.0
    reading = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.results", "--measure", "read", path, stdout=-3
    )
    ended = asyncio.create_task(reading.wait())
    while not ended.done():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - began - 0.001)
    return worst * 1000


def lines_of(folder: Path, rows: int, lines: int) -> Iterator[tuple[str, float, float]]:
    """What is said, its figure, and the most that it may be."""
    document, many = folder / "results.json", folder / "results.jsonl"
    written(document, rows)
    size = document.stat().st_size / 1024 / 1024
    floor, _ = min(measured("load", document) for _ in range(3))
    seconds, megabytes = min(measured("read", document) for _ in range(3))
    yield (
        f"promptfoo JSON of {size:.0f} MB, {rows} rows: {seconds:.2f} s, json.load {floor:.2f} s, times",
        seconds / floor,
        SLOWER_AT_MOST,
    )
    yield f"its memory: {megabytes:.0f} MB, times the file", megabytes / size, LARGER_AT_MOST
    yield "an event loop beside it blocked, ms", asyncio.run(longest_block(document)), BLOCKED_AT_MOST
    lines_written(many, lines)
    seconds, megabytes = measured("read", many)
    yield (
        f"{lines} JSON lines ({many.stat().st_size / 1024 / 1024:.0f} MB): {seconds:.2f} s, MB above idle",
        megabytes,
        MEGABYTES_OF_LINES,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--lines", type=int, default=200_000)
    parser.add_argument("--measure", nargs=2)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(*arguments.measure)
        return 0
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for said, figure, most in lines_of(Path(folder), arguments.rows, arguments.lines):
            missed += figure > most
            sys.stdout.write(f"{said} {figure:.1f}  goal {most:g} {'met' if figure <= most else 'MISSED'}\n")
    return int(missed > 0)


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[2])
    sys.exit(main())
