"""What other evaluation tools write, where one would guess otherwise; each was seen in a real run."""

from tests.results.reading import by_task, counts, lines, notes, read, read_file
from tests.tables import each


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
