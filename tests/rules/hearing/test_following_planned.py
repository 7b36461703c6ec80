"""When reviews are to come and whose they are, in any order and in what people say around it."""

from rules.hearing.following.plan import Later, may_say, read_plan
from rules.hearing.following.planned import Planned, Wished
from rules.hearing.following.planned_words import Owner
from tests.tables import each


@each(
    ("text", "plan"),
    [
        (
            "review please every second Wednesday at 9 o'clock, Ana makes it",
            Planned("nth:2:2", "09:00", Owner.NAMED, "Ana"),
        ),
        ("review it each month on the 20th, Jonas owns it, 11am", Planned("day:20", "11:00", Owner.NAMED, "Jonas")),
        ("plan the review for the 20th at 11:00 with Jonas", Planned("day:20", "11:00", Owner.NAMED, "Jonas")),
        ("plan the review for the 20th with the whole team", Planned("day:20")),
        ("plan review: owner Tom, third Monday, 14.30", Planned("nth:3:0", "14:30", Owner.NAMED, "Tom")),
        ("review on the 3rd, owner Eva Maria", Planned("day:3", None, Owner.NAMED, "Eva Maria")),
        ("review the decision on the 1st of each month, @someone", Planned("day:1", None, Owner.MENTIONED)),
        ("we meet on this every last Friday, 2pm, @someone brings the figures",
         Planned("nth:-1:4", "14:00", Owner.MENTIONED)),
        ("first Tuesday of the month at 4 in the afternoon for the review", Planned("nth:1:1", "16:00")),
        ("plan the check on the 5th", Planned("day:5")),
        ("review on the 15th, starting in March", Planned("day:15", starts=3)),
        ("review from feb on, on the 10th", Planned("day:10", starts=2)),
        ("move the review to the 4th because the 1st is a holiday", Planned("day:4")),
        ("I'm away in January, @someone takes the review", Planned(owner=Owner.MENTIONED)),
        ("please give the review to @someone, I'm on leave", Planned(owner=Owner.MENTIONED)),
        ("the review should be @someone’s from now on", Planned(owner=Owner.MENTIONED)),
        ("Eva takes over the review from me", Planned(owner=Owner.NAMED, name="Eva")),
    ],
)  # fmt: skip
def test_what_is_wholly_said_of_a_plan_is_planned(text, plan):
    assert read_plan(text, knows_it=False) == plan
    assert may_say(text)


@each(
    ("text", "wish"),
    [
        ("lets revisit this decision on the third thursday", Wished("nth:3:3")),
        ("can we review this every first Tuesday at 16:00, Kim is in charge",
         Wished("nth:1:1", "16:00", Owner.NAMED, "Kim")),
        ("I want the review on the 12th in the morning", Wished("day:12")),
        ("maybe review on the 12th", Wished("day:12")),
        ("could the review be in the afternoon", Wished()),
        ("plan the check on the 5th at half past nine", Wished("day:5")),
        ("I'm on leave until May, can somebody else have the review", Wished(owner=Owner.ANYBODY)),
        ("can you give my review to somebody else", Wished(owner=Owner.ANYBODY)),
        ("I don't want to own the review any more", Wished(owner=Owner.ANYBODY)),
    ],
)  # fmt: skip
def test_what_is_asked_or_left_open_is_wished(text, wish):
    assert read_plan(text, knows_it=False) == wish


@each(
    ("text", "day", "date"),
    [
        ("lets look at it again the first monday after easter", "nth:1:0", "after easter"),
        ("lets look at this again in two weeks", None, "in two weeks"),
        ("review on March 12th at 10", "day:12", "March 12th"),
        ("review on the 12th of March at 10", "day:12", "12th of March"),
        ("let us revisit that at the end of January", None, "at the end of January"),
        ("let's review this next Thursday", "nth:1:3", "next Thursday"),
        ("review again next month", None, "next month"),
        ("review once before the launch", None, "before the launch"),
        ("let's look at it again tomorrow", None, "tomorrow"),
    ],
)
def test_a_single_date_is_told_from_a_day_of_each_month(text, day, date):
    found = read_plan(text, knows_it=False)

    assert isinstance(found, Wished)
    assert (found.day, found.other_rhythm, found.is_single) == (day, date, True)


