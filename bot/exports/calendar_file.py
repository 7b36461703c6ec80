"""The coming reviews as a calendar file (iCalendar, RFC 5545), with the zone kept and its rules inside the file.

A rule ("the first Tuesday") is written only where it gives the very moments of the plan; a review that moves for a
weekend or a holiday is no rule of this format, and calendars read the rare ones differently, so each review is an event
of its own then. Written by hand, since what libraries write of a zone other parsers read an hour off.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.views.text import clean
from rules.calendar import LAST, Rhythm, zone_of

LENGTH = timedelta(minutes=30)
"""How long a review is put down for."""
_OCTETS = 75
"""Of a line; a longer one is folded."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NO_RULE = frozenset({29, 30})
"""Days that a short month replaces by its last one, which no rule of the format says."""


@dataclass(frozen=True)
class Coming:
    """The reviews to put down."""

    id: str
    name: str
    rhythm: Rhythm
    moments: tuple[tuple[str, datetime], ...]
    """The month of each review and when it falls, the first one first; one at least."""
    now: datetime
    link: str = ""


def calendar_file(coming: Coming) -> bytes:
    """The file. Raises ScheduleError where the zone is known no more."""
    zone = zone_of(coming.rhythm.zone)
    local = [at.astimezone(zone) for _, at in coming.moments]
    rule = rule_of(coming.rhythm, local)
    if rule:
        until = coming.moments[-1][1].astimezone(UTC)
        series = f"RRULE:{rule};UNTIL={until:%Y%m%dT%H%M%SZ}"
        events = [_event(coming, "all", local[0], (series,))]
    else:
        events = [_event(coming, month, at) for (month, _), at in zip(coming.moments, local, strict=True)]
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ftrag//reviews//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *_zone_lines(coming.rhythm.zone, zone, local[0], local[-1] + LENGTH),
        *(line for event in events for line in event),
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def rule_of(rhythm: Rhythm, local: Sequence[datetime]) -> str:
    """The rule that gives these local moments and no other in their months; empty where there is none."""
    is_regular = all((at.hour, at.minute) == (rhythm.hour, rhythm.minute) for at in local)
    gaps = any((b.year * 12 + b.month) - (a.year * 12 + a.month) != 1 for a, b in pairwise(local))
    if rhythm.working_days_only or not is_regular or gaps or rhythm.day in _NO_RULE:
        return ""
    if rhythm.weekday is None:
        return f"FREQ=MONTHLY;BYMONTHDAY={-1 if rhythm.day == 31 else rhythm.day}"
    nth = LAST if rhythm.nth in {LAST, 5} else rhythm.nth
    return f"FREQ=MONTHLY;BYDAY={nth}{_WEEKDAYS[rhythm.weekday]}"


def _event(coming: Coming, part: str, at: datetime, more: Iterable[str] = ()) -> Iterator[str]:
    """One event. Its name stays the same over exports, and its number grows, so that a moved review replaces itself."""
    zone = coming.rhythm.zone
    yield "BEGIN:VEVENT"
    yield f"UID:{coming.id}-{part}@ftrag"
    yield f"DTSTAMP:{coming.now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{int(coming.now.timestamp()) // 60}"
    yield f"DTSTART;TZID={zone}:{at:%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{int(LENGTH.total_seconds()) // 60}M"
    yield from more
    yield f"SUMMARY:{_text(f'Review: {coming.name}')}"
    yield f"DESCRIPTION:{_text('Does the decision still hold? The review stands in its Slack channel.')}"
    if coming.link:
        yield f"URL:{coming.link}"
    yield "END:VEVENT"


def _zone_lines(name: str, zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[str]:
    """What the zone's clocks do from before the first review until after the last one."""
    begins = first.date() - timedelta(days=1)
    start = datetime(begins.year, begins.month, begins.day, tzinfo=zone)
    yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
    yield from _observance(start.replace(tzinfo=None), start, start)
    for before, after in _changes(zone, start.astimezone(UTC), last.astimezone(UTC) + timedelta(days=1)):
        # The format counts the moment of a change by the clock that ends with it.
        yield from _observance(after.replace(tzinfo=None) - _offset(after) + _offset(before), before, after)
    yield "END:VTIMEZONE"


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Where the clocks change: the last minute before, and the first one after."""
    at = begin
    while at < end:
        following = at + timedelta(days=1)
        if _offset(at.astimezone(zone)) != _offset(following.astimezone(zone)):
            moment = _first_after(zone, at, following)
            yield (moment - timedelta(minutes=1)).astimezone(zone), moment.astimezone(zone)
        at = following


def _first_after(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first minute with the new offset."""
    old = _offset(low.astimezone(zone))
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        low, high = (middle, high) if _offset(middle.astimezone(zone)) == old else (low, middle)
    return high


def _observance(since: datetime, before: datetime, after: datetime) -> Iterator[str]:
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{since:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_offset_text(_offset(before))}"
    yield f"TZOFFSETTO:{_offset_text(_offset(after))}"
    yield f"TZNAME:{after.tzname()}"
    yield f"END:{kind}"


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or timedelta()


def _offset_text(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"


def _text(words: str) -> str:
    """Typed words as one value: no line, parameter or property comes of them."""
    return clean(words).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never within a letter; all but the first begin with a space."""
    piece, room = "", _OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _OCTETS - 1
        piece, room = piece + letter, room - size
    yield piece
