"""Questions typed in the thread, before the verdict and after it."""

import pytest

from bot import commands
from bot.views import render
from rules import FRAMEWORK
from rules.framework import Architecture
from rules.telling.wording import to_go as in_words
from tests.bot.room import COPILOT, Room, asks_last, open_questions


def test_why_not_is_answered_in_the_thread_with_what_it_misses(decided: Room):
    decided.type("why not fine-tuning?", by="U2")

    answer = decided.thread[-1]
    assert (answer.kind, answer.asked_by) == ("why_not", "U2")
    assert answer.why_not.architecture is Architecture.FINE_TUNE
    assert answer.why_not.because
    assert {reason.demand for reason in answer.reasons} <= set(answer.why_not.missed)


def test_what_if_says_what_it_would_be_then_and_can_be_recorded(decided: Room):
    decided.type("what if we only had 200 pages?")

    answer = decided.thread[-1]
    assert answer.kind == "what_if"
    (change,) = answer.changes
    assert (change.fact, change.value) == ("corpus", "prompt_sized")
    assert decided.assessment.facts().value("corpus") == "large"

    decided.do(commands.RecordChange, by="U2", fact=change.fact, value=change.value)
    decided.interview(COPILOT)
    assert decided.assessment.answers["corpus"].by == "U2"
    assert decided.message("verdict").architecture is answer.then


def test_of_a_supposition_that_is_partly_so_already_the_part_is_named_and_the_other_can_be_recorded(decided: Room):
    decided.type("what if we had 3,000 pages and thousands of labeled examples?")

    answer = decided.thread[-1]
    assert [change.fact for change in answer.changes] == ["examples"]
    assert "Already so: How much there is: *more than one prompt holds*." in render(answer).text

    decided.type("what if we had 3,000 pages?")
    assert "Already so: “How much there is” answered with “more than one" in render(decided.thread[-1]).text
    assert "Supposed" not in render(decided.thread[-1]).text


def test_where_a_supposition_takes_reasons_away_and_nothing_changes_it_says_what_still_carries_the_verdict(
    decided: Room,
):
    decided.type("what if nobody needed sources?")

    answer = decided.thread[-1]
    assert answer.then is answer.now
    assert answer.dropped
    assert not answer.reasons
    text = render(answer).text
    assert text.index("It still rests on") < text.index("No longer a reason")
    assert {one.row for one in answer.kept}.isdisjoint(one.row for one in answer.dropped)

    decided.type("what if we only had 200 pages?")
    assert "It still rests on" not in render(decided.thread[-1]).text


@pytest.mark.parametrize(
    ("topic", "kind"), [("why", "why"), ("flips", "flips"), ("compare", "compare"), ("precedents", "precedents")]
)
def test_the_questions_offered_as_buttons_are_answered(decided: Room, topic: str, kind: str):
    turn = decided.do(commands.Suggested, topic=topic)

    assert [say.reply.kind for say in turn.says] == [kind]


def test_a_question_that_is_not_understood_gets_those_that_can_be_answered(decided: Room):
    decided.type("what is the meaning of life")

    assert decided.thread[-1].kind == "told_answer"
    assert decided.thread[-1].nearest_to is not None


def test_a_question_during_the_interview_is_answered_and_the_open_one_told_again(asking: Room):
    asking.type("why do you ask?")

    why, turns = asking.thread[-2].says
    assert why == FRAMEWORK.by_fact["freshness"].why
    assert turns.startswith(
        "So far the verdict would be prompting; with “weekly”, “daily” or “all the time” it would be retrieval"
    )
    assert asks_last(asking) == "freshness"
    assert open_questions(asking) == ["freshness"]


def test_what_is_left_is_what_the_open_question_says_and_not_all_that_the_rulebook_has(asking: Room):
    to_go = asking.thread[-1].progress.to_go

    asking.type("how many questions are left?")

    told, why = asking.thread[-2].says
    assert told == f"After this one {in_words(to_go)}."
    assert why == "Only what can still change the verdict is asked."


def test_what_was_answered_so_far_is_told_at_once_and_not_behind_a_press(asking: Room):
    asking.type("weekly")

    asking.type("can I see what I answered so far?")

    said = next(line for reply in asking.thread for line in getattr(reply, "says", ()) if line.startswith("Answered"))
    assert said == "Answered so far: how often the truth changes “weekly”."


def test_what_is_not_known_speaks_of_no_verdict_before_there_is_one(asking: Room):
    asking.type("how will the weather be in Berlin tomorrow?")

    says = " ".join(asking.thread[-2].says)
    assert "outside what I know" in says
    assert "prompting" not in says
    assert asks_last(asking) == "freshness"


def test_the_modals_question_is_answered_like_a_typed_one(decided: Room):
    decided.do(commands.AskQuestion)
    assert decided.modal is not None
    assert decided.modal.kind == "ask_modal"

    decided.do(commands.QuestionAsked, text="we only have 200 pages")
    assert decided.thread[-1].kind == "what_if"
