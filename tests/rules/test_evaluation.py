"""What a result file says of the golden tasks: marks, drops, other cases, each provider apart."""

import pytest

from rules.review.evaluation import Golden, evaluate
from rules.review.marks import Mark, TaskRuns

GOLDEN = {
    "t1": Golden("Refund window", "8 of 10", "pass"),
    "t2": Golden("Contract clause", "", "pass"),
    "t3": Golden("Escalation", "", "fail"),
}


def one(*runs: TaskRuns, golden: dict[str, Golden] = GOLDEN):
    (evaluation,) = evaluate(runs, golden)
    return evaluation


def test_each_golden_task_is_marked_under_its_own_bar():
    evaluation = one(TaskRuns("refund_window", 8, 2), TaskRuns("Contract clause", 9, 1), TaskRuns("weather", 1))

    assert [(task.name, task.mark) for task in evaluation.tasks] == [
        ("Refund window", Mark.PASSED), ("Contract clause", Mark.FAILED), ("Escalation", Mark.NOT_RUN),
    ]  # fmt: skip
    assert (evaluation.count(Mark.PASSED), evaluation.others) == (1, 1)
    assert evaluation.tasks[0].bar == "8 of 10 runs"
    assert evaluation.words.startswith("1 of 2 golden tasks passed")


def test_runs_under_two_spellings_of_one_task_add_up():
    task = one(TaskRuns("refund window", 4, 1), TaskRuns("test_refund_window", 4, 1)).tasks[0]

    assert (task.passed, task.ran, task.mark) == (8, 10, Mark.PASSED)


def test_providers_stay_apart():
    small, large = evaluate(
        [TaskRuns("Escalation", 0, 1, provider="s"), TaskRuns("Escalation", 1, 0, provider="l")], GOLDEN
    )

    assert (small.provider, small.tasks[2].mark) == ("s", Mark.FAILED)
    assert (large.provider, large.tasks[2].mark) == ("l", Mark.PASSED)


@pytest.mark.parametrize(
    ("failed", "said"),
    [
        (0, ""),
        (1, "1 of 3 that passed last time now fails."),
        (2, "2 of 3 that passed last time now fail."),
        (3, "All 3 that passed last time now fail; look there first."),
    ],
)
def test_a_drop_is_named_even_where_so_few_tasks_prove_nothing(failed: int, said: str):
    golden = {f"t{n}": Golden(f"task {n}x", "", "pass") for n in range(3)}
    runs = [TaskRuns(f"task {n}x", int(n >= failed), int(n < failed)) for n in range(3)]

    assert one(*runs, golden=golden).drop_in_words == said


def test_the_only_two_and_the_only_one_are_called_so():
    two = {"a": Golden("alpha", "", "pass"), "b": Golden("beta", "", "pass")}

    assert one(TaskRuns("alpha", 0, 1), TaskRuns("beta", 0, 1), golden=two).drop_in_words.startswith("Both that")
    assert one(TaskRuns("alpha", 0, 1), golden=two).drop_in_words.startswith("The one that passed last time now fails")


def test_close_names_are_offered_under_the_name_of_the_task():
    assert one(TaskRuns("Refund windows", 1)).offers == {"Refund windows": "Refund window"}


def test_a_file_without_tasks_says_nothing():
    assert evaluate([], GOLDEN) == ()
    assert "No golden task was run" in one(TaskRuns("weather", 1)).words


def test_the_file_before_is_what_last_time_means_for_the_same_model_or_the_only_one():
    (one_model,) = evaluate(
        [TaskRuns("Refund window", 0, 1, provider="new"), TaskRuns("Escalation", 1, provider="new")],
        GOLDEN,
        earlier=[TaskRuns("refund_window", 1, provider="old"), TaskRuns("Escalation", 0, 1, provider="old")],
    )
    small, large = evaluate(
        [TaskRuns("Contract clause", 0, 1, provider="s"), TaskRuns("Contract clause", 0, 1, provider="l")],
        GOLDEN,
        earlier=[TaskRuns("Contract clause", 0, 1, provider="s")],
    )

    assert (one_model.dropped, one_model.mended) == (("Refund window",), ("Escalation",))
    assert (small.dropped, large.dropped) == ((), ("Contract clause",))


def test_what_the_file_before_did_not_judge_keeps_the_result_of_the_review():
    evaluation = one(TaskRuns("Refund window", 0, 1))
    (with_earlier,) = evaluate(
        [TaskRuns("Refund window", 0, 1)], GOLDEN, earlier=[TaskRuns("Refund window", could_not_judge=1)]
    )

    assert with_earlier.dropped == evaluation.dropped == ("Refund window",)


def test_names_that_somebody_confirmed_count_and_those_that_somebody_declined_are_other_cases():
    golden = {
        "t1": GOLDEN["t1"]._replace(also_called=("money back",)),
        "t3": GOLDEN["t3"]._replace(not_called=("Escalations",)),
    }
    evaluation = one(TaskRuns("money back", 8, 2), TaskRuns("Escalations", 1), golden=golden)

    assert [task.mark for task in evaluation.tasks] == [Mark.PASSED, Mark.NOT_RUN]
    assert (evaluation.offers, evaluation.others) == ({}, 1)
    assert one(TaskRuns("Escalations", 1)).offers == {"Escalations": "Escalation"}


@pytest.mark.parametrize(
    ("passed", "failed", "bar", "is_below"),
    [(4, 1, 0.8, False), (3, 2, 0.8, True), (3, 2, 0.6, False), (0, 0, 0.8, False), (0, 1, 0.5, True)],
)
def test_the_teams_own_share_is_the_bar(passed: int, failed: int, bar: float, is_below: bool):
    golden = {f"t{n}": Golden(f"task {n}x") for n in range(passed + failed)}
    runs = [TaskRuns(f"task {n}x", int(n < passed), int(n >= passed)) for n in range(passed + failed)]
    (evaluation,) = evaluate(runs or [TaskRuns("weather", 1)], golden, bar=bar)

    assert (evaluation.passed, evaluation.ran, evaluation.is_below) == (passed, passed + failed, is_below)
    assert not runs or f"{round(bar * 100)} of 100" in evaluation.words
