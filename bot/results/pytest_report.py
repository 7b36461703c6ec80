"""pytest: the report of pytest-json-report, and the lines of pytest-reportlog.

The verdict stands in the stage `call`: an outcome of "error" may be a test that passed and whose cleaning up broke, and
one of "rerun" is the last attempt's. A file that could not be imported is in no total, only among the collectors.
"""

import re
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.records import Records
from bot.results.scores import labels_in
from bot.results.values import Remarks, Run, Verdict, clean

_STAGES = {"passed": Verdict.PASS, "failed": Verdict.FAIL, "skipped": Verdict.SKIPPED}
BROKE = re.compile(
    r"(?:[\w.]*\.)?(?:\w*(?:Connection|Connect|Timeout|HTTP|Http|API|RateLimit|ServiceUnavailable|Network|SSL|Socket)\w*"
    r"|RuntimeError|OSError|IOError|ImportError|ModuleNotFoundError|FileNotFoundError|PermissionError|MemoryError)(?::|$)"
    r"|Failed: Timeout"
)
"""Exceptions that say that the bot, a tool of it or the judge broke, and not that the answer was wrong."""


def recognizes(seen: Seen) -> bool:
    """Whether a document is a report of pytest-json-report."""
    row = seen.row(("tests",))
    return ("nodeid" in row and "outcome" in row) or (seen.has("exitcode", "root", "summary") and seen.has("created"))


def recognizes_records(records: Records) -> bool:
    """Whether lines are those of pytest-reportlog."""
    return isinstance(records.first, dict) and "$report_type" in records.first


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test. Collected tests that never ran are skipped, lost files are noted."""
    seen: set[str] = set()
    collected: dict[str, None] = {}
    summary: dict[str, Any] = {}
    ended_well = False
    for part in parts:
        if part.path == ("tests",) and part.is_row and isinstance(part.value, dict):
            seen.add(clean(part.value.get("nodeid")))
            yield from _with_subtests(part.value, ended_well, remarks)
        elif part.path == ("exitcode",):
            ended_well = part.value == 0
        elif part.path == ("collectors",) and part.is_row and isinstance(part.value, dict):
            _collector(part.value, collected, remarks)
        elif len(part.path) == 2 and part.path[0] == "summary":
            summary[part.path[1]] = part.value
        elif part.path == ("created",):
            remarks.at = clean(part.value)
    left = [name for name in collected if name not in seen]
    total = summary.get("collected")
    if not left and isinstance(total, int) and len(seen) < total <= 1_000_000:
        deselected = summary.get("deselected")
        more = total - len(seen) - (deselected if isinstance(deselected, int) else 0)
        left = [f"test {len(seen) + number} of {total}" for number in range(1, more + 1)]
    if left:
        remarks.note(f"{len(left)} of the tests collected never ran.")
    yield from (Run(name, Verdict.SKIPPED) for name in left)


def _with_subtests(test: dict[str, Any], ended_well: bool, remarks: Remarks) -> Iterator[Run]:
    """A test with subtests passes by itself whatever they said: the report holds none of them, only its exit code."""
    if clean(test.get("outcome")).startswith("subtests") and not ended_well:
        remarks.note(
            "The run failed, and what its subtests said is not in this report: a test with subtests is not judged. "
            "Send the JUnit file of the same run."
        )
        test = {**test, "call": {"outcome": ""}}
    yield from _test(test, remarks)


def read_records(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs of a report log: the stages of a test stand in lines of their own, the last attempt counts."""
    stages: dict[str, dict[str, Any]] = {}
    for row in records.rows():
        kind = row.get("$report_type")
        if kind == "SessionStart":
            remarks.tool_version = clean(row.get("pytest_version"))
        elif kind == "CollectReport" and row.get("outcome") == "failed":
            _lost(clean(row.get("nodeid")), remarks)
        elif kind == "TestReport":
            _stage(row, stages)
        elif clean(kind).lower() == "subtestreport" and row.get("outcome") == "failed":
            stages.setdefault(clean(row.get("nodeid")), {})["outcome"] = "failed"
    for nodeid, test in stages.items():
        yield from _test({"nodeid": nodeid, **test}, remarks)


