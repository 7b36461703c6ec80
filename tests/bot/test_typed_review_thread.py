"""What is typed in a review's own thread, which asks for results and news: taken as people put it, talk let be."""

from bot.replies import ReviewResult, ToldAnswer
from storage.records import GoldenTask, Review, ReviewState, TaskResult, TaskRuns
from tests.bot.reviewed import DUE, FEATURE, OPEN
from tests.bot.typed_lines import heard, typed
from tests.tables import each

ZOO = FEATURE.model_copy(
    update={
        "golden_tasks": (
            GoldenTask(id="t1", name="penguin feeding times", bar="9 of 10"),
            GoldenTask(id="t2", name="stroller rental fee", input="what is a buggy per day?", bar="5 of 5"),
            GoldenTask(id="t3", name="refund after rain", bar="8 of 10"),
        )
    }
)
OVER = OPEN.model_copy(
    update={
        "state": ReviewState.FINISHED,
        "finished_at": DUE,
        "finished_by": "U1",
        "results": {"t1": TaskResult.PASS},
    }
)


def runs(text: str, *, is_mention: bool = True) -> dict[str, tuple[int, int]]:
    """The runs that the line marks in the open review, by task."""
    turn = typed(text, ZOO, is_mention=is_mention, review=OPEN.month)
    assert all(after.golden_tasks == ZOO.golden_tasks for after in turn.assessments)
    kept: dict[str, TaskRuns] = turn.reviews[-1].runs if turn.reviews else {}
    return {task: (one.passed, one.of) for task, one in kept.items()}


@each(
    ("text", "marked"),
    [
        ("penguin feeding 9 of 10, stroller 5 of 5", {"t1": (9, 10), "t2": (5, 5)}),
        ("stroller fee 4/5", {"t2": (4, 5)}),
        (
            "Stroller rental fee: 5 of 5, penguins 10 of 10, rain refund 8 of 10",
            {"t1": (10, 10), "t2": (5, 5), "t3": (8, 10)},
        ),
        ("penguin feeding times 9/10 the last one gave the winter hours", {"t1": (9, 10)}),
        ("buggy 5 of 5", {"t2": (5, 5)}),
    ],
)
def test_plain_results_are_taken_without_a_mention_where_the_review_asks_for_them(text, marked):
    assert runs(text, is_mention=False) == marked


@each(
    "text",
    [
        "did the stroller thing get 5 of 5?",
        "I think we should do 9 of 10 for the penguins",
        "we had 3 of 10 strollers back late",
        "8 of 10 families liked it",
        "rain refund maybe 7 of 10, not sure",
        "if penguins get 9 of 10 we are through",
        "penguin feeding 9 of 10 would be great",
        "4 of 5",
        "see page 3 of 10",
        "Tom says the stroller was 4 of 5, let me look",
        "last month penguin feeding was 9 of 10",
        "do you have the stroller numbers, mine are 3 of 5",
        "nothing changed except the prices",
        "same here",
    ],
)
def test_what_colleagues_say_to_each_other_there_is_let_be(text):
    turn = typed(text, ZOO, is_mention=False, review=OPEN.month)

    assert (turn.reviews, turn.assessments, turn.says) == ((), (), ())


@each("text", ["penguin feeding 9 of 10", "nothing has changed"])
def test_elsewhere_nothing_is_taken_without_a_mention(text):
    assert typed(text, ZOO, is_mention=False).reviews == ()
    assert typed(text, ZOO, OVER, is_mention=False, review=OPEN.month).reviews == ()


@each(
    ("text", "marked"),
    [
        ("penguin feeding failed, 6 of 10", {"t1": (6, 10)}),
        ("stroller passed, 5 of 5", {"t2": (5, 5)}),
        ("stroller: 3 right 2 wrong", {"t2": (3, 5)}),
        ("4 failed 6 passed for penguin feeding", {"t1": (6, 10)}),
        ("7 of 10 for the rain refund", {"t3": (7, 10)}),
        ("it was 4 of 5 for the stroller one", {"t2": (4, 5)}),
        ("rain refund was 8 of 10, not 7", {"t3": (8, 10)}),
        ("new opening hours are in, penguin feeding is at 10 of 10", {"t1": (10, 10)}),
        ("penguin 9 of 10 one gave the winter hours, stroller 5 of 5", {"t1": (9, 10), "t2": (5, 5)}),
        ("3 passed the turnstile and 2 failed to scan", {}),
        ("what if penguin feeding had 6 of 10", {}),
        ("penguin feeding was 9 of 10 last month", {}),
        ("stroller failed, 5 of 5", {}),
        ("rain refund and stroller: 5 of 5", {}),
        ("rain refund 7 of 10, not sure yet", {}),
    ],
)
def test_results_are_read_as_people_put_them(text, marked):
    assert runs(text) == marked


