"""Every claim is true where it is shown, no reason argues against its verdict, and no rejection denies an answer."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from rules import FRAMEWORK, decide
from rules.audit import Kind, faults
from rules.catalog.architectures import BIGGER_THAN_NEEDED, FULLER, MORE_AND_LESS, NEVER_ENOUGH
from rules.catalog.stated import STATED
from rules.conditions import grounds
from rules.decide import decide_plainly
from rules.defence import argues_for
from rules.facts import FACTS, Facts
from rules.framework import Architecture, Degree, DemandRow, Strength
from rules.judge import ORDER, judge
from rules.truth import denied, shown, states
from tests.examples import examples
from tests.rules.strategies import complete_facts, partial_facts
from tests.tables import each

PROMPT, TOOLS, RAG, TUNE, HYBRID = Architecture
DEGREES = {(row.demand, row.architecture): row.degree for row in FRAMEWORK.delivery_rows}
ROWS = {row.id: row for row in FRAMEWORK.demand_rows}


def test_no_claim_of_the_rulebook_is_denied_by_answers_that_bring_it_up():
    assert list(denied(FRAMEWORK)) == []


@pytest.mark.parametrize(
    ("row", "claim", "kind"),
    [
        ("documents-by-reader", "Your material does not fit one prompt.", Kind.DENIED),
        ("too-slow", "Answers have to come within a second.", Kind.DENIED),
        ("too-costly", "At your volume every token counts.", Kind.DENIED),
        ("large-corpus", "Your material does not fit one prompt.", None),
    ],
)
def test_a_claim_that_some_answers_deny_is_found(row, claim, kind):
    rows = tuple(replace(each, claim=claim) if each.id == row else each for each in FRAMEWORK.demand_rows)

    found = list(denied(replace(FRAMEWORK, demand_rows=rows)))

    assert [(fault.kind, fault.where) for fault in found] == ([(kind, row)] if kind else [])


def test_a_delivery_that_denies_an_answer_is_found_and_told_with_such_answers():
    rows = tuple(
        replace(each, claim="It cannot look anything up, and your documents do not fit one prompt.")
        if (each.demand, each.architecture) == ("own_knowledge", PROMPT)
        else each
        for each in FRAMEWORK.delivery_rows
    )

    found = faults(replace(FRAMEWORK, delivery_rows=rows), thorough=False)

    assert {fault.kind for fault in found} == {Kind.DENIED}
    assert any("corpus prompt_sized" in fault.says for fault in found)


def test_what_claims_state_is_a_fact_that_there_is_and_most_statements_are_made():
    for row in STATED:
        assert re.compile(row.words)
        assert row.facts.mentions() <= set(FACTS)
    made = {row.words for _, claim, _ in shown(FRAMEWORK)
            for row in states(claim)}  # fmt: skip
    assert len(made) > len(STATED) // 2


@examples(100)
@given(facts=partial_facts)
def test_no_sentence_that_is_told_states_what_an_answer_denies(facts: Facts):
    found = decide_plainly(facts)
    told = [
        *(reason.claim for reason in (*found.reasons, *found.besides)),
        *(rejection.because for rejection in found.rejected),
        *(gate.claim for gate in found.gates),
    ]

    for claim in told:
        for stated in states(claim):
            assert stated.facts.holds(facts) is not False, claim


@examples(100)
@given(facts=partial_facts)
def test_no_reason_argues_against_its_verdict_and_none_is_lost(facts: Facts):
    found = decide_plainly(facts)
    raised = {row.id for row in judge(facts, FRAMEWORK).demand_rows}

    for reason in found.reasons:
        assert DEGREES[reason.demand, found.verdict] is not Degree.NOT
        assert found.verdict not in ROWS[reason.row].against
    assert {reason.row for reason in found.reasons} & {reason.row for reason in found.besides} == set()
    told = {reason.row for reason in (*found.reasons, *found.besides)}
    assert told == {row for row in raised if _rests_on_answers(ROWS[row], facts)}


def _rests_on_answers(row: DemandRow, facts: Facts) -> bool:
    return any(facts.value(fact) is not None for fact in grounds(row.when, facts))


_TRAINS = re.compile(
    r"small tuned model|is what you can train|tune the behavior|you can train and release|can be trained"
)


@each("row", FRAMEWORK.demand_rows, ids=lambda row: row.id)
def test_a_claim_for_training_is_no_reason_for_a_frozen_model_nor_the_other_way_round(row: DemandRow):
    reasons_for = {each for each in ORDER if argues_for(row, each, FRAMEWORK)}

    assert reasons_for, "a row that is no argument for anything"
    if _TRAINS.search(row.claim):
        assert reasons_for <= {TUNE, HYBRID}
    if "nothing has to be looked up" in row.claim:
        assert not reasons_for & {TOOLS, RAG, HYBRID}
    if re.search(r"tuning does not mend|would have to be trained again", row.claim):
        assert not reasons_for & {TUNE, HYBRID}
    assert not row.against or set(row.against) < {each for each in ORDER if DEGREES[row.demand, each] is not Degree.NOT}


@examples(100)
@given(facts=partial_facts)
def test_each_reason_stands_under_the_lens_of_its_answer(facts: Facts):
    for reason in decide_plainly(facts).reasons:
        assert reason.lens is FRAMEWORK.by_fact[reason.fact].lens


@examples(100)
@given(facts=complete_facts)
def test_why_not_says_what_is_so(facts: Facts):
    found = decide_plainly(facts)
    judgement = judge(facts, FRAMEWORK)
    raised = {row.demand: row.strength for row in judgement.demand_rows}
    reach = {Degree.NOT: 0, Degree.PARTLY: 1, Degree.FULLY: 2}

    def further(demand: str, one: Architecture, other: Architecture) -> bool:
        return reach[DEGREES[demand, one]] > reach[DEGREES[demand, other]]

    for rejection in found.rejected:
        other = rejection.verdict
        assert rejection.because != NEVER_ENOUGH, "nothing is open"
        if rejection.because == BIGGER_THAN_NEEDED:
            assert ORDER.index(other) > ORDER.index(found.verdict)
            assert not any(further(demand, other, found.verdict) for demand in raised)
        if rejection.because.startswith(MORE_AND_LESS[:30]):
            assert any(further(demand, other, found.verdict) for demand in raised)
            assert any(further(demand, found.verdict, other) for demand in raised)
        if rejection.because.endswith(FULLER[-30:]):
            musts = [demand for demand, strength in raised.items() if strength is Strength.MUST]
            assert any(further(demand, other, found.verdict) for demand in (*musts, *judgement.musts))


@examples(40)
@given(facts=complete_facts)
def test_where_nothing_passes_the_changes_told_are_those_that_make_something_pass(facts: Facts):
    found = decide(facts)

    if not found.passes:
        assert found.gaps
        assert all(flip.passes for flip in found.flips)
    for flip in found.flips:
        then = decide_plainly(Facts.model_validate({**facts.known(), **flip.change}))
        assert (then.verdict, then.passes) == (flip.verdict, flip.passes)


def test_relaxing_the_speed_is_told_where_it_alone_stands_in_the_way():
    facts = {
        "need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "hygiene": "clean",
        "receipts": "required", "access": "everyone", "failure": ["invented_facts"], "examples": "none",
        "evals": "golden_set", "latency": "under_300ms", "ops": ["search"],
    }  # fmt: skip

    found = decide(Facts.model_validate(facts))

    assert (found.passes, found.verdict, found.gaps) == (False, RAG, ("instant_answers",))
    assert ({"latency": "under_1s"}, RAG, True) in [(flip.change, flip.verdict, flip.passes) for flip in found.flips]
    relaxed = decide_plainly(Facts.model_validate({**facts, "latency": "under_3s"}))
    assert (relaxed.verdict, relaxed.passes) == (RAG, True)
