"""One thing is taken off a list, after the verdict, whatever else its words may mean."""

from tests.rules.hearing.after_verdict import asked, heard
from tests.tables import each

FAILS = ("reasoning", "tool_errors")


@each(
    ("text", "left"),
    [
        ("take reasoning off the failures", ("tool_errors",)),
        ("please remove wrong reasoning from how it fails", ("tool_errors",)),
        ("drop reasoning", ("tool_errors",)),
        ("strike tool errors from the list", ("reasoning",)),
        ("no, not reasoning, only the tool call was wrong", ("tool_errors",)),
        ("no, not tool errors", ("reasoning",)),
        ("remove tool errors and reasoning from the failures", ("none_yet",)),
    ],
)
def test_what_stands_on_a_list_is_taken_off_it(text, left):
    found = heard(text, failure=FAILS)

    assert (dict(found.saves), found.is_correction, found.questions) == ({"failure": left}, True, ())


def test_what_does_not_stand_there_changes_nothing_and_what_does_is_told():
    assert asked("take tone off the failures", failure=FAILS) == [("status_of_answers", "failure")]


@each(
    "text",
    [
        "not tool errors",
        "remove the reports from the index",
        "not the tone of it",
        "drop it",
        "why not reasoning?",
        "drop retrieval",
    ],
)
def test_what_names_nothing_of_a_list_takes_nothing_off(text):
    assert "failure" not in heard(text, failure=FAILS).saves
