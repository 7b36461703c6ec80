"""Typed words about the plan of the reviews that leave it as it is, and what is said to them."""

from bot.replies import HeardReply, ToldAnswer
from bot.views import render
from storage.records import ScheduleState
from tests.bot.reviewed import FEATURE, OPEN, scheduled
from tests.bot.typed_lines import typed
from tests.tables import each


@each(
    "text",
    [
        "@someone won't run the reviews",
        "@someone never runs the review",
        "@someone doesn’t own the review",
        "@ben won't run the reviews",
        "@ben never runs the review",
        "let @someone not run the reviews",
        "make @someone else the owner of the review",
        "hand the review over to @someone tomorrow",
        "give the reviews to @someone maybe",
    ],
)
def test_the_review_is_handed_to_nobody_who_will_not_have_it_or_not_now(text):
    assert typed(text, FEATURE, people=("U0BEN",)).assessments == ()


@each("text", ["stop the reviews", "pause the reviews", "resume the reviews", "hand the review over to @someone"])
def test_stopped_reviews_have_to_be_planned_anew_as_was_said_before_they_were_stopped(text):
    turn = typed(text, scheduled(state=ScheduleState.STOPPED), people=("U0BEN",))

    assert turn.assessments == ()
    (say,) = turn.says
    assert isinstance(say.reply, ToldAnswer)
    assert "Plan the monthly review" in render(say.reply).text


@each("text", ["pause the review", "Monthly checks: pause the review", "monthly checks, stop the review"])
def test_what_the_feature_is_called_does_not_make_one_review_all_of_them(text):
    turn = typed(text, FEATURE.model_copy(update={"name": "Monthly checks"}), OPEN)

    assert turn.assessments == ()
    assert not any(isinstance(say.reply, HeardReply) and say.reply.can_stop for say in turn.says)


@each(
    ("text", "told"),
    [
        ("mixed up - first tuesday, 11am", "Reviews come on the first Tuesday of each month"),
        ("undo the move", "Press Move the review"),
        ("ben takes over the reviews", "Ben can own it"),
    ],
)
def test_words_that_are_of_the_plan_alone_are_no_answer_to_the_question_that_stands_open(decided, text, told):
    decided.type("review every first monday 2pm, I do it")
    decided.open("ops")
    before = decided.assessment.answers
    turn = decided.type(text)

    assert decided.assessment.answers == before
    assert any(told in line for say in turn.says for line in getattr(say.reply, "says", ()))


def test_a_day_alone_still_answers_the_question_that_stands_open(decided):
    decided.type("review every first monday 2pm, I do it")
    plan = decided.assessment.schedule
    decided.open("freshness")
    decided.type("every first tuesday")
    assert decided.assessment.schedule == plan
