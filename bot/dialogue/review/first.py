"""From which day on reviews come: four weeks after the decision, when there is something to look at, or as chosen."""

from datetime import date, datetime, timedelta

from bot.commands import PlanReview
from bot.dialogue.schedule import today
from bot.errors import BadInput, NoFirstDay, NoSuchDay
from bot.ids import Field
from rules.calendar import first_day, zone_of
from storage.records import Assessment, ReviewSchedule

_YEAR = timedelta(days=366)
"""So far ahead reviews may begin: beyond it the date alone, without its year, would mislead."""


def proposed(assessment: Assessment, zone: str, now: datetime) -> tuple[date, bool]:
    """The day that a first plan proposes, and whether it waits for the decision: one of long ago does not."""
    today = now.astimezone(zone_of(zone)).date()
    if assessment.decision is None:
        return today, False
    settled = first_day(assessment.decision.at, zone)
    return max(settled, today), settled >= today


def of_plan(assessment: Assessment, command: PlanReview, zone: str, now: datetime) -> str | None:
    """The day of this plan: the chosen one; where none was asked for, that of the plan before, or the proposed one."""
    if command.first:
        return command.first
    return assessment.schedule.starts if assessment.schedule else proposed(assessment, zone, now)[0].isoformat()


def of_move(schedule: ReviewSchedule, now: datetime) -> str:
    """The day that the plan there is shows to be moved; "" once a review was opened, since it is over then."""
    if schedule.opened is not None:
        return ""
    return schedule.starts or now.astimezone(zone_of(schedule.zone)).date().isoformat()


def of_month(number: int, schedule: ReviewSchedule | None, now: datetime) -> str:
    """The first day of the next month with this number, 1 to 12, where reviews are held."""
    day = today(schedule.zone if schedule else None, now)
    return f"{day.year + (number < day.month)}-{number:02}-01"


def check(command: PlanReview) -> None:
    """Raises NoSuchDay or NoFirstDay for a day that reviews cannot begin on."""
    try:
        first, today = (date.fromisoformat(day) if day else date.min for day in (command.first, command.today))
    except ValueError:
        raise NoSuchDay from None
    if command.today and first - today > _YEAR:
        raise NoFirstDay


FAULTS: dict[type[BadInput], Field] = {NoSuchDay: Field.REVIEW_FIRST, NoFirstDay: Field.REVIEW_FIRST}
