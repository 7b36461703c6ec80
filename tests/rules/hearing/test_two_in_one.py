"""Two questions in one message: both are heard, each as what it is, and one that is only like the other is not."""

import pytest

from tests.rules.hearing.after_verdict import asked
from tests.rules.hearing.asked import key_of, keys
from tests.tables import each


@each(
    ("text", "found"),
    [
        ("What makes you say RAG? Also, when do we look at this again?", ["why", "review"]),
        ("What makes you think it is RAG? And how sure are you?", ["why", "how_sure"]),
        ("What made you say that?", ["why"]),
        ("what makes you suggest RAG, and which answers are still open?", ["why", "status_of_answers "]),
        ("What makes you pick retrieval? And who said weekly?", ["why", "who_answered freshness"]),
        ("What would make you say hybrid?", ["what_would_make hybrid"]),
        ("From which point on would you advise fine-tuning?", ["what_would_make fine_tune"]),
        ("at what point would you suggest tools", ["what_would_make tools"]),
        ("what made you advise RAG?", ["why"]),
        ("why would you recommend RAG?", ["why"]),
        ("What makes you say hybrid?", ["what_would_make hybrid"]),
        ("What would make you say tools? Also, when is the review?", ["what_would_make tools", "review"]),
    ],
)
def test_what_makes_somebody_hold_the_verdict_asks_for_reasons_and_no_conditions(text, found):
    assert keys(text) == [key_of(one) for one in found]


@each(
    ("text", "found"),
    [
        ("How much do wrong answers cost us, and is the canteen open on Friday?", "cost wrong_answers"),
        ("What do the errors cost us, and will it hail on Sunday?", "cost wrong_answers"),
        ("Why RAG, and will it snow tomorrow?", "why"),
        ("Who else has done this, and do you know a good dentist?", "precedents"),
        ("From how many requests does it pay off, and where can I park tomorrow?", "cost break_even"),
    ],
)
def test_beside_what_is_known_it_is_said_that_the_other_is_not(text, found):
    assert keys(text) == [key_of(found), ("unknown",)]


@pytest.mark.parametrize("text", ["When is the review, and who leads it?", "When is it reviewed, and will it be long?"])
def test_a_second_half_about_the_same_thing_is_not_unknown(text):
    assert keys(text) == [("review",)]


@each(
    ("text", "found"),
    [
        (
            "What if we had 4,000 graded calls? And, separately, what if it had to reply within 250 ms?",
            ["what_if examples=thousands", "what_if latency=under_300ms"],
        ),
        (
            "If a slip only annoyed people, what then? And, separately, suppose each nurse may read every file?",
            ["what_if stakes=annoyance", "what_if access=everyone"],
        ),
        (
            "What if the graders contradicted each other? And separately: what if it had to run on the phone?",
            ["what_if labels=inconsistent", "what_if hosting=on_device"],
        ),
        ("Suppose each nurse could read all of their own files. Still RAG?", ["what_if access=per_user"]),
    ],
)
def test_of_two_suppositions_each_is_answered(text, found):
    said = "everyone" if "own" in text else "per_user"

    assert asked(text, access=said) == sorted(key_of(one) for one in found)
