"""Short changes of a plan that stands: another hour or day with the reason behind it, another owner, back again."""

from rules.hearing.following.plan import may_say, read_plan
from rules.hearing.following.planned import Planned, Wished
from rules.hearing.following.planned_words import Owner
from tests.tables import each


@each(
    ("text", "plan"),
    [
        ("eh make that 2pm, the team is out in the morning", Planned(time="14:00")),
        ("hm make it 9:30, the plumbers start early", Planned(time="09:30")),
        ("make that the 5th, the 1st is new year", Planned("day:5")),
        ("put it back to the first monday", Planned("nth:1:0")),
        ("mixed up - first tuesday, 11am", Planned("nth:1:1", "11:00")),
        ("oh sorry, wrong day - last friday please", Planned("nth:-1:4")),
        ("sorry I meant 11:30", Planned(time="11:30")),
        ("no, second monday", Planned("nth:2:0")),
        ("better at 3pm", Planned(time="15:00")),
        ("ugh no, keep me as owner", Planned(owner=Owner.SELF)),
        ("I stay the owner", Planned(owner=Owner.SELF)),
        ("hand it to Nora", Planned(owner=Owner.NAMED, name="Nora")),
        ("swap the owner: Nora", Planned(owner=Owner.NAMED, name="Nora")),
        ("change the owner to Nora", Planned(owner=Owner.NAMED, name="Nora")),
        ("Nora does it from now on, im on leave", Planned(owner=Owner.NAMED, name="Nora")),
        ("Nora runs it from next month on", Planned(owner=Owner.NAMED, name="Nora")),
        ("undo the move", Wished()),
    ],
)
def test_a_short_change_of_the_plan_is_read_where_it_can_be_the_reviews(text, plan):
    assert read_plan(text, knows_it=True) == plan
    assert may_say(text)


@each(
    "text",
    [
        "make it weekly",
        "set it to daily",
        "make it faster",
        "make that 20 questions a day",
        "make it two seconds, users wait",
        "no, daily",
        "no, within 2h",
        "no, the first answer is wrong",
        "no, 9 of 10",
        "sorry I meant tens",
        "I meant the old prompt at 2pm",
        "hand it to support when it is unsure",
        "give it to the customer",
        "Nora does it by hand",
        "we make it at 2pm in the kitchen",
        "make that 2pm, or else the prices change",
        "make that 2pm?, the team is out",
    ],
)
def test_what_may_be_another_thing_changes_no_plan(text):
    assert not isinstance(read_plan(text, knows_it=True), Planned) or read_plan(text, knows_it=True) == Wished("")


@each("text", ["make that 2pm, the team is out", "no, second monday", "hand it to Nora", "swap the owner: Nora"])
def test_none_of_them_is_read_where_it_may_be_something_else(text):
    assert read_plan(text, knows_it=False) is None
