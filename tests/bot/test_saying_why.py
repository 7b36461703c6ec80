"""An answer that changes the verdict may be given a reason by whoever changed it, which the record and tables have."""

import json
from typing import Any

import pytest

from bot import commands, parse
from bot.dialogue import faults
from bot.ids import Field, Modal, callback_id, fault_at, field_id
from bot.replies import Confirmed, Done, Problem, ReasonModal, Trouble, VerdictMessage
from bot.views import render, render_modal
from storage.records import Answer
from tests.bot.room import COPILOT, Room, confirm_all, reassess


def button_of(room: Room, label: str = "Note why it changed") -> list[str]:
    blocks = render(room.message("verdict")).blocks
    return [
        one["value"]
        for block in blocks
        for one in block.get("elements", ())
        if one.get("type") == "button" and one["text"]["text"] == label
    ]


@pytest.fixture
def moved(decided: Room) -> Room:
    """Ben changed how much there is, and with it the verdict."""
    decided.do(commands.RecordChange, "U2", fact="corpus", value="prompt_sized")
    decided.interview(COPILOT, "U2")
    return decided


def say(room: Room, by: str = "U2", reason: str = "We counted: 40 pages.", **fields: Any) -> None:
    room.do(commands.SayWhy, by, facts=("corpus",))
    assert isinstance(room.modal, ReasonModal)
    given = json.loads(room.modal.private)["given"]
    room.do(commands.ReasonGiven, by, reason=reason, **{"given": given, **fields})


def corpus(room: Room) -> Answer:
    return room.assessment.answers["corpus"]


def test_it_is_asked_where_an_answer_changed_the_verdict_and_nowhere_else(decided: Room):
    first = decided.message("verdict")
    assert isinstance(first, VerdictMessage)
    assert not button_of(decided)

    decided.do(commands.RecordChange, "U2", fact="corpus", value="prompt_sized")
    decided.interview(COPILOT, "U2")
    second = decided.message("verdict")
    assert second.architecture is not first.architecture
    assert button_of(decided) == [f"1|{decided.at}|corpus"]


def test_an_answer_that_leaves_the_verdict_as_it_is_asks_for_no_reason(decided: Room):
    decided.do(commands.RecordChange, "U2", fact="freshness", value="daily")
    decided.interview(COPILOT, "U2")

    assert not button_of(decided)


def test_a_later_answer_that_leaves_the_verdict_as_it_is_keeps_what_was_asked(moved: Room):
    asked = button_of(moved)
    moved.do(commands.RecordChange, "U3", fact="freshness", value="daily")
    moved.interview(COPILOT, "U3")

    assert moved.assessment.decision is not None
    assert moved.assessment.decision.facts.freshness == "daily"
    assert button_of(moved) == asked != []
    say(moved)
    assert corpus(moved).reason == "We counted: 40 pages."


def test_a_change_that_brings_the_earlier_verdict_back_asks_about_itself(moved: Room):
    moved.do(commands.RecordChange, "U3", fact="corpus", value="large")
    moved.interview(COPILOT, "U3")

    assert button_of(moved) == [f"1|{moved.at}|corpus"]
    moved.do(commands.SayWhy, "U2", facts=("corpus",))
    assert moved.told() == Problem(trouble=Trouble.NOT_YOUR_ANSWER, by="U3")


def test_a_new_version_with_the_same_verdict_asks_nothing_of_the_version_before(moved: Room):
    reassess(moved)
    confirm_all(moved)

    assert not button_of(moved)


def test_the_reason_stands_beside_the_answer_and_can_be_changed_and_taken_back(moved: Room):
    before = moved.assessment
    say(moved, reason=" We counted:\n40 pages. ")
    assert corpus(moved).reason == "We counted: 40 pages."
    assert moved.told() == Confirmed(done=Done.REASON_KEPT, name="Support copilot")
    assert moved.assessment.decision == before.decision

    moved.do(commands.SayWhy, "U2", facts=("corpus",))
    assert isinstance(moved.modal, ReasonModal)
    assert moved.modal.reason == "We counted: 40 pages."
    assert "We counted: 40 pages." in str(render_modal(moved.modal))

    say(moved, reason="   ")
    assert corpus(moved).reason is None
    assert moved.told().done is Done.NO_REASON


def test_who_did_not_change_it_hears_who_did(moved: Room):
    moved.do(commands.SayWhy, "U3", facts=("corpus",))

    assert moved.modal is None
    assert moved.told() == Problem(trouble=Trouble.NOT_YOUR_ANSWER, by="U2")
    assert "U2 changed that answer,* so U2 says why" in str(render(moved.told()).blocks)


@pytest.mark.parametrize("facts", [("nothing",), ("per_class", "model_size")])
def test_a_press_about_answers_that_are_gone_is_out_of_date(moved: Room, facts: tuple[str, ...]):
    moved.do(commands.SayWhy, "U2", facts=facts)

    assert moved.told().trouble is Trouble.OUT_OF_DATE


def test_a_reason_for_an_answer_that_was_changed_meanwhile_is_not_put_beside_another(moved: Room):
    given = {"corpus": corpus(moved).at.isoformat()}
    moved.do(commands.RecordChange, "U3", fact="corpus", value="large")
    moved.do(commands.ReasonGiven, "U2", reason="It is small.", given=given)
    assert moved.told().trouble is Trouble.OUT_OF_DATE

    moved.do(commands.RecordChange, "U2", fact="corpus", value="prompt_sized")
    moved.do(commands.ReasonGiven, "U2", reason="It is small.", given=given)
    assert moved.told().trouble is Trouble.OUT_OF_DATE
    assert corpus(moved).reason is None


def test_a_new_version_with_another_verdict_asks_as_well(decided: Room):
    reassess(decided)
    confirm_all(decided, corpus="prompt_sized")

    assert decided.message("verdict").changed_from is None
    assert button_of(decided) == [f"1|{decided.at}|corpus"]
    say(decided)
    assert corpus(decided).reason == "We counted: 40 pages."


def test_what_looks_like_a_secret_is_asked_about():
    command = commands.ReasonGiven(
        tenant={"team": "T1"}, assessment_id="a1", reason="the old key xoxb-abcdefgh-12345 leaked"
    )

    assert list(faults(command)) == [fault_at(Field.REASON)]


def submit(private: dict[str, Any]) -> commands.CommandBase | None:
    kept = {"assessment": "a1", "channel": "C1", "response_url": "", **private}
    view = {"id": "V1", "hash": "h", "callback_id": callback_id(Modal.REASON), "private_metadata": json.dumps(kept)}
    field = field_id(Field.REASON)
    view["state"] = {"values": {field: {field: {"value": "because"}}}}
    return parse.submit({"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"}, "view": view})


def test_the_modal_is_read_as_it_was_filled_in():
    command = submit({"given": {"corpus": "2026-11-22T10:00:00+00:00"}})

    assert isinstance(command, commands.ReasonGiven)
    assert (command.reason, dict(command.given)) == ("because", {"corpus": "2026-11-22T10:00:00+00:00"})


@pytest.mark.parametrize("given", [None, [], {"corpus": 7}, {"corpus": "soon"}, {"corpus": "2026-11-22T10:00:00"}])
def test_a_modal_that_does_not_say_what_it_is_about_is_out_of_date(given: Any):
    assert isinstance(submit({"given": given}), commands.OutOfDate)
