"""What is told of the way ahead moves with every answer, and is never more than what can come."""

from itertools import pairwise

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
def test_no_two_questions_say_the_same_of_the_way_ahead(unsure: frozenset[str]):
    for team in TEAMS:
        said = [progress(one).partition(", ")[2] for one in asked(team, unsure)]

        assert all(before != after for before, after in pairwise(said)), said


def test_no_more_questions_come_than_are_told_as_the_most():
    stood_still = 0
    for team in TEAMS:
        told = asked(team)
        for place, one in enumerate(told):
            if one.at_most is not None:
                stood_still += 1
                assert len(told) - place - 1 <= one.at_most

    assert stood_still > 10


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


def test_the_most_is_told_only_where_the_estimate_has_not_moved():
    assert progress(Progress(number=1, to_go=5)) == "Question 1, about 5 to go"
    assert progress(Progress(number=8, to_go=2, at_most=6)) == "Question 8, about 2 to 6 to go"
    assert progress(Progress(number=9, to_go=0)) == "Question 9, perhaps the last"
    assert progress(Progress(number=9, to_go=0, at_most=3)) == "Question 9, 3 to go at most"
