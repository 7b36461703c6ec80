#!/usr/bin/env bash
# One would guess: a calendar file says with its own VTIMEZONE what its zone's clocks do, and a parser goes by it, file by
# file.
# What happens (vobject 0.9.9): the rules of a TZID are kept for the life of the process, and the first file wins. A
# second file of "Europe/Berlin" that covers another year is read by the first one's rules: its review at ten in July
# falls at 09:00 UTC and not at 08:00. Nothing is said; which file was read first decides.
# What to do: one process for each file, or give events in UTC; in a test, empty the map between two files.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check vobject==0.9.9
cat > read.py <<'P'
import sys
from datetime import timezone
import vobject


def file(rules, day):
    zone = "".join(f"BEGIN:{k}\r\nDTSTART:{at}\r\nTZOFFSETFROM:{a}\r\nTZOFFSETTO:{b}\r\nEND:{k}\r\n" for k, at, a, b in rules)
    return (f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n{zone}END:VTIMEZONE\r\n"
            f"BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:{day}T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


WINTER = file([("STANDARD", "20261201T000000", "+0100", "+0100")], "20261201")
SUMMER = file([("STANDARD", "20270101T000000", "+0100", "+0100"), ("DAYLIGHT", "20270328T020000", "+0100", "+0200")], "20270701")
for name in sys.argv[1:]:
    at = vobject.readOne(globals()[name]).vevent.dtstart.value.astimezone(timezone.utc)
    print(name, f"{at:%Y-%m-%d %H:%M} UTC")
P
v/bin/pip list --disable-pip-version-check 2>/dev/null | grep -i vobject
alone="$(v/bin/python read.py SUMMER)"; after="$(v/bin/python read.py WINTER SUMMER | tail -1)"
echo "alone:               $alone"; echo "after another file:  $after"
[ "$alone" = "SUMMER 2027-07-01 08:00 UTC" ] && [ "$after" = "SUMMER 2027-07-01 09:00 UTC" ] || { echo "this has changed"; exit 1; }
