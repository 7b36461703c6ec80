"""A golden task told in one flow: its name, what is asked and what must be answered, with the bar of the last."""

from rules.hearing.following.task_words import SAME_BAR, in_figures
from rules.hearing.following.tasks import read_new, read_task, read_tasks
from rules.hearing.following.tasks_changed import read_renamed
from tests.tables import each

NAMES = ("Late return",)


def new(text: str) -> list[tuple[str, str, str, str]]:
    line = in_figures(text)
    listed = read_tasks(line)
    told = listed.tasks if listed else read_new(line, NAMES)
    return [(one.whose, one.asked, one.answer, one.bar) for one in told]


@each(
    ("text", "task"),
    [
        (
            "golden task: Frost, ask what we do below zero, has to say cover it and cite the plan, 4 out of 5",
            ("Frost", "what we do below zero", "cover it and cite the plan", "4 out of 5"),
        ),
        (
            "golden task Fine: what does a late day cost? 15 euro with the fee list, 9 of 10",
            ("Fine", "what does a late day cost?", "15 euro with the fee list", "9 of 10"),
        ),
        ("golden task: which glue? hide glue, 4 of 5", ("which glue", "which glue?", "hide glue", "4 of 5")),
        (
            "golden task: name Ivory, the question is 'may I sell it', good answer contains a permit, must be 5 of 5",
            ("Ivory", "may I sell it", "a permit", "5 of 5"),
        ),
        (
            "add a golden task: Ice wine, user asks when to harvest -> below -7 degrees, 3 of 4",
            ("Ice wine", "when to harvest", "below -7 degrees", "3 of 4"),
        ),
        (
            "golden task, VAT, question: when is it due, answer: the 10th, pass 5 of 5",
            ("VAT", "when is it due", "the 10th", "5 of 5"),
        ),
        ("golden task: VAT | when is it due | the 10th | 5/5", ("VAT", "when is it due", "the 10th", "5/5")),
        ("golden task VAT - when is it due? - the 10th - 5 of 5", ("VAT", "when is it due?", "the 10th", "5 of 5")),
        (
            "golden task: Nuts. If someone asks for them it has to say which dishes. 10 of 10",
            ("Nuts", "If someone asks for them", "which dishes", "10 of 10"),
        ),
        (
            "golden task called Chain: the customer asks who pays, the answer has to be we do, 8 of 10",
            ("Chain", "who pays", "we do", "8 of 10"),
        ),
        ("gt4 neck -> none; 3/3", ("neck", "neck", "none", "3/3")),
        ("golden task Late return two: who pays? we do", ("Late return two", "who pays?", "we do", "")),
    ],
)
def test_its_name_stands_before_what_is_asked(text, task):
    assert new(text) == [task]


@each(
    "text",
    [
        "and another one, same bar: who may ride? -> adults",
        "next golden task, same bar as the last: who may ride? adults",
        "one more, bar as before: who may ride? has to say adults",
        "one more golden task with the same bar: who may ride? adults",
        "another one like that: who may ride, must say adults, same bar",
    ],
)
def test_one_more_has_the_bar_of_the_last(text):
    ((_, asked, answer, bar),) = new(text)
    assert (asked.rstrip("?"), answer, bar) == ("who may ride", "adults", SAME_BAR)


def test_several_stand_in_one_line_each_with_its_arrow():
    assert new("gt1: 'red light' -> code 14; 9/10. gt2 pump -> code 7; 10/10") == [
        ("red light", "red light", "code 14", "9/10"),
        ("pump", "pump", "code 7", "10/10"),
    ]
    assert new("golden tasks: Bridge: which glue? hide glue, 4 of 5; Neck: which screw? none, 5 of 5") == [
        ("Bridge", "which glue?", "hide glue", "4 of 5"),
        ("Neck", "which screw?", "none", "5 of 5"),
    ]


@each(
    "text",
    [
        "another question: what does it cost? I heard 15 euro",
        "another thing, same as before: who pays for it?",
        "and another one: what happens if prices change daily? we rebuild the index",
        "same bar as always: the Red Lion on Friday",
        "one more: Ben asked who pays, I have to say we do",
        "the next one: on Friday we show it to 3 of 5 teams",
        "another one, same bar please",
        "gt1 9/10, gt2 5/10",
        "gt is short for what?",
    ],
)
def test_what_only_begins_like_one_more_is_none(text):
    assert new(text) == []


def test_names_in_a_list_with_two_questions_stay_names():
    assert [one[0] for one in new("golden tasks: where is my desk? who pays?")] == ["where is my desk? who pays?"]


def test_a_name_that_goes_on_is_another_one():
    told = read_task("Late return abroad: asked who pays, must say we do", NAMES)
    assert told is not None
    assert told.whose == "Late return abroad"
    told = read_task("late return bar: 9 of 10", NAMES)
    assert told is not None
    assert told.whose.casefold() == "late return"


@each(
    ("text", "whose", "bar"),
    [
        ("the return task passes only with 8/8", "return", "8/8"),
        ("return passes only if it is 8 of 8", "return", "8 of 8"),
        ("For the return I think 8 of 8 is better, is serious", "return", "8 of 8"),
    ],
)
def test_a_bar_is_said_as_what_is_better_or_alone_passes(text, whose, bar):
    told = read_task(text, NAMES)
    assert told is not None
    assert (told.whose, told.bar) == (whose, bar)


@each(
    ("text", "name"),
    [("rename that to fines", "fines"), ("name that task Fines", "Fines"), ("call it late fee", "late fee")],
)
def test_the_last_one_gets_another_name(text, name):
    renamed = read_renamed(text)
    assert renamed is not None
    assert (renamed.is_last, renamed.name) == (True, name)


@each("text", ["call it a day", "call it off", "call that back by Friday"])
def test_what_calls_nothing_by_a_name(text):
    assert read_renamed(text) is None
