"""Several golden tasks in one line, and one more beside those that stand: cut apart, each with what belongs to it."""

from rules.hearing.following.task_contents import TaskSaid
from rules.hearing.following.task_words import in_figures
from rules.hearing.following.tasks import read_bars, read_new, read_task, read_tasks
from rules.hearing.following.tasks_changed import parts_one, takes_back
from tests.rules.hearing.follows import FAILURES, PLAN, RESULTS, ROADMAP, STEPS
from tests.tables import each

NAMES = ("Late checkout", "Lost key")


def said(one: TaskSaid) -> tuple[str, str, str, str]:
    return one.whose, one.asked, one.answer, one.bar


def new(text: str) -> list[tuple[str, str, str, str]]:
    line = in_figures(text)
    listed = read_tasks(line)
    return [said(one) for one in (listed.tasks if listed else read_new(line, NAMES))]


BREAKFAST = ("when is breakfast", "when is breakfast", "7 to 10", "9 of 10")


@each(
    ("text", "tasks"),
    [
        (
            "golden tasks: (1) when is breakfast, must say 7 to 10, 9 of 10; (2) lost key, must name the desk, 8 of 10",
            [BREAKFAST, ("lost key", "", "the desk", "8 of 10")],
        ),
        (
            "two golden tasks: a) when is breakfast? must say 7 to 10 b) is parking free? must say no. Both 9 of 10",
            [BREAKFAST, ("is parking free", "is parking free", "no", "9 of 10")],
        ),
        (
            "golden tasks: when is breakfast, must say 7 to 10; is parking free, must say no; 9 of 10 each",
            [BREAKFAST, ("is parking free", "is parking free", "no", "9 of 10")],
        ),
        (
            "golden task Pool: until when? must say 21:00, 10 of 10; golden task Sauna: who may? must say 16, 9 of 10",
            [
                ("Pool", "until when", "21:00", "10 of 10"),
                ("Sauna", "who may", "16", "9 of 10"),
            ],
        ),
        (
            "golden tasks:\n1. when is breakfast, must say 7 to 10\n   9 of 10\n2. Pool\nQ: until when?\nA: nine",
            [BREAKFAST, ("Pool", "until when", "nine", "")],
        ),
        (
            "golden tasks for us: 1) when is breakfast, must say 7 to 10, 9 of 10 2) is parking free, must say no",
            [BREAKFAST, ("is parking free", "is parking free", "no", "")],
        ),
        (
            "golden tasks are two: first, when is breakfast, must say 7 to 10; second, is parking free? must say no",
            [(*BREAKFAST[:3], ""), ("is parking free", "is parking free", "no", "")],
        ),
        ("golden task number 3: late return, must name 15 euro", [("late return", "", "15 euro", "")]),
        ("golden tasks: Pool: asked until when, Sauna", [("Pool", "until when", "", ""), ("Sauna", "", "", "")]),
        (
            "golden task one: the price of a family ticket, must contain 48 euro. golden task two: dogs, must say no",
            [
                ("the price of a family ticket", "the price of a family ticket", "48 euro", ""),
                ("dogs", "", "no", ""),
            ],
        ),
    ],
)
def test_several_tasks_of_one_line_are_cut_apart_each_with_its_own(text, tasks):
    assert new(text) == tasks


@each(
    ("text", "task"),
    [
        (
            "golden task: guest wants a room with a cot, must name the fee and the size, 19 of 20, the owner insists",
            ("guest wants a room with a cot", "guest wants a room with a cot", "the fee and the size", "19 of 20"),
        ),
        ("golden task: minibar, must contain the price list", ("minibar", "", "the price list", "")),
        (
            "new task: guest asks if pets are allowed. Answer must have: the fee, a polite tone. 18 of 20",
            ("pets are allowed", "if pets are allowed", "the fee, a polite tone", "18 of 20"),
        ),
        (
            "and one for the shuttle: when does the last one leave, must say 23:10, 10 of 10",
            ("shuttle", "when does the last one leave", "23:10", "10 of 10"),
        ),
        (
            "and a third for the gym, when is it open, must say 6 to 22",
            ("gym", "when is it open", "6 to 22", ""),
        ),
        (
            "ok another golden task please; what must I do without a key, must name the desk",
            ("what must I do without a key", "what must I do without a key", "the desk", ""),
        ),
        ("next task: visitor parking -> must link the form", ("visitor parking", "", "link the form", "")),
        (
            "golden task: the bike one should be perfect: who may rent one -> must ask for an id",
            ("the bike", "who may rent one", "ask for an id", "perfect"),
        ),
    ],
)
def test_what_must_be_answered_is_none_of_the_name_and_a_question_names_itself(text, task):
    assert new(text) == [task]


