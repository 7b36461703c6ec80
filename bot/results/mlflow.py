"""MLflow: traces with assessments, as `search_traces` gives them, in a list, a table or an object.

Every scorer runs on a case whose app raised as well, so the state of the trace comes first. Expected answers stand
among the assessments and are none.
"""

from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.records import Records, literal
from bot.results.scores import BROKE, Scored, inputs_named, is_missing, labels_in, settle
from bot.results.values import Remarks, Run, Verdict, as_object, as_objects, clean

_SELDOM = frozenset({"STATE_UNSPECIFIED", "IN_PROGRESS"})


def recognizes(seen: Seen) -> bool:
    """Whether a document is an object with traces."""
    return _is_trace(seen.row(("traces",)))


def recognizes_records(records: Records) -> bool:
    """Whether rows are traces."""
    return _is_trace(records.first)


def _is_trace(row: Any) -> bool:
    if not isinstance(row, dict):
        return False
    inner = as_object(row.get("info")) or row
    marks = ("trace_id", "request_id", "state", "status", "request", "trace")
    return isinstance(literal(inner.get("assessments")), list) and any(mark in inner for mark in marks)


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a trace."""
    rows = [
        _trace(part.value)
        for part in parts
        if part.path == ("traces",) and part.is_row and isinstance(part.value, dict)
    ]
    yield from settle(lambda: rows, remarks, binary=False)


def read_records(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs of traces in a table or list."""
    yield from settle(lambda: (_trace(row) for row in records.rows()), remarks, binary=False)


def _trace(row: dict[str, Any]) -> Scored:
    info = as_object(row.get("info")) or row
    state = clean(info.get("state") or info.get("status")).upper().rpartition(".")[2]
    given = literal(info.get("assessments"))
    values: dict[str, Any] = {}
    for assessment in as_objects(given):
        if assessment.get("valid") is not False:
            _take(assessment, values)
    asked = literal(
        next((info[name] for name in ("request", "request_preview", "inputs") if not is_missing(info.get(name))), "")
    )
    name = inputs_named(asked) or clean(info.get("trace_id") or info.get("request_id"))
    verdict = Verdict.COULD_NOT_JUDGE if state == "ERROR" else Verdict.SKIPPED if state in _SELDOM else None
    if verdict is None and not values:
        verdict = Verdict.COULD_NOT_JUDGE
    return Scored(
        name, values, verdict=verdict, labels=labels_in(literal(info.get("tags")), literal(info.get("trace_metadata")))
    )


def _take(assessment: dict[str, Any], values: dict[str, Any]) -> None:
    """One assessment's value; an expectation, and one without a feedback, is none."""
    feedback = assessment.get("feedback")
    if not isinstance(feedback, dict):
        return
    name = clean(assessment.get("assessment_name") or assessment.get("name"))
    value = feedback.get("value")
    broke = feedback.get("error") or assessment.get("error") or is_missing(value)
    if values.get(name) is not False:
        values[name] = BROKE if broke else value
