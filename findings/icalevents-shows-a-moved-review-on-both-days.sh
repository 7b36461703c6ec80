#!/usr/bin/env bash
# One would guess: icalevents ("query iCal resources and get event occurrences"), asked day by day what there is, from midnight to
# midnight, names each event on its day and on no other: one without a clock on its date, one that was moved where it is now, one
# that lasts a week on each of its days. RFC 5545 ends a span before its end, and puts RECURRENCE-ID's new time in the place of
# the old.
# What happens (icalevents 0.3.1; beside it recurring-ical-events 3.8.2): a span holds both of its ends. An event on January 5
# without a clock is there on January 4 and 6, too; one that repeats is there on the day before, each time, and so is what begins
# at midnight. A review that was moved from the 12th to the 14th stands on the 14th, and on the 12th at its old hour and under its
# old name, unless the span that was asked for holds both days: a week has it once, today has it wrongly. A week of reviews that
# comes every month is there on its first day and no other, a night on call is over at midnight; without a repetition both are
# right. With RANGE=THISANDFUTURE only the one date moves and all later ones stay. Nothing is said.
# What to do: recurring-ical-events, which is right in all of these; or ask for a month, drop what does not overlap the day, ends
# not counted, and keep one moved event, one without a clock and one of several days among the tests.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check icalevents==0.3.1 recurring-ical-events==3.8.2
v/bin/python -W ignore - <<'P'
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

import icalendar
import recurring_ical_events
from icalevents.icalevents import events

for name in ("icalevents", "recurring-ical-events"):
    print(name, version(name))


def event(*lines, name="review"):
    return ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", f"SUMMARY:{name}", *lines, "END:VEVENT"]


def file(*parts):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", *[line for part in parts for line in part], "END:VCALENDAR", ""]
    return "\r\n".join(lines)


def asked(text, first, days):
    start = datetime.fromisoformat(f"2026-{first}").replace(tzinfo=timezone.utc)
    end = start + timedelta(days=days)
    one = sorted(f"{e.start:%m-%d %H:%M} {e.summary}" for e in events(string_content=text.encode(), start=start, end=end))
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(start, end)
    return one, sorted(f"{e['DTSTART'].dt:%m-%d %H:%M} {e['SUMMARY']}" for e in found)


WHOLE = ["DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260106"]
WEEKLY = event("DTSTART:20260105T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4")
NEW = ["DTSTART:20260114T150000Z", "DURATION:PT1H"]
MOVED = file(WEEKLY, event("RECURRENCE-ID:20260112T100000Z", *NEW, name="moved"))
LATER = file(WEEKLY, event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260112T100000Z", *NEW, name="moved"))
WEEK = ["DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260110"]
NIGHT = ["DTSTART:20260105T220000Z", "DURATION:PT6H"]
SEEN = [
    ("one day", file(event(*WHOLE)), "01-04", 1, ["01-05 00:00 review"], []),
    ("one day", file(event(*WHOLE)), "01-05", 1, ["01-05 00:00 review"], None),
    ("one day", file(event(*WHOLE)), "01-06", 1, ["01-05 00:00 review"], []),
    ("one day, weekly", file(event(*WHOLE, "RRULE:FREQ=WEEKLY")), "01-11", 1, ["01-12 00:00 review"], []),
    ("one day, weekly", file(event(*WHOLE, "RRULE:FREQ=WEEKLY")), "01-12", 1, ["01-12 00:00 review"], None),
    ("at midnight", file(event("DTSTART:20260105T000000Z", "DURATION:PT1H")), "01-04", 1, ["01-05 00:00 review"], []),
    ("moved from the 12th to the 14th", MOVED, "01-12", 1, ["01-12 10:00 review"], []),
    ("moved from the 12th to the 14th", MOVED, "01-14", 1, ["01-14 15:00 moved"], None),
    ("moved from the 12th to the 14th", MOVED, "01-12", 7, ["01-14 15:00 moved"], None),
    ("moved, and all later ones", LATER, "01-19", 7, ["01-19 10:00 review"], ["01-21 15:00 moved"]),
    ("five days, once", file(event(*WEEK)), "01-07", 1, ["01-05 00:00 review"], None),
    ("five days, monthly", file(event(*WEEK, "RRULE:FREQ=MONTHLY")), "03-05", 1, ["03-05 00:00 review"], None),
    ("five days, monthly", file(event(*WEEK, "RRULE:FREQ=MONTHLY")), "03-06", 1, [], ["03-05 00:00 review"]),
    ("a night, once", file(event(*NIGHT)), "01-06", 1, ["01-05 22:00 review"], None),
    ("a night, weekly", file(event(*NIGHT, "RRULE:FREQ=WEEKLY")), "01-13", 1, [], ["01-12 22:00 review"]),
]
for words, text, first, days, seen, right in SEEN:
    one, other = asked(text, first, days)
    print(f"{words}, asked for {first} ({days} d): icalevents {one}, recurring-ical-events {other}")
    assert one == seen and other == (seen if right is None else right), "this has changed"
P
