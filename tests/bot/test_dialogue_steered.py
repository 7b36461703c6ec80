"""The interview steered by typed words: stop, continue, back, help, skip, start over."""

import pytest

from bot import commands
from bot.views import render
from storage.records import AssessmentState
from tests.bot.room import Room, asks_last, open_questions


def test_a_stopped_interview_goes_on_with_a_typed_answer(asking: Room):
    asking.do(commands.Stop)
    asking.type("weekly")

    assert asking.assessment.state is AssessmentState.INTERVIEWING
    assert asking.assessment.answers["freshness"].value == "weekly"


def test_a_stopped_interview_goes_on_where_it_was_when_another_question_is_answered(asking: Room):
    asking.do(commands.Stop)
    asking.type("we are regulated and auditors ask for sources")

    assert asking.assessment.state is AssessmentState.INTERVIEWING
    assert open_questions(asking) == ["freshness"]


@pytest.mark.parametrize(("word", "kind"), [("stop", "stopped"), ("Stop for now", "stopped")])
def test_stop_can_be_typed(asking: Room, word: str, kind: str):
    asking.type(word)

    assert asking.message("question:freshness").kind == kind


def test_back_and_help_can_be_typed(asking: Room):
    asking.type("back")
    assert open_questions(asking) == [asking.assessment.asked[0]]

    asking.type("help")
    assert asking.told().kind == "help"
    assert render(asking.told()).text.startswith("*Here:* press an option, or answer in your own words.")


def test_while_two_answers_do_not_fit_a_typed_answer_to_one_of_them_is_taken(asking: Room):
    asking.answer("static")
    asking.open("failure")
    asking.answer(["stale_facts"])
    assert asking.assessment.asking == "contradiction:static_but_stale"

    asking.type("it changes monthly")
    assert asking.assessment.answers["freshness"].value == "monthly"
    assert asking.message("contradiction:static_but_stale").kind == "contradiction_settled"


@pytest.mark.parametrize(
    ("text", "opened"),
    [("previous question please", 0)],
)
def test_control_words_are_done_and_the_question_says_so_itself(asking: Room, text: str, opened: int):
    asking.type(text)

    fact = asking.assessment.asked[opened]
    assert open_questions(asking) == [fact]
    assert not asking.private
    assert asks_last(asking) == fact


def test_a_pause_and_going_on_are_each_said_once_where_everybody_sees_them(asking: Room):
    asking.type("lets pause here")
    stopped = asking.message("question:freshness")
    assert (asking.assessment.state, stopped.kind, asking.private) == (AssessmentState.STOPPED, "stopped", [])
    assert render(stopped).text.count("Continue") == 2, "in the sentence, and on the button"
    assert "Nothing is lost" in render(stopped).text

    asking.type("ok im back, continue")
    assert (asking.assessment.state, asking.private) == (AssessmentState.INTERVIEWING, [])
    assert open_questions(asking) == ["freshness"]
    assert asks_last(asking) == "freshness"


def test_skipping_is_not_sure(asking: Room):
    asking.type("can I skip this one")

    assert asking.message("question:freshness").said.words is None


def test_starting_over_is_asked_about(asking: Room):
    before = asking.assessment
    asking.type("start over")

    assert (asking.told().is_restart, asking.assessment) == (True, before)
