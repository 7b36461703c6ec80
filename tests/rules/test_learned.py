"""What results say of the facts: offered only on evidence, never what is answered so already, with the true verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import FRAMEWORK
from rules.decide import decide_plainly
from rules.facts import Facts
from rules.review.learned import Learned, learned
from tests.rules.strategies import partial_facts

BUCKETS = ("retrieval_miss", "context_overload", "formatting", "safety", "tool_error", "unclassified")


def offered(known: dict[str, object], *, tasks: int = 0, runs: int = 40, **buckets: int) -> tuple[Learned, ...]:
    facts = Facts.model_validate(known)
    return learned(facts, judged_tasks=tasks, judged_runs=runs, buckets=buckets, framework=FRAMEWORK)


@pytest.mark.parametrize("said", [{}, {"evals": "none"}, {"evals": "ad_hoc"}])
def test_three_judged_golden_tasks_are_a_fixed_set(said: dict[str, object]):
    (change,) = offered(said, tasks=3)

    assert (change.fact, change.value, change.because) == (
        "evals", ("golden_set",), "3 golden tasks were run and judged",
    )  # fmt: skip
    assert change.key == "evals:golden_set"
    assert offered(said, tasks=2) == ()


@pytest.mark.parametrize("said", ["golden_set", "continuous"])
def test_a_fixed_set_that_is_known_is_not_offered(said: str):
    assert offered({"evals": said}, tasks=9) == ()


def test_a_bucket_that_fails_often_and_is_not_named_is_offered_beside_what_was_said():
    (change,) = offered({"failure": ["tone"]}, runs=40, formatting=9)

    assert change.value == ("format", "tone")
    assert change.because == "a wrong format in 9 of 40 runs"


def test_that_nothing_failed_yet_gives_way_and_two_buckets_are_one_change():
    (change,) = offered({"failure": ["none_yet"]}, runs=40, formatting=9, tool_error=4)

    assert change.value == ("format", "tool_errors")
    assert change.because == "a wrong format in 9 of 40 runs and a tool error in 4 of 40 runs"


@pytest.mark.parametrize(
    ("known", "runs", "buckets"),
    [
        ({"failure": ["format"]}, 40, {"formatting": 9}),
        ({}, 10, {"formatting": 2}),
        ({}, 200, {"formatting": 19}),
        ({}, 10, {"retrieval_miss": 9}),
        ({}, 10, {"unclassified": 9}),
        ({}, 0, {}),
    ],
)
def test_what_is_named_already_or_too_rare_or_may_be_two_things_is_not_offered(known, runs: int, buckets):
    assert offered(known, runs=runs, **buckets) == ()


@given(partial_facts, st.dictionaries(st.sampled_from(BUCKETS), st.integers(0, 60)), st.integers(0, 9))
def test_each_change_is_one_and_gives_the_verdict_that_it_names(facts: Facts, buckets: dict[str, int], tasks: int):
    changes = learned(facts, judged_tasks=tasks, judged_runs=60, buckets=buckets, framework=FRAMEWORK)

    for change in changes:
        value = change.value if change.fact == "failure" else change.value[0]
        after = facts.replaced(change.fact, value)
        verdict = decide_plainly(after, FRAMEWORK)
        assert after != facts
        assert (verdict.verdict, verdict.passes) == (change.after, change.passes)
        assert decide_plainly(facts, FRAMEWORK).verdict is change.before
        again = learned(after, judged_tasks=tasks, judged_runs=60, buckets=buckets, framework=FRAMEWORK)
        assert {one.fact for one in again} == {one.fact for one in changes} - {change.fact}
