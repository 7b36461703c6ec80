"""Each fault, planted in the shipped rulebook, is found and told.

That the shipped rulebook has none is tested by `ftrag rules check` (tests/bot/test_cli.py): the proofs over all its
answer sets and the search for idle rows take seconds, and so are made once.
"""

from dataclasses import replace

import pytest

from rules import FRAMEWORK
from rules.audit import Fault, Kind, faults, idle_rows, notes, summary
from rules.audit_tables import LONGEST_CLAIM
from rules.conditions import Is, Not, both, has
from rules.framework import Architecture, Degree, DeliveryRow, Demand, Effect, Lens, PrerequisiteRow, Strength

ROW = next(row for row in FRAMEWORK.demand_rows if not row.explains)
GATE = FRAMEWORK.prerequisite_rows[0]
DELIVERY = FRAMEWORK.delivery_rows[0]
DEMAND = FRAMEWORK.demands[0]
QUESTION = FRAMEWORK.questions[0]


def found(*, thorough=False, **tables):
    """(Kind, where) of every fault once these tables are changed."""
    return {(fault.kind, fault.where) for fault in faults(replace(FRAMEWORK, **tables), thorough=thorough)}


def idle(**tables):
    """The idle rows once these tables are changed; all that the thorough search finds beside the proofs."""
    told = list(idle_rows(replace(FRAMEWORK, **tables)))
    assert all(fault.kind is Kind.IDLE for fault in told)
    return {fault.where for fault in told}


def rows(*added, without=()):
    return {"demand_rows": (*(row for row in FRAMEWORK.demand_rows if row.id not in without), *added)}


def gates(*added):
    return {"prerequisite_rows": (*FRAMEWORK.prerequisite_rows, *added)}


def test_a_fault_reads_as_one_sentence():
    fault = Fault(Kind.NO_SOURCE, "my-row", "it names no source")

    assert str(fault) == "missing source: my-row: it names no source"


def test_options_that_no_row_tells_apart_are_worth_a_note():
    assert "volume: nothing tells under_1m and over_1m apart" in notes(FRAMEWORK)


@pytest.mark.parametrize(
    ("tables", "where"),
    [
        (rows(ROW), ROW.id),
        (rows(replace(ROW, id=GATE.id)), GATE.id),
        (gates(GATE), GATE.id),
        ({"demands": (*FRAMEWORK.demands, DEMAND)}, DEMAND.id),
        ({"sources": (*FRAMEWORK.sources, FRAMEWORK.sources[0])}, FRAMEWORK.sources[0].id),
        ({"questions": (*FRAMEWORK.questions, QUESTION)}, QUESTION.fact),
        (
            {"delivery_rows": (*FRAMEWORK.delivery_rows, DELIVERY)},
            f"{DELIVERY.demand} by {DELIVERY.architecture}",
        ),
    ],
    ids=["demand row", "row and prerequisite", "prerequisite", "demand", "source", "question", "delivery"],
)
def test_an_id_that_two_rows_have(tables, where):
    assert (Kind.DUPLICATE, where) in found(**tables)


@pytest.mark.parametrize("sources", [(), ("F99",)], ids=["none", "unknown"])
def test_a_row_without_a_source_that_exists(sources):
    added = replace(ROW, id="mine", sources=sources)
    gate = replace(GATE, id="mine", sources=sources)
    delivery = replace(DELIVERY, sources=sources)

    assert (Kind.NO_SOURCE, "mine") in found(**rows(added))
    assert (Kind.NO_SOURCE, "mine") in found(**gates(gate))
    assert (Kind.NO_SOURCE, f"{DELIVERY.demand} by {DELIVERY.architecture}") in found(
        delivery_rows=(delivery, *FRAMEWORK.delivery_rows[1:])
    )


