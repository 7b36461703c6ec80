"""Few tasks tell little, and it is said how little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.wilson import BarState, bar_in_words, bar_state, results_in_words, tasks_needed, wilson
from tests.tables import each


@pytest.mark.parametrize(
    ("passed", "ran", "low", "high"),
    [
        (3, 5, 0.2307, 0.8824),
        (5, 5, 0.5655, 1.0),
        (0, 5, 0.0, 0.4345),
        (8, 10, 0.4902, 0.9433),
        (50, 100, 0.4038, 0.5962),
    ],
)
def test_the_interval_is_wilsons(passed: int, ran: int, low: float, high: float):
    assert wilson(passed, ran) == pytest.approx((low, high), abs=5e-5)


def test_without_a_task_anything_may_be_true():
    assert wilson(0, 0) == (0.0, 1.0)
    assert bar_state(0, 0) is BarState.NOT_RUN
    assert tasks_needed(0, 0) is None


@pytest.mark.parametrize(("passed", "ran"), [(-1, 5), (6, 5), (1, -1)])
def test_counts_that_cannot_be_are_refused(passed: int, ran: int):
    with pytest.raises(ValueError, match="is no result"):
        wilson(passed, ran)


@pytest.mark.parametrize(
    ("passed", "ran", "state"),
    [
        (5, 5, "too_few"),
        (3, 5, "too_few"),
        (2, 5, "missed"),
        (0, 3, "missed"),
        (16, 16, "met"),
        (95, 100, "met"),
        (80, 100, "too_few"),
    ],
)
def test_a_bar_is_met_or_missed_only_where_the_whole_interval_says_so(passed: int, ran: int, state: str):
    assert bar_state(passed, ran, 0.8) == state


def test_the_result_is_said_with_its_uncertainty():
    assert results_in_words(3, 5) == (
        "3 of 5 golden tasks passed; so few show what breaks, not how often: that may be anything between "
        "23 and 88 of 100."
    )
    assert results_in_words(90, 100) == "90 of 100 golden tasks passed; that is between 83 and 94 of 100."
    assert results_in_words(0, 1).startswith("The one golden task failed;")
    assert results_in_words(0, 0).startswith("No golden task was run")


@each(
    ("passed", "ran", "without", "then"),
    [
        (1, 1, 2, "The one golden task that has a result passed, 2 more have no result;"),
        (0, 1, 1, "The one golden task that has a result failed, 1 more has no result;"),
        (2, 3, 2, "2 of 3 golden tasks passed, 2 more have no result;"),
    ],
)
def test_what_was_not_judged_is_told_beside_what_was(passed, ran, without, then):
    assert results_in_words(passed, ran, without).startswith(then)


def test_the_bar_is_said_with_what_it_would_take_to_tell():
    assert bar_in_words(5, 5, 0.8) == (
        "So far the share is above the bar, 80 of 100; to know it as a rate takes about 16 tasks."
    )
    assert bar_in_words(4, 5, 0.8).endswith("So far the share is right at the bar, 80 of 100.")
    assert bar_in_words(0, 5, 0.8) == "The bar, 80 of 100, is missed."
    assert bar_in_words(20, 20, 0.8) == "The bar, 80 of 100, is met."
    assert bar_in_words(0, 0) == ""


@given(st.integers(0, 1_000), st.integers(1, 1_000))
def test_the_interval_holds_the_share_and_stays_inside(passed: int, ran: int):
    passed = min(passed, ran)
    low, high = wilson(passed, ran)

    assert 0 <= low <= passed / ran <= high <= 1


@given(st.integers(0, 40), st.integers(1, 40))
def test_more_passed_never_moves_the_interval_down(passed: int, ran: int):
    if passed < ran:
        assert all(after >= before for before, after in zip(wilson(passed, ran), wilson(passed + 1, ran), strict=True))
