"""What a line changes about a golden task that stands: called in short, its bar with its answer, a part that goes."""

from rules.hearing.following.plan import names_plan
from rules.hearing.following.task_contents import TaskSaid
from rules.hearing.following.tasks import read_amended, read_task, read_tasks
from rules.hearing.following.tasks_changed import (
    Dropped,
    Removed,
    Renamed,
    is_part,
    read_dropped,
    read_removed,
    read_renamed,
)
from tests.tables import each

NAMES = ("Lost badge at night", "Parking fee", "customer wants a desk")


@each(
    ("text", "said"),
    [
        ("the badge one must name the desk officer", TaskSaid("badge", answer="the desk officer")),
        ("parking has to say 4 euros", TaskSaid("parking", answer="4 euros")),
        ("sorry, parking fee should also mention the zone", TaskSaid("parking fee", answer="the zone", is_more=True)),
        ("no - the bar of parking is 4 of 5, it must say the zone", TaskSaid("parking", "4 of 5", answer="the zone")),
        (
            "the second one is now: where do I pay? must name the machine",
            TaskSaid("second", asked="where do I pay", answer="the machine", is_anew=True),
        ),
    ],
)
def test_a_task_called_in_short_is_changed(text, said):
    assert read_amended(text, NAMES) == said


@each(
    "text",
    [
        "the bot must name its source",
        "customer must say their name",
        "badges must contain a chip",
        "the bar is 4 of 5, it must say the zone",
        "what if parking must name the zone?",
        "the second one is now: nicer",
        "the badge one must name .",
        "parking costs 4 euros",
    ],
)
def test_what_must_be_said_of_something_else_changes_no_task(text):
    assert read_amended(text, NAMES) is None


def test_a_bar_may_be_told_as_a_heading_and_whose_it_is_in_any_order():
    assert read_task("bar for parking: 3 of 5", NAMES) == TaskSaid("parking", "3 of 5")
    assert read_task("change parking's bar to 3 of 5", NAMES) == TaskSaid("parking", "3 of 5")


def test_rows_of_a_table_are_tasks_of_their_own():
    found = read_tasks("golden tasks: desk | where is it? | room 4 | 4 of 5; lamp | who fixes it? | Ana | always")
    assert found is not None
    assert [(one.whose, one.asked, one.answer, one.bar) for one in found.tasks] == [
        ("desk", "where is it?", "room 4", "4 of 5"),
        ("lamp", "who fixes it?", "Ana", "always"),
    ]


@each(
    ("text", "dropped"),
    [
        ("drop the zone part", Dropped("zone", "")),
        ("please remove the bit about the fee from the parking one", Dropped("the fee", "the parking one")),
        ("drop the zone", None),
        ("the zone part is fine", None),
        ("drop the zone part " + "x" * 250, None),
    ],
)
def test_a_part_of_an_answer_goes_where_it_is_called_one(text, dropped):
    assert read_dropped(text) == dropped


def test_words_name_a_part_where_all_of_them_stand_in_it():
    assert is_part("the zone", "name the zone")
    assert not is_part("the zone", "name a zone")
    assert not is_part("", "name")


def test_a_reason_behind_a_task_that_goes_is_told_apart():
    whole = Removed("parking, nobody asks it", short="parking")
    assert read_removed("remove golden task parking, nobody asks it") == whole
    assert read_removed("take off the first golden task because it never fails") == Removed("first")
    assert read_removed("remove the one about parking") == Removed("parking", is_task=False)
    assert read_removed("parking is full, nobody asks it") is None


def test_a_new_name_may_bring_a_bar():
    assert read_renamed("rename parking to car park, and its bar 5 of 5") == Renamed(
        "parking", "car park", is_task=False, bar="5 of 5"
    )
    plain = Renamed("parking", "car park and bar 5 of 5 north", is_task=False)
    assert read_renamed("rename parking to car park and bar 5 of 5 north") == plain


@each("text", ["keep me as owner", "undo the move", "mixed up, first tuesday 11am", "Lea takes over the reviews"])
def test_words_of_the_plan_alone_are_known_as_such(text):
    assert names_plan(text)


@each("text", ["undo that", "every first tuesday", "we own it", "it moves 11 times"])
def test_words_that_may_be_an_answer_are_not(text):
    assert not names_plan(text)
