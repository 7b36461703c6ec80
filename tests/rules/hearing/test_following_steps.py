"""What a line does to a review, alone, in the review's own thread, or beside something else that it says."""

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing.following.steps import Step, Unsure, before_done, may_work, read_beside, read_steps, read_unsure
from tests.examples import examples
from tests.rules.hearing.follows import PLAN, RESULTS, ROADMAP, STEPS
from tests.tables import each


def steps(text: str, *, is_here: bool = False) -> tuple[Step, ...]:
    worked = read_steps(text, is_here=is_here)
    assert worked is None or not worked.beside
    return worked.steps if worked else ()


@each(
    ("text", "step"),
    [
        *zip(STEPS, (Step.FINISH, Step.SKIP, Step.SNOOZE, Step.SAME), strict=True),
        ("ok, wrap this up", Step.FINISH),
        ("We’re through with the monthly review.", Step.FINISH),
        ("mark the review as completed", Step.FINISH),
        ("that's all for this month's review, thanks", Step.FINISH),
        ("please sit out this quarter", Step.SKIP),
        ("leave out the review of this month", Step.SKIP),
        ("put the review off by another week", Step.SNOOZE),
        ("could you postpone the review", Step.SNOOZE),
        ("No changes on our side so far", Step.SAME),
        ("all of it still holds", Step.SAME),
        ("everything is as before since the new handbook came", Step.SAME),
    ],
)
def test_a_step_of_a_review_is_read(text, step):
    assert steps(text) == (step,)
    assert may_work(text)


@each(
    ("text", "told"),
    [
        ("nothing changed, close the review", (Step.SAME, Step.FINISH)),
        ("nothing has changed and skip this month", (Step.SAME, Step.SKIP)),
        ("we are done, finish the review; thanks", (Step.FINISH,)),
        ("no changes. great. then close it", (Step.SAME, Step.FINISH)),
    ],
)
def test_the_clauses_of_a_line_are_steps_in_their_order_but_for_what_is_said_around_them(text, told):
    assert steps(text) == told


@each(
    "text",
    [
        "can we finish the review?",
        "nothing changed?",
        "finish the review and tell Lea",
        "nothing has changed, but the wiki moved",
        "close the ticket",
        "skip the question",
        "the review was finished by Lea",
        "done",
        "",
    ],
)
def test_a_line_of_which_any_part_is_something_else_is_no_step(text):
    assert steps(text) == ()


@each(
    ("text", "step"),
    [
        ("done", Step.FINISH),
        ("That’s it from us.", Step.FINISH),
        ("we have finished for this month", Step.FINISH),
        ("skip", Step.SKIP),
        ("no time for it, this month", Step.SKIP),
        ("not yet", Step.SNOOZE),
        ("ask us again next week", Step.SNOOZE),
        ("same as last month", Step.SAME),
        ("no news!", Step.SAME),
    ],
)
def test_short_words_are_steps_in_the_thread_of_the_review_alone(text, step):
    assert steps(text, is_here=True) == (step,)
    assert steps(text) == ()


@each("text", STEPS)
def test_in_the_thread_of_the_review_whole_steps_stay_what_they_are(text):
    assert steps(text, is_here=True) == steps(text) != ()
    assert read_steps(f"{text}?", is_here=True) is None


@each(
    ("text", "named", "of_month", "change", "rest"),
    [
        ("finish it", False, False, False, False),
        ("finish the review", True, False, False, False),
        ("skip this month", False, True, False, False),
        ("nothing has changed", True, False, True, False),
        ("nothing else is different this month", False, True, True, True),
        ("the same as before", False, False, False, False),
    ],
)
def test_it_is_told_what_the_steps_are_said_of(text, named, of_month, change, rest):
    worked = read_steps(text, is_here=False)

    assert worked is not None
    assert (worked.is_named, worked.is_of_month, worked.tells_change, worked.is_of_rest) == (
        named,
        of_month,
        change,
        rest,
    )


@each(
    ("text", "told", "beside"),
    [
        ("Sick leave 8 of 10, nothing changed", (Step.SAME,), "Sick leave 8 of 10"),
        ("Nothing else changed; Travel failed. Close the review", (Step.SAME, Step.FINISH), "Travel failed"),
        ("leave 3 of 5, travel 4 of 5 and skip it", (Step.SKIP,), "leave 3 of 5, travel 4 of 5"),
        ("Sick leave 8 of 10, the same as before, finish it", (Step.FINISH,), "Sick leave 8 of 10, the same as before"),
    ],
)
def test_what_is_said_beside_the_steps_is_kept_as_it_was_typed(text, told, beside):
    worked = read_beside(text)

    assert worked is not None
    assert (worked.steps, worked.beside) == (told, beside)


