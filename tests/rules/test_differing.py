"""Answers given alone, side by side: what all agree on, where they differ, and whether that changes the verdict."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FRAMEWORK, decide
from rules.differing import Bearing, compare
from rules.facts import FACTS, VALUES, Facts, Value
from rules.framework import Architecture

COPILOT: dict[str, Value] = {
    "need": "facts", "source": "documents", "access": "everyone", "corpus": "large", "receipts": "helpful",
    "lookup": "by_meaning", "ops": ("neither",), "latency": "under_3s",
}  # fmt: skip
"""A support copilot: retrieval, and settled."""


def said(**answers: Value) -> dict[str, Value]:
    return COPILOT | answers


def test_people_who_say_the_same_differ_in_nothing():
    compared = compare({"ana": said(), "ben": said()})

    assert dict(compared.agreed) == COPILOT
    assert compared.differences == ()


def test_a_difference_that_changes_the_verdict_says_to_what_each_answer_leads():
    compared = compare({"ana": said(), "ben": said(corpus="prompt_sized"), "chen": said()})

    (one,) = compared.differences
    assert one.fact == "corpus"
    assert "corpus" not in compared.agreed
    assert one.bearing is Bearing.CHANGES
    assert {side.value: (side.by, side.verdict) for side in one.sides} == {
        "large": (("ana", "chen"), Architecture.RAG),
        "prompt_sized": (("ben",), Architecture.PROMPT),
    }


def test_a_difference_that_can_change_nothing_is_proven_to_be_idle():
    compared = compare({"ana": said(stakes="rework"), "ben": said(stakes="annoyance")})

    (one,) = compared.differences
    assert one.bearing is Bearing.NEVER
    assert {side.verdict for side in one.sides} == {Architecture.RAG}


def test_a_difference_that_can_matter_only_beside_another_answer_says_so():
    answers = {fact: value for fact, value in COPILOT.items() if fact not in {"ops", "latency"}}

    (one,) = compare({"ana": answers | {"hygiene": "clean"}, "ben": answers | {"hygiene": "poor"}}).differences

    assert one.bearing is Bearing.MAY
    assert {side.verdict for side in one.sides} == {Architecture.RAG}


def test_what_changes_the_verdict_stands_before_what_does_not():
    compared = compare({"ana": said(access="everyone"), "ben": said(access="per_user", corpus="prompt_sized")})

    bearings = [one.bearing for one in compared.differences]
    assert len(bearings) == 2
    assert bearings == sorted(bearings, key=list(Bearing).index)
    assert compared.differences[0].bearing is Bearing.CHANGES


def test_not_sure_is_an_answer_of_its_own_and_whoever_alone_was_sure_should_settle_it():
    compared = compare({"ana": said(corpus=None), "ben": said(), "chen": said(corpus=None)})

    (one,) = compared.differences
    assert [side.value for side in one.sides] == ["large", None]
    assert one.knows == "ben"


def test_where_several_were_sure_nobody_alone_knows():
    (one,) = compare({"ana": said(), "ben": said(corpus="prompt_sized"), "chen": said(corpus=None)}).differences

    assert one.knows is None


def test_who_was_not_asked_has_no_say():
    compared = compare({"ana": said(hygiene="poor"), "ben": said()})

    assert compared.agreed["hygiene"] == "poor"
    assert compared.differences == ()


def test_all_unsure_is_agreed_on_as_not_sure():
    compared = compare({"ana": {"need": None}, "ben": {"need": None}})

    assert compared.agreed == {"need": None}


def test_nobody_who_answered_anything_agrees_on_nothing():
    assert compare({"ana": {}, "ben": {}}).agreed == {}
    assert compare({}).differences == ()


@pytest.mark.parametrize("order", [("format", "tone"), ("tone", "format")])
def test_a_list_is_the_same_answer_in_any_order(order: tuple[str, ...]):
    compared = compare({"ana": {"failure": order}, "ben": {"failure": ("format", "tone")}})

    assert compared.agreed == {"failure": ("format", "tone")}


FEW = st.sampled_from(FACTS).filter(lambda fact: fact not in {"failure", "ops"})
ONE = st.dictionaries(FEW, st.integers(0, 9), max_size=9)


def meant(picks: Mapping[str, int]) -> dict[str, Value]:
    """The facts that these numbers pick: one beyond the values is "not sure"."""
    return {
        fact: VALUES[fact][at] if (at := pick % (len(VALUES[fact]) + 1)) < len(VALUES[fact]) else None
        for fact, pick in picks.items()
    }


@given(people=st.lists(ONE, min_size=2, max_size=4), rest=ONE)
@settings(max_examples=60, deadline=None)
def test_what_is_said_of_a_difference_is_what_the_rules_decide(people: list[dict[str, int]], rest: dict[str, int]):
    alone = {f"U{place}": meant(picks) for place, picks in enumerate(people)}

    compared = compare(alone)

    known = Facts.model_validate({fact: value for fact, value in compared.agreed.items() if value is not None})
    assert compared == compare(dict(reversed(alone.items())))
    for one in compared.differences:
        for side in one.sides:
            verdict = decide(known.replaced(one.fact, side.value), FRAMEWORK)
            assert (side.verdict, side.passes) == (verdict.verdict, verdict.passes)
            assert {alone[person][one.fact] for person in side.by} == {side.value}
        if one.bearing is Bearing.NEVER:
            others = {fact: value for fact, value in meant(rest).items() if fact not in compared.agreed}
            ends = [decide(known.model_copy(update=typed(others)).replaced(one.fact, s.value)) for s in one.sides]
            settled = [(end.verdict, end.passes) for end in ends if end.decided]
            assert len(set(settled)) <= 1
    said_by = {fact for answers in alone.values() for fact in answers}
    assert {*compared.agreed, *(one.fact for one in compared.differences)} == said_by


def typed(facts: Mapping[str, Value]) -> dict[str, object]:
    whole = Facts.model_validate({fact: value for fact, value in facts.items() if value is not None})
    return {fact: getattr(whole, fact) for fact in facts}
