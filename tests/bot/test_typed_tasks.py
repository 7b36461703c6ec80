"""Golden tasks written by typing: bars, what is asked and must be answered, other names, and which ones there are."""

import pytest

from bot import commands
from bot.replies import HeardReply, TasksTold, ToldAnswer
from bot.views import render
from storage.records import GoldenTask, ItemState
from tests.bot.reviewed import FEATURE
from tests.bot.room import Room, item
from tests.bot.typed_lines import typed
from tests.tables import each


@pytest.fixture
def three(decided: Room) -> Room:
    """A decision with three golden tasks that have a name alone."""
    decided.type("golden tasks: refund window, reset password, late parcel")
    return decided


def task(room: Room, name: str) -> GoldenTask:
    return next(one for one in room.assessment.golden_tasks if one.name == name)


def bars(room: Room) -> list[str]:
    return [one.bar for one in room.assessment.golden_tasks]


def test_a_list_with_bars_is_written_down_whole(decided: Room):
    decided.type("golden tasks: refund window 9 of 10, reset password (80%), HR case 10/10")

    assert [one.name for one in decided.assessment.golden_tasks] == ["refund window", "reset password", "HR case"]
    assert bars(decided) == ["9 of 10", "80%", "10/10"]
    assert "*refund window* · bar: 9 of 10" in render(decided.told()).text


def test_what_is_asked_for_is_taken_as_it_is_typed_and_ticks_the_item_once_all_is_there(three: Room):
    three.type("late parcel: asked with an order number, must give the carrier and the eta, 9 of 10")
    three.type("refund window: user asks how long can i return a item. good answer says 30 days and links the policy")
    three.type("reset password: how do I get a new one? by the portal. 9 of 10")
    assert item(three).state is ItemState.OPEN
    three.type("refund window has to pass 4 of 5")

    assert task(three, "late parcel").must_contain == "the carrier and the eta"
    assert task(three, "refund window").input == "how long can i return a item"
    assert task(three, "refund window").bar == "4 of 5"
    assert item(three).state is ItemState.DONE


@each(
    ("text", "wanted"),
    [
        ("9 of 10 each", ["9 of 10", "9 of 10", "9 of 10"]),
        ("all of them have to pass 8/10", ["8/10", "8/10", "8/10"]),
        ("the bar for the parcel is 90%", ["", "", "90%"]),
        ("refund window must pass 9 of 10, reset password 8 of 10", ["9 of 10", "8 of 10", ""]),
        ("refund window must pass every time", ["every time", "", ""]),
    ],
)
def test_bars_are_taken_where_it_is_plain_whose_they_are(three: Room, text: str, wanted: list[str]):
    room = three.copy()
    room.type(text)
    assert bars(room) == wanted


def test_the_rest_are_those_without_a_bar(three: Room):
    three.type("refund window must pass 4 of 5")
    three.type("9 of 10 for the rest")
    assert bars(three) == ["4 of 5", "9 of 10", "9 of 10"]


@each(
    ("text", "label", "wanted"),
    [
        ("refund window 8 of 10", "Its bar", ["8 of 10", "", ""]),
        ("refund window 8 of 10, late parcel 7 of 10", "Their bars", ["8 of 10", "", "7 of 10"]),
        ("9 of 10", "Each of them", ["9 of 10", "9 of 10", "9 of 10"]),
        ("the bar is 9 of 10", "reset password", ["", "9 of 10", ""]),
        ("parcel eta has to pass 9 of 10", "late parcel", ["", "", "9 of 10"]),
    ],
)
def test_where_a_bar_may_mean_two_things_buttons_ask_and_a_press_writes_it_down(
    three: Room, text: str, label: str, wanted: list[str]
):
    room = three.copy()
    room.type(text)
    asked: HeardReply = room.told()
    assert bars(room) == ["", "", ""]
    (offered,) = [one for one in asked.tasks if one.label == label]

    room.do(commands.WriteTask, task=offered.task, typed=asked.line)
    assert bars(room) == wanted