@pytest.mark.parametrize("claim", ["", "  ", "x" * (LONGEST_CLAIM + 1)], ids=["none", "blank", "long"])
def test_a_claim_that_cannot_be_read_at_a_glance(claim):
    assert (Kind.TOO_LONG, "mine") in found(**rows(replace(ROW, id="mine", claim=claim)))


def test_a_label_that_no_button_takes():
    option = replace(QUESTION.options[0], label="x" * 76)
    question = replace(QUESTION, options=(option, *QUESTION.options[1:]))

    assert (Kind.TOO_LONG, QUESTION.fact) in found(questions=(question, *FRAMEWORK.questions[1:]))


@pytest.mark.parametrize(
    "condition",
    [Is("weather", frozenset({"rain"})), Not(Is("freshness", frozenset({"hourly"})))],
    ids=["fact", "value"],
)
def test_a_condition_with_an_unknown_fact_or_value(condition):
    assert (Kind.UNKNOWN_WORD, "mine") in found(**rows(replace(ROW, id="mine", when=condition)))
    assert (Kind.UNKNOWN_WORD, "mine") in found(**gates(replace(GATE, id="mine", needs=condition)))


def test_a_row_for_a_demand_that_does_not_exist():
    assert (Kind.UNKNOWN_WORD, "mine") in found(**rows(replace(ROW, id="mine", demand="speed")))
    assert (Kind.UNKNOWN_WORD, "speed by prompt") in found(
        delivery_rows=(*FRAMEWORK.delivery_rows, DeliveryRow("speed", Architecture.PROMPT, Degree.NOT, "No.", ("F1",)))
    )


def test_a_prerequisite_of_nothing():
    assert (Kind.UNKNOWN_WORD, "mine") in found(**gates(replace(GATE, id="mine", architectures=())))


def test_a_demand_that_one_architecture_says_nothing_about():
    assert (Kind.NO_DELIVERY, DELIVERY.demand) in found(delivery_rows=FRAMEWORK.delivery_rows[1:])


def new_demand(degree):
    demand = Demand("speed", Lens.OPERATIONS, "Speed", "Answers come fast.")
    deliveries = tuple(DeliveryRow("speed", each, degree, "It does not.", ("F6",)) for each in Architecture)
    return {
        "demands": (*FRAMEWORK.demands, demand),
        "delivery_rows": (*FRAMEWORK.delivery_rows, *deliveries),
    }


def test_a_demand_that_nobody_delivers():
    raised = replace(ROW, id="mine", demand="speed", strength=Strength.SHOULD)

    assert found(**new_demand(Degree.NOT), **rows(raised)) == {(Kind.UNDELIVERED, "speed")}


def test_a_demand_that_nobody_raises():
    assert found(**new_demand(Degree.FULLY)) == {(Kind.UNRAISED, "speed")}


@pytest.mark.parametrize(
    "question",
    [
        replace(QUESTION, options=QUESTION.options[1:]),
        replace(QUESTION, options=QUESTION.options[::-1]),
        replace(QUESTION, is_list=True),
    ],
    ids=["option missing", "options out of order", "one value or several"],
)
def test_a_question_that_does_not_fit_its_fact(question):
    assert (Kind.QUESTION, QUESTION.fact) in found(questions=(question, *FRAMEWORK.questions[1:]))


def test_a_fact_that_nobody_asks_for_and_a_question_for_no_fact():
    assert found(questions=FRAMEWORK.questions[1:]) == {(Kind.QUESTION, QUESTION.fact)}
    stray = replace(QUESTION, fact="weather")
    assert (Kind.QUESTION, "weather") in found(questions=(*FRAMEWORK.questions, stray))


def test_an_option_that_nobody_reads(monkeypatch):
    for table in ("EVALUATION_STEPS", "BUILD_STEPS", "WATCH_STEPS", "GOLDEN_TASKS", "CONTRADICTIONS", "BUCKETS"):
        monkeypatch.setattr(f"rules.audit_tables.{table}", ())
    kept = [row for row in FRAMEWORK.demand_rows if "tool_errors" not in str(row.when)]

    unread = {fault.where for fault in faults(replace(FRAMEWORK, demand_rows=tuple(kept))) if fault.kind is Kind.UNREAD}

    assert "failure tool_errors" in unread


