"""What the tools' files really do, where one would guess otherwise; each was seen in a real run."""

import pytest

from tests.results.reading import by_task, counts, lines, notes, read, read_file
from tests.tables import each


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


def test_deepeval_tells_of_cases_that_it_left_out():
    metric = {"name": "m", "success": True, "score": 1}
    case = {"success": True, "metricsData": [metric]}
    results = read(
        {"testCases": [{**case, "name": "a", "order": 0}, {**case, "name": "c", "order": 2}], "metricsScores": []}
    )

    assert counts(results) == (2, 0, 0, 0)
    assert "1 case is missing" in notes(results)


def test_deepeval_a_flaky_metric_decides_nothing():
    metrics = [{"name": "m", "success": True, "score": 1}, {"name": "n", "success": False, "score": 0, "flaky": True}]

    assert counts(read([{"name": "a", "success": True, "metricsData": metrics}])) == (1, 0, 0, 0)


def test_deepeval_a_dumped_result_reads_like_its_file():
    metrics = [{"name": "Contextual Recall", "success": False, "score": 0.1, "threshold": 0.5}]
    rows = [{"name": "a", "success": False, "metrics_data": metrics, "input": "x", "conversational": False}]
    results = read({"test_results": rows, "confident_link": None})

    assert (counts(results), results.buckets) == ((0, 1, 0, 0), {"retrieval_miss": 1})


def test_ragas_an_empty_cell_is_a_judge_that_broke_and_a_number_no_verdict():
    for name in ("ragas.csv", "ragas.json"):
        results = read_file(name)
        assert by_task(results) == {"judgedown": (0, 0, 1, 0)}
        assert "missing in 1" in notes(results)
        assert "compare the rows with your set" in notes(results)


def test_ragas_a_metric_of_words_is_a_verdict():
    results = read("user_input,response,grade\na,x,pass\nb,y,fail\nc,z,\n")

    assert by_task(results) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0)}


def test_pydantic_evals_a_case_without_assertions_did_not_pass():
    tasks = by_task(read_file("pydantic-evals.json"))

    assert tasks["boom"] == (0, 0, 1, 0)
    assert tasks["nan"] == (0, 0, 1, 0)
    assert by_task(read_file("pydantic-evals-repeats.json"))["judgedown"] == (0, 0, 2, 0)


def inspect_log(samples: list[dict], **header) -> dict:
    told = {"task": "golden", "model": "m", "dataset": {"sample_ids": [1, 2, 3]}, "config": {"epochs": 1}, **header}
    return {"version": 2, "status": header.get("status", "success"), "eval": told, "samples": samples}


def test_inspect_is_judged_by_samples_and_a_cancelled_one_did_not_run():
    samples = [
        {"id": 1, "epoch": 1, "scores": {"match": {"value": "C"}}},
        {"id": 2, "epoch": 1, "scores": {}, "error": {"message": "CancelledError()"}},
    ]
    results = read(inspect_log(samples, status="error"))

    assert by_task(results) == {"1 / m": (1, 0, 0, 0), "2 / m": (0, 0, 0, 1), "3 / m": (0, 0, 0, 1)}
    assert "did not end well" in notes(results)


@each(
    ("value", "expected"),
    [("C", (1, 0, 0, 0)), ("I", (0, 1, 0, 0)), ("N", (0, 1, 0, 0)), (True, (1, 0, 0, 0)), ("no", (0, 1, 0, 0)),
     (1, (1, 0, 0, 0)), (0, (0, 1, 0, 0)), ("0.7", (0, 0, 0, 0)), (None, (0, 0, 1, 0)), (float("nan"), (0, 0, 1, 0)),
     ("P", (0, 0, 0, 0)), ({"a": "C", "b": "I"}, (0, 1, 0, 0))],
)  # fmt: skip
def test_inspect_values_are_words_letters_and_numbers(value, expected):
    assert counts(read(inspect_log([{"id": 1, "epoch": 1, "scores": {"s": {"value": value}}}]))) == expected


def test_inspect_a_sample_without_scores_is_not_judged_and_a_log_without_samples_says_so():
    assert counts(read(inspect_log([{"id": 1, "epoch": 1, "scores": {}}]))) == (0, 0, 1, 0)
    assert "holds no samples" in notes(read(inspect_log([])))


def test_inspect_two_reducers_are_told_and_the_samples_count():
    log = inspect_log([{"id": 1, "epoch": 1, "scores": {"s": {"value": "C"}}}])
    log["results"] = {
        "total_samples": 4,
        "scores": [{"name": "s", "reducer": "mean"}, {"name": "s", "reducer": "at_least_1"}],
    }
    said = notes(read(log))

    assert "once for each reducer (at_least_1, mean)" in said
    assert "counts 4 samples and holds 1" in said


