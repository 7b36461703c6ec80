"""What the numbers of a line are for a result of golden tasks."""

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing.following.results import Numbers, names_file, read_numbers
from tests.examples import examples
from tests.rules.hearing.follows import PLAN, RESULTS, ROADMAP, STEPS
from tests.tables import each


@each("text", [*RESULTS, "sick leave: 8/10", "4 out of 5 for travel", "17 OF 20", "travel ran 3of4 times"])
def test_how_many_of_how_many_are_runs(text):
    assert read_numbers(text) == Numbers(has_runs=True)


@each(
    "text",
    [
        "80%",
        "we are at 80 percent",
        "about 92.5% passed",
        "It was at 75% of the runs.",
        "Got 60 % of them correct!",
    ],
)
def test_a_share_alone_is_no_runs(text):
    assert read_numbers(text).is_share
    assert not read_numbers(text).has_runs


@each("text", ["sick leave 80%", "80% of users have it", "80", "8 of 10 is 80%"])
def test_what_a_share_is_of_makes_it_another_thing(text):
    assert not read_numbers(text).is_share


@each(
    ("text", "has_others"),
    [
        ("leave 8 of 10", False),
        ("leave 8 of 10, travel 4/5", False),
        ("leave 8 of 10, 3 of them invented", True),
        ("leave 8 of 10 with v2", True),
        ("travel failed 3 times", True),
        ("8 of 10000 and 8 of 100000", True),
    ],
)
def test_numbers_beside_the_runs_are_told_from_them(text, has_others):
    assert read_numbers(text).has_others == has_others


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from([" of ", "/", " out of ", " / "]))
@examples(40)
def test_runs_of_every_size_are_runs(passed, ran, between):
    assert read_numbers(f"leave: {passed}{between}{ran} passed") == Numbers(has_runs=True)


@given(st.text(st.characters(exclude_categories=["Nd"])))
@examples(40)
def test_without_a_number_there_is_nothing(text):
    assert read_numbers(text) == Numbers()


@each("text", PLAN + STEPS + ROADMAP)
def test_what_is_said_of_something_else_that_follows_is_no_result(text):
    numbers = read_numbers(text)

    assert not numbers.has_runs
    assert not numbers.is_share


@each(
    ("text", "names"), [("last night's run", True), ("weekly run", True), ("junit results.", True), ("weekly", False)]
)
def test_words_that_only_name_a_file_of_results_are_known(text: str, names: bool):
    assert names_file(text) == names
    assert not names_file(f"{text}, and prices move daily now")
