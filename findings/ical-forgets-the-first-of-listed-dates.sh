#!/usr/bin/env bash
# One would guess: reviews on dates that follow no rule (December 1, January 12, February 9) are one event whose further
# dates stand in RDATE, and a parser that reads RDATE shows three; RFC 5545: the start "defines the first instance".
# What happens (ical 14.3.1, icalevents 0.3.1, recurring-ical-events 3.8.2 on one file): each has another answer. ical's
# timeline shows January and February, and the first review, which stands in the file, in the event and in what it writes,
# is not on it; icalevents shows December alone. With a rule beside the dates ical is right, and icalevents loses the
# listed date. An event struck out by its own EXDATE stands in ical's timeline all the same. recurring-ical-events is right
# throughout. Nothing is said.
# What to do: write each review as an event of its own; where RDATE must be, name the start in it again, which all three
# read without doubling it (icalevents still sees nothing else); read with recurring-ical-events.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check ical==14.3.1 icalevents==0.3.1 recurring-ical-events==3.8.2 tzdata==2026.1
v/bin/python -W ignore - <<'P'
from datetime import datetime, timezone
from importlib.metadata import version

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalevents import icalevents

FROM, TO = datetime(2026, 11, 1, tzinfo=timezone.utc), datetime(2027, 6, 1, tzinfo=timezone.utc)
for name in ("ical", "icalevents", "recurring-ical-events"):
    print(name, version(name))


def file(*lines):
    event = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", "SUMMARY:review", "DTSTART:20261201T100000Z", "DURATION:PT1H"]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN"]
    return "".join(f"{line}\r\n" for line in [*head, *event, *lines, "END:VEVENT", "END:VCALENDAR"])


def days(starts):
    return sorted(f"{start:%y-%m-%d}" for start in starts)


def read(text):
    first = days(e.dtstart for e in IcsCalendarStream.calendar_from_ics(text).timeline_tz(timezone.utc).overlapping(FROM, TO))
    second = days(e.start for e in icalevents.events(string_content=text.encode(), start=FROM, end=TO))
    third = days(e.start for e in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(FROM, TO))
    return first, second, third


DEC, JAN, FEB = "26-12-01", "27-01-12", "27-02-09"
SEEN = {
    "RDATE:20270112T100000Z,20270209T100000Z": ([JAN, FEB], [DEC], [DEC, JAN, FEB]),
    "RDATE:20261201T100000Z,20270112T100000Z": ([DEC, JAN], [DEC], [DEC, JAN]),
    "RRULE:FREQ=MONTHLY;COUNT=2\r\nRDATE:20270209T100000Z": ([DEC, "27-01-01", FEB], [DEC, "27-01-01"], [DEC, "27-01-01", FEB]),
    "EXDATE:20261201T100000Z": ([DEC], [], []),
}
for line, seen in SEEN.items():
    found = read(file(line))
    print(f"start 26-12-01, {line!r}:")
    for name, what in zip(("ical", "icalevents", "recurring-ical-events"), found):
        print(f"  {name:22}", *what)
    assert found == seen, ("this has changed", found)
P
