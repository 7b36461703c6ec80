"""Giskard's suite and azure-ai-evaluation's result, and tables whose columns say pass or fail in plain words."""

from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.records import Records
from bot.results.scores import BROKE, Scored, inputs_named, is_missing, number_of, settle
from bot.results.tables import cell_of, first_input
from bot.results.values import Check, Mark, Remarks, Run, as_object, clean, judged

_WORDS = frozenset({"pass", "passed", "fail", "failed"})
_VERDICTS = ("score", "result", "verdict", "grade", "outcome", "evaluation", "correctness", "judgement", "judgment")
_LOOKED_AT = 200


def is_giskard(seen: Seen) -> bool:
    """Whether a document is a suite of Giskard: by test whether it passed, and its metric."""
    names = {path[1] for path in seen.values if len(path) == 2}
    return {"result", "metric_value"} <= names <= {"result", "metric_value"}


def read_giskard(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test. A test that broke is “Failed” as well, and only its missing metric tells."""
    tests: dict[str, dict[str, Any]] = {}
    for part in parts:
        if len(part.path) == 2:
            tests.setdefault(part.path[0], {})[part.path[1]] = part.value
    for name, test in tests.items():
        mark = Mark.PASSED if test.get("result") == "Passed" else Mark.FAILED
        if mark is Mark.FAILED and number_of(test.get("metric_value")) is None:
            mark = Mark.BROKE
            remarks.note("A test that failed without a metric may be one that broke: not judged.")
        yield judged(name, [Check(name, mark)])


def is_azure(seen: Seen) -> bool:
    """Whether a document is a result of azure-ai-evaluation."""
    return seen.has("rows", "metrics") and any(name.startswith("outputs.") for name in seen.row(("rows",)))


def read_azure(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a row, by the evaluators' own pass and fail; its two kinds of rates are left aside."""
    rows = [_azure(as_object(part.value)) for part in parts if part.path == ("rows",) and part.is_row]
    yield from settle(lambda: rows, remarks, binary=False)


def _azure(row: dict[str, Any]) -> Scored:
    outputs = {name: value for name, value in row.items() if name.startswith("outputs.")}
    results = {name: value for name, value in outputs.items() if name.endswith("_result")}
    # An evaluator without a threshold has no result: then its numbers are named, and count nowhere.
    results = results or {name: value for name, value in outputs.items() if number_of(value) is not None}
    values = {
        clean(name.split(".")[1] if name.count(".") else name): BROKE if is_missing(value) else value
        for name, value in results.items()
    }
    inputs = {name.removeprefix("inputs."): value for name, value in row.items() if name.startswith("inputs.")}
    asked = next((inputs[name] for name in ("query", "question", "q", "input", "prompt") if name in inputs), inputs)
    return Scored(inputs_named(asked), values)


def is_worded(records: Records) -> bool:
    """Whether a table has a column that says pass or fail in each row, under a name that promises a verdict."""
    return bool(_worded(records))


def read_worded(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs of such a table, as Ragas' experiments and many scripts write: one a row."""
    verdicts = _worded(records)
    inputs = [name for name in records.header if name not in verdicts]
    shown = clean(", ".join(verdicts), 100)
    remarks.note(f"Read by what {shown} says: each row is a run, and a row that was left out is not seen.")

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            yield Scored(first_input(row, inputs), {name: cell_of(row.get(name), records) for name in verdicts})

    yield from settle(rows, remarks, binary=False)


def _worded(records: Records) -> list[str]:
    named = [name for name in records.header if any(word in name.lower() for word in _VERDICTS)]
    said: dict[str, set[str]] = {name: set() for name in named}
    for place, row in enumerate(records.rows() if named else ()):
        for name in named:
            said[name].add(
                row[name].strip().lower()
                if isinstance(row.get(name), str)
                else ""
                if is_missing(row.get(name))
                else "?"
            )
        if place >= _LOOKED_AT:
            break
    return [name for name, words in said.items() if words & _WORDS and words <= {*_WORDS, ""}]
