"""Results typed while a review stands open are taken as the modal takes them; nothing else is taken for one."""

from datetime import datetime, timedelta

from bot.dialogue import Turn
from rules.roadmap import Phase
from storage.records import (
    AssessmentState,
    ChecklistItem,
    GoldenTask,
    ItemState,
    Review,
    ReviewState,
    TaskResult,
    TaskRuns,
)
from tests.bot.reviewed import FEATURE, OPEN
from tests.bot.typed_lines import heard, typed
from tests.tables import each

ONE = FEATURE.model_copy(update={"golden_tasks": (GoldenTask(id="t1", name="Refund window", bar="8 of 10"),)})


@each(
    ("text", "result", "runs"),
    [
        ("we passed 42 of 50", TaskResult.PASS, (42, 50)),
        ("42/50", TaskResult.PASS, (42, 50)),
        ("42/50 passed, 3 hallucinations", TaskResult.PASS, (42, 50)),
        ("only 3 out of 10 were correct", TaskResult.FAIL, (3, 10)),
        ("refund window: 42 of 50 failed", TaskResult.FAIL, (8, 50)),
        ("refund window failed 8 of 10", TaskResult.FAIL, (2, 10)),
    ],
)
def test_runs_are_taken_under_the_only_golden_task_and_its_bar(text, result, runs):
    turn = typed(text, ONE)

    (review,) = turn.reviews
    assert (review.results["t1"], review.runs["t1"]) == (result, TaskRuns(passed=runs[0], of=runs[1]))
    assert heard(turn).review == OPEN.month
    assert heard(turn).says[0].startswith(f"Refund window: {runs[0]} of {runs[1]} passed, so it ")
    assert ("I took the runs alone" in " ".join(heard(turn).says)) is ("hallucinations" in text)


def test_of_several_golden_tasks_the_one_that_is_named_is_meant_and_else_it_is_asked():
    (review,) = typed("escalation: 5 of 5").reviews
    asked = typed("we passed 42 of 50")

    assert (review.results, asked.reviews) == ({"t2": TaskResult.PASS}, ())
    assert heard(asked).says == (
        "Which golden task is that? Say its name before it: “Refund window” and “Escalation”.",
    )


def test_two_tasks_with_two_results_have_both_taken():
    turn = typed("refund window 8 of 10, escalation 5 of 5 failed")

    (review,) = turn.reviews
    assert review.runs == {"t1": TaskRuns(passed=8, of=10), "t2": TaskRuns(passed=0, of=5)}
    assert [says[:12] for says in heard(turn).says] == ["Refund windo", "Escalation: "]


@each(
    ("text", "named"),
    [
        ("refund window: 60 of 50", "no more runs can pass or fail than there were"),
        ("refund window: 0 of 0", "nothing ran"),
        ("refund window failed with 8 of 10", "I cannot tell whether “8 of 10” passed or failed"),
        ("refund window and escalation: 8 of 10", "one golden task at a time"),
    ],
)
def test_what_is_not_plain_is_asked_for_and_nothing_is_taken(text, named):
    turn = typed(text)

    assert turn.reviews == ()
    assert named in heard(turn).says[0]


@each("text", ["84%", "we are at 84 percent", "84% passed"])
def test_a_share_alone_is_asked_for_as_runs(text):
    turn = typed(text, ONE)

    assert (turn.reviews, heard(turn).review) == ((), OPEN.month)
    assert heard(turn).says == ("I count runs, not shares: say how many of how many passed.",)


@each("text", ["did we pass 42 of 50?", "3 of 10 users may see all of the documents", "due on 11/30"])
def test_other_lines_are_no_results(text):
    assert typed(text, ONE).reviews == ()


def test_without_a_golden_task_or_an_open_review_nothing_is_taken():
    assert typed("we passed 42 of 50", ONE.model_copy(update={"golden_tasks": ()})).reviews == ()
    assert typed("we passed 42 of 50", ONE, OPEN.model_copy(update={"state": "finished"})).reviews == ()


def test_what_people_say_to_each_other_is_no_result():
    assert typed("we passed 42 of 50", ONE, is_mention=False).reviews == ()


