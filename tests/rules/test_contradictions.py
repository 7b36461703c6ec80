"""Two answers that do not fit together are named, with a way out on either side; the decision stands all the same."""

import pytest

from rules.contradictions import CONTRADICTIONS, Contradiction, contradictions
from rules.decide import decide_plainly
from rules.facts import FACTS, Facts
from rules.framework import Architecture


def found(**facts: object) -> list[str]:
    return [pair.id for pair in contradictions(Facts.model_validate(facts))]


def test_what_never_changes_cannot_be_stale():
    assert found(freshness="static", failure=["stale_facts", "tone"]) == ["static_but_stale"]
    assert found(freshness="weekly", failure=["stale_facts"]) == []


def test_general_knowledge_has_no_readers_of_its_own():
    assert found(source="model", access="per_user") == ["general_but_private"]
    assert found(source="documents", access="per_user") == []


def test_answers_that_are_open_contradict_nothing():
    assert found() == []
    assert found(freshness="static") == []


@pytest.mark.parametrize("pair", CONTRADICTIONS, ids=lambda pair: pair.id)
def test_a_contradiction_names_two_facts_and_a_button_for_each(pair: Contradiction):
    assert {pair.first, pair.second} <= pair.when.mentions() <= set(FACTS)
    assert pair.first != pair.second
    assert all(0 < len(label) <= 40 for label in (pair.first_fix, pair.second_fix))


def test_contradicting_answers_are_decided_all_the_same():
    facts = Facts.model_validate({"need": "facts", "source": "model", "access": "per_user"})

    assert decide_plainly(facts).verdict in Architecture
