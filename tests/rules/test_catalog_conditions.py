"""Conditions are three-valued, read well, and mean the same once every fact is known."""

import pytest
from hypothesis import given, settings

from rules.catalog import FRAMEWORK
from rules.conditions import ALWAYS, Not, at_least, at_most, both, either, grounds, has, settled, surely, unless
from rules.facts import Facts
from tests.rules.strategies import complete_facts, partial_facts

WEEKLY = Facts.model_validate({"freshness": "weekly"})
CONDITIONS = [row.when for row in FRAMEWORK.demand_rows] + [row.needs for row in FRAMEWORK.prerequisite_rows]


def test_a_condition_over_an_open_fact_is_unknown():
    assert has("source", "documents").holds(WEEKLY) is None
    assert Not(has("source", "documents")).holds(WEEKLY) is None
    assert both(at_least("freshness", "weekly"), has("source", "documents")).holds(WEEKLY) is None


def test_one_known_part_can_settle_a_condition():
    assert both(at_most("freshness", "monthly"), has("source", "documents")).holds(WEEKLY) is False
    assert either(at_least("freshness", "weekly"), has("source", "documents")).holds(WEEKLY) is True
    assert ALWAYS.holds(Facts()) is True


def test_unless_presumes_no_until_somebody_answers():
    waived = unless(has("corpus", "prompt_sized"))

    assert waived.holds(Facts()) is True
    assert waived.holds(Facts.model_validate({"corpus": "large"})) is True
    assert waived.holds(Facts.model_validate({"corpus": "prompt_sized"})) is False


def test_a_list_fact_has_a_value_when_it_is_among_those_given():
    facts = Facts.model_validate({"failure": ["format", "tone"]})

    assert has("failure", "tone", "safety").holds(facts) is True
    assert has("failure", "safety").holds(facts) is False


def test_a_value_outside_the_vocabulary_is_refused():
    with pytest.raises(ValueError, match="freshness has no value fortnightly"):
        has("freshness", "fortnightly")


def test_conditions_read_as_sentences():
    condition = both(has("source", "documents", "both"), unless(has("corpus", "prompt_sized")))

    assert condition.describe() == "source is documents or both, unless corpus is prompt_sized"
    assert unless(Not(has("ops", "search"))).describe() == "unless ops lacks search"
    assert Not(has("hygiene", "poor")).describe() == "hygiene is not poor"
    assert either(
        both(at_least("evals", "golden_set"), has("ops", "training")), unless(has("need", "facts"))
    ).describe() == ("(evals is golden_set or continuous and ops has training) or not known that need is facts")


def test_a_condition_that_holds_rests_on_what_speaks_for_it():
    condition = both(
        either(at_least("freshness", "weekly"), has("failure", "stale_facts")), unless(has("need", "behaviour"))
    )

    assert grounds(condition, WEEKLY) == {"freshness"}


@given(complete_facts)
@settings(max_examples=60)
def test_once_every_fact_is_known_a_settled_condition_means_the_same(facts: Facts):
    for condition in CONDITIONS:
        assert settled(condition).holds(facts) is condition.holds(facts)


@given(partial_facts)
@settings(max_examples=60)
def test_a_row_reads_only_the_facts_that_it_mentions(facts: Facts):
    for condition in CONDITIONS:
        mentioned = {fact: value for fact, value in facts.known().items() if fact in condition.mentions()}

        assert condition.holds(Facts.model_validate(mentioned)) is condition.holds(facts)


def test_a_whole_condition_can_be_denied():
    assert (
        Not(both(has("need", "facts"), has("source", "model"))).describe() == "not (need is facts and source is model)"
    )


def test_none_yet_and_neither_stand_alone():
    with pytest.raises(ValueError, match="none_yet stands alone"):
        Facts.model_validate({"failure": ["none_yet", "tone"]})
    with pytest.raises(ValueError, match="neither stands alone"):
        Facts.model_validate({"ops": ["neither", "search"]})


def test_facts_are_read_by_name_and_a_name_that_is_no_fact_is_an_error():
    facts = Facts.model_validate({"failure": ["tone", "format", "tone"], "need": "unknown"})

    assert facts.value("failure") == ("format", "tone")
    assert facts.value("need") is None
    assert facts.known() == {"failure": ("format", "tone")}
    with pytest.raises(KeyError):
        facts.value("budget")


def test_what_is_waived_by_something_known_stands_until_it_is_known():
    waived = surely(has("check", "checkable"))

    assert waived.holds(Facts()) is False
    assert waived.holds(Facts(check="judged")) is False
    assert waived.holds(Facts(check="checkable")) is True
    assert waived.describe() == "surely check is checkable"
