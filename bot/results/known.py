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


def _is_openai_evals(row: Any) -> bool:
    return _has("event_id", "run_id", "data")(row) or "base_eval" in as_object(row.get("spec"))


_DOCUMENTS = (
    _Document(Known("an Evalite result", f"its success is no verdict and a score has no bar: {_TABLE}"), _is_evalite),
    _Document(Known("a SARIF log", "it holds findings of a static analysis and no evaluation"), _is_sarif),
    _Document(Known("a Langfuse experiment", f"it leaves out what broke: {_TABLE}"), _is_langfuse),
    _Document(Known("a Weave evaluation", f"its rates count what broke: {_TABLE}"), _is_weave),
    _Document(Known("a file of HELM", _TABLE), lambda seen: seen.has("adapter_spec") or seen.has("scenario_spec")),
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
_XML = {
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
    return next((each.known for each in _DOCUMENTS if each.fits(seen)), None)


def known_rows(records: Records) -> Known | None:
    """What JSON rows are that no reader wants."""
    row = records.first if isinstance(records.first, dict) else {}
    return next((each.known for each in _ROWS if row and each.fits(row)), None) if not records.is_text else None


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
