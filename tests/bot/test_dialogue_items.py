"""The roadmap's items: owner, day, note and state, edited in modals by several people at once."""

import json
from typing import Any

import pytest

from bot import commands
from bot.dialogue import faults
from bot.ids import Field
from bot.replies import Done, Trouble
from bot.sandbox.blockkit import view_faults
from bot.views import render, render_modal
from storage.records import ItemState
from tests.bot.room import TENANT, Room, item


def edit(room: Room, by: str = "U1", id_: str = "log_answers", **changes: str) -> Any:
    room.do(commands.EditItem, by, item_id=id_)
    private = json.loads(room.modal.private)
    shown = tuple(private["shown"])
    modal: Any = room.modal
    fields = {"state": modal.state, "owner": modal.owner or "", "due": modal.due or "", "note": modal.note}
    return commands.ItemEdited(
        tenant=TENANT, channel="C1", actor=by, assessment_id=room.at, item_id=id_, shown=shown, **{**fields, **changes}
    )


def test_an_item_takes_owner_due_date_note_and_state(decided: Room):
    decided.run(edit(decided, owner="U2", due="2026-12-05", note="Ask support.\nThen law.", state="done"))

    found = item(decided, "log_answers")
    assert (found.owner, found.due, found.note) == ("U2", "2026-12-05", "Ask support.\nThen law.")
    assert (found.state, found.done_by) == (ItemState.DONE, "U1")
    shown = next(one for one in decided.phase("evaluation").items if one.id == "log_answers")
    assert shown.note == "Ask support.\nThen law."


def test_an_item_edited_from_a_copy_of_the_roadmap_is_told_to_be_saved(decided: Room):
    decided.run(edit(decided, owner="U2").model_copy(update={"is_copy": True}))

    assert item(decided, "log_answers").owner == "U2"
    assert "is saved. The roadmap in the thread shows it." in render(decided.told()).text


def test_an_item_edited_from_a_copy_that_can_be_reached_is_shown_there(decided: Room):
    modal = decided.do(commands.EditItem, item_id="log_answers", is_copy=True, response_url="https://hooks.slack.com/x")
    assert modal.modal is not None
    assert json.loads(modal.modal.private)["response_url"] == "https://hooks.slack.com/x"
    copied = {"is_copy": True, "response_url": "https://hooks.slack.com/x"}
    decided.run(edit(decided, owner="U2").model_copy(update=copied))

    assert decided.turns[-1].says[-1].replaces
    assert "\nU2\n" in render(decided.told()).text


def test_what_somebody_ticked_while_the_modal_stood_open_stays_ticked(decided: Room):
    command = edit(decided, owner="U2")
    decided.do(commands.MarkItem, "U3", item_id="log_answers", is_done=True)
    decided.run(command)

    found = item(decided, "log_answers")
    assert (found.state, found.done_by, found.owner) == (ItemState.DONE, "U3", "U2")


def test_a_modal_saved_without_a_change_changes_nothing(decided: Room):
    turn = decided.run(edit(decided))

    assert turn.assessments == ()
    assert decided.told().done is Done.NOTHING_CHANGED


def test_a_due_date_that_has_passed_is_saved_and_said(decided: Room):
    decided.run(edit(decided, due="2026-11-01"))

    assert item(decided, "log_answers").due == "2026-11-01"
    assert "has passed: Nov 1, 2026" in render(decided.told()).text


@pytest.mark.parametrize("due", ["2026-11-22", "2026-11-23", "2030-02-28"])
def test_today_and_later_need_no_word(decided: Room, due: str):
    before = len(decided.private)
    decided.run(edit(decided, due=due))

    assert len(decided.private) == before


def test_a_day_that_does_not_exist_is_told_at_its_field():
    command = commands.ItemEdited(tenant=TENANT, assessment_id="a1", item_id="x", state="open", due="2026-02-30")

    assert set(faults(command)) == {Field.ITEM_DUE}


@pytest.mark.parametrize("note", ["&" * 3_000, "w" * 10_000, "<!channel> `x`\n" * 200])
def test_a_note_of_any_length_is_kept_to_its_limit_and_the_message_shows_a_cut(decided: Room, note: str):
    decided.run(edit(decided, note=note))

    assert len(item(decided, "log_answers").note) <= 3_000
    message = render(decided.phase("evaluation"))
    assert len(json.dumps(message.blocks)) < 10_000
    assert "…" in message.text
    decided.do(commands.EditItem, item_id="log_answers")
    assert view_faults(render_modal(decided.modal), "modal") == []


def test_every_item_with_the_longest_note_still_fits(decided: Room):
    for found in decided.assessment.checklist:
        decided.run(edit(decided, id_=found.id, note="&" * 3_000, owner="U2", due="2026-12-05"))

    for phase in ("evaluation", "failures", "build", "watch"):
        assert len(json.dumps(render(decided.phase(phase)).blocks)) < 10_000


def test_an_item_that_is_no_longer_needed_is_told_about_and_not_edited(decided: Room):
    gone = item(decided, "log_answers").model_copy(update={"state": ItemState.OBSOLETE})
    checklist = tuple(gone if one.id == gone.id else one for one in decided.assessment.checklist)
    decided.assessments[decided.at] = decided.assessment.model_copy(update={"checklist": checklist})
    decided.do(commands.EditItem, item_id="log_answers")

    assert decided.modal is None
    assert decided.told().state is ItemState.OBSOLETE


def test_each_item_of_an_ordinary_roadmap_is_shown_whole_with_its_edit(decided: Room):
    for phase in ("evaluation", "failures", "build", "watch"):
        message = decided.phase(phase)
        text = render(message).text
        assert "more than Slack shows" not in text
        assert all(found.title in text.replace("&amp;", "&") for found in message.items)


def test_the_roadmap_of_a_name_is_shown(decided: Room):
    decided.run(commands.ShowRoadmap(tenant=TENANT, channel="C1", actor="U1", name="support copilot"))
    assert decided.told().kind == "roadmap_copy"

    decided.run(commands.ShowRoadmap(tenant=TENANT, channel="C1", actor="U1", name="Banana"))
    assert decided.told().trouble is Trouble.NO_SUCH_FEATURE
