"""JUnit XML differs from runner to runner, and so do their own formats; what is not read is refused by its name."""

import pytest

from bot.results.known import COLUMNS, KEYS
from bot.results.values import Refused
from tests.results.reading import by_task, counts, lines, notes, read, read_file
from tests.tables import each


def suite(*cases: str, **attributes: str) -> str:
    told = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"<testsuites><testsuite {told}>{''.join(cases)}</testsuite></testsuites>"


def failing(name: str, element: str) -> str:
    return f'<testcase name="{name}" classname="c">{element}</testcase>'


@each(
    ("element", "expected"),
    [
        ('<failure type="AssertionError" message="a"/>', "fail"),
        ('<failure type="org.opentest4j.AssertionFailedError"/>', "fail"),
        ('<failure type="org.junit.ComparisonFailure"/>', "fail"),
        ('<failure type="RSpec::Expectations::ExpectationNotMetError"/>', "fail"),
        ('<failure type="PHPUnit\\Framework\\ExpectationFailedException"/>', "fail"),
        ('<failure type="test failure with exit code 101"/>', "fail"),
        ('<failure message="Failed" type="">x_test.go:10: got a</failure>', "fail"),
        ("<failure>Error: expect(received).toBe(expected)</failure>", "fail"),
        ('<failure message="x == y" type="CHECK"/>', "fail"),
        ("<failure/>", "fail"),
        ('<error message="exited with error code 1"/>', "fail"),
        ("<failure message=\"KeyError: 'x'\">E   KeyError\ntest_a.py:3: KeyError</failure>", "fail"),
        ('<error type="java.lang.RuntimeException" message="x"/>', "could_not_judge"),
        ('<failure type="Error" message="upstream 503"/>', "could_not_judge"),
        ('<failure type="RuntimeError"/>', "could_not_judge"),
        ('<failure type="test timeout"/>', "could_not_judge"),
        ('<failure message="Timeout"/>', "could_not_judge"),
        ("<failure>Error: upstream 503\n  at a.js:1</failure>", "could_not_judge"),
        ('<failure message="System.IO.IOException : no disk"/>', "could_not_judge"),
        (
            '<failure message="RuntimeError: 503">E   RuntimeError\ntest_a.py:3: RuntimeError</failure>',
            "could_not_judge",
        ),
        ('<failure message="Failed">panic: runtime error</failure>', "could_not_judge"),
        ('<error message="exited with error code 142"/>', "could_not_judge"),
        ('<failure message="7 did not equal 19" type="org.scalatest.exceptions.TestFailedException"/>', "fail"),
        ('<failure message="a.scala:5 values are not the same" type="munit.FailException"/>', "fail"),
        ("<failure message=\"Timed out retrying after 4000ms: expected '7' to equal '19'\" type='E'/>", "fail"),
        ('<failure message="Timed out retrying after 4000ms: `cy.visit()` failed" type="E"/>', "could_not_judge"),
        ('<failure message="Teardown failed:&#10;no" type="AssertionError"/>', "pass"),
        ('<failure message="7 != 19&#10;&#10;Also teardown failed:&#10;no" type="AssertionError"/>', "fail"),
        ('<failure message="Setup failed:&#10;no index" type="AssertionError"/>', "could_not_judge"),
        ('<failure message="a:1 t">\n    Test timeout of 300ms exceeded.\n</failure>', "could_not_judge"),
        ('<failure message="a:1 t">Error: Timed out 5000ms waiting for expect(locator)</failure>', "fail"),
        ("<skipped/><failure/>", "fail"),
        ('<skipped message="test passes unexpectedly"/>', "fail"),
        ("<skipped/>", "skipped"),
    ],
)
def test_a_wrong_answer_is_told_from_what_broke(element: str, expected: str):
    results = read(suite(failing("a", element)))

    assert {name for name, number in results.counts.items() if number} == {expected}


@pytest.mark.parametrize(
    "attributes", ['status="notrun"', 'status="disabled"', 'result="skipped"', 'result="suppressed"']
)
def test_an_attribute_may_say_that_a_test_did_not_run(attributes: str):
    assert counts(read(suite(f'<testcase name="a" {attributes}/>', '<testcase name="b" status="run"/>'))) == (
        1,
        0,
        0,
        1,
    )


