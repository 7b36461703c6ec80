#!/usr/bin/env bash
# One would guess: a reader of typed rhythms either understands "the last working day of every month", or says that it
# does not (None, or an error), so that a review can be planned from what it gives.
# What happens (recurrent 0.4.1): words that move a day are left out, and what remains is a rule of another rhythm, with
# no sign of doubt. "the last working day of every month" is the last day, whichever weekday; "every month on the 1st
# unless it is a sunday" is every first SUNDAY, the days that were excluded; "each month, two days before the last
# friday" is every other DAY. Only its own format() of the rule gives it away.
# What to do: show the next dates of what was understood before anything is planned, and read such words yourself or let
# people choose them; do not take a rule for an understanding.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check recurrent==0.4.1 python-dateutil==2.9.0.post0
v/bin/python - <<'PY'
from datetime import datetime
from importlib.metadata import version

from dateutil.rrule import rrulestr
from recurrent import RecurringEvent

NOW = datetime(2026, 11, 28, 10)
SEEN = {
    "the last working day of every month": ("RRULE:BYMONTHDAY=-1;INTERVAL=1;FREQ=MONTHLY", "last of every month"),
    "every month on the 1st unless it is a sunday": ("RRULE:BYDAY=1SU;INTERVAL=1;FREQ=MONTHLY", "1st Sun of every month"),
    "each month, two days before the last friday": ("RRULE:BYDAY=-1FR;INTERVAL=2;FREQ=DAILY", "every other day"),
}
print("recurrent", version("recurrent"))
for typed, seen in SEEN.items():
    reader = RecurringEvent(now_date=NOW)
    rule = reader.parse(typed)
    said = reader.format(rule)
    coming = [f"{day:%a %b %d, %Y}" for day in rrulestr(rule, dtstart=NOW)[:3]]
    print(f"{typed!r}: {rule} ({said}); next: {'; '.join(coming)}")
    assert (rule, said) == seen, (rule, said)
PY
