"""A dated row says what is true before, at and after each of its days, and no day changes a verdict."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FRAMEWORK
from rules.audit import Kind, faults, notes
from rules.audit_tables import LONGEST_CLAIM, table_faults
from rules.decide import decide, decide_plainly
from rules.facts import Facts
from rules.framework import Effect, Framework, PrerequisiteRow, Stage
from rules.own_rows import own_framework
from tests.rules.strategies import partial_facts

CLOSED, ENDED = date(2026, 5, 7), date(2027, 1, 6)
DAY = timedelta(days=1)
ROUTING = Facts.model_validate(
    {
        "need": "behaviour", "source": "model", "failure": ["classification"], "examples": "tens_of_thousands",
        "labels": "consistent", "evals": "golden_set", "ops": ["training"], "volume": "over_1m", "hosting": "any_api",
    }
)  # fmt: skip
ROW = next(row for row in FRAMEWORK.prerequisite_rows if row.id == "host-that-trains")


def said(on: date | None) -> str:
    return next(gate.claim for gate in decide(ROUTING, FRAMEWORK, on).gates if gate.id == "host-that-trains")


_HOST = "Name a host that still trains: one large vendor"
BETWEEN = f"{_HOST} has taken no new organizations since May 7, 2026; jobs end on January 6, 2027."
OVER = f"{_HOST} has taken no new training jobs since January 6, 2027."


@pytest.mark.parametrize(
    ("on", "claim"),
    [
        (CLOSED - DAY, "Name the host that will train your model, and a way to leave it."),
        (CLOSED, BETWEEN),
        (ENDED - DAY, BETWEEN),
        (ENDED, OVER),
        (ENDED + 400 * DAY, OVER),
        (None, f"{_HOST} takes no new organizations from May 7, 2026, no new jobs from January 6, 2027."),
    ],
)
def test_the_gate_says_what_is_true_on_that_day(on, claim):
    assert said(on) == claim


@settings(max_examples=50, deadline=None)
@given(facts=partial_facts, on=st.dates())
def test_no_day_changes_a_verdict(facts: Facts, on: date):
    plain, dated = decide_plainly(facts), decide_plainly(facts, FRAMEWORK, on)

    assert (plain.verdict, plain.passes, plain.gaps) == (dated.verdict, dated.passes, dated.gaps)
    assert [gate.id for gate in plain.gates] == [gate.id for gate in dated.gates]


def test_the_source_of_the_row_is_named_with_its_dates():
    source = next(one for one in FRAMEWORK.sources if one.id == "openai-deprecations")

    assert "openai-deprecations" in ROW.sources
    assert "May 7, 2026" in source.title
    assert "January 6, 2027" in source.title
    assert source.url.startswith("https://")


def test_the_check_names_the_days_that_have_passed():
    before, at, after = (
        [note for note in notes(FRAMEWORK, on) if note.startswith("host-that-trains: ")]
        for on in (CLOSED - DAY, CLOSED, ENDED)
    )

    assert before == []
    assert [note.split(" has passed")[0] for note in at] == ["host-that-trains: 2026-05-07"]
    assert [note.split(" has passed")[0] for note in after] == [
        "host-that-trains: 2026-05-07",
        "host-that-trains: 2027-01-06",
    ]
    assert not any("has passed" in note for note in notes(FRAMEWORK))


def with_row(row: PrerequisiteRow) -> Framework:
    others = tuple(each for each in FRAMEWORK.prerequisite_rows if each.id != row.id)
    return replace(FRAMEWORK, prerequisite_rows=(*others, row))


@pytest.mark.parametrize(
    "stages",
    [
        (Stage(ENDED, "a."), Stage(CLOSED, "b."), Stage(None, "c.")),
        (Stage(CLOSED, "a."), Stage(CLOSED, "b."), Stage(None, "c.")),
        (Stage(CLOSED, "a."),),
        (Stage(None, "a."), Stage(None, "b.")),
    ],
)
def test_days_in_disorder_or_without_an_end_are_a_fault(stages):
    found = list(table_faults(with_row(replace(ROW, stages=stages))))

    assert [(fault.kind, fault.where) for fault in found] == [(Kind.DATES, "host-that-trains")]


def test_a_claim_that_is_too_long_on_some_day_is_a_fault():
    stages = (Stage(CLOSED, "a" * (LONGEST_CLAIM + 1)), Stage(None, "b."))

    assert [fault.kind for fault in faults(with_row(replace(ROW, stages=stages)))] == [Kind.TOO_LONG]


def test_a_row_that_rules_out_is_told_as_it_is_on_that_day():
    row = next(each for each in FRAMEWORK.prerequisite_rows if each.id == "trusted-evaluation")
    assert row.effect is Effect.RULES_OUT
    book = with_row(replace(row, stages=(Stage(CLOSED, "Not yet."), Stage(None, "Now."))))
    facts = ROUTING.replaced("evals", "none")

    for on, claim in ((CLOSED - DAY, "Not yet."), (CLOSED, "Now.")):
        told = {rejection.verdict: rejection.because for rejection in decide_plainly(facts, book, on).rejected}
        assert told["fine_tune"] == claim


def test_own_words_for_the_row_take_the_place_of_its_dates_and_an_unchanged_claim_keeps_them():
    own = own_framework(b'version = "a"\n[[prerequisite]]\nid = "host-that-trains"\nclaim = "Ask our cloud team."', "f")
    same = own_framework(b'version = "a"\n[[prerequisite]]\nid = "host-that-trains"\nlacking = "a host"', "f")

    assert [gate.claim for gate in decide(ROUTING, own, ENDED).gates if gate.id == ROW.id] == ["Ask our cloud team."]
    assert next(row for row in same.prerequisite_rows if row.id == ROW.id).stages == ROW.stages
