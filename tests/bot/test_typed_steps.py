"""A review is worked by typing as by its buttons: finished, skipped, and its own question answered."""

from datetime import timedelta

from bot.replies import HeardReply, ReviewClosed, ReviewResult
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
        "done w the review",
        "finish it",
        "ok, wrap it up",
        "close this one please",
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


@each("text", ["skip this month's review", "skip this month", "skip it this month", "let's skip the review for now"])
def test_a_review_is_skipped_by_typing(text):
    assert typed(text).reviews[0].state is ReviewState.SKIPPED


@each("text", ["skip next month", "skip the next month", "leave out next quarter's review"])
def test_the_month_to_come_skips_no_review_that_stands_open(text):
    turn = typed(text)

    assert turn.reviews == ()
    assert turn.assessments == ()


@each("text", ["snooze it", "snooze the review a week", "please put the review off by a week", "snooze this one"])
def test_a_review_is_put_off_by_typing(text):
    turn = typed(text)

    assert turn.assessments[0].schedule.snoozed_until is not None
    assert heard(turn).says[0].startswith("The review is snoozed for a week")


@each("text", ["skip it", "finish it", "skip this"])
def test_what_may_be_said_of_the_open_question_ends_no_review(text):
    assert typed(text, ASKING).reviews == ()


@each("text", ["skip this one", "finish it"])
def test_where_no_review_is_open_words_that_name_none_are_heard_as_ever(text):
    turn = typed(text, FEATURE, OPEN.model_copy(update={"state": ReviewState.FINISHED}))

    assert not any(isinstance(say.reply, HeardReply) and "No review" in say.reply.says[0] for say in turn.says)


@each(
    ("text", "passed"),
    [
        ("refund window 8 of 10, nothing changed", 8),
        ("nothing has changed since; refund window: 8 of 10", 8),
        ("Refund window 9 of 10 and nothing else changed.", 9),
    ],
)
def test_a_result_and_that_nothing_has_changed_are_both_taken_from_one_line(text, passed):
    turn = typed(text)

    (review,) = turn.reviews
    assert (review.runs["t1"].passed, review.changed, review.state) == (passed, False, ReviewState.OPEN)
    assert [said.partition(":")[0] for said in heard(turn).says] == ["Refund window", "Noted in the review"]


@each("text", ["escalation passed, finish the review", "escalation passed, nothing has changed since, close it"])
def test_a_result_is_counted_in_the_review_that_the_same_line_finishes(text):
    turn = typed(text)

    (review,) = turn.reviews
    (told,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewResult))
    assert (review.results, review.state) == ({"t2": "pass"}, ReviewState.FINISHED)
    assert "golden task" in told.conclusion.results
    assert (heard(turn).says[0], heard(turn).review) == ("Escalation: passed.", "")


def test_a_failure_is_counted_in_the_review_that_the_same_line_finishes():
    turn = typed("it quoted the old price list. finish the review")

    assert (len(turn.failures), sum(turn.reviews[0].counts.values())) == (1, 1)


def test_where_the_same_line_tells_a_change_it_is_not_noted_that_nothing_has():
    turn = typed("the truth changes daily now, nothing else changed")

    assert turn.assessments[-1].answers["freshness"].value == "daily"
    assert turn.reviews == ()


@each("text", ["escalation passed, the same as before", "legal is slow, finish the review"])
def test_a_line_that_is_only_in_part_understood_ends_and_notes_nothing(text):
    turn = typed(text)

    assert [(review.changed, review.state) for review in turn.reviews] in ([], [(None, ReviewState.OPEN)])


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
    done = OPEN.model_copy(update={"state": "finished"})
    assert heard(typed("nothing has changed since May", FEATURE, done)).says[0].startswith("No review stands open")
    assert typed("finish the review", FEATURE, OPEN.model_copy(update={"state": "finished"})).reviews == ()


SNOOZED = FEATURE.schedule.model_copy(update={"snoozed_until": DUE + timedelta(days=7)}) if FEATURE.schedule else None
PAUSED = FEATURE.schedule.model_copy(update={"state": ScheduleState.PAUSED}) if FEATURE.schedule else None


@each(
    ("schedule", "review", "then"),
    [
        (FEATURE.schedule, ReviewState.FINISHED, "the next one comes on January 1, 2027."),
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


@each(
    ("text", "asked"),
    [
        ("done", "type @ftrag finish the review."),
        ("we're done here, thanks", "type @ftrag finish the review."),
        ("skip", "type @ftrag skip the review."),
        ("not now", "type @ftrag snooze the review."),
    ],
)
def test_where_a_review_is_open_done_in_the_features_thread_is_asked_back(text, asked):
    turn = typed(text, FEATURE)

    assert heard(turn).says[0].endswith(asked)
    assert turn.reviews == ()


def test_where_none_is_open_done_and_later_are_told_when_one_comes_and_skip_that_nothing_is_asked():
    done = OPEN.model_copy(update={"state": ReviewState.FINISHED})

    for text in ("done", "all done", "later", "remind us next week", "snooze it"):
        assert heard(typed(text, FEATURE, done)).says[0].startswith("No review stands open: the next one comes on")
    assert heard(typed("skip", FEATURE, done)).says[0].startswith("No question is open")


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


def test_a_month_to_skip_where_no_review_is_open_writes_nothing_down():
    for text in ("skip this month", "let's skip the month", "leave out this quarter"):
        turn = typed(text, FEATURE, OPEN.model_copy(update={"state": ReviewState.FINISHED}))

        assert heard(turn).says[0].startswith("No review stands open: ")
        assert (turn.assessments, turn.reviews) == ((), ())


def test_a_result_under_a_name_that_no_golden_task_has_is_told_to_have_no_place():
    done = OPEN.model_copy(update={"state": ReviewState.FINISHED})
    for tasks in ((), FEATURE.golden_tasks):
        turn = typed("harm question 9 of 10", FEATURE.model_copy(update={"golden_tasks": tasks}), done)

        assert heard(turn).says[0].startswith("That reads like a result, and no golden task ")
        assert (heard(turn).can_log, turn.assessments, turn.reviews) == (True, (), ())


def test_who_says_whose_the_review_is_now_hears_where_it_is_handed_over():
    turn = typed("@Ben Ortiz owns the review now", FEATURE, OPEN.model_copy(update={"state": ReviewState.FINISHED}))

    assert any("hand it over to” and @ with a name" in str(say.reply) for say in turn.says)
    assert (turn.assessments, turn.reviews) == ((), ())
