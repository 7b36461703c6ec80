#!/usr/bin/env bash
# One would guess: ts-ics, which reads .ics files with their rules, expands "the last day of every month at 10:00" (BYMONTHDAY=-1,
# extendByRecurrenceRule) as the standard has it, or refuses a rule that it can't expand; and a rule without a time of its own
# keeps the time of the first date.
# What happens (ts-ics 2.4.6; beside it rrule-temporal 2.2.8 and the dates that the standard gives): only plain rules come
# through, "every Monday", "every 15th". The last day of the month is the last but one each time, and stays so in February.
# "First Tuesday" and "last Friday" stand at midnight instead of 10:00, and the first of them, which the midnight puts before
# the event's beginning, is lost; with the process in New York the Tuesdays are Wednesdays. BYSETPOS counts from 0: "the first
# Monday" by it is every Monday but the first, "the last working day" the one before the last. "Monthly" from January 31 is
# February 28 and from then on every 28th, where the standard leaves out months without a 31st. Nothing is said; COUNT is
# kept, so the number of dates looks right.
# What to do: read the file with it and hand the text of the rule to another library for its dates; or write each review
# as an event of its own.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ts-ics@2.4.6 rrule-temporal@2.2.8
for name in ts-ics rrule-temporal; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > reviews.mjs <<'J'
import assert from "node:assert";
import { RRuleTemporal } from "rrule-temporal";
import { convertIcsEvent, extendByRecurrenceRule } from "ts-ics";

const END = new Date("2026-12-31T00:00:00Z");

function tsIcs(start, rule) {
  const lines = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", `DTSTART:${start}`, `RRULE:${rule}`, "SUMMARY:Review", "END:VEVENT"];
  const event = convertIcsEvent(undefined, lines.join("\r\n"));
  return extendByRecurrenceRule(event.recurrenceRule, { start: event.start.date, end: END }).map((date) => date.toISOString().slice(5, 16));
}

function temporal(start, rule) {
  const dates = new RRuleTemporal({ rruleString: `DTSTART:${start}\nRRULE:${rule}` }).all();
  return dates.map((date) => date.toInstant().toString().slice(5, 16));
}

const WORKING = "BYDAY=MO,TU,WE,TH,FR";
const SEEN = [
  ["20260105T100000Z", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "01-05T10:00 01-12T10:00 01-19T10:00", "01-05T10:00 01-12T10:00 01-19T10:00"],
  ["20260131T100000Z", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "02-27T10:00 03-30T10:00 04-29T10:00", "01-31T10:00 02-28T10:00 03-31T10:00"],
  ["20260106T100000Z", "FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "02-03T00:00 03-03T00:00 04-07T00:00", "01-06T10:00 02-03T10:00 03-03T10:00"],
  ["20260130T100000Z", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "02-27T00:00 03-27T00:00 04-24T00:00", "01-30T10:00 02-27T10:00 03-27T10:00"],
  ["20260105T100000Z", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;COUNT=3", "01-12T00:00 01-19T00:00 01-26T00:00", "01-05T10:00 02-02T10:00 03-02T10:00"],
  ["20260130T100000Z", `FREQ=MONTHLY;${WORKING};BYSETPOS=-1;COUNT=3`, "02-26T00:00 03-30T00:00 04-29T00:00", "01-30T10:00 02-27T10:00 03-31T10:00"],
  ["20260131T100000Z", "FREQ=MONTHLY;COUNT=3", "01-31T10:00 02-28T10:00 03-28T10:00", "01-31T10:00 03-31T10:00 05-31T10:00"],
];
for (const [start, rule, seen, right] of SEEN) {
  const found = tsIcs(start, rule).join(" ");
  console.log(`${rule}\n  ts-ics         ${found}\n  rrule-temporal ${temporal(start, rule).join(" ")}`);
  assert.deepEqual([found, temporal(start, rule).join(" ")], [seen, right], "this has changed");
}
process.env.TZ = "America/New_York";
const away = tsIcs("20260106T100000Z", "FREQ=MONTHLY;BYDAY=1TU;COUNT=3").join(" ");
console.log(`the first Tuesday, with the process in New York: ${away}`);
assert.equal(away, "01-07T00:00 02-04T00:00 03-04T00:00", "this has changed");
J
TZ=UTC node reviews.mjs
