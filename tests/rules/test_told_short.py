"""Runs told by how many passed alone are written out under their golden task’s bar, and other numbers are let be."""

from rules.review.told_list import told_list
from rules.review.told_short import holds_bare, written_out
from tests.tables import each

NAMES = (("Corked bottle",), ("Late return fee, abroad 2",), ("A box that froze",))
OF = (10, 10, 5)


@each(
    ("text", "written"),
    [
        ("corked is 8", "corked is 8 of 10"),
        ("Corked bottle 9, late fee 7, third 5", "corked bottle 9 of 10, late fee 7 of 10, third 5 of 5"),
        ("late return fee, abroad 2: 9, corked 10", "late return fee, abroad 2: 9 of 10, corked 10 of 10"),
        ("corked 7/10, late 9/10, last one 4", "corked 7/10, late 9/10, last one 4 of 5"),
        ("sorry, the corked one was nine, miscounted", "sorry, the corked one was 9 of 10, miscounted"),
        ("all three passed, 10 9 and 5", "#1 10 of 10, passed, #2 9 of 10, passed, #3 5 of 5, passed"),
        ("results in order: 8, 10, 3", "#1 8 of 10, #2 10 of 10, #3 3 of 5"),
        ("everything 10 of 10 except the box, 3", "#1 10 of 10, #2 10 of 10, the box 3 of 5"),
        ("all 10/10 but corked 8 and late 7", "#3 10/10, corked 8 of 10 and late 7 of 10"),
    ],
)
def test_a_bare_number_behind_a_golden_task_is_so_many_of_the_runs_that_its_bar_counts(text, written):
    assert written_out(text, NAMES, OF) == written


@each(
    "text",
    [
        "corked is 12",
        "the rate is 8",
        "the cellar has 4 shelves and 8 racks",
        "what if corked is 8?",
        "corked should be 9",
        "corked has to pass in 8",
        "all three passed, 10 and 8",
        "all three passed, 10 10 and 8",
        "everything 10 of 10 except the barrel, 3",
        "corked bottle of the late return fee, abroad 2 is 8",
        "it costs 8",
        "corked bottles come by the 8 pack",
        "",
    ],
)
def test_other_numbers_and_those_that_nobody_can_place_stay_as_they_are(text):
    assert written_out(text, NAMES, OF) == text


def test_a_task_whose_runs_nobody_knows_takes_no_bare_number():
    assert written_out("corked is 8, late 9", NAMES, (None, 10, 5)) == "corked is 8, late 9 of 10"
    assert written_out("results: 8, 9, 5", NAMES, (None, 10, 5)) == "results: 8, 9, 5"


def test_a_line_may_hold_a_bare_number_only_where_it_ends_a_clause():
    assert holds_bare("corked is 8")
    assert holds_bare("corked 8, because it was late")
    assert not holds_bare("8 shelves stand there")
    assert not holds_bare("corked 8 boxes came")


@each(
    ("text", "told"),
    [
        ("oh corked is 8 of 10", {0: 8}),
        ("corked 10/10 late 7 of 10, max was ill so the last wasnt run", {0: 10, 1: 7, 2: None}),
        ("corked passed 8 of 10, the third passed 4/5", {0: 8, 2: 4}),
        ("corked was actually 9/10, miscounted", {0: 9}),
        ("late 9/10, one was my typo", {1: 9}),
        ("third not run", {2: None}),
        ("late fee was not tested yet", {1: None}),
        ("corked 9 of 10 this morning, late 8/10", {0: 9, 1: 8}),
        ("the last one we did yesterday: 3 of 5", {2: 3}),
    ],
)
def test_a_list_of_results_may_hold_excuses_and_tasks_that_were_not_run(text, told):
    assert {one.task: one.runs.passed if one.runs else None for one in told_list(text, NAMES)} == told
    assert all(one.is_unrun == (one.runs is None) for one in told_list(text, NAMES))


@each(
    "text",
    [
        "the index was not run last night",
        "the batch job was skipped",
        "one was my typo",
        "max was ill so the demo was not run",
        "I miscounted",
    ],
)
def test_what_was_not_run_and_is_no_golden_task_is_no_result(text):
    assert told_list(text, NAMES) == ()
