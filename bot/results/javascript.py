"""The JSON of Jest, Vitest, Playwright and Mocha, and CTRF, the format that reporters of many runners share."""

import re
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.junit_faults import Fault, fault_of
from bot.results.scores import labels_in
from bot.results.values import Remarks, Run, Verdict, clean

_JEST = {
    "passed": Verdict.PASS,
    "failed": Verdict.FAIL,
    "pending": Verdict.SKIPPED,
    "skipped": Verdict.SKIPPED,
    "todo": Verdict.SKIPPED,
    "disabled": Verdict.SKIPPED,
}
_CTRF = {"passed": Verdict.PASS, "failed": Verdict.FAIL, "skipped": Verdict.SKIPPED, "pending": Verdict.SKIPPED}
_CTRF_RAW: dict[str, Verdict | None] = {
    "todo": Verdict.SKIPPED,
    "setup_failed": Verdict.COULD_NOT_JUDGE,
    "teardown_failed": Verdict.PASS,
    "xfailed": None,
}
"""What a runner's own word says where CTRF's is coarser; None for a failure that was expected and came."""
_PLAYWRIGHT = {"expected": Verdict.PASS, "unexpected": Verdict.FAIL, "flaky": Verdict.PASS, "skipped": Verdict.SKIPPED}
_COLORS = re.compile(r"\x1b\[[0-9;]*m")
_DEEPEST = 50


def is_jest(seen: Seen) -> bool:
    """Whether a document is Jest's or Vitest's JSON."""
    return seen.has("numTotalTests") and seen.has("testResults")


