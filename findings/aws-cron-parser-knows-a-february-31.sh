#!/usr/bin/env bash
# One would guess: aws-cron-parser, "built to process AWS Cron Expressions", names the moments at which Amazon's scheduler
# comes: "0 10 31 * ? *" is the 31st of the seven months that have one, as cron has it everywhere; its next() and its prev(),
# asked from both ends, name the same days.
# What happens (aws-cron-parser 1.1.12 from npm; beside it aws-croniter 2.1.1 from PyPI and the calendar): a day that a month
# lacks becomes a day of the next month. The 31st is March 3, May 1, July 1, October 1 and December 1, too, twelve dates a year
# instead of seven; the 31st of March, June, September and December, meant as ends of quarters, gives July 1 and October 1; the
# 29th of February is March 1 in three years of four. Its own words for such dates are "on the 31st of every month". prev() of
# the 31st has the seven right days where next() has twelve; where months are named it meets such a day, too, and then gives the
# same one each time it is asked. L, the last day, and every day up to the 28th are right in both. Nothing is said.
# What to do: L for a month's end; or aws-croniter; compare each date's day with the day that was asked for.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check aws-croniter==2.1.1
npm init -y >/dev/null; npm install --silent --no-audit --no-fund aws-cron-parser@1.1.12
cat > dates.cjs <<'J'
const fs = require("node:fs");
const parser = require("aws-cron-parser");

console.log("aws-cron-parser", JSON.parse(fs.readFileSync("node_modules/aws-cron-parser/package.json")).version);
const [START, END] = [new Date("2026-01-01T00:00:00Z"), new Date("2027-01-01T00:00:00Z")];

function days(cron, step, from) {
  const found = [];
  for (let day = step(cron, from); found.length < 40 && day >= START && day < END; day = step(cron, day)) {
    found.push(day.toISOString().slice(5, 10));
  }
  return found;
}

const found = {};
for (const line of JSON.parse(fs.readFileSync("lines.json"))) {
  const cron = parser.parse(line);
  const back = days(cron, parser.prev, END);
  const words = parser.getScheduleDescription(cron);
  found[line] = { next: days(cron, parser.next, START), prev: [...new Set(back)].reverse(), stuck: back.length === 40, words };
}
fs.writeFileSync("found.json", JSON.stringify(found));
J
cat > compare.py <<'P'
import json
import subprocess
from datetime import datetime, timezone
from importlib.metadata import version

from aws_croniter import AwsCroniter

MONTHS = "01-31 03-03 03-31 05-01 05-31 07-01 07-31 08-31 10-01 10-31 12-01 12-31"
QUARTERS = "03-31 07-01 10-01 12-31"
SEEN = {  # what next() names in 2026, and the days of the calendar
    "0 10 31 * ? *": (MONTHS, "01-31 03-31 05-31 07-31 08-31 10-31 12-31"),
    "0 10 31 3,6,9,12 ? *": (QUARTERS, "03-31 12-31"),
    "0 10 29 2 ? *": ("03-01", ""),
    "0 10 30 2,4 ? *": ("03-02 04-30", "04-30"),
    "0 10 L 3,6,9,12 ? *": ("03-31 06-30 09-30 12-31", "03-31 06-30 09-30 12-31"),
    "0 10 28 1-3 ? *": ("01-28 02-28 03-28", "01-28 02-28 03-28"),
}
STUCK = ("0 10 31 3,6,9,12 ? *", "0 10 29 2 ? *", "0 10 30 2,4 ? *")
json.dump(list(SEEN), open("lines.json", "w"))
subprocess.run(["node", "dates.cjs"], check=True)
print("aws-croniter", version("aws-croniter"))
start = datetime(2026, 1, 1, tzinfo=timezone.utc)
for line, found in json.load(open("found.json")).items():
    seen, right = SEEN[line]
    other = [day.strftime("%m-%d") for day in AwsCroniter(line).get_next(start, 12) if day and day.year == 2026]
    print(f"{line} ({found['words']})\n  next {' '.join(found['next'])}; aws-croniter {' '.join(other)}")
    print(f"  prev {' '.join(found['prev'])}{' and stays there' * found['stuck']}")
    assert (" ".join(found["next"]), " ".join(other)) == (seen, right), "this has changed"
    assert found["stuck"] == (line in STUCK), "this has changed"
    if line == "0 10 31 * ? *":
        assert " ".join(found["prev"]) == right, "this has changed"
P
v/bin/python compare.py
