#!/usr/bin/env bash
# One would guess: the VTIMEZONE that icalendar puts into a file says what zoneinfo says of the zone, and another parser
# that goes by the file, as the format asks, shows each event at its moment.
# What happens (icalendar 7.3.2, read by vobject 0.9.9): add_missing_timezones() writes summer time as one DAYLIGHT part
# with 57 RDATEs, which vobject does not follow: a review at ten in Berlin is at ten in winter, and stands an hour late
# from March to October (09:00 UTC on 1 July, where it should be 08:00). With the part written for given years
# (Timezone.from_tzid with first_date and last_date) summer is read rightly, but a short change is lost: Casablanca is +01
# all along, though zoneinfo has +00 during Ramadan (here 20 February 2027). In both, the change to summer is counted by
# the clock after it (DTSTART:20270328T030000 beside TZOFFSETFROM:+0100), where the format counts by the clock before it,
# 02:00; the change back is right.
# What to do: write the zone yourself from zoneinfo, day by day over the time that the events cover, one part a change and
# each counted by the clock that ends with it; or give the events in UTC. Test with a second parser: July, and Ramadan.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9 tzdata==2026.1
cat > read.py <<'P'
import sys
from datetime import date, datetime, timezone
from zoneinfo import ZoneInfo
import icalendar, vobject

zone, day, way = sys.argv[1:]
local = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone))
event, calendar = icalendar.Event(), icalendar.Calendar()
event.add("uid", "1"); event.add("dtstart", local)
calendar.add_component(event)
if way == "all":
    calendar.add_missing_timezones()
else:
    calendar.add_component(icalendar.Timezone.from_tzid(zone, first_date=date(2026, 12, 1), last_date=date(2028, 1, 1)))
text = calendar.to_ical().decode()
assert zone != "Europe/Berlin" or "20270328T030000" in text.replace("\r\n ", ""), "this has changed"
found = vobject.readOne(text).vevent.dtstart.value.astimezone(timezone.utc)
print(f"{zone} {day}, {way}: zoneinfo {local.astimezone(timezone.utc):%H:%M}, file {found:%H:%M}")
P
v/bin/pip list --disable-pip-version-check 2>/dev/null | grep -E "icalendar|vobject"
for asked in "Europe/Berlin 2026-12-01T10:00 all" "Europe/Berlin 2027-07-01T10:00 all" "Europe/Berlin 2027-07-01T10:00 years" \
    "Africa/Casablanca 2027-02-20T10:00 years"; do v/bin/python read.py $asked; done | tee out.txt
diff out.txt - <<'R' || { echo "this has changed"; exit 1; }
Europe/Berlin 2026-12-01T10:00, all: zoneinfo 09:00, file 09:00
Europe/Berlin 2027-07-01T10:00, all: zoneinfo 08:00, file 09:00
Europe/Berlin 2027-07-01T10:00, years: zoneinfo 08:00, file 08:00
Africa/Casablanca 2027-02-20T10:00, years: zoneinfo 10:00, file 09:00
R