def read_jest(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test. Vitest calls tests skipped whose preparation broke; their file failed without a failure."""
    for part in parts:
        if part.path == ("testResults",) and part.is_row and isinstance(part.value, dict):
            yield from _jest_file(part.value, remarks)
        elif part.path == ("success",) and part.value is False:
            remarks.note("The tool itself calls this run a failure.")


def _jest_file(file: dict[str, Any], remarks: Remarks) -> Iterator[Run]:
    tests = _objects(file.get("assertionResults"))
    path = clean(file.get("name"))
    is_lost = file.get("status") == "failed" and not any(test.get("status") == "failed" for test in tests)
    if is_lost and not tests:
        remarks.note(
            f"{clean(path.rpartition('/')[2], 100)} could not be loaded, so its tests are missing from every total."
        )
    elif is_lost:
        remarks.note(
            f"The preparation of {clean(path.rpartition('/')[2], 100)} broke, so its skipped tests are not judged."
        )
    for test in tests:
        status = clean(test.get("status"))
        verdict = _JEST.get(status, Verdict.COULD_NOT_JUDGE)
        if is_lost and status in {"skipped", "pending"}:
            verdict = Verdict.COULD_NOT_JUDGE
        if verdict is Verdict.FAIL and not _is_wrong(test.get("failureMessages"), test.get("failureDetails")):
            verdict = Verdict.COULD_NOT_JUDGE
        yield Run(
            clean(test.get("fullName") or test.get("title")),
            verdict,
            key=path,
            labels=labels_in(test.get("meta"), test.get("tags")),
        )


def _is_wrong(messages: Any, details: Any = None) -> bool:
    """Whether a failure is one of an assertion; what was thrown otherwise means that something broke."""
    given = _objects(details)
    if any("matcherResult" in each for each in given):
        return True
    text = (
        "\n".join(_COLORS.sub("", each) for each in messages if isinstance(each, str))
        if isinstance(messages, list)
        else ""
    )
    return fault_of("failure", "", "", text) is not Fault.BROKE


def is_ctrf(seen: Seen) -> bool:
    """Whether a document is CTRF."""
    return seen.value("reportFormat") == "CTRF" or (
        ("results", "tool") in seen.values
        and ("results", "tests") in seen.values
        and ("results", "summary") in seen.values
    )


def read_ctrf(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test, retries within it. Its summary is compared with its list, which wins."""
    own = dict.fromkeys(("passed", "failed"), 0)
    summary: dict[str, Any] = {}
    for part in parts:
        if part.path == ("results", "tests") and part.is_row and isinstance(part.value, dict):
            test, status = part.value, clean(part.value.get("status"))
            own[status] = own.get(status, 0) + 1
            labels = labels_in(test, test.get("extra"), test.get("labels"))
            if (verdict := _ctrf(test, status)) is None:
                remarks.note("A test that was expected to fail and did counts neither as passed nor as failed.")
            else:
                yield Run(clean(test.get("name")), verdict, key=clean(test.get("suite")), labels=labels)
        elif part.path == ("results", "summary") and isinstance(part.value, dict):
            summary = part.value
        elif part.path == ("results", "tool") and isinstance(part.value, dict):
            remarks.suite, remarks.tool_version = clean(part.value.get("name")), clean(part.value.get("version"))
    if any(isinstance(summary.get(name), int) and summary[name] != number for name, number in own.items()):
        remarks.note("The summary is not that of the list; the list counts.")
    if not any(own.values()):
        remarks.note("The report is empty: nothing ran.")


def _ctrf(test: dict[str, Any], status: str) -> Verdict | None:
    if (raw := clean(test.get("rawStatus"))) in _CTRF_RAW:
        return _CTRF_RAW[raw]
    verdict = _CTRF.get(status, Verdict.COULD_NOT_JUDGE)
    message, trace = (text if isinstance(text, str) else "" for text in (test.get("message"), test.get("trace")))
    is_broken = fault_of("failure", "", message, f"{message}\n{trace}") is Fault.BROKE
    return Verdict.COULD_NOT_JUDGE if verdict is Verdict.FAIL and is_broken else verdict


def is_playwright(seen: Seen) -> bool:
    """Whether a document is Playwright's JSON."""
    return seen.has("suites", "config") and (seen.has("errors") or ("stats", "expected") in seen.values)


def read_playwright(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test and project, by its status and never by those of its attempts."""
    for part in parts:
        if part.path == ("suites",) and part.is_row:
            yield from _playwright(part.value, "", 0)
        elif part.path == ("errors",) and part.is_row:
            remarks.note(
                "Something broke outside of the tests, such as a file that cannot be loaded: tests may be missing."
            )
        elif part.path == ("config", "version"):
            remarks.tool_version = clean(part.value)
        elif part.path == ("stats", "startTime"):
            remarks.at = clean(part.value)


def _playwright(suite: Any, above: str, depth: int) -> Iterator[Run]:
    if not isinstance(suite, dict) or depth > _DEEPEST:
        return
    for spec in _objects(suite.get("specs")):
        for test in _objects(spec.get("tests")):
            name = " › ".join(part for part in (above, clean(spec.get("title"))) if part)
            project = clean(test.get("projectName"))
            labels = labels_in(
                spec.get("tags"),
                {clean(each.get("type")): each.get("description") for each in _objects(test.get("annotations"))},
            )
            yield Run(name, _playwright_verdict(test), project, key=clean(spec.get("file")), labels=labels)
    for inner in _objects(suite.get("suites")):
        yield from _playwright(
            inner, " › ".join(part for part in (above, clean(inner.get("title"))) if part), depth + 1
        )


def _playwright_verdict(test: dict[str, Any]) -> Verdict:
    verdict = _PLAYWRIGHT.get(clean(test.get("status")), Verdict.COULD_NOT_JUDGE)
    results = _objects(test.get("results"))
    if verdict is Verdict.FAIL and results and test.get("expectedStatus") != "failed":
        if clean(results[-1].get("status")) in {"timedOut", "interrupted"}:
            return Verdict.COULD_NOT_JUDGE
        errors = [each.get("message") for each in _objects(results[-1].get("errors"))]
        return verdict if _is_wrong(errors) else Verdict.COULD_NOT_JUDGE
    return verdict


def is_mocha(seen: Seen) -> bool:
    """Whether a document is Mocha's JSON."""
    return ("stats", "passes") in seen.values and seen.has("tests") and (seen.has("passes") or seen.has("failures"))


def read_mocha(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs: one a test of `tests`, and the hooks that failed, which stand in `failures` alone."""
    tests: list[dict[str, Any]] = []
    failures: dict[str, dict[str, Any]] = {}
    pending: set[str] = set()
    for part in parts:
        if part.is_row and isinstance(part.value, dict):
            name = clean(part.value.get("fullTitle"))
            if part.path == ("tests",):
                tests.append(part.value)
            elif part.path == ("failures",):
                failures[name] = part.value
            elif part.path == ("pending",):
                pending.add(name)
        elif part.path == ("stats", "start"):
            remarks.at = clean(part.value)
    for test in tests:
        name = clean(test.get("fullTitle"))
        failed = failures.pop(name, None) or (test if test.get("err") else None)
        yield Run(name, Verdict.SKIPPED if name in pending else _mocha(failed), key=clean(test.get("file")))
    for name in failures:
        yield Run(name, Verdict.COULD_NOT_JUDGE)


def _mocha(failed: dict[str, Any] | None) -> Verdict:
    if failed is None:
        return Verdict.PASS
    error = failed.get("err")
    stack = error.get("stack") if isinstance(error, dict) else ""
    return Verdict.FAIL if _is_wrong([stack]) else Verdict.COULD_NOT_JUDGE


def _objects(given: Any) -> list[dict[str, Any]]:
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
