"""What a line says to an earlier answer that is held up."""

from rules.hearing.following.confirming import Confirmed, confirms, says_as_before
from tests.tables import each


@each(
    "text",
    [
        "still so",
        "Still true.",
        "yes still",
        "same as before",
        "keep it",
        "yeah, that still holds",
        "no, nothing changed there",
        "that stays as it was",
        "it's the same as last year",
        "hasn't changed",
        "ok, still valid",
    ],
)
def test_that_it_holds_is_heard_from_whoever_says_so(text: str):
    assert confirms(text, is_mention=True) is Confirmed.THIS
    assert confirms(text, is_mention=False) is Confirmed.THIS


@each("text", ["yes", "right", "ok, sure", "the same"])
def test_what_agrees_with_anybody_is_heard_only_where_it_is_said_to_the_bot(text: str):
    assert confirms(text, is_mention=True) is Confirmed.THIS
    assert confirms(text, is_mention=False) is None


@each(
    "text",
    [
        "keep the rest",
        "Keep all 4 as they were",
        "please keep them all",
        "the rest is unchanged",
        "everything else stays the same",
        "nothing else has changed",
        "all of it still holds",
        "same for the others",
    ],
)
def test_that_all_others_hold_too_is_told_apart(text: str):
    assert confirms(text, is_mention=True) is Confirmed.REST


@each("text", ["no", "not any more", "something else", "no, that has changed since", "it's different now"])
def test_that_it_does_not_hold_says_nothing_of_what_does(text: str):
    assert confirms(text, is_mention=True) is Confirmed.OTHER


@each("text", ["what did we say last time here?", "who said that before", "what was it in the last version"])
def test_what_was_said_last_time_is_asked(text: str):
    assert confirms(text, is_mention=True) is Confirmed.BEFORE
    assert confirms(text, is_mention=False) is None


@each(
    "text",
    [
        "weekly",
        "both",
        "everything",
        "all of them",
        "the rest",
        "still waiting for legal",
        "still unclear",
        "keep the rest of the letters private",
        "we keep everything in the archive",
        "it stays on our servers",
        "as before, but daily",
        "it still changes every week",
        "same-day",
        "no idea",
        "is it still so?",
        "what changed since last time?",
        "the same two people as last year answer the phone, and they know all of it by heart anyway",
    ],
)
def test_what_says_anything_more_is_heard_as_an_answer(text: str):
    assert confirms(text, is_mention=True) is None


def test_a_named_answer_may_be_said_to_be_as_before():
    assert says_as_before("files like before")
    assert not says_as_before("files")