def after(turn: Turn, review: Review) -> Review:
    """The review as the turn leaves it."""
    return next(iter(turn.reviews), review).model_copy(update={"version": review.version + 1})


def test_undo_takes_back_typed_results_step_by_step_and_what_was_marked_before_stands_again():
    first = after(typed("refund window: 9 of 10", ONE), OPEN)
    second = after(typed("refund window: 3 of 10", ONE, first), first)

    once = typed("undo", ONE, second)
    twice = typed("undo", ONE, after(once, second))

    assert ({**once.reviews[0].runs}, once.assessments) == ({"t1": TaskRuns(passed=9, of=10)}, ())
    assert heard(once).says == ("Taken back: Refund window (9 of 10 passed again).",)
    assert (twice.reviews[0].results, twice.reviews[0].runs) == ({}, {})
    assert heard(twice).says == ("Taken back: Refund window (not run again).",)
    assert typed("undo", ONE, after(twice, second)).reviews == ()


def test_undo_leaves_a_mark_that_was_given_since_and_a_review_that_is_over():
    review = after(typed("refund window: 3 of 10", ONE), OPEN)
    since = review.model_copy(update={"results": {"t1": TaskResult.PASS}, "runs": {}})
    over = review.model_copy(update={"state": "finished"})

    assert heard(typed("undo", ONE, since)).says == ("Refund window was marked anew since; that stands.",)
    assert "in a review that is over" in heard(typed("undo", ONE, over)).says[0]
    assert typed("undo", ONE, over).reviews == ()


def test_undo_long_after_a_result_in_a_review_that_is_over_undoes_nothing_and_says_so():
    (review,) = typed("refund window: 3 of 10", ONE).reviews
    (note,) = review.outcome["typed"]
    before = {**note, "at": (datetime.fromisoformat(note["at"]) - timedelta(hours=1)).isoformat()}
    over = review.model_copy(update={"state": "finished", "outcome": {**review.outcome, "typed": [before]}})

    undone = typed("undo that", ONE, over)
    assert (undone.reviews, undone.assessments) == ((), ())
    (told,) = heard(undone).says
    assert told.startswith("Your last line wrote nothing down, so nothing is undone. What you wrote before, the result")

    ticked = ChecklistItem(
        id="baseline", phase=Phase.EVALUATION, title="Measure", detail="", state=ItemState.DONE,
        done_by="U1", done_at=datetime.fromisoformat(note["at"]),
    )  # fmt: skip
    since = ONE.model_copy(update={"checklist": (ticked,), "changed_at": ticked.done_at})
    assert typed("undo that", since, over).assessments[-1].checklist[0].state is ItemState.OPEN


CASES = FEATURE.model_copy(
    update={
        "golden_tasks": (
            GoldenTask(id="t1", name="The question people ask most", bar="9 of 10 runs"),
            GoldenTask(id="t2", name="A rare case that went wrong before"),
            GoldenTask(id="t3", name="A request that should be handed over"),
            GoldenTask(id="t4", name="HR case"),
            GoldenTask(id="t5", name="DB failover"),
        )
    }
)
PASS, FAIL = TaskResult.PASS, TaskResult.FAIL


@each(
    ("text", "results"),
    [
        ("A request that should be handed over: failed, it invented a phone number", {"t3": FAIL}),
        ("HR case failed twice: it leaked a name", {"t4": FAIL}),
        ("mark the HR case as failed", {"t4": FAIL}),
        ("the HR case passed every time", {"t4": PASS}),
        ("DB failover and the HR case passed", {"t4": PASS, "t5": PASS}),
        (
            "the question people ask most: 8 of 10, the rare case passed, handover failed",
            {"t1": FAIL, "t2": PASS, "t3": FAIL},
        ),
    ],
)
def test_a_golden_task_that_passed_or_failed_is_marked_and_nothing_else_is_heard_in_the_line(text, results):
    turn = typed(text, CASES)

    (review,) = turn.reviews
    assert (review.results, turn.assessments) == (results, ())


def test_what_stands_behind_a_result_and_is_no_plain_failure_is_said_back_with_the_way_into_the_log():
    says = heard(turn := typed("HR case failed twice: see the Sheet", CASES))

    assert (says.says[0], says.can_log, says.review) == ("HR case: failed.", True, OPEN.month)
    assert says.says[1].startswith("How it failed, “see the Sheet”, is not counted yet")
    assert turn.failures == ()


