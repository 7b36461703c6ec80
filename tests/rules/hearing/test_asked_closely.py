"""The corners of hearing questions: money, offers, changes, quotations, spelling."""

import pytest

from rules.catalog.asking import examples
from rules.catalog.asking import intents as intents_asked
from rules.facts import VALUES
from rules.hearing import hear, line
from rules.hearing.questions import values_supposed
from rules.hearing.questions.cutting import cut, sentence
from rules.hearing.questions.figures import figures
from rules.hearing.questions.offering import with_slots
from rules.hearing.questions.scene import Scene, clause_of
from rules.hearing.questions.spelling import corrected
from rules.hearing.words.likelihood import Likely
from rules.hearing.words.spelling import nearest
from tests.rules.hearing.asked import intents, key, read
from tests.tables import each


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 m a day , 1 % wrong , 5 cents each", {"requests_a_day": 2e6, "error_rate": 0.01, "cost_each": 0.05}),
        ("20,000 requests per day at $7", {"requests_a_day": 20_000.0, "cost_each": 7.0}),
        ("nothing at all", {}),
    ],
)
def test_figures_are_read_from_a_question_about_money(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("word", "meant"),
    [("freshnes", "freshness"), ("toools", "tools"), ("exampels", "examples"), ("zzzzzz", "zzzzzz"), ("ab", "ab")],
)
def test_a_misspelt_word_is_put_right_and_a_strange_one_is_left(word, meant):
    assert corrected(word) == (meant,)


@each("word", ["trail", "cheap", "paper", "later", "however", "journey", "funeral", "bridge"])
def test_a_real_word_is_never_taken_for_another(word):
    assert corrected(word) == (word,)


def test_nothing_is_meant_by_a_word_that_is_like_no_other():
    assert nearest("qqqqqqq", ("weekly", "quarterly")) is None


def test_between_two_words_of_an_answer_that_are_as_near_none_is_chosen():
    assert nearest("lage", ("late", "large"), is_one=True) is None
    assert nearest("lage", ("large", "small"), is_one=True) == "large"
    assert nearest("lage", ("late", "large")) == "large"


def clause(text: str, scene: Scene | None = None):
    return clause_of(sentence(text, is_marked=True), scene or Scene(), is_alone=True)


@each(
    ("intent", "text", "filled"),
    [
        ("why_not", "fine-tuning then", {"architecture": "fine_tune"}),
        ("why_not", "that then", None),
        ("what_if", "weekly changes", {"changes": {"freshness": "weekly"}}),
        ("what_if", "blue", None),
        ("glossary", "reranking", {"term": "reranking"}),
        ("glossary", "blue", None),
        ("compare", "rag or tools", {"architectures": ("tools", "rag")}),
        ("cost break_even", "blue", {"of": "break_even", "architectures": ()}),
        ("who_answered", "the latency", {"fact": "latency"}),
        ("unknown", "blue", None),
        ("next", "blue", {}),
    ],
)
def test_what_is_offered_says_what_it_is_about(intent, text, filled):
    asked = with_slots(Likely(intent, 1.0), clause(text))

    assert (dict(asked.slots) if asked else None) == filled


def test_every_example_belongs_to_an_intent():
    assert {each.intent for each in examples()} == {
        *{row.intent for row in intents_asked()}, "why_not", "what_if", "glossary", "change_answer", "unknown", "none",
    }  # fmt: skip


def test_an_example_that_gives_an_answer_names_a_question_and_one_of_its_values():
    told = [each for each in examples() if each.fact]

    assert len(told) > 400
    assert {each.intent for each in told} == {"what_if", "change_answer"}
    assert all(each.value in VALUES[each.fact] for each in told)
    assert {(each.fact, each.value) for each in told} == {(f, v) for f, values in VALUES.items() for v in values}


def test_no_example_stands_twice():
    texts = [each.text for each in examples()]

    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Trusted examples: tens\nit's about 600 by now", [("change_answer", (("examples", "hundreds"),))]),
        ("that's wrong", []),
        ("correction: what wrong answers cost us is money", []),
        ("> catastrophic forgetting\n??", [("glossary", "catastrophic forgetting")]),
        ("> 3 answers are still open\nwhich?", [("status_of_answers", "")]),
    ],
)
def test_what_is_quoted_gives_its_question(text, expected):
    found = [key(asked) for asked in read(text).questions]

    assert not expected or found == expected


def test_a_line_that_only_begins_like_a_question_is_none_while_one_stands_open():
    assert hear(line("can you zz", "need", {}, mention=True)).questions == ()


@pytest.mark.parametrize("text", ["correction wrong answers cost 5", "update wrong answers cost us money"])
def test_a_stated_cost_is_no_question_about_it(text):
    assert "cost" not in intents(text)


def test_a_rate_that_asks_what_changes_is_a_supposition():
    assert intents("at 50 qps would that change the verdict?") == ["what_if"]


def test_words_that_do_not_answer_the_quoted_question_are_read_by_themselves():
    found = read("> Trusted examples: none\nwhat if it changed daily")

    assert found.questions[0].slots["changes"] == {"freshness": "daily"}


def test_several_failures_answer_the_quoted_question():
    found = read("> How today's prompt fails: invented facts\nwhat if it broke the json and the tone")

    assert found.questions[0].slots["changes"] == {"failure": ("format", "tone")}


def test_an_update_that_says_what_would_change_asks_nothing():
    assert "what_would_change" not in intents("update: that would change the verdict")


def test_an_abbreviation_ends_no_sentence():
    assert len(cut("RAG vs. tools approx. 3 times").sentences) == 1


def test_several_values_of_a_list_are_all_supposed():
    assert values_supposed("it breaks the json and invents facts", {})["failure"] == ("format", "invented_facts")


@pytest.mark.parametrize("text", ["what if", "what if blue", "supposing", "if so"])
def test_a_supposition_of_nothing_is_not_guessed(text):
    assert "what_if" not in intents(text)
