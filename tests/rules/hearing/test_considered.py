"""What was considered, what is there from now on, and what comes of doing nothing."""

from rules.hearing import hear, line
from tests.rules.hearing.after_verdict import asked, heard
from tests.rules.hearing.asked import SAID, key_of
from tests.tables import each


@each(
    ("text", "found"),
    [
        ("did you consider that everybody sees everything?", "status_of_answers access"),
        ("did you take into consideration that people wait for the answer?", "status_of_answers latency"),
        ("have you considered that nobody here can train?", "status_of_answers ops"),
        ("Did you consider the size of our corpus?", "status_of_answers corpus"),
        ("did you consider fine-tuning at all?", "why_not fine_tune"),
        ("have you even looked at live tools?", "why_not tools"),
        ("did you consider RAG carefully?", "why"),
    ],
)
def test_whether_an_answer_was_considered_asks_for_it_and_whether_a_way_was_asks_why_not(text, found):
    assert asked(text) == [key_of(found)]


@each(
    "text",
    [
        "what if we do nothing?",
        "what happens when we do nothing at all?",
        "what if we simply leave it as it is",
        "what happens if we don't do anything?",
        "and if we just wait?",
        "what if we stay with what we have",
        "what if we stick with it as we do now",
        "what if nothing gets done?",
        "what would happen if we did not do anything at all?",
        "what happens if we keep everything as it is now?",
    ],
)
def test_what_comes_of_doing_nothing_is_a_question_of_its_own(text):
    assert asked(text) == [("nothing_done",)]


@each(
    ("text", "source"),
    [
        ("and what about the orders?", "both"),
        ("what about orders", "both"),
        ("ok, how about order status?", "both"),
    ],
)
def test_what_is_named_next_is_supposed_as_where_it_stands_alone(text, source):
    assert asked(text) == [("what_if", (("source", source),))]


@each("text", ["what about our CRM?", "how about the calendar?"])
def test_what_is_only_likely_supposed_is_offered_first(text):
    offered = heard(text).offers

    assert (offered[0].intent, offered[0].slots) == ("what_if", {"changes": {"source": "systems"}})


@each(
    ("text", "found"),
    [("what about our price list?", "cost architecture"), ("what about 300 ms?", "what_if latency=under_1s")],
)
def test_what_is_heard_in_what_about_is_heard_as_before(text, found):
    assert asked(text) == [key_of(found)]


def test_a_question_of_its_own_is_offered_before_what_may_be_supposed():
    assert heard("what about labels?").offers[0].intent == "status_of_answers"
    assert [each.intent for each in heard("what about the weather?").questions] == ["unknown"]
    assert hear(line("what about the orders?", None, SAID, mention=False)).offers == ()


@each(
    ("text", "found"),
    [
        ("what if nothing ever changed?", "what_if freshness=static"),
        ("what if we did nothing and it was hosted on-prem?", "what_if hosting=on_premises"),
    ],
)
def test_what_is_supposed_of_nothing_is_heard(text, found):
    assert asked(text) == [key_of(found)]


@each(
    ("text", "saves"),
    [
        ("from now on we can search", {"ops": ("search",)}),
        ("from today on we can search ourselves", {"ops": ("search",)}),
        ("as of today nobody waits for it any more", {"latency": "relaxed"}),
        ("from now on we can search the archive from home", {}),
        ("from now on we can relax", {}),
    ],
)
def test_what_is_so_from_now_on_is_written_down_and_what_is_of_other_things_is_not(text, saves):
    found = heard(text)

    assert (found.saves, found.offers) == (saves, ())
