"""Whose the review is from now on, said in the thread: it leads to where a review is handed over."""

from rules.hearing import Asked, hear, line
from tests.rules.hearing.after_verdict import heard
from tests.rules.hearing.asked import SAID
from tests.tables import each


@each(
    "text",
    [
        "@Tom Berg owns the review now",
        "lea runs this from now on",
        "@ftrag Priya Nair is taking over the reviews",
        "from now on Dana Lee leads the monthly check",
        "the new owner is Priya",
        "Ana is the owner from now on",
        "make Tom the owner",
    ],
)
def test_who_is_to_have_the_review_is_told_where_it_is_handed_over(text):
    assert heard(text).questions == (Asked("review"),)
    assert not hear(line(text, None, SAID, mention=False)).saves


@each(
    "text", ["@Tom Berg can you own this?", "a customer owns two houses", "nobody owns this now", "who owns this now?"]
)
def test_what_is_asked_or_told_of_others_hands_nothing_over(text):
    assert heard(text).questions != (Asked("review"),)


def test_a_source_that_somebody_owns_is_a_source():
    assert heard("legal owns the documents now").saves == {"source": "documents"}