@each(
    ("text", "wish"),
    [
        ("the meeting is better on Thursday", Wished("nth:1:3", other_rhythm="Thursday")),
        ("Thursdays suit us better", Wished("nth:1:3", other_rhythm="Thursdays")),
        ("Mondays don't work for us, can we do Wednesdays", Wished("nth:1:2", other_rhythm="Wednesdays")),
        ("the 15th does not work for me, can we take the 16th", Wished("day:16")),
        ("can the meeting be at 2pm instead", Wished(time="14:00")),
        ("let's move the next one by a week", Wished(is_single=True)),
        ("move it to the 4th, maybe", Wished("day:4")),
    ],
)
def test_another_time_for_reviews_that_come_is_wished_where_nothing_else_can_be_meant(text, wish):
    assert may_say(text)
    assert read_plan(text, knows_it=True) == wish
    assert read_plan(text, knows_it=False) is None


@each(
    "text", ["skip the next review", "leave out the August one", "we skip December", "can we skip the review this time"]
)
def test_a_review_to_come_is_left_out(text):
    assert read_plan(text, knows_it=True) == Later(goes_on=False)


@each(
    "text",
    [
        "works for me",
        "that works for us",
        "the search works better on Mondays",
        "the meeting was on Thursday and prices change weekly now",
        "the next one to fail was the refund case",
        "a lawyer runs the review of each answer",
        "Lea reviews the answers on the 15th",
        "can Lea see the documents",
        "Lea makes the labels",
        "we look at prices again every Monday",
        "we reviewed it on the 15th",
        "if the pilot fails, move the review to the 4th and tell us",
        "in March the wiki moves",
        "the data changes on the first of each month",
        "prices are updated every first Monday, Lea does it",
        "leave out the logging item",
        "in two weeks we have training people",
    ],
)
def test_what_is_said_of_anything_else_plans_nothing(text):
    assert read_plan(text, knows_it=True) is None


_ZONES = {"vienna", "new york", "europe/oslo", "utc+2", "toronto", "zurich"}


def _is_zone(said: str) -> bool:
    return said.casefold() in _ZONES


@each(
    ("text", "plan"),
    [
        ("great, monthly review second tuesday 15:30 Vienna, Karl does it",
         Planned("nth:2:1", "15:30", Owner.NAMED, "Karl", "Vienna")),
        ("review: last thursday of month, 4pm Toronto, me", Planned("nth:-1:3", "16:00", Owner.SELF, zone="Toronto")),
        ("review on the 5th 10am in new york", Planned("day:5", "10:00", zone="new york")),
        ("review 1st monday 9:00 (Europe/Oslo), owner kim",
         Planned("nth:1:0", "09:00", Owner.NAMED, "kim", "Europe/Oslo")),
        ("perfect. review the 20th at 8.30, time zone UTC+2", Planned("day:20", "08:30", zone="UTC+2")),
        ("review in the third week, 9:00 Vienna", None),
        ("we release on the 5th at 10:00 Vienna, ben does it", None),
    ],
)  # fmt: skip
def test_a_place_beside_the_day_or_hour_is_the_zone_of_the_plan(text, plan):
    assert read_plan(text, knows_it=False, is_zone=_is_zone) == plan


@each(
    ("text", "wish"),
    [
        ("review on the 1st at 8, urs", Wished("day:1", "08:00", unread=("urs",))),
        ("review 1st monday, room 204, 10:00", Wished("nth:1:0", "10:00", unread=("room 204",))),
        ("review on the 15th at 10 atlantis, ben does it",
         Wished("day:15", "10:00", Owner.NAMED, "ben", unread=("atlantis",))),
        ("review each first tuesday 9:30 us, ben does it",
         Wished("nth:1:1", "09:30", Owner.NAMED, "ben", unread=("us",))),
        ("can the review be made the third thursday at the 15", Wished("nth:3:3", "15:00")),
        ("the review on the 10th at 9 was a disaster, ben did it", None),
        ("the review on the 3rd at 10 in Vienna showed two failures", None),
        ("review on the 5th at 10, if the pilot still runs", None),
        ("review on the 5th at 10, data, then prices", None),
        ("review on the 5th, bring the whole of last month's numbers", None),
        ("review on the 12th at 9, nobody came", None),
        ("Karl reviews the recipes on the second tuesday 15:30 Vienna", None),
    ],
)  # fmt: skip
def test_words_of_a_plan_that_are_read_as_nothing_are_named_and_what_tells_something_else_plans_nothing(text, wish):
    assert read_plan(text, knows_it=False, is_zone=_is_zone) == wish
