"""Golden tasks that stand, called in short or by their place, are changed by typing; other words leave them alone."""

import pytest

from bot.replies import HeardReply
from storage.records import GoldenTask
from tests.bot.room import Room
from tests.tables import each

BERTH, LOCK, RADIO = "Berth for a boat over 12 m", "Lock", "Radio channel"


@pytest.fixture
def harbor(decided: Room) -> Room:
    """A decision with three golden tasks, each with what it asks, what must be answered and its bar."""
    room = decided.copy()
    room.type(f"golden task: {BERTH}, asked: where do I moor, must contain: pier C and the fee, bar 4 of 5")
    room.type(f"golden task: {LOCK}, asked: when does it open, must contain: call the keeper, bar: always")
    room.type(f"golden task: {RADIO}, asked: which channel, must contain: 12, bar 9 of 10")
    return room


def tasks(room: Room) -> dict[str, GoldenTask]:
    return {task.name: task for task in room.assessment.golden_tasks}


def typing(harbor: Room, text: str) -> Room:
    room = harbor.copy()
    room.type(text)
    return room


@each(
    ("text", "name", "changed"),
    [
        ("bar for the berth: 3 of 5", BERTH, {"bar": "3 of 5"}),
        ("change lock's bar to 5 of 5", LOCK, {"bar": "5 of 5"}),
        ("third one has to pass 8 of 10", RADIO, {"bar": "8 of 10"}),
        ("the berth answer must contain pier D", BERTH, {"must_contain": "pier D"}),
        ("sorry, the radio one has to say channel 12 or 14", RADIO, {"must_contain": "channel 12 or 14"}),
        (
            "that keeper thing: lock must mention the keeper and the tide",
            LOCK,
            {"must_contain": "the keeper and the tide"},
        ),
        ("lock should also name the tide", LOCK, {"must_contain": "call the keeper, the tide"}),
        (
            "no - the bar of the berth one is 5 of 5, it should contain the fee",
            BERTH,
            {"bar": "5 of 5", "must_contain": "the fee"},
        ),
        (
            "the second one is now: when does the bridge lift? must contain call the bridge",
            LOCK,
            {"input": "when does the bridge lift", "must_contain": "call the bridge"},
        ),
        ("drop the fee part", BERTH, {"must_contain": "pier C"}),
        ("remove the bit about the fee from the berth one", BERTH, {"must_contain": "pier C"}),
    ],
)
def test_what_is_said_of_a_task_in_short_changes_it_alone(harbor, text, name, changed):
    before, after = tasks(harbor), tasks(typing(harbor, text))
    assert after == before | {name: before[name].model_copy(update=changed)}


@each(
    ("text", "gone"),
    [
        ("remove the one about the radio channel, nobody asks it", RADIO),
        ("delete golden task Lock, the harbor master dropped it", LOCK),
        ("drop the third golden task", RADIO),
        ("take off the first golden task because it never fails", BERTH),
    ],
)
def test_a_task_is_taken_off_by_its_place_or_with_the_reason_behind_it(harbor, text, gone):
    assert tasks(harbor).keys() - tasks(typing(harbor, text)).keys() == {gone}


@each(
    "text",
    [
        "the answer must contain sources",
        "skippers must name their boat",
        "our permit must name the owner",
        "the first one is now ready, it must say so",
        "the first one is now done",
        "delete the third paragraph",
        "drop the third",
        "remove the second one",
        "drop the permit part",
        "drop the fee part of the third",
        "remove the one about the crane, nobody asks it",
        "what if the lock answer must contain the tide?",
        "add task: paint the pier",
        "add task: Ana must say hello to Ben",
        "rename the pier to quay, and its bar 5 of 5",
    ],
)
def test_other_words_about_what_must_be_or_goes_leave_the_tasks_alone(harbor, text):
    assert tasks(typing(harbor, text)) == tasks(harbor)


def test_a_new_name_and_a_bar_in_one_line_are_both_taken_and_undone_together(harbor):
    room = typing(harbor, "rename lock to lock at night, and its bar 5 of 5")
    assert tasks(room)["lock at night"].bar == "5 of 5"
    assert room.told().says[0] == "“Lock” is called “lock at night” now, and its bar is 5 of 5."
    room.type("undo")
    assert tasks(room) == tasks(harbor)


def test_a_name_that_a_task_has_already_is_no_new_name(harbor):
    room = typing(harbor, "rename lock at night to Lock")
    told = room.told()
    assert isinstance(told, HeardReply)
    assert told.says == (
        "“Lock” is called so already, and no golden task is called “lock at night”.",
        "Nothing was renamed.",
    )


def test_the_only_thing_that_must_be_answered_is_not_dropped(harbor):
    room = typing(harbor, "drop the keeper part")
    assert tasks(room) == tasks(harbor)
    assert room.told().says == (
        "“call the keeper” is all that “Lock” must contain. Nothing was changed.",
        "To take the task off, type “remove golden task Lock”.",
    )
    room.type("remove golden task Lock")
    assert LOCK not in tasks(room)


@each(
    ("text", "name", "held"),
    [
        (
            "add task: tides: when is low water?; must name the hour; 90%",
            "tides",
            ("when is low water?", "the hour", "90%"),
        ),
        ("golden task: fuel at night, must name the pump, 4 of 5 right", "fuel at night", ("", "the pump", "4 of 5")),
        (
            "golden tasks: fuel | where is diesel? | pier A | 4 of 5; ice | is there ice? | no | always",
            "ice",
            ("is there ice?", "no", "always"),
        ),
        ("golden tasks: fog -> must name the horn; ice -> must say no. bar 8 of 10 each", "ice", ("", "no", "8 of 10")),
    ],
)
def test_rows_bars_for_each_and_a_task_that_is_added_are_taken_whole(harbor, text, name, held):
    task = tasks(typing(harbor, text))[name]
    assert (task.input, task.must_contain, task.bar) == held
