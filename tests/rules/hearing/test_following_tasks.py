"""What a line says of golden tasks: their names, the bar of one, what is asked in it and must be answered."""

import pytest

from rules.hearing.following.tasks import TaskSaid, read_bars, read_task, read_tasks
from rules.hearing.following.tasks_changed import Removed, Renamed, ShareBar, read_removed, read_renamed, read_share_bar
from tests.rules.hearing.follows import FAILURES, PLAN, RESULTS, STEPS
from tests.tables import each

NAMES = ("parking fee", "lost badge", "where is my desk")


def names_in(*said: str) -> tuple[str, ...]:
    found = read_tasks(*said)
    return found.names if found else ()


@each(
    ("text", "names"),
    [
        ("golden tasks: parking fees, lost badges", ("parking fees", "lost badges")),
        ("We’ve picked two golden questions = sick leave; overtime.", ("sick leave", "overtime")),
        ("please note our golden tasks so far: leave", ("leave",)),
        ("these are the golden tasks:\n1. Leave, and overtime\n2) Travel", ("Leave", "overtime", "Travel")),
        ("golden tasks:\n• leave\n• travel", ("leave", "travel")),
        ("golden task: a trip of 1,000 km, 3 nights", ("a trip of 1,000 km", "3 nights")),
    ],
)
def test_golden_tasks_are_read_as_they_were_typed(text, names):
    assert names_in(text) == names


@each(
    "text",
    [
        "golden tasks: 4 of 5 passed",
        "golden tasks: 80%",
        "golden task: leave failed",
        "what are golden tasks?",
        "the golden tasks are good",
        "tasks: leave, travel",
        "golden tasks: , ;",
        "",
    ],
)
def test_results_of_golden_tasks_and_words_about_them_name_none(text):
    assert read_tasks(text) is None


def test_the_first_form_of_a_line_that_lists_golden_tasks_counts():
    assert names_in("Desk: golden tasks: leave", "golden tasks: leave") == ("leave",)
    assert names_in("golden tasks: leave\ntravel", "golden tasks: leave travel") == ("leave", "travel")
    assert read_tasks("golden task: leave failed", "golden task: leave") is None
    assert read_tasks() is None


@each(
    ("text", "bars"),
    [
        ("golden tasks: parking fee 9 of 10, lost badge 8/10, desks", ("9 of 10", "8/10", "")),
        ("golden tasks: parking fee (90%), lost badge at least 4 of 5", ("90%", "4 of 5")),
        ("our golden questions with bars: a trip of 1,000 km: 9 of 10", ("9 of 10",)),
        ("golden task: badges -> must name the form, 9 of 10", ("9 of 10",)),
    ],
)
def test_bars_that_stand_in_a_list_are_those_of_their_tasks(text, bars):
    found = read_tasks(text)
    assert found is not None
    assert tuple(task.bar for task in found.tasks) == bars


def test_a_list_of_lines_holds_whole_tasks():
    found = read_tasks(
        "golden tasks:\n1. fee: asked what it costs, must name 3 EUR, 9 of 10\n- badge: Q: lost it. A: the form"
    )
    assert found is not None
    assert found.tasks == (
        TaskSaid("fee", "9 of 10", "what it costs", "3 EUR"),
        TaskSaid("badge", "", "lost it", "the form"),
    )


@each(
    ("text", "said"),
    [
        ("parking fee has to pass 9 of 10", TaskSaid("parking fee", "9 of 10")),
        ("the parking fee must pass every time", TaskSaid("parking fee", "every time")),
        ("parking fee: at least 90%", TaskSaid("parking fee", "90%")),
        ("parking fee -> 9/10 runs", TaskSaid("parking fee", "9/10")),
        ("parking fee: 9 of 10", TaskSaid("parking fee", "9 of 10", is_plain=False)),
        ("lost badge 8 of 10 is enough", TaskSaid("lost badge", "8 of 10")),
        ("the bar for lost badge is 8 of 10", TaskSaid("lost badge", "8 of 10")),
        ("please set the bar for the golden task lost badge to 8 of 10", TaskSaid("lost badge", "8 of 10")),
        ("raise lost badge to 10 of 10", TaskSaid("lost badge", "10 of 10")),
        ("9 of 10 for lost badge", TaskSaid("lost badge", "9 of 10")),
        ("9 of 10 each", TaskSaid("", "9 of 10", is_plain=False, is_of_all=True)),
        ("all of them 9 of 10", TaskSaid("", "9 of 10", is_of_all=True)),
        ("9 of 10 for the rest", TaskSaid("", "9 of 10", is_of_all=True)),
        ("every task must pass 4 of 5", TaskSaid("", "4 of 5", is_of_all=True)),
        ("the bar is 9 of 10", TaskSaid("", "9 of 10")),
        ("9 of 10", TaskSaid("", "9 of 10", is_plain=False)),
    ],
)
def test_a_bar_is_read_with_whose_it_is_and_whether_it_could_be_a_result(text, said):
    assert read_task(text, NAMES) == said


