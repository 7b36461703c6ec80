"""When a monthly review falls: one moment a month, at the local hour, whatever the month, the zone or the clocks do.

Pure: zones come from the IANA data, public holidays from the caller. A review is due by the key of its month
("2026-11"), never by time elapsed, so clocks that jump and long downtimes neither double nor lose one.

- Day 31 in a short month is its last day; a fifth Tuesday that a month does not have is its last one.
- An hour that the clocks skip moves to the first minute after the gap; one that comes twice is the first of the two.
- Where only working days are wanted, a review moves on to the next one, into the following month if need be, or back to
  the one before where a team wants that; it stays the review of its own month. Which days rest at a week's end is told
  by the caller: not everywhere Saturday and Sunday.
"""

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LAST = -1
"""As `nth`: the last such weekday of the month."""
MORNING, EVENING = 8, 18
"""What comes late comes between these local hours."""
SPREAD = timedelta(minutes=90)
"""Over how long late reviews are spread, so that a restart does not post to all channels in one minute."""
_LONGEST_BREAK = 31
"""Days without a working day that are searched; a calendar of nothing but holidays ends there."""
WEEKEND = frozenset({5, 6})
"""Where nothing else is known: Saturday and Sunday, Monday being 0."""
SETTLING = timedelta(weeks=4)
"""So long a decision stands before it is reviewed for the first time: before that there is little to look at."""
_MOST_MONTHS = 120
"""How far ahead the next review is searched where months are left out."""

Month = str
"""A month by its key, "2026-11"."""


class ScheduleError(ValueError):
    """This cannot be scheduled."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One moment a month: a day of the month, or the nth weekday; at an hour and minute of a zone."""

    zone: str
    hour: int = 10
    minute: int = 0
    day: int | None = None
    """1 to 31; the last day where a month is shorter."""
    weekday: int | None = None
    """0 is Monday."""
    nth: int | None = None
    """1 to 5, or `LAST`."""
    working_days_only: bool = True
    moves_back: bool = False
    """Whether a review that falls onto a free day comes on the working day before, and not on the next one."""
    weekend: frozenset[int] = WEEKEND

    def __post_init__(self) -> None:
        """Refuse what has no meaning, in a sentence."""
        zone_of(self.zone)
        if (self.day is None) == (self.weekday is None):
            raise ScheduleError("Give either a day of the month or a weekday.")
        if self.day is not None and not 1 <= self.day <= 31:
            raise ScheduleError(f"A month has no day {self.day}. Choose 1 to 31; short months use their last day.")
        if self.weekday is not None and not (0 <= self.weekday <= 6 and self.nth in {1, 2, 3, 4, 5, LAST}):
            raise ScheduleError("Choose the first to fifth or the last weekday, Monday to Sunday.")
        if not (0 <= self.hour <= 23 and 0 <= self.minute <= 59):
            raise ScheduleError(f"{self.hour}:{self.minute:02} is no time of day.")


def zone_of(name: str) -> ZoneInfo:
    """The zone. Raises ScheduleError for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ScheduleError(f"There is no time zone {name[:60]!r}. Use a name such as Europe/Berlin.") from None


def month_of(at: datetime, zone: str) -> Month:
    """The month in which this moment lies there."""
    return f"{at.astimezone(zone_of(zone)):%Y-%m}"


def name_of(month: Month) -> str:
    """A month by its name: "December 2026". Raises ValueError where it is none."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"


def following(month: Month, by: int = 1) -> Month:
    """The month so many later. Raises ScheduleError for a key that is none."""
    year, number = _parts(month)
    whole = year * 12 + number - 1 + by
    return f"{whole // 12:04}-{whole % 12 + 1:02}"


def _parts(month: Month) -> tuple[int, int]:
    year, _, number = month.partition("-")
    if not (len(month) == 7 and year.isdecimal() and number.isdecimal() and 1 <= int(number) <= 12 and int(year) > 0):
        raise ScheduleError(f"{month[:20]!r} is no month. Use a key such as 2026-11.")
    return int(year), int(number)


def due(rhythm: Rhythm, month: Month, holidays: Container[date] = ()) -> datetime:
    """The moment, in UTC, at which this month's review falls."""
    return local_moment(due_day(rhythm, month, holidays), time(rhythm.hour, rhythm.minute), rhythm.zone)


def due_day(rhythm: Rhythm, month: Month, holidays: Container[date] = ()) -> date:
    """The local day on which this month's review falls."""
    year, number = _parts(month)
    last = monthrange(year, number)[1]
    if rhythm.weekday is None:
        found = date(year, number, min(rhythm.day or 1, last))
    else:
        found = _nth_weekday(year, number, rhythm.weekday, rhythm.nth or LAST)
    if not rhythm.working_days_only:
        return found
    moved = last_working_day if rhythm.moves_back else next_working_day
    return moved(found, holidays, rhythm.weekend)


def _nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    last = monthrange(year, number)[1]
    days = [day for day in range(1, last + 1) if date(year, number, day).weekday() == weekday]
    return date(year, number, days[-1] if nth == LAST or nth > len(days) else days[nth - 1])


def next_working_day(day: date, holidays: Container[date] = (), weekend: frozenset[int] = WEEKEND) -> date:
    """This day, or the next that is neither at a weekend nor a holiday; the day itself where there is none for long."""
    return _working_day(day, 1, holidays, weekend)


def last_working_day(day: date, holidays: Container[date] = (), weekend: frozenset[int] = WEEKEND) -> date:
    """This day, or the last one before it that is neither at a weekend nor a holiday; else as `next_working_day`."""
    return _working_day(day, -1, holidays, weekend)


