"""Golden tasks taken back by typing: the last save undone by whoever saved, one taken off by a short name."""

from datetime import timedelta

import pytest

from bot import commands
from bot.replies import HeardReply
from storage.records import ItemState
from tests.bot.room import Room, item
from tests.tables import each

THREE = (
    "golden tasks: 1) when is breakfast, must say 7 to 10 2) is parking free, must say no "
    "3) who pays the tax, must say the guest. Each 9 of 10"
)


@pytest.fixture
def three(decided: Room) -> Room:
    """A decision with three whole golden tasks, written down in one line."""
    decided.type(THREE)
    return decided


def names(room: Room) -> list[str]:
    return [one.name for one in room.assessment.golden_tasks]


def test_a_line_of_several_writes_each_down_whole_and_ticks_the_item(three: Room):
    assert [(one.name, one.input, one.must_contain, one.bar) for one in three.assessment.golden_tasks] == [
        ("when is breakfast", "when is breakfast", "7 to 10", "9 of 10"),
        ("is parking free", "is parking free", "no", "9 of 10"),
        ("who pays the tax", "who pays the tax", "the guest", "9 of 10"),
    ]
    assert item(three).state is ItemState.DONE
    assert three.told().without_content == ()


@each("text", ["undo", "no, delete that", "Wrong. Three tasks, not one. delete that", "take it back please"])
def test_the_last_save_is_undone_with_the_tick_that_came_of_it(three: Room, text: str):
    room = three.copy()
    room.type(text)

    assert names(room) == []
    assert item(room).state is ItemState.OPEN
    assert room.told().says[0].startswith("Taken back: “when is breakfast” is no golden task any more, ")
    assert room.told().says[1] == "None stands now."


def test_whatever_was_changed_stands_as_before(three: Room):
    before = three.assessment.golden_tasks
    for text, told in (
        ("make breakfast 8 of 10 instead", "“when is breakfast” stands as before (asked: when is breakfast, must "),
        ("rename golden task is parking free to parking", "“parking” is called “is parking free” again"),
        ("drop the breakfast task", "“when is breakfast” is a golden task again"),
        ("4 of 5 golden tasks have to pass", "80 of 100 have to pass again"),
    ):
        three.type(text)
        assert (three.assessment.golden_tasks, three.assessment.bar) != (before, "")
        three.type("undo")
        assert (three.assessment.golden_tasks, three.assessment.bar) == (before, "")
        assert told in three.told().says[0]
    assert item(three).state is ItemState.DONE


def test_only_the_last_save_is_undone_and_only_by_whoever_saved(three: Room):
    three.type("undo", by="U2")
    assert len(names(three)) == 3
    three.type("delete that", by="U2")
    assert len(names(three)) == 3

    three.type("the baseline is done")
    three.type("undo")
    assert (len(names(three)), item(three, "baseline").state) == (3, ItemState.OPEN)
    three.type("undo")
    assert names(three) == []
    three.type("undo")
    assert three.told().says[0] == "Nothing was taken back: what was changed last is no answer."


def test_an_answer_or_a_failure_since_is_what_is_taken_back_first(three: Room):
    three.do(commands.RecordChange, fact="volume", value="under_1k")
    three.type("undo")
    assert (len(names(three)), "volume" in three.assessment.answers) == (3, False)


def test_delete_that_means_what_was_saved_just_now(three: Room):
    three.now += timedelta(minutes=20)
    three.type("no, delete that")
    assert len(names(three)) == 3
    three.type("undo")
    assert names(three) == []


def test_how_one_is_parted_into_two_is_said(decided: Room):
    decided.type("golden task: breakfast and parking, must say 7 to 10 and no")
    decided.type("that's two tasks, not one")
    assert decided.told().says[0] == "To have two, type “delete that”, and then each in a line of its own."
    assert len(names(decided)) == 1


@each(
    ("text", "left"),
    [
        ("drop the breakfast task", ["is parking free", "who pays the tax"]),
        ("remove the last task", ["when is breakfast", "is parking free"]),
        ("the tax one can go", ["when is breakfast", "is parking free"]),
        ("we no longer need the parking task", ["when is breakfast", "who pays the tax"]),
        ("the tax task was a mistake, delete it", ["when is breakfast", "is parking free"]),
        ("remove is parking free again", ["when is breakfast", "who pays the tax"]),
        ("drop parking", ["when is breakfast", "is parking free", "who pays the tax"]),
        ("remove the hallucinations one", ["when is breakfast", "is parking free", "who pays the tax"]),
    ],
)
def test_one_is_taken_off_by_a_short_name_where_the_line_says_that_it_is_a_task(three: Room, text: str, left):
    room = three.copy()
    room.type(text)
    assert names(room) == left


def test_a_task_that_does_not_stand_is_named_and_those_that_do(three: Room):
    three.type("drop the unicorn task")
    assert three.told().says[0].startswith("No golden task is called “unicorn”: there are “when is breakfast”, ")


def test_a_new_task_beside_a_bar_takes_both_and_the_bar_is_of_the_one_that_lacks_it(three: Room):
    three.type("golden task: late checkout, must contain the fee")
    assert three.told().without_question == ("late checkout",)
    three.type("told you already! say nine out of ten, and the dogs one should be perfect: are dogs ok, must say yes")
    assert [(one.name, one.bar) for one in three.assessment.golden_tasks[3:]] == [
        ("late checkout", "9 out of 10"),
        ("dogs", "perfect"),
    ]
    three.type("say 8 of 10, and another task: is the sauna mixed, must say on Mondays")
    assert len(names(three)) == 5


@each("text", ["what tasks have i got now", "list my tasks please", "how many tasks do we have"])
def test_tasks_are_listed_where_golden_tasks_stand(three: Room, text: str):
    three.type(text)
    assert "3 golden tasks are written down: when is breakfast (9 of 10)" in three.thread[-1].says[0]


def test_results_of_several_by_short_names_are_no_bars_and_wait_for_a_review(three: Room):
    for text in (
        "we have today run it, breakfast was 8 of 10 and parking 10 from 10",
        "results: breakfast 8/10; parking 9/10; tax 10/10",
        "the parking task got nine of ten",
        "parking went 9 of 10",
    ):
        before = three.assessment
        three.type(text)
        told: HeardReply = three.told()
        assert three.assessment == before
        assert told.says[0].startswith("That is a result of ")
        assert told.can_plan


def test_one_more_has_the_bar_of_the_last_saved_and_that_one_is_renamed_and_undone(three: Room):
    three.type("make parking 7 of 8")
    three.type("and another one, same bar: who has the key? -> the porter")
    assert [(one.name, one.bar) for one in three.assessment.golden_tasks[3:]] == [("who has the key", "7 of 8")]

    three.type("rename that to key")
    assert names(three)[3:] == ["key"]
    three.type("undo")
    assert names(three)[3:] == ["who has the key"]
    three.type("rename that to key", by="U2")
    assert names(three)[3:] == ["who has the key"]


def test_the_last_one_gets_no_other_name_once_it_is_long_ago(three: Room):
    three.now += timedelta(hours=1)
    three.type("rename that to key")
    assert "key" not in names(three)
