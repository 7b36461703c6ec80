"""What reopens a decision beside the calendar: each cause once, with the same key however long it lasts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import Facts, decide
from rules.framework import Architecture
from rules.review import MonthResult
from rules.review.drift import CauseKind, drift, turning_days

RAG = decide(Facts(need="facts", source="documents", corpus="large", volume="under_1k", hosting="any_api"))
TUNED = decide(
    Facts(
        need="behaviour", source="model", failure=["classification"], examples="tens_of_thousands", labels="consistent",
        per_class="over_20", evals="golden_set", ops=["training"], volume="over_1m", hosting="any_api",
    ),
    on=date(2026, 3, 1),
)  # fmt: skip
NOBODY = Facts()


def month(number: int, missed: int = 0, *, passed: int = 0, failed: int = 0, **fields) -> MonthResult:
    given = {"failures": {"retrieval_miss": missed}, "architecture": Architecture.RAG} | fields
    return MonthResult(month=f"2026-{number:02}", passed=passed, failed=failed, **given)


def causes(
    *months: MonthResult, verdict=RAG, decided=date(2026, 3, 1), today=date(2026, 4, 1), before=NOBODY, now=NOBODY
):
    return drift(months, verdict=verdict, decided_on=decided, today=today, facts=now, before=before)


def keys(*months: MonthResult, **fields) -> list[str]:
    return [cause.key for cause in causes(*months, **fields)]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((2, 4, 7), "2026-01"),
        ((5, 2, 4, 7), None),
        ((5, 2, 4, 7, 9), "2026-03"),
        ((2, 4, 7, 9), "2026-01"),
        ((2, 4, 4), None),
        ((4, 7), None),
        ((), None),
    ],
)
def test_a_bucket_that_grows_three_months_running_is_one_cause_as_long_as_it_grows(counts, told):
    found = keys(*(month(at, count) for at, count in enumerate(counts, 1)))

    assert found == ([f"bucket:retrieval_miss:{told}"] if told else [])


def test_the_cause_says_which_kind_of_failure_grew_and_how():
    (cause,) = causes(month(1, 2), month(2, 4), month(3, 1_700))

    assert cause.kind is CauseKind.BUCKET
    assert cause.says == "One kind of failure grew 3 months running (retrieval miss): 2, 4, 1,700."


def test_a_month_that_nobody_reviewed_breaks_the_run():
    missed = month(3, was_missed=True)

    assert keys(month(1, 1), month(2, 2), missed, month(4, 5)) == []
    assert keys(missed, month(4, 2), month(5, 4), month(6, 7)) == ["bucket:retrieval_miss:2026-04"]


def test_a_bar_that_is_missed_twice_is_one_cause_until_it_is_met():
    below, above = {"passed": 2, "failed": 3}, {"passed": 5}

    assert keys(month(1, **below)) == []
    assert keys(month(1, **below), month(2, **below)) == ["bar:2026-01"]
    assert keys(month(1, **below), month(2), month(3, was_missed=True), month(4, **below)) == ["bar:2026-01"]
    assert keys(month(1, **below), month(2, **below), month(3, **below)) == ["bar:2026-01"]
    assert keys(month(1, **below), month(2, **above), month(3, **below)) == []
    assert "2 of 5, then 2 of 5 passed" in causes(month(1, **below), month(2, **below))[0].says


def test_the_bar_counts_for_the_architecture_that_runs():
    other = month(1, passed=1, failed=4, architecture=Architecture.PROMPT)

    assert keys(other, month(2, passed=1, failed=4)) == []


def test_volume_and_corpus_cross_a_line_where_they_are_answered_anew():
    before = Facts(volume="under_1k", corpus="prompt_sized", latency="relaxed")
    now = Facts(volume="over_1m", corpus="large", latency="under_1s")

    assert keys(before=before, now=now) == ["fact:volume:under_1k:over_1m", "fact:corpus:prompt_sized:large"]
    assert "over a million a day now" in causes(before=before, now=now)[0].says
    assert keys(before=Facts(latency="relaxed"), now=now) == []
    assert keys(before=before, now=before) == []


def test_a_dated_row_is_a_cause_from_its_day_on_for_decisions_that_rest_on_it():
    assert TUNED.verdict is Architecture.FINE_TUNE

    assert keys(verdict=TUNED, today=date(2026, 5, 6)) == []
    assert keys(verdict=TUNED, today=date(2026, 5, 7)) == ["row:host-that-trains:2026-05-07"]
    assert keys(verdict=TUNED, today=date(2027, 1, 6)) == ["row:host-that-trains:2027-01-06"]
    assert keys(verdict=TUNED, today=date(2027, 1, 6), decided=date(2027, 1, 6)) == []
    assert keys(verdict=RAG, today=date(2027, 1, 6)) == []
    assert "has taken no new training jobs" in causes(verdict=TUNED, today=date(2027, 1, 6))[0].says


def test_the_days_on_which_a_dated_row_turns_are_known_beforehand():
    assert turning_days(TUNED, date(2026, 3, 1)) == (date(2026, 5, 7), date(2027, 1, 6))
    assert turning_days(TUNED, date(2026, 5, 7)) == (date(2027, 1, 6),)
    assert turning_days(RAG, date(2026, 3, 1)) == ()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=11))
def test_a_cause_that_lasts_keeps_its_key_and_one_that_ended_is_gone(drawn):
    months = [
        month(at, count, passed=passed, failed=failed, was_missed=was_missed)
        for at, (count, passed, failed, was_missed) in enumerate(drawn, 1)
    ]

    told = [set(keys(*months[:end])) for end in range(len(months) + 1)]

    assert all(len(found) == len({key.rpartition(":")[0] for key in found}) for found in told)
    assert all(key.rpartition(":")[2] <= months[end - 1].month for end, found in enumerate(told) for key in found)
