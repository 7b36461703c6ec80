"""Evidently: the snapshot of a Report with tests, and the JSON of an older TestSuite.

Its tests are over whole columns, so none of them is a golden task. FAIL on a value that is NaN means that nothing could
be computed; WARNING is a test that failed and was marked as not critical.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.records import Records
from bot.results.scores import Scored, settle
from bot.results.tables import cell_of, first_input
from bot.results.values import Remarks, Run, Verdict, clean

_TESTED = re.compile(
    r": (?:greater|less|equal|not equal|in list|not in list|is in|is not in|approx)\b"
    r"|_test_(?:greater|less|equals|not_equals|in|not_in)_",
    re.IGNORECASE,
)
"""Columns of descriptors' tests: "len: greater or equal to 3.0", before that "len_test_greater_or_equal_3.0"."""
_VERDICTS = {
    "SUCCESS": Verdict.PASS,
    "FAIL": Verdict.FAIL,
    "WARNING": Verdict.FAIL,
    "ERROR": Verdict.COULD_NOT_JUDGE,
    "SKIPPED": Verdict.SKIPPED,
}


def recognizes(seen: Seen) -> bool:
    """Whether a document is a snapshot or a suite of Evidently."""
    test, metric = seen.row(("tests",)), seen.row(("metrics",))
    is_test = clean(test.get("status")).upper() in _VERDICTS and (
        "metric_config" in test or "group" in test or "bound_test" in test
    )
    return is_test or (seen.has("metrics", "tests") and ("metric_name" in metric or "metric_id" in metric))


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test."""
    values: dict[str, Any] = {}
    warnings = 0
    remarks.has_tasks = False
    tests: list[dict[str, Any]] = []
    for part in parts:
        if part.path == ("metrics",) and part.is_row and isinstance(part.value, dict):
            values[clean(part.value.get("id") or part.value.get("metric_id"))] = part.value.get("value")
        elif part.path == ("tests",) and part.is_row and isinstance(part.value, dict):
            tests.append(part.value)
        elif part.path in {("timestamp",), ("version",)}:
            remarks.at = clean(part.value) if part.path == ("timestamp",) else remarks.at
            remarks.tool_version = clean(part.value) if part.path == ("version",) else remarks.tool_version
    for test in tests:
        status = clean(test.get("status")).upper()
        warnings += status == "WARNING"
        verdict = _VERDICTS.get(status, Verdict.COULD_NOT_JUDGE)
        if verdict is Verdict.FAIL and _is_nothing(_value_of(test, values)):
            verdict = Verdict.COULD_NOT_JUDGE
        name = clean(test.get("name"))
        yield Run(name, verdict, key=clean(test.get("description")), failed=(name,))
    if tests:
        number = "1 test looks" if len(tests) == 1 else f"{len(tests)} tests look"
        remarks.note(f"{number} at whole columns and not at single answers, so none is a golden task.")
    else:
        remarks.note("The report holds metrics and no tests, so nothing in it passes or fails.")
    if warnings:
        are = "is a warning" if warnings == 1 else "are warnings"
        remarks.note(f"{warnings} of the failures {are}: not critical, by the team's own word.")


def _value_of(test: dict[str, Any], values: dict[str, Any]) -> Any:
    config = test.get("metric_config")
    if isinstance(config, dict) and (found := clean(config.get("metric_id"))) in values:
        return values[found]
    parameters = test.get("parameters")
    return parameters.get("value") if isinstance(parameters, dict) else None


def _is_nothing(value: Any) -> bool:
    return isinstance(value, float) and math.isnan(value)


def recognizes_records(records: Records) -> bool:
    """Whether a table is an Evidently data set with tests: columns of true and false, named after their tests."""
    return any(_TESTED.search(name) for name in records.header)


def read_records(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs: one a row; each test of a descriptor is a metric."""
    tests = [name for name in records.header if _TESTED.search(name)]
    inputs = [name for name in records.header if name not in tests]

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            yield Scored(first_input(row, inputs), {name: cell_of(row.get(name), records) for name in tests})

    yield from settle(rows, remarks, binary=False)
