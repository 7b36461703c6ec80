"""lm-evaluation-harness: the samples of a task (JSON lines) and the results of all tasks (JSON).

Samples hold one line a question and filter. Filters are ways to find the answer in the same output, so one of them
counts, the first, and the others are noted. Results hold means alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.records import Records
from bot.results.scores import BROKE, Scored, is_missing, number_of, settle
from bot.results.values import Remarks, Run, clean

_INVALID = "[invalid]"
_KNOWN = frozenset({
    "doc_id", "doc", "target", "arguments", "resps", "filtered_resps", "filter", "metrics", "doc_hash", "prompt_hash",
    "target_hash", "schema", "logit_0", "logit_1", "truth", "labels", "label",
})  # fmt: skip
_LIKELIHOOD = re.compile(r"perplexity|ppl|likelihood|bits_per|bpb", re.IGNORECASE)
_MOST_NAMED = 20


def recognizes(seen: Seen) -> bool:
    """Whether a document is the harness' results."""
    marks = ("configs", "versions", "n-shot", "higher_is_better", "lm_eval_version", "n-samples", "config_general")
    has_results = any(path[:1] == ("results",) and len(path) == 2 for path in seen.values)
    return has_results and sum(seen.has(mark) for mark in marks) >= 2


def recognizes_records(records: Records) -> bool:
    """Whether rows are the samples of a task."""
    return records.has("doc_id", "doc", "target") and (records.has("filtered_resps") or records.has("resps"))


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """No runs: the results are means. Each is noted, those of groups once."""
    tasks: dict[str, dict[str, Any]] = {}
    groups: set[str] = set()
    for part in parts:
        match part.path:
            case ("results", name) if isinstance(part.value, dict) and not part.is_opening:
                tasks[name] = part.value
            case ("groups" | "group_subtasks", name) if part.value:
                groups.add(name)
            case ("lm_eval_version",):
                remarks.tool_version = clean(part.value)
            case ("model_name",) | ("config", "model"):
                remarks.suite = remarks.suite or clean(part.value)
            case ("date",):
                remarks.at = clean(part.value)
    alone = {name: task for name, task in tasks.items() if name not in groups} or tasks
    for name, task in list(alone.items())[:_MOST_NAMED]:
        means = [
            f"{key} {number:.4g}"
            for key, value in task.items()
            if _is_mean(key) and (number := number_of(value)) is not None
        ]
        count = task.get("sample_len")
        of = f" over {count} questions" if isinstance(count, int) else ""
        shown = clean(", ".join(means), 300) or "no metric"
        remarks.note(f"{clean(name, 60)}{of}: {shown}. A mean is no verdict and counts nowhere.")
    if len(alone) > _MOST_NAMED:
        remarks.note(f"{len(alone) - _MOST_NAMED} more tasks are left out.")
    remarks.note(
        "These are means and no single answers: run with --log_samples and send the samples to have answers counted."
    )
    yield from ()


def read_records(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs: one a question, by the first filter of the file."""
    chosen = clean((records.first or {}).get("filter"))
    invalid: Counter[str] = Counter()
    for row in records.rows():
        if _is_invalid(row):
            invalid[clean(row.get("filter"))] += 1
        name = clean(row.get("filter"))
        if name != chosen and name not in invalid:
            invalid[name] = 0

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            if clean(row.get("filter")) == chosen:
                name = f"doc {clean(row.get('doc_id'))}"
                yield Scored(name, _values(row), labels=("formatting",) if _is_invalid(row) else ())

    _say_filters(chosen, invalid, remarks)
    is_of_likelihoods = any(_LIKELIHOOD.search(name) for name in _values(records.first or {}))
    if is_of_likelihoods:
        remarks.note(
            "This task measures likelihoods; its acc says whether a text was the likeliest, and is no verdict."
        )
    yield from settle(rows, remarks, binary=not is_of_likelihoods)


def _say_filters(chosen: str, invalid: Counter[str], remarks: Remarks) -> None:
    """Which filter counts, and where one could not find an answer."""
    others = [name for name in invalid if name != chosen]
    if others:
        rest = clean(", ".join(others), 200)
        remarks.note(
            f"The filter “{chosen}” counts, the first in the file; the same answers stand there for {rest}, too."
        )
    for name, number in invalid.items():
        if number:
            answers = "1 answer" if number == 1 else f"{number} answers"
            remarks.note(f"The filter “{name}” could not find an answer in {answers}: a matter of format.")


def _values(row: dict[str, Any]) -> dict[str, Any]:
    """The metrics of a line: those that it names, or in older files every number that is nothing else."""
    named = row.get("metrics")
    names = (
        [name for name in named if isinstance(name, str)]
        if isinstance(named, list)
        else [name for name in row if name not in _KNOWN]
    )
    return {
        name: BROKE if is_missing(row[name]) else row[name]
        for name in names
        if isinstance(row.get(name), bool | int | float)
    }


def _is_invalid(row: dict[str, Any]) -> bool:
    given = row.get("filtered_resps")
    return given == _INVALID or (isinstance(given, list) and bool(given) and all(each == _INVALID for each in given))


def _is_mean(key: str) -> bool:
    return key not in {"alias", "name", "sample_len", "samples"} and "_stderr" not in key
