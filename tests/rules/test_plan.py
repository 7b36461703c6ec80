"""The roadmap: evaluation first, the likeliest failures, a build with gates, then watching; ids are stable."""

import pytest
from hypothesis import given, settings

from rules.catalog.buckets import BUCKETS
from rules.decide import decide_plainly
from rules.facts import Facts
from rules.framework import Architecture
from rules.roadmap import Phase, Roadmap
from rules.roadmap_plan import golden_tasks, likeliest, plan
from tests.rules.strategies import partial_facts

SUPPORT = Facts.model_validate(
    {
        "need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "receipts": "regulated",
        "ops": ["search"], "evals": "ad_hoc", "hygiene": "mixed", "access": "per_user",
    }
)  # fmt: skip


def planned(facts: Facts, architecture: Architecture | None = None) -> Roadmap:
    verdict = decide_plainly(facts)
    return plan(verdict.model_copy(update={"verdict": architecture}) if architecture else verdict, facts)


def ids(roadmap: Roadmap) -> list[str]:
    return [item.id for item in roadmap.items]


@given(partial_facts)
@settings(max_examples=60)
def test_a_roadmap_starts_with_evaluation_and_keeps_the_order_of_the_phases(facts: Facts):
    phases = [item.phase for item in planned(facts).items]

    assert phases[0] is Phase.EVALUATION
    assert phases == sorted(phases, key=list(Phase).index)
    assert set(phases) == set(Phase)


@given(partial_facts)
@settings(max_examples=60)
def test_ids_are_unique_and_three_to_five_golden_tasks_are_suggested(facts: Facts):
    roadmap = planned(facts)

    assert len(set(ids(roadmap))) == len(roadmap.items)
    assert 3 <= len(roadmap.golden_tasks) <= 5
    assert len(set(roadmap.golden_tasks)) == len(roadmap.golden_tasks)


@pytest.mark.parametrize("architecture", Architecture)
def test_every_build_step_ends_with_a_gate(architecture: Architecture):
    built = [item for item in planned(SUPPORT, architecture).items if item.phase is Phase.BUILD]

    assert built
    assert all(item.done_when for item in built)


def test_retrieval_is_built_from_what_this_team_said():
    roadmap = planned(SUPPORT)

    assert {"clean_data", "index", "refresh", "rights", "citations"} <= set(ids(roadmap))
    assert "tool_calls" not in ids(roadmap)
    assert "tune" not in ids(roadmap)


def test_an_offline_suite_is_asked_of_teams_that_have_none():
    measured = SUPPORT.replaced("evals", "continuous")

    assert "offline_suite" in ids(planned(SUPPORT))
    assert "offline_suite" not in ids(planned(measured))


def test_tuning_names_a_host_that_still_trains_and_a_way_back():
    assert {"host", "training_data", "tune", "release"} <= set(ids(planned(Facts(), Architecture.FINE_TUNE)))


def test_a_hybrid_measures_each_half_alone_first():
    built = ids(planned(SUPPORT, Architecture.HYBRID))

    assert built.index("index") < built.index("fetch_first") < built.index("tune")


def test_the_likeliest_failure_comes_first_and_says_why():
    facts = SUPPORT.replaced("failure", ["format"])
    first = next(item for item in planned(facts, Architecture.PROMPT).items if item.phase is Phase.FAILURES)

    assert first.id == "bucket_formatting"
    assert first.why == "Likely, because the format fails today."
    assert first.detail.startswith("Check: ")


def test_a_prompt_cannot_miss_a_retrieval():
    assert "retrieval_miss" not in [row.id for row in likeliest(Architecture.PROMPT, SUPPORT)]
    assert likeliest(Architecture.RAG, SUPPORT)[0].id == "retrieval_miss"


def test_every_bucket_has_remedies_and_can_be_watched_somewhere():
    assert all(len(row.remedies) >= 2 and any(row.base) and len(row.base) == len(Architecture) for row in BUCKETS)


def test_a_step_is_read_whole_where_it_is_ticked():
    """A box has 75 characters: "... or anything tha" stood there."""
    shown = [item.title for one in Architecture for item in planned(Facts(), one).items]
    shown += [f"{row.label}: {row.means}" for row in BUCKETS]

    assert max(map(len, shown)) <= 76  # the buckets' with their full stop, which is not shown


def test_what_nobody_asks_a_question_of_is_tried_on_cases():
    assert golden_tasks(Facts(need="behaviour"))[0].name == "The case that comes most often"
    assert golden_tasks(Facts())[0].name == "The question people ask most"


def test_golden_tasks_are_drawn_from_the_facts():
    found = [task.name for task in golden_tasks(SUPPORT)]

    assert "An answer that must name its source" in found
    assert "Something this person may not see" in found
