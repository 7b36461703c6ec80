"""What promptfoo writes, where one would guess otherwise; each was seen in a real run."""

from tests.results.reading import by_task, counts, lines, notes, read, read_file


def test_promptfoo_goes_by_success_and_never_by_a_score():
    def row(score: float, *, success: bool) -> dict:
        component = {"pass": success, "score": score, "assertion": {"type": "javascript"}}
        graded = {"pass": success, "score": score, "componentResults": [component]}
        variables = {"q": str(score)}
        return {
            "success": success,
            "failureReason": int(not success),
            "vars": variables,
            "prompt": {},
            "gradingResult": graded,
        }

    rows = [row(0.3, success=True), row(5, success=True), row(0, success=True), row(1, success=False)]

    assert counts(read(lines(*rows))) == (3, 1, 0, 0)


def test_promptfoo_rows_that_are_missing_from_the_file_are_told():
    said = notes(read_file("promptfoo.json"))

    assert "4 passed, 6 failed, 1 errors" in said
    assert "1 row of them cannot be seen" in said


def test_promptfoo_a_grader_that_threw_or_gave_nan_is_no_failure():
    tasks = by_task(read_file("promptfoo.jsonl"))

    assert tasks["grader / bot"] == (0, 0, 1, 0)
    assert tasks["nan / bot"] == (0, 0, 1, 0)


def test_promptfoo_a_set_of_assertions_counts_by_its_own_word():
    tasks = by_task(read_file("promptfoo.json"))

    assert tasks["set / bot"] == (1, 0, 0, 0)
    assert tasks["setfail / bot"] == (0, 1, 0, 0)


def test_promptfoo_a_test_without_an_assertion_is_unscored():
    for name in ("promptfoo.json", "promptfoo.jsonl", "promptfoo.csv"):
        results = read_file(name)
        assert by_task(results)["open / bot"] == (0, 0, 1, 0)
        assert "without any assertion" in notes(results)


def test_promptfoo_csv_is_read_by_position_since_its_names_come_once_a_provider():
    tasks = by_task(read_file("promptfoo-two-providers.csv"))

    assert tasks["escalation / small"] == (0, 1, 0, 0)
    assert tasks["escalation / large"] == (1, 0, 0, 0)


def test_promptfoo_repeats_are_runs_of_one_task_and_other_variables_are_another():
    assert by_task(read_file("promptfoo-repeats.csv"))["flaky / bot"] == (1, 2, 0, 0)
    assert set(by_task(read_file("promptfoo.json"))) >= {"many / bot", "many (bad) / bot"}


def test_promptfoo_of_years_ago_is_read_too():
    graded = {
        "pass": False,
        "score": 0,
        "reason": "no",
        "componentResults": [{"pass": False, "assertion": {"type": "is-json"}}],
    }
    rows = [
        {"success": True, "vars": {"q": "a"}, "prompt": {"display": "x"}, "gradingResult": {"componentResults": [{}]}},
        {"success": False, "vars": {"q": "b"}, "prompt": {}, "error": "no", "gradingResult": graded},
        {"success": False, "vars": {"q": "c"}, "prompt": {}, "error": "API error: 500"},
    ]
    results = read({"results": {"version": 2, "results": rows, "stats": {"successes": 1, "failures": 2}}, "config": {}})
    csv = '"q","[m] x"\na,"[PASS] (1.00)\n---\nyes"\nb,"[FAIL] (0.00) Expected it\n---\nno"\n'

    assert counts(results) == (1, 1, 1, 0)
    assert results.buckets == {"formatting": 1}
    assert by_task(read(csv)) == {"a / m": (1, 0, 0, 0), "b / m": (0, 1, 0, 0)}


def test_promptfoo_two_prompts_for_one_provider_stay_apart():
    def row(label: str, *, success: bool) -> dict:
        graded = {"componentResults": [{"pass": success}]}
        return {
            "success": success,
            "vars": {"q": "a"},
            "prompt": {"label": label},
            "provider": {"id": "m"},
            "gradingResult": graded,
        }

    tasks = by_task(read(lines(row("short", success=True), row("long", success=False), row("short", success=True))))

    assert tasks == {"a / m": (2, 0, 0, 0), "a / m [long]": (0, 1, 0, 0)}
