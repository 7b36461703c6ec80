"""What a line says of a verdict that stands."""

from rules.hearing.following.verdict import asks_how_it_stands, passes_on
from tests.tables import each


@each("text", ["skip", "sorry, no idea", "Honestly, we don't know yet.", "not quite sure either", "hm, pass"])
def test_what_is_said_to_a_question_one_cannot_answer_passes_on(text):
    assert passes_on(text)


@each("text", ["skip the review", "no idea why retrieval lost", "we don't know the volume", "not sure it holds"])
def test_what_names_anything_more_does_not(text):
    assert not passes_on(text)


def test_how_a_verdict_has_fared_is_told_apart_from_which_it_was():
    assert asks_how_it_stands("does it still hold?")
    assert asks_how_it_stands("How are we doing")
    assert not asks_how_it_stands("what was the verdict again?")