@each("text", [*STEPS, "leave 8 of 10", "leave 8 of 10, the same as before", "leave 8 of 10, close the review?", ""])
def test_steps_alone_stand_beside_nothing_nor_do_questions(text):
    assert read_beside(text) is None


@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=4), st.sampled_from([", ", "; ", " and ", ". then "]))
@examples(40)
def test_steps_that_are_strung_together_are_the_steps_of_each(said, joint):
    assert steps(joint.join(said)) == tuple(step for text in said for step in steps(text))


@each("text", PLAN + ROADMAP + RESULTS)
def test_what_is_said_of_something_else_that_follows_is_no_step(text):
    assert steps(text) == steps(text, is_here=True) == ()
    assert read_beside(text) is None


@each(("text", "may"), [(text, True) for text in STEPS] + [("we have a wiki", False), ("finish the wiki", False)])
def test_a_quick_look_passes_over_what_works_no_review(text, may):
    assert may_work(text) == may


@each(
    ("text", "said"),
    [
        ("nothing changed on our side, same as before", (Step.SAME,)),
        ("finish it pls, we are through", (Step.FINISH,)),
        ("we can't do the review this week, next week pls", (Step.SNOOZE,)),
        ("cant hold the review now", (Step.SNOOZE,)),
        ("next week", ()),
        ("we can't do the reviews any more", ()),
    ],
)
def test_steps_are_read_as_hurried_people_say_them(text, said):
    assert steps(text) == said


@each(
    ("text", "before"),
    [
        ("late 7/10, rest same. done", "late 7/10, rest same"),
        ("late 7/10. that's all from me; finish.", "late 7/10"),
        ("done", ""),
        ("late 7/10, all right", ""),
        ("late 7/10.", ""),
    ],
)
def test_what_stands_before_done_is_cut_off(text, before):
    assert before_done(text) == before


@each(
    ("text", "step"),
    [
        ("no, close it now please", Step.FINISH),
        ("hm ok, finish it then", Step.FINISH),
        ("that's all we have, finish", Step.FINISH),
        ("wrap it up, everybody has answered", Step.FINISH),
        ("finish it, Lea is waiting", Step.FINISH),
        ("close the review because everyone voted", Step.FINISH),
        ("snooze a week, audit", Step.SNOOZE),
        ("snooze it please, half of us are ill", Step.SNOOZE),
        ("put it off a week because of the fair", Step.SNOOZE),
        ("skip the review, the building is shut", Step.SKIP),
    ],
)
def test_a_step_may_be_sighed_before_and_have_its_reason_behind(text, step):
    assert steps(text, is_here=True) == (step,)


@each(
    "text",
    [
        "finish it, Tom has not run his",
        "finish it, two tasks failed",
        "finish it and add a task",
        "skip it, but ask Tom",
        "snooze a week, refund window 8 of 10",
        "snooze a week, it invented a fee",
        "legal is slow, finish the review",
        "nothing has changed, we were shut",
        "close it in the CRM",
    ],
)
def test_what_is_told_behind_a_step_and_is_no_reason_is_not_passed_over(text):
    assert steps(text, is_here=True) == ()


@each(("text", "month"), [("finish the May review", 5), ("close January's review", 1), ("close the review", 0)])
def test_the_month_of_the_review_that_a_step_names_is_told(text, month):
    worked = read_steps(text, is_here=False)

    assert worked is not None
    assert worked.month == month


@each(
    ("text", "unsure"),
    [
        ("should we finish it?", (Step.FINISH, Unsure.ASKED)),
        ("can I skip this month", (Step.SKIP, Unsure.ASKED)),
        ("snooze it?", (Step.SNOOZE, Unsure.ASKED)),
        ("snooze it until the 15th", (Step.SNOOZE, Unsure.ASKED)),
        ("put it off two weeks", (Step.SNOOZE, Unsure.ASKED)),
        ("don't close it yet, Tom runs his tonight", (Step.FINISH, Unsure.REFUSED)),
        ("no, not finished", (Step.FINISH, Unsure.REFUSED)),
        ("finish it? no, wait for Tom", (Step.FINISH, Unsure.REFUSED)),
        ("finish it tomorrow", (Step.FINISH, Unsure.REFUSED)),
    ],
)
def test_a_step_that_is_only_asked_or_not_to_be_done_yet_is_told_as_that(text, unsure):
    assert read_unsure(text, is_here=True) == unsure


@each("text", ["finish it", "snooze the alarm on my phone", "the labels are not finished", "close it in the CRM"])
def test_orders_and_other_lines_are_not_unsure(text):
    assert read_unsure(text, is_here=True) is None


def test_where_the_review_is_not_at_hand_what_is_asked_has_to_name_it():
    assert read_unsure("should we finish it?", is_here=False) is None
    assert read_unsure("should we finish the review?", is_here=False) == (Step.FINISH, Unsure.ASKED)
