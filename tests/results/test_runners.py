"""What runners and checkers write in formats of their own."""

import pytest

from bot.results.values import Refused
from tests.results.reading import by_task, counts, notes, read, read_file
from tests.tables import each


def test_vitest_skips_what_it_could_not_prepare_and_loses_what_it_could_not_load():
    tests = [{"fullName": "one", "status": "skipped"}, {"fullName": "two", "status": "passed"}]
    files = [{"name": "/app/a.test.js", "status": "failed", "assertionResults": tests}]
    results = read({"numTotalTests": 2, "numFailedTests": 0, "success": False, "testResults": files})

    assert by_task(results) == {"one": (0, 0, 1, 0), "two": (1, 0, 0, 0)}
    assert "The preparation of a.test.js broke" in notes(results)
    assert "lost.test.js could not be loaded" in notes(read_file("vitest.json"))


def test_playwright_goes_by_the_status_of_the_test():
    tasks = by_task(read_file("playwright.json"))

    assert tasks["gap / small"] == (1, 0, 0, 0)
    assert tasks["closed gap / small"] == (0, 1, 0, 0)
    assert tasks["boom / small"] == (0, 0, 1, 0)
    lost = {"config": {}, "suites": [], "errors": [{"message": "x"}], "stats": {"expected": 0}}
    assert "outside of the tests" in notes(read(lost))


def ctrf(*tests: dict, **summary: int) -> dict:
    return {
        "reportFormat": "CTRF",
        "results": {"tool": {"name": "t", "version": "1"}, "summary": summary, "tests": list(tests)},
    }


def test_ctrf_goes_by_its_list_and_says_where_the_summary_differs():
    results = read(ctrf(
        {"name": "a", "status": "passed"}, {"name": "b", "status": "failed", "message": "expected a"},
        {"name": "c", "status": "failed", "trace": "Error: judge down"}, {"name": "d", "status": "pending"},
        {"name": "e", "status": "other"}, passed=2, failed=2,
    ))  # fmt: skip

    assert counts(results) == (1, 1, 2, 1)
    assert "The summary is not that of the list" in notes(results)
    assert "nothing ran" in notes(read(ctrf(passed=0, failed=0)))


def test_giskard_a_test_without_a_metric_may_have_broken():
    tests = {
        "a": {"result": "Passed", "metric_value": None},
        "b": {"result": "Failed", "metric_value": 0.2},
        "c": {"result": "Failed", "metric_value": None},
    }
    results = read(tests)

    assert by_task(results) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0)}
    assert "may be one that broke" in notes(results)


def test_azure_a_verdict_that_is_nan_was_not_given():
    def row(asked: str, result: object) -> dict:
        return {"inputs.query": asked, "outputs.exact.exact_result": result, "outputs.exact.exact_score": 1}

    rows = [row("a", "pass"), row("b", "fail"), row("c", float("nan"))]
    results = read({"rows": rows, "metrics": {"exact.binary_aggregate": 0.6}, "studio_url": None})

    assert by_task(results) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0)}


def test_a_table_that_says_pass_and_fail_in_words_is_read_and_it_is_said_by_what():
    results = read("question,response,score\na,x,pass\nb,y,fail\nc,z,\n")

    assert by_task(results) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0)}
    assert "Read by what score says" in notes(results)
    for table in ("question,score\na,pass\nb,maybe\n", "question,status\na,pass\n", "question,score\na,1\n"):
        with pytest.raises(Refused, match="No evaluation tool"):
            read(table)


@each(
    ("test", "expected"),
    [
        ({"status": "other", "rawStatus": "todo"}, (0, 0, 0, 1)),
        ({"status": "failed", "rawStatus": "setup_failed", "message": "no"}, (0, 0, 1, 0)),
        ({"status": "failed", "rawStatus": "teardown_failed", "message": "no"}, (1, 0, 0, 0)),
        ({"status": "skipped", "rawStatus": "xfailed"}, (0, 0, 0, 0)),
        ({"status": "failed", "message": "KeyError: 'x'", "trace": "test_a.py:3: KeyError"}, (0, 1, 0, 0)),
        ({"status": "failed", "message": "ConnectionError: x", "trace": "test_a.py:3: ConnectionError"}, (0, 0, 1, 0)),
        ({"status": "failed", "message": "TypeError: down", "trace": "at a.js:1"}, (0, 0, 1, 0)),
    ],
)
def test_ctrf_goes_by_the_runners_own_word_where_it_has_one(test: dict[str, str], expected: tuple[int, ...]):
    report = {"tool": {"name": "t"}, "summary": {}, "tests": [{"name": "a", **test}]}

    assert counts(read({"reportFormat": "CTRF", "results": report})) == expected


def test_azure_rows_without_a_bar_are_numbers_and_no_verdicts():
    rows = [{"inputs.query": "a", "outputs.f1.f1_score": 1.0}, {"inputs.query": "b", "outputs.f1.f1_score": 0.4}]
    results = read({"rows": rows, "metrics": {"f1.f1_score": 0.7}})

    assert counts(results) == (0, 0, 0, 0)
    assert "f1 has no verdict of its own" in notes(results)
