#!/usr/bin/env bash
# One would guess: "0 10 1 2/3 *", ten o'clock on the first of February and every third month after it, is a quarterly
# review to every library that reads cron, or an error; Sunday may be written 7 and "Friday to Sunday" 5-7, as in cron.
# What happens (cron-converter 2.0.2, pycron 3.3.0; beside them croniter 7.0.0, cronsim 2.8, crontab 1.0.5): the other three
# come in February, May, August and November. cron-converter takes the step for nothing and comes in February alone,
# once a year. pycron never comes: what it cannot read is a "no" to every minute, so "2/3" and "12-2" as months, 7 for
# Sunday, "L" and "5#1" are valid to it and never fire, while "5-7" is Friday and Saturday without the Sunday. The other
# four read each of these or refuse it. pycron says nothing, and cron-converter nothing of the step.
# What to do: write out the months (2,5,8,11) and 0 for Sunday, which all five read alike; show the next four dates before a
# rhythm is saved, and refuse one that has none within a year.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check cron-converter==2.0.2 pycron==3.3.0 croniter==7.0.0 cronsim==2.8 crontab==1.0.5
v/bin/python -W ignore - <<'P'
from datetime import datetime, timedelta
from importlib.metadata import version
from itertools import islice

import pycron
from cron_converter import Cron
from croniter import croniter
from cronsim import CronSim
from crontab import CronTab

START = datetime(2026, 11, 28, 12)
HOURS = [START + timedelta(hours=number) for number in range(1, 24 * 366)]


def with_crontab(expression):
    moment = START
    while True:
        moment = CronTab(expression).next(moment, default_utc=True, return_datetime=True)
        yield moment


def with_converter(expression):
    schedule = Cron(expression).schedule(START)
    while True:
        yield schedule.next()


LIBRARIES = {
    "croniter": lambda expression: croniter(expression, START, ret_type=datetime),
    "cronsim": lambda expression: CronSim(expression, START),
    "crontab": with_crontab,
    "cron-converter": with_converter,
    "pycron": lambda expression: (hour for hour in HOURS if pycron.is_now(expression, hour)),
}


def coming(name, expression):
    try:
        return " ".join(f"{day:%y-%m-%d}" for day in islice(LIBRARIES[name](expression), 4)) or "never"
    except Exception as error:
        return f"refused ({type(error).__name__})"


print(*(f"{name} {version(name)}" for name in LIBRARIES))
QUARTERS, YEARS = "27-02-01 27-05-01 27-08-01 27-11-01", "27-02-01 28-02-01 29-02-01 30-02-01"
MONTHS, WEEKENDS = "26-12-01 27-01-01 27-02-01 27-12-01", "26-11-29 26-12-04 26-12-05 26-12-06"
SUNDAYS = "26-11-29 26-12-06 26-12-13 26-12-20"
SEEN = {
    "0 10 1 2/3 *": dict.fromkeys(LIBRARIES, QUARTERS) | {"cron-converter": YEARS, "pycron": "never"},
    "0 10 1 2,5,8,11 *": dict.fromkeys(LIBRARIES, QUARTERS),
    "0 10 * * 7": dict.fromkeys(LIBRARIES, SUNDAYS) | {"pycron": "never"},
    "0 10 * * 0": dict.fromkeys(LIBRARIES, SUNDAYS),
    "0 10 * * 5-7": dict.fromkeys(LIBRARIES, WEEKENDS) | {"pycron": "26-12-04 26-12-05 26-12-11 26-12-12"},
    "0 10 1 12-2 *": {"croniter": MONTHS, "pycron": "never"},
    "0 10 * * 5#1": {"croniter": "26-12-04 27-01-01 27-02-05 27-03-05", "pycron": "never"},
    "0 10 L * *": {"croniter": "26-11-30 26-12-31 27-01-31 27-02-28", "pycron": "never"},
}
for expression, seen in SEEN.items():
    found = {name: coming(name, expression) for name in LIBRARIES}
    print(f"{expression!r}:")
    for name, days in found.items():
        print(f"    {name:15} {days}")
    assert all(found[name] == days for name, days in seen.items()), "this has changed"
P
