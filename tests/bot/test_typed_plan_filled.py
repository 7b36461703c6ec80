"""A plan of reviews of which a line names a part: what can be done is done, and the form opens with what was named."""

from typing import Any

from bot import commands
from bot.replies import HeardReply, PlanLine, ToldAnswer, ToldControl, ZoneFrom
from bot.views import render
from storage.records import Assessment, AssessmentState, ReviewState
from tests.bot.reviewed import FEATURE, OPEN, do, scheduled
from tests.bot.typed_lines import heard, typed
from tests.tables import each

UNPLANNED = FEATURE.model_copy(update={"schedule": None})


def told(text: str, feature: Assessment, **said: Any) -> ToldAnswer:
    """The one answer in the thread to words that change nothing."""
    turn = typed(text, feature, **said)
    assert turn.assessments == ()
    (say,) = turn.says
    assert isinstance(say.reply, ToldAnswer)
    return say.reply


def test_day_hour_and_owner_of_one_line_are_the_plan():
    turn = typed("schedule the review: first monday, 9:30, owner @someone", UNPLANNED, people=("U0BEN",))

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert (schedule.nth, schedule.weekday, schedule.hour, schedule.minute) == (1, 0, 9, 30)
    assert schedule.owner == "U0BEN"


def test_an_owner_by_a_name_alone_is_nobody_and_who_typed_owns_the_review_until_one_is_chosen():
    turn = typed("plan the review on the first monday at 10, owner lea", UNPLANNED)

    assert turn.assessments[0].schedule is not None
    assert turn.assessments[0].schedule.owner == "U1"
    assert any(isinstance(say.reply, PlanLine) for say in turn.says)
    assert heard(turn).says[0] == "A name without @ tells me nobody, so you own the review for now."
    assert "Choose Lea" in heard(turn).says[1]
    assert "“hand it over to @Lea”" in heard(turn).says[1]


def test_an_owner_alone_is_handed_the_reviews_that_are_planned():
    schedule = typed("change review owner to me", scheduled(owner="U9")).assessments[0].schedule

    assert schedule is not None
    assert schedule.owner == "U1"


def test_an_hour_alone_moves_a_plan_and_keeps_its_day():
    schedule = typed("move the review to 9am", scheduled(day=3)).assessments[0].schedule

    assert schedule is not None
    assert (schedule.day, schedule.hour) == (3, 9)


@each(
    ("text", "fills"),
    [
        ("plan the review", ("", "", "")),
        ("set up the review, i own it", ("", "", "U1")),
        ("review at 4pm", ("", "16:00", "")),
        ("can we have the review on mondays?", ("nth:1:0", "", "")),
        ("review on the 31st at 30", ("day:31", "", "")),
        ("hand the reviews to @someone", ("", "", "U0BEN")),
    ],
)
def test_what_names_a_part_is_answered_with_the_form_filled_in(text, fills):
    reply = told(text, UNPLANNED, people=("U0BEN",))

    assert (reply.control, reply.fills) == (ToldControl.PLAN, fills)


def test_a_city_in_the_line_is_the_zone_of_the_plan_as_in_its_form():
    turn = typed("fine, review first tuesday every month 9:30 vienna, lea does it", UNPLANNED)
    moved = typed("move the review to 9:30 london", scheduled(day=3))

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert (schedule.nth, schedule.weekday, schedule.hour, schedule.zone) == (1, 1, 9, "Europe/Vienna")
    assert "at 9:30 by the clocks of Europe/London" in heard(moved).says[0]


@each(
    ("text", "fills", "says"),
    [
        (
            "review on the 1st at 8, ana",
            ("day:1", "08:00", ""),
            "I could not take “ana”: it is no day, hour or time zone, and an owner is named with @.",
        ),
        (
            "review 1st monday 10:00 budapset",
            ("nth:1:0", "10:00", ""),
            "I could not take “budapset”: there is no such time zone. Did you mean Europe/Budapest?",
        ),
        (
            "review first monday 9:30 usa",
            ("nth:1:0", "09:30", ""),
            (
                "I could not take “usa”: the clocks of the United States do not all show the same. "
                "Type the largest city near you."
            ),
        ),
        (
            "review 1st monday, room 204, 10:00 lisbon",
            ("nth:1:0", "10:00", "", "Europe/Lisbon"),
            "I could not take “room 204”: it is no day, hour or time zone, and an owner is named with @.",
        ),
    ],
)
def test_what_cannot_be_taken_of_a_plan_is_named_and_the_rest_is_filled_in(text, fills, says):
    reply = told(text, UNPLANNED)

    assert (reply.control, reply.fills, reply.says[-1]) == (ToldControl.PLAN, fills, says)


