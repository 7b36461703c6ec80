"""What the form of the plan holds, as text and as values: the day, the hour, what becomes of a review on a free day."""

from collections.abc import Callable
from typing import Any

from bot.calendar.zones import UTC
from bot.commands import PlanReview
from bot.dialogue.schedule import rhythm_of
from bot.errors import BadInput, NoDay, NoTime
from rules.calendar import LAST, edge_of, in_words
from storage.records import Moves, ReviewSchedule


def day_of(schedule: ReviewSchedule) -> str:
    """The day of a plan, as its form names it."""
    edge = edge_of(rhythm_of(schedule))
    day = f"day:{schedule.day}" if schedule.day else f"nth:{schedule.nth}:{schedule.weekday}"
    return f"work:{edge}" if edge else day


def in_month(day: str) -> str:
    """The day as a person says it, "the first Tuesday of each month"; "" where there is no such day."""
    if not _is_good(day_in, day):
        return ""
    said = in_words(rhythm_of(ReviewSchedule(**day_in(day), zone=UTC, owner="", working_days_only=False)))
    return said.removeprefix("on ").rpartition(",")[0]


def fillable(day: str, time: str, owner: str) -> tuple[str, str, str]:
    """The day, the hour and the owner with which the form opens; "" for each that there is not."""
    return (day if _is_good(day_in, day) else "", time if _is_good(time_in, time) else "", owner)


def _is_good(read: Callable[[str], object], typed: str) -> bool:
    try:
        read(typed)
    except BadInput:
        return False
    return True


def day_in(typed: str) -> dict[str, int]:
    """The day of the month, or the weekday. Raises NoDay."""
    kind, *numbers = typed.split(":")
    try:
        found = [int(number) for number in numbers]
        if kind == "day" and len(found) == 1 and 1 <= found[0] <= 31:
            return {"day": found[0]}
        if kind == "work" and found in ([1], [LAST]):
            return {"day": 1 if found == [1] else 31}
        if kind == "nth" and len(found) == 2 and found[0] in {-1, 1, 2, 3, 4, 5} and 0 <= found[1] <= 6:
            return {"nth": found[0], "weekday": found[1]}
    except ValueError:
        pass
    raise NoDay


def moving(command: PlanReview) -> dict[str, Any]:
    """What becomes of a review on a free day; the first and the last working day of a month say it themselves."""
    if command.day.startswith("work:"):
        return {"working_days_only": True, "moves": Moves.NEXT if command.day == "work:1" else Moves.BEFORE}
    is_back = command.moves == Moves.BEFORE
    return {"working_days_only": command.working_days_only, "moves": Moves.BEFORE if is_back else None}


def time_in(typed: str) -> dict[str, int]:
    """The hour and the minute. Raises NoTime."""
    hour, _, minute = typed.partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(typed) <= 5 and int(hour) < 24 and int(minute) < 60):
        raise NoTime
    return {"hour": int(hour), "minute": int(minute)}
