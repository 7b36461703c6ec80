"""A review is worked by typing as by its buttons: finished, skipped, and its own question answered."""

from datetime import timedelta

from bot.replies import ReviewClosed, ReviewResult
from bot.views import render
from storage.records import AssessmentState, ReviewState, ScheduleState
from tests.bot.reviewed import DUE, FEATURE, OPEN
from tests.bot.typed_lines import heard, typed
from tests.tables import each


@each(
    "text",
    [
        "finish the review",
        "Done with the review",
        "close the review",
        "we're done with this review",
        "please end December's review now",
        "the review is done",
        "that's it for the review",
        "let's wrap up the review.",
        "done, close the review",
        "ok we're done here, finish the review. thanks",
        "that's it from us, close the review",
    ],
)
def test_typed_words_finish_the_open_review_as_the_button_does(text):
    turn = typed(text)

    (review,) = turn.reviews
    kinds = {type(say.reply) for say in turn.says}
    assert (review.state, review.finished_by, kinds > {ReviewClosed, ReviewResult}) == (
        ReviewState.FINISHED,
        "U1",
        True,
    )
    assert heard(turn).says[0].startswith("The review is finished.")


@each(
    "text",
    [
        "nothing has changed since",
        "nothing changed",
        "nothing else changed",
        "no changes since last month",
        "Everything is still the same.",
        "still so",
        "none of that has changed",
    ],
)
def test_that_nothing_has_changed_answers_the_question_of_the_review(text):
    turn = typed(text)

    (review,) = turn.reviews
    assert (review.changed, review.outcome["changed_by"], review.state) == (False, "U1", ReviewState.OPEN)
    assert (turn.assessments, heard(turn).says[0][:36]) == ((), "Noted in the review: nothing has cha")


def test_a_line_of_one_word_over_and_over_is_read_to_its_end():
    """Told as behavior: before, such a line kept the reader busy for longer than any test may run."""
    (review,) = typed("nothing changed" + " since" * 300 + "\nthe summer").reviews

    assert review.changed is False


def test_both_in_one_line_are_both_done():
    (review,) = typed("nothing has changed, finish the review").reviews

    assert (review.changed, review.state) == (False, ReviewState.FINISHED)


def test_where_something_has_changed_the_rest_may_stand():
    assert typed("nothing else changed", FEATURE, OPEN.model_copy(update={"changed": True})).reviews == ()
    assert typed("nothing has changed", FEATURE, OPEN.model_copy(update={"changed": True})).reviews[0].changed is False


def test_a_review_is_skipped_by_typing():
    assert typed("skip this month's review").reviews[0].state is ReviewState.SKIPPED


@each(
    "text",
    [
        "should we finish the review?",
        "do not finish the review",
        "the legal review is done by hand",
        "when is the next review",
        "we close the review of contracts weekly",
    ],
)
def test_other_lines_about_reviews_end_none(text):
    assert typed(text).reviews == ()


def test_an_open_question_keeps_the_words_that_may_answer_it_and_without_a_review_nothing_ends():
    asking = FEATURE.model_copy(
        update={"state": AssessmentState.INTERVIEWING, "asking": "labels", "asked": ("labels",)}
    )

    assert typed("still so", asking).reviews == ()
    assert typed("finish the review", FEATURE, OPEN.model_copy(update={"state": "finished"})).reviews == ()


SNOOZED = FEATURE.schedule.model_copy(update={"snoozed_until": DUE + timedelta(days=7)}) if FEATURE.schedule else None
PAUSED = FEATURE.schedule.model_copy(update={"state": ScheduleState.PAUSED}) if FEATURE.schedule else None


@each(
    ("schedule", "review", "then"),
    [
        (FEATURE.schedule, ReviewState.FINISHED, "the next one comes on January 1."),
        (
            SNOOZED,
            ReviewState.OPEN,
            "the last one is snoozed until December 8; Open it now, at its message in the channel",
        ),
        (PAUSED, ReviewState.FINISHED, "reviews are paused until somebody presses Resume in the thread."),
        (None, ReviewState.FINISHED, "none is planned yet."),
    ],
)
def test_where_no_review_is_awake_whoever_ends_one_hears_when_there_will_be(schedule, review, then):
    feature = FEATURE.model_copy(update={"schedule": schedule})

    for text in ("finish the review", "skip this month's review", "nothing has changed since, finish the review"):
        turn = typed(text, feature, OPEN.model_copy(update={"state": review}))

        assert heard(turn).says[0].startswith(f"No review stands open: {then}")
        assert turn.reviews == ()


ASKING = FEATURE.model_copy(update={"state": AssessmentState.INTERVIEWING, "asking": "ops", "asked": ("ops",)})


def test_a_review_that_is_finished_while_a_question_stands_open_says_that_it_does():
    turn = typed("finish the review", ASKING)

    (result,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewResult))
    told = render(result).text
    assert "*The verdict.* It stands so far" in told
    assert "Still open when this was finished: what the team can run. Answer it in the thread" in told


@each("changed", [{"wants_all": True}, {"state": AssessmentState.DECIDED}, {"asking": None}])
def test_what_cannot_change_the_verdict_leaves_it_as_it_is(changed):
    turn = typed("finish the review", ASKING.model_copy(update=changed))

    (result,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewResult))
    assert (result.asks, result.thread) == ("", "")


def test_that_nothing_has_changed_is_said_of_the_review_and_answers_no_question():
    turn = typed("nothing has changed", ASKING)

    assert (turn.assessments, turn.reviews[0].changed) == ((), False)
