"""Golden tasks: suggested, typed and pasted, edited in modals by several people at once."""

import json
from typing import Any

import pytest

from bot import commands
from bot.commands import TaskTyped
from bot.dialogue import faults
from bot.ids import Field, fault_at
from bot.replies import Done, Trouble
from bot.sandbox.blockkit import view_faults
from bot.views import render, render_modal
from rules.wilson import SO_FEW
from storage.records import ItemState
from tests.bot.room import TENANT, Room, item


def typed(*names: str, start: int = 1) -> tuple[TaskTyped, ...]:
    return tuple(
        TaskTyped(id=f"new{at}", name=name, input="In", must_contain="This", bar="9 of 10 runs")
        for at, name in enumerate(names, start)
    )


def save(room: Room, *tasks: TaskTyped, by: str = "U1", pasted: str = "") -> Any:
    return room.do(commands.TasksSaved, by, tasks=tasks, pasted=pasted)


def test_three_to_five_tasks_are_suggested_from_the_facts_each_with_all_four_parts(decided: Room):
    decided.do(commands.EditTasks)
    modal: Any = decided.modal

    assert 3 <= len(modal.rows) <= 5
    assert all(row.name_hint and row.input_hint and row.content_hint and row.bar for row in modal.rows)
    assert not any(row.name or row.input or row.must_contain for row in modal.rows)
    assert modal.is_suggested
    assert "An answer that must name its source" in {row.name_hint for row in modal.rows}


def test_the_form_saved_unread_stores_no_example_and_says_so(decided: Room):
    decided.do(commands.EditTasks)
    modal: Any = decided.modal
    rows = tuple(TaskTyped(**row.model_dump(include=set(TaskTyped.model_fields))) for row in modal.rows)
    assert faults(commands.TasksSaved(tenant=TENANT, assessment_id=decided.at, tasks=rows)) == {}

    save(decided, *rows)

    assert decided.assessment.golden_tasks == ()
    assert item(decided).state is ItemState.OPEN
    assert "Nothing of your own stood in the form" in render(decided.told()).text


def test_saved_tasks_stand_on_the_roadmap_and_tick_its_item(decided: Room):
    save(decided, *typed("Refund window", "Contract lookup", "Escalation"), by="U2")

    assert decided.told().count == 3
    message = decided.phase("evaluation")
    assert [task.name for task in message.tasks] == ["Refund window", "Contract lookup", "Escalation"]
    assert (item(decided).state, item(decided).done_by) == (ItemState.DONE, "U2")
    text = render(decided.told()).text
    assert "Refund window · 9 of 10 runs" in text
    assert "Edit golden tasks" in text


def test_tasks_without_a_bar_are_saved_and_named_and_leave_the_item_open(decided: Room):
    save(decided, *typed("Refund window", "Contract lookup"), pasted="Escalation\nHandover")

    assert len(decided.assessment.golden_tasks) == 4
    assert "2 of them have no bar yet: how many runs have to pass." in render(decided.told()).text
    assert item(decided).state is ItemState.OPEN


def test_where_no_task_has_a_bar_it_is_said_of_all_and_not_of_so_many_of_as_many(decided: Room):
    save(decided, pasted="Refund window\nContract lookup\nEscalation")
    assert "None of them has a bar yet: how many" in render(decided.told()).text


def test_what_comes_next_is_what_the_tasks_lack_that_stand_already(decided: Room):
    decided.do(commands.ShowRoadmapHere)
    whole, bare = (
        typed("Refund window", "Contract lookup"),
        TaskTyped(id="new9", name="Fee", input="In", must_contain="X"),
    )
    steps: list[tuple[tuple[TaskTyped, ...], str, str, str]] = [
        (whole[:1], "", "two more golden tasks", "One stands; three to five are enough."),
        (whole, "", "one more golden task", "Two stand; three to five are enough."),
        (whole, "Escalation\nHandover", "complete the golden tasks", "2 of 4 lack a real input or what"),
        ((*whole, bare), "", "complete the golden tasks", "1 of 3 has no bar yet."),
    ]
    for tasks, pasted, title, lacks in steps:
        room = decided.copy()
        save(room, *tasks, pasted=pasted)
        room.type("what should we do first?")

        assert f"*Next:* {title}." in render(room.message("roadmap")).text
        assert f"First: {title}. {lacks}" in render(room.thread[-1]).text
        room.do(commands.RecordChange, fact="volume", value="under_1k")
        assert f"*First:* {title}. {lacks}" in render(room.message("verdict")).text
    save(decided, *whole, *typed("Escalation", start=3))
    assert "golden" not in render(decided.message("roadmap")).text.partition("*Next:*")[2].partition("\n")[0]


