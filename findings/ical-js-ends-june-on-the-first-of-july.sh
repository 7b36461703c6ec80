#!/usr/bin/env bash
# One would guess: a review on the last day of each quarter, written as a yearly rule with four months and BYMONTHDAY=-1, is
# what a calendar shows, year after year; and BYSETPOS=-1 takes the last of the days that stand before it, whatever they
# are listed by.
# What happens (ical.js 2.2.1, one calendar file read whole; beside it rrule 2.8.1): the first year is right. From the second
# on, every month of the year is taken to be as long as the last one of the year before: after a December June and
# September end on the 1st of the next month, after a November the review of May stands on the 30th and February's on
# March 2. The first year is the one that anybody looks at. BYSETPOS counts for nothing beside BYMONTHDAY: "the last of 28
# to 31", which some programs write for a month's end, is all four days. The same quarters as a monthly rule are right.
# Nothing is said.
# What to do: write FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1 (no yearly rule for several months, no BYSETPOS for a month's end);
# look at the second year's dates before a rule is saved.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"; export TZ=UTC
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ical.js@2.2.1 rrule@2.8.1
for name in ical.js rrule; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > dates.mjs <<'J'
import assert from "node:assert";
import ICAL from "ical.js";
import rrule from "rrule";

function file(start, rule) {
  const event = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "SUMMARY:review", `DTSTART:${start}T100000Z`, `RRULE:${rule}`];
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", ...event, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
}

function shown(start, rule) {
  const component = new ICAL.Component(ICAL.parse(file(start, rule)));
  const days = new ICAL.Event(component.getFirstSubcomponent("vevent")).iterator();
  return Array.from({ length: 8 }, () => days.next().toString().slice(2, 10)).join(" ");
}

function right(start, rule) {
  const all = rrule.rrulestr(`DTSTART:${start}T100000Z\nRRULE:${rule}`).all((_, index) => index < 8);
  return all.map((day) => day.toISOString().slice(2, 10)).join(" ");
}

const QUARTERS = "26-03-31 26-06-30 26-09-30 26-12-31 27-03-31 27-06-30 27-09-30 27-12-31";
const SEEN = [
  ["20260331", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", QUARTERS, QUARTERS],
  ["20260331", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "26-03-31 26-06-30 26-09-30 26-12-31 27-03-31 27-07-01 27-10-01 27-12-31", QUARTERS],
  ["20260228", "FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=-1",
    "26-02-28 26-05-31 26-08-31 26-11-30 27-03-02 27-05-30 27-08-30 27-11-30",
    "26-02-28 26-05-31 26-08-31 26-11-30 27-02-28 27-05-31 27-08-31 27-11-30"],
  ["20260228", "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=-1",
    "26-02-28 26-03-31 27-03-03 27-03-31 28-03-02 28-03-31 29-03-03 29-03-31",
    "26-02-28 26-03-31 27-02-28 27-03-31 28-02-29 28-03-31 29-02-28 29-03-31"],
  ["20260131", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "26-01-31 26-02-28 26-03-28 26-03-29 26-03-30 26-03-31 26-04-28 26-04-29",
    "26-01-31 26-02-28 26-03-31 26-04-30 26-05-31 26-06-30 26-07-31 26-08-31"],
];
for (const [start, rule, seen, wanted] of SEEN) {
  const found = [shown(start, rule), right(start, rule)];
  console.log(`${rule}\n  ical.js ${found[0]}\n  rrule   ${found[1]}`);
  assert.deepEqual(found, [seen, wanted], "this has changed");
}
J
node dates.mjs
