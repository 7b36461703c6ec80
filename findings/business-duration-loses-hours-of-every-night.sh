#!/usr/bin/env bash
# One would guess: business-duration counts the open hours between two moments (it names shifts such as 9 PM to 3 AM); "a
# day" of business hours is a working day; the dates of a holiday calendar are holidays.
# What happens (business-duration 0.68 with pandas 2.3.3): for hours that go over midnight, where the span ends in the
# middle of the last night, EVERY night before it is cut at the same hour. Open from 22:00 to 6:00: from Monday 22:00 to
# Friday 6:00 are 32 hours, to Friday 2:00 16 (it should be 28), to Friday 0:00 8 (26). unit="day" divides by 24 whatever
# the hours: a week from nine to five, Monday to Friday, is 1.67 days, and 5.0 if no hours are named. pandas' own holidays
# (its USFederalHolidayCalendar) as a list are Timestamps, equal to no date, so none of them counts. Nothing is said.
# What to do: count in hours and divide by the length of your own day; end a span at the end of a night, or sum up night
# by night; hand holidays over as a set of `date`s, and try one span over a holiday.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check business-duration==0.68 pandas==2.3.3
v/bin/python -W ignore - <<'P'
from datetime import datetime, time, timedelta
from importlib.metadata import version

from business_duration import businessDuration
from pandas.tseries.holiday import USFederalHolidayCalendar

print("business-duration", version("business-duration"), "pandas", version("pandas"))
NIGHT = dict(starttime=time(22), endtime=time(6), weekendlist=[], unit="hour")
MONDAY = datetime(2026, 11, 23, 22)


def counted(start, end):
    """The open hours, minute by minute."""
    minutes = (start + timedelta(minutes=each) for each in range(int((end - start).total_seconds() // 60)))
    return sum(1 for minute in minutes if minute.hour >= 22 or minute.hour < 6) / 60


for hour, seen, right in ((6, 32.0, 32.0), (2, 16.0, 28.0), (0, 8.0, 26.0)):
    end = datetime(2026, 11, 27, hour)
    found, really = businessDuration(MONDAY, end, **NIGHT), counted(MONDAY, end)
    print(f"22:00 to 6:00, {MONDAY:%a %H:%M} to {end:%a %H:%M}: {found} hours, really {really}")
    assert (found, really) == (seen, right), "this has changed"

OFFICE = dict(starttime=time(9), endtime=time(17))
week = datetime(2026, 11, 23, 0), datetime(2026, 11, 27, 23, 59, 59)
days = [round(businessDuration(*week, unit="day", **hours), 2) for hours in ({}, OFFICE)]
print("Monday to Friday in days: without hours", days[0], "and from nine to five", days[1])
assert days == [5.0, 1.67], "this has changed"

calendar = USFederalHolidayCalendar().holidays("2026-11-01", "2026-11-30")
found = [businessDuration(*week, unit="hour", holidaylist=each, **OFFICE) for each in (list(calendar), list(calendar.date))]
print(f"the week of Thanksgiving: {found[0]} hours with pandas' holidays, {found[1]} with the same as dates")
assert found == [40.0, 32.0], "this has changed"
P
