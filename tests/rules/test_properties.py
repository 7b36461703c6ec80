"""What holds for every set of facts: proven on the diagram over all of them, and tried on random ones without it."""

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FRAMEWORK, Facts
from rules.answer_space import AnswerSpace
from rules.conditions import at_least, both, has
from rules.diagram import diagram_of, reading_of
from rules.framework import Architecture, Degree, DeliveryRow
from rules.judge import judge
from rules.nodes import NO, YES
from rules.possibilities import standing
from rules.proofs import PROPERTIES, covered, proofs
from tests.rules.properties import ON_ANY_FACTS, ON_COMPLETE_FACTS, short_interview_ends_as_the_full_one
from tests.rules.space import EVERY, plain
from tests.rules.strategies import complete_facts, partial_facts

NAMES = [name for name, _, _ in PROPERTIES]


@pytest.mark.parametrize("proof", proofs(FRAMEWORK), ids=NAMES)
def test_the_property_holds_for_every_answer_set(proof):
    assert proof.holds, f"{proof.says} But not for {proof.breach}"


def test_a_proof_covers_every_partial_and_complete_set_of_answers():
    assert covered(FRAMEWORK) == EVERY


@pytest.mark.parametrize("holds", ON_ANY_FACTS, ids=lambda check: check.__name__)
@given(st.one_of(complete_facts, partial_facts))
@settings(max_examples=120)
def test_random_facts_keep_the_property(holds, facts):
    holds(facts)


@pytest.mark.parametrize("holds", ON_COMPLETE_FACTS, ids=lambda check: check.__name__)
@given(complete_facts)
@settings(max_examples=120)
def test_random_complete_facts_keep_the_property(holds, facts):
    holds(facts)


DELIVERED_BY_TOOLS_ALONE = tuple(
    DeliveryRow(
        demand.id, each, Degree.FULLY if each is Architecture.TOOLS else Degree.NOT, "Tools alone deliver it.", ("F1",)
    )
    for demand in FRAMEWORK.demands
    for each in Architecture
)


def without_rows(*names: str):
    """The shipped rulebook without these rows."""
    return replace(
        FRAMEWORK,
        demand_rows=tuple(row for row in FRAMEWORK.demand_rows if row.id not in names),
        prerequisite_rows=tuple(row for row in FRAMEWORK.prerequisite_rows if row.id not in names),
    )


def broken(framework):
    return {proof.name: proof.breach for proof in proofs(framework) if not proof.holds}


def test_without_the_trusted_evaluation_a_proof_names_facts_that_tune_blindly():
    framework = without_rows("trusted-evaluation")

    breach = broken(framework)["evaluated"]

    assert breach.evals in {"none", "ad_hoc"}
    assert judge(breach, framework).outcome in {Architecture.FINE_TUNE, Architecture.HYBRID}


def test_without_its_receipts_rows_a_proof_names_facts_that_cannot_be_shown():
    rows = tuple(row for row in FRAMEWORK.demand_rows if row.demand not in {"receipts", "own_knowledge"})
    framework = replace(FRAMEWORK, demand_rows=rows)

    breach = broken(framework)["shown"]

    assert breach.receipts in {"required", "regulated"}
    assert plain(breach, framework) is Architecture.FINE_TUNE


def test_without_its_grounding_rows_a_proof_names_facts_that_are_memorized():
    rows = tuple(row for row in FRAMEWORK.demand_rows if row.demand not in {"grounding", "own_knowledge"})
    framework = replace(FRAMEWORK, demand_rows=rows)

    breach = broken(framework)["fresh"]

    assert breach.freshness in {"monthly", "weekly", "daily", "live"}
    assert plain(breach, framework) is Architecture.FINE_TUNE


def test_a_demand_that_fades_as_its_fact_asks_for_more_breaks_the_monotone_property():
    row = next(row for row in FRAMEWORK.demand_rows if row.id == "must-show-sources")
    rises = replace(
        row, id="rises", demand="exact_steps", when=both(at_least("receipts", "helpful"), has("need", "facts"))
    )
    fades = replace(rises, id="fades", when=has("receipts", "helpful"))
    framework = replace(FRAMEWORK, demand_rows=(rises, fades), delivery_rows=DELIVERED_BY_TOOLS_ALONE)

    breach = broken(framework)["monotone"]

    assert breach.need != "facts"
    assert plain(breach.replaced("receipts", "helpful"), framework) is Architecture.TOOLS
    assert plain(breach.replaced("receipts", "required"), framework) is Architecture.PROMPT


def test_sets_of_answers_are_told_by_where_they_hold():
    space = AnswerSpace(FRAMEWORK, diagram_of(FRAMEWORK))
    daily = space.holds(has("freshness", "daily"))

    assert space.both(daily, space.holds(has("freshness", "weekly"))) == NO
    assert space.given(daily, "freshness", "daily") == YES
    assert space.example(daily).freshness == "daily"
    with pytest.raises(ValueError, match="empty"):
        space.example(NO)


@pytest.mark.parametrize("architecture", Architecture)
def test_an_example_of_where_a_verdict_falls_is_decided_so(architecture):
    for diagram in (diagram_of(FRAMEWORK), reading_of(FRAMEWORK)):
        space = AnswerSpace(FRAMEWORK, diagram)
        facts = space.example(space.verdict(architecture))

        assert standing(facts, FRAMEWORK)[0] is architecture


@st.composite
def many_teams(draw):
    return [draw(complete_facts) for _ in range(40)]


@given(many_teams())
@settings(max_examples=3)
def test_a_team_is_asked_about_half_the_questions(teams):
    assert median(short_interview_ends_as_the_full_one(team) for team in teams) <= 9


def test_nothing_known_is_decided_too():
    verdict, passes_bar = standing(Facts(), FRAMEWORK)

    assert (verdict, passes_bar) == (Architecture.PROMPT, True)
