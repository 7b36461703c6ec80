"""What the form of the plan holds, as text and as values: the day, the hour, what becomes of a review on a free day."""

from collections.abc import Callable
from typing import Any

from bot.calendar.zones import UTC, is_zone, zone_named
from bot.commands import PlanReview
from bot.dialogue.schedule import rhythm_of
from bot.errors import BadInput, NoDay, NoTime, NoZone
from rules.calendar import LAST, edge_of, in_words
from rules.casing import lower_first
from storage.records import Moves, ReviewSchedule

_SHORTEST = 6
"""Letters of a word that may be a misspelt zone: "ana" is none of Accra."""


def day_of(schedule: ReviewSchedule) -> str:
    """The day of a plan, as its form names it."""
    edge = edge_of(rhythm_of(schedule))
    day = f"day:{schedule.day}" if schedule.day else f"nth:{schedule.nth}:{schedule.weekday}"
    return f"work:{edge}" if edge else day


def held(schedule: ReviewSchedule) -> dict[str, Any]:
    """A plan as the fields of `PlanReview` that would keep it."""
    is_edge = bool(edge_of(rhythm_of(schedule)))  # which says itself where a free day leads
    return {
        "day": day_of(schedule),
        "time": f"{schedule.hour:02}:{schedule.minute:02}",
        "zone": schedule.zone,
        "owner": schedule.owner,
        "working_days_only": schedule.working_days_only,
        "moves": str(Moves.BEFORE) if schedule.moves is Moves.BEFORE and not is_edge else "",
        "holidays": schedule.holidays or "",
    }


def in_month(day: str) -> str:
    """The day as a person says it, "the first Tuesday of each month"; "" where there is no such day."""
    if not _is_good(day_in, day):
        return ""
    said = in_words(rhythm_of(ReviewSchedule(**day_in(day), zone=UTC, owner="", working_days_only=False)))
    return said.removeprefix("on ").rpartition(",")[0]


def fillable(day: str, time: str, owner: str, zone: str = "") -> tuple[str, ...]:
    """The day, the hour, the owner and, where one is named, the zone with which the form opens; "" for what is not."""
    named = (day if _is_good(day_in, day) else "", time if _is_good(time_in, time) else "", owner)
    return (*named, zone_named(zone)) if zone and is_zone(zone) else named


def not_taken(words: str) -> str:
    """That words fill in nothing; where they are nearly a zone, or a country with several, which one may be meant."""
    told = "it is no day, hour or time zone, and an owner is named with @."
    try:
        zone_named(words)
    except NoZone as found:
        is_helped = found.is_of_several or (found.nearest and len(words) >= _SHORTEST)
        told = lower_first(str(found)) if is_helped else told
    return f"I could not take “{words}”: {told}"


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