def test_what_is_plain_in_a_line_is_taken_and_only_the_rest_is_asked_for():
    turn = typed("the question people ask most failed with 8 of 10, the rare case passed, handover failed", CASES)

    (review,) = turn.reviews
    assert review.results == {"t2": PASS, "t3": FAIL}
    assert "I cannot tell whether “8 of 10” passed or failed. The rest is written down" in heard(turn).says[-1]


def test_while_a_question_is_open_a_result_is_marked_and_offered_as_no_answer():
    asking = CASES.model_copy(update={"state": AssessmentState.INTERVIEWING, "asking": "labels", "asked": ("labels",)})
    turn = typed("DB failover 9 of 10 passed", asking)

    assert (turn.reviews[0].runs["t5"], heard(turn).offers) == (TaskRuns(passed=9, of=10), ())


def test_a_result_without_an_open_review_is_no_answer_and_hears_when_there_will_be_one():
    turn = typed("HR case failed twice: it leaked a name", CASES, OPEN.model_copy(update={"state": "finished"}))

    assert (turn.reviews, turn.assessments, heard(turn).can_log) == ((), (), True)
    assert "results go into a review: the next one comes on January 1" in heard(turn).says[0]


def test_the_day_of_the_next_review_is_the_one_where_the_plan_counts():
    assert CASES.schedule is not None
    early = CASES.schedule.model_copy(update={"zone": "Asia/Tokyo", "day": 5, "hour": 1, "minute": 0})
    closed = OPEN.model_copy(update={"state": "finished"})

    turn = typed("HR case failed twice", CASES.model_copy(update={"schedule": early}), closed)

    assert "the next one comes on December 7" in heard(turn).says[0]  # Monday there, and in London Sunday still


def test_a_result_in_words_is_taken_back_by_undo():
    first = after(typed("HR case failed", CASES), OPEN)

    assert typed("undo", CASES, first).reviews[0].results == {}


@each(
    "text",
    [
        "if the HR case failed we would stop",
        "the HR case should pass",
        "the team failed to answer",
        "why the HR case failed",
    ],
)
def test_what_tells_no_result_is_none(text):
    assert typed(text, CASES).reviews == ()


def test_what_could_not_be_judged_is_marked_so_beside_what_passed():
    turn = typed("refund window passed, escalation could not be judged")

    assert turn.reviews[0].results == {"t1": TaskResult.PASS, "t2": TaskResult.COULD_NOT_JUDGE}
    assert "Escalation: could not be judged." in heard(turn).says


def test_all_are_marked_at_once_and_put_right_one_by_one():
    marked = typed("all passed").reviews[0]
    again = typed("oops, escalation was a typo, it's 1 of 5", FEATURE, marked).reviews[0]

    assert marked.results == {"t1": TaskResult.PASS, "t2": TaskResult.PASS}
    assert again.results == {"t1": TaskResult.PASS, "t2": TaskResult.FAIL}


def test_without_a_bar_of_its_own_a_task_needs_every_run_and_that_is_said():
    bare = FEATURE.model_copy(update={"golden_tasks": (GoldenTask(id="t1", name="Refund window"),)})

    assert heard(typed("4 of 5 passed", bare)).says[0] == (
        "Refund window: 4 of 5 passed, marked as failed: without a bar of its own every run has to."
    )


def test_results_told_while_no_review_is_planned_lead_to_the_plan():
    closed = OPEN.model_copy(update={"state": ReviewState.FINISHED})
    unplanned = heard(typed("all passed", FEATURE.model_copy(update={"schedule": None}), closed))
    planned = heard(typed("all passed", FEATURE, closed))

    either = heard(typed("refund window: 8 of 10", FEATURE.model_copy(update={"schedule": None}), closed))

    assert (unplanned.can_plan, planned.can_plan, either.can_plan) == (True, False, True)
    assert unplanned.says[1] == "Nothing was written down. Plan the review, and it asks for them."
    assert planned.says[0].startswith("That is a result of Refund window and Escalation")