def test_lm_eval_filters_are_no_runs_and_an_answer_that_none_found_is_a_matter_of_format():
    results = read_file("lm-eval-filters.jsonl")

    assert counts(results) == (2, 1, 0, 0)
    assert "The filter “strict” counts" in notes(results)
    assert "“loose” could not find an answer in 3 answers" in notes(results)

    row = {
        "doc_id": 0,
        "doc": {},
        "target": "",
        "filter": "none",
        "filtered_resps": ["[invalid]"],
        "metrics": ["acc"],
        "acc": 0.0,
    }
    assert read(lines(row, {**row, "doc_id": 1, "acc": 1.0, "filtered_resps": ["x"]})).buckets == {"formatting": 1}


def test_lm_eval_a_log_likelihood_is_no_verdict():
    row = {"doc_id": 0, "doc": {}, "target": "", "filtered_resps": [], "filter": "none", "perplexity": -3.5, "acc": 0.0}
    results = read(lines(row, {**row, "doc_id": 1, "acc": 1.0}))

    assert counts(results) == (0, 0, 0, 0)
    assert "perplexity has no verdict" in notes(results)
    assert "whether a text was the likeliest" in notes(results)


def test_lm_eval_a_group_does_not_stand_beside_its_tasks():
    means = {"sample_len": 3, "acc,none": 0.5}
    said = notes(
        read({"results": {"g": means, "a": means, "b": means}, "groups": {"g": means}, "configs": {}, "versions": {}})
    )

    assert "g over 3" not in said
    assert "a over 3" in said


def test_mlflow_the_state_of_the_trace_comes_before_its_assessments():
    tasks = by_task(read_file("mlflow-traces.json"))

    assert tasks["boom"] == (0, 0, 1, 0)
    assert tasks["judgedown"] == (0, 0, 1, 0)
    assert tasks["b"] == (0, 1, 0, 0)


def test_mlflow_tables_are_read_whatever_their_shape():
    split = {
        "columns": ["inputs", "judge/v1/score", "ok/value"],
        "data": [["a", 4, "yes"], ["b", 5, "no"], ["c", 1, None]],
    }
    csv = "inputs,judge/v1/score,ok/value,ok/error_message\na,4,yes,\nb,5,no,\nc,1,,judge 503\n"

    for content in (split, csv):
        assert by_task(read(content)) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0)}


def test_langsmith_a_target_that_raised_is_not_judged_by_its_scores():
    tasks = by_task(read_file("langsmith.csv"))

    assert tasks == {"a": (2, 0, 0, 0), "b": (0, 2, 0, 0), "boom": (0, 0, 2, 0), "judgedown": (2, 0, 0, 0)}


def test_phoenix_cells_are_python_and_a_score_has_a_direction():
    assert by_task(read_file("phoenix.csv"))["c"] == (0, 1, 0, 0)
    assert by_task(read_file("phoenix-stopped.csv")) == {
        "d": (0, 0, 1, 0), "c": (0, 0, 0, 1), "b": (0, 0, 0, 1), "a": (0, 0, 0, 1),
    }  # fmt: skip


def test_garak_an_attempt_stands_there_twice_and_counts_once():
    assert by_task(read_file("garak.jsonl")) == {"test.Blank": (0, 2, 0, 0)}


def test_garak_takes_the_threshold_of_the_report_and_tells_where_its_numbers_differ():
    setup = {"entry_type": "start_run setup", "run.eval_threshold": 0.9}
    attempt = {"entry_type": "attempt", "uuid": "u", "seq": 0, "status": 2, "probe_classname": "p", "prompt": "hi",
               "outputs": ["a", "b", "c"], "detector_results": {"d": [0.8, 0.95, None]}}  # fmt: skip
    told = {"entry_type": "eval", "probe": "p", "detector": "d", "passed": 2, "total_evaluated": 2}

    results = read(lines(setup, attempt, told))
    assert by_task(results) == {"p: hi": (1, 1, 1, 0)}
    assert "are not those of its outputs" in notes(results)
    assert "are not those" not in notes(read(lines(setup, attempt, {**told, "passed": 1})))
    assert by_task(read(lines(setup, told))) == {"p": (2, 0, 0, 0)}
    assert "several detectors" in notes(read(lines(setup, told, {**told, "detector": "e"})))
    assert by_task(read(lines(setup, {**attempt, "status": 1}))) == {"p: hi": (0, 0, 0, 1)}


def test_evidently_a_failure_over_nothing_is_not_judged_and_a_warning_is_a_failure():
    results = read_file("evidently.json")

    assert counts(results) == (2, 4, 1, 0)
    assert results.tasks == ()
    assert "1 of the failures is a warning" in notes(results)


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


def test_retrieval_takes_its_questions_from_the_qrels():
    said = notes(read_file("run.txt", qrels=True))

    assert "Not in the run at all, and so missed: q3" in said
    assert "Without any right document in the qrels, and so not judged: q4" in said
    assert "In the run and not in the qrels, and so not counted: q9" in said


