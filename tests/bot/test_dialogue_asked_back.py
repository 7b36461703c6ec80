"""What somebody was asked back is answered by their next line: the bot forgot its own question at once."""

from datetime import timedelta

from tests.bot.room import Room
from tests.tables import each

ASKS = "wrong ones can end in court, so legal"
"""A line after the verdict that is asked back with one answer: harm."""


def value(room: Room, fact: str):
    given = room.assessment.answers.get(fact)
    return given.value if given else None


@each("text", ["yes", "yes harm", "harm, yes", "legal harm"])
def test_a_yes_to_what_was_asked_back_is_the_press_of_its_button(decided: Room, text: str):
    room = decided.copy()
    room.type(ASKS)
    assert value(room, "stakes") is None

    room.type(text)

    assert value(room, "stakes") == "harm"


def test_only_whoever_was_asked_answers_and_while_it_is_fresh(decided: Room):
    decided.type(ASKS, by="U2")
    decided.type("yes", by="U3")
    assert value(decided, "stakes") is None

    decided.now += timedelta(minutes=20)
    decided.type("yes", by="U2")
    assert value(decided, "stakes") is None


def test_another_line_in_between_ends_it(decided: Room):
    decided.type(ASKS)
    decided.type("why not fine-tuning?")
    decided.type("yes")

    assert value(decided, "stakes") is None


def test_one_of_several_is_named_while_another_question_is_open():
    room = Room()
    room.start()
    room.open("ops")
    room.type("changes? handbook every january, balances obv every day")
    assert value(room, "freshness") is None

    room.type("daily")

    assert value(room, "freshness") == "daily"
    assert room.assessment.asking == "ops"


def test_what_was_supposed_is_recorded_by_words_as_by_its_button(decided: Room):
    decided.type("what if mistakes only meant rework and it changed daily?")
    assert value(decided, "stakes") is None

    decided.type("yes record both")

    assert (value(decided, "stakes"), value(decided, "freshness")) == ("rework", "daily")


def test_a_bare_yes_records_nothing_that_was_supposed(decided: Room):
    decided.type("what if mistakes only meant rework?")
    decided.type("yes")

    assert value(decided, "stakes") is None
