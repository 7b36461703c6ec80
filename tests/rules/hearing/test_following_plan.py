"""What a line says of the plan of the reviews, and what it leaves alone."""

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing.following.plan import (
    Later,
    Paused,
    Reminded,
    Reopened,
    Resumed,
    Stopped,
    may_name_day,
    may_say,
    read_plan,
)
from rules.hearing.following.planned import Planned, Wished
from rules.hearing.following.planned_words import Owner
from tests.examples import examples
from tests.rules.hearing.follows import PLAN, RESULTS, ROADMAP, STEPS
from tests.tables import each

SAID = dict(
    zip(
        PLAN,
        (Paused(), Resumed(), Stopped(), Planned(owner=Owner.SELF), Planned("day:15"), Reminded()),
        strict=True,
    )
)


@each(
    ("text", "plan"),
    [
        *SAID.items(),
        ("put our monthly reviews on hold for a while", Paused()),
        ("Suspend the check-ins until further notice.", Paused()),
        ("the reviews can go on", Resumed()),
        ("switch the monthly checks back on", Resumed()),
        ("start the reviews again", Resumed()),
        ("cancel the monthly reviews", Stopped()),
        ("we don’t need the reviews any more", Stopped()),
        ("turn the monthly checks off", Stopped()),
        ("could you ping me about this later?", Reminded()),
        ("set a reminder for us", Reminded()),
    ],
)
def test_what_the_plan_is_to_be_is_read(text, plan):
    assert read_plan(text, knows_it=False) == plan


@each(
    ("text", "is_of_one"),
    [
        ("pause the review", True),
        ("stop this review", True),
        ("pause the monthly review", False),
        ("stop all reviews", False),
    ],
)
def test_one_review_may_be_meant_where_one_is_named(text, is_of_one):
    assert read_plan(text, knows_it=False) in {Paused(is_of_one), Stopped(is_of_one)}


@each(
    ("text", "owner"),
    [
        ("make me the owner of the reviews", Owner.SELF),
        ("I’ll run the reviews from now on", Owner.SELF),
        ("i am now responsible for our check-ins", Owner.SELF),
        ("give the reviews to @someone", Owner.MENTIONED),
        ("@Lea Braun owns the reviews now", Owner.MENTIONED),
        ("the reviews belong to @someone", Owner.MENTIONED),
        ("pass on the ownership of the reviews to @someone please", Owner.MENTIONED),
    ],
)
def test_whoever_is_mentioned_is_to_own_the_reviews_or_whoever_types(text, owner):
    assert read_plan(text, knows_it=False) == Planned(owner=owner)


@each(
    "text", ["@someone won’t run the reviews", "@someone does it", "who owns the reviews", "our lead runs the reviews"]
)
def test_a_no_hands_nothing_over_nor_does_who_may_be_anybody(text):
    assert read_plan(text, knows_it=True) is None


@each(
    ("text", "plan"),
    [
        ("hand the reviews over to Lea", Planned(owner=Owner.NAMED, name="Lea")),
        ("make lea the owner of the review", Planned(owner=Owner.NAMED, name="lea")),
        ("Lea should own the reviews from now on", Planned(owner=Owner.NAMED, name="Lea")),
        ("when is the review, and can Lea run it?", Wished(owner=Owner.NAMED, name="Lea")),
        ("could i own the review?", Wished(owner=Owner.SELF)),
        ("can @someone lead the reviews", Wished(owner=Owner.MENTIONED)),
    ],
)
def test_an_owner_by_a_name_alone_is_read_and_one_that_is_asked_for_is_only_wished(text, plan):
    assert read_plan(text, knows_it=False) == plan


@each("text", ["can you do it?", "when is the review, and can it run this?", "can lea do it?", "lea ran the review"])
def test_who_else_may_do_what_is_no_question_about_the_owner(text):
    assert getattr(read_plan(text, knows_it=True), "owner", None) is None


def test_it_may_be_the_reviews_only_where_nothing_else_can_be_meant():
    assert read_plan("hand it over to @someone", knows_it=True) == Planned(owner=Owner.MENTIONED)
    assert read_plan("hand it over to @someone", knows_it=False) is None
    assert read_plan("turn the checks off", knows_it=True) == Stopped()
    assert read_plan("turn the checks off", knows_it=False) is None


@each(
    ("text", "day"),
    [
        ("move the reviews to day 3 of each month", "day:3"),
        ("reviews should come on the first of the month", "day:1"),
        ("do the review on the second Monday", "nth:2:0"),
        ("review every last friday", "nth:-1:4"),
        ("hold the reviews on the 3rd thursday of the month", "nth:3:3"),
        ("post the review on the first working day", "work:1"),
        ("review on the last business day of each month", "work:-1"),
        ("review on the last day of the month", "day:31"),
        ("review on the third day of the month", "day:3"),
    ],
)
def test_a_day_of_the_month_is_read_as_the_form_of_the_plan_names_it(text, day):
    assert read_plan(text, knows_it=False) == Planned(day)


@each(
    ("typed", "time"),
    [
        ("at 9", "09:00"), ("at 9:30", "09:30"), ("at 4 pm", "16:00"), ("at 12 pm", "12:00"),
        ("at 12 am", "00:00"), ("at 9.15 a.m. please", "09:15"), ("at 14h", "14:00"), ("at 8 o’clock", "08:00"),
    ],
)  # fmt: skip
def test_an_hour_is_read_on_the_clock_of_a_day(typed, time):
    assert read_plan(f"review on the 1st, {typed}", knows_it=False) == Planned("day:1", time)


