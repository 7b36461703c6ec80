"""pydantic-evals: a dumped EvaluationReport.

A case passes by at least one assertion that holds, and none that does not; a case without any is not judged, and what
raised stands in `failures` alone. Repeats are cases of their own, joined by `source_case_name`.
"""

from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.scores import BROKE, Scored, labels_in, settle
from bot.results.values import Remarks, Run, Verdict, clean


def recognizes(seen: Seen) -> bool:
    """Whether a document is such a report."""
    row = seen.row(("cases",))
    if row:
        return "assertions" in row and ("scores" in row or "labels" in row)
    return seen.has("cases", "failures") and (
        seen.has("report_evaluator_failures") or "error_stacktrace" in seen.row(("failures",))
    )


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a case, the failed ones among them."""
    rows: list[Scored] = []
    for part in parts:
        if part.is_row and part.path == ("cases",) and isinstance(part.value, dict):
            rows.append(_case(part.value))
        elif part.is_row and part.path == ("failures",) and isinstance(part.value, dict):
            rows.append(Scored(_name(part.value), {}, verdict=Verdict.COULD_NOT_JUDGE))
        elif part.is_row and part.path == ("report_evaluator_failures",):
            remarks.note("An evaluator of the whole report broke; that says nothing about single cases.")
        elif part.path in {("dataset_name",), ("name",)} and part.value:
            remarks.suite = clean(part.value) if part.path == ("dataset_name",) else remarks.suite or clean(part.value)
    yield from settle(lambda: rows, remarks, binary=False)


def _case(case: dict[str, Any]) -> Scored:
    values: dict[str, Any] = {}
    for place in ("scores", "assertions"):
        given = case.get(place)
        for name, said in (given if isinstance(given, dict) else {}).items():
            value = said.get("value") if isinstance(said, dict) else said
            values[clean(name)] = value if place == "scores" or isinstance(value, bool) else BROKE
    failures = case.get("evaluator_failures")
    broken = [each for each in (failures if isinstance(failures, list) else []) if isinstance(each, dict)]
    verdict = None
    if broken and not any(value is False for value in values.values()):
        verdict = Verdict.COULD_NOT_JUDGE
    return Scored(_name(case), values, verdict=verdict, labels=labels_in(case.get("metadata"), case.get("attributes")))


def _name(case: dict[str, Any]) -> str:
    return clean(case.get("source_case_name") or case.get("name"))
