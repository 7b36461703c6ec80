"""Precedents: the nearest published cases, told with what is alike and what is not, contradicting ones as such."""

from hypothesis import given, settings

from rules.catalog import FRAMEWORK
from rules.catalog.cases import Case, published_cases
from rules.facts import Facts
from rules.framework import Architecture
from rules.precedents import in_words, likeness, precedents
from tests.rules.strategies import partial_facts
from tests.tables import each


@each("case", published_cases(), ids=lambda case: case.id)
def test_a_team_in_the_same_position_is_shown_that_case(case: Case):
    found = precedents(case.facts, case.outcome.best[0], FRAMEWORK)

    assert case.id in [precedent.id for precedent in found]


def test_a_precedent_says_what_happened_what_is_alike_and_what_is_not():
    facts = Facts.model_validate(
        {"need": "facts", "source": "documents", "corpus": "large", "receipts": "required", "stakes": "money"}
    )
    nearest = precedents(facts, Architecture.RAG, FRAMEWORK)[0]

    assert nearest.id == "morgan-stanley-advisor-assistant"
    assert nearest.verdict is Architecture.RAG
    assert "98%" in nearest.happened
    assert "where the truth lives (your own documents)" in nearest.same
    assert nearest.different == ("showing sources (required by regulation there, required here)",)
    assert not nearest.contradicts


def test_a_case_that_contradicts_the_verdict_is_shown_as_such():
    facts = next(case.facts for case in published_cases() if case.id == "imitation-false-promise")
    nearest = precedents(facts, Architecture.FINE_TUNE, FRAMEWORK)[0]

    assert nearest.id == "imitation-false-promise"
    assert nearest.contradicts
    assert nearest.verdict is Architecture.PROMPT


def test_nothing_known_resembles_nothing():
    assert precedents(Facts(), Architecture.PROMPT, FRAMEWORK) == ()


def test_values_on_a_scale_are_alike_by_their_distance():
    assert likeness("freshness", "weekly", "weekly") == 1
    assert likeness("freshness", "weekly", "daily") > likeness("freshness", "weekly", "static")
    assert likeness("source", "documents", "systems") == 0
    assert likeness("failure", ("format", "tone"), ("tone",)) == 0.5


def test_a_list_is_said_in_one_breath():
    assert in_words("failure", ("invented_facts", "tone"), FRAMEWORK) == "invented facts and wrong tone"


@given(partial_facts)
@settings(max_examples=50)
def test_at_most_three_are_shown_and_they_are_the_same_every_time(facts: Facts):
    first = precedents(facts, Architecture.RAG, FRAMEWORK)

    assert len(first) <= 3
    assert first == precedents(facts, Architecture.RAG, FRAMEWORK)
