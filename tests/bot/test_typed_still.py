"""An earlier answer that is held up, and what is typed to it: the words of its buttons do what the buttons do."""

from bot import commands
from tests.bot.room import Room, reassess
from tests.tables import each


def held(decided: Room) -> Room:
    """The decision taken up again: the first earlier answer is held up."""
    room = decided.copy()
    reassess(room)
    assert room.message("question:need").kind == "still_so"
    return room


@each("text", ["still so", "same as before", "yes", "need is facts, as before"])
def test_an_earlier_answer_is_confirmed_in_words(decided: Room, text: str):
    room = held(decided)
    room.type(text, by="U3")

    assert (room.assessment.answers["need"].value, room.assessment.answers["need"].by) == ("facts", "U3")
    assert room.assessment.asking == "source"


def test_colleagues_confirm_it_among_themselves(decided: Room):
    room = held(decided)
    room.type("yes", is_mention=False)
    assert "need" not in room.assessment.answers

    room.type("still true", is_mention=False)
    assert room.assessment.answers["need"].value == "facts"


def test_the_rest_is_kept_in_the_words_of_its_button(decided: Room):
    room = held(decided)
    room.type("access is per user now")
    room.type("keep the rest")

    assert room.assessment.decision is not None
    assert room.assessment.answers["access"].value == "per_user"
    assert room.assessment.answers["source"].value == "documents"


def test_what_does_not_hold_is_asked_in_full(decided: Room):
    room = held(decided)
    room.type("not any more")

    assert room.message("question:need").kind == "question"
    room.type("still so")
    assert "need" not in room.assessment.answers


def test_what_was_said_last_time_is_told_with_who_said_it(decided: Room):
    room = held(decided)
    room.type("what did we say last time here?")

    (told,) = [each for each in room.thread if each.kind == "told_answer"]
    assert told.says[0].startswith("What people need, last time: facts, by U1")
    assert told.people == ("U1",)


def test_who_asks_for_the_next_question_passes_nothing_over(decided: Room):
    room = held(decided)
    room.type("next one?")

    assert (room.assessment.asking, dict(room.assessment.answers)) == ("need", {})


@each("text", ["still so", "it stays as it was", "no change", "same as before"])
def test_an_answer_that_is_asked_again_is_kept_in_words(decided: Room, text: str):
    room = decided.copy()
    before = room.assessment.answers["access"]
    room.do(commands.ChangeAnswer, fact="access")
    room.type(text, by="U2")

    assert (room.assessment.asking, room.assessment.answers["access"]) == (None, before)