@each(
    ("text", "asked", "answer", "bar"),
    [
        (
            "where is my desk: asked by a new one, must name floor and room, 9 of 10",
            "asked by a new one",
            "floor and room",
            "9 of 10",
        ),
        (
            "parking fee: user asks how much it is. good answer says 3 EUR and links the list",
            "how much it is",
            "3 EUR and links the list",
            "",
        ),
        (
            "parking fee: how much is it? 3 EUR, with the list. 8 of 10",
            "how much is it?",
            "3 EUR, with the list",
            "8 of 10",
        ),
        (
            "For parking fee the question is what it costs, the answer must link the list",
            "what it costs",
            "link the list",
            "",
        ),
        ("lost badge must contain the form", "", "the form", ""),
        ("lost badge: asked at night", "asked at night", "", ""),
        ("a new one - Q: who pays? A: the team (has to pass 4 of 5)", "who pays", "the team", "4 of 5"),
        ("people ask how long it takes, a good answer names two days", "how long it takes", "two days", ""),
    ],
)
def test_what_is_asked_and_what_must_be_answered_are_read_apart(text, asked, answer, bar):
    said = read_task(text, NAMES)
    assert said is not None
    assert (said.asked, said.answer, said.bar) == (asked, answer, bar)


@each(
    "text",
    [
        "parking fee passed 9 of 10",
        "parking fee failed",
        "the docs must name the source",
        "people ask weekly",
        "source: our wiki",
        "what if the parking fee must pass 9 of 10?",
        "we had 9 of 10 last month",
        "volume: 400 a day",
        "first: why not retrieval? second: what next?",
        "correction: it must show where it comes from",
        "always in flux",
        "",
        *PLAN,
        *STEPS,
        *FAILURES,
    ],
)
def test_results_and_what_is_about_something_else_say_nothing_of_a_task(text):
    assert read_task(text, NAMES) is None
    assert read_bars(text, NAMES) == ()
    assert read_tasks(text) is None


@pytest.mark.parametrize("text", RESULTS)
def test_results_are_no_bars(text: str):
    names = ("sick leave", "travel", "overtime")
    assert read_task(text, names) is None
    assert not any(one.is_plain for one in read_bars(text, names))


def test_bars_of_several_are_plain_where_one_of_them_is():
    either = read_bars("parking fee 9 of 10, lost badge 8 of 10", NAMES)
    plain = read_bars("parking fee has to pass 9 of 10 and lost badge 8 of 10", NAMES)
    assert [(one.whose, one.bar) for one in either] == [("parking fee", "9 of 10"), ("lost badge", "8 of 10")]
    assert [one.is_plain for one in (*either, *plain)] == [False, False, True, True]


@each(
    ("text", "said"),
    [
        ("rename parking fee to fees", Renamed("parking fee", "fees", is_task=False)),
        ("pls rename the golden task “parking fee” -> “fees”", Renamed("parking fee", "fees", is_task=True)),
        ("the golden task parking fee should be called Fees", Renamed("parking fee", "Fees", is_task=True)),
        ("change the name of lost badge to badges", Renamed("lost badge", "badges", is_task=False)),
        ("remove the golden task parking fee", Removed("parking fee")),
        ("take parking fee off the golden tasks, please", None),
        ("take parking fee off the golden tasks please", Removed("parking fee")),
        ("we don't need the golden task lost badge any more", Removed("lost badge")),
        ("4 of 5 golden tasks have to pass", ShareBar("4 of 5")),
        ("80% of the tasks must pass", ShareBar("80%")),
        ("drop retrieval", Removed("retrieval", is_task=False, is_in_full=True)),
        ("golden tasks have to pass", None),
    ],
)
def test_what_changes_a_task_that_stands(text, said):
    assert (read_renamed(text) or read_removed(text) or read_share_bar(text)) == said


def test_long_lines_of_repeated_words_are_read_in_no_time():
    """Words that could be shared out among repetitions would take minutes."""
    for words in ("needs to ", "all the ", "at least ", "is its bar of ", "the golden task ", "has to pass "):
        assert read_task(words * 80, NAMES) is None
        assert read_renamed(words * 80) is None
