"""The decision: the smallest architecture that passes the bar, with a defence for it and against every other one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.catalog import FRAMEWORK
from rules.catalog.cases import published_cases
from rules.decide import decide, decide_plainly
from rules.diagram import diagram_of
from rules.facts import FACTS, VALUES, Facts
from rules.framework import Architecture, Effect
from rules.judge import EVERY, NOT_RUN, ORDER, chosen, degrees, judge, mask, members, outcome
from rules.possibilities import possibilities
from tests.examples import examples
from tests.rules.strategies import complete_facts, partial_facts
from tests.tables import each

SUPPORT = {
    "need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "receipts": "regulated",
    "ops": ["search"], "evals": "ad_hoc", "examples": "none",
}  # fmt: skip
ROUTING = {
    "need": "behaviour", "source": "model", "failure": ["classification"], "examples": "tens_of_thousands",
    "labels": "consistent", "evals": "golden_set", "ops": ["training"], "volume": "over_1m",
}  # fmt: skip


def verdict(**facts: object) -> Architecture:
    return decide_plainly(Facts.model_validate(facts)).verdict


def test_of_those_that_pass_the_one_that_misses_least_wins_the_smallest_among_equals():
    prompt, tools, rag, tune, hybrid = Architecture

    assert outcome(0, (0, 0, 0, 0, 0)) is prompt
    assert outcome(mask((prompt, tools)), (0, 0, 0, 0, 0)) is rag
    assert outcome(0, (2, 2, 2, 0, 0)) is tune
    assert outcome(0, (2, 1, 1, 2, 2)) is tools
    assert outcome(mask((tune,)), (2, 2, 2, 0, 0)) is hybrid
    assert outcome(mask((tune, hybrid)), (2, 2, 2, 0, 0)) is prompt
    assert outcome(EVERY, (0, 0, 0, 0, 0)) is None
    assert members(mask((hybrid, tools))) == (tools, hybrid)


def test_two_wishes_that_no_architecture_meets_together_do_not_cancel_each_other():
    torn = {
        "need": "behaviour", "source": "systems", "freshness": "live", "failure": ["tool_errors"], "evals": "ad_hoc",
        "latency": "under_3s", "hosting": "on_premises", "examples": "none",
    }  # fmt: skip

    assert verdict(**torn, ops=["training"]) is Architecture.TOOLS
    assert verdict(**torn, ops=["neither"]) is Architecture.TOOLS


def test_what_the_team_cannot_run_yet_is_chosen_only_where_nothing_else_passes():
    wished = {"need": "behaviour", "source": "documents", "corpus": "large", "lookup": "by_meaning"}
    needed = {**wished, "need": "facts"}

    assert verdict(**wished, ops=["search"]) is Architecture.RAG
    assert verdict(**wished, ops=["neither"]) is Architecture.PROMPT
    assert verdict(**needed, ops=["neither"]) is Architecture.RAG


def test_an_answer_to_a_question_that_does_not_apply_is_left_out():
    general = {"need": "both", "source": "model", "failure": ["too_costly"]}

    assert verdict(**general, hygiene="poor") is verdict(**general)
    assert judge(Facts.model_validate({**general, "hygiene": "poor"}), FRAMEWORK).unmet == ()


def test_no_answers_ask_for_nothing_more_than_a_prompt():
    found = decide(Facts())

    assert found.verdict is Architecture.PROMPT
    assert not found.decided
    assert found.next_question is not None


@each(
    ("facts", "expected"),
    [
        (SUPPORT, "rag"),
        (ROUTING, "fine_tune"),
        ({**SUPPORT, "corpus": "prompt_sized"}, "prompt"),
        ({**SUPPORT, "source": "systems"}, "tools"),
        ({**ROUTING, "evals": "ad_hoc"}, "prompt"),
        ({**ROUTING, "examples": "tens"}, "prompt"),
        ({**ROUTING, "labels": "inconsistent"}, "prompt"),
        ({**ROUTING, "ops": ["neither"]}, "prompt"),
        ({"need": "both", "source": "documents", "evals": "golden_set", "ops": ["search", "training"]}, "hybrid"),
        ({"need": "both", "source": "documents", "evals": "golden_set", "ops": ["search"]}, "rag"),
        ({"need": "facts", "source": "model", "check": "computed"}, "tools"),
        ({"need": "facts", "source": "documents", "corpus": "large", "lookup": "by_name"}, "tools"),
        ({"need": "facts", "source": "documents", "corpus": "large", "lookup": "whole"}, "prompt"),
        ({**ROUTING, "definition": "written", "volume": "under_1k", "examples": "hundreds"}, "prompt"),
        ({**ROUTING, "steadiness": "changing"}, "fine_tune"),
        ({**ROUTING, "per_class": "under_20"}, "prompt"),
        ({"need": "facts", "source": "documents", "failure": ["too_slow"]}, "hybrid"),
        ({"need": "behaviour", "source": "model", "model_size": "small_only", "check": "checkable"}, "fine_tune"),
        ({"need": "behaviour", "source": "model", "failure": ["format"], "examples": "none"}, "prompt"),
        ({"need": "behaviour", "source": "model", "failure": ["reasoning"], "examples": "thousands"}, "prompt"),
        ({"need": "behaviour", "hosting": "on_device", "examples": "thousands", "ops": ["training"]}, "fine_tune"),
        ({"need": "facts", "freshness": "live", "source": "model"}, "rag"),
        ({"need": "facts", "source": "documents"}, "rag"),
    ],
)
def test_a_typical_team_gets_the_verdict_that_the_framework_argues_for(facts: dict[str, object], expected: str):
    assert verdict(**facts) == expected


def test_the_defence_names_reasons_by_lens_and_one_sentence_against_each_other_architecture():
    found = decide(Facts.model_validate(SUPPORT))

    assert {(reason.fact, reason.value) for reason in found.reasons} >= {
        ("freshness", "weekly"),
        ("receipts", "regulated"),
    }
    assert [rejected.verdict for rejected in found.rejected] == ["prompt", "tools", "fine_tune", "hybrid"]
    assert all(rejected.because.endswith(".") for rejected in found.rejected)
    assert found.rejected[2].because.endswith("and there is no evaluation set to trust yet.")
    assert found.rejected[3].because.startswith("It is bigger than needed")
    assert all("https://" in reason.source or "IzTechValley" in reason.source for reason in found.reasons)


def test_missing_evaluation_comes_first_and_shuts_the_gate_before_tuning():
    gates = {gate.id: gate for gate in decide_plainly(Facts.model_validate(SUPPORT)).gates}

    assert gates["evaluation-first"].effect is Effect.COMES_FIRST
    assert gates["trusted-evaluation"].blocks == (Architecture.FINE_TUNE, Architecture.HYBRID)


def test_where_nothing_passes_the_closest_is_named_with_its_gaps():
    found = decide_plainly(Facts.model_validate({**SUPPORT, "latency": "under_300ms"}))

    assert found.verdict is Architecture.RAG
    assert not found.passes
    assert found.gaps == ("instant_answers",)


def test_a_verdict_is_told_with_everything_that_defends_it():
    found = decide(Facts.model_validate({**SUPPORT, "latency": "under_3s"}))

    assert found.decided
    assert found.confidence == 1.0
    assert found.alternatives == ()
    assert found.flips
    assert 2 <= len(found.precedents) <= 3
    assert found.next_question is None
    assert (found.rules_version, found.rules_digest) == (FRAMEWORK.version, FRAMEWORK.digest)
    assert type(found).model_validate_json(found.model_dump_json()) == found


HALVES = {"fully": 0, "partly": 1, "not": 2}


@given(complete_facts)
@examples(50)
def test_a_complete_team_gets_what_passes_and_misses_least_of_its_wishes(facts: Facts):
    found = judge(facts, FRAMEWORK)
    missed = [sum(HALVES[degrees(FRAMEWORK)[wish][place]] for wish in found.wishes) for place in range(len(ORDER))]
    passing = [place for place in range(len(ORDER)) if not found.ruled_out >> place & 1]

    assert [halves % NOT_RUN for halves in found.missed] == missed
    if found.outcome is None:
        assert passing == []
    else:
        chosen_at = ORDER.index(found.outcome)
        runnable = [place for place in passing if found.missed[place] < NOT_RUN]
        assert chosen_at == min(runnable or passing, key=lambda place: (missed[place], place))


@given(partial_facts)
@examples(50)
def test_every_set_of_facts_has_one_verdict_whatever_the_order_of_answers(facts: Facts):
    again = Facts.model_validate(dict(reversed(facts.known().items())))

    assert decide_plainly(facts) == decide_plainly(again)


@given(partial_facts)
@examples(40)
def test_no_fine_tuning_alone_for_truth_that_changes_monthly_nor_where_receipts_are_required(facts: Facts):
    moves = facts.freshness in set(VALUES["freshness"][3:])
    must_show = facts.receipts in {"required", "regulated"}

    if moves or must_show:
        assert chosen(judge(facts, FRAMEWORK), FRAMEWORK) is not Architecture.FINE_TUNE


@given(partial_facts)
@examples(40)
def test_nothing_is_tuned_without_an_evaluation_that_is_trusted(facts: Facts):
    found = judge(facts, FRAMEWORK)

    if facts.evals in {"none", "ad_hoc"}:
        assert found.outcome not in {Architecture.FINE_TUNE, Architecture.HYBRID}
        assert any(gate.id == "trusted-evaluation" for gate in found.shut)


@given(partial_facts)
@examples(20)
def test_where_no_open_answer_can_change_the_verdict_it_is_the_one_given(facts: Facts):
    possible = possibilities(facts, FRAMEWORK)
    given_verdict = decide_plainly(facts)

    assert possible.confidence_of(given_verdict.verdict, passes=given_verdict.passes) > 0
    if possible.sole is not None:
        assert given_verdict.verdict is possible.sole


@given(complete_facts, st.data())
@examples(20)
def test_forgetting_an_answer_never_breaks_the_decision(facts: Facts, data: st.DataObject):
    fact = data.draw(st.sampled_from(FACTS))

    assert decide_plainly(facts.replaced(fact, None)).verdict in Architecture


def test_every_question_can_matter():
    diagram = diagram_of(FRAMEWORK)
    tested = {diagram.order[level].fact for level in diagram.level if level < len(diagram.order)}

    assert tested == set(FACTS)


@pytest.mark.parametrize(
    ("decided", "confidence", "is_likely"),
    [(True, 1.0, True), (False, None, True), (False, 0.5, True), (False, 0.08, False)],
)
def test_a_verdict_leads_where_it_is_settled_or_half_of_the_ways_lead_there(
    decided: bool, confidence: float | None, is_likely: bool
):
    found = decide(Facts()).model_copy(update={"decided": decided, "confidence": confidence})

    assert found.is_likely is is_likely


def test_every_architecture_wins_somewhere_among_the_published_cases():
    assert {decide_plainly(case.facts).verdict for case in published_cases()} == set(Architecture)


@given(partial_facts)
@examples(20)
def test_every_rejection_is_a_sentence(facts: Facts):
    found = decide_plainly(facts)

    for rejected in found.rejected:
        assert rejected.because[0].isupper()
        assert rejected.because[-1] == "."
        assert len(rejected.because) <= 200
