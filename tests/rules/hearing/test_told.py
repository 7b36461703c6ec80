"""What a line tells the bot after the verdict is never met with silence, and never with "outside what I know"."""

from rules.hearing import Asked, Choice, hear, line
from tests.tables import each

SAID = {"need": "behaviour", "latency": "under_3s", "evals": "ad_hoc"}


@each(
    ("text", "fact", "value"),
    [
        ("the annotators disagree a lot tho", "labels", "inconsistent"),
        ("labelers often disagree", "labels", "inconsistent"),
        ("needs to be under 1 sec on the belt scanner", "latency", "under_1s"),
    ],
)
def test_what_is_plainly_told_without_a_word_of_change_is_offered(text, fact, value):
    found = hear(line(text, None, SAID, mention=True))

    assert (found.offers, dict(found.saves)) == ((Choice(fact, value),), {})


@each("text", ["no hurry", "i disagree", "the annotators had a lovely lunch"])
def test_what_is_said_in_passing_is_offered_nothing(text):
    assert not [each for each in hear(line(text, None, SAID, mention=True)).offers if isinstance(each, Choice)]


def test_colleagues_who_tell_each_other_are_left_alone():
    assert hear(line("the annotators disagree a lot", None, SAID, mention=False)).silent


@each(
    "text",
    [
        "QA built a set of 60 labelled parcels, we run it before each prompt change now",
        "we have 60 labelled cases now and run them before every release",
    ],
)
def test_a_set_that_runs_before_every_change_is_one_whatever_else_it_is_called(text):
    assert hear(line(text, None, SAID, mention=True)).saves == {"examples": "tens", "evals": "golden_set"}


def test_a_weak_spot_is_asked_for_and_not_the_verdict():
    assert hear(line("what's the weakest part of this verdict", None, SAID, mention=True)).questions == (
        Asked("what_would_change"),
    )


@each("text", ["ben are you sure? we do have the platform team", "Tom, can you explain why not rag?"])
def test_what_a_colleague_is_asked_by_name_is_left_to_them(text):
    assert hear(line(text, None, SAID, mention=False)).silent


@each("text", ["so are you sure?", "are you sure?", "guys are you sure?"])
def test_what_nobody_is_called_in_is_answered(text):
    assert hear(line(text, None, SAID, mention=False)).questions == (Asked("how_sure"),)
