"""A sentence tells passes or failures, and what is no result is none; where it is not plain, it says so."""

from rules.review.told_runs import Unclear, told_runs
from tests.tables import each

NAMES = (("Refund window",), ("Escalation", "hand-off"))


def runs_of(text):
    return [(one.task, one.runs.passed, one.runs.ran) if one.runs else one.unclear for one in told_runs(text, NAMES)]


@each(
    ("text", "passed"),
    [
        ("refund window: 42 of 50", 42),
        ("refund window passed 42 of 50", 42),
        ("42 of 50 runs of the refund window were right", 42),
        ("refund window is at 42/50 right now", 42),
        ("refund window: 42 of 50 failed", 8),
        ("refund window failed 42 of 50", 8),
        ("refund window got 42 of 50 wrong", 8),
        ("refund window: 42 out of 50 answers were incorrect", 8),
        ("refund window: 42 of 50 did not pass", 8),
        ("refund window didn't fail 42 of 50", 42),
        ("failure rate of the refund window is 42 of 50", 8),
        ("refund window: 42 of 50 passed, 8 of 50 failed", 42),
        ("refund window: 42 of 50 passed on 11/30", 42),
    ],
)
def test_passes_and_failures_are_told_by_the_word_beside_the_numbers(text, passed):
    assert runs_of(text) in ([(0, passed, 50)], [(None, passed, 50)])


@each(
    "text",
    [
        "the refund window is due on 11/30",
        "refund window failed on 11/30",
        "the refund window was reviewed 11/30/2026",
        "refund window meeting 11/30",
        "refund window at 9:30",
        "refund window: see page 3 of 10",
        "the refund window applies to 3 of 10 users",
        "refund window should pass 9 of 10",
        "the refund window's bar is 9 of 10",
    ],
)
def test_dates_places_shares_of_something_else_and_aims_are_no_results(text):
    assert runs_of(text) == []


@each(
    ("text", "why"),
    [
        ("refund window failed with 8 of 10", Unclear.EITHER),
        ("everything failed: 8 of 10", Unclear.EITHER),
        ("refund window: 8 of 10, the rest failed", Unclear.EITHER),
        ("test 3 of 10 failed", Unclear.EITHER),
        ("11/30: refund window failed", Unclear.EITHER),
        ("refund window: 60 of 50", Unclear.MORE_THAN_RAN),
        ("refund window: 60 of 50 failed", Unclear.MORE_THAN_RAN),
        ("refund window: 0 of 0 passed", Unclear.NONE_RAN),
        ("refund window 5 of 10, now 3 of 10", Unclear.SEVERAL),
        ("refund window and escalation: 8 of 10", Unclear.SEVERAL),
    ],
)
def test_what_is_not_plain_says_why(text, why):
    assert runs_of(text) == [why]


@each(
    "text",
    [
        "refund window 5 of 10, hand-off 3 of 5",
        "5 of 10 passed for refund window and 3 of 5 for escalation",
        "refund window: 5 of 10 failed, escalation: 2 of 5 failed",
    ],
)
def test_two_tasks_have_each_their_own_result(text):
    assert runs_of(text) == [(0, 5, 10), (1, 3, 5)]


def test_the_numbers_and_verdicts_of_a_name_are_no_result():
    (one,) = told_runs("top 3 of 5 failed logins: 8 of 10", [("Top 3 of 5 failed logins",)])

    assert (one.runs.passed, one.runs.ran) == (8, 10)


@each(
    ("text", "results"),
    [
        ("company profile ok too", [(2, True)]),
        ("iso green, price failed", [(1, True), (0, False)]),
        ("the price is ok with finance", []),
        ("ok", []),
    ],
)
def test_a_task_named_in_short_has_passed_where_the_clause_ends_with_ok(text, results):
    names = [("Price of article 4711",), ("ISO 27001 answer",), ("Company profile paragraph",)]

    assert [(one.task, one.passed) for one in told_runs(text, names)] == results