def _working_day(day: date, step: int, holidays: Container[date], weekend: frozenset[int]) -> date:
    candidates = (day + timedelta(days=step * away) for away in range(_LONGEST_BREAK))
    return next((found for found in candidates if found.weekday() not in weekend and found not in holidays), day)


def working_days_later(
    day: date, number: int, holidays: Container[date] = (), weekend: frozenset[int] = WEEKEND
) -> date:
    """So many working days after this day: when the owner of an untouched review is nudged."""
    for _ in range(number):
        day = next_working_day(day + timedelta(days=1), holidays, weekend)
    return day


def local_moment(day: date, at: time, zone: str) -> datetime:
    """This local day and time in UTC: the first of two, and the first minute after a gap."""
    there = zone_of(zone)
    local = datetime.combine(day, at)
    while (moment := local.replace(tzinfo=there, fold=0).astimezone(UTC)).astimezone(there).replace(
        tzinfo=None
    ) != local:
        local += timedelta(minutes=1)  # Samoa once skipped a whole day; no zone ever skipped two
    return moment


def first_day(decided_at: datetime, zone: str) -> date:
    """The local day on which four weeks have passed since the decision: none of its reviews falls before."""
    return decided_at.astimezone(zone_of(zone)).date() + SETTLING


def next_review(
    rhythm: Rhythm,
    after: datetime,
    *,
    done: Container[Month] = (),
    skipped: Container[Month] = (),
    holidays: Container[date] = (),
) -> tuple[Month, datetime]:
    """The first review that falls after this moment: its month and when, months done or skipped left out."""
    month = following(month_of(after, rhythm.zone), -1)  # a review of last month can have moved into this one
    for _ in range(_MOST_MONTHS):
        at = due(rhythm, month, holidays)
        if at > after and month not in done and month not in skipped:
            return month, at
        month = following(month)
    raise ScheduleError("Every month of the next years is skipped.")


def due_months(
    rhythm: Rhythm, last_done: Month, now: datetime, *, skipped: Container[Month] = (), holidays: Container[date] = ()
) -> tuple[Month, ...]:
    """The months after `last_done` whose review has fallen due by now, oldest first, skipped ones left out."""
    found: list[Month] = []
    month = following(last_done)
    latest = following(month_of(now, rhythm.zone))  # a review of next month can have moved back into this one
    while month <= latest:
        if month not in skipped and due(rhythm, month, holidays) <= now:
            found.append(month)
        month = following(month)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What is sent after a downtime: the latest review that was missed, when, and the months that stay missed."""

    month: Month
    at: datetime
    missed: tuple[Month, ...]


def catch_up(
    rhythm: Rhythm,
    last_done: Month,
    now: datetime,
    *,
    key: str = "",
    skipped: Container[Month] = (),
    holidays: Container[date] = (),
) -> CatchUp | None:
    """The one review to send now, if any has fallen due: the latest only, by day, spread out by `key`."""
    overdue = due_months(rhythm, last_done, now, skipped=skipped, holidays=holidays)
    if not overdue:
        return None
    return CatchUp(overdue[-1], in_daytime(now + _share(key), rhythm, holidays), overdue[:-1])


def in_daytime(at: datetime, rhythm: Rhythm, holidays: Container[date] = ()) -> datetime:
    """This moment, or the next morning that suits where it falls into the night or, if so wished, onto a free day."""
    local = at.astimezone(zone_of(rhythm.zone))
    day = local.date() + timedelta(days=local.hour >= EVENING)
    wanted = next_working_day(day, holidays, rhythm.weekend) if rhythm.working_days_only else day
    if wanted == local.date() and local.hour >= MORNING:
        return at
    late = timedelta(minutes=local.minute, seconds=local.second)  # keeps apart what was spread
    return local_moment(wanted, time(MORNING), rhythm.zone) + late


def _share(key: str) -> timedelta:
    """A part of the spread, always the same for the same key."""
    part = int.from_bytes(sha256(key.encode()).digest()[:4], "big") / 2**32 if key else 0.0
    return timedelta(seconds=int(part * SPREAD.total_seconds()))


def snoozed(rhythm: Rhythm, now: datetime, days: int = 7, holidays: Container[date] = ()) -> datetime:
    """The review again after so many days, at its own local hour. Raises ScheduleError for no day, or a year."""
    if not 1 <= days <= 60:
        raise ScheduleError("A review can be put off by 1 to 60 days.")
    day = now.astimezone(zone_of(rhythm.zone)).date() + timedelta(days=days)
    wanted = next_working_day(day, holidays, rhythm.weekend) if rhythm.working_days_only else day
    return local_moment(wanted, time(rhythm.hour, rhythm.minute), rhythm.zone)


_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", LAST: "last"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(rhythm: Rhythm) -> str:
    """The rhythm as a person says it: "on the first Tuesday of each month, or the next working day, at 10:00"."""
    at = f"at {rhythm.hour}:{rhythm.minute:02}"
    if edge := edge_of(rhythm):
        return f"on the {'first' if edge == 1 else 'last'} working day of each month, {at}"
    if rhythm.weekday is not None:
        day = f"on the {_ORDINALS[rhythm.nth or LAST]} {_WEEKDAYS[rhythm.weekday]} of each month"
    else:
        number = rhythm.day or 1
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in {11, 12, 13} else 0, "th")
        day = f"on the {number}{ending} of each month" + (" (in short months, the last day)" if number > 28 else "")
    moved = ", or the working day before" if rhythm.moves_back else ", or the next working day"
    return f"{day}{moved if rhythm.working_days_only else ''}, {at}"


def edge_of(rhythm: Rhythm) -> int:
    """1 for the first working day of each month, `LAST` for the last one, and 0 for any other rhythm."""
    if not rhythm.working_days_only:
        return 0
    return {(1, False): 1, (31, True): LAST}.get((rhythm.day or 0, rhythm.moves_back), 0)
