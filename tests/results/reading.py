"""Common beginnings: read a file of `files/`, or bytes made on the spot."""

import io
import json
from pathlib import Path
from typing import Any

from bot.results.formats import read_unguarded
from bot.results.values import Results, Verdict

FILES = Path(__file__).parent / "files"


def read(content: bytes | str | list | dict, *, wanted: str | None = None, qrels: str | None = None) -> Results:
    """What is read from this content; a list or object is written as JSON first."""
    raw = json.dumps(content) if isinstance(content, list | dict) else content
    stream = io.BytesIO(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass"))
    return read_unguarded(stream, wanted=wanted, qrels=None if qrels is None else io.BytesIO(qrels.encode()))


def read_file(name: str, *, qrels: bool = False) -> Results:
    """What is read from one of the files here."""
    judged = (FILES / "qrels.txt").read_text() if qrels else None
    return read((FILES / name).read_bytes(), qrels=judged)


def counts(results: Results) -> tuple[int, ...]:
    """Passed, failed, could not judge, skipped."""
    return tuple(results.counts[verdict] for verdict in Verdict)


def by_task(results: Results) -> dict[str, tuple[int, ...]]:
    """The counts of each task, by its name and provider."""
    return {
        f"{task.name} / {task.provider}" if task.provider else task.name: tuple(task.of(verdict) for verdict in Verdict)
        for task in results.tasks
    }


def notes(results: Results) -> str:
    """All notes as one text."""
    return "\n".join(results.notes)


def lines(*rows: Any) -> str:
    """Rows as JSON lines."""
    return "".join(f"{json.dumps(row)}\n" for row in rows)
