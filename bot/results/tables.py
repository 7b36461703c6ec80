"""Tables with one row a case and one column a metric: Ragas, LangSmith, MLflow.

Each reader says which columns are metrics, what an empty cell means, and whether 1 and 0 are right and wrong.
"""

import re
from collections.abc import Iterator
from typing import Any

from bot.results.records import Records, literal
from bot.results.scores import BROKE, Scored, inputs_named, is_missing, labels_in, mark_of, number_of, settle
from bot.results.values import Remarks, Run, Verdict, clean

_RAGAS_INPUTS = frozenset({
    "user_input", "retrieved_contexts", "reference_contexts", "response", "multi_responses", "reference", "rubrics",
    "rubric", "persona_name", "query_style", "query_length", "synthesizer_name", "retrieved_context_ids",
    "reference_context_ids", "reference_tool_calls", "reference_topics", "question", "answer", "contexts",
    "ground_truth",
    "ground_truths", "evolution_type", "metadata", "episode_done", "id", "name", "index", "unnamed: 0", "",
})  # fmt: skip
_RAGAS_METRICS = frozenset({
    "faithfulness", "answer_relevancy", "answer_relevance", "response_relevancy", "context_precision", "context_recall",
    "context_entity_recall", "answer_correctness", "answer_similarity", "semantic_similarity", "factual_correctness",
    "exact_match", "string_present", "context_relevancy", "context_utilization", "llm_context_recall",
    "llm_context_precision_with_reference", "llm_context_precision_without_reference", "nv_accuracy",
    "nv_context_relevance", "nv_response_groundedness", "non_llm_string_similarity", "bleu_score", "rouge_score",
    "aspect_critic", "noise_sensitivity", "noise_sensitivity_relevant", "topic_adherence", "tool_call_accuracy",
    "agent_goal_accuracy", "summary_score", "harmfulness", "maliciousness", "coherence", "correctness", "conciseness",
})  # fmt: skip
_NUMBERING = frozenset({"", "index", "id", "unnamed: 0", "context.span_id", "context.trace_id", "span_id"})
_ASKED = ("input", "inputs", "question", "query", "prompt", "request", "user_input", "attributes.input.value")
_EXPECTED = ("expected_", "expectation", "guidelines/")
_MLFLOW_METRIC = re.compile(r"(.+?)(?:/v\d+)?/(?:score|value)|([^/]+)/v\d+")


def is_ragas(records: Records) -> bool:
    """Whether a table is what Ragas' to_pandas gives."""
    if records.has("user_input"):
        has_answer = records.has("response") or records.has("reference")
        return has_answer and any(_may_be_metric(name, records) for name in records.header)
    is_older = records.has("question", "answer") and (records.has("contexts") or records.has("ground_truth"))
    return is_older and any(name.lower() in _RAGAS_METRICS for name in records.header)


def _may_be_metric(name: str, records: Records) -> bool:
    """Whether a column of Ragas' table is a metric: none of its inputs, and known by name or by its first value."""
    if name.strip().lower() in _RAGAS_INPUTS or name.endswith("_reason"):
        return False
    value = cell_of((records.first or {}).get(name), records)
    return (
        name.lower() in _RAGAS_METRICS or value is BROKE or mark_of(value) is not None or number_of(value) is not None
    )