@each("text", ["no, delete that", "Two tasks, not one. drop them please", "that task was a test, scrap it"])
def test_what_was_saved_just_now_is_wanted_back(text):
    assert takes_back(text)
    assert not parts_one(text)


@each("text", ["delete the decision", "two tasks a day, not one", "drop retrieval", "forget it all, what next?"])
def test_what_takes_nothing_back(text):
    assert not takes_back(text)
    assert not parts_one(text)


def test_one_is_said_to_be_several():
    assert parts_one("no, those are two golden tasks, not one")


def test_what_stands_beside_a_new_task_is_told_of_one_that_stands_and_a_remark_is_passed_over():
    told = read_new(
        "I told you that already! say 9 of 10, and the spa one: asked who may go in, must say adults", NAMES
    )
    assert [(one.is_new, *said(one)) for one in told] == [
        (False, "", "", "", "9 of 10"),
        (True, "spa", "who may go in", "adults", ""),
    ]
    told = read_new("here we go. another task: who pays the tax, must say the guest", NAMES)
    assert [one.whose for one in told] == ["who pays the tax"]


@each(
    "text",
    [
        "another task for you: tell me why RAG",
        "new task: tidy the docs, should take a week",
        "next task: the index must be built by Friday",
        "we have three tasks for the team, must be done by May",
        "our second task is harder",
        "another question: how long does it take?",
        "and one for you: why not RAG?",
        "one more thing: answers must name the source",
        "the answer must cite its source and needs to be under 2 seconds",
        "1. answers must be short 2. they must be polite",
        "something else entirely 12. another task: who pays, must say us",
        *PLAN,
        *STEPS,
        *FAILURES,
        *RESULTS,
        *ROADMAP[:4],
    ],
)
def test_other_work_and_other_lines_are_no_new_task(text):
    assert read_new(text, NAMES) == ()


@each(
    ("text", "whose", "bar"),
    [
        ("checkout task bar 9 of 10", "checkout", "9 of 10"),
        ("checkout bar: 10 of 10", "checkout", "10 of 10"),
        ("put the bar of the checkout one down to 19 of 20, the owner insists", "checkout", "19 of 20"),
        ("the bar of the key should go up to ten out of ten", "the key", "10 out of 10"),
        ("please make checkout 9 of 10 instead", "checkout", "9 of 10"),
        ("lower the key to 7 of 10 because it is new", "the key", "7 of 10"),
        ("let's do 17 out of 20 for the key one", "key", "17 out of 20"),
        ("the key only needs 8 from 10", "key", "8 of 10"),
        ("Lost key should have a bar of 9 of 10", "Lost key", "9 of 10"),
        ("I want the checkout one at eight of ten", "checkout", "8 of 10"),
        ("no, make it 9 of 10 instead", "", "9 of 10"),
        ("say nine out of ten", "", "9 out of 10"),
        ("checkout must be perfect", "checkout", "perfect"),
    ],
)
def test_a_bar_is_read_however_it_is_said(text, whose, bar):
    told = read_task(in_figures(text), NAMES)
    assert told is not None
    assert (told.whose.removeprefix("the "), told.bar, told.is_plain) == (whose.removeprefix("the "), bar, True)


@each(
    "text",
    [
        "we have run it today, checkout was 8 of 10",
        "make 3 of 10 answers shorter",
        "we take 3 of 10 users in the pilot",
        "say hello to Ben",
        "make it 2 of 3 documents",
        "set the review to the 9th of March",
    ],
)
def test_what_counts_something_else_is_no_bar(text):
    assert read_task(in_figures(text), NAMES) is None
    assert read_bars(in_figures(text), NAMES) == ()


@each(
    ("text", "figures"),
    [
        ("nine out of ten", "9 out of 10"),
        ("10 from 10 and Two of Three", "10 of 10 and 2 of 3"),
        ("9 of 10", "9 of 10"),
        ("nine in ten, 9 in 10", "9 of 10, 9 in 10"),
        ("ten of nine, 10 from 9", "ten of nine, 10 from 9"),
        ("one of the guests", "one of the guests"),
        ("1 from 1.5", "1 from 1.5"),
    ],
)
def test_runs_are_told_in_words_or_figures(text, figures):
    assert in_figures(text) == figures


def test_long_lines_of_repeated_words_are_cut_in_no_time():
    for words in ("golden task: ", "and one for ", "must say, ", "1. ", "9 of 10 each ", "another more task "):
        read_tasks(words * 80)
        read_new(words * 80, NAMES)
        read_task(words * 80, NAMES)