def test_a_type_that_is_the_tests_own_name_says_nothing():
    cases = [failing(name, '<failure type="test_init_timeout"/>') for name in ("test_init_timeout", "other")]

    assert by_task(read(suite(*cases))) == {"test_init_timeout": (0, 1, 0, 0), "other": (0, 0, 1, 0)}


def test_several_failures_in_one_element_are_one_failed_run():
    assert counts(read(suite(failing("a", "<failure/><failure/><failure/>"), tests="4"))) == (0, 1, 0, 0)


def test_attempts_within_an_element_are_no_runs():
    cases = [failing("a", '<flakyFailure type="AssertionError"/>'), failing("b", "<failure/><rerunFailure/>")]

    assert by_task(read(suite(*cases, tests="1"))) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0)}


def test_elements_of_one_name_are_repeats_unless_the_suite_counts_one_of_them():
    cases = [failing("a", "<failure/>"), failing("a", ""), failing("a", "")]

    assert by_task(read(suite(*cases, tests="3"))) == {"a": (2, 1, 0, 0)}
    assert by_task(read(suite(*cases, tests="1"))) == {"a": (1, 0, 0, 0)}


def test_a_test_without_any_assertion_is_not_judged():
    results = read(suite('<testcase name="a" assertions="0"/>', '<testcase name="b" assertions="2"/>'))

    assert counts(results) == (1, 0, 1, 0)


def test_the_bucket_may_stand_in_a_property():
    property_ = '<properties><property name="bucket" value="tool_error"/></properties><failure/>'

    assert read(suite(failing("a", property_))).buckets == {"tool_error": 1}


def test_giskards_tests_are_named_after_their_suites():
    suites = "".join(
        f'<testsuite name="Test {name} (metric={value})"><testcase name="Metric">{element}</testcase></testsuite>'
        for name, value, element in (("refund", 9.0, ""), ("contract", 0.1, "<failure/>"))
    )

    assert by_task(read(f'<testsuites tests="">{suites}</testsuites>')) == {
        "refund": (1, 0, 0, 0),
        "contract": (0, 1, 0, 0),
    }


def test_tests_of_one_name_in_two_classes_stay_apart():
    cases = ['<testcase name="a" classname="x"/>', '<testcase name="a" classname="y"><failure/></testcase>']

    assert by_task(read(suite(*cases))) == {"a": (1, 0, 0, 0), "a (y)": (0, 1, 0, 0)}


def test_suites_within_suites_are_read():
    text = '<testsuite name="o"><testsuite name="i"><testcase name="a"/></testsuite><testcase name="b"/></testsuite>'

    assert by_task(read(text)) == {"a": (1, 0, 0, 0), "b": (1, 0, 0, 0)}


def test_what_only_the_totals_know_of_is_told():
    assert "something did not even start" in notes(read('<testsuites errors="1"><testsuite name="a"/></testsuites>'))
    assert "counts 3 tests and holds 1" in notes(read(suite('<testcase name="a"/>', tests="3")))


def test_tests_behind_a_broken_preparation_are_not_judged():
    tasks = by_task(read_file("vitest-junit.xml"))

    assert tasks["setup > one"] == (0, 0, 1, 0)
    assert "setup" not in tasks
    assert by_task(read_file("jest-junit.xml"))["golden todo"] == (0, 0, 0, 1)


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


