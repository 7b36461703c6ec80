"""What is told of the way ahead is calm and true: one likely number, words near the end."""

import re

import pytest

from bot import commands
from bot.replies import Progress
from bot.views import render
from bot.views.question import progress
from rules.facts import FACTS, Facts
from tests.bench.rules import sampled_teams
from tests.bot.room import Room

TEAMS = sampled_teams(12)


def asked(team: Facts, unsure: frozenset[str] = frozenset()) -> list[Progress]:
    """Where each question of an interview with this team said that it stood."""
    room, told = Room(), list[Progress]()
    room.start()
    while room.assessment.asking is not None:
        fact = room.assessment.asking
        if fact.startswith("contradiction:"):
            room.do(commands.ResolveContradiction, contradiction=fact.partition(":")[2], fact="")
            continue
        told.append(room.message(f"question:{fact}").progress)
        room.answer(None if fact in unsure else team.value(fact))
    return told


@pytest.mark.parametrize("unsure", [frozenset(), frozenset(FACTS[::3])], ids=["sure", "not sure of a third"])
def test_the_number_that_is_told_never_rises_and_never_doubles_into_a_range(unsure: frozenset[str]):
    """It went from "about 5" to "about 5 to 20" and back, and was "perhaps the last" three times."""
    for team in TEAMS:
        said = [progress(one).partition(", ")[2] for one in asked(team, unsure)]
        numbers = [int(told.split()[1]) for told in said if told.startswith("about")]

        assert numbers == sorted(numbers, reverse=True), said
        assert not [told for told in said if "perhaps" in told or re.search(r"\d to \d", told)]
        assert "the last one" not in said[:-1]


def test_whoever_answers_not_sure_three_times_running_is_told_the_most_and_it_falls_each_time():
    """ "A few to go" stood from question 5 to 17 above what somebody skipped."""
    said = [progress(one).partition(", ")[2] for one in asked(TEAMS[0], frozenset(FACTS))]

    assert said[3:] == [*(f"at most {left} to go" for left in range(len(said) - 4, 0, -1)), "the last one"]


def test_no_more_questions_come_than_are_told_as_the_most():
    for team in TEAMS:
        told = asked(team)
        for place, one in enumerate(told):
            if one.at_most is not None:
                assert len(told) - place - 1 <= one.at_most


def test_the_channel_is_told_how_much_an_interview_takes_until_somebody_has_begun():
    """ "About 6 questions, 4 minutes" stood above question 17, went and came back."""
    room, team = Room(), max(TEAMS, key=lambda one: len(asked(one)))
    room.start()
    while (fact := room.assessment.asking) is not None:
        if fact.startswith("contradiction:"):
            room.do(commands.ResolveContradiction, contradiction=fact.partition(":")[2], fact="")
            continue
        assert ("minutes" in render(room.message("parent")).text) == (not room.assessment.answers)
        room.answer(team.value(fact))


def test_near_the_end_it_is_words_and_the_most_is_told_where_it_is_small():
    assert progress(Progress(number=1, to_go=5, at_most=20)) == "Question 1, about 5 to go"
    assert progress(Progress(number=8, to_go=2, at_most=6)) == "Question 8, a few to go, at most 6"
    assert progress(Progress(number=8, to_go=9, at_most=9)) == "Question 8, at most 9 to go"
    assert progress(Progress(number=9, to_go=1, at_most=2)) == "Question 9, at most 2 to go"
    assert progress(Progress(number=9, to_go=1, at_most=1)) == "Question 9, at most 1 to go"
    assert progress(Progress(number=9, to_go=0, at_most=1)) == "Question 9, at most 1 to go"
    assert progress(Progress(number=9, to_go=0, at_most=7)) == "Question 9, nearly done, at most 7 more"
    assert progress(Progress(number=9, to_go=0, at_most=0)) == "Question 9, the last one"


def test_a_question_that_an_answer_beside_it_settled_is_not_told_as_the_last_one():
    """ "The last one" stood above the question, and once it was answered another one came, again as the last one."""
    room = Room()
    room.start()
    for fact, value in {"need": "both", "source": "both", "freshness": "live", "access": "per_user"}.items():
        room.open(fact)
        room.answer(value)
    room.open("evals")
    room.do(commands.RecordChange, fact="ops", value="neither")

    assert "the last one" not in render(room.message("parent")).text
    room.answer("ad_hoc")
    assert room.assessment.asking == "latency"
    assert "the last one" in render(room.message("parent")).text
