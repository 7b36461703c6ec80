"""What a line does to a review, alone, in the review's own thread, or beside something else that it says."""

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing.following.steps import Step, before_done, may_work, read_beside, read_steps
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
