"""After the verdict: the modals that show it whole, compare it, and lead to its rows and precedents."""

from typing import Any

import pytest

from bot import commands
from bot.dialogue import Recalled, comparing, faults
from bot.ids import Field
from bot.replies import Trouble
from bot.views import render
from rules import FRAMEWORK
from rules.framework import Architecture
from tests.bot.room import CHANNEL, TENANT, Room
from tests.tables import each


def test_show_more_holds_the_whole_verdict_and_every_answer(decided: Room):
    decided.do(commands.ShowMore)
    modal: Any = decided.modal

    assert modal.kind == "more_modal"
    assert {said.fact for said in modal.answers} == set(decided.assessment.answers)
    assert len(modal.answers) + len(modal.unanswered) == len(FRAMEWORK.questions)


def test_compare_shows_every_demand_with_how_far_each_architecture_delivers_it(decided: Room):
    decided.do(commands.Compare)
    table: Any = decided.told()

    assert table.kind == "compare"
    assert table.demands
    assert all(len(demand.degrees) == 5 for demand in table.demands)
    assert decided.modal is None


def test_why_each_delivers_so_far_stands_behind_the_table(decided: Room):
    decided.do(commands.CompareInFull)
    modal: Any = decided.modal

    assert modal.kind == "compare_modal"
    assert all(len(demand.degrees) == 5 and len(demand.claims) == 5 for demand in modal.demands)


def test_compare_of_a_what_if_shows_both_verdicts(decided: Room):
    decided.do(commands.Compare, fact="corpus", value="prompt_sized")
    table: Any = decided.told()
    decided.do(commands.CompareInFull, fact=table.fact, value=table.value)
    modal: Any = decided.modal

    for shown in (table, modal):
        assert shown.then is not None
        assert shown.what_if.startswith(FRAMEWORK.by_fact["corpus"].topic)


@pytest.mark.parametrize("kind", [commands.Compare, commands.CompareInFull])
@pytest.mark.parametrize("supposed", [{"fact": "corpus", "value": "gone"}, {"fact": "gone", "value": "x"}])
def test_compare_with_an_answer_that_there_is_not_says_so(
    decided: Room, kind: type[commands.CommandBase], supposed: dict[str, str]
):
    decided.do(kind, **supposed)

    assert decided.told().trouble is Trouble.NO_SUCH_ANSWER
    assert decided.modal is None


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        ("compare rag and fine-tuning", ["rag", "fine_tune"]),
        ("compare", []),
        ("compare all five", []),
    ],
)
def test_a_typed_comparison_stands_in_the_thread_with_the_architectures_that_were_named(
    decided: Room, typed: str, columns: list[str]
):
    decided.type(typed)
    table: Any = decided.thread[-1]

    assert table.kind == "compare"
    assert list(table.columns) == columns
    assert table.asked_by
    head = next(block for block in render(table).blocks if block["type"] == "data_table")["rows"][0]
    assert len(head) == 1 + (len(columns) or 5)


def test_one_architecture_is_compared_with_the_verdict_and_the_verdict_with_all(decided: Room):
    decision = decided.assessment.decision
    assert decision is not None
    recalled = Recalled(now=decided.now, framework=FRAMEWORK, new_id="x")
    chosen = decision.verdict.verdict

    beside = comparing.answer(decided.assessment, decision, recalled, (Architecture.PROMPT,))
    itself = comparing.answer(decided.assessment, decision, recalled, (chosen,))

    assert beside.columns == (Architecture.PROMPT, chosen)
    assert itself.columns == ()


@pytest.mark.parametrize(
    ("kind", "modal"), [(commands.ShowPrecedents, "precedents_modal"), (commands.ShowRows, "rows_modal")]
)
def test_precedents_and_rows_open(decided: Room, kind: type[commands.CommandBase], modal: str):
    decided.do(kind)

    assert decided.modal is not None
    assert decided.modal.kind == modal


def test_the_rows_behind_one_why_not(decided: Room):
    decided.do(commands.ShowRows, architecture="fine_tune")
    modal: Any = decided.modal

    assert modal.why_not.architecture == "fine_tune"


@each("kind", [commands.ShowMore, commands.Compare, commands.ShowPrecedents, commands.AskQuestion])
def test_what_needs_a_verdict_says_so_before_there_is_one(kind: type[commands.CommandBase]):
    room = Room()
    room.start()
    room.do(kind)

    assert room.told().trouble is Trouble.NOT_DECIDED


def test_a_modals_field_is_checked_before_it_closes():
    about = {"tenant": TENANT, "actor": "U1"}

    assert faults(commands.StartAssessment(**about, channel=CHANNEL, name="x")) == {}
    assert set(faults(commands.StartAssessment(**about, channel=CHANNEL, name=" \u200b"))) == {Field.NAME}
    assert set(faults(commands.StartAssessment(**about, channel=CHANNEL, name="x" * 301))) == {Field.NAME}
    assert set(faults(commands.StartAssessment(**about, channel="", name="x"))) == {Field.CHANNEL}
    assert set(faults(commands.QuestionAsked(**about, assessment_id="a", text="\u202e"))) == {Field.QUESTION}
    assert faults(commands.ShowHelp(**about)) == {}
