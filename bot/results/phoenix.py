"""Phoenix: the table of evaluate_dataframe, the table of the classic llm_classify, and the runs of an experiment.

Cells of a CSV are Python's own spelling. FAILED broke, DID NOT RUN did not run, and a score has a direction.
"""

from collections.abc import Iterator
from typing import Any

from bot.results.records import Records, literal
from bot.results.scores import BROKE, Scored, inputs_named, is_missing, labels_in, number_of, settle
from bot.results.tables import first_input
from bot.results.values import Remarks, Run, Verdict, as_objects, clean

_BROKE = frozenset({"FAILED", "MISSING INPUT", "EXCEPTION"})


def is_phoenix(records: Records) -> bool:
    """Whether rows are what Phoenix gives: a table with details, one of its classic evals, or runs of an experiment."""
    is_table = any(name.endswith("_execution_details") for name in records.header)
    return is_table or records.has("label", "execution_status") or records.has("annotations", "example_id")


def read_phoenix(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The rows of Phoenix: FAILED broke, DID NOT RUN did not; a score has a direction; else its label counts."""
    if not any(name.endswith("_execution_details") for name in records.header):
        yield from settle(lambda: map(_run, records.rows()), remarks, binary=True)
        return
    details = [name for name in records.header if name.endswith("_execution_details")]
    scores = [name for name in records.header if name.endswith("_score")]
    inputs = [name for name in records.header if name not in {*details, *scores}]

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            said = {name: literal(row.get(name)) for name in details}
            states = {clean(each.get("status")) for each in said.values() if isinstance(each, dict)}
            values = {name.removesuffix("_score"): _phoenix(literal(row.get(name))) for name in scores}
            values = {name: value for name, value in values.items() if value is not None}
            for name, each in said.items():
                if isinstance(each, dict) and each.get("status") == "FAILED":
                    values[name.removesuffix("_execution_details")] = BROKE
            verdict = Verdict.SKIPPED if states == {"DID NOT RUN"} else None
            if verdict is None and states & {"FAILED", "DID NOT RUN"} and False not in values.values():
                verdict = Verdict.COULD_NOT_JUDGE
            yield Scored(first_input(row, inputs), values, verdict=verdict, labels=labels_in(row))

    yield from settle(rows, remarks, binary=True)


def _phoenix(score: Any) -> Any:
    """A score as a verdict where it is the best or the worst that its direction allows; else its number or label."""
    if not isinstance(score, dict):
        return None if is_missing(score) else score
    number, label = number_of(score.get("score")), score.get("label")
    if number is None:
        return label
    if score.get("direction") == "neutral":
        return f"neutral {number:.4g}"
    if number in {0, 1} and score.get("direction") == "minimize":
        return number == 0
    return number == 1 if number in {0, 1} else number


def _run(row: dict[str, Any]) -> Scored:
    """One run of an experiment, or one row of the classic table."""
    if "annotations" in row:
        values: dict[str, Any] = {}
        for each in as_objects(literal(row.get("annotations"))):
            value = BROKE if each.get("error") else _phoenix(each)
            values[clean(each.get("name"))] = BROKE if value is None else value
        verdict = None if is_missing(row.get("error")) else Verdict.COULD_NOT_JUDGE
        example = clean(row.get("example_id"))
        return Scored(inputs_named(literal(row.get("input"))) or example, values, key=example, verdict=verdict)
    status = clean(row.get("execution_status")).upper()
    verdict = Verdict.SKIPPED if status == "DID NOT RUN" else Verdict.COULD_NOT_JUDGE if status in _BROKE else None
    label = row.get("label")
    value = BROKE if is_missing(label) or label == "NOT_PARSABLE" else label
    inputs = [name for name in row if name not in {"label", "score", "explanation", "exceptions", "execution_status"}]
    return Scored(first_input(row, inputs), {"label": value}, verdict=verdict)
