"""What a line says of a round in which each answers alone."""

from rules.hearing.following.rounds import asks_who_is_left, says_done
from tests.rules.hearing.follows import PLAN, RESULTS, STEPS
from tests.tables import each


@each("text", ["who is missing?", "how many have answered", "Is anybody still to answer?", "are we all through yet"])
def test_who_has_not_finished_is_asked(text: str):
    assert asks_who_is_left(text)
    assert not says_done(text)


@each("text", ["done", "I'm done", "ok, I am finished with mine", "we're all done here", "Finished, thanks"])
def test_somebody_says_to_have_finished(text: str):
    assert says_done(text)


@each("text", [*PLAN, *RESULTS, *STEPS, "weekly", "done with retrieval", "the search is ready", "what did Ana answer"])
def test_what_is_said_of_another_matter_is_neither(text: str):
    assert not asks_who_is_left(text)
    assert not says_done(text)
