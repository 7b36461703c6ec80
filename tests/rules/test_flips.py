"""Flips are the smallest changes there are, nearest first: checked against trying every change."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FRAMEWORK, Facts
from rules.diagram import diagram_of, reading_of
from rules.facts import ALONE, VALUES
from rules.flip_search import UNORDERED
from rules.flips import MOST, flips
from rules.framework import Architecture
from rules.possibilities import standing
from tests.examples import examples
from tests.rules.properties import flips_are_faithful
from tests.rules.space import answers
from tests.rules.strategies import complete_facts, partial_facts

POLICY_BOT = Facts(
    need="facts", freshness="weekly", source="documents", corpus="large", hygiene="clean", receipts="required",
    access="everyone", failure=["invented_facts"], examples="none", labels="consistent", evals="golden_set",
    latency="under_3s", volume="under_1k", ops=["search"], stakes="money", hosting="any_api",
)  # fmt: skip


def steps(fact, before, after):
    """How far a change goes, by the definition."""
    if fact in ALONE:
        return len((set(before) ^ set(after)) - {ALONE[fact]})
    places = VALUES[fact]
    return 1 if fact in UNORDERED else abs(places.index(before) - places.index(after))


def distance(facts, change):
    return sum(steps(fact, facts.value(fact), value) for fact, value in change.items())


def all_changes(facts, size, but=("failure",)):
    """Every change of so many given answers; the longest list is left out where pairs are tried."""
    names = [fact for fact in facts.known() if fact not in but]
    for chosen in combinations(names, size):
        changes = [{}]
        for fact in chosen:
            changes = [
                {**change, fact: value} for change in changes for value in answers(fact) if value != facts.value(fact)
            ]
        yield from changes


def outcomes(facts, size, **options):
    """For each outcome that counts as a flip and each set of facts, the least distance at which it comes."""
    before, passed = standing(facts, FRAMEWORK)
    found = {}
    for change in all_changes(facts, size, **options):
        after, passes = standing(Facts.model_validate({**facts.known(), **change}), FRAMEWORK)
        if (after is not before) if passed else passes:
            key = after, passes, frozenset(change)
            found[key] = min(found.get(key, 99), distance(facts, change))
    return found


def everything(facts, monkeypatch):
    monkeypatch.setattr("rules.flips.MOST", 10_000)
    return flips(facts, FRAMEWORK)


@given(st.one_of(complete_facts, partial_facts))
@examples(50)
def test_each_flip_decided_again_gives_its_verdict_and_nothing_smaller_does(facts):
    flips_are_faithful(facts)


@given(st.one_of(complete_facts, partial_facts))
@settings(max_examples=40)
def test_single_changes_are_all_found_each_at_its_nearest(facts):
    with pytest.MonkeyPatch.context() as patch:
        found = [flip for flip in everything(facts, patch) if len(flip.change) == 1]

    told = {(flip.verdict, flip.passes, frozenset(flip.change)): distance(facts, flip.change) for flip in found}
    tried = outcomes(facts, 1, but=("failure",))
    assert {key: far for key, far in told.items() if "failure" not in key[2]} == tried
    assert [distance(facts, flip.change) for flip in found] == sorted(told.values())


@given(st.one_of(complete_facts, partial_facts))
@settings(max_examples=2)
def test_a_list_changes_by_the_fewest_values_that_do(facts):
    with pytest.MonkeyPatch.context() as patch:
        found = [flip for flip in everything(facts, patch) if set(flip.change) == {"failure"}]

    others = [fact for fact in facts.known() if fact != "failure"]
    tried = outcomes(facts, 1, but=others)
    told = {(flip.verdict, flip.passes, frozenset(flip.change)): distance(facts, flip.change) for flip in found}
    assert told == tried


@given(st.one_of(complete_facts, partial_facts))
@settings(max_examples=4)
def test_pairs_are_told_for_the_verdicts_that_no_single_change_gives(facts):
    with pytest.MonkeyPatch.context() as patch:
        found = everything(facts, patch)

    alone = {flip.verdict for flip in found if len(flip.change) == 1 and flip.passes}
    tried = {key: far for key, far in outcomes(facts, 2).items() if key[1] and key[0] not in alone}
    told = {
        (flip.verdict, flip.passes, frozenset(flip.change)): distance(facts, flip.change)
        for flip in found
        if len(flip.change) == 2 and "failure" not in flip.change
    }
    assert told == tried


def test_a_message_tells_a_few_flips_and_the_nearest_to_each_other_verdict():
    found = flips(POLICY_BOT, FRAMEWORK)

    assert 1 <= len(found) <= MOST
    assert len({flip.verdict for flip in found}) > 1
    sizes = [(len(flip.change), distance(POLICY_BOT, flip.change)) for flip in found]
    assert sizes == sorted(sizes)


def test_if_all_documents_fit_one_prompt_prompting_would_do():
    flip = next(flip for flip in flips(POLICY_BOT, FRAMEWORK) if "corpus" in flip.change)

    assert (flip.change, flip.verdict) == ({"corpus": "prompt_sized"}, Architecture.PROMPT)


def test_a_list_that_is_emptied_says_so_with_the_word_that_stands_alone():
    facts = Facts.model_validate(
        {**POLICY_BOT.known(), "need": "both", "ops": ["search", "training"], "examples": "thousands"}
    )
    with pytest.MonkeyPatch.context() as patch:
        found = everything(facts, patch)

    changed = [flip.change[fact] for flip in found for fact in flip.change if fact in ALONE]
    assert all(value and (len(value) == 1 or not {"none_yet", "neither"} & set(value)) for value in changed)


def test_nothing_given_is_nothing_to_change():
    assert flips(Facts(), FRAMEWORK) == ()


def test_the_two_diagrams_test_the_same_facts():
    facts = {variable.fact for variable in diagram_of(FRAMEWORK).order}

    assert facts == {variable.fact for variable in reading_of(FRAMEWORK).order}
