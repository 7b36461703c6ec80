"""The bar of one golden task, its mark, and which task of a file is which golden task."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.catalog.golden_tasks import GOLDEN_TASKS
from rules.review.marks import (
    EVERY_RUN,
    Mark,
    TaskBar,
    TaskRuns,
    bar_of,
    mark_of,
    read_runs,
    share_in_words,
    share_of,
    tasks_in_words,
    written_bar,
)
from rules.review.matching import match
from tests.tables import each

FEW = st.integers(0, 12)
BARS = st.integers(1, 10).flatmap(lambda of: st.builds(TaskBar, st.integers(1, of), st.just(of)))
TASKS = {"t1": "Refund window", "t2": "Contract clause", "t3": "Escalation"}


@each(
    ("text", "expected"),
    [
        ("8 of 10", TaskBar(8, 10)), ("at least 9 out of 10 runs", TaskBar(9, 10)), ("3/3", TaskBar(3, 3)),
        ("90 %", TaskBar(90, 100)), ("95 percent of the time", TaskBar(95, 100)), ("100%", EVERY_RUN),
        ("cites section 4", EVERY_RUN), ("", EVERY_RUN), ("12 of 10", EVERY_RUN),
        ("0 of 5", EVERY_RUN), ("0 %", EVERY_RUN),
    ],
)  # fmt: skip
def test_a_bar_is_read_from_what_people_write(text: str, expected: TaskBar):
    assert bar_of(text) == expected


def test_the_bars_that_are_suggested_are_read_as_they_are_meant():
    bars = {row.bar: bar_of(row.bar) for row in GOLDEN_TASKS}

    assert TaskBar(9, 10) in bars.values()
    assert all(bar == EVERY_RUN for text, bar in bars.items() if not any(letter.isdigit() for letter in text))
    assert all(bar != EVERY_RUN for text, bar in bars.items() if " of 10" in text and "10 of 10" not in text)


def test_a_bar_says_itself():
    assert TaskBar(8, 10).in_words == "8 of 10 runs"
    assert EVERY_RUN.in_words == "every run"


@each(
    ("runs", "bar", "expected"),
    [
        (TaskRuns("a", passed=1), EVERY_RUN, Mark.PASSED),
        (TaskRuns("a", passed=9, failed=1), EVERY_RUN, Mark.FAILED),
        (TaskRuns("a", passed=8, failed=2), TaskBar(8, 10), Mark.PASSED),
        (TaskRuns("a", passed=7, failed=3), TaskBar(8, 10), Mark.FAILED),
        (TaskRuns("a", passed=8, could_not_judge=2), TaskBar(8, 10), Mark.PASSED),
        (TaskRuns("a", passed=7, could_not_judge=3), TaskBar(8, 10), Mark.COULD_NOT_JUDGE),
        (TaskRuns("a", passed=1, could_not_judge=1), EVERY_RUN, Mark.COULD_NOT_JUDGE),
        (TaskRuns("a", failed=1, could_not_judge=9), EVERY_RUN, Mark.FAILED),
        (TaskRuns("a", could_not_judge=1, skipped=1), EVERY_RUN, Mark.COULD_NOT_JUDGE),
        (TaskRuns("a", skipped=3), EVERY_RUN, Mark.NOT_RUN),
    ],
)
def test_a_mark_is_what_the_runs_earn(runs: TaskRuns, bar: TaskBar, expected: Mark):
    assert mark_of(runs, bar) is expected


@given(FEW, FEW, FEW, BARS)
def test_what_could_not_be_judged_never_turns_a_mark_that_stands(passed: int, failed: int, broke: int, bar: TaskBar):
    mark = mark_of(TaskRuns("a", passed, failed, broke), bar)

    if passed + failed and mark in {Mark.PASSED, Mark.FAILED}:
        assert mark_of(TaskRuns("a", passed + broke, failed), bar) is mark
        assert mark_of(TaskRuns("a", passed, failed + broke), bar) is mark


@pytest.mark.parametrize(
    "name",
    ["Refund window", "refund_window", "REFUND-WINDOW", "test_refund_window",
     "tests/test_golden.py::test_refund_window",
     "golden > refund window"],
)  # fmt: skip
def test_a_name_is_known_however_a_runner_spells_it(name: str):
    assert match([name], TASKS).pairs == {name: "t1"}


def test_a_close_name_is_offered_and_a_stranger_is_another_case():
    matching = match(["Refund windows", "Weather"], TASKS)

    assert matching.pairs == {}
    assert matching.offers == {"Refund windows": "t1"}
    assert matching.others == ("Weather",)


def test_what_somebody_confirmed_is_remembered_as_long_as_the_task_is_there():
    assert match(["case 7"], TASKS, {"case 7": "t3"}).pairs == {"case 7": "t3"}
    assert match(["case 7"], TASKS, {"case 7": "gone"}).others == ("case 7",)


def test_a_task_that_stands_there_itself_is_not_offered_for_another():
    matching = match(["Refund window", "Refund windows"], TASKS)

    assert matching.offers == {}
    assert matching.others == ("Refund windows",)


@given(st.lists(st.text(max_size=20)), st.dictionaries(st.text(max_size=3), st.text(max_size=20), max_size=5))
def test_every_name_is_paired_offered_or_another_case(names: list[str], tasks: dict[str, str]):
    matching = match(names, tasks)

    assert sorted({*matching.pairs, *matching.offers, *matching.others}) == sorted(set(names))
    assert set(matching.pairs.values()) | set(matching.offers.values()) <= set(tasks)


@pytest.mark.parametrize(
    ("text", "share"), [("4 of 5", 0.8), ("5 of 5", 1.0), ("75 %", 0.75), ("100%", 1.0), ("most", None), ("", None)]
)
def test_a_share_of_the_tasks_is_read_like_a_bar_and_is_none_without_a_number(text: str, share: float | None):
    assert share_of(text) == share
    assert (written_bar(text) is None) == (share is None)


def test_a_name_that_was_declined_is_another_case_and_no_offer():
    declined = {("Escalations", "t3")}

    assert match(["Escalations"], TASKS).offers == {"Escalations": "t3"}
    assert match(["Escalations"], TASKS, declined=declined).others == ("Escalations",)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("8 of 10", (8, 2)),
        ("0 of 5", (0, 5)),
        ("5/5 runs", (5, 0)),
        ("6 of 5", None),
        ("0 of 0", None),
        ("most", None),
        ("", None),
    ],
)
def test_runs_are_read_as_people_write_them(text: str, runs: tuple[int, int] | None):
    found = read_runs(text)

    assert (found and (found.passed, found.failed)) == runs


def test_the_share_is_said_in_a_hundred_and_is_the_usual_one_where_none_is_set():
    assert (share_in_words("3 of 4"), share_in_words("")) == ("75 of 100", "80 of 100")


def test_the_share_of_golden_tasks_is_told_in_tasks():
    assert (tasks_in_words("", 3), tasks_in_words("", 5), tasks_in_words("3 of 4", 8)) == ("3 of 3", "4 of 5", "6 of 8")
    assert tasks_in_words("", 0) == "80 of 100"
