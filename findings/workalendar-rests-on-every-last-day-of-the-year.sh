#!/usr/bin/env bash
# One would guess: a calendar of working days keeps the country's law: in Mexico December 31 is a day like any other (article 74
# of its labor law does not name it), and in Japan, where a holiday falls on a Sunday, the next day that is none is off in its
# place.
# What happens (workalendar 17.0.0; beside it holidays 0.109): Mexico rests on December 31 of every year, unless January 1 is a
# Monday. Meant was "if it is a Saturday", and asked is whether the weekday's number is not 0. So a review on the last working day
# of the year comes a day early, each count over New Year is one day short, and one working day after December 30 is January 4,
# 2027. Japan has no day in place of a Sunday at all but in 2019 to 2021, where such days are written into the code one by one:
# five are missing in 2024, three in 2025, two in 2026 (May 6, and September 22, which is off because it lies between two
# holidays), so a review is planned on days when the office is closed. Nothing is said.
# What to do: holidays, or ask both and look at each day on which they differ; write the days of a Mexican or Japanese office for
# the coming year into a test.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check workalendar==17.0.0 holidays==0.109
v/bin/python -W ignore - <<'P'
from datetime import date, timedelta
from importlib.metadata import version

from holidays import country_holidays
from workalendar.america import Mexico
from workalendar.asia import Japan

for name in ("workalendar", "holidays"):
    print(name, version(name))
mexico, japan = Mexico(), Japan()
law = {code: country_holidays(code, years=range(2023, 2033)) for code in ("MX", "JP")}

rests = {}
for year in range(2024, 2032):
    last = date(year, 12, 31)
    rests[year] = (mexico.is_working_day(last), law["MX"].is_working_day(last))
    print(f"Mexico, {last:%a %b %d %Y}: working day? workalendar {rests[year][0]}, holidays {rests[year][1]}")
assert rests == {year: (False, year != 2028) for year in range(2024, 2032)}, "this has changed"

start = date(2026, 12, 30)
after = (mexico.add_working_days(start, 1), law["MX"].get_nth_working_day(start, 1))
print(f"one working day after {start}: workalendar {after[0]}, holidays {after[1]}")
assert after == (date(2027, 1, 4), date(2026, 12, 31)), "this has changed"

MISSING = {
    2024: "02-12 05-06 08-12 09-23 11-04",
    2025: "02-24 05-06 11-24",
    2026: "05-06 09-22",
    2027: "03-22",
}
for year, seen in MISSING.items():
    days = [date(year, 1, 1) + timedelta(n) for n in range(365)]
    missing = [day for day in days if japan.is_working_day(day) and not law["JP"].is_working_day(day)]
    print(f"Japan, {year}: working days of workalendar that are none: {' '.join(f'{day:%m-%d}' for day in missing)}")
    assert " ".join(f"{day:%m-%d}" for day in missing) == seen, "this has changed"
    assert not [day for day in days if law["JP"].is_working_day(day) and not japan.is_working_day(day)], "this has changed"
P
