"""Files of tools that are not read, known by what only they write: each is refused by its name, with a way on."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from bot.results.detection import Seen
from bot.results.records import Records
from bot.results.values import as_object

_TABLE = "write a CSV with the columns task and result instead"


class Known(NamedTuple):
    """A file that is known and not read: what it is, and what to send instead."""

    title: str
    instead: str


_JUNIT = "write JUnit XML instead"
_ITEMS = "send its single answers and not its means, or " + _TABLE

_EXAMPLE = frozenset({"messages", "prompt", "completion", "input", "output", "instruction"})


class _Document(NamedTuple):
    known: Known
    fits: Callable[[Seen], bool]


class _Rows(NamedTuple):
    known: Known
    fits: Callable[[Any], bool]


def _has(*names: str) -> Callable[[Any], bool]:
    return lambda row: all(name in row for name in names)


def _is_evalite(seen: Seen) -> bool:
    return any("averageScore" in seen.row((name,)) for name in ("evals", "suites", "files"))


def _is_sarif(seen: Seen) -> bool:
    return seen.has("runs", "version") and "tool" in seen.row(("runs",))


def _is_langfuse(seen: Seen) -> bool:
    return seen.has("item_results") or seen.has("itemResults")


def _is_weave(seen: Seen) -> bool:
    return any("true_fraction" in path or "true_fraction" in as_object(seen.values[path]) for path in seen.values)


def _within(name: str) -> Callable[[Seen], bool]:
    """Whether each of the document's objects has this name."""
    return lambda seen: any(len(path) == 2 and path[1] == name for path in seen.values)


def _is_llama_index(seen: Seen) -> bool:
    return any({"passing", "feedback"} <= as_object(row).keys() for path, row in seen.rows.items() if len(path) == 1)


def _is_openai_evals(row: Any) -> bool:
    return _has("event_id", "run_id", "data")(row) or "base_eval" in as_object(row.get("spec"))


