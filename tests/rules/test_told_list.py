"""Results told one behind the other, under short names or places; a line that holds anything else is no such list."""

from rules.review.naming import nearly
from rules.review.told_list import holds_runs, keeps_the_rest, told_list, told_results, unplaced
from rules.review.told_runs import Unclear
from tests.tables import each

NAMES = [("Corked bottle",), ("Late return fee",), ("Frost night",), ("Frost damage",)]


def listed(text: str) -> dict[int | str | None, str]:
    """What each task is told to have, or each name that is no task's."""
    return {
        one.name or one.task: f"{one.runs.passed}/{one.runs.ran}" if one.runs
        else str(one.unclear or {True: "passed", False: "failed"}.get(one.passed or False))
        for one in told_list(text, NAMES)
    }  # fmt: skip


@each(
    ("text", "results"),
    [
        ("corked 9/10, late 8/10, night 3/4, damage 2/5", {0: "9/10", 1: "8/10", 2: "3/4", 3: "2/5"}),
        ("corked 9/10 late 8/10 night 3/4", {0: "9/10", 1: "8/10", 2: "3/4"}),
        ("9/10 corked, 8/10 for late return", {0: "9/10", 1: "8/10"}),
        ("gt1 9/10, #2 8/10, task 3 was 4 of 4, last 5/5", {0: "9/10", 1: "8/10", 2: "4/4", 3: "5/5"}),
        ("1) 9/10 2) 8/10 3) 3/4", {0: "9/10", 1: "8/10", 2: "3/4"}),
        ("first 9/10, second failed, third all passed", {0: "9/10", 1: "failed", 2: "passed"}),
        ("corked was good all ten, late only 7 on 10", {0: "10/10", 1: "7/10"}),
        ("late 4 of 10 failed, all five good for damage", {1: "6/10", 3: "5/5"}),
        ("corked 9/10, the others as before. thanks, done", {0: "9/10"}),
        ("late 8/10, unicorn 2/5, frost 2/4", {1: "8/10", "unicorn": "nobodys", "frost": "nobodys"}),
        ("late 8/10, gt9 2/5", {1: "8/10", "gt9": "nobodys"}),
    ],
)
def test_each_result_is_of_the_task_that_its_own_words_name(text, results):
    assert listed(text) == results


@each(
    ("text", "verdict"),
    [
        ("late was 7/10 sorry, still fails. rest same. done", False),
        ("late 7 of 10, so it failed", False),
        ("late 9/10 but now it passes", True),
        ("late 9/10 still fails", False),
        ("late 9/10", None),
    ],
)
def test_a_verdict_apart_from_the_runs_is_said_of_the_task(text, verdict):
    (one,) = told_list(text, NAMES)
    assert one.runs is not None
    assert (one.task, f"{one.runs.passed}" in text, one.verdict) == (1, True, verdict)


def test_why_runs_failed_stands_beside_them():
    (one,) = told_list("late only 7 on 10 because forgot the list", NAMES)
    (other,) = told_list("late 7/10, because it forgot the list", NAMES)
    (passed,) = told_list("late 10/10 because it is easy", NAMES)
    assert (one.note, other.note, passed.note) == ("forgot the list", "forgot the list", "")


@each(
    "text",
    [
        "contact 9/10",
        "corked bottles make 9 of 10 complaints",
        "night shift 3/4 done",
        "damage 4/5 of the budget is spent",
        "the first 9 of 10 days, the second 3 of 4",
        "on 3/4 corked bottles arrived, on 4/5 frost night",
        "step 2: 3/4, step 3: 4/5",
        "late 12/10, corked 9/10",
        "late 0/0",
        "corked 9/10, corked 8/10",
        "late should get 9/10",
        "did late get 9/10?",
        "late return and corked bottle 9/10",
        "late 9/10 sorry incorrect",
        "corked bottle and frost night made 9/10 and 3/4 for the team, because it is 4/5",
        "late 9/10, because of the rain, because",
        "corked passed and failed",
        "corked 9/10 for 3/4",
        "because of late",
        "corked bottle of wine 9/10",
        "late 9/10. " + "corked 8/10. " * 40,
    ],
)
def test_a_line_that_holds_anything_else_is_no_list(text):
    assert told_list(text, NAMES) == ()


def test_what_is_no_list_is_read_as_a_sentence():
    (one,) = told_results("42 of 50 runs of the frost night were right", NAMES)
    assert (one.task, one.runs and one.runs.passed) == (2, 42)
    assert told_results("late 8/10, unicorn 2/5", NAMES)[1].unclear is Unclear.NOBODYS


@each("text", ["late 7/10, rest same", "the others are unchanged", "everything else as before. done"])
def test_the_rest_stays(text):
    assert keeps_the_rest(text)


@each("text", ["the rest failed", "same", "the rest of the day"])
def test_what_keeps_no_rest(text):
    assert not keeps_the_rest(text)


def test_runs_that_no_result_holds_are_left():
    def left(text: str) -> tuple[str, ...]:
        return unplaced(text, told_results(text, NAMES))

    assert left("corked 9/10 last month, late 8/10") == ("9/10",)
    assert left("late: 8 of 10 passed, 2 of 10 failed") == ()
    assert left("late passed 8 of 10 on 11/30") == ()
    assert left("late passed") == ()


def test_runs_are_seen_in_words_and_numbers_that_differ_are_two_names():
    assert holds_runs("Good all ten")
    assert holds_runs("7 on 10")
    assert not holds_runs("all good")
    assert nearly("order 47112", [("Order 47111",)]) is None
