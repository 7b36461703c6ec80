"""A workspace's decisions summed up: every number can be counted by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rules.framework import Architecture
from rules.portfolio import (
    OVERDUE_AFTER,
    Commonest,
    DecidedFeature,
    Drift,
    LastReview,
    SharedNeed,
    commonest,
    shared_needs,
    summarize,
)
from rules.vocabulary import Source
from rules.wilson import BarState

NOW = datetime(2026, 12, 8, 10, tzinfo=UTC)
DAY = timedelta(days=1)
PROMPT, TOOLS, RAG, HYBRID = Architecture.PROMPT, Architecture.TOOLS, Architecture.RAG, Architecture.HYBRID


def feature(named: str = "a", **fields: Any) -> DecidedFeature:
    given = {"id": named, "name": named, "team": "C1", "architecture": RAG, "decided_at": NOW - 60 * DAY}
    return DecidedFeature(**given | fields)


def reviewed(**fields: Any) -> LastReview:
    return LastReview(**{"month": "2026-11", "finished_at": NOW - DAY, "architecture": RAG} | fields)


def test_nothing_decided_is_an_empty_portfolio():
    empty = summarize([], NOW)

    assert (empty.total, empty.overdue, empty.unplanned, empty.drifting, empty.none_passes) == (0, 0, 0, 0, 0)
    assert (empty.by_architecture, empty.commonest, empty.needs, empty.features) == ({}, None, (), ())


def test_features_are_counted_by_architecture_and_those_where_nothing_passes_apart():
    listed = [feature("a"), feature("b"), feature("c", architecture=PROMPT), feature("d", passes=False)]
    summed = summarize(listed, NOW)

    assert list(summed.by_architecture.items()) == [(RAG, 2), (PROMPT, 1)]
    assert (summed.total, summed.none_passes) == (4, 1)


def test_what_is_not_decided_yet_counts_for_no_architecture_and_is_no_need():
    doubts = ({"is_likely": False}, {"is_leading": False})
    open_ones = [feature(source=Source.DOCUMENTS, team=f"C{at}", **doubt) for at, doubt in enumerate(doubts)]
    summed = summarize([*open_ones, feature("c", source=Source.DOCUMENTS)], NOW)

    assert (summed.total, summed.undecided, summed.by_architecture) == (3, 2, {RAG: 1})
    assert summed.needs == ()


def test_a_review_is_overdue_once_it_has_been_open_for_a_week():
    at_the_edge = feature(waits_since=NOW - OVERDUE_AFTER)

    assert at_the_edge.is_overdue(NOW)
    assert not at_the_edge.is_overdue(NOW - timedelta(seconds=1))
    assert not feature().is_overdue(NOW)


def test_a_verdict_drifts_where_the_last_review_concluded_another_one():
    drifting = feature(reviewed=reviewed(architecture=HYBRID))

    assert drifting.drift is Drift.OTHER_VERDICT


def test_a_verdict_drifts_where_its_bar_was_missed_however_few_the_tasks():
    assert feature(reviewed=reviewed(passed=3, ran=5)).drift is Drift.BELOW_BAR
    assert feature(reviewed=reviewed(bar_state=BarState.MISSED)).drift is Drift.BELOW_BAR
    assert feature(reviewed=reviewed(passed=4, ran=5)).drift is None
    assert feature(reviewed=reviewed(bar_state=BarState.NOT_RUN)).drift is None
    assert feature(reviewed=reviewed(architecture=None)).drift is None
    assert feature(reviewed=reviewed(passed=3, ran=5, bar=0.5)).drift is None


def test_what_a_review_said_before_the_verdict_was_given_anew_is_no_drift():
    assert feature(decided_at=NOW, reviewed=reviewed(architecture=HYBRID, passed=0, ran=5)).drift is None
    assert feature().drift is None


def test_the_commonest_bucket_is_named_with_its_share_and_none_of_equals():
    assert commonest({"safety": 2, "formatting": 5, "tool_error": 1}) == Commonest("formatting", 5, 8)
    assert commonest({"tool_error": 2, "safety": 2}) == Commonest("", 2, 4)
    assert commonest({"tool_error": 1}) == Commonest("tool_error", 1, 1)
    assert commonest({}) is None
    assert commonest({"safety": 0}) is None


def test_failures_are_added_up_over_all_features():
    summed = summarize([feature("a", failures={"safety": 1}), feature("b", failures={"safety": 2, "other": 1})], NOW)

    assert summed.commonest == Commonest("safety", 3, 4)


def test_a_need_is_shared_by_two_channels_or_more_that_decided_the_same_over_the_same_source():
    listed = [
        feature("a", team="C1", source=Source.DOCUMENTS),
        feature("b", team="C1", source=Source.DOCUMENTS),
        feature("c", team="C2", source=Source.DOCUMENTS),
        feature("d", team="C3", source=Source.SYSTEMS),
        feature("e", team="C1", source=Source.SYSTEMS, architecture=TOOLS),
        feature("f", team="C2", source=Source.SYSTEMS, architecture=TOOLS),
    ]

    assert shared_needs(listed) == (
        SharedNeed(RAG, Source.DOCUMENTS, 2, 3),
        SharedNeed(TOOLS, Source.SYSTEMS, 2, 2),
    )


def test_what_is_no_need_of_several_teams_is_left_out():
    alone = {"architecture": PROMPT, "source": Source.MODEL}
    for same in ({"source": None}, {"source": Source.BOTH, "passes": False}, alone):
        assert shared_needs([feature("a", team="C1", **same), feature("b", team="C2", **same)]) == ()
    for team in ("D1", "U1", "W1", "C1"):
        two = [feature("a", team="C1", source=Source.BOTH), feature("b", team=team, source=Source.BOTH)]
        assert shared_needs(two) == (), "a person is no team, and one channel is one"


def test_features_stand_in_the_order_in_which_they_need_somebody():
    listed = [
        feature("zebra"),
        feature("Apple"),
        feature("failing", failures={"safety": 3}),
        feature("late", waits_since=NOW - 9 * DAY),
        feature("both", waits_since=NOW - 9 * DAY, reviewed=reviewed(architecture=HYBRID)),
    ]

    assert [one.id for one in summarize(listed, NOW).features] == ["both", "late", "failing", "Apple", "zebra"]


BUCKETS = ("safety", "formatting", "tool_error")
features = st.lists(
    st.builds(
        DecidedFeature,
        id=st.uuids().map(str),
        name=st.text(max_size=5),
        team=st.sampled_from(["C1", "C2", "C3", "D1", "U1"]),
        architecture=st.sampled_from(Architecture),
        passes=st.booleans(),
        source=st.none() | st.sampled_from(Source),
        decided_at=st.just(NOW - 30 * DAY),
        is_planned=st.booleans(),
        waits_since=st.none() | st.integers(0, 20).map(lambda days: NOW - days * DAY),
        reviewed=st.none()
        | st.builds(
            lambda passed, failed, architecture, ago: LastReview(
                month="2026-11",
                finished_at=NOW - ago * DAY,
                architecture=architecture,
                passed=passed,
                ran=passed + failed,
            ),
            st.integers(0, 9),
            st.integers(0, 9),
            st.none() | st.sampled_from(Architecture),
            st.integers(0, 60),
        ),
        failures=st.dictionaries(st.sampled_from(BUCKETS), st.integers(1, 99)),
    ),
    max_size=20,
    unique_by=lambda one: one.id,
)


@given(features, st.randoms(use_true_random=False))
def test_the_sums_are_those_of_the_features_in_whatever_order_they_come(listed: list[DecidedFeature], chance: Any):
    shuffled = chance.sample(listed, len(listed))
    summed = summarize(shuffled, NOW)

    assert summed == summarize(listed, NOW)
    assert sorted(one.id for one in summed.features) == sorted(one.id for one in listed)
    assert sum(summed.by_architecture.values()) + summed.none_passes == summed.total == len(listed)
    assert max(summed.overdue, summed.drifting, summed.unplanned) <= summed.total
    failed = sum(one.failure_count for one in listed)
    assert (summed.commonest.total if summed.commonest else 0) == failed
    if summed.commonest:
        assert summed.commonest.failures * len(BUCKETS) >= failed, "no bucket has more"
    for need in summed.needs:
        same = [one for one in listed if (one.architecture, one.source) == (need.architecture, need.source)]
        assert 2 <= need.teams <= len({one.team for one in same})
        assert need.teams <= need.features <= len(same)
