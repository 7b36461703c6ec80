"""Typed words become the values they mean, "not sure", or the nearest options: never a confident wrong guess."""

import re
import string
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE, FACTS, VALUES
from rules.understand import NotSure, Unclear, Understanding, Understood, understand

TABLE = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text())
PHRASES = [(fact, text, meant) for fact, rows in TABLE.items() for text, meant in rows.items()]
BY_FACT = {question.fact: question for question in QUESTIONS}


def said(found: Understanding) -> str:
    """The outcome as the table writes it."""
    match found:
        case Understood(values):
            return ", ".join(values)
        case NotSure():
            return "not sure"
        case Unclear(nearest):
            return " ".join(("?", *nearest))


@pytest.mark.parametrize(("fact", "text", "meant"), PHRASES, ids=[f"{fact}: {text}" for fact, text, _ in PHRASES])
def test_a_phrase_is_understood_as_the_table_says(fact: str, text: str, meant: str):
    assert said(understand(BY_FACT[fact], text)) == meant


def test_the_table_covers_every_fact_with_at_least_120_phrases():
    assert set(TABLE) == set(FACTS)
    assert len(PHRASES) >= 120


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.fact)
def test_every_value_label_and_said_form_means_its_own_option(question):
    for option in question.options:
        for text in (option.value, option.label, option.said, option.label.upper(), f" {option.said}. "):
            assert understand(question, text) == Understood((option.value,)), text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.fact)
def test_no_synonym_is_taken_for_another_option(question):
    for option in question.options:
        for synonym in option.synonyms:
            found = understand(question, synonym)
            assert found == Understood((option.value,)) or isinstance(found, Unclear), synonym


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.fact)
def test_the_example_beside_each_question_is_understood(question):
    assert isinstance(understand(question, question.example), Understood)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.fact)
@pytest.mark.parametrize("text", ["", " ", "...", "\u200b", "😀", "<@U0ANA>", "https://a.invalid/weekly", "\x00"])
def test_words_without_content_are_unclear(question, text):
    assert understand(question, text) == Unclear()


@given(st.sampled_from(QUESTIONS), st.text(max_size=300))
def test_any_text_gives_values_of_the_question(question, text):
    found = understand(question, text)

    values = found.values if isinstance(found, Understood) else found.nearest if isinstance(found, Unclear) else ()
    assert set(values) <= set(VALUES[question.fact])
    if isinstance(found, Unclear):
        assert len(found.nearest) <= 2
    if isinstance(found, Understood):
        assert len(found.values) == 1 or question.is_list
        assert ALONE.get(question.fact) not in found.values or len(found.values) == 1


MEASURED = {"volume", "latency", "examples", "corpus"}
LONG_WORD = re.compile(r"[a-z]{6,}")
LONG = [(q, o) for q in QUESTIONS if q.fact not in MEASURED for o in q.options if LONG_WORD.search(o.said)]


@given(st.sampled_from(LONG), st.data())
def test_one_wrong_letter_in_a_long_word_never_gives_another_option(asked, data):
    question, option = asked
    at = data.draw(st.sampled_from([at for word in LONG_WORD.finditer(option.said) for at in range(*word.span())]))
    wrong = data.draw(st.sampled_from(string.ascii_lowercase))

    found = understand(question, option.said[:at] + wrong + option.said[at + 1 :])

    if isinstance(found, Understood):
        assert option.value in found.values


def test_a_very_long_text_is_read_at_its_beginning_and_fast():
    assert understand(BY_FACT["freshness"], "weekly " + "x" * 100_000) == Understood(("weekly",))
    assert isinstance(understand(BY_FACT["failure"], "format and " * 5_000), Understood)