def test_the_form_opens_with_what_was_named_and_suggests_the_rest():
    pressed = {"day": "nth:1:0", "time": "16:00", "owner": "U0BEN", "zone": "Europe/Lisbon"}
    first: Any = do(commands.AskForPlan, UNPLANNED, OPEN, **pressed).modal
    moved: Any = do(commands.AskForPlan, scheduled(day=3), OPEN, **pressed | {"day": "day:45"}).modal
    bare: Any = do(commands.AskForPlan, UNPLANNED, OPEN).modal

    assert (first.day, first.time, first.owner, first.zone) == ("nth:1:0", "16:00", "U0BEN", "Europe/Lisbon")
    assert first.zone_from is ZoneFrom.PLAN
    assert (moved.day, moved.time) == ("day:3", "16:00")
    assert (bare.time, bare.owner) == ("10:00", "U1")


@each(
    ("text", "says"),
    [
        ("review every monday", "so not “every monday”: the nearest is the first Monday of each month."),
        ("reviews quarterly please", "so not “quarterly”: a month can be skipped when its review comes."),
        ("can the reviews come weekly?", "so not “weekly”: choose its day."),
        ("look at it again in two weeks", "so not just “in two weeks”: choose its day."),
        (
            "look at it again the first tuesday after new year",
            "so not just “after new year”: the nearest is the first Tuesday of each month.",
        ),
    ],
)
def test_a_rhythm_in_which_reviews_do_not_come_is_named_with_what_is_nearest(text, says):
    assert says in render(told(text, UNPLANNED)).text
    assert told(text, FEATURE).control is ToldControl.MOVE


@each(
    ("plan", "weekday"),
    [
        ({"day": 15}, "third Thursday"),
        ({"day": 31}, "fourth Thursday"),
        ({"day": None, "nth": -1, "weekday": 0}, "last"),
    ],
)
def test_the_weekday_that_is_nearest_is_the_one_around_the_day_of_the_plan(plan, weekday):
    reply = told("the meeting is better on thursday", scheduled(**plan))

    assert f"the nearest is the {weekday}" in reply.says[0]
    assert reply.fills[0].endswith(":3")


def test_one_review_is_not_moved_by_itself_and_that_is_said():
    reply = told("move the next review to the 20th", scheduled(day=15))

    assert reply.fills[0] == "day:20"
    assert reply.says[1].startswith("One review is not moved by itself. Move the review moves all from it on")


def test_a_month_from_which_on_they_come_is_the_next_one_of_that_name():
    schedule = typed("review on the 15th, starting in March", UNPLANNED).assessments[0].schedule

    assert schedule is not None
    assert (schedule.day, schedule.starts) == (15, "2027-03-01")


def test_who_hands_the_reviews_to_a_name_hears_how_it_is_typed_and_they_stay_with_their_owner():
    named, anybody = told("hand the reviews to lea", FEATURE), told("can somebody else have the review", FEATURE)

    assert (
        named.says[-1]
        == "Lea can own it: choose below, or say “hand it over to @Lea”, with the name that Slack offers."
    )
    assert anybody.says[-1] == "Anybody can own it: choose below, or say “hand it over to” and @ with a name."


def test_who_may_own_the_review_is_answered_and_not_only_when_it_comes():
    unplanned, planned = (told("when is the review and can lea do it", one) for one in (UNPLANNED, FEATURE))

    assert "No review is planned yet" in unplanned.says[0]
    assert unplanned.says[1].startswith("Lea can own it: press Plan the monthly review")
    assert planned.says[-1].startswith("Lea can own it: choose below")
    assert "U1" in planned.people


def test_while_a_question_is_open_a_part_of_a_plan_asks_for_nothing():
    asked = UNPLANNED.model_copy(update={"state": AssessmentState.INTERVIEWING, "asking": "ops", "asked": ("ops",)})

    assert not any(isinstance(say.reply, HeardReply | ToldAnswer) and getattr(say.reply, "fills", ())
                   for say in typed("set up the review, i own it", asked).says)  # fmt: skip


@each(
    ("text", "says"),
    [
        ("no reviews in august", "Reviews cannot be left out ahead of time."),
        (
            "resume the reviews from april",
            "Reviews go on as soon as somebody resumes them, and not on a day set ahead.",
        ),
    ],
)
def test_what_no_plan_holds_is_said_with_what_can_be_done(text, says):
    assert told(text, FEATURE).says[0] == says
    assert not any(isinstance(say.reply, ToldAnswer) and say.reply.says[0] == says
                   for say in typed(text, UNPLANNED).says)  # fmt: skip


def test_a_review_that_was_just_finished_is_taken_up_again_by_typing():
    finished = do(commands.FinishReview, FEATURE, OPEN, month="2026-12").reviews[0]
    turn = typed("reopen the review, we forgot something", FEATURE, finished)

    assert [review.state for review in turn.reviews] == [ReviewState.OPEN]
    assert heard(turn).says == ("The review stands open again, in the channel. What was marked is kept.",)
    assert heard(turn).review == "2026-12"
    assert typed("reopen the review", FEATURE, OPEN).reviews == ()
