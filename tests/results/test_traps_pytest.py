"""What pytest and its plugins report, where one would guess otherwise; each was seen in a real run."""

from tests.results.reading import by_task, counts, lines, notes, read, read_file


def test_pytest_reruns_count_once_and_only_the_last_attempt_speaks():
    assert by_task(read_file("pytest-reruns.xml"))["test_always"] == (0, 1, 0, 0)
    assert by_task(read_file("pytest-reruns.xml"))["test_flaky"] == (1, 0, 0, 0)
    assert by_task(read_file("pytest-report-reruns.json"))["test_sub.py::test_flaky"] == (1, 0, 0, 0)


def test_pytest_a_file_that_could_not_be_imported_is_told():
    assert "test_lost.py could not be imported" in notes(read_file("pytest-report-reruns.json"))


def test_pytest_the_check_speaks_and_not_the_cleaning_up():
    for name, prefix in (("pytest.xml", ""), ("pytest-report.json", "test_golden.py::")):
        tasks = by_task(read_file(name))
        assert tasks[f"{prefix}test_teardown_error"] == (1, 0, 0, 0)
        assert tasks[f"{prefix}test_fail_and_teardown"] == (0, 1, 0, 0)
        assert tasks[f"{prefix}test_setup_error"] == (0, 0, 1, 0)
        assert f"{prefix}test_xfail" not in tasks


def test_pytest_subtests_are_one_test_and_what_has_no_element_is_told():
    results = read_file("pytest-subtests.xml")

    assert by_task(results)["test_many"] == (0, 1, 0, 0)
    assert "counts 12 tests and holds 8 testcases" in notes(results)


def test_pytest_json_report_knows_a_failed_subtest_by_its_exit_code_alone():
    def report(exitcode: int) -> dict:
        stages = {"setup": {"outcome": "passed"}, "call": {"outcome": "passed"}}
        tests = [
            {"nodeid": "a", "outcome": "subtests passed", **stages},
            {"nodeid": "b", "outcome": "passed", **stages},
        ]
        return {"created": 1, "exitcode": exitcode, "root": "/", "summary": {"total": 2}, "tests": tests}

    assert counts(read(report(0))) == (2, 0, 0, 0)
    assert by_task(read(report(1))) == {"a": (0, 0, 1, 0), "b": (1, 0, 0, 0)}
    assert "what its subtests said is not in this report" in notes(read(report(1)))


def test_pytest_report_log_fails_a_test_whose_subtest_failed():
    def stage(when: str, outcome: str, kind: str = "TestReport") -> dict:
        return {"$report_type": kind, "nodeid": "a", "when": when, "outcome": outcome}

    for said, expected in (("passed", (1, 0, 0, 0)), ("failed", (0, 1, 0, 0))):
        rows = [stage("setup", "passed"), stage("call", said, "SubTestReport"), stage("call", "passed")]
        assert by_task(read(lines(*rows, stage("teardown", "passed")))) == {"a": expected}


def test_pytest_report_log_joins_the_stages_of_a_test():
    def stage(test: str, when: str, outcome: str, **more) -> dict:
        return {"$report_type": "TestReport", "nodeid": test, "when": when, "outcome": outcome, **more}

    crash = {"reprcrash": {"message": "ConnectionError: no route"}}
    results = read(lines(
        {"$report_type": "SessionStart", "pytest_version": "9.2.0"},
        {"$report_type": "CollectReport", "nodeid": "test_lost.py", "outcome": "failed"},
        stage("a", "setup", "passed"), stage("a", "call", "passed"), stage("a", "teardown", "failed"),
        stage("b", "setup", "passed"), stage("b", "call", "failed", user_properties=[["bucket", "tool_error"]]),
        stage("c", "setup", "failed"),
        stage("d", "setup", "passed"), stage("d", "call", "skipped", wasxfail="known"),
        stage("e", "setup", "passed"), stage("e", "call", "failed", longrepr=crash),
        stage("f", "setup", "skipped"),
    ))  # fmt: skip

    assert by_task(results) == {
        "a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0), "e": (0, 0, 1, 0), "f": (0, 0, 0, 1),
    }  # fmt: skip
    assert results.buckets == {"tool_error": 1}
    assert "test_lost.py could not be imported" in notes(results)
