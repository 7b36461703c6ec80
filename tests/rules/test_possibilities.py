"""Counting on the diagram gives what deciding every completion gives."""

from fractions import Fraction
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import FRAMEWORK, Facts, decide
from rules.compiler import LEAVES
from rules.completions import Completions, entropy
from rules.diagram import diagram_of, leads_to, passes, verdict_of
from rules.facts import ALONE, FACTS
from rules.framework import Architecture
from rules.possibilities import completions_of, is_decided, possibilities, standing
from tests.examples import examples
from tests.rules.space import COMPLETE, FAILURES, answers, completions, counted, ends, outcome_of, plain
from tests.rules.strategies import complete_facts, partial_facts

few_open = st.lists(st.sampled_from([fact for fact in FACTS if fact != "failure"]), max_size=3, unique=True)


def without(facts: Facts, names: list[str]) -> Facts:
    return Facts.model_validate({fact: value for fact, value in facts.known().items() if fact not in names})


def shares_by_hand(facts: Facts) -> dict[Architecture | None, float]:
    """The share of each that passes, and under None of those completions in which nothing does."""
    found = ends(facts)
    shares: dict[Architecture | None, float] = {}
    for (verdict, does_pass), count in found.items():
        key = verdict if does_pass else None
        shares[key] = shares.get(key, 0) + count / found.total()
    return shares


@given(complete_facts, few_open)
@examples(20)
def test_shares_are_what_deciding_every_completion_gives(facts, names):
    facts = without(facts, names)
    by_hand = ends(facts)

    found = possibilities(facts, FRAMEWORK)

    assert found.completions == by_hand.total()
    assert {share.verdict: share.share for share in found.shares} == pytest.approx(shares_by_hand(facts))
    assert found.decided == (len(by_hand) == 1)
    assert not found.decided or is_decided(facts, FRAMEWORK)
    for verdict in Architecture:
        for does_pass in (True, False):
            share = by_hand[verdict, does_pass] / by_hand.total()
            assert found.confidence_of(verdict, passes=does_pass) == pytest.approx(share)


@given(partial_facts)
@examples(40)
def test_a_leaf_is_found_on_some_way_just_where_counting_finds_it(facts):
    diagram = diagram_of(FRAMEWORK)

    found = {leaf for leaf in range(LEAVES) if leads_to(diagram, facts, leaf)}

    assert found == completions_of(FRAMEWORK, facts).possible


@given(complete_facts, few_open)
@examples(20)
def test_the_confidence_and_what_stands_beside_it_are_all_there_is(facts, names):
    facts = without(facts, names)
    found = decide(facts)

    assert found.confidence is not None
    assert found.confidence + sum(share.share for share in found.alternatives) == pytest.approx(1)
    assert found.decided == (found.alternatives == ())
    shares = [share.share for share in found.alternatives]
    assert shares == sorted(shares, reverse=True)
    by_hand = shares_by_hand(facts)
    for share in found.alternatives:
        if share.verdict is not None:
            assert share.share == pytest.approx(by_hand[share.verdict])
        elif found.passes:
            assert share.share == pytest.approx(by_hand[None])
        else:
            assert share.share == pytest.approx(by_hand[None] - found.confidence)


@given(complete_facts)
@examples(5)
def test_an_open_list_stands_for_every_set_of_its_values(facts):
    facts = without(facts, ["failure"])

    found = possibilities(facts, FRAMEWORK)

    assert found.completions == FAILURES
    assert {share.verdict: share.share for share in found.shares} == pytest.approx(shares_by_hand(facts))


@given(partial_facts)
@examples(40)
def test_shares_are_all_there_is_largest_first(facts):
    found = possibilities(facts, FRAMEWORK)
    shares = [share.share for share in found.shares]

    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert 0 <= found.passing <= 1
    both = [found.confidence_of(verdict, passes=does_pass) for verdict in Architecture for does_pass in (True, False)]
    assert sum(both) == pytest.approx(1)
    assert (found.sole is None) != found.decided


def test_with_everything_open_every_answer_set_is_counted_once():
    found = possibilities(Facts(), FRAMEWORK)

    assert found.completions == COMPLETE
    assert {share.verdict for share in found.shares} == {*Architecture, None}


@given(complete_facts)
@examples(40)
def test_complete_facts_leave_one_verdict(facts):
    found = possibilities(facts, FRAMEWORK)
    verdict, does_pass = outcome_of(facts)

    assert found.sole is verdict
    assert found.confidence_of(verdict, passes=does_pass) == 1
    assert found.passing == does_pass
    assert standing(facts, FRAMEWORK) == (verdict, does_pass)


@given(complete_facts, few_open)
@examples(20)
def test_where_the_verdict_is_decided_it_is_that_of_every_completion(facts, names):
    facts = without(facts, names)
    verdict, _ = standing(facts, FRAMEWORK)

    assert verdict in counted(facts)
    if is_decided(facts, FRAMEWORK):
        assert {plain(each) for each in completions(facts)} == {verdict}


@given(partial_facts)
@examples(50)
def test_the_verdict_on_partial_facts_is_always_one_that_they_allow(facts):
    verdict, does_pass = standing(facts, FRAMEWORK)

    assert possibilities(facts, FRAMEWORK).confidence_of(verdict, passes=does_pass) > 0


@given(partial_facts)
@examples(20)
def test_what_a_value_would_do_is_what_it_does_once_it_is_given(facts):
    before = completions_of(FRAMEWORK, facts)

    for fact, told in before.by_value.items():
        for value, answer in zip(answers(fact), told, strict=True):
            after = Completions(diagram_of(FRAMEWORK), facts.replaced(fact, value))
            assert answer.counts == after.counts
            assert answer.weight == after.total


@given(complete_facts, few_open)
@examples(20)
def test_a_fact_matters_just_if_some_two_of_its_answers_part(facts, names):
    facts = without(facts, names)
    found = completions_of(FRAMEWORK, facts)

    for fact in names:
        others = [each for each in names if each != fact]
        parts = any(
            len({plain(each.replaced(fact, value)) for value in answers(fact)}) > 1
            for each in completions(facts.replaced(fact, answers(fact)[0]))
        )
        assert (fact in found.move_verdict) == parts, (fact, others)
        assert found.move_verdict <= found.move_outcome


def test_doubt_is_measured_in_bits():
    assert entropy((5, 0)) == 0
    assert entropy((3, 3)) == 1
    assert entropy((1, 1, 2)) == pytest.approx(1.5)
    assert entropy((1, 2)) == pytest.approx(float(Fraction(1, 3)) * log2(3) + float(Fraction(2, 3)) * log2(1.5))


def test_the_leaves_that_remain_are_known_without_counting():
    facts = Facts(source="documents", need="facts", corpus="large", latency="relaxed")

    found = completions_of(FRAMEWORK, facts)

    assert {verdict_of(leaf) if passes(leaf) else None for leaf in found.possible} == {
        share.verdict for share in possibilities(facts, FRAMEWORK).shares
    }
    assert not found.move_verdict & set(facts.known())
    assert ALONE.keys() <= set(FACTS)