def read_ragas(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The rows of Ragas: an empty cell is a metric that broke; a number is no verdict, since the file holds no bar."""
    metrics = [name for name in records.header if _may_be_metric(name, records)]

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            values = {name: cell_of(row.get(name), records) for name in metrics}
            values = {name: value for name, value in values.items() if not isinstance(value, list | dict)}
            asked = row.get("user_input") if "user_input" in row else row.get("question")
            yield Scored(_conversation(asked, records), values, labels=labels_in(row))

    remarks.note(
        "Ragas leaves a row out of an experiment's file where its function raised: compare the rows with your set."
    )
    yield from settle(rows, remarks, binary=False)


def is_langsmith(records: Records) -> bool:
    """Whether a table is what LangSmith's to_pandas gives, or an experiment's download."""
    has_feedback = any(name.startswith("feedback.") for name in records.header)
    return has_feedback and any(
        name.startswith(("inputs.", "outputs.", "reference.")) or name == "inputs" for name in records.header
    )


def read_langsmith(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The rows of LangSmith: evaluators score a target that raised as well, so the error comes first."""
    feedback = [name for name in records.header if name.startswith("feedback.")]
    inputs = [name for name in records.header if name.startswith("inputs.")] or ["inputs"]

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            values = {name.removeprefix("feedback."): cell_of(row.get(name), records) for name in feedback}
            given = {name.removeprefix("inputs."): row.get(name) for name in inputs if not is_missing(row.get(name))}
            example = clean(row.get("example_id"))
            verdict = None if is_missing(row.get("error")) else Verdict.COULD_NOT_JUDGE
            named = inputs_named({name: literal(value) for name, value in given.items()})
            yield Scored(named or example, values, key=example, verdict=verdict, labels=labels_in(row))

    yield from settle(rows, remarks, binary=True)


def is_mlflow(records: Records) -> bool:
    """Whether a table is an evaluation table of MLflow."""
    return any(_MLFLOW_METRIC.fullmatch(name) for name in records.header) and any(
        name.startswith(
            ("input", "request", "question", "prompt", "output", "prediction", "response", "trace_id", "ground_truth")
        )
        for name in records.header
    )


def read_mlflow(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The rows of MLflow's evaluation table."""
    metrics = {
        name: match.group(1) or match.group(2) for name in records.header if (match := _MLFLOW_METRIC.fullmatch(name))
    }
    inputs = [name for name in records.header if name.startswith(("input", "request", "question", "prompt"))]

    def rows() -> Iterator[Scored]:
        for row in records.rows():
            values = {title: cell_of(row.get(name), records) for name, title in metrics.items()}
            broken = [
                title for name, title in metrics.items() if not is_missing(row.get(_beside(name, "error_message")))
            ]
            values.update(dict.fromkeys(broken, BROKE))
            verdict = Verdict.COULD_NOT_JUDGE if clean(row.get("state")).upper().endswith("ERROR") else None
            yield Scored(first_input(row, inputs), values, verdict=verdict, labels=labels_in(row))

    yield from settle(rows, remarks, binary=False)


def _beside(name: str, other: str) -> str:
    """The column of the same metric that says something else."""
    return f"{name.rpartition('/')[0]}/{other}"


def cell_of(value: Any, records: Records) -> Any:
    """The value of a metric's cell; in text, numbers and booleans are spelled out."""
    if is_missing(value):
        return BROKE
    if not records.is_text or not isinstance(value, str):
        return value
    if value.strip().lower() in {"nan", "none", "null", "n/a", "<na>"}:
        return BROKE
    if value.strip().lower() in {"true", "false"}:
        return value.strip().lower() == "true"
    try:
        return float(value)
    except ValueError:
        return value


def _conversation(asked: Any, records: Records) -> str:
    """What was asked; of a conversation its first message."""
    asked = literal(asked) if records.is_text else asked
    if isinstance(asked, list) and asked:
        first = asked[0]
        return clean(first.get("content") if isinstance(first, dict) else first)
    return inputs_named(asked)


def first_input(row: dict[str, Any], inputs: list[str]) -> str:
    """What a row is about: the column that is called so, else the first that is no index."""
    named = [name for name in inputs if name.lower() not in _NUMBERING]
    ordered = sorted(named, key=lambda name: _ASKED.index(name.lower()) if name.lower() in _ASKED else len(_ASKED))
    given = next((literal(row[name]) for name in ordered if not is_missing(row.get(name))), "")
    return inputs_named(given)