def test_gray_words_are_nobodys_content_and_three_renamed_suggestions_are_asked_for_theirs(decided: Room):
    decided.do(commands.EditTasks)
    modal: Any = decided.modal
    rows = [
        TaskTyped(id=row.id, name=f"Ours {at}", input=row.input_hint, must_contain=row.content_hint, bar=row.bar)
        for at, row in enumerate(modal.rows[:3])
    ]
    save(decided, *rows)

    assert {(task.input, task.must_contain) for task in decided.assessment.golden_tasks} == {("", "")}
    assert decided.told().without_content == ("Ours 0", "Ours 1", "Ours 2")
    assert "What is asked in “Ours 0”, “Ours 1” and “Ours 2”" in render(decided.told()).text
    assert item(decided).state is ItemState.OPEN


def test_the_share_that_has_to_pass_is_set_with_the_tasks_shown_and_used(decided: Room):
    tasks = typed("Refund window", "Contract lookup", "Escalation")
    decided.do(commands.TasksSaved, tasks=tasks, bar="3 of 4")

    assert decided.assessment.bar == "3 of 4"
    decided.do(commands.OpenPhase, "U9", phase="evaluation")
    assert "75 of 100 have to pass" in render(decided.told()).text
    decided.do(commands.EditTasks)
    again: Any = decided.modal
    assert again.bar == "3 of 4"
    decided.do(commands.AddTask, tasks=tasks, bar="2 of")
    assert again.model_copy(update={"bar": "2 of"}).bar == decided.modal.bar
    said = {"tenant": TENANT, "assessment_id": decided.at, "tasks": tasks}
    assert faults(commands.TasksSaved(**said, bar="most")).keys() == {Field.TASKS_BAR}
    assert faults(commands.TasksSaved(**said, bar="80 %")) == {}


@pytest.mark.parametrize("number", [1, 2, 6, 20])
def test_fewer_or_more_are_allowed_with_one_sentence_why_three_to_five(decided: Room, number: int):
    save(decided, *typed(*(f"Task {at}" for at in range(number))))

    assert len(decided.assessment.golden_tasks) == number
    told = render(decided.told()).text
    assert "Three to five are enough: so few show what breaks, not how often" in told
    assert "show what breaks, not how often" in SO_FEW  # as the review says it
    assert (item(decided).state is ItemState.DONE) == (number >= 3)


def test_the_teams_own_tasks_come_back_and_keep_their_ids_when_edited(decided: Room):
    save(decided, *typed("Refund window", "Contract lookup", "Escalation"))
    decided.do(commands.EditTasks)
    modal: Any = decided.modal
    before = decided.assessment.golden_tasks
    assert [row.id for row in modal.rows] == [task.id for task in before]
    assert not modal.is_suggested

    rows = [TaskTyped(**row.model_dump()) for row in modal.rows]
    save(decided, rows[2], rows[0].model_copy(update={"name": "Refunds"}), rows[1].model_copy(update={"name": " "}))

    after = decided.assessment.golden_tasks
    assert [(task.id, task.name) for task in after] == [(before[0].id, "Refunds"), (before[2].id, "Escalation")]


def test_what_somebody_else_added_meanwhile_stays(decided: Room):
    save(decided, *typed("Refund window", "Contract lookup", "Escalation"), by="U1")
    save(decided, *typed("Refund window", "Handover"), by="U2")

    assert [task.name for task in decided.assessment.golden_tasks] == [
        "Refund window", "Contract lookup", "Escalation", "Handover",
    ]  # fmt: skip