def test_a_row_that_can_never_hold():
    never = both(has("freshness", "daily"), has("freshness", "weekly"))

    assert (Kind.UNREACHABLE, "mine") in found(**rows(replace(ROW, id="mine", when=never)))
    assert (Kind.UNREACHABLE, "mine") in found(**gates(replace(GATE, id="mine", needs=never)))


def test_a_prerequisite_that_is_always_met():
    always = has("access", "everyone", "per_user")

    assert (Kind.UNREACHABLE, "mine") in found(**gates(replace(GATE, id="mine", needs=always)))


def test_an_architecture_that_can_never_win():
    gate = PrerequisiteRow(
        "mine", (Architecture.TOOLS,), has("hosting", "on_device"), Effect.RULES_OUT, "Only there.", ("F6",)
    )
    keeps_out = replace(gate, id="mine-too", needs=has("hosting", "any_api"))

    assert (Kind.NEVER_WINS, "tools") in found(**gates(gate, keeps_out))


def test_a_question_that_never_matters():
    unread = tuple(
        replace(row, when=has("failure", "too_costly")) if "volume" in row.when.mentions() else row
        for row in FRAMEWORK.demand_rows
    )

    assert (Kind.NEVER_MATTERS, "volume") in found(demand_rows=unread)


def test_a_property_that_some_answer_set_breaks():
    gates_left = tuple(row for row in FRAMEWORK.prerequisite_rows if row.id != "trusted-evaluation")

    found_faults = faults(replace(FRAMEWORK, prerequisite_rows=gates_left), thorough=False)

    told = [str(fault) for fault in found_faults if fault.kind is Kind.PROPERTY]
    assert len(told) == 1
    assert "does not hold for need " in told[0]


def test_a_row_that_changes_nothing():
    again = replace(ROW, id="mine")

    assert "mine" in idle(**rows(again))


def test_a_row_that_changes_nothing_may_say_that_it_explains():
    again = replace(ROW, id="mine", explains=True)

    assert idle(**rows(again)) == set()


def test_a_row_that_is_said_to_explain_but_decides():
    deciding = next(row for row in FRAMEWORK.demand_rows if row.id == "must-show-sources")
    explains = replace(deciding, explains=True)

    assert idle(**rows(explains, without={deciding.id})) == {deciding.id}


def test_a_prerequisite_that_rules_out_what_is_ruled_out_already():
    gate = next(row for row in FRAMEWORK.prerequisite_rows if row.effect is Effect.RULES_OUT)
    again = replace(gate, id="mine")

    assert "mine" in idle(**gates(again))
    first = replace(again, effect=Effect.COMES_FIRST)
    assert "mine" not in idle(**gates(first))


def test_what_the_rows_decide_is_looked_at_only_once_the_tables_are_right():
    kinds = {kind for kind, _ in found(**rows(ROW), thorough=True)}

    assert kinds == {Kind.DUPLICATE}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("format-fails", "6 rows, 0 nodes; 9 of 9 properties proven over all "),
        ("own-boundary", "6 rows, 3 nodes; 6 of 9 properties proven over all "),
    ],
)
def test_a_rulebook_is_summed_up_by_its_size_and_what_is_proven_of_it(row, told):
    """Without prerequisites, what trains for its own boundary may do so blindly, for facts that change, or unshown."""
    (only,) = (each for each in FRAMEWORK.demand_rows if each.id == row)
    deliveries = tuple(each for each in FRAMEWORK.delivery_rows if each.demand == only.demand)
    few = replace(FRAMEWORK, demand_rows=(only,), delivery_rows=deliveries, prerequisite_rows=())

    assert summary(few).startswith(told)
