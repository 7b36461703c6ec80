#!/usr/bin/env bash
# One would guess: `holidays` of two countries added up ("when do both offices work?") know the weekend, too: where both
# rest on Friday and Saturday, the sum does.
# What happens (holidays 0.109): the sum keeps the holidays and forgets every weekend: it rests on Saturday and Sunday,
# whatever its parts do. Israel and Jordan both work on Sunday and not on Friday; their sum says the reverse of both, and so
# does Israel added to itself. get_nth_working_day plans a review on a Friday, and counts come out wrong. Weekend days
# that China works in exchange for a long holiday are lost in the same way. Nothing is said.
# What to do: ask each country's object by itself and combine the answers (`all(each.is_working_day(day) for each in
# sum.holidays)`), or set `.weekend` of the sum.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check holidays==0.109
v/bin/python - <<'P'
from datetime import date
from importlib.metadata import version

from holidays import country_holidays

print("holidays", version("holidays"))
ISRAEL, JORDAN, CHINA = country_holidays("IL"), country_holidays("JO"), country_holidays("CN")
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)


def works(calendar):
    return [calendar.is_working_day(day) for day in (FRIDAY, SATURDAY, SUNDAY)]


SEEN = [
    ("Israel", ISRAEL, [False, False, True]),
    ("Jordan", JORDAN, [False, False, True]),
    ("Israel + Jordan", ISRAEL + JORDAN, [True, False, False]),
    ("Israel + Israel", ISRAEL + country_holidays("IL"), [True, False, False]),
]
for name, calendar, seen in SEEN:
    print(f"{name:16} works on Friday, Saturday, Sunday: {works(calendar)}")
    assert works(calendar) == seen, "this has changed"
first = {name: calendar.get_nth_working_day(date(2026, 11, 26), 1) for name, calendar, _ in SEEN[:3]}
print("the working day after Thursday, November 26:", {name: f"{day:%a %b %d}" for name, day in first.items()})
assert list(first.values()) == [SUNDAY, SUNDAY, FRIDAY], "this has changed"
made_up = date(2026, 2, 14)
alone, added = CHINA.is_working_day(made_up), (CHINA + country_holidays("SG")).is_working_day(made_up)
print(f"Saturday, {made_up}, which China works: alone {alone}, added to Singapore {added}")
assert (alone, added) == (True, False), "this has changed"
P