def test_retrieval_equal_scores_at_the_edge_are_undecided():
    run = "".join(f"q Q0 d{place} {place} {1 if place < 9 else 0} s\n" for place in range(9))

    for right, expected in (("d3", (0, 0, 1, 0)), ("zz", (0, 1, 0, 0))):
        assert counts(read(run, qrels=f"q 0 {right} 1\n")) == expected
    sure = "".join(f"q Q0 d{place} {place} {9 - place} s\n" for place in range(9))
    assert counts(read(sure, qrels="q 0 d3 1\n")) == (1, 0, 0, 0)
    assert counts(read(sure, qrels="q 0 d6 1\n")) == (0, 1, 0, 0)


def test_retrieval_scores_that_differ_after_seven_digits_are_equal():
    run = "".join(f"q Q0 d{place} {place} {1 - place / 1e9:.9f} s\n" for place in range(9))

    assert counts(read(run, qrels="q 0 d3 1\n")) == (0, 0, 1, 0)


def test_retrieval_a_run_alone_says_what_it_lacks():
    results = read("q1 Q0 d1 1 0.5 sys\n")

    assert counts(results) == (0, 0, 0, 0)
    assert "give the qrels as well" in notes(results)


@pytest.mark.parametrize(
    "content",
    [
        "runid\tall\tsys\nmap\tq1\t0.5\nmap\tq2\t0.0\nmap\tall\t0.25\n",
        {"q1": {"map": 0.5, "recip_rank": 1}, "q2": {"map": 0.0, "recip_rank": 0}},
        {"mrr": {"q1": 0.5, "q2": 0.0}},
        "query_id,measure,value\nq1,R@5,1.0\nq2,R@5,0.0\n",
        "qid,R@5,RR\nq1,1.0,0.5\nq2,0.0,0.0\n",
    ],
)
def test_retrieval_measures_a_question_are_read_in_every_shape(content):
    results = read(content)

    assert by_task(results) == {"q1": (1, 0, 0, 0), "q2": (0, 1, 0, 0)}
    assert results.buckets == {"retrieval_miss": 1}


def test_deepeval_reads_the_hidden_file_of_the_latest_run():
    case = {"name": "a", "success": True, "metricsData": [{"name": "m", "success": True, "score": 1}]}

    assert counts(read({"testRunData": {"testFile": "t", "testCases": [case]}, "testRunLink": None})) == (1, 0, 0, 0)


def test_phoenix_runs_of_an_experiment_are_read():
    def run(example: str, *annotations: dict, error: str | None = None) -> dict:
        return {"example_id": example, "input": {"q": example}, "output": 1, "error": error, "annotations": annotations}

    results = read([
        run("a", {"name": "ok", "score": 1.0}), run("b", {"name": "ok", "score": 0.0}),
        run("c", {"name": "ok", "error": "503"}), run("d", {"name": "ok", "score": 1.0}, error="tool down"),
    ])  # fmt: skip

    assert by_task(results) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0), "d": (0, 0, 1, 0)}


def test_phoenix_a_classic_table_is_read_and_a_neutral_score_is_no_verdict():
    rows = ["a,correct,COMPLETED", "b,incorrect,COMPLETED", "c,,FAILED", "d,,DID NOT RUN", "e,NOT_PARSABLE,COMPLETED"]
    table = "\n".join(["input,label,execution_status", *rows])
    neutral = {
        "input": "a",
        "f_execution_details": {"status": "COMPLETED"},
        "f_score": {"score": 1, "direction": "neutral"},
    }

    assert counts(read(table)) == (1, 1, 2, 1)
    assert counts(read([neutral])) == (0, 0, 0, 0)


def test_evidently_rows_have_verdicts_in_columns_named_after_their_tests():
    table = "question,len,len: greater or equal to 3.0,len: less than 9\na,4,True,True\nb,1,False,True\nc,,,True\n"

    assert by_task(read(table)) == {"a": (1, 0, 0, 0), "b": (0, 1, 0, 0), "c": (0, 0, 1, 0)}


def test_retrieval_means_by_measure_and_cutoff_are_no_questions():
    results = read({"ndcg": {"NDCG@1": 0.4, "NDCG@10": 0.3}, "recall": {"Recall@1": 0.1, "Recall@10": 0.3}})

    assert counts(results) == (0, 0, 0, 0)
    assert "means over all questions" in notes(results)


def test_a_table_is_read_in_every_way_in_which_pandas_writes_it():
    rows = [
        {"user_input": "a", "retrieved_contexts": ["x", "y"], "response": "b", "tone": "pass"},
        {"user_input": "c", "retrieved_contexts": [], "response": "d", "tone": "fail"},
    ]
    names = list(rows[0])
    shapes = (
        rows,
        {name: {str(place): row[name] for place, row in enumerate(rows)} for name in names},
        {str(place): row for place, row in enumerate(rows)},
        {"columns": names, "index": [0, 1], "data": [list(row.values()) for row in rows]},
        {"schema": {"fields": [], "pandas_version": "1.4.0"}, "data": rows},
    )
    for shape in shapes:
        results = read(shape)
        assert (results.format, by_task(results)) == ("ragas", {"a": (1, 0, 0, 0), "c": (0, 1, 0, 0)}), shape
