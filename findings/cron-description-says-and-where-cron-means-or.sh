#!/usr/bin/env bash
# One would guess: the sentence that cron-descriptor makes of an expression is what a scheduler will do, so that it can
# be shown to a person who plans a monthly review.
# What happens (cron-descriptor 2.2.1 beside croniter 7.0.0 and cronsim 2.8): "0 10 1 * 1-5" reads "on day 1 of the
# month, Monday through Friday", which anybody takes for "on the 1st, if that is a working day". Both schedulers take the
# two fields for alternatives: between July 15 and August 1, 2026, they come on thirteen days, none of which is the 1st
# of a month; August 1, a Saturday, is the fourteenth.
# What to do: never show a description of an expression that names both a day of the month and weekdays; say the dates
# that will come, computed by the scheduler that keeps them.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check cron-descriptor==2.2.1 croniter==7.0.0 cronsim==2.8
v/bin/python - <<'PY'
from datetime import datetime
from importlib.metadata import version
from itertools import takewhile

from cron_descriptor import get_description
from croniter import croniter
from cronsim import CronSim

EXPRESSION, START, END = "0 10 1 * 1-5", datetime(2026, 7, 15), datetime(2026, 8, 2)
for name in ("cron-descriptor", "croniter", "cronsim"):
    print(name, version(name))
said = get_description(EXPRESSION)
print(f"{EXPRESSION!r} is described as {said!r}")


def endless(iterator):
    while True:
        yield iterator.get_next(datetime)


first = [f"{day:%a %b %d}" for day in takewhile(lambda day: day < END, endless(croniter(EXPRESSION, START)))]
second = [f"{day:%a %b %d}" for day in takewhile(lambda day: day < END, CronSim(EXPRESSION, START))]
print("croniter:", ", ".join(first))
print("cronsim: ", ", ".join(second))
assert said == "At 10:00 AM, on day 1 of the month, Monday through Friday", said
assert first == second, (first, second)
assert len(first) == 14, first
assert first[-1] == "Sat Aug 01", first
assert not any(day.endswith(" 01") for day in first[:-1]), first
PY