def _stage(row: dict[str, Any], stages: dict[str, dict[str, Any]]) -> None:
    nodeid, when = clean(row.get("nodeid")), clean(row.get("when"))
    if when == "setup":
        stages[nodeid] = {}
    test = stages.setdefault(nodeid, {})
    properties = row.get("user_properties")
    crash = row.get("longrepr")
    reprcrash = crash.get("reprcrash") if isinstance(crash, dict) else None
    test[when] = {"outcome": row.get("outcome"), "crash": reprcrash}
    test["user_properties"] = properties if isinstance(properties, list) else []
    if "wasxfail" in row:
        test["outcome"] = "xfailed" if row.get("outcome") == "skipped" else "xpassed"


def _test(test: dict[str, Any], remarks: Remarks) -> Iterator[Run]:
    name = clean(test.get("nodeid"))
    if test.get("outcome") == "xfailed":
        remarks.note(f"{clean(name, 100)} was expected to fail and did: counted neither as passed nor as failed.")
        return
    labels = labels_in(test.get("metadata"), *_properties(test.get("user_properties")), *_markers(test.get("keywords")))
    yield Run(name, _verdict(test, remarks), labels=labels)


def _verdict(test: dict[str, Any], remarks: Remarks) -> Verdict:
    """By the stage that asks the question; what broke before or around it could not be judged."""
    call, setup = test.get("call"), test.get("setup")
    if isinstance(call, dict):
        verdict = _STAGES.get(clean(call.get("outcome")), Verdict.COULD_NOT_JUDGE)
        if clean(call.get("outcome")) == "rerun" or (verdict is Verdict.PASS and test.get("outcome") == "failed"):
            verdict = Verdict.FAIL  # a subtest fails beside its test, which passes
        crash = call.get("crash")
        message = clean(crash.get("message")) if isinstance(crash, dict) else ""
        if verdict is Verdict.FAIL and BROKE.match(message):
            remarks.note(
                "A test that ended with an exception of the bot or its tools, and not with an assertion, is not judged."
            )
            return Verdict.COULD_NOT_JUDGE
        return verdict
    began = clean(setup.get("outcome")) if isinstance(setup, dict) else ""
    if began in {"failed", "error", "skipped"}:
        return Verdict.SKIPPED if began == "skipped" else Verdict.COULD_NOT_JUDGE
    outcome = clean(test.get("outcome"))
    return _STAGES.get("passed" if outcome == "xpassed" else outcome, Verdict.COULD_NOT_JUDGE)


def _collector(row: dict[str, Any], collected: dict[str, None], remarks: Remarks) -> None:
    if row.get("outcome") == "failed":
        _lost(clean(row.get("nodeid")), remarks)
    found = row.get("result")
    for each in found if isinstance(found, list) else []:
        if (
            isinstance(each, dict)
            and "lineno" in each
            and clean(each.get("type")) not in {"Class", "Module", "Package"}
            and not each.get("deselected")
        ):
            collected[clean(each.get("nodeid"))] = None


def _lost(name: str, remarks: Remarks) -> None:
    remarks.note(f"{clean(name, 100)} could not be imported, so its tests are missing from every total.")


def _properties(given: Any) -> Iterator[dict[str, Any]]:
    for each in given if isinstance(given, list) else []:
        if isinstance(each, dict):
            yield each
        elif isinstance(each, list) and len(each) == 2 and isinstance(each[0], str):
            yield {each[0]: each[1]}


def _markers(keywords: Any) -> Iterator[list[str]]:
    names = list(keywords) if isinstance(keywords, list | dict) else []
    yield [name for name in names[:50] if isinstance(name, str)]
