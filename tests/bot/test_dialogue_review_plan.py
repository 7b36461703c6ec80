"""What is typed into the plan of a review: days, zones, holidays, and who owns it."""

from datetime import UTC, date, datetime

import pytest

from bot import commands
from bot.calendar.free_days import COUNTRIES, free_days
from bot.calendar.zones import zone_named
from bot.dialogue import faults
from bot.dialogue.schedule import upcoming
from bot.errors import NoZone
from bot.ids import Field, field_id
from bot.replies import ReviewHandedOver, ReviewMessage
from tests.bot.reviewed import FEATURE, OPEN, T1, do, posts, scheduled
from tests.tables import each

PLAN = {"day": "day:31", "time": "10:00", "zone": "Europe/Berlin", "owner": "U1"}


@each(
    ("field", "typed", "at"),
    [
        ("zone", "Europe/Berlinn", Field.REVIEW_ZONE),
        ("zone", "../../etc/passwd", Field.REVIEW_ZONE),
        ("zone", "x" * 300, Field.REVIEW_ZONE),
        ("zone", "", Field.REVIEW_ZONE),
        ("day", "day:32", Field.REVIEW_DAY),
        ("day", "nth:6:1", Field.REVIEW_DAY),
        ("day", "day:one", Field.REVIEW_DAY),
        ("day", "", Field.REVIEW_DAY),
        ("time", "25:00", Field.REVIEW_TIME),
        ("time", "", Field.REVIEW_TIME),
        ("owner", "", Field.REVIEW_OWNER),
    ],
)
def test_what_cannot_be_in_a_plan_is_said_under_its_field(field: str, typed: str, at: Field):
    command = commands.PlanReview(tenant=T1, assessment_id="a1", **{**PLAN, field: typed})

    (named,) = faults(command)
    assert field_id(named) == field_id(at)


@each(
    ("typed", "zone"),
    [
        ("europe/berlin", "Europe/Berlin"),
        (" Lord Howe ", "Australia/Lord_Howe"),
        ("kathmandu", "Asia/Kathmandu"),
        ("utc", "UTC"),
        ("Mumbai", "Asia/Kolkata"),
        ("San Francisco", "America/Los_Angeles"),
        ("EST", "America/New_York"),
    ],
)
def test_a_zone_is_understood_whatever_its_letters_and_by_its_city(typed: str, zone: str):
    assert zone_named(typed) == zone


def test_a_zone_that_does_not_exist_offers_the_nearest():
    with pytest.raises(NoZone, match=r"Did you mean America/New_York\?"):
        zone_named("America/New_Yorkk")


def test_day_31_in_the_skipped_hour_is_planned_like_any_other():
    turn = do(
        commands.PlanReview,
        FEATURE.model_copy(update={"schedule": None}),
        now=datetime(2027, 3, 2, 9, 0, tzinfo=UTC),
        day="nth:-1:6",
        time="02:30",
        zone="Europe/Berlin",
        owner="U1",
        working_days_only=False,
    )

    assert turn.runs[0].at == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)  # 3:00, right after the gap
    assert posts(turn) == ["plan"]


def test_a_public_holiday_moves_the_review_on():
    new_year = scheduled(holidays="DE", day=1)

    assert upcoming(new_year, datetime(2026, 12, 5, tzinfo=UTC)) == (
        "2027-01",
        datetime(2027, 1, 4, 9, 0, tzinfo=UTC),
    )


@each("country", COUNTRIES)
def test_every_country_that_is_offered_is_known(country: str):
    assert isinstance(date(2027, 1, 1) in free_days(country), bool)
    assert free_days(country) is not free_days(None)


def test_a_country_that_is_not_offered_has_no_holidays():
    assert date(2027, 1, 1) not in free_days("XX")


def test_a_hand_over_is_told_to_the_new_owner_and_not_to_one_who_took_it():
    handed = do(commands.HandOver, scheduled(owner="U9"), to="U5")
    taken = do(commands.HandOver, scheduled(owner="U9"), to="U1")

    told = [say for say in handed.says if isinstance(say.reply, ReviewHandedOver)]
    assert [(say.channel, say.reply.by) for say in told] == [("U5", "U1")]
    assert not [say for say in taken.says if isinstance(say.reply, ReviewHandedOver)]


@each(
    ("before", "owner", "told"),
    [("U9", "U5", ["U5"]), ("U5", "U5", []), ("U9", "U1", []), (None, "U5", [])],
)
def test_a_review_handed_over_in_its_plan_is_told_to_the_new_owner_and_to_nobody_else(before, owner, told):
    feature = scheduled(owner=before) if before else FEATURE.model_copy(update={"schedule": None})

    turn = do(commands.PlanReview, feature, **{**PLAN, "owner": owner})

    assert [say.channel for say in turn.says if isinstance(say.reply, ReviewHandedOver)] == told


def test_an_open_review_names_the_owner_that_the_plan_was_given():
    turn = do(commands.PlanReview, scheduled(owner="U9"), OPEN, **{**PLAN, "owner": "U5"})

    (message,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))
    assert message.owner == "U5"
