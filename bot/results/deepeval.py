"""DeepEval: the JSON of a test run (`testCases`), and a dumped EvaluationResult (`test_results`).

`success` of a case is false for a wrong answer and for a judge that broke; only the metrics tell. A metric marked flaky
never decides in the tool, so it does not here.
"""

import math
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.scores import labels_in
from bot.results.values import Check, Mark, Remarks, Run, as_objects, clean, judged

_ROWS = ("testCases", "conversationalTestCases", "test_results", "testResults")


def recognizes(seen: Seen) -> bool:
    """Whether a document is a DeepEval test run or result."""
    is_run = seen.has("testCases") and (
        seen.has("metricsScores") or seen.has("conversationalTestCases") or _is_case(seen.row(("testCases",)))
    )
    is_latest = ("testRunData", "testCases") in seen.values
    return is_run or is_latest or _is_case(seen.row(("test_results",))) or _is_case(seen.row(()))


def _is_case(row: dict[str, Any]) -> bool:
    return "success" in row and any(name in row for name in ("metricsData", "metrics_data", "metricsMetadata"))


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a case. A gap in `order` is a case that the tool left out of the file."""
    orders: dict[str, set[int]] = {}
    for part in parts:
        if part.is_row and (not part.path or part.path[-1] in _ROWS) and isinstance(part.value, dict):
            order = part.value.get("order")
            if isinstance(order, int) and part.path:
                orders.setdefault(part.path[-1], set()).add(order)
            yield _run(part.value)
        elif part.path in {("identifier",), ("testFile",)} and part.value:
            remarks.suite = clean(part.value)
    missing = sum(max(seen) + 1 - len(seen) for seen in orders.values() if max(seen) < 1_000_000)
    if missing > 0:
        cases = "1 case is" if missing == 1 else f"{missing} cases are"
        remarks.note(f"{cases} missing from the file: DeepEval leaves out a case whose metrics were all skipped.")


def _run(case: dict[str, Any]) -> Run:
    metrics = [
        each for name in ("metricsData", "metrics_data", "metricsMetadata") for each in as_objects(case.get(name))
    ]
    checks = [_check(metric) for metric in metrics if metric.get("flaky") is not True]
    checks += [_check(each) for each in as_objects(case.get("expectationsData"))]
    if not checks and case.get("success") is False:
        checks = [Check("success", Mark.FAILED)]
    return judged(
        clean(case.get("name")) or clean(case.get("input")),
        checks,
        key=clean(case.get("input"), 2000),
        detail=clean(case.get("input"), 80),
        labels=labels_in(case, case.get("metadata"), case.get("additionalMetadata"), case.get("additional_metadata")),
    )


def _check(metric: dict[str, Any]) -> Check:
    score = metric.get("score")
    broke = metric.get("error") or score is None or (isinstance(score, float) and math.isnan(score))
    success = metric.get("success")
    mark = Mark.BROKE if broke or not isinstance(success, bool) else Mark.PASSED if success else Mark.FAILED
    return Check(clean(metric.get("name") or metric.get("metric")), mark)
