"""What the words are most like decides between answering, offering and keeping still; what is not said is asked for."""

import pytest

from rules.hearing import Asked, Choice, hear, line
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.slots import likeliest, moved
from rules.hearing.questions.values_said import changes
from tests.rules.hearing.asked import SAID, keys, read
from tests.tables import each


def after(text: str, said=None, *, mention=True):
    return hear(line(text, None, SAID if said is None else said, mention=mention))


@pytest.mark.parametrize("text", ["blorp", "tell me a joke", "sing us something"])
def test_what_is_about_nothing_known_is_said_not_to_be_understood_where_the_bot_is_addressed(text):
    assert after(text).questions == (Asked("unknown"),)
    assert after(text, mention=False).silent


@pytest.mark.parametrize("text", ["many thanks, that will do", "haha okay", "right, off to the dentist", "see you all"])
def test_what_wants_nothing_is_left_alone_even_where_the_bot_is_addressed(text):
    assert after(text).silent


@pytest.mark.parametrize(
    ("text", "said", "offered"),
    [
        ("our traffic went up a lot", {"volume": "under_100k"}, ["under_1m", "over_1m"]),
        ("volume dropped since the summer", {"volume": "under_1m"}, ["under_100k", "under_1k"]),
        ("requests have tripled", {}, ["over_1m", "under_1m", "under_100k"]),
    ],
)
def test_more_or_less_without_a_number_is_asked_about(text, said, offered):
    found = after(text, said)

    assert found.offers == tuple(Choice("volume", value) for value in offered)
    assert not found.saves


def test_more_that_is_only_supposed_is_offered_as_a_supposition():
    offers = after("what if traffic doubled?", {"volume": "under_100k"}).offers

    assert offers[0] == Asked("what_if", {"changes": {"volume": "under_1m"}})


@pytest.mark.parametrize("text", ["traffic doubled to 3 million", "speed went up", "the volume is what it was"])
def test_a_number_or_another_matter_is_no_mere_more_or_less(text):
    assert moved(sentence(text, is_marked=False), {}) == ()


@pytest.mark.parametrize(
    ("text", "saves"),
    [
        ("we're regulated now", {"receipts": "regulated"}),
        ("we have moved over to Salesforce", {"source": "systems"}),
        ("pls update: the labels agree now", {"labels": "consistent"}),
    ],
)  # fmt: skip
def test_a_change_told_as_a_fact_is_taken_up(text, saves):
    assert after(text).saves == saves


def test_a_number_says_more_than_the_words_about_waiting():
    assert changes("people can wait 2 seconds", {}) == {"latency": "under_3s"}


def test_both_answers_a_quoted_question_that_takes_both():
    assert after("> Where the truth lives: documents\nwe were wrong, put both").saves == {"source": "both"}


def test_a_change_beside_a_question_is_taken_up_with_it():
    found = after("Correction: the volume is 4 million a day. And what is the monthly bill for tools?")

    assert found.saves == {"volume": "over_1m"}
    assert [one.intent for one in found.questions] == ["cost"]


@each(
    ("text", "expected"),
    [
        ("who put in money? somebody must have said so", [("who_answered", "stakes")]),
        ("Somebody said that we need sources, whose answer is that, and when was it given?",
            [("who_answered", "receipts")]),
        ("and with yearly content?", [("what_if", (("freshness", "yearly"),))]),
        ("> hybrid\nput that beside fine-tuning alone, side by side", [("compare", ("fine_tune", "hybrid"))]),
        ("why not only tools? and what do we need to get there", [("why_not", "tools"), ("what_would_make", "tools")]),
        ("Why no fine tuning together with the search?", [("why_not", "hybrid")]),
        ("dump all the answers, blank ones too", [("status_of_answers", "")]),
        ("why not tools? and what would have to change for it?", [("why_not", "tools"), ("what_would_make", "tools")]),
        ("who claimed that no receipts are needed?", [("who_answered", "receipts")]),
        ("so nothing whatsoever could change this?", [("what_would_change",)]),
        ("Hello, we'd be glad of a comparison of tools and retrieval. Cheers!", [("compare", ("rag", "tools"))]),
    ],
)  # fmt: skip
def test_a_question_is_heard_with_what_it_points_back_to(text, expected):
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("assume it stays in our own data centre, with a 7b model. verdict?",
            {"hosting": "on_premises", "model_size": "small_only"}),
    ],
)  # fmt: skip
def test_what_is_overheard_beside_a_supposition_is_offered_with_it(text, offered):
    reading = read(text, {})

    assert {"changes": offered} in [dict(asked.slots) for asked in (*reading.questions, *reading.offers)]


def test_a_question_that_no_words_are_of_gets_no_answer():
    assert likeliest("zz", ("zz",), {}) == {}
    assert likeliest("the weather", ("the", "weather"), {}) == {}


@pytest.mark.parametrize(
    "text", ["@ftrag commands?", "> decided\n@ftrag what can you do?", "@ftrag: help, what can I ask"]
)
def test_the_bots_own_name_is_no_colleagues(text):
    assert not after(text).silent
