"""What holds only from a time to come is no answer of today: it is asked about, and after the verdict supposed."""

import pytest

from rules.facts import Value
from rules.hearing import Asked, Choice, hear, line
from tests.tables import each

SAID: dict[str, Value] = {
    "examples": "hundreds", "volume": "under_1k", "ops": ("neither",), "hosting": "any_api", "corpus": "prompt_sized",
    "evals": "none", "access": "everyone",
}  # fmt: skip


LATER = [
    ("evals", "by autumn we should have thousands of examples", "examples", "thousands"),
    ("latency", "next spring it goes up to 40k a day", "volume", "under_100k"),
    ("stakes", "a search engineer joins us in june", "ops", ("search",)),
    ("labels", "from 2029 on it must stay in our own cloud", "hosting", "private_cloud"),
    ("hosting", "soon it will be 6000 pages", "corpus", "large"),
    ("hosting", "we plan to build a golden set", "evals", "golden_set"),
    ("check", "at some point each branch may only see its own files", "access", "per_user"),
]


@each(("open_fact", "text", "fact", "value"), LATER)
def test_another_questions_answer_for_later_is_let_go_where_nobody_is_addressed(open_fact, text, fact, value):
    heard = hear(line(text, open_fact, SAID, mention=False))

    assert heard.silent
    assert Choice(fact, value) not in heard.offers


@each(("open_fact", "text", "fact", "value"), LATER)
def test_where_the_bot_is_addressed_it_is_asked_about(open_fact, text, fact, value):
    heard = hear(line(text, open_fact, SAID, mention=True))

    assert heard.saves == {}
    assert Choice(fact, value) in heard.offers


@each(
    ("text", "changes"),
    [
        ("from 2029 on it must stay in our own cloud", {"hosting": "private_cloud"}),
        ("we will build a golden set after the launch", {"evals": "golden_set"}),
        ("by autumn we will have thousands of examples", {"examples": "thousands"}),
    ],
)
def test_after_the_verdict_it_is_supposed_and_not_recorded(text, changes):
    heard = hear(line(text, None, SAID, mention=True))

    assert (heard.saves, heard.questions) == ({}, (Asked("what_if", {"changes": changes}),))


def test_after_the_verdict_it_is_nothing_to_answer_where_nobody_is_addressed():
    assert hear(line("from 2029 on it must stay in our own cloud", None, SAID, mention=False)).silent


@each(
    ("open_fact", "text", "saves"),
    [
        ("volume", "it will get 5k requests a day", {"volume": "under_100k"}),
        ("evals", "it has to stay in our own cloud", {"hosting": "private_cloud"}),
        ("volume", "somebody was hired for the search index", {"ops": ("search",)}),
    ],
)
def test_what_is_needed_or_there_already_is_written_down(open_fact, text, saves):
    assert hear(line(text, open_fact, SAID, mention=True)).saves == saves


def test_what_was_said_of_today_stays_beside_it():
    heard = hear(
        line("it is 100 pages today, and from 2029 on it must stay in our own cloud", "corpus", {}, mention=True)
    )

    assert heard.saves == {"corpus": "prompt_sized"}
    assert Choice("hosting", "private_cloud") in heard.offers


@pytest.mark.parametrize("mention", [True, False])
def test_an_answer_that_stands_is_not_told_for_later(mention):
    assert hear(line("hundreds", "examples", {}, mention=mention)).saves == {"examples": "hundreds"}


@each(
    ("text", "saves", "supposed"),
    [
        ("next year they put everything on a box in the workshop, no internet", {}, {"hosting": "on_premises"}),
        ("from next year we host it on our own servers", {}, {"hosting": "on_premises"}),
        ("it must run offline in the workshop on our own box", {"hosting": "on_premises"}, {}),
        ("it must work offline in the depot on our own server", {"hosting": "on_premises"}, {}),
        ("it must run offline on the tablet", {"hosting": "on_device"}, {}),
        ("it must run offline", {}, {"hosting": "on_device"}),
    ],
)
def test_a_box_of_ones_own_is_no_device_in_a_hand_and_one_of_next_year_is_only_supposed(text, saves, supposed):
    heard = hear(line(text, None, {"need": "facts", "source": "documents"}, mention=True))

    changes = [each_.slots["changes"] for each_ in heard.questions if each_.intent == "what_if"]
    assert (dict(heard.saves), changes) == (saves, [supposed] if supposed else [])


@each("text", ["can u sum up where we are, i have the owner on the phone in 5", "can you sum it up for me"])
def test_who_wants_it_summed_up_gets_the_verdict_and_while_a_question_is_open_how_far_it_is(text):
    said: dict[str, Value] = {"need": "facts", "source": "documents"}
    for open_fact, intent in ((None, "verdict"), ("ops", "how_sure")):
        heard = hear(line(text, open_fact, said, mention=True))
        assert ([each_.intent for each_ in heard.questions], dict(heard.saves)) == ([intent], {})