def test_what_is_asked_without_a_name_is_the_only_empty_tasks_or_asked_about(three: Room):
    line = "user asks where it is, a good answer names the day"
    three.type(line)
    asked: HeardReply = three.told()
    assert [one.label for one in asked.tasks] == ["refund window", "reset password", "late parcel"]
    three.do(commands.WriteTask, task=asked.tasks[2].task, typed=asked.line)
    assert task(three, "late parcel").must_contain == "the day"

    three.type("refund window: Q: how long? A: 30 days")
    three.type("people ask how to log in, a good answer links the portal")
    assert task(three, "reset password").must_contain == "links the portal"


def test_a_task_that_is_gone_when_its_button_is_pressed_writes_nothing(three: Room):
    before = three.assessment
    three.do(commands.WriteTask, task="gone", typed="has to pass 9 of 10")
    three.do(commands.WriteTask, task="all", typed="purple monkey")

    assert three.assessment == before
    assert three.told().says[0] == "That golden task does not stand any more. Nothing was written down."


def test_a_long_line_is_carried_by_no_button(three: Room):
    three.type(f"user asks where {'it ' * 80}is, a good answer names the day")
    assert three.told().tasks == ()
    assert "Of which golden task is that?" in three.told().says[0]


def test_a_bar_that_cannot_be_one_is_not_written_down(three: Room):
    three.type("refund window has to pass 11 of 10")
    assert bars(three) == ["", "", ""]
    assert three.told().says[0].startswith("“11 of 10” cannot be a bar")


def test_a_new_task_is_added_whole_and_said_to_be_beside_the_others(three: Room):
    three.type("VIP case: asked by a vip, must hand over to a person, 10 of 10")
    assert task(three, "VIP case").must_contain == "hand over to a person"
    told: TasksTold = three.told()
    assert (told.count, told.added) == (4, 1)


def test_a_task_is_renamed_and_taken_off_and_the_way_back_is_said(three: Room):
    three.type("refund window has to pass 9 of 10")
    three.type("rename golden task refund window to refunds")
    assert task(three, "refunds").bar == "9 of 10"
    assert three.told().says[1] == "To undo it, type “rename refunds to refund window”."
    three.type("rename refunds to late parcel")
    assert three.told().says[0] == "Another golden task is called “late parcel” already. Nothing was renamed."

    three.type("remove refunds from the golden tasks")
    assert [one.name for one in three.assessment.golden_tasks] == ["reset password", "late parcel"]
    assert "“refunds” (bar: 9 of 10)" in three.told().says[0]
    three.type("delete the golden task unicorn")
    assert three.told().says[0].startswith("No golden task is called “unicorn”: there are “reset password”")


def test_how_many_of_them_have_to_pass_is_taken(three: Room):
    three.type("4 of 5 golden tasks have to pass")
    assert three.assessment.bar == "4 of 5"
    assert three.told().says == ("80 of 100 golden tasks have to pass from now on; it was 80 of 100.",)


@each("text", ["9 of 10 each", "the bar is 9 of 10", "4 of 5 golden tasks have to pass"])
def test_a_bar_without_golden_tasks_is_not_met_by_silence(decided: Room, text: str):
    room = decided.copy()
    turn = room.type(text)
    assert (room.assessment.answers, room.assessment.bar) == (decided.assessment.answers, decided.assessment.bar)
    assert turn.says


@pytest.mark.parametrize(
    "text",
    [
        "what are our golden tasks",
        "show the golden tasks",
        "what golden tasks do we have",
        "who is responsible for the golden tasks and where are they",
    ],
)
def test_which_golden_tasks_there_are_is_told(three: Room, text: str):
    three.type("refund window has to pass 9 of 10")
    three.type(text)

    told = three.thread[-1]
    assert isinstance(told, ToldAnswer)
    assert "refund window (9 of 10); reset password (no bar yet)" in told.says[0]
    assert ("Nobody is set as their owner" in " ".join(told.says)) == ("who" in text)
    assert "Edit golden tasks" in render(told).text


def test_in_an_open_review_runs_under_a_name_are_results():
    turn = typed("golden tasks: refund window 8 of 10, escalation 9 of 10")
    assert not turn.assessments
    assert turn.reviews
    assert typed("refund window 8 of 10").reviews
    (after,) = typed("refund window has to pass 8 of 10", FEATURE).assessments
    assert after.golden_tasks[0].bar == "8 of 10"
