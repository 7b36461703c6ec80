"""Results of several golden tasks typed in one line: each is taken, and what is not is said; "done" finishes behind."""

from typing import Any

from bot.dialogue import Turn
from storage.records import GoldenTask, ReviewState, TaskResult, TaskRuns
from tests.bot.reviewed import FEATURE, OPEN
from tests.bot.typed_lines import heard, typed
from tests.tables import each

CELLAR = FEATURE.model_copy(
    update={
        "golden_tasks": (
            GoldenTask(id="t1", name="Corked bottle", bar="9 of 10"),
            GoldenTask(id="t2", name="Late return fee", bar="8 of 10"),
            GoldenTask(id="t3", name="Frost", bar="3 of 4"),
        )
    }
)
CLOSED = OPEN.model_copy(update={"state": ReviewState.FINISHED})
PASS, FAIL = TaskResult.PASS, TaskResult.FAIL


def results(turn: Turn) -> dict[str, Any]:
    return dict(turn.reviews[-1].results) if turn.reviews else {}


def is_finished(turn: Turn) -> bool:
    return bool(turn.reviews) and turn.reviews[-1].state is ReviewState.FINISHED


def test_each_is_taken_under_its_own_bar_and_undone_at_once():
    turn = typed("gt1 9/10, late 5/10, frost 4/4", CELLAR)
    assert results(turn) == {"t1": PASS, "t2": FAIL, "t3": PASS}
    assert len(heard(turn).says) == 3

    back = typed("undo", CELLAR, turn.reviews[-1])
    assert results(back) == {}


def test_a_name_that_no_task_has_is_asked_for_and_the_others_are_taken():
    turn = typed("late 5/10, unicorn 2/5", CELLAR)
    assert results(turn) == {"t2": FAIL}
    assert heard(turn).says[-1].startswith("Which golden task is “unicorn”, 2/5? The rest is written down; ")
    turn = typed("corked 9/10 last month, late 8/10", CELLAR)
    assert heard(turn).says[-1] == "Whose result “9/10” is, I could not tell; say its name before it."


def test_a_verdict_that_fits_the_bar_is_taken_and_one_that_does_not_is_asked_about():
    assert results(typed("late was 7/10 sorry, still fails", CELLAR)) == {"t2": FAIL}
    turn = typed("late was 9/10, still fails", CELLAR)
    assert turn.reviews == ()
    assert "I cannot tell whether “9/10” passed or failed" in heard(turn).says[0]
    bare = CELLAR.model_copy(update={"golden_tasks": (GoldenTask(id="t1", name="Late fee"),)})
    assert typed("late fee 7/10, still fails", bare).reviews == ()


def test_the_rest_stays_and_done_finishes_the_review():
    before = typed("corked 9/10", CELLAR).reviews[-1]
    turn = typed("late was 7/10 sorry, still fails. rest same. done", CELLAR, before)

    assert results(turn) == {"t1": PASS, "t2": FAIL}
    assert turn.reviews[-1].runs["t1"] == TaskRuns(passed=9, of=10)
    assert is_finished(turn)
    says = heard(turn).says
    assert says[1:3] == (
        "The rest stands as it is: Corked bottle (9 of 10 passed).",
        "No result stands in this review yet for Frost.",
    )


@each(
    ("text", "finishes"),
    [
        ("corked 9/10, late 8/10, frost 3/4. done", True),
        ("corked 9/10, late 8/10, frost 3/4, that's all from me", True),
        ("corked 9/10. done", False),
        ("corked 9/10, unicorn 8/10. rest same, done", False),
    ],
)
def test_done_behind_results_finishes_once_all_is_told_and_else_it_is_asked(text, finishes):
    turn = typed(text, CELLAR)
    assert is_finished(turn) is finishes
    assert any(says.startswith("Is the review finished? Press") for says in heard(turn).says) is not finishes


@each("text", ["we are done with the wine, done", "did late get 9/10? done", "frost is cold, done"])
def test_done_behind_other_words_finishes_nothing(text):
    assert not is_finished(typed(text, CELLAR))


@each(
    "text",
    [
        "gt1 9/10, late 5/10, frost 4/4",
        "late was 7/10 sorry, still fails. rest same. done",
        "corked was good all ten",
        "we ran all three: 9/10, 8/10, 3/4",
        "corked 9/10, unicorn 2/4",
    ],
)
def test_where_no_review_is_open_results_hear_when_one_will_be(text):
    turn = typed(text, CELLAR, CLOSED)
    assert (turn.reviews, turn.assessments) == ((), ())
    assert "results go into a review: the next one comes on January 1" in heard(turn).says[0]


@each(
    ("text", "marked"),
    [
        ("corked was actually 9/10, miscounted", {"t1": PASS}),
        ("corked is 8, one was my typo", {"t1": FAIL}),
        ("corked 9, late 7, frost 4", {"t1": PASS, "t2": FAIL, "t3": PASS}),
        ("everything 10/10 except late, 6", {"t1": PASS, "t2": FAIL, "t3": PASS}),
        ("frost not run, corked 10/10", {"t1": PASS, "t3": TaskResult.NOT_RUN}),
    ],
)
def test_bare_numbers_corrections_and_what_was_not_run_are_taken_and_no_answer_is(text, marked):
    turn = typed(text, CELLAR)
    assert results(turn) == marked
    assert turn.assessments == ()


def test_a_bare_number_counts_the_runs_that_the_review_holds_already():
    bare = CELLAR.model_copy(update={"golden_tasks": (GoldenTask(id="t1", name="Corked"), *CELLAR.golden_tasks[1:])})
    before = typed("corked 19 of 20 passed", bare).reviews[-1]
    assert typed("sorry, corked is 20", bare, before).reviews[-1].runs["t1"] == TaskRuns(passed=20, of=20)
    assert typed("corked is 20", bare).reviews == ()


def test_what_was_not_run_is_said_and_undone():
    before = typed("late 8/10", CELLAR).reviews[-1]
    turn = typed("no wait, late was not run", CELLAR, before)
    assert (results(turn)["t2"], turn.reviews[-1].runs) == (TaskResult.NOT_RUN, {})
    assert heard(turn).says[0] == "Late return fee: not run."
    assert results(typed("undo", CELLAR, turn.reviews[-1])) == {"t2": PASS}
