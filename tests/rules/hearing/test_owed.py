"""After the verdict: which answers are still owed, and two suppositions in two sentences."""

from tests.rules.hearing.after_verdict import asked
from tests.tables import each


@each(
    "text",
    [
        "Which of your questions do we still owe?",
        "could you tell me which of your questions we still owe you an answer to",
        "what do we still owe you",
    ],
)
def test_what_is_owed_are_the_answers_that_are_open(text):
    assert asked(text) == [("status_of_answers", "")]


@each(
    ("text", "first", "second"),
    [
        ("What if nobody needed sources? And what if it could wait until tomorrow?", "latency", "receipts"),
        ("What if everyone could see it all? Or what if it never changed?", "access", "freshness"),
        (
            "What if the answer could wait till the next morning? And what if the docs were a mess?",
            "hygiene",
            "latency",
        ),
    ],
)
def test_each_of_two_suppositions_is_heard_by_itself(text, first, second):
    found = asked(text, access="per_user")

    assert [(intent, changes[0][0]) for intent, changes in found] == [("what_if", first), ("what_if", second)]


def test_what_is_said_for_the_case_of_nothing_supposes_nothing():
    assert asked("Which input flips this? If none does, it's a horoscope.") == [("what_would_change",)]
