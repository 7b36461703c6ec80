"""JUnit XML differs from runner to runner: what failed, broke, was not judged, or never ran."""

from tests.results.reading import by_task, counts, notes, read, read_file
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


@each("attributes", ['status="notrun"', 'status="disabled"', 'result="skipped"', 'result="suppressed"'])
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
