"""What the rules do where their tables end: names that are none, months that are all skipped, figures in words."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rules import FRAMEWORK, Facts
from rules.calendar import Rhythm, ScheduleError, first_day, next_review
from rules.compiler import LEAVES
from rules.cost import Figures
from rules.cost.words import given_in_words
from rules.facts import vocabulary_of
from rules.flip_search import FlipSearch
from rules.framework import Architecture, Lens, lens_of
from rules.vocabulary import Need


class Everything:
    """A collection that has all that is asked for."""

    def __contains__(self, _: object) -> bool:
        return True


def test_the_first_review_waits_four_weeks_by_the_days_of_its_zone():
    decided = datetime(2026, 11, 30, 20, tzinfo=UTC)

    assert first_day(decided, "UTC") == date(2026, 12, 28)
    assert first_day(decided, "Asia/Tokyo") == date(2026, 12, 29)


def test_where_every_month_is_skipped_there_is_no_next_review():
    with pytest.raises(ScheduleError, match="Every month of the next years is skipped"):
        next_review(Rhythm(day=1, zone="UTC"), datetime(2026, 12, 1, tzinfo=UTC), skipped=Everything())


@pytest.mark.parametrize("annotation", [None | Need, tuple[Need, ...], tuple[Need, ...] | None])
def test_a_vocabulary_is_found_in_a_field_that_may_be_open_or_hold_several(annotation: Any):
    assert vocabulary_of(annotation) is Need


def test_a_field_without_a_vocabulary_is_refused():
    with pytest.raises(TypeError, match="holds no vocabulary"):
        vocabulary_of(int | None)


def test_facts_of_one_lens_have_it_and_facts_of_several_have_none():
    assert lens_of(["freshness", "source"], FRAMEWORK) is Lens.FRESHNESS
    assert lens_of(["freshness", "receipts"], FRAMEWORK) is None
    assert lens_of(["nothing"], FRAMEWORK) is None


def test_what_is_known_of_costs_is_told_figure_by_figure():
    figures = Figures(requests_a_day=1_000, error_rate={Architecture.RAG: (0.1, 0.15), Architecture.PROMPT: (0.2, 0.2)})

    assert given_in_words(figures) == (
        "1,000 requests a day",
        "The share of wrong answers with retrieval (RAG): 10-15%",
        "The share of wrong answers with prompting: 20%",
    )


def test_ends_of_two_changes_leave_out_those_to_which_one_leads():
    facts = Facts(need="facts", source="documents", corpus="large", freshness="weekly")
    search, every = FlipSearch(facts, FRAMEWORK), (1 << LEAVES) - 1

    assert {len(end.facts) for end in search.ends(1, every)} == {1}
    assert {len(end.facts) for end in search.ends(2, every)} == {2}
