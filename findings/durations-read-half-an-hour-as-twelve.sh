#!/usr/bin/env bash
# One would guess: what reads "human readable" times, for a time limit or the distance to the next review, understands what
# people write ("1/2 hour", "2-3 days", "two and a half weeks", "1h30"), or refuses it; ISO 8601's P6M, which calendars write,
# is half a year or refused, since its P1Y and PT1H30M are understood; three libraries agree.
# What happens (timestring 7.0.0 and parse-duration 2.1.9 from npm, timelength 3.0.4 from PyPI, all as they come): what does not
# fit is dropped, and the rest is read on. Half an hour is 12 hours in timestring, which drops the stroke; "1 1/2 hours" is 112.
# In parse-duration a number without a unit counts in the unit that was ASKED FOR: "2-3 days" is 5 days, and asked in hours 74;
# half an hour, asked in days, is 26 hours. "two and a half weeks" is half a week in timelength, "1 year and a half" one year
# there and in parse-duration; "1h30" is an hour in timestring and timelength, and "1,5 hours" are 15 in those of npm. P6M is
# six minutes in both that read P1Y as a year; in timelength, where M is a month, PT1H30M is two and a half years. "1 quarter"
# is a quarter of a second there, and a minus counts in parse-duration alone. All are plain numbers; timelength has success True
# and lists what it left out, but neither the minus nor anything for the quarter. No more is said.
# What to do: show the date or the time that was understood before it counts; take digits, a unit and nothing else ("90
# minutes") with a pattern of your own first; FailureFlags.ALL in timelength; a reader of ISO 8601 for what begins with P.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check timelength==3.0.4
npm init -y >/dev/null; npm install --silent --no-audit --no-fund timestring@7.0.0 parse-duration@2.1.9
cat > read.mjs <<'J'
import { readFileSync } from "node:fs";
import parseDuration from "parse-duration";
import timestring from "timestring";

const read = (reader) => { try { return reader() ?? "refused"; } catch { return "refused"; } };
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => [read(() => timestring(text, "ms")), read(() => parseDuration(text, "d"))])));
J
v/bin/python - <<'P'
import json
import subprocess
from importlib.metadata import version
from pathlib import Path

from timelength import TimeLength

for name in ("timestring", "parse-duration"):
    print(name, json.loads(Path(f"node_modules/{name}/package.json").read_text())["version"])
print("timelength", version("timelength"))
HOUR = 3_600_000
DAY, WEEK, NO = 24 * HOUR, 7 * 24 * HOUR, "refused"
SEEN = {  # in milliseconds: timestring, parse-duration asked in days, timelength
    "1 hour 30 minutes": (1.5 * HOUR, 1.5 * HOUR, 1.5 * HOUR),
    "1/2 hour": (12 * HOUR, DAY + 2 * HOUR, 0.5 * HOUR),
    "1 1/2 hours": (112 * HOUR, 11 * DAY + 2 * HOUR, 0.5 * HOUR),
    "2-3 days": (3 * DAY, 5 * DAY, 3 * DAY),
    "two and a half weeks": (NO, NO, 0.5 * WEEK),
    "1 year and a half": (NO, 365.25 * DAY, 365 * DAY),
    "1h30": (1 * HOUR, 1.5 * HOUR, 1 * HOUR),
    "1,5 hours": (15 * HOUR, 15 * HOUR, NO),
    "P1Y": (365.25 * DAY, 365.25 * DAY, 365 * DAY),
    "P6M": (HOUR / 10, HOUR / 10, 183 * DAY),
    "PT1H30M": (1.5 * HOUR, 1.5 * HOUR, HOUR + 915 * DAY),
    "1 quarter": (NO, NO, 250),
    "-1 day": (1 * DAY, -1 * DAY, 1 * DAY),
}


def python(text):
    result = TimeLength(text).result
    return (round(result.seconds * 1000) if result.success else NO), result.invalid


node = json.loads(subprocess.run(["node", "read.mjs"], input=json.dumps(list(SEEN)), capture_output=True, text=True, check=True).stdout)
for (text, seen), (first, second) in zip(SEEN.items(), node, strict=True):
    third, invalid = python(text)
    second = second if second == NO else round(second * DAY)
    hours = [each if each == NO else f"{each / HOUR:g} h" for each in (first, second, third)]
    print(f"{text!r:24} timestring {hours[0]}, parse-duration {hours[1]}, timelength {hours[2]} {invalid or ''}")
    assert (first, second, third) == seen, "this has changed"
for text in ("1 quarter", "-1 day"):
    assert python(text)[1] == (), "this has changed"
P
