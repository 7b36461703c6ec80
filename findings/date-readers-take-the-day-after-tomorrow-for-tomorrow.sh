#!/usr/bin/env bash
# One would guess: a library that reads dates as people write them ("when do we look at it again?") knows the day after tomorrow,
# half a year and the third Tuesday of a month, or says that it does not, so that one can ask again; six months from a day is the
# same day six months later.
# What happens (chrono-node 2.10.3 and date.js 0.3.3 from npm, parsedatetime 2.6 and timefhuman 0.1.5 from PyPI, all told that it
# is Sunday, November 29, 2026; beside them compromise-dates 3.9.0 with compromise 14.17.0): words that they don't know are
# dropped, and the rest is a date. "The day after tomorrow" is tomorrow in three of the four. "Half a year from now" is a whole
# year in parsedatetime and timefhuman, and now in date.js. "Two weeks from Friday" is two weeks from today (chrono-node,
# timefhuman) or the Friday of the week after (parsedatetime). "The third Tuesday in March 2027" is the next Tuesday, the first of
# the month, or one in March 2026; "2 months from February 28" is January 2027 or April 2028. "In 6 months" is a day short in
# date.js and timefhuman, and "in 12 months" a day in the one and five in the other, where a month is 30 days. compromise-dates is
# right in all but the half year, which it does not find. "In two weeks" is right in all. What came back is a date like another,
# and nothing is said.
# What to do: compromise-dates; or show the date with its weekday and ask before it counts; take "in N days/weeks/months", a date,
# and nothing else, with a pattern of your own; chrono.parse() tells which words it used: compare them with the whole text.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"; export TZ=UTC
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3 date.js@0.3.3 compromise@14.17.0 compromise-dates@3.9.0
for name in chrono-node date.js compromise compromise-dates; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check parsedatetime==2.6 timefhuman==0.1.5
cat > read.mjs <<'J'
import * as chrono from "chrono-node";
import compromise from "compromise";
import dates from "compromise-dates";
import datejs from "date.js";

compromise.plugin(dates);
const now = () => new Date("2026-11-29T12:00:00Z");
const day = (date) => (date ? date.toISOString().slice(0, 10) : "nothing");
const table = {};
for (const words of process.argv.slice(2)) {
  const found = compromise(words).dates({ today: "2026-11-29", timezone: "UTC" }).get();
  table[words] = {
    "chrono-node": day(chrono.parseDate(words, now(), { forwardDate: true })),
    "date.js": day(datejs(words, now())),
    "compromise-dates": found[0]?.start?.slice(0, 10) ?? "nothing",
  };
}
console.log(JSON.stringify(table));
J
cat > read.py <<'P'
import json
import subprocess
from datetime import datetime
from importlib.metadata import version

import parsedatetime
from timefhuman import tfhConfig, timefhuman

NOW = datetime(2026, 11, 29, 12)
NAMES = ("chrono-node", "date.js", "parsedatetime", "timefhuman", "compromise-dates")
SEEN = {  # what each reads, in the order of the names; then what was written
    "the day after tomorrow": ("2026-12-01", "2026-11-30", "2026-11-30", "2026-11-30", "2026-12-01", "2026-12-01"),
    "two weeks from friday": ("2026-12-13", "2026-12-18", "2026-12-11", "2026-12-13", "2026-12-18", "2026-12-18"),
    "half a year from now": ("2027-05-29", "2026-11-29", "2027-11-29", "2027-11-29", "nothing", "2027-05-29"),
    "first monday of january": ("2026-11-30", "2026-11-30", "2027-01-01", "2026-01-05", "2027-01-04", "2027-01-04"),
    "3rd tuesday in march 2027": ("2026-12-01", "2026-12-01", "2027-03-01", "2026-03-17", "2027-03-16", "2027-03-16"),
    "2 months from february 28": ("2027-01-29", "2027-01-28", "2028-04-28", "2027-01-28", "2027-04-28", "2027-04-28"),
    "in 6 months": ("2027-05-29", "2027-05-28", "2027-05-29", "2027-05-28", "2027-05-29", "2027-05-29"),
    "in 12 months": ("2027-11-29", "2027-11-28", "2027-11-29", "2027-11-24", "2027-11-29", "2027-11-29"),
    "in two weeks": ("2026-12-13",) * 6,
}


def in_python(words):
    moment, context = parsedatetime.Calendar().parseDT(words, sourceTime=NOW)
    found = timefhuman(words, tfhConfig(now=NOW))
    return {"parsedatetime": str(moment)[:10] if context else "nothing", "timefhuman": str(found[0])[:10] if found else "nothing"}


for name in ("parsedatetime", "timefhuman"):
    print(name, version(name))
table = json.loads(subprocess.run(["node", "read.mjs", *SEEN], capture_output=True, text=True, check=True).stdout)
for words, (*seen, right) in SEEN.items():
    read = table[words] | in_python(words)
    print(f"{words} ({right}): " + ", ".join(f"{name} {read[name]}{'' if read[name] == right else ' (!)'}" for name in NAMES))
    assert [read[name] for name in NAMES] == seen, "this has changed"
P
v/bin/python -W ignore read.py
