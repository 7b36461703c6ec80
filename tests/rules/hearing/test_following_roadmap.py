"""What a line orders of one item of the roadmap, by words of its title."""

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing.following.asked import HowFar, read_asked
from rules.hearing.following.marking import Named
from rules.hearing.following.roadmap import (
    Assigned,
    Claimed,
    Owned,
    Ticked,
    names_by_number,
    read_claim,
    read_item,
    read_owner,
)
from rules.hearing.following.tasks import read_tasks
from tests.examples import examples
from tests.rules.hearing.follows import PLAN, RESULTS, ROADMAP, STEPS, TITLES
from tests.tables import each


@each(
    ("text", "said"),
    [
        ("tick the index", Ticked(1)),
        ("ok, please mark the golden tasks as done", None),
        ("ok please mark the golden tasks as done", Ticked(0)),
        ("check off opening to 10 users", None),
        ("check off open to 10 users", Ticked(3)),
        ("we’re done with the handbook index.", Ticked(1)),
        ("check the index of the handbook off", Ticked(1)),
        ("assign the index to Lea Braun by Friday", Assigned(1)),
        ("the golden task is due on Monday", Assigned(0)),
        ("due next week for the handbook", Assigned(1)),
        ("due date of the index dec 12", Assigned(1)),
        ("set the deadline for the golden tasks to Friday", Assigned(0)),
        ("@someone builds the index until June", Assigned(1)),
    ],
)
def test_an_item_is_known_by_words_of_its_title(text, said):
    assert read_item(text, TITLES) == said


@each(
    "text",
    [
        "tick the users",
        "tick the newsletter",
        "tick 20",
        "tick the roadmap",
        "done with retrieval",
        "mark that as done",
        "the index is big",
        "who builds the index?",
        "what is the due date of the index",
        "due date of the newsletter dec 12",
        "deadline for the index is tight",
        "",
    ],
)
def test_what_names_no_item_or_several_or_only_a_choice_is_left_alone(text):
    assert read_item(text, TITLES) is None


def test_retrieval_is_no_item_but_its_measuring_is():
    assert read_item("done with measuring", TITLES) is None
    assert read_item("tick measure retrieval", TITLES) == Ticked(2)


def test_without_a_roadmap_no_item_is_named():
    assert read_item("tick the index", ()) is None


def test_who_tells_a_story_works_no_item():
    assert read_item("tick the index" + " " * 300, TITLES) is None


@given(st.sampled_from(TITLES), st.sampled_from(["tick {}", "Done with {}", "mark {} as done.", "now check off {}!"]))
@examples(30)
def test_every_item_can_be_ticked_by_its_whole_title(title, form):
    assert read_item(form.format(title), TITLES) == Ticked(TITLES.index(title))


@each(("text", "is_told"), [(text, True) for text in ROADMAP] + [(text, False) for text in PLAN + STEPS + RESULTS])
def test_what_is_said_of_something_else_that_follows_says_nothing_of_the_roadmap(text, is_told):
    assert bool(read_item(text, TITLES) or read_tasks(text)) == is_told


@each(
    ("text", "owned"),
    [
        ("I'll take the baseline", Owned((0,), is_self=True)),
        ("ben owns the baseline", Owned((0,), is_self=False)),
        ("assign the baseline to @ben", Owned((0,), is_self=False)),
        ("taking the baseline, due fri", Owned((0,), is_self=True, has_day=True)),
        ("I take over the baseline, she has enough to do", Owned((0,), is_self=True)),
        ("i'm doing the baseline by Friday because Ana is away", Owned((0,), is_self=True, has_day=True)),
        ("taking the baseline and the log is done", None),
        ("nobody owns the baseline", None),
        ("I'll take the baseline and the log", None),
        ("the lunch is mine", None),
        ("I'll take the baseline " * 20, None),
    ],
)
def test_an_item_is_somebodys_where_one_is_named(text, owned):
    named = [Named("baseline", "Measure the best prompt, as a baseline"), Named("log", "Log every answer")]
    assert read_owner(text, named) == owned


def test_items_that_are_named_by_a_number_or_all_at_once_are_known_as_such():
    assert all(map(names_by_number, ("tick 3", "check off step 2", "everything is done")))
    assert not any(map(names_by_number, ("tick the baseline", "3 of 5 done")))


def test_who_does_what_is_asked_of_the_whole_roadmap():
    assert read_asked("who does what on the roadmap?", []) == HowFar(asks_who=True)


@each(
    ("text", "claim"),
    [
        ("taking the training gate, due fri", Claimed("training gate", ())),
        ("I'll take over the answers archive by Monday, Ana is away", Claimed("answers archive", (1,))),
        ("I take the answer sheet", Claimed("answer sheet", (1,))),
        ("taking the baseline, due fri", None),
        ("i take your point", None),
        ("I take the train", None),
        ("we take the answer", None),
    ],
)
def test_who_takes_what_no_item_goes_by_is_known_to_take_something(text, claim):
    named = [Named("baseline", "Measure the best prompt, as a baseline"), Named("log", "Log every answer")]
    assert read_claim(text, named) == claim
