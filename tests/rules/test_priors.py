"""Open answers count alike, or as often as published cases gave them; that moves confidences and nothing else."""

import pytest
from hypothesis import given, settings

from rules import FRAMEWORK, Facts, decide
from rules.catalog.cases import published_cases
from rules.framework import Architecture
from rules.possibilities import completions_of, possibilities
from rules.precedents import prior_of_cases
from rules.priors import EVEN, Prior, learned
from rules.score import by_source
from rules.variables import variables
from tests.rules.strategies import partial_facts

ALIKE = Prior("alike", {})
"""As even as EVEN, and weighed all the same."""


def test_an_answer_is_as_likely_as_it_was_given_and_a_little_likelier_than_never():
    teams = [Facts(need="facts", ops=["search"]), Facts(need="facts"), Facts(need="both")]

    prior = learned("three teams", teams, smoothing=1)

    need, search = (next(v for v in variables() if v[:2] == which) for which in (("need", ""), ("ops", "search")))
    assert prior.of(need) == pytest.approx((3 / 6, 1 / 6, 2 / 6))
    assert prior.of(search) == pytest.approx((1 / 3, 2 / 3))


@given(partial_facts)
@settings(max_examples=40)
def test_the_even_prior_weighs_as_counting_does(facts):
    counted = completions_of(FRAMEWORK, facts)

    weighed = counted.shares(ALIKE)

    assert weighed == pytest.approx([count / counted.total for count in counted.counts])


@given(partial_facts)
@settings(max_examples=30)
def test_a_prior_moves_the_confidence_and_never_the_verdict(facts):
    even, weighed = decide(facts), decide(facts, prior=prior_of_cases())

    moved = {"confidence", "alternatives"}
    assert weighed.model_dump(exclude=moved) == even.model_dump(exclude=moved)
    assert weighed.confidence + sum(share.share for share in weighed.alternatives) == pytest.approx(1)
    assert {share.verdict for share in weighed.alternatives} == {share.verdict for share in even.alternatives}


def test_cases_of_a_source_that_was_left_out_are_foretold_better_than_by_even_answers():
    cases = published_cases()
    even, weighed = 0.0, 0.0
    for together in by_source(cases):
        prior = learned("the others", (case.facts for case in cases if case not in together))
        for case in together:
            known = list(case.facts.known().items())
            facts = Facts.model_validate(dict(known[::2]))
            even += distance(facts, case, EVEN)
            weighed += distance(facts, case, prior)

    assert weighed < 0.97 * even


def distance(facts, case, prior):
    """The squared distance of the shares from what worked best (the score of Brier 1950)."""
    found = possibilities(facts, prior=prior)
    shares = {each: found.closest.get(each, 0.0) for each in Architecture}
    for share in found.shares:
        if share.verdict is not None:
            shares[share.verdict] += share.share
    best = case.outcome.best
    return sum((share - (each in best) / len(best)) ** 2 for each, share in shares.items())