def test_add_another_keeps_what_was_typed_and_stops_at_twenty(decided: Room):
    decided.do(commands.AddTask, tasks=typed("Refund window", "Half typ"))
    modal: Any = decided.modal

    assert [(row.id, row.name) for row in modal.rows] == [("new1", "Refund window"), ("new2", "Half typ"), ("new3", "")]
    assert modal.replaces

    decided.do(commands.AddTask, tasks=typed(*(f"Task {at}" for at in range(19))))
    full: Any = decided.modal
    assert (len(full.rows), full.can_add) == (20, False)
    assert view_faults(render_modal(full), "modal") == []


def test_200_pasted_tasks_get_one_sentence_and_save_nothing(decided: Room):
    command = commands.TasksSaved(
        tenant=TENANT, assessment_id=decided.at, tasks=typed("Refund window"), pasted="\n".join(map(str, range(200)))
    )

    assert faults(command) == {
        Field.TASKS_PASTED: "That would make 201 golden tasks, and 20 fit. Nothing is saved yet. "
        "Keep the three to five that stand for success."
    }
    decided.run(command.model_copy(update={"channel": "C1", "actor": "U1"}))
    assert decided.told().trouble is Trouble.TOO_MANY_TASKS
    assert decided.assessment.golden_tasks == ()


def test_pasted_names_become_tasks_one_a_line(decided: Room):
    save(decided, pasted="Refund window\n\n  Contract lookup\u202e \r\nEscalation")

    assert [task.name for task in decided.assessment.golden_tasks] == ["Refund window", "Contract lookup", "Escalation"]


def test_a_pasted_name_that_stands_already_changes_nothing_written_under_it(decided: Room):
    save(decided, *typed("Refund window"))
    before = decided.assessment.golden_tasks
    save(decided, pasted="Refund window\nEscalation\nescalation")

    assert decided.assessment.golden_tasks[:1] == before
    assert [task.name for task in decided.assessment.golden_tasks] == ["Refund window", "escalation"]


def test_a_new_task_may_take_the_name_that_another_one_just_gave_up(decided: Room):
    save(decided, *typed("Refund window"))
    (old,) = decided.assessment.golden_tasks
    save(decided, TaskTyped(id=old.id, name="Refunds"), TaskTyped(id="new1", name="Refund window"))

    assert [task.name for task in decided.assessment.golden_tasks] == ["Refunds", "Refund window"]
    assert decided.assessment.golden_tasks[0].id == old.id


def test_two_of_one_name_and_text_without_a_name_are_told_at_their_fields():
    said = {"tenant": TENANT, "assessment_id": "a1"}
    twice = commands.TasksSaved(**said, tasks=typed("Refund window", "refund WINDOW"))
    nameless = commands.TasksSaved(**said, tasks=typed("Refund window", ""))

    assert set(faults(twice)) == {fault_at(Field.TASK_NAME, "new2")}
    assert set(faults(nameless)) == {fault_at(Field.TASK_NAME, "new2")}
    assert faults(commands.TasksSaved(**said, tasks=(TaskTyped(id="new1"), TaskTyped(id="t1", input="x")))) == {}


def test_saving_the_same_again_changes_nothing(decided: Room):
    save(decided, *typed("Refund window", "Contract lookup", "Escalation"))
    turn = save(decided, *typed("Refund window", "Contract lookup", "Escalation"))

    assert turn.assessments == ()
    assert decided.told().done is Done.NOTHING_CHANGED


def test_clearing_every_suggestion_says_that_there_are_none_yet(decided: Room):
    save(decided, TaskTyped(id="new1"))

    assert decided.told().count == 0
    assert decided.assessment.golden_tasks == ()


def test_hostile_task_names_fit_and_ping_nobody(decided: Room):
    save(decided, *typed(*(f"{at} <!here> {'&' * 3_000}" for at in range(20))))

    shown = render(decided.phase("evaluation"))
    assert len(json.dumps(shown.blocks)) < 10_000
    assert "<!here>" not in shown.text