_DOCUMENTS = (
    _Document(Known("an Evalite result", f"its success is no verdict and a score has no bar: {_TABLE}"), _is_evalite),
    _Document(Known("a SARIF log", "it holds findings of a static analysis and no evaluation"), _is_sarif),
    _Document(Known("a Langfuse experiment", f"it leaves out what broke: {_TABLE}"), _is_langfuse),
    _Document(Known("a Weave evaluation", f"its rates count what broke: {_TABLE}"), _is_weave),
    _Document(Known("a file of HELM", _TABLE), lambda seen: seen.has("adapter_spec") or seen.has("scenario_spec")),
    _Document(Known("LlamaIndex evaluations", f"what mumbled is failed there: {_TABLE}"), _is_llama_index),
    _Document(Known("a SWE-bench report", _TABLE), _within("patch_successfully_applied")),
    _Document(Known("a classification report", _ITEMS), _within("f1-score")),
    _Document(Known("a package.json", "send the result file"), lambda seen: seen.has("name", "version", "scripts")),
)
_ROWS = (
    _Rows(Known("an OpenAI evals log", _TABLE), _is_openai_evals),
    _Rows(
        Known("a Braintrust summary", f"it has no scores where a case broke: {_TABLE}"), _has("projectName", "scores")
    ),
    _Rows(Known("a Cucumber report", "write it with the junit formatter instead"), _has("elements", "uri", "keyword")),
    _Rows(Known("a log of go test -json", "turn it into JUnit XML with gotestsum"), _has("Action", "Package")),
    _Rows(Known("a log of cargo test", "write JUnit XML with cargo nextest instead"), _has("type", "event", "name")),
    _Rows(Known("LlamaIndex evaluations", f"what mumbled is failed there: {_TABLE}"), _has("passing", "feedback")),
    _Rows(Known("a trace of Weave", _TABLE), _has("op_name", "trace_id")),
    _Rows(Known("a set of examples for training", "send results instead"), lambda row: set(row) <= _EXAMPLE),
)
KEYS = (
    ("resolved_ids | unresolved_ids", "a SWE-bench report", _TABLE),
    ("eval | hash | date", "a result of EvalPlus", _TABLE),
    ("mteb_version", "a result of MTEB", _ITEMS),
    ("overall_scores | run_data", "a run of Tonic Validate", _TABLE),
    ("overview | test_cases", "a risk assessment of DeepTeam", _TABLE),
    ("dataset_name | model_name | metrics", "a report of EvalScope", _ITEMS),
    ("details | accuracy", "a result of OpenCompass", _TABLE),
    ("object | result_counts", "an OpenAI evaluation run", _ITEMS),
    ("object | data | has_more", "a page of OpenAI's evaluation items", _TABLE),
    ("score | score:std", "a result of simple-evals", _ITEMS),
    ("htmls | convos", "a result of simple-evals", _TABLE),
    ("content | page | total", "a page of items, as Opik's service gives them", _TABLE),
    ("project_name | experiment_name | scores", "a Braintrust summary", _ITEMS),
    ("total_time_in_seconds | samples_per_second", "a result of Hugging Face evaluate", _ITEMS),
    ("macro avg", "a classification report", _ITEMS),
    ("examples | summary_line", "the JSON of RSpec", "write it with rspec_junit_formatter instead"),
    ("testsuites | failures | tests", "the JSON of GoogleTest", "write XML instead (--gtest_output=xml)"),
    ("generator | rpa | suite", "a Robot Framework output", "write JUnit XML instead (robot --xunit FILE)"),
    ("job_id | tests", "the JSON of Avocado", "write XML instead (--xunit)"),
    ("collection | run", "the JSON of Newman", _JUNIT),
    ("root_group | metrics", "a summary of k6", "it counts checks and not tasks"),
    ("uuid | historyId | status", "one result of Allure", f"{_JUNIT} beside it"),
    ("stats | results | meta", "the JSON of mochawesome", "write it with Mocha's json reporter instead"),
)
"""By names at the top of a document: what it is, and what to send instead."""
COLUMNS = (
    ("run | example | evaluation_results", "rows of a LangSmith experiment", "send its to_pandas() as CSV"),
    ("sample_id | eval_id", "a data frame of Inspect", "send the log itself (.eval or JSON)"),
    ("eval_id | task_id | log", "a data frame of Inspect", "send the log itself (.eval or JSON)"),
    ("accuracy | correct_count | total_count", "a score file of BFCL", "it holds the failures alone"),
    ("instance_id | train_trial_index", "a file of HELM", _TABLE),
    ("name | count | sum_squared", "statistics of HELM", _ITEMS),
    ("instruction | output_1 | output_2", "annotations of AlpacaEval", "it compares two models: " + _TABLE),
    ("win_rate | avg_length", "a leaderboard of AlpacaEval", _ITEMS),
    ("conversationTurns", "a result of Amazon Bedrock", f"its scores have no bar: {_TABLE}"),
    ("automatedEvaluationResult | inputRecord", "a result of Amazon Bedrock", f"its scores have no bar: {_TABLE}"),
    ("object | run_id | eval_id | results", "items of an OpenAI evaluation", _TABLE),
    ("dataset_item_id | feedback_scores", "items of Opik", _TABLE),
    ("dataset_item_id | evaluation_task_output.output", "items of Opik", _TABLE),
    ("traceId | dataType | name", "scores of Langfuse", _TABLE),
    ("userId | scores | latency", "traces of Langfuse", _TABLE),
    ("app_id | record_id", "records of TruLens", f"their scores have no bar: {_TABLE}"),
    ("context.span_id | attributes.input.value", "spans of Phoenix or Arize", _TABLE),
    ("input | output | expected | scores", "results of Braintrust", f"their scores have no bar: {_TABLE}"),
    ("output | scores | model_latency", "rows of Weave", _TABLE),
    ("prompt | response | baseline_model_response", "a comparison of Vertex AI", "it compares two models: " + _TABLE),
    ("task_id | completion | passed", "a result of HumanEval", _TABLE),
    ("task_id | reward | traj", "a result of tau-bench", _TABLE),
    ("question | response | score_context_relevance", "a result of UpTrain", f"its scores have no bar: {_TABLE}"),
    ("question | reference_answer | agent_answer", "answers of Giskard's RAG toolkit", _TABLE),
    ("doc_id | target | filtered_resps", "samples of lmms-eval", _TABLE),
    ("elements | keyword | location", "the JSON of behave", "write it with --junit instead"),
    ("name | stdout | result | command", "a log of Meson", "send its testlog.junit.xml, which stands beside it"),
    ("id | module | markers | status", "the table of pytest-csv", "write JUnit XML instead (--junitxml FILE)"),
    ("type | message | message-id", "messages of Pylint", "they hold no evaluation"),
    ("meta | gherkinDocument", "messages of Cucumber", "write it with the junit formatter instead"),
    ("dataset | version | metric | mode", "a summary of OpenCompass", _ITEMS),
)
"""By names of columns, or of the fields of JSON rows."""
_XML = {
    "Catch": Known("the XML of Catch2", "write JUnit XML instead (-r junit)"),
    "Catch2TestRun": Known("the XML of Catch2", "write JUnit XML instead (-r junit)"),
    "promptfoo": Known("promptfoo's XML", "write JSON instead (promptfoo eval -o results.json)"),
    "TestRun": Known("a Visual Studio test log (TRX)", "write JUnit XML with the JunitXml.TestLogger instead"),
    "test-run": Known("an NUnit 3 result", "write JUnit XML instead"),
    "test-results": Known("an NUnit 2 result", "write JUnit XML instead"),
    "assemblies": Known("an xUnit.net result", "write JUnit XML instead"),
    "assembly": Known("an xUnit.net result", "write JUnit XML instead"),
    "robot": Known("a Robot Framework output", "write JUnit XML instead (robot --xunit FILE)"),
    "testng-results": Known("a TestNG result", "send its JUnit XML, which stands beside it in junitreports"),
    "testExecutions": Known("a SonarQube test report", "write JUnit XML instead"),
    "Site": Known("a CTest dashboard file", "write JUnit XML instead (ctest --output-junit FILE)"),
    "coverage": Known("a coverage report", "send the test results instead"),
    "checkstyle": Known("a Checkstyle report", "it holds no evaluation"),
    "svg": Known("a picture", "send the result file instead"),
    "rss": Known("a feed", "send the result file instead"),
}
_YAML = re.compile(r"(?:%YAML|---\s*(?:\n|$)|[A-Za-z_][\w .-]*:(?:[ \t]*\n|[ \t]+\S))")
_TAP = re.compile(r"(?:TAP version \d+|1\.\.\d+|(?:not )?ok \d+\b)")
_XML_ROOT = re.compile(
    r"(?:\s*<\?[^>]*\?>|\s*<!--.*?-->|\s*<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*\s*<(?:\w+:)?([\w-]+)",
    re.DOTALL | re.IGNORECASE,
)


def known_document(seen: Seen) -> Known | None:
    """What a JSON document is that no reader wants."""
    named = (each.known for each in _DOCUMENTS if each.fits(seen))
    return next(named, None) or next((Known(*said) for names, *said in KEYS if seen.has(*names.split(" | "))), None)


def known_rows(records: Records) -> Known | None:
    """What rows are, of JSON or of a table, that no reader wants."""
    row = records.first if isinstance(records.first, dict) else {}
    named = (each.known for each in _ROWS if row and not records.is_text and each.fits(row))
    columns = (Known(*said) for names, *said in COLUMNS if records.has(*names.split(" | ")))
    return next(columns, None) or next(named, None)


def known_xml(head: str) -> Known | None:
    """What an XML file is that is no JUnit."""
    root = _XML_ROOT.match(head)
    return _XML.get(root.group(1)) if root else None


def known_text(head: str) -> Known | None:
    """What a text is that is neither JSON nor XML nor a table."""
    if _TAP.match(head):
        return Known("a TAP log", "turn it into JUnit XML (for example with tap-junit)")
    if _YAML.match(head) and "\t" not in head.split("\n", 1)[0]:
        return Known("YAML", "write JSON instead (with promptfoo: eval -o results.json)")
    return None
