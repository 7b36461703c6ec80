"""What holds for every set of facts: tried on random ones without the diagram on which it is proven.

That each is proven for the shipped rulebook is tested with `ftrag rules check`, in tests/bot/test_cli.py.
"""

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import FRAMEWORK, Facts
from rules.answer_space import AnswerSpace
from rules.conditions import Not, has
from rules.diagram import diagram_of, reading_of
from rules.framework import Architecture, Degree, Effect
from rules.judge import judge
from rules.nodes import NO, YES
from rules.possibilities import standing
from rules.proofs import covered, proof_of
from tests.examples import examples
from tests.rules.properties import ON_ANY_FACTS, ON_COMPLETE_FACTS, short_interview_ends_as_the_full_one
from tests.rules.space import EVERY, plain
from tests.rules.strategies import complete_facts, partial_facts


def test_a_proof_covers_every_partial_and_complete_set_of_answers():
    assert covered(FRAMEWORK) == EVERY


@pytest.mark.parametrize("holds", ON_ANY_FACTS, ids=lambda check: check.__name__)
@given(st.one_of(complete_facts, partial_facts))
@examples(40)
def test_random_facts_keep_the_property(holds, facts):
    holds(facts)


@pytest.mark.parametrize("holds", ON_COMPLETE_FACTS, ids=lambda check: check.__name__)
@given(complete_facts)
@examples(40)
def test_random_complete_facts_keep_the_property(holds, facts):
    holds(facts)


UPSIDE_DOWN = {Degree.FULLY: Degree.NOT, Degree.PARTLY: Degree.PARTLY, Degree.NOT: Degree.FULLY}
WEIGHED_UPSIDE_DOWN = replace(
    FRAMEWORK,
    delivery_rows=tuple(replace(row, degree=UPSIDE_DOWN[row.degree]) for row in FRAMEWORK.delivery_rows),
)


def without_rows(*names: str):
    """The shipped rulebook without these rows."""
    return replace(
        FRAMEWORK,
        demand_rows=tuple(row for row in FRAMEWORK.demand_rows if row.id not in names),
        prerequisite_rows=tuple(row for row in FRAMEWORK.prerequisite_rows if row.id not in names),
    )


def with_rows(*names: str):
    """The shipped rulebook with these rows alone, without prerequisites: small enough to be proven at once."""
    rows = tuple(row for row in FRAMEWORK.demand_rows if row.id in names)
    raised = {row.demand for row in rows}
    return replace(
        FRAMEWORK,
        demand_rows=rows,
        delivery_rows=tuple(row for row in FRAMEWORK.delivery_rows if row.demand in raised),
        prerequisite_rows=(),
    )


def broken(name, framework):
    """Facts that break this property under this rulebook."""
    return proof_of(name, AnswerSpace(framework, reading_of(framework))).breach


def test_without_the_trusted_evaluation_a_proof_names_facts_that_tune_blindly():
    framework = without_rows("trusted-evaluation")

    breach = broken("evaluated", framework)

    assert breach.evals in {"none", "ad_hoc"}
    assert judge(breach, framework).outcome in {Architecture.FINE_TUNE, Architecture.HYBRID}


def test_without_its_receipts_rows_a_proof_names_facts_that_cannot_be_shown():
    rows = tuple(row for row in FRAMEWORK.demand_rows if row.demand not in {"receipts", "own_knowledge"})
    framework = replace(FRAMEWORK, demand_rows=rows)

    breach = broken("shown", framework)

    assert breach.receipts in {"required", "regulated"}
    assert plain(breach, framework) is Architecture.FINE_TUNE


def test_without_its_grounding_rows_a_proof_names_facts_that_are_memorized():
    rows = tuple(row for row in FRAMEWORK.demand_rows if row.demand not in {"grounding", "own_knowledge"})
    framework = replace(FRAMEWORK, demand_rows=rows)

    breach = broken("fresh", framework)

    assert breach.freshness in {"monthly", "weekly", "daily", "live"}
    assert plain(breach, framework) is Architecture.FINE_TUNE


def test_where_an_example_more_lets_nothing_pass_a_proof_names_the_facts():
    at = FRAMEWORK.prerequisite_rows[0]
    shut = replace(at, id="shut", needs=Not(has("examples", "tens_of_thousands")), effect=Effect.RULES_OUT)
    framework = replace(FRAMEWORK, prerequisite_rows=(*FRAMEWORK.prerequisite_rows, shut))

    breach = broken("skilled", framework)

    assert at.architectures == tuple(Architecture)
    assert judge(breach, framework).outcome is not None
    assert judge(breach.replaced("examples", "tens_of_thousands"), framework).outcome is None


def test_where_a_skill_more_lets_nothing_pass_a_proof_names_the_facts():
    at = FRAMEWORK.prerequisite_rows[0]
    shut = replace(at, id="shut", needs=Not(has("ops", "training")), effect=Effect.RULES_OUT)
    framework = replace(with_rows("format-fails"), prerequisite_rows=(shut,))

    breach = broken("skilled", framework)

    assert "training" not in (breach.ops or ())
    assert judge(breach, framework).outcome is not None
    assert judge(breach.replaced("ops", ("training",)), framework).outcome is None


def test_where_a_failure_more_leads_to_less_of_what_mends_it_a_proof_names_the_facts():
    framework = with_rows("reasoning-fails")
    upside_down = replace(framework, delivery_rows=WEIGHED_UPSIDE_DOWN.delivery_rows)

    breach = proof_of("monotone", AnswerSpace(framework, reading_of(upside_down))).breach

    assert breach is not None
    assert "reasoning" not in (breach.failure or ())
    assert judge(breach.replaced("failure", ("reasoning",)), upside_down).outcome is Architecture.FINE_TUNE


def test_an_answer_that_raises_two_demands_at_once_may_lead_to_less_of_one():
    framework = with_rows("sources-are-looked-up", "reference-beside-behaviour", "in-an-instant")

    assert broken("monotone", framework) is None


@pytest.mark.parametrize("name", ["sound", "minimal", "most-wishes", "skilled", "monotone"])
def test_a_diagram_that_weighs_otherwise_than_the_rows_breaks_the_property(name):
    other = AnswerSpace(FRAMEWORK, reading_of(WEIGHED_UPSIDE_DOWN))

    assert proof_of(name, other).breach is not None


def test_sets_of_answers_are_told_by_where_they_hold():
    space = AnswerSpace(FRAMEWORK, diagram_of(FRAMEWORK))
    fast = space.holds(has("latency", "under_1s"))

    assert space.both(fast, space.holds(has("latency", "relaxed"))) == NO
    assert space.given(fast, "latency", "under_1s") == YES
    assert space.example(fast).latency == "under_1s"
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
@examples(3)
def test_a_team_is_asked_about_half_the_questions(teams):
    assert median(short_interview_ends_as_the_full_one(team) for team in teams) <= 9


def test_nothing_known_is_decided_too():
    verdict, passes_bar = standing(Facts(), FRAMEWORK)

    assert (verdict, passes_bar) == (Architecture.PROMPT, True)