@each(
    ("text", "plan"),
    [
        ("review every first tue 9am", Planned("nth:1:1", "09:00")),
        ("pls set up a monthly review for the 15th at 4pm, i own it", Planned("day:15", "16:00", Owner.SELF)),
        ("can you schedule the reviews for the 3rd?", Planned("day:3")),
        ("hey, monthly check-in mid month, 10:30, owner: @someone", Planned("day:15", "10:30", Owner.MENTIONED)),
        ("plan the review for the last friday at noon, Lea owns it", Planned("nth:-1:4", "12:00", Owner.NAMED, "Lea")),
        ("we need a review at the end of each month, led by Lea", Planned("day:31", None, Owner.NAMED, "Lea")),
        ("reviews on the 2nd thursday at 9 berlin time", Planned("nth:2:3", "09:00", zone="berlin")),
        ("move the review to 8:15", Planned(time="08:15")),
    ],
)
def test_day_hour_and_owner_are_read_in_any_order(text, plan):
    assert read_plan(text, knows_it=False) == plan


@each(
    ("text", "wish"),
    [
        ("plan the review", Wished()),
        ("we need a monthly review please", Wished()),
        ("could we move the reviews to the 3rd?", Wished("day:3")),
        ("can we have the review on mondays?", Wished("nth:1:0", other_rhythm="mondays")),
        ("reviews every two weeks", Wished(other_rhythm="every two weeks")),
        ("move the review to friday at 9", Wished("nth:1:4", "09:00", other_rhythm="friday")),
        ("schedule the reviews for the 1st and for the 15th", Wished("day:1")),
        ("we don't need a monthly review, every quarter is enough", Wished(other_rhythm="every quarter")),
        ("review only every 2 months pls", Wished(other_rhythm="every 2 months")),
        ("move the review a week later", Wished()),
    ],
)
def test_what_is_asked_or_not_all_said_of_a_plan_is_wished(text, wish):
    assert read_plan(text, knows_it=False) == wish


@each(
    ("text", "plan"),
    [
        ("no reviews in august please", Later(goes_on=False)),
        ("pls stop the reviews in summer, nobody is here then", Later(goes_on=False)),
        ("skip the december review", Later(goes_on=False)),
        ("pause the reviews until march", Later(goes_on=False)),
        ("resume the reviews from april", Later(goes_on=True)),
        ("reopen the review, we forgot something", Reopened()),
        ("please open the last review again", Reopened()),
        ("the 1st is a holiday, move the review to the 4th", Planned("day:4")),
    ],
)
def test_a_time_that_no_plan_holds_and_a_review_that_was_over_are_read(text, plan):
    assert read_plan(text, knows_it=False) == plan


def test_it_is_moved_only_where_it_can_be_the_reviews():
    assert read_plan("move it to the 2nd tuesday", knows_it=True) == Planned("nth:2:1")
    assert read_plan("move it to the 2nd tuesday", knows_it=False) is None
    assert read_plan("resume them from april", knows_it=True) == Later(goes_on=True)
    assert read_plan("resume them from april", knows_it=False) is None


@given(st.integers(1, 31), st.integers(0, 23), st.integers(0, 59))
@examples(40)
def test_every_day_and_every_minute_can_be_named(day, hour, minute):
    said = f"plan the reviews for the {day}th at {hour}:{minute:02}"

    assert read_plan(said, knows_it=False) == Planned(f"day:{day}", f"{hour:02}:{minute:02}")
    assert may_say(said)
    assert may_name_day(said)


@given(
    st.sampled_from([*SAID]),
    st.sampled_from(["", "ok, ", "Please ", "from now on: "]),
    st.sampled_from(["", "!", " ."]),
)
@examples(40)
def test_what_stands_around_it_changes_nothing(said, before, behind):
    assert read_plan(f"{before}{said}{behind}", knows_it=False) == SAID[said]


@each(
    "text",
    [
        "when is the next review?",
        "can we pause the reviews?",
        "pause",
        "pause the rollout",
        "the reviews are paused because of the holidays",
        "reviews come monthly",
        "review the 15 answers of yesterday",
        "the review was held on the 15th",
        "we remind customers of their invoices",
        "we plan reviews of the answers every month",
        "a person reviews the answers every monday",
        "the review found that prices change weekly",
        "the monthly review found three wrong prices",
        "plan the review step behind the model",
        "stop the reviews and tell Lea why",
        "freshness is weekly",
        "",
        *ROADMAP,
        *STEPS,
        *RESULTS,
    ],
)
def test_what_names_less_or_is_about_something_else_is_left_alone(text):
    assert read_plan(text, knows_it=True) is None
    assert not may_name_day(text)


def test_who_tells_a_story_changes_no_plan():
    story = "pause the reviews" + " please" * 40

    assert read_plan(story, knows_it=True) is None
    assert read_plan("pause the reviews" + " please" * 20, knows_it=True) == Paused()


@each(("text", "may"), [(text, True) for text in SAID] + [("the wiki changes weekly", False), ("we own a wiki", False)])
def test_a_quick_look_passes_over_what_says_nothing_of_the_plan(text, may):
    assert may_say(text) == may


def test_a_second_owner_or_hour_is_no_plan():
    assert read_plan("owner @ben, review on the 3rd at 10 owner @ana", knows_it=True) is None
    assert read_plan("review at 10 at 11 on the 3rd", knows_it=True) is None