@each(
    ("content", "title"),
    [
        ({"evals": [{"name": "a", "averageScore": 0, "status": "success"}]}, "an Evalite result"),
        ({"item_results": [], "run_evaluations": []}, "a Langfuse experiment"),
        ({"correct": {"true_count": 2, "true_fraction": 0.4}}, "a Weave evaluation"),
        ({"version": "2.1.0", "runs": [{"tool": {}, "results": []}]}, "a SARIF log"),
        ({"name": "x", "version": "1", "scripts": {}}, "a package.json"),
        ({"faithfulness": [{"query": "a", "passing": None, "feedback": None}]}, "LlamaIndex evaluations"),
        ({"a__a-1": {"patch_exists": True, "patch_successfully_applied": True}}, "a SWE-bench report"),
        ({"yes": {"precision": 1.0, "f1-score": 0.5}}, "a classification report"),
        ([{"uri": "a", "keyword": "Feature", "elements": []}], "a Cucumber report"),
        ([{"passing": False, "feedback": "?", "score": 0.0}], "LlamaIndex evaluations"),
        (lines({"spec": {"base_eval": "x"}}, {"run_id": 1, "event_id": 0, "data": {}}), "an OpenAI evals log"),
        (lines({"projectName": "a", "scores": {}}, {"projectName": "a"}), "a Braintrust summary"),
        (lines({"Action": "run", "Package": "x"}, {"Action": "pass"}), "a log of go test -json"),
        (lines({"messages": []}, {"messages": []}), "a set of examples for training"),
        ("<promptfoo><results/></promptfoo>", "promptfoo's XML"),
        ("<robot/>", "a Robot Framework output"),
        ("<assemblies/>", "an xUnit.net result"),
    ],
)
def test_a_file_of_a_tool_that_is_not_read_is_refused_by_its_name(content, title: str):
    with pytest.raises(Refused, match=f"^This is {title}.*which ftrag does not read: .+"):
        read(content)


@each("row", KEYS, ids=[row[0] for row in KEYS])
def test_a_document_is_known_by_the_names_at_its_top(row: tuple[str, str, str]):
    names, title, instead = row

    with pytest.raises(Refused) as refused:
        read(dict.fromkeys(names.split(" | "), 1))
    assert str(refused.value) == f"This is {title}, which ftrag does not read: {instead}."


@each("row", COLUMNS, ids=[row[0] for row in COLUMNS])
def test_a_table_and_json_rows_are_known_by_their_columns(row: tuple[str, str, str]):
    names, title, instead = row
    columns = [*names.split(" | "), "other"]

    for content in (",".join(columns) + "\n" + "x," * len(names.split(" | ")) + "x\n", [dict.fromkeys(columns, 1)]):
        with pytest.raises(Refused) as refused:
            read(content)
        assert str(refused.value) == f"This is {title}, which ftrag does not read: {instead}."


def test_a_table_that_merely_looks_like_results_is_not_guessed_at():
    for table in (
        "name,passed\na,true\n",
        "id,score\n1,0.5\n",
        "question,answer\na,b\n",
        "query,precision,recall\na,0.5,0.1\n",
        "user_input,response,notes\na,b,c\n",
        "id,Status,Score\n1,open,3\n",
        {"a": {"precision": 0.5, "recall": 1.0}, "b": {"precision": 0.1, "recall": 0.0}},
    ):
        with pytest.raises(Refused, match="No evaluation tool"):
            read(table)


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


@pytest.mark.parametrize(
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


def test_a_todo_that_looks_like_a_quick_pass_is_counted_and_that_it_was_picked_is_said():
    cases = [f'<testcase name="{name}" classname="c" time="0"/>' for name in ("quick", "later")]
    results = read(suite(*cases, tests="1"))

    assert by_task(results) == {"quick": (1, 0, 0, 0), "later": (0, 0, 0, 1)}
    assert "does not say which of these it is, the last is taken: quick, later" in notes(results)


def test_what_was_raised_within_subunits_wrapper_speaks():
    def wrapped(*raised: str) -> str:
        frames = 'Traceback (most recent call last):\n  File "/a/test_a.py", line 3, in test_a\n    a()\n'
        text = "\n\nDuring handling of the above exception, another exception occurred:\n\n".join(
            f"{frames}{each}\nnote: none" for each in raised
        )
        kind = "testtools.testresult.real._StringException"
        return suite(failing("a", f'<failure type="{kind}">{kind}: {text}</failure>'))

    assert counts(read(wrapped("AssertionError: x"))) == (0, 1, 0, 0)
    assert counts(read(wrapped("ConnectionError: x"))) == (0, 0, 1, 0)
    assert counts(read(wrapped("ConnectionError: x", "AssertionError: y"))) == (0, 1, 0, 0)


def test_azure_rows_without_a_bar_are_numbers_and_no_verdicts():
    rows = [{"inputs.query": "a", "outputs.f1.f1_score": 1.0}, {"inputs.query": "b", "outputs.f1.f1_score": 0.4}]
    results = read({"rows": rows, "metrics": {"f1.f1_score": 0.7}})

    assert counts(results) == (0, 0, 0, 0)
    assert "f1 has no verdict of its own" in notes(results)