@each(
    ("text", "task", "bar"),
    [
        ("10 of 10 is enough for penguin feeding", "t1", "10 of 10"),
        ("make the stroller bar 3 of 5 then", "t2", "3 of 5"),
        ("the rain bar should be 9 of 10", "t3", "9 of 10"),
    ],
)
def test_a_bar_is_one_there_where_a_word_says_so(text, task, bar):
    turn = typed(text, ZOO, review=OPEN.month)

    assert {each.id: each.bar for each in turn.assessments[-1].golden_tasks}[task] == bar
    assert turn.reviews == ()


def test_what_stands_beside_a_result_is_heard_too():
    turn = typed("the volume is 500 a day, stroller 5 of 5", ZOO, review=OPEN.month)

    assert turn.assessments[-1].answers["volume"].value == "under_1k"
    assert turn.reviews[-1].results == {"t2": TaskResult.PASS}


@each("text", ["thumbs up otherwise, nothing new", "looks good from us, nothing has changed"])
def test_that_it_looks_good_otherwise_is_no_other_line(text):
    assert typed(text, ZOO, review=OPEN.month).reviews[-1].changed is False


@each("text", ["nothing has changed since", "no changes on our side"])
def test_that_nothing_changed_answers_the_review_in_its_thread(text):
    assert typed(text, ZOO, is_mention=False, review=OPEN.month).reviews[-1].changed is False


@each(
    "text",
    [
        "nothing changed, finish",
        "nothing changed, done",
        "stroller 5 of 5, rain 8 of 10, penguins 9 of 10, nothing changed, done",
    ],
)
def test_that_nothing_changed_is_noted_before_the_review_is_finished(text):
    turn = typed(text, ZOO, review=OPEN.month)

    (review,) = turn.reviews
    assert (review.changed, review.state) == (False, ReviewState.FINISHED)
    (outcome,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewResult))
    assert not outcome.is_unasked


@each("text", ["oh wait one of the buggy runs was wrong, 4 of 5", "stroller fee was 4 of 5 not 5", "rain refund: 7/10"])
def test_runs_told_in_the_thread_of_a_finished_review_are_a_result_and_no_cost(text):
    over: Review = OVER

    turn = typed(text, ZOO, over, review=over.month)

    assert (turn.reviews, turn.assessments) == ((), ())
    assert "say “reopen the review”" in heard(turn).says[0]


def answer(text: str, review: Review = OPEN, *, is_mention: bool = True) -> tuple[str, ...]:
    """What is answered to a question in the review's thread."""
    turn = typed(text, ZOO, review, is_mention=is_mention, review=review.month)
    return next((say.reply.says for say in turn.says if isinstance(say.reply, ToldAnswer)), ())


@each(
    "text",
    ["are we done?", "what's missing before we can close this", "so what is left", "is that all?", "how far are we"],
)
def test_whether_we_are_done_is_asked_of_the_review_there(text):
    half = OPEN.model_copy(update={"results": {"t1": TaskResult.PASS, "t3": TaskResult.FAIL}})
    whole = half.model_copy(update={"results": {**half.results, "t2": TaskResult.PASS}, "changed": False})

    assert answer(text, half) == (
        "No result stands yet for stroller rental fee.",
        "Nobody has said yet whether anything has changed.",
        "The review of December 2026 can be finished at any time.",
    )
    assert answer(text, whole) == ("Nothing is missing: the review of December 2026 can be finished.",)
    assert answer(text, OVER) == ("The review of December 2026 is finished, so nothing is missing.",)


def test_colleagues_hear_of_the_review_where_they_ask_each_other_whether_they_are_done():
    assert answer("are we done?", is_mention=False)[0].startswith("No result stands yet for")
    assert answer("is it ready?", is_mention=False) == ()
    assert not any(
        isinstance(say.reply, ToldAnswer) and "result" in say.reply.says[0] for say in typed("are we done?").says
    )


@each(
    ("text", "says"),
    [
        ("what's our bar for the penguins again", "The bar of “penguin feeding times” is 9 of 10."),
        ("what is the bar of the rain refund?", "The bar of “refund after rain” is 8 of 10."),
        ("which bar does the stroller fee have", "The bar of “stroller rental fee” is 5 of 5."),
    ],
)
def test_the_bar_of_one_golden_task_is_told(text, says):
    assert answer(text)[0] == says


@each("text", ["what's the bar for dinner", "where is the bar in the zoo", "what bar does one need"])
def test_another_bar_is_none_of_a_golden_task(text):
    assert not any("The bar of" in says for says in answer(text))


def test_a_golden_task_without_a_bar_has_to_pass_each_time():
    bare = ZOO.model_copy(update={"golden_tasks": (GoldenTask(id="t1", name="penguin feeding times"),)})
    turn = typed("what is the bar for the penguins", bare, review=OPEN.month)

    (told,) = (say.reply for say in turn.says if isinstance(say.reply, ToldAnswer))
    assert told.says == ("“penguin feeding times” has no bar of its own, so every run has to pass.",)
