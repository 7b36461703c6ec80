"""Golden tasks as people type them: arrows, parentheses, a bar of each, "add X too", two that stand in one line."""

from rules.hearing.following.task_bars import may_be_result
from rules.hearing.following.task_lines import of_others
from rules.hearing.following.tasks import read_new, read_task, read_tasks
from rules.hearing.following.tasks_changed import read_renamed
from tests.tables import each

NAMES = ("Lost umbrella", "Group ticket")


def listed(text: str) -> list[tuple[str, str, str, str]]:
    found = read_tasks(text)
    return [(one.whose, one.asked, one.answer, one.bar) for one in found.tasks] if found else []


@each(
    ("text", "tasks"),
    [
        (
            "golden tasks: late train -> 25% back, dog on board => half fare. each 4 of 5",
            [
                ("late train", "late train", "25% back", "4 of 5"),
                ("dog on board", "dog on board", "half fare", "4 of 5"),
            ],
        ),
        (
            "golden tasks: late train -> refund, 9 of 10; wrong gate -> desk 4, 8 of 10",
            [("late train", "late train", "refund", "9 of 10"), ("wrong gate", "wrong gate", "desk 4", "8 of 10")],
        ),
        (
            "golden tasks:\nsteel bracket → 8714 99, 8714 91\nfelt hat → 6505 00 and the note\nall 9 of 10",
            [
                ("steel bracket", "steel bracket", "8714 99, 8714 91", "9 of 10"),
                ("felt hat", "felt hat", "6505 00 and the note", "9 of 10"),
            ],
        ),
        (
            "golden tasks: fees -> billing (9 of 10), leave -> HR",
            [("fees", "fees", "billing", "9 of 10"), ("leave", "leave", "HR", "")],
        ),
        (
            "golden tasks: late train -> 25% back, wrong gate, dog -> half fare",
            [
                ("late train", "late train", "25% back", ""),
                ("wrong gate", "", "", ""),
                ("dog", "dog", "half fare", ""),
            ],
        ),
    ],
)
def test_what_stands_behind_an_arrow_must_be_answered(text, tasks):
    assert listed(text) == tasks


@each(
    ("text", "names"),
    [
        ("golden tasks: refunds -> 9 of 10, fees -> 8 of 10", ["refunds", "fees"]),
        ("golden tasks: A -> B -> C", ["A -> B -> C"]),
        ("golden tasks: late train (Berlin only), wrong gate", ["late train (Berlin only)", "wrong gate"]),
    ],
)
def test_other_arrows_and_parentheses_hold_nothing(text, names):
    assert [(one[0], one[2]) for one in listed(text)] == [(name, "") for name in names]


@each("behind", [". each 9 of 10", ", each 9 of 10", ", 9 of 10 each", ". 9 of 10 for all"])
def test_a_bar_at_the_end_of_a_list_is_that_of_each(behind):
    assert [(one[0], one[3]) for one in listed(f"golden tasks: late train, wrong gate{behind}")] == [
        ("late train", "9 of 10"),
        ("wrong gate", "9 of 10"),
    ]


def test_parentheses_hold_what_is_asked_and_must_be_answered():
    assert listed(
        "golden tasks: late train (asked: my train was 70 min late, must say 25%), 9 of 10. "
        "wrong gate (must name desk 4), 4 of 5"
    ) == [("late train", "my train was 70 min late", "25%", "9 of 10"), ("wrong gate", "", "desk 4", "4 of 5")]


def added(text: str, names: tuple[str, ...] = NAMES) -> list[tuple[str, str, str, str]]:
    return [(one.whose, one.asked, one.answer, one.bar) for one in read_new(text, names)]


@each(
    ("text", "task"),
    [
        (
            "add night bus too, has to name the stop, 7 of 10 is enough there",
            ("night bus", "", "the stop", "7 of 10"),
        ),
        (
            "plus bikes: can I take one on board, must mention the rush hours. 4 of 5 would do",
            ("bikes", "can I take one on board", "the rush hours", "4 of 5"),
        ),
        ("and add lounge as well, must mention the opening hours", ("lounge", "", "the opening hours", "")),
    ],
)
def test_one_more_is_added_by_its_name(text, task):
    assert added(text) == [task]


@each(
    "text",
    [
        "add tools too",
        "add a review too, monthly",
        "add parking too, it should be quick",
        "add must say 8 euros, 4 of 5",
        "plus we have 500 requests a day",
        "plus retrieval: does it need an index, must be weekly",
        "plus it must name the source, always",
        "plus, it has to cite the page",
    ],
)
def test_what_else_is_added_is_no_task(text):
    assert added(text) == []


def test_without_a_golden_task_only_a_bar_shows_that_something_added_is_one():
    assert added("add lounge too, must mention the opening hours", ()) == []
    assert len(added("add lounge too, must mention the opening hours, 4 of 5", ())) == 1


def test_a_line_that_goes_on_about_another_one_is_cut_there():
    line = "umbrella: input is 'I left mine', answer must have the desk. for the group: '12 pupils' and 6 euros"

    one, other = of_others(line, lambda whose: "Group ticket" if "group" in whose else "")
    first, second = read_task(one, NAMES), read_task(other, NAMES)

    assert first is not None
    assert (first.asked, first.answer) == ("I left mine", "the desk")
    assert second is not None
    assert (second.whose, second.asked, second.answer) == ("Group ticket", "12 pupils", "6 euros")
    assert of_others("must say no. for the weather: sunny", lambda _: "") == ("must say no. for the weather: sunny",)


@each(
    ("text", "whose", "name"),
    [
        ("rename 'battery -> 8507 60. each' to battery", "battery -> 8507 60. each", "battery"),
        ("rename the golden task “gate to gate” to transfer", "gate to gate", "transfer"),
        ("that first one should just be called umbrella", "first one", "umbrella"),
    ],
)
def test_a_name_is_changed_in_quotation_marks_and_by_its_place(text, whose, name):
    found = read_renamed(text)

    assert found is not None
    assert (found.whose, found.name) == (whose, name)


@each("text", ["the first customer should just be called back", "that first one should be called again tomorrow"])
def test_who_is_called_back_gets_no_other_name(text):
    assert read_renamed(text) is None


@each(
    ("text", "may_be"),
    [
        ("6 of 10 for the umbrella one", True),
        ("we got 5/5 on the group ticket", True),
        ("9 of 10 is enough for the umbrella", False),
        ("we need 9 of 10 for the umbrella", False),
        ("the bar is 9 of 10 for the umbrella", False),
        ("what about 9 of 10 for the umbrella", False),
    ],
)
def test_runs_before_a_name_are_a_result_where_no_word_says_that_they_are_a_bar(text, may_be):
    assert may_be_result(text) is may_be
